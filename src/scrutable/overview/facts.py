"""The evidence behind a record, the steps of a trace, and what a search finds; pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from scrutable.audit.facts import EventFact
from scrutable.contracts.facts import (
    CreditSum,
    KpiDefinition,
    Mitigation,
    Result,
    ReturnReceived,
    Statement,
)
from scrutable.evidence.facts import StoredFile
from scrutable.housekeeping.facts import Source
from scrutable.meetings.facts import (
    AgendaItem,
    Commitment,
    DecisionRecord,
    Delegation,
    Limb,
    Meeting,
    Minutes,
    PlannedDecision,
    Question,
    Recommendation,
    Scheduled,
)
from scrutable.meetings.facts import Standing as CommitmentStanding
from scrutable.portfolio.facts import Move, Project, Record, Status, UpdateReceived
from scrutable.registers.facts import Contract
from scrutable.reports.facts import Edition, FigureUsed, Restated, Superseded, Use


@dataclass(frozen=True, slots=True, kw_only=True)
class Deliberated:
    """What bodies did about a record: where it was met about, decided, promised and answered."""

    meeting: Meeting | None = None
    items: tuple[AgendaItem, ...] = ()
    minutes: tuple[Minutes, ...] = ()
    limbs: tuple[Limb, ...] = ()
    questions: tuple[Question, ...] = ()
    plan: PlannedDecision | None = None
    records: tuple[DecisionRecord, ...] = ()
    taken_on: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # editions by decision
    editions: tuple[Edition, ...] = ()
    restated: tuple[Restated, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """One version of something of the portfolio, with the cell that said it where one did."""

    of: Record | Project | Move | Status | UpdateReceived
    reference: str
    version: int
    file: str = ""
    place: str = ""
    event: EventFact | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """Something that a figure counts, or that a cell of a file said."""

    reference: str
    title: str
    said: str
    version: int
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure that a snapshot holds, and the findings that count in it; `name` is its line."""

    name: str
    number: int
    findings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """An extract that was read, and who took it when."""

    source: Source
    at: datetime | None = None
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """All that is kept about one record: whatever a kind of record has not stays empty.

    Versions stand oldest first. `files` and `returns` are those that any of it came from;
    `uses` the editions that printed it; `recorded` what is kept of the portfolio; `events` who did
    what to it, newest first.
    """

    reference: str
    contract: Contract | None = None
    kpi: KpiDefinition | None = None
    definitions: tuple[KpiDefinition, ...] = ()
    results: tuple[Result, ...] = ()
    mitigations: tuple[Mitigation, ...] = ()
    statements: tuple[Statement, ...] = ()
    returns: tuple[ReturnReceived, ...] = ()
    credit: CreditSum | None = None
    edition: Edition | None = None
    figures: tuple[FigureUsed, ...] = ()
    superseded: tuple[Superseded, ...] = ()
    file: StoredFile | None = None
    is_closed: bool = False  # the file is of matter that is not open
    is_cyber: bool = False  # it is the detail of an assessment
    is_unread: bool = False  # the file is of minutes that nobody has confirmed yet
    files: Mapping[str, StoredFile] = field(default_factory=dict)
    uses: tuple[Use, ...] = ()
    deliberated: Deliberated | None = None
    recorded: tuple[Recorded, ...] = ()
    counts: tuple[Counted, ...] = ()  # what a figure is worked out of
    left_out: int = 0  # more of those, which are not told one by one
    figure: Figure | None = None
    taken: tuple[Taken, ...] = ()  # the extracts that it was read from
    names_people: bool = False  # of a finding, which not everybody may see
    above: tuple[Recorded, ...] = ()  # what it is a part of, the nearest first
    relied: tuple[tuple[str, str], ...] = ()  # an edition that printed it, a decision taken on that
    events: tuple[EventFact, ...] = ()

    @property
    def is_source(self) -> bool:
        """Test whether it is a file that results, statements or updates were read from."""
        return bool(self.file and (self.results or self.statements or self.counts or self.returns))


class Layer(StrEnum):
    """How far along the road from file to report and on a step stands; pictures draw columns."""

    FILE = "file"
    RETURN = "return"
    MEETING = "meeting"
    MINUTES = "minutes"
    LIMB = "limb"
    VERSION = "version"
    RECORD = "record"
    USE = "use"
    DECISION = "decision"
    OUTCOME = "outcome"  # what was promised, delegated or recommended
    ANSWER = "answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing on the way from a figure to the cell it came from.

    `key` is its own within the trace; `reference` leads to its own trace ("" where it has none).
    """

    key: str
    layer: Layer
    title: str
    said: str
    reference: str = ""
    version: int = 0
    at: datetime | None = None
    by: str = ""
    place: str = ""
    is_current: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class TextExcerpt:
    """The words around those that a record came from, as the file holds them."""

    file_name: str
    place: str  # characters 1204–1312
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Arc:
    """That one step came from another."""

    start: str
    end: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """The way from a record down to file and cell and up to the reports that used it."""

    reference: str
    title: str
    summary: str
    steps: tuple[Step, ...]
    arcs: tuple[Arc, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """The cells around the one that a figure came from, as the file holds them."""

    file_name: str
    sheet: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    row: str
    column: str


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """A record that answers a search; `text` is searched and not shown."""

    kind: str
    reference: str
    title: str
    said: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How far a council has been set up; each number is how many there are.

    `only_published` is a council of whose contracts nothing but published statements is known:
    no KPI and no return is still to come.
    """

    has_policy: bool
    has_manager: bool
    suppliers: int
    contracts: int
    kpis: int
    returns: int
    reports: int
    only_published: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """How projects and benefits stand; None where nobody has recorded any.

    `taken` and `promised` are pounds a year; `not_measured` counts benefits whose day has come.
    """

    projects: int
    late: int
    red: int
    benefits: int
    promised: Decimal
    taken: Decimal
    not_measured: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EstateStanding:
    """How the estate stands; `findings` and `short` are None where nothing was reconciled."""

    findings: int | None
    agreements: int
    running: int
    short: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Newest:
    """A frozen report, newest first on the home page."""

    name: str
    title: str
    frozen_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """The next meetings with what each owes, what was asked for, and bodies' names by code."""

    scheduled: tuple[Scheduled, ...]
    promised: tuple[tuple[Commitment, CommitmentStanding], ...]
    names: Mapping[str, str]
