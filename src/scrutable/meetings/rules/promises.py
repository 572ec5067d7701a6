"""How a commitment stands on a day and what became of it, from its steps; pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from scrutable.meetings.facts import (
    Commitment,
    CommitmentState,
    Due,
    Keeping,
    Meeting,
    MeetingState,
    Question,
    Standing,
    Step,
    StepKind,
)
from scrutable.meetings.rules.reading import resolve_due, waits_for_calendar

LEADS_TO = {
    StepKind.ANSWERED: CommitmentState.ANSWERED,
    StepKind.CLOSURE_PROPOSED: CommitmentState.CLOSURE_PROPOSED,
    StepKind.CLOSED: CommitmentState.CLOSED,
    StepKind.CLOSED_UNAGREED: CommitmentState.CLOSED_UNAGREED,
    StepKind.REOPENED: CommitmentState.OPEN,
}
OPEN_STATES = (CommitmentState.OPEN, CommitmentState.NO_DATE, CommitmentState.OVERDUE)
CLOSED_STATES = (CommitmentState.CLOSED, CommitmentState.CLOSED_UNAGREED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Walked:
    """Where a walk along the steps has come; `phase` knows nothing of the day's date."""

    phase: CommitmentState
    owner: str
    since: date
    due: Due | None
    answered_on: date | None = None
    late_at_answer: int = 0
    moved: int = 0


def made_by(commitments: Iterable[Commitment], as_at: date) -> list[Commitment]:
    """Return those that had been made by the day."""
    return [one for one in commitments if one.made_on <= as_at]


def standing(commitment: Commitment, as_at: date) -> Standing:
    """Return how it stood at the end of the day; what happened later is left out."""
    walked = walk(commitment, as_at)
    state, since = _state(walked, as_at)
    late = _days_past(walked.due, as_at) if state in OPEN_STATES else walked.late_at_answer
    return Standing(
        state=state,
        keeping=_keeping(walked, as_at),
        owner=walked.owner,
        since=since,
        due=walked.due,
        answered_on=walked.answered_on,
        moved=walked.moved,
        days_late=late,
    )


def state_of(commitment: Commitment, as_at: date) -> CommitmentState:
    """Return its state; what is due on the day itself is not overdue."""
    return standing(commitment, as_at).state


def due_of(commitment: Commitment, as_at: date = date.max) -> Due | None:
    """Return the day or the words by which it is due, the latest that was set."""
    return walk(commitment, as_at).due


def owner_of(commitment: Commitment, as_at: date = date.max) -> str:
    """Return who owes it, the latest that was named."""
    return walk(commitment, as_at).owner


def keeping_of(commitment: Commitment, as_at: date) -> Keeping:
    """Return what had become of it by the day."""
    return standing(commitment, as_at).keeping


def counts(commitments: Iterable[Commitment], as_at: date) -> dict[Keeping, int]:
    """Return how many of those made by the day were kept, late, extended, forgotten…; each once."""
    found = Counter(keeping_of(one, as_at) for one in made_by(commitments, as_at))
    return {keeping: found[keeping] for keeping in Keeping}


def is_open(state: CommitmentState) -> bool:
    """Test whether it still waits for its answer."""
    return state in OPEN_STATES


def is_closed(state: CommitmentState) -> bool:
    """Test whether it is over, agreed or not."""
    return state in CLOSED_STATES


def in_order(steps: Iterable[Step]) -> list[Step]:
    """Return the steps by their days; those of one day as they were recorded."""
    return sorted(steps, key=lambda step: step.on)


def chased_on(commitment: Commitment, as_at: date) -> date | None:
    """Return when its owner was last reminded, or None."""
    days = [step.on for step in commitment.steps if step.kind is StepKind.CHASED]
    return max((day for day in days if day <= as_at), default=None)


def unanswered(questions: Iterable[Question], as_at: date) -> list[Question]:
    """Return the questions to which somebody owed an answer on the day."""
    return [
        one
        for one in questions
        if one.to and (not one.answer or (one.answered_on is not None and one.answered_on > as_at))
    ]


