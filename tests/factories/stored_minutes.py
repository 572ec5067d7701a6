"""Minutes loaded for the board's meeting of 24 September 2026, as the database keeps them."""

from datetime import UTC, datetime

from factories.stored_promises import AT, stored_board
from scrutable.meetings import facts, writes

MEETING = "OSMB-2026-09-24"
LATER = datetime(2026, 10, 13, 8, tzinfo=UTC)
TEXT = """Minutes of the Overview and Scrutiny Management Board

IMT Services

The Board considered a report on IMT services.

RESOLVED

1. That the report be noted.
2. That the Head of IT report back to the next meeting on the top 20 projects.
3. That authority be delegated to the Director of Finance, in consultation with the Leader,
   to award the contract.
"""


def incoming(text=TEXT, **given):
    """Return a file of minutes for the meeting."""
    told = {"content": text.encode(), "name": "minutes.txt", "meeting": MEETING}
    return facts.IncomingMinutes(**told | given)


def loaded(text=TEXT, at=AT, **given):
    """Load minutes for the meeting, whose board is recorded with them if it is not there."""
    return writes.load_minutes(incoming=incoming(text, **given), by="a.clerk", at=at)


def stored_minutes(text=TEXT, **given):
    """Record the board and its meetings, and load minutes."""
    stored_board()
    return loaded(text, **given)


def outcome(text, **given):
    """Return an outcome whose words stand in the minutes."""
    start = TEXT.index(text)
    told = {"kind": facts.OutcomeKind.AGREE, "text": text, "span": (start, start + len(text))}
    return facts.Outcome(**told | given)
