"""The dates of projects' milestones: what was said of each, how far it slips, what to expect."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from scrutable.portfolio.facts.projects import project_reference

GO_LIVE = "go-live"  # the milestone that every list shows


class MoveKind(StrEnum):
    """What was said of a milestone's date."""

    BASELINE = "baseline"
    REBASELINE = "rebaseline"
    FORECAST = "forecast"
    ACTUAL = "actual"


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
    set, `said_on` when anything was last said, `version` the event of that.
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
    version: int = 0

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