def told_due(words: str, day: date | None, counted_from: date) -> Due | None:
    """Return what is due by the day or in the words; None where neither is given.

    The words are worked out from the day on which it was made, or put off.
    """
    words = words.strip()
    if day is not None:
        return Due(words=words, first=day, last=day)
    return resolve_due(words, counted_from) if words else None


def settled(commitment: Commitment, meetings: Sequence[Meeting]) -> Commitment:
    """Return it with days for what is due at a meeting, as far as the calendar knows.

    A meeting that was cancelled passes what is due at it on to the body's next one.
    """
    ours = sorted((one for one in meetings if one.body == commitment.body), key=lambda one: one.on)
    named = {one.code: one for one in meetings}

    def settle(due: Due | None, code: str, after: date) -> Due | None:
        at = named.get(code)
        if at is not None and at.state is not MeetingState.CANCELLED:
            return Due(words=due.words if due else "", first=at.on, last=at.on)
        waits = due is not None and due.last is None and waits_for_calendar(due.words)
        if at is None and not waits:
            return due
        day = _next_day(ours, at.on if at else after)
        return Due(words=due.words if due else "", first=day, last=day)

    steps = tuple(
        replace(step, due=settle(step.due, step.due_meeting, step.on)) for step in commitment.steps
    )
    due = settle(commitment.due, commitment.due_meeting, commitment.made_on)
    return replace(commitment, due=due, steps=steps)


def walk(commitment: Commitment, as_at: date) -> Walked:
    """Return where the steps up to the day lead."""
    walked = Walked(
        phase=CommitmentState.OPEN,
        owner=commitment.owner,
        since=commitment.made_on,
        due=commitment.due,
    )
    for step in in_order(commitment.steps):
        if step.on <= as_at:
            walked = _taken(walked, step)
    return walked


def _taken(walked: Walked, step: Step) -> Walked:
    phase = LEADS_TO.get(step.kind, walked.phase)
    after = replace(
        walked,
        phase=phase,
        since=walked.since if phase is walked.phase else step.on,
        owner=step.owner or walked.owner,
        due=step.due or walked.due,
        moved=walked.moved + (step.kind in (StepKind.EXTENDED, StepKind.DEFERRED)),
    )
    if step.kind is StepKind.REOPENED:
        return replace(after, answered_on=None, late_at_answer=0)
    if step.kind is StepKind.ANSWERED and walked.answered_on is None:
        late = _days_past(walked.due, step.on)
        return replace(after, answered_on=step.on, late_at_answer=late)
    return after


def _state(walked: Walked, as_at: date) -> tuple[CommitmentState, date]:
    if walked.phase is not CommitmentState.OPEN:
        return walked.phase, walked.since
    if walked.due is None or walked.due.last is None:
        return CommitmentState.NO_DATE, walked.since
    if as_at > walked.due.last:
        return CommitmentState.OVERDUE, walked.due.last + timedelta(days=1)
    return CommitmentState.OPEN, walked.since


def _keeping(walked: Walked, as_at: date) -> Keeping:
    if walked.answered_on is not None:
        if walked.late_at_answer:
            return Keeping.KEPT_LATE
        return Keeping.EXTENDED if walked.moved else Keeping.KEPT
    if walked.phase is CommitmentState.CLOSED:
        return Keeping.RELEASED
    if walked.phase is CommitmentState.CLOSED_UNAGREED:
        return Keeping.DROPPED
    if _days_past(walked.due, as_at):
        return Keeping.FORGOTTEN
    return Keeping.EXTENDED if walked.moved else Keeping.RUNNING


def _days_past(due: Due | None, day: date) -> int:
    """Return how many days after its last day; 0 in time or where no day is known."""
    if due is None or due.last is None:
        return 0
    return max(0, (day - due.last).days)


def _next_day(meetings: Sequence[Meeting], after: date) -> date | None:
    days = (one.on for one in meetings if one.state is not MeetingState.CANCELLED)
    return next((day for day in days if day > after), None)
