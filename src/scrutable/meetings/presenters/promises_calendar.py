"""Days on which commitments are due, as entries that other programs take up; pure."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from scrutable.meetings.facts import Commitment, Standing
from scrutable.meetings.presenters.ics import Entry
from scrutable.meetings.presenters.promises_words import STATE_WORDS, due_words, owner_words
from scrutable.meetings.rules.attending import short
from scrutable.meetings.rules.promises import is_open


def entries(
    found: Iterable[tuple[Commitment, Standing]],
    names: Mapping[str, str],
    stamps: Mapping[int, datetime],
    host: str = "",
) -> list[Entry]:
    """Return an entry for each that waits for its answer and has a day; `host` begins addresses."""
    return [
        Entry(
            key=commitment.reference,
            summary=f"Due: {short(commitment.said)}",
            on=stands.due.last,
            stamp=stamps[commitment.version],
            version=commitment.version,
            description=(
                f"Commitment {commitment.code} to {names.get(commitment.body, commitment.body)}. "
                f"Owner: {owner_words(stands.owner)}. Due: {due_words(stands.due)}. "
                f"{STATE_WORDS[stands.state]}."
            ),
            address=f"{host}/commitments/{commitment.code}/" if host else "",
        )
        for commitment, stands in found
        if is_open(stands.state) and stands.due is not None and stands.due.last is not None
    ]
