"""What of the portfolio needs a person: each area's own, gathered; one plain list of reads."""

from collections.abc import Mapping
from datetime import date

from scrutable.audit.reads import Area
from scrutable.kernel.attention import Attention, gravest_first
from scrutable.portfolio.models import Dependency, Funding
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
from scrutable.portfolio.reads.resting import (
    ON_BENEFITS,
    ON_CAPACITY,
    ON_DEPENDENCE,
    ON_LESSONS,
    ON_OBJECTIVES,
    ON_OUTCOMES,
    ON_PROCESSES,
    ON_PROJECTS,
)

AREAS: Mapping[str, Area] = {
    "benefits": Area(benefits.attention, ON_BENEFITS),
    "capacity": Area(capacity.attention, ON_CAPACITY),
    "dependence": Area(dependence.attention, ON_DEPENDENCE),
    "lessons": Area(lessons.attention, ON_LESSONS),
    "outcomes": Area(outcomes.attention, ON_OUTCOMES),
    "processes": Area(processes.attention, ON_PROCESSES),
    "projects": Area(projects.attention, (*ON_PROJECTS, Funding, Dependency)),
    "strategies": Area(strategies.attention, ON_OBJECTIVES),
}


def attention(as_at: date, known: int) -> list[Attention]:
    """Return what needs a person, gravest and oldest first."""
    return gravest_first(one for area in AREAS.values() for one in area.attention(as_at, known))
