"""What editions print, how they differ, and what verifying them found; pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from scrutable.reports.facts.editions import Format


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
class Restated:
    """A superseded figure with the event that restated it: when, by whom and why, if it says.

    `label` is what people call it, "" where it has no name of its own.
    """

    figure: Superseded
    label: str
    event: int
    since: datetime | None
    by: str = ""
    why: str = ""

    @property
    def name(self) -> str:
        """Return what to call it: its label, else its reference."""
        return self.label or self.figure.reference


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

    `label` says which figure it is, `section` is the heading it stands below. `period_before` and
    `versions` are those of a figure that both print, "" and None of anything else.
    """

    reference: str
    what: str
    before: str
    after: str
    place: str = ""
    label: str = ""
    section: str = ""
    period: str = ""
    period_before: str = ""
    versions: tuple[int, int] | None = None

    @property
    def is_of_another_day(self) -> bool:
        """Test whether the two figures are of other days, so that nobody restated anything."""
        return bool(self.period_before) and self.period_before != self.period


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
    is_exempt: bool = False  # of the part that is not for the public


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
