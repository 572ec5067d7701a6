"""Codes that are made rather than given; pure."""

import re
from collections.abc import Collection
from datetime import date

from scrutable.meetings.facts.codes import yearly_code

CODE = re.compile(r"[A-Z][A-Z0-9-]{0,19}")
DECISION = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,19}")
YEARLY = re.compile(r"([0-9]{4})-([0-9]{3,6})")
LETTERS = "bcdefghijklmnopqrstuvwxyz"


class TooManyMeetings(Exception):
    """A body meets at most 26 times a day."""


def meeting_code(body: str, on: date, taken: Collection[str]) -> str:
    """Return the code of a meeting; a second one on the day has a letter.

    >>> meeting_code("OSMB", date(2026, 9, 24), ())
    'OSMB-2026-09-24'
    >>> meeting_code("OSMB", date(2026, 9, 24), ("OSMB-2026-09-24", "OSMB-2026-09-24b"))
    'OSMB-2026-09-24c'
    """
    plain = f"{body}-{on.isoformat()}"
    for letter in ("", *LETTERS):
        if f"{plain}{letter}" not in taken:
            return f"{plain}{letter}"
    raise TooManyMeetings(f"{body} has 26 meetings on {on}. Check the day.")


def is_body_code(text: str) -> bool:
    """Test for the form of a body's code.

    >>> is_body_code("OSMB"), is_body_code("osmb"), is_body_code("OSMB/1")
    (True, False, False)
    """
    return CODE.fullmatch(text) is not None


def is_decision_code(text: str) -> bool:
    """Test for the form of a decision's code, whatever scheme the council has.

    >>> is_decision_code("I017909"), is_decision_code("I 017909")
    (True, False)
    """
    return DECISION.fullmatch(text) is not None


def yearly_parts(code: str) -> tuple[int, int] | None:
    """Return year and number of a code that counts within its year; None for what is none.

    >>> yearly_parts("2026-014"), yearly_parts("2026-1014"), yearly_parts("2026-14")
    ((2026, 14), (2026, 1014), None)
    """
    found = YEARLY.fullmatch(code)
    if found is None:
        return None
    year, number = int(found[1]), int(found[2])
    return (year, number) if yearly_code(year, number) == code else None
