"""Which issues need a person: one by one while they are few, else those of a priority; pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from scrutable.assurance.facts import IssueStanding, IssueState, Priority
from scrutable.kernel.attention import Attention, Gravity
from scrutable.kernel.wording import count_words, date_words, shortened

STATES = (IssueState.OVERDUE, IssueState.NO_DATE, IssueState.WAITING)
EXEMPT = "its detail is exempt"
NOBODY = "Several"
OVERDUE_WORDS = {
    IssueState.OVERDUE: "overdue",
    IssueState.NO_DATE: "without a day by which they are due",
    IssueState.WAITING: "said to be closed, which nobody else has accepted",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueGravity:
    """How grave the council holds it; `most` issues of one priority are named one by one."""

    overdue: Mapping[Priority, Gravity]
    no_date: Gravity
    waiting: Gravity
    waiting_days: int
    most: int


def issues_attention(
    found: Sequence[IssueStanding], held: IssueGravity, as_at: date
) -> Iterator[Attention]:
    """Yield what is overdue, has no day, or waits too long for its closure to be accepted."""
    for state in STATES:
        for priority in Priority:
            own = [
                one
                for one in found
                if one.state is state
                and one.issue.priority is priority
                and _is_due(one, held, as_at)
            ]
            gravity = _gravity(state, priority, held)
            if len(own) > held.most:
                yield _together(own, state, priority, gravity)
            else:
                yield from (_alone(one, gravity) for one in own)


def name_of(one: IssueStanding) -> str:
    """Return what an issue is called wherever everybody may read."""
    issue = one.issue
    said = EXEMPT if issue.is_exempt else shortened(issue.what)
    return f"Issue {issue.number}: {said}"


def _is_due(one: IssueStanding, held: IssueGravity, as_at: date) -> bool:
    said = one.issue.said_closed_on
    is_waiting = one.state is IssueState.WAITING and said is not None
    return not is_waiting or said is None or (as_at - said).days > held.waiting_days


def _gravity(state: IssueState, priority: Priority, held: IssueGravity) -> Gravity:
    if state is IssueState.OVERDUE:
        return held.overdue[priority]
    return held.no_date if state is IssueState.NO_DATE else held.waiting


def _alone(one: IssueStanding, gravity: Gravity) -> Attention:
    issue = one.issue
    return Attention(
        reference=issue.reference,
        what=name_of(one),
        why=_why(one),
        since=_since(one),
        due=issue.due,
        gravity=gravity,
        owner=issue.owner,
        doing="" if issue.is_exempt else shortened(issue.progress),
        version=issue.version,
    )


def _since(one: IssueStanding) -> date:
    issue = one.issue
    if one.state is IssueState.WAITING and issue.said_closed_on:
        return issue.said_closed_on
    if one.state is IssueState.OVERDUE and one.first_due:
        return min(one.first_due, issue.due or one.first_due)
    return issue.found_on


def _why(one: IssueStanding) -> str:
    issue = one.issue
    if one.state is IssueState.WAITING and issue.said_closed_on:
        return (
            f"Said to be closed on {date_words(issue.said_closed_on)}; nobody but its owner has "
            "accepted that"
        )
    if one.state is IssueState.NO_DATE:
        return f"Found on {date_words(issue.found_on)}; no day is set by which it is due"
    said = f"{issue.priority.value.capitalize()} priority, {count_words(one.late or 0, 'day')} late"
    if one.moves and one.first_due:
        return f"{said}; first due on {date_words(one.first_due)}"
    return said


def _together(
    own: Sequence[IssueStanding], state: IssueState, priority: Priority, gravity: Gravity
) -> Attention:
    oldest = min(own, key=lambda one: (_since(one), one.issue.number))
    owners = {one.issue.owner for one in own}
    return Attention(
        reference=f"issues-of/{state.value}/{priority.value}",
        what=f"{count_words(len(own), 'issue')} of {priority.value} priority",
        why=f"They are {OVERDUE_WORDS[state]}; the oldest is issue {oldest.issue.number}",
        since=_since(oldest),
        due=min((one.issue.due for one in own if one.issue.due), default=None),
        gravity=gravity,
        owner=owners.pop() if len(owners) == 1 else NOBODY,
        version=max(one.issue.version for one in own),
    )
