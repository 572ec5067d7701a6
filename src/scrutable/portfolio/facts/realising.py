"""Where benefits stand by a day: worked out of what was promised and measured, never stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from scrutable.portfolio.facts.benefits import (
    Benefit,
    BenefitForecast,
    BenefitKind,
    ClaimSettled,
    Measurement,
)


class BenefitState(StrEnum):
    """Where a benefit stands; the last two are a dis-benefit's."""

    WITHDRAWN = "withdrawn"
    NOT_YET_DUE = "not_yet_due"
    NOT_MEASURED = "not_measured"
    NO_TARGET = "no_target"
    IN_WORDS = "in_words"
    ON_COURSE = "on_course"
    BEHIND = "behind"
    REALISED = "realised"
    NOT_REALISED = "not_realised"
    WORSE_THAN_BASELINE = "worse_than_baseline"
    AS_ACCEPTED = "as_accepted"
    WORSE_THAN_ACCEPTED = "worse_than_accepted"


class ShortBy(StrEnum):
    """By what a benefit is behind."""

    LINE = "line"  # what was measured is short of the straight line to the target
    FORECAST = "forecast"  # what is expected comes to less, or later


@dataclass(frozen=True, slots=True, kw_only=True)
class BenefitLimits:
    """The council's own limits; `pounds_unverified` is from which sum on they are named.

    Beyond `beyond_way` hundredths of the way to the target, or `beyond_pounds` hundredths of the
    full-year value, a slip of the hand is likely.
    """

    measured_within_days: int
    behind_points: int
    pounds_unverified: Decimal
    beyond_way: int
    beyond_pounds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BenefitStanding:
    """A benefit and where it stands by a day.

    `share` is the way gone from baseline to target, None where there is none to tell. `last` is
    the last measurement that found anything, `taken` the last that says pounds, `tried` one after
    it that found nothing. `since` is from when it is not measured, or withdrawn.
    """

    benefit: Benefit
    project_title: str
    manager: str
    is_ended: bool
    state: BenefitState
    since: date | None = None
    share: Fraction | None = None
    last: Measurement | None = None
    taken: Measurement | None = None
    tried: Measurement | None = None
    forecast: BenefitForecast | None = None
    short_by: tuple[ShortBy, ...] = ()
    overdue_since: date | None = None
    next_due: date | None = None

    @property
    def code(self) -> str:
        """Return the benefit's code."""
        return self.benefit.code

    @property
    def reference(self) -> str:
        """Return the benefit's reference."""
        return self.benefit.reference

    @property
    def version(self) -> int:
        """Return the version of the newest record it is worked out of."""
        parts = (self.benefit, self.last, self.taken, self.tried, self.forecast)
        return max(part.version for part in parts if part is not None)

    @property
    def is_cashable(self) -> bool:
        """Test whether it is taken from a budget."""
        return self.benefit.kind is BenefitKind.CASHABLE

    @property
    def is_counted(self) -> bool:
        """Test whether it is still claimed."""
        return self.state is not BenefitState.WITHDRAWN

    @property
    def promised(self) -> Decimal | None:
        """Return the full-year value, None where nobody gave one."""
        return self.benefit.yearly_pounds

    @property
    def realised(self) -> Decimal | None:
        """Return the pounds a year that were taken from the budget, None where nobody measured."""
        return self.taken.pounds if self.taken else None

    @property
    def verified(self) -> Decimal | None:
        """Return those pounds, None where nobody verified them."""
        return self.realised if self.taken and self.taken.verified_by else None


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubleClaim:
    """Two benefits of two projects that look like one saving, and why; settled or not."""

    first: Benefit
    second: Benefit
    same_line: bool
    same_measure: bool
    settled: ClaimSettled | None = None

    @property
    def codes(self) -> tuple[str, str]:
        """Return both codes."""
        return self.first.code, self.second.code


@dataclass(frozen=True, slots=True, kw_only=True)
class Pounds:
    """A sum of pounds a year, and how many of how many benefits it is made of."""

    pounds: Decimal
    made_of: int
    out_of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BenefitSums:
    """Benefits counted and their pounds added up; one that was claimed twice counts once.

    `left_out` are the pounds promised of those that stand for a saving counted elsewhere.
    What is withdrawn is among the states alone.
    """

    count: int
    states: Mapping[BenefitState, int]
    promised: Pounds
    realised: Pounds
    verified: Pounds
    left_out: Pounds

    def in_state(self, *states: BenefitState) -> int:
        """Return how many benefits are in any of the states."""
        return sum(self.states.get(state, 0) for state in states)


@dataclass(frozen=True, slots=True, kw_only=True)
class BenefitsFound:
    """Every benefit by a day, of the portfolio or of one project.

    Histories and forecasts are by code, of those that were asked for whole; `files` gives each
    stored file's name by its SHA-256. `project` is "" for all. `left_out` are the codes of those
    that are in no sum, since another stands for the same saving, be it of another project.
    """

    as_at: date
    standings: tuple[BenefitStanding, ...]
    claims: tuple[DoubleClaim, ...]
    limits: BenefitLimits
    left_out: frozenset[str]
    project: str = ""
    histories: Mapping[str, tuple[Measurement, ...]] = field(default_factory=dict)
    forecasts: Mapping[str, tuple[BenefitForecast, ...]] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
