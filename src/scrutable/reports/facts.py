"""Editions of reports, what they print, and what checking and verifying them found."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from scrutable.kernel.periods import Span


class ReportKind(StrEnum):
    """What a report is for."""

    CONTRACT_PERFORMANCE = "contract-performance"
    EXCEPTIONS = "exceptions"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One report on one span, numbered within its contract and year.

    `pinned` is the number its records are read at; None for a draft that follows what is known
    now. `links` is the address that the citations of its files lead to.
    """

    contract: str
    year: int
    number: int
    kind: ReportKind
    title: str
    span: Span
    as_at: date
    council: str
    meeting: str
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
        return f"{self.contract}-{self.year}-{self.number}"

    @property
    def reference(self) -> str:
        """Return the edition's reference."""
        return f"edition/{self.name}"

    @property
    def is_frozen(self) -> bool:
        """Test whether nothing of it can change any more."""
        return self.state is EditionState.FROZEN


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportAsked:
    """What somebody asks a report of; the same asked twice is the same draft."""

    kind: ReportKind
    contract: str
    span: Span
    as_at: date
    author: str
    council: str
    meeting: str
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
        return f"{self.place}: {self.fault}; {self.remedy}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureUsed:
    """A figure as an edition printed it: what it rests on, its text and its place."""

    edition: str
    reference: str
    version: int
    text: str
    place: str
    section: str
    period: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Superseded:
    """A figure of a frozen edition that would be printed otherwise now, or from a newer record."""

    edition: str
    reference: str
    used_version: int
    newest_version: int
    text_then: str
    text_now: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """An edition that printed a record, with the version it used."""

    edition: str
    title: str
    version: int
    is_superseded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Something that reads otherwise in two documents, by the reference it rests on.

    `label` says which figure it is, `section` is the heading it stands below.
    """

    reference: str
    what: str
    before: str
    after: str
    place: str = ""
    label: str = ""
    section: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two editions held against each other, figure by figure.

    `restated` are figures of a month that say something else now, `derived` are forecasts,
    `changed` are all others that both print; `new` and `gone` are printed by one alone.
    """

    restated: tuple[Difference, ...] = ()
    changed: tuple[Difference, ...] = ()
    derived: tuple[Difference, ...] = ()
    new: tuple[Difference, ...] = ()
    gone: tuple[Difference, ...] = ()
    statuses: tuple[Difference, ...] = ()
    narrative: tuple[Difference, ...] = ()

    @property
    def is_same(self) -> bool:
        """Test whether nothing differs."""
        return self == Comparison()


class FormatOutcome(StrEnum):
    """What became of one format when its edition was verified."""

    SAME = "same"
    DIFFERENT = "different"
    RENDERER_CHANGED = "renderer_changed"
    DAMAGED = "damaged"  # the stored bytes are not those that were frozen


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatCheck:
    """One format of an edition made again and compared with what is stored."""

    format: Format
    outcome: FormatOutcome
    sha256: str
    renderers: Mapping[str, tuple[str, str]] = field(default_factory=dict)  # then, now


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What making an edition again from its records showed.

    `composer_changed` gives the composer's version then and now where it has changed since.
    """

    edition: str
    known: int
    differences: tuple[Difference, ...]
    formats: tuple[FormatCheck, ...]
    composer_changed: tuple[str, str] | None = None

    @property
    def is_proved(self) -> bool:
        """Test whether tree and every format were made again to the byte."""
        same = all(check.outcome is FormatOutcome.SAME for check in self.formats)
        return not self.differences and same

    @property
    def has_faults(self) -> bool:
        """Test whether anything differs that a newer composer or renderer does not explain."""
        bad = (FormatOutcome.DIFFERENT, FormatOutcome.DAMAGED)
        unexplained = bool(self.differences) and self.composer_changed is None
        return unexplained or any(check.outcome in bad for check in self.formats)
