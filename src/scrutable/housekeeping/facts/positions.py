"""The licence position as it is kept, and what somebody signed of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from scrutable.housekeeping.facts.licences import GapWhy, Metric
from scrutable.records.facts import Record


class LicenceLine(StrEnum):
    """The line of the sum on which a product counts by a metric."""

    COVERED = "covered"
    OVER = "over"
    SHORT = "short"


class LicenceFault(StrEnum):
    """What is wrong with the licences of a product by a metric."""

    SHORT = "short"
    OVER = "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class SoftwareProduct(Record):
    """A product as the council knows it, under every name by which systems export it.

    A sole one of `metrics` counts where an extract does not say by which; `least_cores` is the
    vendor's minimum a device, 0 of none. `why_none` says why one needs no licence, "" of others.
    """

    WHAT: ClassVar[str] = "product"
    KEY: ClassVar[tuple[str, ...]] = ("name",)
    IN_WORDS: ClassVar[frozenset[str]] = frozenset({"name"})

    name: str
    other_names: tuple[str, ...] = ()
    metrics: tuple[Metric, ...] = ()
    least_cores: int = 0
    why_none: str = ""

    @property
    def needs_licence(self) -> bool:
        """Tell whether it needs a licence at all."""
        return not self.why_none.strip()

    @property
    def reference(self) -> str:
        """Return the product's reference."""
        return f"product/{self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LicencePosition(Record):
    """What the council has and uses of a product by a metric on a day.

    `pack`, `once_pence` and `yearly_pence` are those of the last price paid, by the agreement
    `priced_by`; both prices are None where none is known, and so are then what a shortfall would
    cost and a surplus costs a year.
    """

    WHAT: ClassVar[str] = "licence position"
    KEY: ClassVar[tuple[str, ...]] = ("as_at", "product", "metric")
    IN_WORDS: ClassVar[frozenset[str]] = frozenset({"product"})

    as_at: date
    product: str
    metric: Metric
    title: str
    entitled: int
    used: int
    uncounted: int
    idle: int
    pack: int
    once_pence: int | None
    yearly_pence: int | None
    priced_by: str
    priced_on: date | None
    liability_pence: int | None
    surplus_pence: int | None

    @property
    def reference(self) -> str:
        """Return the reference of the position on that day."""
        return f"{licence_reference(self.product)}/{self.metric.value}/{self.as_at.isoformat()}"

    @property
    def short(self) -> int:
        """Return how many licences are wanting."""
        return max(self.used - self.entitled, 0)

    @property
    def over(self) -> int:
        """Return how many licences nothing uses."""
        return max(self.entitled - self.used, 0)

    @property
    def difference(self) -> int:
        """Return how many licences are left, fewer than none where they are short."""
        return self.entitled - self.used

    @property
    def line(self) -> LicenceLine:
        """Return the line of the sum on which it counts."""
        if self.short:
            return LicenceLine.SHORT
        return LicenceLine.OVER if self.over else LicenceLine.COVERED


def licence_reference(product: str) -> str:
    """Return the reference of all the licences of a product."""
    return f"licence/{product}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceTerm(Record):
    """An entitlement as the extract of a day listed it; `product` is the key it counts under."""

    WHAT: ClassVar[str] = "entitlement"
    KEY: ClassVar[tuple[str, ...]] = ("as_at", "row")

    as_at: date
    row: int
    agreement: str
    product: str
    title: str
    metric: Metric
    quantity: int
    pack: int
    starts_on: date | None
    ends_on: date | None
    yearly_pence: int | None
    once_pence: int | None

    @property
    def reference(self) -> str:
        """Return the entitlement's reference."""
        return f"entitlement/{self.as_at.isoformat()}/{self.row}"

    @property
    def licences(self) -> int:
        """Return how many licences it holds in all."""
        return self.quantity * self.pack


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceGap(Record):
    """A product in use that was not assessed, or not wholly, and why."""

    WHAT: ClassVar[str] = "product not assessed"
    KEY: ClassVar[tuple[str, ...]] = ("as_at", "product", "why")
    IN_WORDS: ClassVar[frozenset[str]] = frozenset({"product"})

    as_at: date
    product: str
    why: GapWhy
    title: str
    rows: int

    @property
    def reference(self) -> str:
        """Return the reference of what was left out."""
        return f"{licence_reference(self.product)}/{self.why.value}/{self.as_at.isoformat()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceCoverage(Record):
    """How much of the estate a position speaks of; its version is that of the whole position.

    A product is assessed where nothing of it was left out. Both numbers of devices are None where
    no extract of devices tells how many there are.
    """

    WHAT: ClassVar[str] = "coverage of licences"
    KEY: ClassVar[tuple[str, ...]] = ("as_at",)

    as_at: date
    rows: int
    products: int
    products_assessed: int
    devices: int | None
    devices_inventoried: int | None

    @property
    def reference(self) -> str:
        """Return the coverage's reference."""
        return f"licences/{self.as_at.isoformat()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Licences:
    """The licence position of a day as a whole."""

    coverage: LicenceCoverage
    positions: tuple[LicencePosition, ...]
    terms: tuple[LicenceTerm, ...]
    gaps: tuple[LicenceGap, ...]

    @property
    def as_at(self) -> date:
        """Return the day of the extracts."""
        return self.coverage.as_at

    @property
    def version(self) -> int:
        """Return the number of the event that kept it."""
        return self.coverage.version

    @property
    def reference(self) -> str:
        """Return the reference of the whole position."""
        return self.coverage.reference


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceProduct:
    """Everything that is known of a product: its position of a day, and of the days before.

    `recorded` is None where nobody recorded it.
    """

    product: str
    title: str
    positions: tuple[LicencePosition, ...]
    terms: tuple[LicenceTerm, ...]
    gaps: tuple[LicenceGap, ...]
    history: tuple[LicencePosition, ...]
    sums: "LicenceSums"
    recorded: SoftwareProduct | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceSums:
    """What shortfalls and surpluses come to, those without a price counted apart."""

    kinds: int
    short: int
    liability_pence: int
    short_unpriced: int
    over: int
    surplus_pence: int
    over_unpriced: int
