"""What bodies met about, decided, promised and delegated, as known at an event."""

from scrutable.meetings.reads.powers import (
    UnknownDelegation,
    UnknownRecommendation,
    attending_powers,
    delegation,
    delegation_versions,
    delegations,
    recommendation,
    recommendation_versions,
    recommendations,
    uses,
    uses_by_delegation,
)

__all__ = [
    "UnknownDelegation",
    "UnknownRecommendation",
    "attending_powers",
    "delegation",
    "delegation_versions",
    "delegations",
    "recommendation",
    "recommendation_versions",
    "recommendations",
    "uses",
    "uses_by_delegation",
]
