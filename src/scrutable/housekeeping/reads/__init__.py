"""What was taken, what it came to, and what was found wrong."""

from scrutable.housekeeping.reads.worklist import findings, numbers_of, things
from scrutable.housekeeping.reads.laying import Laid, NoExtract, laid, snapshot_of
from scrutable.housekeeping.reads.licences import (
    licence_history,
    licence_policy,
    licence_product,
    licences,
    licences_kept_by,
    software_products,
    statements,
)
from scrutable.housekeeping.reads.reconciling import came_to, house_policy
from scrutable.housekeeping.reads.snapshots import (
    estate,
    last_snapshots,
    snapshots,
    taken_by,
    used_in,
)

__all__ = [
    "Laid",
    "NoExtract",
    "came_to",
    "estate",
    "findings",
    "house_policy",
    "laid",
    "last_snapshots",
    "licence_history",
    "licence_policy",
    "licence_product",
    "licences",
    "licences_kept_by",
    "numbers_of",
    "snapshot_of",
    "snapshots",
    "software_products",
    "statements",
    "taken_by",
    "things",
    "used_in",
]
