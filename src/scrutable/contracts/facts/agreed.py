"""What was agreed, published or noted beside the results."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from scrutable.contracts.facts.kinds import MatterState, ReliefKind, Status
from scrutable.kernel.periods import Month, Span


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
