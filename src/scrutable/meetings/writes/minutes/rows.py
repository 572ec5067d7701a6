"""A limb as its row, and minutes that may still change."""

import json

from scrutable.audit.writes import Change
from scrutable.meetings import facts, models
from scrutable.meetings.reads import minute_book as reads
from scrutable.meetings.rules.reading.shapes import outcome_as_json
from scrutable.meetings.writes.minutes.refusals import MinutesAlreadyConfirmed


def open_to_change(code: str, known: int) -> facts.Minutes:
    """Return the minutes; raises MinutesAlreadyConfirmed and UnknownMinutes."""
    found = reads.minutes(code, known, closed=True)
    if found.is_confirmed:
        raise MinutesAlreadyConfirmed(found)
    return found


def limb_row(limb: facts.Limb, by: str, under_way: Change) -> models.Limb:
    """Return the row of one version of a limb, not yet saved."""
    return models.Limb(
        minutes=limb.minutes,
        number=limb.number,
        outcome=json.dumps(outcome_as_json(limb.outcome), ensure_ascii=False),
        state=limb.state.value,
        reason=limb.reason,
        is_tracked=limb.is_tracked,
        settled_by=by,
        event=under_way.number,
    )
