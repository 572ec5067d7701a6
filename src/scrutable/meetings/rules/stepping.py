"""Which steps a commitment may take, and why not the others; pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scrutable.kernel.wording import date_words
from scrutable.meetings.facts import (
    Commitment,
    CommitmentState,
    Meeting,
    MeetingState,
    Step,
    StepKind,
)
from scrutable.meetings.rules.promises import Walked, walk

OPEN, ANSWERED = CommitmentState.OPEN, CommitmentState.ANSWERED
PROPOSED = CommitmentState.CLOSURE_PROPOSED
CLOSED, UNAGREED = CommitmentState.CLOSED, CommitmentState.CLOSED_UNAGREED
LEGAL_FROM: dict[StepKind, tuple[CommitmentState, ...]] = {
    StepKind.CHASED: (OPEN,),
    StepKind.EXTENDED: (OPEN,),
    StepKind.DEFERRED: (OPEN,),
    StepKind.ANSWERED: (OPEN, ANSWERED),
    StepKind.CLOSURE_PROPOSED: (OPEN, ANSWERED),
    StepKind.CLOSED: (OPEN, ANSWERED, PROPOSED, UNAGREED),
    StepKind.CLOSED_UNAGREED: (OPEN, ANSWERED, PROPOSED),
    StepKind.REOPENED: (ANSWERED, PROPOSED, CLOSED, UNAGREED),
    StepKind.REASSIGNED: (OPEN, ANSWERED, PROPOSED),
}
STANDS = {
    OPEN: "has not been answered",
    ANSWERED: "has been answered",
    PROPOSED: "has been proposed for closure",
    CLOSED: "is closed",
    UNAGREED: "was closed without the committee’s agreement",
}
REMEDY = {
    StepKind.CHASED: "There is nothing to chase; reopen it first if its answer will not do",
    StepKind.EXTENDED: "Reopen it first, with the later day",
    StepKind.DEFERRED: "Reopen it first, with the meeting or the event it waits for",
    StepKind.ANSWERED: "Reopen it first, then answer it again",
    StepKind.CLOSURE_PROPOSED: "Record what the committee agreed, or reopen it",
    StepKind.CLOSED: "Nothing is left to close",
    StepKind.CLOSED_UNAGREED: "Nothing is left to close",
    StepKind.REOPENED: "It is open already; answer, extend or chase it",
    StepKind.REASSIGNED: "Reopen it first, then name its new owner",
}
NEEDS_A_REASON = (
    StepKind.EXTENDED,
    StepKind.DEFERRED,
    StepKind.CLOSED_UNAGREED,
    StepKind.REOPENED,
)
NEEDS_A_REASON_UNANSWERED = (StepKind.CLOSURE_PROPOSED, StepKind.CLOSED)
PAPERS = ("edition/", "decision/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A step that somebody asks for, with what it is judged by.

    `step.due` has the day of the meeting that it names. `meeting` is the one that agreed.
    """

    commitment: Commitment
    step: Step
    today: date
    meeting: Meeting | None = None

    @property
    def before(self) -> Walked:
        """Return where the commitment stood on the day of the step."""
        return walk(self.commitment, self.step.on)


def legal_steps(commitment: Commitment, as_at: date) -> tuple[StepKind, ...]:
    """Return what may happen to it next, in the order of the kinds."""
    phase = walk(commitment, as_at).phase
    return tuple(kind for kind in StepKind if phase in LEGAL_FROM[kind])


def refusals(asked: Asked) -> tuple[str, ...]:
    """Return every reason why the step cannot be taken, with what to do; none where it can."""
    wrong = tuple(_in_time(asked)) or tuple(_in_phase(asked))
    return wrong or tuple(_complete(asked))


def _in_time(asked: Asked) -> Iterator[str]:
    step, commitment = asked.step, asked.commitment
    if step.on > asked.today:
        yield f"{date_words(step.on)} has not come yet. Give the day on which it happened."
    if step.on < commitment.made_on:
        made = date_words(commitment.made_on)
        yield f"{commitment.code} was made on {made}. Give that day or a later one."
    later = [
        one for one in commitment.steps if one.on > step.on and one.kind is not StepKind.CHASED
    ]
    if later:
        last = date_words(max(one.on for one in later))
        yield f"Something happened to it on {last} already. Give that day or a later one."


def _in_phase(asked: Asked) -> Iterator[str]:
    kind, phase = asked.step.kind, asked.before.phase
    if phase not in LEGAL_FROM[kind]:
        yield f"{asked.commitment.code} {STANDS[phase]}. {REMEDY[kind]}."


def _complete(asked: Asked) -> Iterator[str]:
    step, before = asked.step, asked.before
    if not step.by.strip():
        yield "Enter who did it."
    is_let_go = step.kind in NEEDS_A_REASON_UNANSWERED and before.answered_on is None
    if (step.kind in NEEDS_A_REASON or is_let_go) and not step.words.strip():
        yield "Enter the reason."
    if step.kind is StepKind.ANSWERED:
        yield from _answer(step)
    if step.kind in (StepKind.EXTENDED, StepKind.DEFERRED):
        yield from _new_due(step, before)
    if step.kind is StepKind.REASSIGNED:
        yield from _new_owner(step, before)
    if step.kind is StepKind.CLOSED or step.agreed_in:
        yield from _agreement(asked)


def _answer(step: Step) -> Iterator[str]:
    if not step.words.strip() and not step.paper:
        yield "Enter the answer, or the paper that gives it."
    if step.paper and not step.paper.startswith(PAPERS):
        yield (
            f"“{step.paper}” is not a report or a decision. "
            "Give a reference such as edition/CSS-2026-4 or decision/I017909."
        )


def _new_due(step: Step, before: Walked) -> Iterator[str]:
    new, old = step.due, before.due
    if step.kind is StepKind.DEFERRED:
        if not step.due_meeting and (new is None or not (new.words.strip() or new.last)):
            yield "Enter the meeting or the event that it waits for."
        return
    if new is None or new.last is None:
        yield "Enter the new day, or the meeting at which it is due."
    elif old is not None and old.last is not None and new.last <= old.last:
        yield f"It is due by {date_words(old.last)} already. Give a later day."


def _new_owner(step: Step, before: Walked) -> Iterator[str]:
    if not step.owner.strip():
        yield "Enter the post, the department or the body that owes it from now on."
    elif step.owner.casefold() == before.owner.casefold():
        yield f"{before.owner} owes it already. Name somebody else."


def _agreement(asked: Asked) -> Iterator[str]:
    meeting, commitment = asked.meeting, asked.commitment
    if meeting is None:
        yield "Name the meeting that agreed to close it."
        return
    held_on, closes = date_words(meeting.on), asked.step.kind is StepKind.CLOSED
    if meeting.body != commitment.body:
        only = f"Only {commitment.body} can {'close' if closes else 'agree to'} it."
        yield f"{meeting.code} is a meeting of {meeting.body}. {only}"
    if meeting.state is not MeetingState.HELD:
        remedy = (
            "Propose closure, and close it when the meeting has agreed."
            if closes
            else "Leave the meeting out, or wait until it has agreed."
        )
        yield f"The meeting of {held_on} has not been held. {remedy}"
    elif meeting.on > asked.step.on:
        yield f"The meeting was on {held_on}. Give that day or a later one."
    elif meeting.on < commitment.made_on:
        yield f"The meeting of {held_on} was before {commitment.code} was made. Name a later one."
