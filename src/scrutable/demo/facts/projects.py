"""What happens to projects in a story; pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from scrutable.portfolio.facts import Move, Project, Status
from scrutable.records.facts import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectRecorded:
    """A project is written down."""

    project: Project


@dataclass(frozen=True, slots=True, kw_only=True)
class GoLiveMoved:
    """Something is said of the day on which a project goes live."""

    project: str
    move: Move


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusGiven:
    """Somebody says how a project does."""

    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordTold:
    """Anything that is recorded whole is written down."""

    record: Record


@dataclass(frozen=True, slots=True, kw_only=True)
class LookPut:
    """A look at a transition is put into the work programme of its body."""

    transition: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateSent:
    """The month's workbook of the projects comes in: go-lives and statuses, one line each."""

    on: date
    moves: Sequence[GoLiveMoved]
    statuses: Sequence[Status]
    name: str


ProjectWhat = ProjectRecorded | GoLiveMoved | StatusGiven | RecordTold | LookPut | UpdateSent
