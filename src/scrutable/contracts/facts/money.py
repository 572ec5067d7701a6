"""Points, charges, and the service credits they make."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from scrutable.contracts.facts.kinds import Severity
from scrutable.kernel.periods import Month


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
