"""A KPI as the contract defines it, with its levels and bands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from scrutable.contracts.facts.kinds import Direction, Kind, RuleKind, Severity
from scrutable.kernel.periods import Month
from scrutable.kernel.references import kpi_reference


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

    @property
    def name(self) -> str:
        """Return code and title, as lists and reports call the KPI."""
        return f"{self.code} {self.title}"

    def level_in(self, month: Month) -> Level | None:
        """Return the level in force in the month, or None where none was ever set by then."""
        due = [level for level in self.levels if level.effective_from <= month]
        return max(due, key=lambda level: level.effective_from, default=None)

    def is_due_in(self, month: Month) -> bool:
        """Test whether a result for the month is owed at all."""
        started = self.first_month is None or self.first_month <= month
        return started and (self.discontinued_from is None or month < self.discontinued_from)
