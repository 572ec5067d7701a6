"""Tables of housekeeping; every row is kept but the names, which can be erased."""

from scrutable.audit.models import Kept
from scrutable.housekeeping import facts
from scrutable.housekeeping.models.findings import Finding, Handling, Thing
from scrutable.housekeeping.models.snapshots import Extract, SavedMapping, Snapshot
from scrutable.records import models as records
from scrutable.records.facts import Record

TABLES: dict[type[Record], type[Kept]] = {
    facts.Extract: Extract,
    facts.Finding: Finding,
    facts.Handling: Handling,
    facts.SavedMapping: SavedMapping,
    facts.Snapshot: Snapshot,
}
records.TABLES.update(TABLES)

__all__ = [
    "TABLES",
    "Extract",
    "Finding",
    "Handling",
    "SavedMapping",
    "Snapshot",
    "Thing",
]
