"""Where every penny goes, and what a decision allows."""

from scrutable.money.rules.allocating import UnorderedSteps, allocated, split, unit_cost
from scrutable.money.rules.limiting import (
    came_after,
    reconciled,
    refusals_of_approval,
    refusals_of_commitment,
    refusals_of_lateness,
    standings,
    year_of,
)

__all__ = [
    "UnorderedSteps",
    "allocated",
    "came_after",
    "reconciled",
    "refusals_of_approval",
    "refusals_of_commitment",
    "refusals_of_lateness",
    "split",
    "standings",
    "unit_cost",
    "year_of",
]
