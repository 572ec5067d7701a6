"""What a demonstration is made of: an invented council's story, or published facts; pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from scrutable.contracts import facts as contracts
from scrutable.kernel.periods import Month, Span
from scrutable.registers.facts import Contract, Supplier


class Council(StrEnum):
    """The councils that can be shown."""

    WESTMERE = "westmere"
    LINCOLNSHIRE = "lincolnshire"


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
    no_value: contracts.NoValue | None
    commentary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What a supplier would put on one line of a return."""

    code: str
    value: Decimal | None
    no_value: contracts.NoValue | None = None
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

    `first` is its first month; without it the report is about the quarter of `as_at`.
    """

    kind: str
    contract: str
    first: Month | None
    as_at: date
    author: str
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
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Something that happened at a time, and who wrote it down."""

    at: datetime
    by: str
    what: What


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Everything that happens, in the order in which it does; the last report is shown at its end.

    `file_name` is what the files of that report are called.
    """

    council: Council
    council_name: str
    happenings: tuple[Happening, ...]
    file_name: str
    digest: str

    @property
    def last_report(self) -> ReportWritten:
        """Return the report that the demonstration ends with."""
        written = [happening.what for happening in self.happenings]
        return next(what for what in reversed(written) if isinstance(what, ReportWritten))
