"""Editions of reports: what they are about, what was asked, what stops them; pure."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from scrutable.kernel.periods import Span


class ReportKind(StrEnum):
    """What a report is for."""

    CONTRACT_PERFORMANCE = "contract-performance"
    EXCEPTIONS = "exceptions"
    DECISION_REPORT = "decision-report"
    IT_OVERVIEW = "it-overview"
    STRATEGY_RETROSPECTIVE = "strategy-retrospective"
    PROGRAMME_UPDATE = "programme-update"
    TRANSITION_OUTCOMES = "transition-outcomes"
    BENEFITS_REVIEW = "benefits-review"
    ESTATE = "estate"


class Subject(StrEnum):
    """What a report is about; the word begins the subject's reference."""

    CONTRACT = "contract"
    DECISION = "decision"
    STRATEGY = "strategy"
    TRANSITION = "transition"
    PROJECT = "project"
    PORTFOLIO = "portfolio"  # all projects and strategies together
    ESTATE = "estate"  # accounts, devices, licences, agreements and orders together


class EditionState(StrEnum):
    """Whether an edition may still change."""

    DRAFT = "draft"
    FROZEN = "frozen"


class Format(StrEnum):
    """The formats that every edition is made in."""

    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """The event numbers that a report is composed at: of its records and of its commentary."""

    known: int
    words_known: int


class AboutOne:
    """What is about one thing, whose reference it holds."""

    __slots__ = ()
    about: str

    @property
    def subject(self) -> Subject:
        """Return which kind of thing it is about."""
        return Subject(self.about.partition("/")[0])

    @property
    def code(self) -> str:
        """Return the code of what it is about: CSS, I017909, 201."""
        return self.about.partition("/")[2]

    @property
    def contract(self) -> str:
        """Return the code of the contract it is about; "" where it is about something else."""
        return self.code if self.subject is Subject.CONTRACT else ""

    @property
    def decision(self) -> str:
        """Return the code of the decision it is about; "" where it is about something else."""
        return self.code if self.subject is Subject.DECISION else ""

    @property
    def project(self) -> str:
        """Return the number of the project it is about; "" where it is about something else."""
        return self.code if self.subject is Subject.PROJECT else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition(AboutOne):
    """One report on one thing, numbered within its code and its year.

    Reports on a contract have a span, and those that look back over half a year. `pinned` is the
    number its records are read at; None for a draft that follows what is known now. `links` is the
    address that the citations of its files lead to. `body` and `put_to` are the codes of the body
    it is for and the meeting it is put to, `meeting` what the cover prints.
    """

    about: str
    year: int
    number: int
    kind: ReportKind
    title: str
    span: Span | None = None
    as_at: date
    council: str
    body: str = ""
    put_to: str = ""
    meeting: str = ""
    author: str
    links: str
    dated: date
    opened_by: str
    opened_at: datetime
    state: EditionState = EditionState.DRAFT
    pinned: int | None = None
    words_pinned: int | None = None
    template: str = ""  # SHA-256 of the council's own Word template, if it had one
    frozen_by: str = ""
    frozen_at: datetime | None = None
    version: int = 0

    @property
    def name(self) -> str:
        """Return the edition's name within addresses: CSS-2026-3."""
        return f"{self.code}-{self.year}-{self.number}"

    @property
    def months(self) -> Span:
        """Return the months that the report is about; raises ValueError where it is of none."""
        if self.span is None:
            raise ValueError(f"{self.name} is about no months")
        return self.span

    @property
    def reference(self) -> str:
        """Return the edition's reference."""
        return f"edition/{self.name}"

    @property
    def is_frozen(self) -> bool:
        """Test whether nothing of it can change any more."""
        return self.state is EditionState.FROZEN


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportAsked(AboutOne):
    """What somebody asks a report of; the same asked twice is the same draft."""

    kind: ReportKind
    about: str
    span: Span | None = None
    as_at: date
    author: str
    council: str
    body: str = ""
    put_to: str = ""
    meeting: str = ""
    links: str
    known: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrative:
    """An officer's text for a section, the latest of it."""

    section: str
    text: str
    by: str
    at: datetime
    version: int


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something that stops a report: where, what, and what to do about it.

    `section` is the anchor of the section, for a link to it. `mend_at` is the address of the page
    that mends it: a whole one, or one below the edition's own.
    """

    place: str
    fault: str
    remedy: str
    section: str = ""
    mend_at: str = ""

    def __str__(self) -> str:
        joined = " " if self.fault.endswith(".") else "; "
        return f"{self.place}: {self.fault}{joined}{self.remedy}"
