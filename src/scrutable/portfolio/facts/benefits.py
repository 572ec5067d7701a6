"""Benefits: what was promised of a project, what is measured of it, who answers for it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from scrutable.portfolio.facts.projects import project_reference
from scrutable.records.facts import Record


class BenefitKind(StrEnum):
    """What sort of good, or harm, it is."""

    CASHABLE = "cashable"
    NON_CASHABLE = "non_cashable"
    QUALITATIVE = "qualitative"
    DISBENEFIT = "disbenefit"


class Measure(StrEnum):
    """The unit in which a benefit is measured."""

    POUNDS = "pounds"
    PERCENT = "percent"
    COUNT = "count"
    DAYS = "days"
    HOURS = "hours"
    WORDS = "words"  # qualitative: nothing to count


@dataclass(frozen=True, slots=True, kw_only=True)
class Benefit(Record):
    """A benefit's profile, as the Green Book's register of benefits lists it.

    `owner` is on the business side and never the project's manager; "" only from the day
    `unowned_since` on. `yearly_pounds` is the full-year value. A cashable one has the code of the
    budget line it is taken from. It is expected to come in from `begins_on`, or from the baseline's
    day. A dis-benefit is measured so that more is worse, and `target` is the bound accepted.
    `measured_by` is the reference of a KPI that measures it, `towards` that of an objective or
    outcome.
    """

    WHAT: ClassVar[str] = "benefit"
    KEY: ClassVar[tuple[str, ...]] = ("project", "number")

    project: str
    number: int
    title: str
    kind: BenefitKind
    category: str = ""
    description: str
    service: str  # what part of the service brings it about
    metric: str
    measure: Measure
    lower_is_better: bool = False
    baseline: Decimal | None = None
    baseline_on: date | None = None
    target: Decimal | None = None
    target_on: date | None = None
    begins_on: date | None = None
    yearly_pounds: Decimal | None = None
    budget_line: str = ""
    data_source: str = ""
    costs: str = ""
    activities: str = ""
    owner: str
    unowned_since: date | None = None
    towards: str = ""
    measured_by: str = ""
    measure_on: tuple[date, ...] = ()  # the days set for measuring it
    withdrawn_on: date | None = None
    withdrawn_reason: str = ""

    @property
    def code(self) -> str:
        """Return the benefit's code: 201-1."""
        return f"{self.project}-{self.number}"

    @property
    def reference(self) -> str:
        """Return the benefit's reference."""
        return benefit_reference(self.project, self.number)

    @property
    def is_lower_better(self) -> bool:
        """Test whether less of it is better, as of every dis-benefit."""
        return self.lower_is_better or self.kind is BenefitKind.DISBENEFIT

    @property
    def days_set(self) -> tuple[date, ...]:
        """Return the days on which it is to be measured; that of the target is always one."""
        target = (self.target_on,) if self.target_on else ()
        return tuple(sorted({*self.measure_on, *target}))


def benefit_reference(project: str, number: int) -> str:
    """Return the reference of a benefit: project/201/benefit/1."""
    return f"{project_reference(project)}/benefit/{number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement(Record):
    """What was measured of a benefit on a day.

    `value` is None where it could not be measured, and `words` then says why: a blank is not
    nought. `pounds` is what had been taken from the budget by the day, as a sum a year, of a
    cashable one. `verified_by` is somebody other than who measured.
    """

    WHAT: ClassVar[str] = "measurement"
    KEY: ClassVar[tuple[str, ...]] = ("project", "benefit", "on")

    project: str
    benefit: int
    on: date
    value: Decimal | None = None
    pounds: Decimal | None = None
    words: str = ""
    source: str = ""
    measured_by: str
    verified_by: str = ""
    verified_on: date | None = None
    file: str = ""
    place: str = ""

    @property
    def reference(self) -> str:
        """Return the measurement's reference."""
        return f"{benefit_reference(self.project, self.benefit)}/{self.on.isoformat()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class BenefitForecast(Record):
    """What a benefit was expected to come to, and when, as said on a day."""

    WHAT: ClassVar[str] = "forecast of a benefit"
    KEY: ClassVar[tuple[str, ...]] = ("project", "benefit", "on")

    project: str
    benefit: int
    on: date
    value: Decimal
    by_when: date
    why: str
    said_by: str

    @property
    def reference(self) -> str:
        """Return the forecast's reference."""
        reference = benefit_reference(self.project, self.benefit)
        return f"{reference}/forecast/{self.on.isoformat()}"


class ClaimOutcome(StrEnum):
    """What two benefits that look like one saving were found to be."""

    SHARES = "shares"  # shares of one saving, each with its own part of the pounds
    SEPARATE = "separate"  # two savings after all


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSettled(Record):
    """Who found what of two benefits that look like one saving; `first` and `second` are codes."""

    WHAT: ClassVar[str] = "settlement of a saving claimed twice"
    KEY: ClassVar[tuple[str, ...]] = ("first", "second")

    first: str
    second: str
    on: date
    outcome: ClaimOutcome
    why: str
    said_by: str

    @property
    def reference(self) -> str:
        """Return the settlement's reference."""
        project, _, number = self.first.rpartition("-")
        return f"{project_reference(project)}/benefit/{number}/claim/{self.second}"
