"""KPIs as judged, and what is counted, followed and forecast from that."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from scrutable.contracts.facts.agreed import Mitigation
from scrutable.contracts.facts.definitions import KpiDefinition, Level
from scrutable.contracts.facts.kinds import Severity, Status
from scrutable.contracts.facts.results import Result
from scrutable.kernel.periods import Month, Span
from scrutable.kernel.references import result_reference
from scrutable.registers.facts import Contract


@dataclass(frozen=True, slots=True, kw_only=True)
class KpiMonth:
    """A KPI in one month: what was returned, how it was judged, what was agreed beside it.

    `result` is None where nothing was returned; then `status` is NOT_YET_DUE or LATE.
    `restated_from` is what was first reported where it has been restated since.
    """

    contract: str
    code: str
    month: Month
    status: Status
    result: Result | None
    level: Level | None
    mitigation: Mitigation | None = None
    restated_from: Decimal | None = None
    severity: Severity = Severity.NONE
    last_year: Decimal | None = None  # the value it was held against, where the rule asks

    @property
    def reference(self) -> str:
        """Return the reference of the result."""
        return result_reference(self.contract, self.code, self.month)

    @property
    def is_mitigated(self) -> bool:
        """Test whether a miss stands under an agreed mitigation."""
        return self.mitigation is not None and self.status.is_miss


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many KPIs stand where; every KPI is in exactly one of `by_status`.

    total = owed + nothing owed, and owed = judged + not judged: pages and reports say it alike.
    `mitigated` counts misses under mitigation by raw status, a subset of by_status.
    """

    by_status: Mapping[Status, int]
    mitigated: Mapping[Status, int]

    @property
    def total(self) -> int:
        """Return the number of KPIs, the missing ones counted."""
        return sum(self.by_status.values())

    def of(self, *statuses: Status) -> int:
        """Return how many KPIs have one of the statuses."""
        return sum(self.by_status.get(status, 0) for status in statuses)

    @property
    def owed(self) -> int:
        """Return of how many KPIs a result was asked: the N of every "met by so many of N"."""
        return sum(n for status, n in self.by_status.items() if status.is_owed)

    @property
    def judged(self) -> int:
        """Return how many were measured and held against a level."""
        return sum(n for status, n in self.by_status.items() if status.is_judged)

    @property
    def not_judged(self) -> int:
        """Return how many were owed and have no judgement: late, not measured, no activity, …"""
        return self.owed - self.judged

    @property
    def misses(self) -> int:
        """Return how many missed their target, whatever was agreed."""
        return sum(n for status, n in self.by_status.items() if status.is_miss)

    @property
    def misses_mitigated(self) -> int:
        """Return the misses that an agreed mitigation covers."""
        return sum(self.mitigated.values())

    @property
    def failures_after_mitigation(self) -> int:
        """Return the misses that no mitigation covers."""
        return self.misses - self.misses_mitigated


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Consecutive misses that end at the month asked for."""

    code: str
    first: Month
    last: Month
    length: int
    worst: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """Where the year is heading if the trend holds; never shown without the status now.

    None values where fewer than the policy's fewest months were measured.
    """

    month: Month  # the last of the year
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    status: Status | None
    basis: str  # in words: "a straight line through 12 measured months"
    breach_in: Month | None = None  # first month in which the line crosses the target


@dataclass(frozen=True, slots=True, kw_only=True)
class Trailing:
    """A KPI over the last so many months; `value` is None where `basis` says it cannot be had."""

    span: Span
    counts: Counts
    value: Decimal | None
    basis: str  # in words: "12 measured months together"


@dataclass(frozen=True, slots=True, kw_only=True)
class Performance:
    """Every KPI of a contract in every month of a span, judged as known at one event.

    `months` are in the order of the definitions, then by month; a month in which a KPI was not
    yet measured or no longer owed is there with its reason, so that totals always add up.
    """

    contract: Contract
    span: Span
    as_at: date
    known: int
    definitions: tuple[KpiDefinition, ...]
    months: tuple[KpiMonth, ...]

    def of(self, code: str) -> tuple[KpiMonth, ...]:
        """Return the KPI's months, oldest first."""
        return tuple(entry for entry in self.months if entry.code == code)

    def during(self, month: Month) -> tuple[KpiMonth, ...]:
        """Return every KPI in the month, in the order of the definitions."""
        return tuple(entry for entry in self.months if entry.month == month)


@dataclass(frozen=True, slots=True, kw_only=True)
class Restated:
    """A result that says something else now than it did then."""

    before: KpiMonth
    after: KpiMonth


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What is known now that was not known at the earlier event, about the same months."""

    since: int
    restated: tuple[Restated, ...]
    arrived: tuple[KpiMonth, ...]  # had no result then
    new_mitigations: tuple[Mitigation, ...]
    lapsed_mitigations: tuple[Mitigation, ...]  # in force then, run out or withdrawn now
    redefined: tuple[str, ...]  # codes whose definition or levels have changed
    renewed_mitigations: tuple[Mitigation, ...] = ()  # the same ones, running longer now
