"""Agreements with suppliers of software and services, as they are recorded."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from scrutable.records.facts import Record


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
class Agreement(Record):
    """An agreement as it was first made; each `Renewal` adds months to it.

    `months` are those of its first term, `extensions` those of each option to go on that it
    allows, in their order. `renews_itself_by` are the months that it goes on by of itself unless
    notice is given, None of one that simply ends. `closed_on` is the last day on which it was
    used, None while it is. Without `approved_on` nobody recorded who approved its first term.
    """

    WHAT: ClassVar[str] = "agreement"
    KEY: ClassVar[tuple[str, ...]] = ("code",)

    code: str
    title: str
    supplier: str  # reference
    starts_on: date
    months: int
    approved_on: date | None = None
    approved_by: str = ""
    decision: str = ""  # a reference, or where it can be read
    extensions: tuple[int, ...] = ()
    notice_count: int | None = None
    notice_unit: NoticeUnit = NoticeUnit.MONTHS
    renews_itself_by: int | None = None
    notice_given_on: date | None = None
    closed_on: date | None = None
    yearly_pounds: Decimal | None = None  # None where nobody has said
    owner: str = ""  # a post
    contract: str = ""  # reference of the contract it belongs to, if to any
    file: str = ""  # SHA-256 of the register it came from
    place: str = ""

    @property
    def reference(self) -> str:
        """Return the agreement's reference."""
        return agreement_reference(self.code)

    @property
    def notice(self) -> Notice | None:
        """Return how long before the end notice must be given, None where none must."""
        if self.notice_count is None:
            return None
        return Notice(count=self.notice_count, unit=self.notice_unit)


def agreement_reference(code: str) -> str:
    """Return the reference of the agreement with this code."""
    return f"agreement/{code}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal(Record):
    """Further months, as agreed on a day; `approved_on` is None where nobody approved them.

    Without `yearly_pounds` they cost by the year what the months before them did.
    """

    WHAT: ClassVar[str] = "renewal"
    KEY: ClassVar[tuple[str, ...]] = ("agreement", "number")

    agreement: str  # its code
    number: int
    months: int
    agreed_on: date
    approved_on: date | None = None
    approved_by: str = ""
    decision: str = ""  # a reference, or where it can be read
    yearly_pounds: Decimal | None = None
    file: str = ""  # SHA-256 of the register it came from
    place: str = ""

    @property
    def reference(self) -> str:
        """Return the renewal's reference."""
        return f"{agreement_reference(self.agreement)}/renewal/{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cure(Record):
    """Why an agreement ran on from a day, and what was done so that none does again.

    `since` is the first day without approval; `cured_on` is None until the cure is carried out.
    """

    WHAT: ClassVar[str] = "cause and cure"
    KEY: ClassVar[tuple[str, ...]] = ("agreement", "since")

    agreement: str  # its code
    since: date
    cause: str
    cure: str = ""
    owner: str = ""  # a post
    cured_on: date | None = None

    @property
    def reference(self) -> str:
        """Return the reference of what was found and done."""
        return f"{agreement_reference(self.agreement)}/ran-on/{self.since}"
