"""Councillors by number, and the officers named to see what each needs."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from scrutable.records.facts import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Councillor:
    """A councillor: known by a number everywhere else; name and account lie apart, erasable."""

    number: int
    name: str
    person: str  # the username they sign in by, "" where they have none
    since: date
    until: date | None = None

    @property
    def reference(self) -> str:
        """Return the councillor's reference."""
        return f"councillor/{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedOfficer(Record):
    """Somebody named to see what councillors need, from a day up to another."""

    WHAT: ClassVar[str] = "named officer"
    KEY: ClassVar[tuple[str, ...]] = ("username",)

    username: str
    since: date
    why: str
    until: date | None = None

    @property
    def reference(self) -> str:
        """Return the reference of the officer among those named."""
        return f"named-officer/{self.username}"


class ReportForm(StrEnum):
    """The form in which somebody reads reports best."""

    PAGE = "page"
    LARGE_PRINT = "large_print"
    WORD = "word"
    PLAIN_TEXT = "plain_text"
    PDF = "pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessNeeds:
    """What somebody needs, in their own words; nothing of it is ever kept in clear."""

    report_form: ReportForm = ReportForm.PAGE
    needs: str = ""
    adjustments: str = ""
    at_meetings: str = ""

    @property
    def is_any(self) -> bool:
        """Test whether anything is needed."""
        return (
            bool(self.needs or self.adjustments or self.at_meetings)
            or self.report_form is not ReportForm.PAGE
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessForm:
    """One councillor's form as it lies sealed; `handle` is what the log calls it."""

    councillor: int
    handle: str
    told_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessLook:
    """That somebody looked at a form."""

    at: datetime
    by: str
