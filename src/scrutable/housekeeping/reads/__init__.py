"""What was taken, what it came to, and what was found wrong."""

from scrutable.housekeeping.reads.findings import findings, numbers_of, things
from scrutable.housekeeping.reads.laying import Laid, NoExtract, laid, snapshot_of
from scrutable.housekeeping.reads.licences import (
    licence_history,
    licence_policy,
    licences,
    licences_kept_by,
    software_products,
    statements,
)
from scrutable.housekeeping.reads.reconciling import came_to, house_policy
from scrutable.housekeeping.reads.snapshots import last_snapshots

__all__ = [
    "Laid",
    "NoExtract",
    "came_to",
    "findings",
    "house_policy",
    "laid",
    "last_snapshots",
    "licence_history",
    "licence_policy",
    "licences",
    "licences_kept_by",
    "numbers_of",
    "snapshot_of",
    "software_products",
    "statements",
    "things",
]
