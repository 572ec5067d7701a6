"""What happens to projects in a story; pure."""

from dataclasses import dataclass

from scrutable.portfolio.facts import Move, Project, Status


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


ProjectWhat = ProjectRecorded | GoLiveMoved | StatusGiven
