"""A project's business case, its money, what it hangs on, what its delay has cost."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from scrutable.portfolio.facts.projects import project_reference
from scrutable.records.facts import Record


class CaseStage(StrEnum):
    """A stage of a business case, as the Green Book knows them."""

    STRATEGIC_OUTLINE = "strategic_outline"
    OUTLINE = "outline"
    FULL = "full"
    JUSTIFICATION = "justification"  # one short case, for a small spend


class CasePart(StrEnum):
    """One of the five cases that a business case makes."""

    STRATEGIC = "strategic"
    ECONOMIC = "economic"
    COMMERCIAL = "commercial"
    FINANCIAL = "financial"
    MANAGEMENT = "management"


class CaseOutcome(StrEnum):
    """What became of a business case."""

    IN_PREPARATION = "in_preparation"
    APPROVED = "approved"
    SENT_BACK = "sent_back"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class BusinessCase(Record):
    """A stage of a project's business case; `complete` are the parts that are made."""

    WHAT: ClassVar[str] = "business case"
    KEY: ClassVar[tuple[str, ...]] = ("project", "stage")

    project: str
    stage: CaseStage
    outcome: CaseOutcome
    complete: tuple[CasePart, ...] = ()
    cost: Decimal | None = None  # whole-life, as the case states it
    decided_on: date | None = None
    decided_by: str = ""
    decision: str = ""  # reference
    note: str = ""

    @property
    def reference(self) -> str:
        """Return the reference of the case."""
        return f"{project_reference(self.project)}/case/{self.stage.value.replace('_', '-')}"


class FundingSource(StrEnum):
    """Where a project's money comes from."""

    CAPITAL = "capital"
    REVENUE = "revenue"
    GRANT = "grant"
    RESERVE = "reserve"


@dataclass(frozen=True, slots=True, kw_only=True)
class Funding(Record):
    """Money for a project in a financial year: approved, spent by a day, expected by its end.

    `year` is the one in which the financial year begins. `spent` is None where nobody has said.
    """

    WHAT: ClassVar[str] = "line of funding"
    KEY: ClassVar[tuple[str, ...]] = ("project", "source", "year")

    project: str
    source: FundingSource
    year: int
    approved: Decimal
    spent: Decimal | None = None
    spent_by: date | None = None
    expected: Decimal | None = None
    budget_line: str = ""
    decision: str = ""  # reference

    @property
    def reference(self) -> str:
        """Return the reference of the line."""
        return f"{project_reference(self.project)}/funding/{self.source}-{self.year}"


class DependencyState(StrEnum):
    """Whether what a project waits for has come."""

    OPEN = "open"
    MET = "met"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependency(Record):
    """Something that a project waits for.

    `on_whom` is the reference of another project or of a supplier, or the name of a third party.
    """

    WHAT: ClassVar[str] = "dependency"
    KEY: ClassVar[tuple[str, ...]] = ("project", "number")

    project: str
    number: int
    on_whom: str
    what: str
    needed_by: date
    expected_on: date | None = None
    state: DependencyState
    settled_on: date | None = None
    owner: str
    note: str = ""

    @property
    def reference(self) -> str:
        """Return the dependency's reference."""
        return f"{project_reference(self.project)}/dependency/{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class DelayCost(Record):
    """What delay has cost a project, as somebody worked it out; pounds in whole, one item each."""

    WHAT: ClassVar[str] = "cost of delay"
    KEY: ClassVar[tuple[str, ...]] = ("project", "number")

    project: str
    number: int
    on: date
    pounds: Decimal
    what_for: str
    source: str = ""

    @property
    def reference(self) -> str:
        """Return the reference of the item."""
        return f"{project_reference(self.project)}/delay-cost/{self.number}"
