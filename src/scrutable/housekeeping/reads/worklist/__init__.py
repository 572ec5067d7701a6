"""Findings: their rows, the list of work, one with its trace, and what of them needs a person."""

from scrutable.housekeeping.reads.worklist.listing import (
    counted,
    listed,
    numbers_listed,
    reach,
    snapshots_to,
)
from scrutable.housekeeping.reads.worklist.rows import (
    current,
    findings,
    findings_before,
    findings_numbered,
    handlings,
    numbers_of,
    said_fixed,
    standing_of,
    standings_of,
    things,
)

__all__ = [
    "counted",
    "current",
    "findings",
    "findings_before",
    "findings_numbered",
    "handlings",
    "listed",
    "numbers_listed",
    "numbers_of",
    "reach",
    "said_fixed",
    "snapshots_to",
    "standing_of",
    "standings_of",
    "things",
]
