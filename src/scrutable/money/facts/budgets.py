"""Budgets by line and year; what was approved, committed and spent of each, and who decided."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from scrutable.records.facts import Record


class Fund(StrEnum):
    """Out of which money."""

    CAPITAL = "capital"
    REVENUE = "revenue"


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetLine(Record):
    """A line of the budget for one financial year, which begins in April of `year`."""

    WHAT: ClassVar[str] = "budget line"
    KEY: ClassVar[tuple[str, ...]] = ("code", "year")

    code: str
    year: int
    title: str
    fund: Fund
    area: str
    pence: int
    owner: str = ""
    decision: str = ""  # by which the budget was set

    @property
    def reference(self) -> str:
        """Return the line's reference."""
        return f"budget/{self.code}/{self.year}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Virement(Record):
    """Money moved from one line to another of the same fund and year, as somebody decided."""

    WHAT: ClassVar[str] = "virement"
    KEY: ClassVar[tuple[str, ...]] = ("number",)

    number: int
    year: int
    from_line: str
    to_line: str
    pence: int
    on: date
    approved_by: str
    reason: str
    decision: str = ""

    @property
    def reference(self) -> str:
        """Return the virement's reference."""
        return f"virement/{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval(Record):
    """Money that a decision allows to be spent from a line in a year.

    `limit` is what the decision allows in all and `source` where that is written, where the
    decision’s record carries no sum. `reason` says why it came after money was spent. One that was
    `found_in` a register is kept as it was found, also beyond its limits.
    """

    WHAT: ClassVar[str] = "approval"
    KEY: ClassVar[tuple[str, ...]] = ("number",)

    number: int
    line: str
    year: int
    pence: int
    on: date
    decision: str
    limit: int | None = None
    source: str = ""
    reason: str = ""
    found_in: str = ""

    @property
    def reference(self) -> str:
        """Return the approval's reference."""
        return f"approval/{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Record):
    """An order or a contract by which money of a line is promised under a decision.

    One that was `found_in` a register is kept as it was found, also beyond what was approved.
    """

    WHAT: ClassVar[str] = "commitment of money"
    KEY: ClassVar[tuple[str, ...]] = ("number",)

    number: int
    line: str
    year: int
    pence: int
    on: date
    decision: str
    supplier: str = ""
    what: str = ""
    found_in: str = ""

    @property
    def reference(self) -> str:
        """Return the commitment's reference."""
        return f"money-commitment/{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLine:
    """What the ledger's extract says was spent; `row` is its place there, pence may be credits."""

    row: int
    line: str
    on: date
    pence: int
    supplier: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineStanding:
    """A line of a year by a day, in pence; `forecast` is None where nobody has given one."""

    line: str
    year: int
    budget: int
    moved: int  # by virements, in less out
    approved: int
    committed: int
    spent: int
    forecast: int | None

    @property
    def to_spend(self) -> int:
        """Return what the line may spend after virements."""
        return self.budget + self.moved

    @property
    def over(self) -> int:
        """Return how far the forecast, or else what is spent, goes beyond it; 0 where not."""
        expected = self.spent if self.forecast is None else self.forecast
        return max(expected - self.to_spend, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """The ledger beside what is kept here, in pence; to the penny or not at all."""

    year: int
    ledger: int
    here: int
    differences: tuple[tuple[str, int, int], ...]  # line, ledger, here

    @property
    def agrees(self) -> bool:
        """Tell whether every line agrees."""
        return not self.differences
