"""What the ledger says was spent, by line and month, and what is forecast."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from scrutable.records.facts import Record

MONTHS = 12  # of a financial year, from April


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerYear(Record):
    """What an extract of the ledger came to of one year; the last one taken stands.

    All is in pence. `through` is the last day of which a row speaks, `refused_pence` what the
    refused rows come to as far as their sums can be read. `control` is what finance says that the
    ledger holds, None where nobody said.
    """

    WHAT: ClassVar[str] = "ledger of a year"
    KEY: ClassVar[tuple[str, ...]] = ("year",)

    year: int
    through: date
    rows: int
    pence: int
    refused: int
    refused_pence: int
    control: int | None = None
    name: str = ""
    file: str = ""  # SHA-256 of the extract as it came

    @property
    def reference(self) -> str:
        """Return the reference."""
        return f"ledger/{self.year}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spending(Record):
    """What the ledger says was spent of a line in the months of a year, April first, in pence.

    `first_on` is the first day on which money went out; None where none did.
    """

    WHAT: ClassVar[str] = "spending of a line"
    KEY: ClassVar[tuple[str, ...]] = ("line", "year")

    line: str
    year: int
    months: tuple[int, ...]
    pence: int
    rows: int
    first_on: date | None = None

    @property
    def reference(self) -> str:
        """Return the reference by which a saving names it."""
        return f"ledger/{self.line}/{self.year}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast(Record):
    """What is expected of a line in each month of a year, April first, in pence; `pence` in all."""

    WHAT: ClassVar[str] = "forecast of a line"
    KEY: ClassVar[tuple[str, ...]] = ("line", "year")

    line: str
    year: int
    months: tuple[int, ...]
    pence: int
    on: date
    by: str = ""  # whose it is
    why: str = ""

    @property
    def reference(self) -> str:
        """Return the reference."""
        return f"budget-forecast/{self.line}/{self.year}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedRow:
    """A row of an extract that is not taken: its place, what it said, and why."""

    row: int
    said: str
    why: str
    pence: int | None = None  # where its sum can be read
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRead:
    """An extract as read: sums by line and year, and what was refused."""

    name: str
    sha256: str
    rows: int
    spent: tuple[Spending, ...]
    years: tuple[LedgerYear, ...]
    refused: tuple[RefusedRow, ...]
    notices: tuple[str, ...] = ()
