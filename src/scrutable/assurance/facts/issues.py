"""Issues and recommendations of any assessment, audit or review."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from scrutable.assurance.facts.assessments import Visibility
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

    `source` is the reference or title of what found it, `phase` the code of one of an improvement
    programme. `found_while` is "" of what stood in the report, and says of a matter found later how
    it was. Unless it is open, what it says is for those who may see the detail of assessments.
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
    visibility: Visibility = Visibility.OPEN

    @property
    def reference(self) -> str:
        """Return the issue's reference."""
        return f"issue/{self.number}"

    @property
    def is_exempt(self) -> bool:
        """Test whether only those may read it who may see the detail of assessments."""
        return self.visibility is not Visibility.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase(Record):
    """A phase of an improvement programme, which issues are put into."""

    WHAT: ClassVar[str] = "phase"
    KEY: ClassVar[tuple[str, ...]] = ("code",)

    code: str
    programme: str
    title: str
    begins_on: date
    ends_on: date
    decision: str = ""  # a reference, or where it can be read

    @property
    def reference(self) -> str:
        """Return the phase's reference."""
        return f"phase/{self.code}"


class IssueState(StrEnum):
    """How an issue stands by a day."""

    OPEN = "open"
    OVERDUE = "overdue"
    WAITING = "waiting"  # said to be closed, and nobody else has accepted it
    CLOSED = "closed"
    NO_DATE = "no_date"


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueStanding:
    """An issue by a day; `first_due` is the day that was set first, `moves` how often it was moved.

    `late` are the days beyond its day, `late_by_first` those beyond the first; both are nought
    where none has passed, or once it is closed, and None where no day was ever set.
    """

    issue: Issue
    state: IssueState
    first_due: date | None
    moves: int
    late: int | None
    late_by_first: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeBand:
    """Open issues by how long they are open beyond the first day set; `least` None is no day."""

    least: int | None
    most: int | None
    numbers: tuple[int, ...]  # by priority, the most pressing first

    @property
    def number(self) -> int:
        """Return how many there are of any priority."""
        return sum(self.numbers)


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseStanding:
    """A phase and its issues by a day; `phase` None are those of no phase."""

    phase: Phase | None
    issues: tuple[IssueStanding, ...]

    @property
    def closed(self) -> int:
        """Return how many are closed."""
        return sum(one.state is IssueState.CLOSED for one in self.issues)

    @property
    def overdue(self) -> int:
        """Return how many are overdue."""
        return sum(one.state is IssueState.OVERDUE for one in self.issues)
