"""How money stands: lines, funds, areas, decisions, and what is wrong with any of them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from scrutable.money.facts.budgets import BudgetLine, LineStanding
from scrutable.money.facts.ledger import LedgerYear


@dataclass(frozen=True, slots=True)
class LineSeen:
    """A line of a year and how it stands; `hidden` commitments are left out of its sums."""

    line: BudgetLine
    standing: LineStanding
    hidden: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What several lines come to, in pence; `forecast` counts what is spent where none is given."""

    name: str
    lines: int
    budget: int
    moved: int
    approved: int
    committed: int
    spent: int
    expected: int
    over: int  # how many lines are over
    unforecast: int  # how many lines have no forecast

    @property
    def to_spend(self) -> int:
        """Return what may be spent after virements."""
        return self.budget + self.moved


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision as money knows it; `pence` is the sum that its record carries, if any.

    `is_open` tells whether its record is, `has_exempt_part` whether a part of its matter is not.
    """

    reference: str
    matter: str
    on: date
    pence: int | None
    is_open: bool
    has_exempt_part: bool

    @property
    def hides_sums(self) -> bool:
        """Test whether what it approved is not to be shown."""
        return not self.is_open

    @property
    def hides_orders(self) -> bool:
        """Test whether what was ordered under it is not to be shown: it would tell a price."""
        return not self.is_open or self.has_exempt_part


class TieKind(StrEnum):
    """What is wrong between a decision, an approval, a commitment and the spending."""

    WRONG_YEAR = "wrong_year"  # approved of one year, spent in another
    COMMITTED_BEYOND = "committed_beyond"  # more promised than approved
    AFTER_SPENDING = "after_spending"  # approved after money was spent
    APPROVED_BEYOND = "approved_beyond"  # more approved than its decision allows


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Something wrong with what a decision allowed of a line in a year.

    `pence` is how much it is about, `beyond` of what, both in pence. `in_year` is the year of the
    spending where that is another one, `since` the day from which it is so.
    """

    kind: TieKind
    reference: str
    decision: str
    line: str
    year: int
    pence: int
    since: date
    beyond: int = 0
    in_year: int | None = None
    reason: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoned:
    """The ledger of a year held against what is kept here, line by line, in pence.

    `here` is what stands on budget lines, `strays` what stands on codes that no line has.
    """

    ledger: LedgerYear
    here: int
    strays: tuple[tuple[str, int], ...]

    @property
    def stray_pence(self) -> int:
        """Return what stands on codes that no budget line has."""
        return sum(pence for _, pence in self.strays)

    @property
    def control_off(self) -> int | None:
        """Return how far the extract is from what finance says, refused rows left out."""
        if self.ledger.control is None:
            return None
        return self.ledger.pence - self.ledger.control

    @property
    def agrees(self) -> bool:
        """Test whether every penny of the ledger is on a budget line, and finance says the same."""
        return not self.strays and not self.ledger.refused and not self.control_off


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionMoney:
    """What became of a decision's money, in pence; `limit` is None where none is known."""

    decided: Decided
    limit: int | None
    approved: int
    committed: int
    approvals: int
    commitments: int
