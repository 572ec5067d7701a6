"""What of an initiative does not fit the snapshots."""

from collections.abc import Sequence

from scrutable.evidence.facts import RowError
from scrutable.housekeeping.facts import Initiative, Snapshot
from scrutable.housekeeping.rules.initiatives import value_of
from scrutable.kernel.wording import date_words
from scrutable.records.reads import stands
from scrutable.records.writes import refusals_among_records


@refusals_among_records.register
def _(of: Initiative, known: int) -> Sequence[RowError]:
    """Refuse a baseline that the snapshot of its day contradicts."""
    snapshot = stands(Snapshot, known, part=of.part, as_at=of.baseline_on)
    said = value_of(of, snapshot) if snapshot else None
    if said is None or said == of.baseline:
        return ()
    day = date_words(of.baseline_on)
    fault = f"The snapshot as at {day} says {said:,}, not {of.baseline:,}"
    return [RowError("baseline", fault, "enter what it says, or another day")]
