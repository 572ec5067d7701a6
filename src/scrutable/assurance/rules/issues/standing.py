"""How issues stand, phase by phase, and how long they are open beyond their day; pure."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from scrutable.assurance.facts import (
    AgeBand,
    Issue,
    IssueStanding,
    IssueState,
    Phase,
    PhaseStanding,
    Priority,
)
from scrutable.assurance.rules.reassuring import issue_state

PRESSING = {priority: place for place, priority in enumerate(Priority)}
LOUD = (IssueState.OVERDUE, IssueState.NO_DATE, IssueState.WAITING, IssueState.OPEN)
_PLACE = {state: place for place, state in enumerate((*LOUD, IssueState.CLOSED))}


def issue_standing(versions: Sequence[Issue], as_at: date) -> IssueStanding:
    """Return how the issue stands by the day; `versions` are all of it, oldest first.

    A day that was moved hides nothing: how late it is by the first one is always told.
    """
    issue = versions[-1]
    days = [one.due for one in versions if one.due is not None]
    state = issue_state(issue, as_at)
    is_closed = state is IssueState.CLOSED
    first = days[0] if days else None
    return IssueStanding(
        issue=issue,
        state=state,
        first_due=first,
        moves=sum(after != before for before, after in pairwise(days)),
        late=_late(issue.due, as_at, is_closed=is_closed),
        late_by_first=_late(first, as_at, is_closed=is_closed),
    )


def standings(history: Iterable[Issue], as_at: date) -> list[IssueStanding]:
    """Return every issue found by the day, the most pressing first; `history` all their versions.

    First those overdue, then by priority, by day, by number.
    """
    by_number: dict[int, list[Issue]] = defaultdict(list)
    for one in history:
        by_number[one.number].append(one)
    found = [issue_standing(own, as_at) for own in by_number.values() if own[-1].found_on <= as_at]
    return sorted(found, key=_pressing)


def ages(found: Iterable[IssueStanding], steps: Sequence[int]) -> list[AgeBand]:
    """Return open issues by their days beyond the first day set; `steps` end the bands.

    A band is up to and with its last day. Those whose day has not passed come first, those
    without one last.
    """
    limits: list[tuple[int | None, int | None]] = [
        (0, 0),
        *zip((1, *(step + 1 for step in steps)), (*steps, None), strict=True),
        (None, None),
    ]
    still = [one for one in found if one.state is not IssueState.CLOSED]
    return [
        AgeBand(
            least=least,
            most=most,
            numbers=tuple(
                sum(one.issue.priority is priority and _within(one, least, most) for one in still)
                for priority in Priority
            ),
        )
        for least, most in limits
    ]


def by_phase(phases: Iterable[Phase], found: Sequence[IssueStanding]) -> list[PhaseStanding]:
    """Return every phase in the order of its days with its issues, and last those of none."""
    own: dict[str, list[IssueStanding]] = defaultdict(list)
    for one in found:
        own[one.issue.phase].append(one)
    ordered = sorted(phases, key=lambda one: (one.begins_on, one.code))
    told = [PhaseStanding(phase=one, issues=tuple(own.pop(one.code, ()))) for one in ordered]
    rest = tuple(one for those in own.values() for one in those)
    return [*told, *([PhaseStanding(phase=None, issues=rest)] if rest else [])]


def _late(due: date | None, as_at: date, *, is_closed: bool) -> int | None:
    if due is None:
        return None
    return 0 if is_closed else max((as_at - due).days, 0)


def _within(one: IssueStanding, least: int | None, most: int | None) -> bool:
    if least is None or one.late_by_first is None:
        return least is None and one.late_by_first is None
    return least <= one.late_by_first and (most is None or one.late_by_first <= most)


def _pressing(one: IssueStanding) -> tuple[int, int, date, int]:
    issue = one.issue
    return _PLACE[one.state], PRESSING[issue.priority], issue.due or date.max, issue.number
