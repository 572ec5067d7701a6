"""Licences: what is in use, against what there is, and what may be signed of it; pure."""

from scrutable.housekeeping.rules.licences.counting import (
    consumption,
    gaps,
    known_products,
    products_used,
    uncounted,
)
from scrutable.housekeeping.rules.licences.positions import (
    counts,
    coverage,
    last_priced,
    liability,
    licence_findings,
    positions,
    sums,
    sums_by_metric,
    term_state,
    terms,
    wasted,
)
from scrutable.housekeeping.rules.licences.statements import (
    agrees_with,
    disagreements,
    statement,
)

__all__ = [
    "agrees_with",
    "consumption",
    "counts",
    "coverage",
    "disagreements",
    "gaps",
    "known_products",
    "last_priced",
    "liability",
    "licence_findings",
    "positions",
    "products_used",
    "statement",
    "sums",
    "sums_by_metric",
    "term_state",
    "terms",
    "uncounted",
    "wasted",
]
