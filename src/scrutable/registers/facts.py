"""Suppliers, contracts and their terms, council policy: the nouns."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from scrutable.kernel.periods import Month, Span, months_apart


class Role(StrEnum):
    """The part a supplier plays."""

    PRIME = "prime"
    SPECIALIST = "specialist"


class Regime(StrEnum):
    """The law a contract was made under; it decides which notices are owed."""

    PA2023 = "PA2023"
    PCR2015 = "PCR2015"
    EXEMPT = "exempt"
    BELOW_THRESHOLD = "below_threshold"


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplier:
    """A firm that the council buys from."""

    reference: str  # supplier/norland-services
    name: str
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """An option to run on: until when, by when it must be used, and when it was, if it was."""

    until: date
    exercise_by: date | None = None
    exercised_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """A body that watches over a contract."""

    name: str
    rhythm: str  # monthly, quarterly


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """The terms of a contract as known at one time. `notice_by` is the last day to give notice."""

    code: str  # CSS
    title: str
    supplier: Supplier
    role: Role
    regime: Regime
    start_on: date
    end_on: date
    services: tuple[str, ...]
    critical_services: tuple[str, ...] = ()
    value_pounds: Decimal | None = None  # None where never stated
    extensions: tuple[Extension, ...] = ()
    boards: tuple[Board, ...] = ()
    notice_by: date | None = None
    return_due_day: int = 10  # working day of the next month by which a return is due
    published_only: bool = False  # only statements that somebody published; no returns come
    source: str = ""
    version: int = 0

    def __post_init__(self) -> None:
        if self.end_on < self.start_on:
            raise ValueError(f"{self.code} ends before it starts")

    @property
    def reference(self) -> str:
        """Return the contract's reference."""
        return f"contract/{self.code}"

    @property
    def last_day(self) -> date:
        """Return the day it ends, exercised extensions counted."""
        taken = [option.until for option in self.extensions if option.exercised_on]
        return max([self.end_on, *taken])

    @property
    def span(self) -> Span:
        """Return the months the contract runs."""
        return Span(Month.of(self.start_on), Month.of(self.last_day))

    def month_number(self, month: Month) -> int:
        """Return the contract's own number for the month; the month it began in is 1."""
        return months_apart(Month.of(self.start_on), month) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A rule of the council's own, dated, with who approved it. `value` is JSON text."""

    name: str  # attention, judgement, council
    effective_from: date
    value: str
    approved_by: str
    version: int = 0

    @property
    def reference(self) -> str:
        """Return the policy's reference."""
        return f"policy/{self.name}"
