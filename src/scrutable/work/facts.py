"""Jobs, their progress and letters; pure."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class JobState(StrEnum):
    """How far a job has come."""

    QUEUED = "queued"
    RUNNING = "running"
    FINISHED = "finished"
    FAILED = "failed"


class Progress(Protocol):
    """What long work calls to say how far it is; a page or a terminal shows it."""

    def __call__(self, done: int, total: int, message: str = "") -> None:
        """Take the steps done of a total (nought while it is not known) and what is being done."""


def silent(done: int, total: int, message: str = "") -> None:
    """Show nothing: for work that nobody watches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobFact:
    """One job as it stood when it was read."""

    number: int
    title: str
    asked_by: str
    asked_at: datetime
    done: int
    total: int
    message: str
    state: JobState
    outcome: str
    link: str

    @property
    def reference(self) -> str:
        """Return the job's own reference."""
        return f"job/{self.number}"

    @property
    def is_over(self) -> bool:
        """Test whether nothing more will happen."""
        return self.state in (JobState.FINISHED, JobState.FAILED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One e-mail digest: everything that one person should know today, once."""

    recipient: str
    subject: str
    lines: tuple[str, ...]
