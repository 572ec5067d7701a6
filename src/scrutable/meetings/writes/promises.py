"""Commitments made, and each step that one takes: rows are added and none is ever edited."""

from dataclasses import replace
from datetime import date, datetime

from scrutable.audit.writes import Change, change
from scrutable.kernel.wording import date_words, london_day
from scrutable.meetings import facts, models
from scrutable.meetings.facts.codes import yearly_code
from scrutable.meetings.reads import calendar, promises
from scrutable.meetings.rules.promises import settled
from scrutable.meetings.rules.stepping import Asked, refusals
from scrutable.meetings.writes.numbering import next_number
from scrutable.registers import reads as registers


class UnfitCommitment(Exception):
    """The commitment cannot be made as it is told."""


class IllegalStep(Exception):
    """The commitment cannot take the step; says every reason and what to do."""


def make_commitment(*, commitment: facts.Commitment, by: str, at: datetime) -> facts.Commitment:
    """Make a commitment and return it with the number it was given, the next of its year.

    Its year is that of the day it was made on. Raises UnfitCommitment, and UnknownBody,
    UnknownMeeting or UnknownContract for what it names and nobody has recorded.
    """
    with change(verb="commitment_made", subject="commitment", by=by, at=at) as under_way:
        known = under_way.number - 1
        _check(commitment, known, london_day(under_way.at))
        year = commitment.made_on.year
        number = commitment.number or next_number(models.Commitment.objects.filter(year=year))
        if models.Commitment.objects.filter(year=year, number=number).exists():
            raise UnfitCommitment(
                f"There is a commitment {yearly_code(year, number)} already. Leave the number out."
            )
        made = replace(commitment, year=year, number=number, steps=(), version=under_way.number)
        under_way.subject = made.reference
        _store(made, under_way)
    return promises.commitment(made.code, made.version, closed=True)


def take_step(*, commitment: str, step: facts.Step, by: str, at: datetime) -> facts.Commitment:
    """Add a step to a commitment's history and return it with all of them.

    Raises UnknownCommitment, UnknownMeeting, and IllegalStep with every reason at once.
    """
    subject = f"commitment/{commitment}"
    verb = f"commitment_{step.kind.value}"
    with change(verb=verb, subject=subject, by=by, at=at) as under_way:
        known = under_way.number - 1
        found = promises.commitment(commitment, known, closed=True)
        today = london_day(under_way.at)
        wrong = refusals(
            Asked(
                commitment=found,
                step=_with_day(found, step, known),
                today=today,
                meeting=calendar.meeting(step.agreed_in, known) if step.agreed_in else None,
            )
        )
        if wrong:
            raise IllegalStep(" ".join(wrong))
        _store_step(found, step, under_way)
    return promises.commitment(commitment, under_way.number, closed=True)


def _check(commitment: facts.Commitment, known: int, today: date) -> None:
    wrong = []
    if not commitment.text.strip():
        wrong.append("Enter what was promised.")
    if commitment.made_on > today:
        wrong.append(
            f"{date_words(commitment.made_on)} has not come yet. Give the day it was made on."
        )
    due = commitment.due
    if due is not None and due.last is not None and due.last < commitment.made_on:
        wrong.append(f"It is due by {date_words(due.last)}, before it was made. Give a later day.")
    if wrong:
        raise UnfitCommitment(" ".join(wrong))
    calendar.body(commitment.body, known)
    for meeting in filter(None, (commitment.made_in, commitment.due_meeting)):
        calendar.meeting(meeting, known)
    if commitment.contract:
        registers.contract(commitment.contract, known)


def _with_day(commitment: facts.Commitment, step: facts.Step, known: int) -> facts.Step:
    """Return the step with the day of the meeting at which it becomes due, as reads will."""
    if step.due_meeting:
        calendar.meeting(step.due_meeting, known)
    bare = replace(commitment, steps=(step,))
    return settled(bare, calendar.meetings(known)).steps[0]


def _store(made: facts.Commitment, under_way: Change) -> None:
    columns: dict[str, object] = {
        "body": made.body,
        "text": made.text.strip(),
        "kind": made.kind.value,
        "source": made.source.value,
        "source_reference": made.source_reference,
        "made_in": made.made_in,
        "made_on": made.made_on,
        "owner": made.owner.strip(),
        "consultees": list(made.consultees),
        **_due_columns(made.due, made.due_meeting),
        "condition": made.condition,
        "contract": made.contract,
        "openness": made.closure.openness.value,
        "paragraphs": list(made.closure.paragraphs),
        "public_interest": made.closure.public_interest,
    }
    models.Commitment.objects.create(
        year=made.year, number=made.number, event=under_way.number, **columns
    )
    under_way.after = _logged(columns, made.closure)


def _store_step(commitment: facts.Commitment, step: facts.Step, under_way: Change) -> None:
    columns: dict[str, object] = {
        "kind": step.kind.value,
        "on": step.on,
        "done_by": step.by.strip(),
        "words": step.words.strip(),
        **_due_columns(step.due, step.due_meeting),
        "owner": step.owner.strip(),
        "agreed_in": step.agreed_in,
        "paper": step.paper,
    }
    models.CommitmentStep.objects.create(
        year=commitment.year,
        number=commitment.number,
        order=len(commitment.steps) + 1,
        event=under_way.number,
        **columns,
    )
    under_way.after = _logged(columns, commitment.closure)


def _due_columns(due: facts.Due | None, meeting: str) -> dict[str, object]:
    return {
        "due_words": due.words if due else "",
        "due_from": due.first if due else None,
        "due_to": due.last if due else None,
        "due_meeting": meeting,
    }


def _logged(columns: dict[str, object], closure: facts.Closure) -> dict[str, object]:
    """Return what the log says of it: whatever was given, without the words of closed matter."""
    kept = () if closure.is_open else ("text", "words", "condition", "public_interest")
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in columns.items()
        if value not in (None, "", []) and name not in kept
    }
