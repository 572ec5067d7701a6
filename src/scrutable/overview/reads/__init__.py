"""Questions across everything: evidence behind a record, its cells, search."""

from scrutable.overview.reads.evidence import UnknownReference, evidence_of
from scrutable.overview.reads.excerpts import excerpt
from scrutable.overview.reads.searching import search

__all__ = ["UnknownReference", "evidence_of", "excerpt", "search"]
