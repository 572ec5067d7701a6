"""Findings: their rows, the list of work, one with its trace, and what of them needs a person."""

from scrutable.housekeeping.reads.worklist.attending import findings_needing, findings_seen
from scrutable.housekeeping.reads.worklist.erasing import erasable, looked_at, looks
from scrutable.housekeeping.reads.worklist.listing import (
    ON_FINDINGS,
    ORDERS,
    answers,
    counted,
    listed,
    numbers_listed,
    reach,
)
from scrutable.housekeeping.reads.worklist.paging import Worklist
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
from scrutable.housekeeping.reads.worklist.telling import (
    finding_told,
    thing,
    things_of_person,
    things_told,
)

__all__ = [
    "ON_FINDINGS",
    "ORDERS",
    "Worklist",
    "answers",
    "counted",
    "current",
    "erasable",
    "finding_told",
    "findings",
    "findings_before",
    "findings_needing",
    "findings_numbered",
    "findings_seen",
    "handlings",
    "listed",
    "looked_at",
    "looks",
    "numbers_listed",
    "numbers_of",
    "reach",
    "said_fixed",
    "standing_of",
    "standings_of",
    "thing",
    "things",
    "things_of_person",
    "things_told",
]
