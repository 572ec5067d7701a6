"""Agreements with suppliers of software and services: their terms, and who let each run on."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class NoticeUnit(StrEnum):
    """In what notice is counted."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """How long before the end somebody must say that it is to end."""

    count: int
    unit: NoticeUnit


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """Further months, as agreed on a day; `approved_on` is None where nobody approved them."""

    months: int
    agreed_on: date
    approved_on: date | None = None
    approved_by: str = ""
    decision: str = ""  # reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """An agreement; `months` are those of its first term, renewals add theirs.

    `renews_itself_by` are the months that it runs on by of itself unless notice is given, None of
    one that simply ends. `closed_on` is the last day on which it was used, None while it is.
    """

    code: str
    title: str
    supplier: str  # reference
    starts_on: date
    months: int
    renewals: tuple[Renewal, ...] = ()
    notice: Notice | None = None
    renews_itself_by: int | None = None
    closed_on: date | None = None
    yearly_pounds: int | None = None
    owner: str = ""
    cause: str = ""  # why it ran on, as found
    cure: str = ""  # what was done so that none does again
    cured_on: date | None = None

    @property
    def reference(self) -> str:
        """Return the agreement's reference."""
        return f"agreement/{self.code}"


class Coming(StrEnum):
    """What comes up of an agreement."""

    NOTICE = "notice"
    END = "end"


@dataclass(frozen=True, slots=True, order=True)
class ComingDate:
    """A day that comes up of an agreement."""

    on: date
    agreement: str
    what: Coming


@dataclass(frozen=True, slots=True, kw_only=True)
class RanOn:
    """An agreement used after its last approved day; `until` is None while it still is.

    `is_recurrence` tells whether it ran on again after its cause was said to be cured.
    """

    agreement: str
    approved_until: date
    until: date | None
    days: int
    is_recurrence: bool
