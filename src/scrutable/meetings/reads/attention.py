"""What needs a person in bodies, meetings, decisions, promises and powers, on any day."""

from collections.abc import Mapping
from datetime import date

from scrutable.kernel.attention import Attention, gravest_first
from scrutable.meetings.reads import calendar, promises
from scrutable.meetings.reads.deadlines import attending_deadlines
from scrutable.meetings.reads.powers import attending_powers
from scrutable.meetings.rules.attending import Promised, promises_attention
from scrutable.registers import reads as registers


def attention(as_at: date, known: int) -> list[Attention]:
    """Return all that needs a person in this app, gravest first."""
    return gravest_first(
        [
            *attending_promises(as_at, known),
            *attending_powers(as_at, known),
            *attending_deadlines(as_at, known),
        ]
    )


def attending_promises(as_at: date, known: int) -> list[Attention]:
    """Return what of commitments and members' questions needs a person."""
    return list(promises_attention(promised(as_at, known)))


def promised(as_at: date, known: int) -> Promised:
    """Return commitments and questions as known, with the council's own policy for the day."""
    policy = registers.policy("attention", as_at, known)["commitments"]
    if not isinstance(policy, Mapping):
        raise TypeError("attention.commitments must be a table")
    return Promised(
        as_at=as_at,
        commitments=promises.commitments(known),
        questions=promises.questions(known),
        asked_on={one.code: one.on for one in calendar.meetings(known)},
        policy=policy,
    )
