"""What was taken, what it came to, and what was found wrong."""

from scrutable.housekeeping.reads.attending import AREAS, attention
from scrutable.housekeeping.reads.extracts import (
    MOST_REFUSED,
    RefusedRow,
    extract,
    extracts,
    kept_until,
    read_by,
    refused_rows,
)
from scrutable.housekeeping.reads.initiatives import (
    initiative,
    initiatives,
    initiatives_attention,
)
from scrutable.housekeeping.reads.laying import (
    Laid,
    NoExtract,
    NoMapping,
    engine_at_work,
    laid,
    refused_rows_of,
    saved_mappings,
    snapshot_of,
)
from scrutable.housekeeping.reads.licences import (
    ON_LICENCES,
    ending_months,
    licence_history,
    licence_product,
    licences,
    licences_kept_by,
    licences_seen,
    software_products,
    statements,
)
from scrutable.housekeeping.reads.naming import names_somebody
from scrutable.housekeeping.reads.reconciling import came_to, house_policy
from scrutable.housekeeping.reads.snapshots import (
    estate,
    last_snapshots,
    snapshots,
    taken_by,
    used_in,
)
from scrutable.housekeeping.reads.whole import estate_before, whole_estate
from scrutable.housekeeping.reads.worklist import findings, numbers_of, things

__all__ = [
    "AREAS",
    "MOST_REFUSED",
    "ON_LICENCES",
    "Laid",
    "NoExtract",
    "NoMapping",
    "RefusedRow",
    "attention",
    "came_to",
    "ending_months",
    "engine_at_work",
    "estate",
    "estate_before",
    "extract",
    "extracts",
    "findings",
    "house_policy",
    "initiative",
    "initiatives",
    "initiatives_attention",
    "kept_until",
    "laid",
    "last_snapshots",
    "licence_history",
    "licence_product",
    "licences",
    "licences_kept_by",
    "licences_seen",
    "names_somebody",
    "numbers_of",
    "read_by",
    "refused_rows",
    "refused_rows_of",
    "saved_mappings",
    "snapshot_of",
    "snapshots",
    "software_products",
    "statements",
    "taken_by",
    "things",
    "used_in",
    "whole_estate",
]
