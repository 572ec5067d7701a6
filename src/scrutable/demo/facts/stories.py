"""A story: what happened, when, and who wrote it down; pure."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from scrutable.demo.facts.happenings import ReportWritten, What


class Council(StrEnum):
    """The councils that can be shown."""

    WESTMERE = "westmere"
    LINCOLNSHIRE = "lincolnshire"


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


@dataclass(frozen=True, slots=True)
class Find:
    """Something in a demonstration that is worth a look, and the page that shows it."""

    words: str
    page: str
