"""A board with its meetings and a commitment to it, as the database keeps them."""

from datetime import UTC, date, datetime

from factories.promise_facts import commitment, day
from scrutable.meetings import facts, writes

AT = datetime(2026, 10, 12, 8, tzinfo=UTC)
BOARD = facts.Body(
    code="OSMB",
    name="Overview and Scrutiny Management Board",
    kind=facts.BodyKind.SCRUTINY,
)
CABINET = facts.Body(code="CABINET", name="Cabinet", kind=facts.BodyKind.EXECUTIVE)
HELD, CANCELLED = facts.MeetingState.HELD, facts.MeetingState.CANCELLED


def stored_board():
    """Record the board, the cabinet, two meetings held and one to come."""
    for body in (BOARD, CABINET):
        writes.record_body(body=body, by="a.clerk", at=AT)
    stored_meeting("6-25", state=HELD)
    stored_meeting("9-24", state=HELD)
    stored_meeting("11-26")


def stored_meeting(on, body="OSMB", state=facts.MeetingState.PLANNED):
    """Record a meeting on a day of 2026."""
    meeting = facts.Meeting(code=f"{body}-{day(on)}", body=body, on=day(on), state=state)
    return writes.record_meeting(meeting=meeting, by="a.clerk", at=AT)


def made(**given):
    """Make the commitment of 25 June, numbered by the store."""
    told = commitment(**({"number": 0} | given))
    return writes.make_commitment(commitment=told, by="a.clerk", at=AT)


def taken(code, kind, on, **given):
    """Take a step on a day of 2026."""
    step = facts.Step(kind=facts.StepKind(kind), on=day(on), by="t.okafor", **given)
    return writes.take_step(commitment=code, step=step, by="t.okafor", at=AT)


def promised(**given):
    """Return a promise made in answer to a question."""
    told = {
        "number": 0,
        "kind": facts.OutcomeKind.ACTION,
        "source": facts.CommitmentSource.QUESTION,
        "source_reference": "question/OSMB-2026-06-25/1",
        "made_on": date(2026, 7, 3),
        "text": "Send the figures to members",
        "owner": "Head of IT",
    }
    return commitment(**told | given)
