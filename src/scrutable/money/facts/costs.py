"""What IT costs, by pool, and who gets it: pools, areas, drivers, steps, charges, counts."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from scrutable.records.facts import Record


class Side(StrEnum):
    """Whether an area is part of the council."""

    INSIDE = "inside"
    OUTSIDE = "outside"  # a body that is charged for what it gets


@dataclass(frozen=True, slots=True, kw_only=True)
class BusinessArea(Record):
    """A part of the council, or a body outside it, that IT is for."""

    WHAT: ClassVar[str] = "business area"
    KEY: ClassVar[tuple[str, ...]] = ("code",)

    code: str
    title: str
    side: Side
    owner: str = ""

    @property
    def reference(self) -> str:
        """Return the reference."""
        return f"business-area/{self.code}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CostPool(Record):
    """What is paid for together, under the council's own name; `tower` is what it belongs to."""

    WHAT: ClassVar[str] = "cost pool"
    KEY: ClassVar[tuple[str, ...]] = ("code",)

    code: str
    title: str
    tower: str
    owner: str = ""

    @property
    def reference(self) -> str:
        """Return the reference."""
        return f"cost-pool/{self.code}"


@dataclass(frozen=True, slots=True)
class Weight:
    """How much of a driver falls to an area, or to a pool."""

    target: str
    weight: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class CostDriver(Record):
    """What the council counts to share a pool by, as somebody declared it for a year."""

    WHAT: ClassVar[str] = "cost driver"
    KEY: ClassVar[tuple[str, ...]] = ("code", "year")

    code: str
    year: int
    title: str
    unit: str  # what is counted, such as “devices”
    source: str  # where the numbers are from
    declared_by: str
    declared_on: date
    weights: tuple[Weight, ...]

    @property
    def reference(self) -> str:
        """Return the reference."""
        return f"cost-driver/{self.code}/{self.year}"

    @property
    def total(self) -> Decimal:
        """Return all weights together."""
        return sum((one.weight for one in self.weights), Decimal(0))

    def weight_of(self, target: str) -> Decimal:
        """Return the weight of a target, nought where none is declared."""
        return next((one.weight for one in self.weights if one.target == target), Decimal(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class AllocationStep(Record):
    """The pool that is emptied at a place of a year's order, and by which driver.

    One that is `dropped` is taken no longer.
    """

    WHAT: ClassVar[str] = "step of the allocation"
    KEY: ClassVar[tuple[str, ...]] = ("year", "number")

    year: int
    number: int
    pool: str
    driver: str
    dropped: bool = False

    @property
    def reference(self) -> str:
        """Return the reference."""
        return f"allocation-step/{self.year}/{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineToPool(Record):
    """The pool to which a budget line belongs; none where it is no cost of IT, and why."""

    WHAT: ClassVar[str] = "pool of a budget line"
    KEY: ClassVar[tuple[str, ...]] = ("line",)

    line: str
    pool: str = ""
    why: str = ""

    @property
    def reference(self) -> str:
        """Return the reference."""
        return f"line-to-pool/{self.line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge(Record):
    """What a body outside the council is charged for a year, in pence; less for a credit."""

    WHAT: ClassVar[str] = "charge"
    KEY: ClassVar[tuple[str, ...]] = ("body", "year", "number")

    body: str
    year: int
    number: int
    what: str
    pence: int
    on: date
    source: str  # the agreement or invoice

    @property
    def reference(self) -> str:
        """Return the reference."""
        return f"charge/{self.body}/{self.year}/{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitCount(Record):
    """How many of a unit there were in a year, and which pools they are held against.

    No `pools` is all of them. `driver` names the one whose weights are the unit's number by area.
    """

    WHAT: ClassVar[str] = "count of a unit"
    KEY: ClassVar[tuple[str, ...]] = ("unit", "year")

    unit: str  # such as “user”
    year: int
    number: Decimal
    source: str
    declared_by: str
    declared_on: date
    pools: tuple[str, ...] = ()
    driver: str = ""

    @property
    def reference(self) -> str:
        """Return the reference."""
        return f"unit-count/{self.unit}/{self.year}"


class Provided(StrEnum):
    """What kind of thing an area gets."""

    SERVICE = "service"
    KPI = "kpi"
    APPLICATION = "application"
    DEVICES = "devices"
    USERS = "users"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision(Record):
    """Something that an area gets for its money in a year; `count` is how many, where counted."""

    WHAT: ClassVar[str] = "provision"
    KEY: ClassVar[tuple[str, ...]] = ("area", "year", "number")

    area: str
    year: int
    number: int
    kind: Provided
    title: str
    of: str = ""  # its own reference, such as kpi/CSS/CSC_KPI_04
    count: int | None = None
    source: str = ""

    @property
    def reference(self) -> str:
        """Return the reference."""
        return f"provision/{self.area}/{self.year}/{self.number}"
