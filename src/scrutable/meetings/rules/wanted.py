"""What a body asked to be told, and what a report to it leaves out; pure."""

import re
from collections.abc import Collection, Iterable
from datetime import date

from scrutable.meetings.facts import Wanted

ANCHOR = re.compile(r"[a-z][a-z0-9-]{0,59}")


def is_section(text: str) -> bool:
    """Test for the form of a section's anchor.

    >>> is_section("credits"), is_section("Service credits")
    (True, False)
    """
    return ANCHOR.fullmatch(text) is not None


def in_force(wanted: Iterable[Wanted], on: date) -> list[Wanted]:
    """Return what is wanted on the day; both the first and the last day count."""
    return [
        one for one in wanted if one.from_on <= on and (one.until_on is None or on <= one.until_on)
    ]


def missing(
    wanted: Iterable[Wanted], kind: str, sections_present: Collection[str], on: date
) -> list[Wanted]:
    """Return what a report of the kind, dated so, must tell and has no section for.

    `wanted` is that of the body which the report goes to.
    """
    return [
        one
        for one in in_force(wanted, on)
        if one.report_kind in ("", kind) and one.section not in sections_present
    ]
