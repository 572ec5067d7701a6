"""Licences: what the council is entitled to, what is in use, and how either is counted."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Metric(StrEnum):
    """By what a licence counts."""

    USER = "user"
    DEVICE = "device"
    CORE = "core"
    CONCURRENT = "concurrent"  # the most at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Entitlement:
    """A line of the entitlements extract: so many packs of so many licences, for a term.

    Prices are those of one pack. No `starts_on` is as good as always, no `ends_on` for ever; no
    `pack_size`, or one of nought, is a single licence. A price of None is not known, never nought.
    """

    row: int
    agreement: str
    product: str
    metric: Metric
    quantity: int
    pack_size: int | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    yearly_pence: int | None = None
    once_pence: int | None = None

    @property
    def pack(self) -> int:
        """Return how many licences one pack holds."""
        return self.pack_size or 1

    @property
    def licences(self) -> int:
        """Return how many licences the line holds in all."""
        return self.quantity * self.pack

    @property
    def has_price(self) -> bool:
        """Tell whether anybody wrote down what it costs."""
        return self.yearly_pence is not None or self.once_pence is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployment:
    """A line of the deployments extract: a product as it is installed, assigned or measured.

    `metric` is None where the extract does not say; `cores` are those of the device, `peak` the
    most that were at once.
    """

    row: int
    product: str
    metric: Metric | None = None
    login: str = ""
    tag: str = ""
    cores: int | None = None
    peak: int | None = None
    seen: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Licensed:
    """A product that is recognised; `product` is the key under which all its names meet.

    `metric` counts where a deployment names none, and is None where entitlements differ.
    `least_cores` is the vendor's minimum a device, 0 of none.
    """

    product: str
    title: str
    metric: Metric | None
    least_cores: int = 0
    needs_licence: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Consumption:
    """How much of a product is in use by a metric.

    `uncounted` rows do not say what is counted: no login, no tag, no cores, no peak. `idle` are
    users or devices that have not used it since the council's own number of days.
    """

    product: str
    metric: Metric
    number: int
    rows: int
    uncounted: int
    idle: int


class TermState(StrEnum):
    """Whether an entitlement counts on a day."""

    COUNTS = "counts"
    ENDS_SOON = "ends_soon"  # counts, and ends within the months that the council watches
    ENDED = "ended"
    TO_BEGIN = "to_begin"


class GapWhy(StrEnum):
    """Why a product in use was not assessed, or not wholly."""

    UNRECOGNISED = "unrecognised"
    NO_METRIC = "no_metric"
    UNCOUNTED = "uncounted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inventoried:
    """How many devices the council has, and how many of them the deployments speak of."""

    devices: int
    inventoried: int
