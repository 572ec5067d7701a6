"""What figures are made from, and which returns there are; pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from scrutable.contracts.facts import NoValue
from scrutable.kernel.periods import Month, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How a KPI's values run where the story says nothing else; a formula KPI has no `usual`.

    `drift` is what is gained or lost over all the months, `wobble` the most by which one month
    leaves the line, `swing` the most that the season adds (its twelve shares are percentages).
    `volume` is the usual denominator; in months that are not in `months` there is no activity.
    """

    contract: str
    code: str
    usual: Decimal | None
    drift: Decimal
    wobble: Decimal
    season: tuple[int, ...]
    swing: Decimal
    volume: int | None
    months: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the story says of a KPI in some months: a value, or the reason for none."""

    contract: str
    code: str
    span: Span
    value: Decimal | None
    no_value: NoValue | None
    commentary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What a supplier would put on one line of a return."""

    code: str
    value: Decimal | None
    no_value: NoValue | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    commentary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """When a month's first return came, where it did not come as usual.

    `fault` is what was wrong with a file that came at `refused_at` and was refused. `left_out`
    says, by code, why a figure was not in the file yet.
    """

    contract: str
    month: Month
    at: datetime
    refused_at: datetime | None = None
    fault: str = ""
    left_out: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Addendum:
    """The month's file again, with the figures that the first one lacked; `misprints` are wrong."""

    contract: str
    month: Month
    at: datetime
    misprints: Mapping[str, Decimal]
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnsPlan:
    """Which returns there are: from and to which month, and the ones out of the ordinary.

    `senders` says from which month on a contract's supplier sends its returns itself, and who.
    """

    spans: Mapping[str, Span]
    attempts: tuple[Attempt, ...]
    addenda: tuple[Addendum, ...]
    senders: Mapping[str, tuple[Month, str]]
