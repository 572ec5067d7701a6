"""What of the portfolio needs a person: each area's own, gathered; one plain list of reads."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

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
from scrutable.portfolio.reads.resting import ON_BENEFITS, ON_PROJECTS, ON_STRATEGIES, Tables


class Area(NamedTuple):
    """What reads the part of one area, and the tables that its answer rests on alone.

    Of an area that is read in no time, or rests on much, none are named.
    """

    attention: Callable[[date, int], list[Attention]]
    on: Tables = ()


AREAS: Mapping[str, Area] = {
    "benefits": Area(benefits.attention, ON_BENEFITS),
    "capacity": Area(capacity.attention),
    "dependence": Area(dependence.attention),
    "lessons": Area(lessons.attention),
    "outcomes": Area(outcomes.attention),
    "processes": Area(processes.attention),
    "projects": Area(projects.attention, (*ON_PROJECTS, Funding, Dependency)),
    "strategies": Area(strategies.attention, ON_STRATEGIES),
}


def attention(as_at: date, known: int) -> list[Attention]:
    """Return what needs a person, gravest and oldest first."""
    return gravest_first(one for area in AREAS.values() for one in area.attention(as_at, known))
