"""Monthly updates, and each project with what was last said of it."""

from dataclasses import dataclass
from datetime import date

from scrutable.portfolio.facts.dates import DateLine, MoveKind
from scrutable.portfolio.facts.projects import Project, Status


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
