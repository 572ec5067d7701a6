"""What must be looked at before minutes are confirmed, and what becomes a commitment; pure."""

from collections.abc import Iterable, Sequence

from scrutable.meetings.facts import (
    Certainty,
    Commitment,
    CommitmentSource,
    Limb,
    LimbState,
    Meeting,
    Minutes,
    Outcome,
    Reading,
)
from scrutable.meetings.rules.quoting import same_words
from scrutable.meetings.rules.tracking import is_trackable

NEEDS_REASON = frozenset((LimbState.CORRECTED, LimbState.ADDED, LimbState.STRUCK))


def limbs_as_read(minutes: str, reading: Reading, tracked: Sequence[Limb]) -> list[Limb]:
    """Return the outcomes as limbs that nobody has looked at, numbered from 1.

    What `tracked` limbs of other minutes of the meeting say already is not tracked twice.
    """
    return [
        Limb(
            minutes=minutes,
            number=at,
            outcome=outcome,
            is_tracked=is_trackable(outcome) and twin_of(outcome, tracked) is None,
        )
        for at, outcome in enumerate(reading.outcomes, start=1)
    ]


def twin_of(outcome: Outcome, limbs: Iterable[Limb]) -> Limb | None:
    """Return the limb that says the same, such as one of the minutes' draft; None for none."""
    for limb in limbs:
        if limb.outcome.kind is outcome.kind and same_words(limb.outcome.text, outcome.text):
            return limb
    return None


def unlooked_at(limbs: Iterable[Limb]) -> list[Limb]:
    """Return the limbs that are unclear and that nobody has settled yet."""
    return [
        limb
        for limb in limbs
        if limb.state is LimbState.AS_READ and limb.outcome.certainty is Certainty.UNCLEAR
    ]


def tracked(limbs: Iterable[Limb]) -> list[Limb]:
    """Return the limbs that become commitments when the minutes are confirmed."""
    return [limb for limb in limbs if limb.is_tracked and limb.state is not LimbState.STRUCK]


def faults_of(limb: Limb, text: str) -> list[str]:
    """Return why a limb cannot be kept as it is told, each with what to do."""
    start, end = limb.outcome.span
    wrong = []
    if not limb.outcome.text.strip():
        wrong.append("Quote the words of the text that say it.")
    elif not 0 <= start < end <= len(text):
        wrong.append("The place given is not in the text. Quote the words of the text.")
    if limb.state in NEEDS_REASON and not limb.reason.strip():
        wrong.append("Enter the reason.")
    due = limb.outcome.due
    if due and due.first and due.last and due.last < due.first:
        wrong.append("It is due to begin after it ends. Change one of the days.")
    return wrong


def commitment_of(limb: Limb, minutes: Minutes, meeting: Meeting) -> Commitment:
    """Return the commitment that the limb makes, not yet numbered."""
    outcome = limb.outcome
    source = CommitmentSource.PROMISE if outcome.in_discussion else CommitmentSource.RESOLUTION
    return Commitment(
        year=meeting.on.year,
        number=0,
        body=meeting.body,
        text=outcome.text,
        kind=outcome.kind,
        source=source,
        source_reference=limb.reference,
        made_in=meeting.code,
        made_on=meeting.on,
        owner=outcome.owner,
        consultees=outcome.consultees,
        due=outcome.due,
        condition=outcome.condition,
        closure=minutes.closure,
    )
