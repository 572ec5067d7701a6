"""What of the portfolio needs a person: each area's own, gathered; one plain list of reads."""

from collections.abc import Callable
from datetime import date

from scrutable.kernel.attention import Attention, gravest_first
from scrutable.portfolio.reads.attending import (
    benefits,
    capacity,
    dependence,
    lessons,
    outcomes,
    processes,
    projects,
    strategies,
)

AREAS: tuple[Callable[[date, int], list[Attention]], ...] = (
    benefits.attention,
    capacity.attention,
    dependence.attention,
    lessons.attention,
    outcomes.attention,
    processes.attention,
    projects.attention,
    strategies.attention,
)


def attention(as_at: date, known: int) -> list[Attention]:
    """Return what needs a person, gravest and oldest first."""
    return gravest_first(one for area in AREAS for one in area(as_at, known))
