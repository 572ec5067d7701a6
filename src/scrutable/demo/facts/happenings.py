"""The kinds of thing that happen in a story; pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from scrutable.contracts import facts as contracts
from scrutable.demo.facts.costs import CostsAllocated
from scrutable.demo.facts.councillors import CouncillorsTold
from scrutable.demo.facts.estate import EstateWhat
from scrutable.demo.facts.ledger import LedgerLoaded
from scrutable.demo.facts.made import Figure
from scrutable.demo.facts.projects import ProjectWhat
from scrutable.demo.facts.sittings import SittingWhat
from scrutable.kernel.periods import Month
from scrutable.registers.facts import Contract, Supplier


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplierRecorded:
    """A supplier is written down."""

    supplier: Supplier


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractRecorded:
    """A contract's terms are written down, for the first time or again."""

    contract: Contract


@dataclass(frozen=True, slots=True, kw_only=True)
class KpiDefined:
    """A KPI is defined, for the first time or again."""

    definition: contracts.KpiDefinition


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsSet:
    """A contract's credit terms are set."""

    terms: contracts.CreditTerms


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeMade:
    """A supplier's charge for a month is written down."""

    contract: str
    month: Month
    pounds: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnSent:
    """A supplier's workbook for a month arrives; `figures` are what it says, line by line."""

    contract: str
    month: Month
    figures: tuple[Figure, ...]
    standing: contracts.Standing
    name: str
    fault: str = ""  # what is wrong with it, so that it is refused; "" where it is fit to load


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultsVerified:
    """The council has checked a month's results."""

    contract: str
    month: Month


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultCorrected:
    """A result is put right, or put under review."""

    correction: contracts.Correction


@dataclass(frozen=True, slots=True, kw_only=True)
class MitigationGranted:
    """Mitigation is agreed."""

    mitigation: contracts.Mitigation


@dataclass(frozen=True, slots=True, kw_only=True)
class MitigationRenewed:
    """Mitigation runs on, with or without a later date for the fix."""

    reference: str
    last_month: Month
    fix_due: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FixPostponed:
    """The long-term fix of a mitigation gets a later date."""

    reference: str
    fix_due: date
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MitigationWithdrawn:
    """Mitigation is ended before its time."""

    reference: str
    on: date
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReliefGranted:
    """Credits are suspended, or KPIs relieved of points."""

    relief: contracts.Relief


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterRecorded:
    """A service matter is raised, or stands elsewhere than before."""

    matter: contracts.Matter


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonGiven:
    """An officer says why a KPI got better or worse."""

    contract: str
    code: str
    month: Month
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicySet:
    """The council sets a rule of its own; `value` is what it settles."""

    name: str
    effective_from: date
    value: Mapping[str, object]
    approved_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementsPublished:
    """A file of published statements is taken in."""

    contract: str
    statements: tuple[contracts.Statement, ...]
    content: bytes
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWritten:
    """A report is begun on its day, with what the officers wrote, and frozen if it is issued.

    `about` is the reference of what it is about. `first` is its first month; without it a report
    on a contract is about the quarter of `as_at`. `put_to` is the code of the meeting it goes to.
    """

    kind: str
    about: str
    first: Month | None
    as_at: date
    author: str
    put_to: str
    meeting: str
    commentary: Mapping[str, str]
    is_issued: bool


What = (
    SupplierRecorded
    | ContractRecorded
    | KpiDefined
    | TermsSet
    | ChargeMade
    | ReturnSent
    | ResultsVerified
    | ResultCorrected
    | MitigationGranted
    | MitigationRenewed
    | FixPostponed
    | MitigationWithdrawn
    | ReliefGranted
    | MatterRecorded
    | ReasonGiven
    | PolicySet
    | StatementsPublished
    | ReportWritten
    | SittingWhat
    | ProjectWhat
    | EstateWhat
    | CostsAllocated
    | LedgerLoaded
    | CouncillorsTold
)
