"""Monthly updates, and each project with what was last said of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from scrutable.portfolio.facts.dates import DateLine, MoveKind
from scrutable.portfolio.facts.projects import Project, Status
from scrutable.records.facts import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A project with its go-live and its last status, None where nobody has said."""

    project: Project
    go_live: DateLine | None
    status: Status | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectUpdate:
    """A project as an update says it is from now on, new or changed."""

    project: Project
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateUpdate:
    """A line of a monthly update: what a project says of one milestone.

    `title` counts with the first date only. `on` is None where it is the update's own day.
    """

    project: str
    milestone: str
    kind: MoveKind
    to: date
    reason: str
    place: str
    approver: str = ""
    title: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordUpdate:
    """Something else that an update says: money, a dependency, a measurement.

    `cells` says of each field where it was read; `place` is that of the row. `hangs_anew` where
    it is new, or what it hangs on is another, so that the other records have to agree.
    """

    record: Record
    place: str
    cells: Mapping[str, str] = field(default_factory=dict)
    hangs_anew: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingUpdate:
    """A monthly update as read: every good line, on the day it speaks of.

    `cell_map` is the reference of the map, with its version, by which a workbook not our own was
    read. `known` is the number of the last event that it was held against, None where it was not.
    """

    on: date
    dates: tuple[DateUpdate, ...]
    statuses: tuple[Status, ...]
    content: bytes
    name: str
    projects: tuple[ProjectUpdate, ...] = ()
    records: tuple[RecordUpdate, ...] = ()
    cell_map: str = ""
    known: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateReceived:
    """A monthly update that was taken in, with how much of each it said."""

    number: int
    on: date
    file: str
    file_name: str
    dates: int
    statuses: int
    projects: int = 0
    records: int = 0
    cell_map: str = ""
    version: int = 0

    @property
    def reference(self) -> str:
        """Return the update's reference."""
        return f"update/{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateLine:
    """One thing that an update said: of what, and in which cell of which file."""

    update: int
    reference: str
    place: str
    file: str
    file_name: str
    event: int


class Effect(StrEnum):
    """What taking in a line of an update does."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedLine:
    """What one line of an update would do; `before` is None where nothing stands."""

    project: str
    item: str  # the milestone, the line of funding, the benefit; "" for the project itself
    what: str  # project, baseline, rebaseline, forecast, actual, status, funding and so on
    effect: Effect
    before: date | str | None
    after: date | str | None
    place: str
