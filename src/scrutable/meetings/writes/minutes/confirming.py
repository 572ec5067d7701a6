"""Minutes confirmed once and for all, their tracked limbs made commitments."""

from datetime import datetime

from django.db import transaction

from scrutable.audit.reads import number_at
from scrutable.audit.writes import Change, change
from scrutable.meetings import facts, models
from scrutable.meetings.reads import calendar
from scrutable.meetings.reads import minute_book as reads
from scrutable.meetings.rules import settling
from scrutable.meetings.writes.minutes.refusals import NotYetLookedAt, UnfitMinutes
from scrutable.meetings.writes.minutes.rows import open_to_change
from scrutable.meetings.writes.promises import UnfitCommitment, make_commitment


def confirm_minutes(*, minutes: str, by: str, at: datetime) -> facts.Minutes:
    """Confirm the minutes and make a commitment of each tracked limb, all in one transaction.

    Raises NotYetLookedAt, UnfitMinutes, UnknownMinutes and MinutesAlreadyConfirmed.
    """
    with transaction.atomic():
        with change(
            verb="minutes_confirmed", subject=f"minutes/{minutes}", by=by, at=at
        ) as under_way:
            known = under_way.number - 1
            found = open_to_change(minutes, known)
            limbs = reads.kept_limbs(minutes, known)
            tracked = settling.tracked(limbs)
            _refuse_unfit(found, limbs, tracked, known)
            models.MinutesConfirmed.objects.create(
                minutes=minutes,
                confirmed_by=by,
                confirmed_at=under_way.at,
                event=under_way.number,
            )
            under_way.after = {"limbs": len(limbs), "tracked": [limb.number for limb in tracked]}
        _make_commitments(found, tracked, by, under_way)
    return reads.minutes(minutes, number_at(), closed=True)


def _refuse_unfit(
    found: facts.Minutes, limbs: list[facts.Limb], tracked: list[facts.Limb], known: int
) -> None:
    if waiting := settling.unlooked_at(limbs):
        raise NotYetLookedAt(waiting)
    elsewhere = reads.limbs_tracked(found.meeting, found.item, known)
    twice = [
        f"Limb {limb.number} is tracked already as {twin.reference}."
        for limb in tracked
        if (twin := settling.twin_of(limb.outcome, elsewhere))
    ]
    if twice:
        raise UnfitMinutes(" ".join([*twice, "Say of each that it is not tracked here."]))


def _make_commitments(
    found: facts.Minutes, tracked: list[facts.Limb], by: str, under_way: Change
) -> None:
    meeting = calendar.meeting(found.meeting, under_way.number)
    for limb in tracked:
        try:
            commitment = settling.commitment_of(limb, found, meeting)
            make_commitment(commitment=commitment, by=by, at=under_way.at)
        except UnfitCommitment as fault:
            raise UnfitMinutes(f"Limb {limb.number} cannot be tracked. {fault}") from fault
