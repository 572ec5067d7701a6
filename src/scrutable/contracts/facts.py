"""KPIs, results, mitigation and judgement: the nouns that every room of this app shares."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256

from scrutable.kernel.periods import Month, Span
from scrutable.kernel.references import kpi_reference, result_reference
from scrutable.registers.facts import Contract


class Kind(StrEnum):
    """What a KPI measures."""

    PERCENTAGE = "percentage"
    COUNT = "count"
    DURATION = "duration"  # in the KPI's own unit, such as hours
    MONEY = "money"


class Direction(StrEnum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"


class RuleKind(StrEnum):
    """How a value is rated; the numbers stand beside it as data."""

    LEVELS = "levels"  # Target and Minimum Service Level
    TWO_SIDED = "two_sided"  # better, within or worse than a band around the target
    LAST_YEAR = "last_year"  # near the target, else compared with the same quarter last year


class Standing(StrEnum):
    """How firm a result is."""

    PROVISIONAL = "provisional"
    UNDER_REVIEW = "under_review"
    VERIFIED = "verified"
    RESTATED = "restated"


class NoValue(StrEnum):
    """Why there is no value; a blank is none of these and never nought."""

    NOT_YET_DUE = "not_yet_due"
    LATE = "late"
    NOT_MEASURED = "not_measured"
    NO_ACTIVITY = "no_activity"
    SUSPENDED = "suspended"
    NOT_APPLICABLE = "not_applicable"
    DISCONTINUED = "discontinued"


class Source(StrEnum):
    """The kind of paper a result came on."""

    RETURN = "return"
    ADDENDUM = "addendum"
    CORRECTION = "correction"


class Status(StrEnum):
    """The judgement of one KPI for one month, before any mitigation."""

    MET = "met"
    BELOW_TARGET = "below_target"  # misses the target, reaches the minimum
    BELOW_MINIMUM = "below_minimum"
    NO_TARGET = "no_target"  # a value, but no level was in force to judge it by
    NOT_YET_DUE = "not_yet_due"
    LATE = "late"
    NOT_MEASURED = "not_measured"
    NO_ACTIVITY = "no_activity"
    SUSPENDED = "suspended"
    NOT_APPLICABLE = "not_applicable"
    DISCONTINUED = "discontinued"

    @property
    def is_miss(self) -> bool:
        """Test whether the value misses its target."""
        return self in (Status.BELOW_TARGET, Status.BELOW_MINIMUM)

    @property
    def is_judged(self) -> bool:
        """Test whether a value was measured and held against a level."""
        return self is Status.MET or self.is_miss


class Severity(StrEnum):
    """How grave a failure the contract's bands make of a value."""

    NONE = "none"
    MINOR = "minor"
    SERIOUS = "serious"
    SEVERE = "severe"
    BELOW_THRESHOLD = "below_threshold"


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Values no better than `from_value` (and better than the next band) are of this severity.

    For a KPI where higher is better the band holds values at or below `from_value`. Without
    points of its own it carries what the contract's credit terms give its severity.
    """

    severity: Severity
    from_value: Decimal
    points: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """The level to reach and the level not to fall below, from a month on."""

    effective_from: Month
    target: Decimal
    minimum: Decimal | None = None
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class KpiDefinition:
    """A KPI as the contract defines it, as known at one time.

    `decimals` is the precision stated by the contract: a value is rounded to it, half up, and
    then judged. `rule_numbers` are the parameters of `rule` (for two_sided: tolerance and
    limit; for last_year: near_percent). `bands` run from the mildest to the gravest.
    """

    contract: str
    code: str
    service: str
    title: str
    kind: Kind
    direction: Direction
    unit: str  # %, incidents, hours, £
    decimals: int = 2
    rule: RuleKind = RuleKind.LEVELS
    rule_numbers: Mapping[str, Decimal] = field(default_factory=dict)
    levels: tuple[Level, ...] = ()
    bands: tuple[Band, ...] = ()
    numerator: str = ""
    denominator: str = ""
    formula: str = ""  # over other KPIs' codes, such as "IMT_KPI_01 + IMT_KPI_02"
    may_exceed_hundred: bool = False
    critical: bool = False
    why_it_matters: str = ""
    clause: str = ""
    first_month: Month | None = None  # None: from the contract's start
    discontinued_from: Month | None = None
    discontinued_why: str = ""
    authored_by: str = ""
    checked_by: str = ""
    review_by: date | None = None
    version: int = 0

    @property
    def reference(self) -> str:
        """Return the KPI's reference."""
        return kpi_reference(self.contract, self.code)

    def level_in(self, month: Month) -> Level | None:
        """Return the level in force in the month, or None where none was ever set by then."""
        due = [level for level in self.levels if level.effective_from <= month]
        return max(due, key=lambda level: level.effective_from, default=None)

    def is_due_in(self, month: Month) -> bool:
        """Test whether a result for the month is owed at all."""
        started = self.first_month is None or self.first_month <= month
        return started and (self.discontinued_from is None or month < self.discontinued_from)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One version of a KPI's result for a month: a value, or the reason for none, never both.

    `version` is the number of the event that recorded it; `file` is the SHA-256 of the file it
    came from ("" for a correction by hand) and `place` the cell in it.
    """

    contract: str
    code: str
    month: Month
    value: Decimal | None
    no_value: NoValue | None
    standing: Standing
    source: Source
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    commentary: str = ""
    file: str = ""
    place: str = ""
    why: str = ""
    by: str = ""
    at: datetime | None = None
    version: int = 0

    def __post_init__(self) -> None:
        if (self.value is None) == (self.no_value is None):
            raise ValueError("a result is a value or a reason for none, and not both")

    @property
    def reference(self) -> str:
        """Return the result's reference."""
        return result_reference(self.contract, self.code, self.month)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mitigation:
    """Relief that was agreed for a KPI: beside the result, never instead of it."""

    contract: str
    code: str
    number: int
    span: Span
    reason: str
    asked_by: str
    granted_by: str
    granted_on: date
    long_term_fix: str = ""
    fix_due: date | None = None
    withdrawn_on: date | None = None
    version: int = 0

    @property
    def reference(self) -> str:
        """Return the mitigation's reference."""
        return f"mitigation/{self.contract}/{self.number}"

    def covers(self, month: Month) -> bool:
        """Test whether it holds in the month; a withdrawn one ends with the month before."""
        if month not in self.span:
            return False
        return self.withdrawn_on is None or month < Month.of(self.withdrawn_on)


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

    @property
    def fails_after_mitigation(self) -> bool:
        """Test whether it is a miss that no mitigation covers."""
        return self.status.is_miss and self.mitigation is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many KPIs stand where; every KPI is in exactly one of `by_status`.

    `mitigated` counts misses under mitigation by raw status, a subset of by_status.
    """

    by_status: Mapping[Status, int]
    mitigated: Mapping[Status, int]

    @property
    def total(self) -> int:
        """Return the number of KPIs, the missing ones counted."""
        return sum(self.by_status.values())

    @property
    def judged(self) -> int:
        """Return how many were measured and held against a level."""
        return sum(n for status, n in self.by_status.items() if status.is_judged)

    @property
    def failures_after_mitigation(self) -> int:
        """Return the misses that no mitigation covers."""
        misses = sum(n for status, n in self.by_status.items() if status.is_miss)
        return misses - sum(self.mitigated.values())


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
    basis: str  # in words: "the sum of 12 measured months"


class Arrow(StrEnum):
    """Better or worse than the month before, not up or down."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditTerms:
    """How service points become money; numbers of the contract, never of the code.

    credit = points × `percent_per_point` × the month's charges, at most `cap_percent` of them.
    The second and later of consecutive failing months counts `repeat_multiplier` times. What
    contracts differ on is said by the last three: whether agreed mitigation takes the points
    away, whether a month of relief still makes the next failure a repeat, and whether a month
    without a value makes the next failure a first one.
    """

    contract: str
    effective_from: Month
    percent_per_point: Decimal
    cap_percent: Decimal
    repeat_multiplier: int
    points: Mapping[Severity, int]
    mitigation_relieves_points: bool = False
    relieved_month_counts: bool = False
    gap_resets_repeat: bool = False
    clause: str = ""
    approved_by: str = ""
    version: int = 0


