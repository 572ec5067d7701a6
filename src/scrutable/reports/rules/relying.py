"""Decisions that relied on figures restated since, as what needs a person; pure."""

from collections.abc import Sequence
from datetime import date

from scrutable.kernel.attention import Attention, Gravity
from scrutable.kernel.wording import count_words, london_day
from scrutable.meetings.facts import DecisionRecord
from scrutable.reports.facts import Restated

MOST_NAMED = 3


def relying(
    record: DecisionRecord, restated: Sequence[Restated], owner: str, as_at: date, known: int
) -> Attention | None:
    """Return the decision as something for a person, or None where all it relied on stands."""
    found = [
        (london_day(one.since), one)
        for one in restated
        if one.since and one.event <= known and london_day(one.since) <= as_at
    ]
    if not found:
        return None
    return Attention(
        reference=record.reference,
        what=f"Decision {record.code} relied on {count_words(len(found), 'restated figure')}",
        why=_why([one for _, one in found]),
        since=min(day for day, _ in found),
        gravity=Gravity.SERIOUS,
        owner=owner,
        version=max(one.event for _, one in found),
    )


def _why(found: Sequence[Restated]) -> str:
    named = [
        f"{one.name}: printed as {one.figure.text_then}, {one.figure.text_now} now"
        for one in found[:MOST_NAMED]
    ]
    more = len(found) - len(named)
    said = "; ".join(named)
    rest = f"; and {count_words(more, 'more', 'more')}" if more > 0 else ""
    return f"{said}{rest}. Whoever decided should know, and say whether it stands."
