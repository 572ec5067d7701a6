"""Projects and their status."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Theme(StrEnum):
    """What a project is for."""

    MODERNISE = "modernise"
    OPTIMISE = "optimise"
    TRANSFORM = "transform"


class ProjectStage(StrEnum):
    """How far a project has come."""

    IDEA = "idea"
    BUSINESS_CASE = "business_case"
    DELIVERY = "delivery"
    TESTING = "testing"
    LIVE = "live"
    ON_HOLD = "on_hold"
    STOPPED = "stopped"
    FINISHED = "finished"


ENDED = frozenset({ProjectStage.STOPPED, ProjectStage.FINISHED})
RESERVED_NUMBERS = frozenset(  # addresses of other pages
    {"new", "template", "updates", "maps", "money", "dependencies"}
)


class Rating(StrEnum):
    """How well something goes; a scale of three leaves out the two between."""

    GREEN = "green"
    AMBER_GREEN = "amber_green"
    AMBER = "amber"
    AMBER_RED = "amber_red"
    RED = "red"


class Scale(StrEnum):
    """Of how many ratings an assessor had the choice."""

    THREE = "three"
    FIVE = "five"


class Part(StrEnum):
    """What a status is made up of."""

    TIME = "time"
    COST = "cost"
    SCOPE = "scope"
    BENEFITS = "benefits"


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A project as known at one time; `place` is on the priority list, None where not on it."""

    number: str  # 277, 16-BCM-07
    title: str
    theme: Theme
    objective: str
    sponsor: str
    manager: str
    stage: ProjectStage
    suppliers: tuple[str, ...] = ()  # references
    objectives: tuple[str, ...] = ()  # references of what it is to bring about
    contracts: tuple[str, ...] = ()  # references of those it is delivered under
    kpis: tuple[str, ...] = ()  # references of those it is to move
    third_parties: tuple[str, ...] = ()
    place: int | None = None
    place_reason: str = ""
    version: int = 0

    @property
    def reference(self) -> str:
        """Return the project's reference."""
        return project_reference(self.number)


def project_reference(number: str) -> str:
    """Return the reference of the project with this number."""
    return f"project/{number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What somebody found of a project on a day; a part that is None was not assessed.

    `to_green` is what it takes to be green again, `green_by` by when; "" and None where nobody
    has said.
    """

    project: str
    on: date
    scale: Scale
    overall: Rating
    time: Rating | None
    cost: Rating | None
    scope: Rating | None
    benefits: Rating | None
    assessor: str
    reasons: str
    override_reason: str = ""
    confidence: Rating | None = None
    to_green: str = ""
    green_by: date | None = None
    file: str = ""
    place: str = ""
    version: int = 0

    @property
    def parts(self) -> dict[Part, Rating | None]:
        """Return the rating of each part."""
        return {
            Part.TIME: self.time,
            Part.COST: self.cost,
            Part.SCOPE: self.scope,
            Part.BENEFITS: self.benefits,
        }

    @property
    def reference(self) -> str:
        """Return the status's reference."""
        return f"{project_reference(self.project)}/status/{self.on.isoformat()}"