class ReliefKind(StrEnum):
    """Why points or credits are not counted."""

    SUSPENSION = "suspension"  # no credits at all in the months
    RELIEF = "relief"  # the named KPIs carry no points in the months


@dataclass(frozen=True, slots=True, kw_only=True)
class Relief:
    """Months in which credits are suspended, or points relieved for the KPIs named."""

    contract: str
    number: int
    kind: ReliefKind
    span: Span
    codes: tuple[str, ...]
    reason: str
    granted_by: str
    granted_on: date
    version: int = 0

    @property
    def reference(self) -> str:
        """Return the relief's reference."""
        return f"suspension/{self.contract}/{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """What the supplier charged for a month before credits."""

    contract: str
    month: Month
    pounds: Decimal
    version: int = 0
    file: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsLine:
    """How one KPI's points came about; `relieved_by` says why they do not count."""

    code: str
    severity: Severity
    points: int
    is_repeat: bool
    multiplier: int
    counted: int
    relieved_by: str = ""  # reference of the relief or mitigation, else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditSum:
    """The month's service credit with the sum worked through, to the penny.

    `credit_pounds` is None where the charge for the month or the terms are not known.
    """

    contract: str
    month: Month
    lines: tuple[PointsLine, ...]
    points: int
    charge: Charge | None
    terms: CreditTerms | None
    uncapped_pounds: Decimal | None
    cap_pounds: Decimal | None
    credit_pounds: Decimal | None
    is_capped: bool = False
    suspended_by: str = ""
    not_judged: tuple[str, ...] = ()  # KPIs whose result was missing

    @property
    def reference(self) -> str:
        """Return the reference of the month's credits."""
        return f"credits/{self.contract}/{self.month}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What somebody published: a range, a verdict, a count. Never turned into a result."""

    contract: str
    number: int
    span: Span
    code: str = ""  # "" for a statement about the whole contract
    measure: str = ""  # kpis_below_minimum, kpis_meeting_target, service_credits, …
    low: Decimal | None = None
    high: Decimal | None = None
    verdict: Status | None = None
    mitigated: bool | None = None
    note: str = ""
    confidence: str = ""  # "" for the council's own; else "press, …"
    source: str = ""
    file: str = ""
    place: str = ""
    version: int = 0

    @property
    def reference(self) -> str:
        """Return the statement's reference."""
        return f"statement/{self.contract}/{self.number}"


