"""What projects come to by a day: each judged, their money, what they wait for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from scrutable.portfolio.facts.cases import BusinessCase, DelayCost, Dependency, Funding
from scrutable.portfolio.facts.dates import DateLine, Slip
from scrutable.portfolio.facts.projects import ENDED, Project, Rating


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A project with its slip and the overall rating that is shown; None where nobody has said.

    `slip` is None too where the project has ended and nobody expects its go-live any more.
    `status_version` is the event of the last status, 0 where there is none.
    """

    project: Project
    line: DateLine | None
    slip: Slip | None
    by_dates: Rating | None
    shown: Rating | None
    is_overridden: bool
    override_reason: str = ""
    confidence: Rating | None = None
    status_on: date | None = None
    to_green: str = ""
    green_by: date | None = None
    status_version: int = 0

    @property
    def first(self) -> date | None:
        """Return the day first set for its go-live."""
        return self.line.original if self.line else None

    @property
    def is_late(self) -> bool:
        """Test whether its go-live is later than the day first set."""
        return self.slip is not None and self.slip.against_original > 0

    @property
    def is_behind_plan(self) -> bool:
        """Test whether its go-live is later than its latest plan."""
        return self.slip is not None and self.slip.against_current > 0

    @property
    def is_to_be_green_again(self) -> bool:
        """Test whether it is owed what it takes to be green again: it runs, and is not green."""
        is_over = self.project.stage in ENDED
        return self.shown is not None and self.shown is not Rating.GREEN and not is_over


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingSum:
    """Lines of funding added up; what nobody has said is counted apart and never as nought.

    `spent` and `expected` add up the lines of which somebody has said. `variance` is expected
    less approved of those lines alone, None where nobody has said of any.
    """

    lines: int
    approved: Decimal
    spent: Decimal
    spent_unsaid: int
    expected: Decimal
    expected_unsaid: int
    variance: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LateDependency:
    """A dependency that is late by so many days, and the projects that it holds up.

    The first is the one that waits for it; after it those that wait for that one, and so on.
    """

    dependency: Dependency
    days: int
    holds_up: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many projects of one kind have each rating; `unrated` were not rated."""

    of: str
    rated: Mapping[Rating, int]
    unrated: int

    @property
    def total(self) -> int:
        """Return how many there are."""
        return sum(self.rated.values()) + self.unrated


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammePapers:
    """All that reports say of projects, by one day; `names` are suppliers' by reference."""

    as_at: date
    judged: tuple[Judged, ...]
    cases: tuple[BusinessCase, ...]
    funding: tuple[Funding, ...]
    dependencies: tuple[Dependency, ...]
    delays: tuple[DelayCost, ...]
    names: Mapping[str, str] = field(default_factory=dict)
