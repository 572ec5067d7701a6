"""The line of sight from a strategy to what it does good, and the look back on a strategy."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from scrutable.portfolio.facts.lessons import LessonStanding
from scrutable.portfolio.facts.programme import Judged
from scrutable.portfolio.facts.projects import Project
from scrutable.portfolio.facts.strategies import (
    Objective,
    ObjectiveReview,
    ObjectiveVerdict,
    Strategy,
)


class Rung(StrEnum):
    """What stands on one step of the line of sight, from the top."""

    OBJECTIVE = "objective"
    PROJECT = "project"
    CONTRACT = "contract"
    KPI = "kpi"
    BENEFIT = "benefit"


class Gap(StrEnum):
    """What is missing below something that stands on the line of sight."""

    NO_PROJECT = "no_project"  # an objective that nothing is done for
    NO_BENEFIT = "no_benefit"  # a project that promises no good to anybody
    NO_KPI = "no_kpi"  # a contract of which no KPI is named
    MEASURES_NOTHING = "measures_nothing"  # a KPI by which no benefit is measured
    NOT_MEASURED = "not_measured"  # a benefit that nobody has measured, nor any KPI does


class SightNode(NamedTuple):
    """Something on the line of sight with all that hangs on it; `gap` is None where enough does.

    One contract may hang on several projects, each with its own KPIs below it. A tuple, since a
    strategy of two thousand projects has ten thousand of them.
    """

    rung: Rung
    reference: str
    label: str
    gap: Gap | None = None
    below: tuple["SightNode", ...] = ()
    version: int = 0


class HungProject(NamedTuple):
    """What the line of sight asks of a project, and no more."""

    number: str
    title: str
    objectives: tuple[str, ...]
    contracts: tuple[str, ...]
    kpis: tuple[str, ...]
    version: int

    @classmethod
    def of(cls, project: Project) -> "HungProject":
        """Return the project as the line of sight sees it."""
        return cls(
            number=project.number,
            title=project.title,
            objectives=project.objectives,
            contracts=project.contracts,
            kpis=project.kpis,
            version=project.version,
        )


class HungBenefit(NamedTuple):
    """What the line of sight asks of a benefit; `is_measured` by anybody, by the day."""

    project: str
    number: int
    title: str
    measured_by: str
    is_measured: bool
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveSeen:
    """An objective, the projects that hang on it, what was last found of it, and its tree."""

    objective: Objective
    projects: tuple[Judged, ...]
    review: ObjectiveReview | None
    tree: SightNode

    @property
    def verdict(self) -> ObjectiveVerdict | None:
        """Return what the last look found, None before any."""
        return self.review.verdict if self.review else None


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategySeen:
    """A strategy by a day; `unhung` are projects that hang on no objective of any strategy."""

    strategy: Strategy
    as_at: date
    objectives: tuple[ObjectiveSeen, ...]
    unhung: tuple[Judged, ...]
    followed_by: str = ""

    @property
    def projects(self) -> tuple[Judged, ...]:
        """Return every project that hangs on any of its objectives, once, by number."""
        found = {one.project.number: one for seen in self.objectives for one in seen.projects}
        return tuple(found[number] for number in sorted(found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """An objective in the look back on its strategy.

    `review` is the last by the day, `earlier` those before it, newest first. `lateness` is by
    how many days it was delivered after its day, or is overdue; None where it had no day or is
    given up.
    """

    objective: Objective
    review: ObjectiveReview | None
    earlier: tuple[ObjectiveReview, ...]
    projects: tuple[Judged, ...]
    lessons: tuple[LessonStanding, ...]
    lateness: int | None
    carried_to: Objective | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Retrospective:
    """What became of a strategy, objective by objective; `lessons` are those of the whole.

    `titles` are those of projects, by their number.
    """

    strategy: Strategy
    as_at: date
    looked: tuple[Looked, ...]
    successor: Strategy | None
    lessons: tuple[LessonStanding, ...]
    titles: Mapping[str, str] = field(default_factory=dict)

    def with_verdict(self, verdict: ObjectiveVerdict | None) -> tuple[Looked, ...]:
        """Return the objectives of which that was found; None for those without a look."""
        return tuple(
            one for one in self.looked if (one.review.verdict if one.review else None) == verdict
        )
