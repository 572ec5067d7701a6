"""Projects, the dates of their milestones, their status: the nouns."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

GO_LIVE = "go-live"  # the milestone that every list shows


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


class MoveKind(StrEnum):
    """What was said of a milestone's date."""

    BASELINE = "baseline"
    REBASELINE = "rebaseline"
    FORECAST = "forecast"
    ACTUAL = "actual"


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
class Move:
    """What was said of a milestone's date on a day: planned, planned anew, expected, or reached."""

    kind: MoveKind
    on: date
    to: date
    approver: str = ""
    reason: str = ""
    file: str = ""
    place: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLine:
    """A milestone's dates: the original one is never lost, whatever is planned anew.

    `forecast` and `actual` are None where nobody has said. `set_on` is when the original was
    set, `said_on` when anything was last said.
    """

    project: str
    milestone: str
    title: str
    original: date
    current: date
    forecast: date | None
    actual: date | None
    set_on: date
    said_on: date
    rebaselines: int

    @property
    def reference(self) -> str:
        """Return the milestone's reference."""
        return f"{project_reference(self.project)}/{self.milestone}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """How late a milestone is, in days, against both baselines; less than nought is early."""

    expected: date
    against_original: int
    against_current: int
    rebaselines: int
    is_reached: bool
    is_overdue: bool  # its day has passed, and nobody has said that it was reached


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What somebody found of a project on a day; a part that is None was not assessed."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolerance:
    """After how many days' slip the dates alone make a project amber, and red."""

    amber_after: int
    red_after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A forecast that was made once: so many days ahead, and so many it took."""

    said_ahead: int
    took: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastRange:
    """Between which days a milestone will be reached, by what became of earlier forecasts.

    `own` and `others` say how many earlier forecasts it rests on; `of_milestones` of how many
    milestones that were reached.
    """

    low: date
    likely: date
    high: date
    own: int
    others: int
    of_milestones: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBack:
    """How often the range would have held: of so many forecasts, each milestone left out."""

    inside: int
    tried: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A project with its go-live and its last status, None where nobody has said."""

    project: Project
    go_live: DateLine | None
    status: Status | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateUpdate:
    """A line of a monthly update: what a project says of one milestone."""

    project: str
    milestone: str
    kind: MoveKind
    to: date
    reason: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingUpdate:
    """A monthly update as read: every good line, on the day it speaks of."""

    on: date
    dates: tuple[DateUpdate, ...]
    statuses: tuple[Status, ...]
    content: bytes
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateReceived:
    """A monthly update that was taken in."""

    number: int
    on: date
    file: str
    file_name: str
    dates: int
    statuses: int
    version: int = 0

    @property
    def reference(self) -> str:
        """Return the update's reference."""
        return f"update/{self.number}"
