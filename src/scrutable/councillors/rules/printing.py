"""Paper beside its target: pages that were counted, and nothing made of them; pure."""

from collections.abc import Iterable
from datetime import date

from scrutable.councillors.facts import PagesCounted, PaperStanding, PaperTarget
from scrutable.kernel.periods import Month

YEAR = 12
EVERY_BODY = "all"


def paper_standing(
    target: PaperTarget, counted: Iterable[PagesCounted], as_at: date
) -> PaperStanding:
    """Return the last twelve whole months beside the target, or how many of them were counted.

    The line that is allowed falls evenly from the baseline to the target; after its day it stays.
    """
    months = _last_year(as_at)
    held = {
        (one.body, one.month): one.pages
        for one in counted
        if target.body in (one.body, EVERY_BODY) and one.month in months
    }
    seen = {month for _, month in held}
    pages = sum(held.values()) if len(seen) == YEAR else None
    allowed = _allowed(target, as_at)
    return PaperStanding(
        target=target,
        pages=pages,
        counted_months=len(seen),
        allowed=allowed,
        is_met=None if pages is None else pages <= allowed,
    )


def _last_year(as_at: date) -> frozenset[str]:
    month = Month.of(as_at)
    last = month if month.last_day == as_at else month.plus(-1)
    return frozenset(str(last.plus(-back)) for back in range(YEAR))


def _allowed(target: PaperTarget, as_at: date) -> int:
    whole = (target.by - target.baseline_to).days
    gone = min(max((as_at - target.baseline_to).days, 0), whole)
    return target.baseline - (target.baseline - target.pages) * gone // whole