class MatterState(StrEnum):
    """Where a service matter stands."""

    OPEN = "open"
    WITH_SUPPLIER = "with_supplier"
    RESOLVED = "resolved"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A service matter of a contract, such as an outstanding payroll matter."""

    contract: str
    number: int
    title: str
    owner: str
    state: MatterState
    raised_on: date
    due: date | None = None
    codes: tuple[str, ...] = ()
    note: str = ""
    version: int = 0

    @property
    def reference(self) -> str:
        """Return the matter's reference."""
        return f"matter/{self.contract}/{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendReason:
    """Why a KPI got better or worse in a month, in an officer's words."""

    contract: str
    code: str
    month: Month
    reason: str
    by: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnReceived:
    """A supplier's file for a month, as it was taken in."""

    contract: str
    month: Month
    number: int
    source: Source
    file: str
    file_name: str
    received_at: datetime
    by: str
    results: int
    version: int = 0

    @property
    def reference(self) -> str:
        """Return the return's reference."""
        return f"return/{self.contract}/{self.month}/{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnOwed:
    """A month for which a contract's return has not come though it was due."""

    contract: Contract
    month: Month
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnRow:
    """One KPI's line of a return, as read; the write decides what becomes of it."""

    code: str
    value: Decimal | None
    no_value: NoValue | None
    place: str
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    commentary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingReturn:
    """A supplier's file for a month, read but not taken in yet."""

    contract: str
    month: Month
    rows: tuple[ReturnRow, ...]
    content: bytes
    name: str
    standing: Standing

    @property
    def file(self) -> str:
        """Return the SHA-256 of the file."""
        return sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a result should have been, and why; a value or a reason for none."""

    contract: str
    code: str
    month: Month
    value: Decimal | None = None
    no_value: NoValue | None = None
    why: str
    standing: Standing = Standing.RESTATED

    @property
    def reference(self) -> str:
        """Return the reference of the result that is corrected."""
        return result_reference(self.contract, self.code, self.month)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRow:
    """What loading would do to one result: new, changed or unchanged."""

    code: str
    action: str  # new, changed, unchanged
    before: Result | None
    after: ReturnRow
    status_before: Status | None
    status_after: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadPlan:
    """What loading a return would change, before it does."""

    contract: str
    month: Month
    standing: Standing
    source: Source
    rows: tuple[PlannedRow, ...]
    already_loaded: str = ""  # reference of the return that brought the very same file

    @property
    def changes(self) -> int:
        """Return how many results would be new or changed."""
        return sum(row.action != "unchanged" for row in self.rows)


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
