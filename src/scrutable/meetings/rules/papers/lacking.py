"""Everything that is missing or wrong in a decision report, all at once; pure."""

from collections.abc import Callable, Iterator

from scrutable.meetings.facts import DecisionPaper, Lack, Part
from scrutable.meetings.rules.papers import (
    annexes,
    equality,
    leaking,
    parts,
    placeholders,
    planning,
    recommending,
)

COVER = "cover"
_ORDER = {COVER: 0} | {part.value: at for at, part in enumerate(Part, 1)}
_CHECKS: tuple[Callable[[DecisionPaper], Iterator[Lack]], ...] = (
    planning.on_the_cover,
    parts.unfilled,
    recommending.faults,
    equality.faults,
    parts.at_odds,
    annexes.faults,
    leaking.leaks,
    placeholders.found,
)


def lacks(paper: DecisionPaper, *, final: bool) -> tuple[Lack, ...]:
    """Return what is missing or wrong, in the order of the parts, graver things first.

    With `final` also what need only be so on the day of issue: the notice, the window, the date.
    """
    found = [lack for check in _CHECKS for lack in check(paper)]
    if final:
        found += planning.on_the_day(paper)
    once = dict.fromkeys(found)
    return tuple(sorted(once, key=lambda lack: (_ORDER[lack.part], not lack.stops)))


def may_issue(paper: DecisionPaper) -> bool:
    """Test whether nothing keeps the report from being issued."""
    return not any(lack.stops for lack in lacks(paper, final=True))
