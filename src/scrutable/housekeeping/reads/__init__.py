"""What was taken, what it came to, and what was found wrong."""

from scrutable.housekeeping.reads.findings import findings, numbers_of, things
from scrutable.housekeeping.reads.reconciling import (
    Laid,
    NoExtract,
    came_to,
    house_policy,
    laid,
    snapshot_of,
)

__all__ = [
    "Laid",
    "NoExtract",
    "came_to",
    "findings",
    "house_policy",
    "laid",
    "numbers_of",
    "snapshot_of",
    "things",
]
