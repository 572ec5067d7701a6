"""Limbs confirmed one by one, corrected, struck and added; what stood before is kept."""

from dataclasses import replace
from datetime import datetime

from scrutable.audit.writes import Change, change
from scrutable.meetings import facts
from scrutable.meetings.reads import minute_book as reads
from scrutable.meetings.rules import settling
from scrutable.meetings.rules.reading.shapes import outcome_as_json
from scrutable.meetings.writes.minutes.refusals import UnfitLimb
from scrutable.meetings.writes.minutes.rows import limb_row, open_to_change


def settle_limb(*, limb: facts.Limb, by: str, at: datetime) -> facts.Limb:
    """Keep the limb as the officer has settled it; what stood before is kept.

    Raises UnfitLimb, UnknownMinutes, UnknownLimb and MinutesAlreadyConfirmed.
    """
    with change(verb=f"limb_{limb.state.value}", subject=limb.reference, by=by, at=at) as under_way:
        known = under_way.number - 1
        found = open_to_change(limb.minutes, known)
        stood = [
            kept for kept in reads.kept_limbs(limb.minutes, known) if kept.number == limb.number
        ]
        if not stood:
            raise reads.UnknownLimb(limb.minutes, limb.number)
        _keep(limb, found, by, under_way)
        under_way.before = _logged(stood[0], found)
    return reads.limb(limb.minutes, limb.number, under_way.number, closed=True)


def add_limb(*, limb: facts.Limb, by: str, at: datetime) -> facts.Limb:
    """Add a limb that the reader missed, and return it with its number.

    Raises UnfitLimb, UnknownMinutes and MinutesAlreadyConfirmed.
    """
    with change(verb="limb_added", subject=limb.reference, by=by, at=at) as under_way:
        known = under_way.number - 1
        found = open_to_change(limb.minutes, known)
        numbers = [kept.number for kept in reads.kept_limbs(limb.minutes, known)]
        added = replace(limb, number=max(numbers, default=0) + 1, state=facts.LimbState.ADDED)
        under_way.subject = added.reference
        _keep(added, found, by, under_way)
    return reads.limb(added.minutes, added.number, under_way.number, closed=True)


def _keep(limb: facts.Limb, found: facts.Minutes, by: str, under_way: Change) -> None:
    is_tracked = limb.is_tracked and limb.state is not facts.LimbState.STRUCK
    kept = replace(limb, reason=limb.reason.strip(), is_tracked=is_tracked)
    if wrong := settling.faults_of(kept, found.text):
        raise UnfitLimb(" ".join(wrong))
    limb_row(kept, by, under_way).save()
    under_way.after = _logged(kept, found)


def _logged(limb: facts.Limb, found: facts.Minutes) -> dict[str, object]:
    """Return what the log says of a limb: all of it, but no words of closed matter."""
    said: dict[str, object] = {"state": limb.state.value, "is_tracked": limb.is_tracked}
    if found.closure.is_open:
        said |= {"outcome": outcome_as_json(limb.outcome), "reason": limb.reason}
    return said
