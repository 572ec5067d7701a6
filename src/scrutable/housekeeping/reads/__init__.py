"""What was taken, what it came to, and what was found wrong."""

from scrutable.housekeeping.reads.extracts import (
    MOST_REFUSED,
    RefusedRow,
    extract,
    extracts,
    is_laid,
    read_by,
    refused_rows,
)
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
from scrutable.housekeeping.reads.worklist import findings, numbers_of, things

__all__ = [
    "MOST_REFUSED",
    "Laid",
    "NoExtract",
    "RefusedRow",
    "came_to",
    "estate",
    "extract",
    "extracts",
    "findings",
    "house_policy",
    "is_laid",
    "laid",
    "last_snapshots",
    "licence_history",
    "licence_policy",
    "licence_product",
    "licences",
    "licences_kept_by",
    "numbers_of",
    "read_by",
    "refused_rows",
    "snapshot_of",
    "snapshots",
    "software_products",
    "statements",
    "taken_by",
    "things",
    "used_in",
]
