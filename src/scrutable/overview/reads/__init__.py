"""Questions across everything: attention, evidence behind a record, its cells, search."""

from scrutable.overview.reads.attending import ON_CONTRACTS, PARTS, attention
from scrutable.overview.reads.coming import coming
from scrutable.overview.reads.delivery import delivery
from scrutable.overview.reads.evidence import evidence_of
from scrutable.overview.reads.excerpts import excerpt
from scrutable.overview.reads.housekept import ON_ESTATE, housekept
from scrutable.overview.reads.missing import UnknownReference
from scrutable.overview.reads.searching import search
from scrutable.overview.reads.standing import newest_reports, standing
from scrutable.overview.reads.warming import warm

__all__ = [
    "ON_CONTRACTS",
    "ON_ESTATE",
    "PARTS",
    "UnknownReference",
    "attention",
    "coming",
    "delivery",
    "evidence_of",
    "excerpt",
    "housekept",
    "newest_reports",
    "search",
    "standing",
    "warm",
]
