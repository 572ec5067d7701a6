"""Issues and recommendations of any assessment, audit or review."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from scrutable.records.facts import Record


class Priority(StrEnum):
    """How soon it must be seen to; the most pressing first."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue(Record):
    """Something found, and what is recommended; closed only when another than its owner accepts it.

    `source` is the reference or title of what found it, `phase` that of an improvement programme.
    `found_while` is "" of what stood in the report, and says of a matter found later how it was.
    """

    WHAT: ClassVar[str] = "issue"
    KEY: ClassVar[tuple[str, ...]] = ("number",)

    number: int
    source: str
    found_on: date
    found_while: str = ""
    what: str
    recommendation: str = ""
    priority: Priority
    owner: str
    due: date | None = None
    phase: str = ""
    progress: str = ""
    evidence: tuple[str, ...] = ()
    said_closed_on: date | None = None
    accepted_by: str = ""
    accepted_on: date | None = None

    @property
    def reference(self) -> str:
        """Return the issue's reference."""
        return f"issue/{self.number}"


class IssueState(StrEnum):
    """How an issue stands by a day."""

    OPEN = "open"
    OVERDUE = "overdue"
    WAITING = "waiting"  # said to be closed, and nobody else has accepted it
    CLOSED = "closed"
    NO_DATE = "no_date"
