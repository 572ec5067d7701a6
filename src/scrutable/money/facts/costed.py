"""Cost lines of a year as they were taken in, and where an allocation brought them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from scrutable.evidence.facts import RowError
from scrutable.money.facts.allocation import Allocated, Residue, Share
from scrutable.records.facts import Record


class CostSource(StrEnum):
    """By which way the cost lines of a year came in."""

    FILE = "file"
    LEDGER = "ledger"


@dataclass(frozen=True, slots=True, kw_only=True)
class CostLoad(Record):
    """The cost lines of a year as they were last taken in, in pence; its lines have its event.

    `ledger` is what the ledger then said of the year, None without one; `left_out` what stands
    there on lines that are no cost of IT. `basis` is the event of the ledger.
    """

    WHAT: ClassVar[str] = "cost lines of a year"
    KEY: ClassVar[tuple[str, ...]] = ("year",)

    year: int
    rows: int
    pence: int
    source: CostSource
    left_out: int = 0
    ledger: int | None = None
    basis: int = 0
    name: str = ""
    file: str = ""  # SHA-256 of the file as it came

    @property
    def reference(self) -> str:
        """Return the reference."""
        return f"cost-lines/{self.year}"

    @property
    def off(self) -> int | None:
        """Return how far lines and what is left out are from the ledger; None without one."""
        return None if self.ledger is None else self.pence + self.left_out - self.ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class CostLine(Record):
    """A cost of a year: the pool that it belongs to, or the area that it is put straight to."""

    WHAT: ClassVar[str] = "cost line"
    KEY: ClassVar[tuple[str, ...]] = ("year", "row")

    year: int
    row: int
    code: str
    place: str
    pence: int
    text: str = ""

    @property
    def reference(self) -> str:
        """Return the reference."""
        return f"cost-line/{self.year}/{self.row}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CostsRead:
    """Cost lines as a file gives them, and every fault; with one, none is taken."""

    lines: tuple[CostLine, ...] = ()
    errors: tuple[RowError, ...] = ()

    @property
    def pence(self) -> int:
        """Return what they come to."""
        return sum(one.pence for one in self.lines)


@dataclass(frozen=True, slots=True)
class StepTaken:
    """A step as a run took it: `step` and `version` are the events of the step and its driver."""

    number: int
    pool: str
    driver: str
    step: int
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AllocationRun(Record):
    """An allocation as it was made: what was put in, the steps taken, where every penny went.

    `inputs` is a digest of all that it was made from, `load` the event of the cost lines. `put`
    is what the lines put into each pool or area.
    """

    WHAT: ClassVar[str] = "allocation of costs"
    KEY: ClassVar[tuple[str, ...]] = ("year", "number")

    year: int
    number: int
    inputs: str
    load: int
    put_in: int
    put: tuple[Allocated, ...]
    steps: tuple[StepTaken, ...]
    shares: tuple[Share, ...]
    areas: tuple[Allocated, ...]
    residues: tuple[Residue, ...]

    @property
    def reference(self) -> str:
        """Return the reference."""
        return f"allocation/{self.year}/{self.number}"

    @property
    def is_closed(self) -> bool:
        """Test whether areas and residues come to what was put in."""
        held = sum(one.pence for one in self.areas) + self.stays
        return held == self.put_in

    @property
    def stays(self) -> int:
        """Return what reached no area."""
        return sum(one.pence for one in self.residues)
