"""Accounts, whose each is, and what is wrong with it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class AccountClass(StrEnum):
    """What the extract itself calls an account; a person's where it says nothing."""

    PERSON = "person"
    SHARED = "shared"
    SERVICE = "service"
    ADMINISTRATOR = "administrator"
    MEMBER = "member"
    PARTNER = "partner"
    AGENCY = "agency"
    RETAINED = "retained"  # kept open for a manager after somebody left


class AccountLine(StrEnum):
    """The line of the sum on which an account counts; each account counts on one."""

    DISABLED = "disabled"
    SHARED = "shared"
    SERVICE = "service"
    ADMINISTRATOR = "administrator"
    MEMBER = "member"
    PARTNER = "partner"
    AGENCY = "agency"
    RETAINED = "retained"
    NOBODY = "nobody"
    LEAVER = "leaver"
    PERSON = "person"  # the one account of somebody at work
    SECOND = "second"  # any further one of theirs


class MatchedBy(StrEnum):
    """By which key an account or a device found its person; the surest first."""

    NUMBER = "number"
    ADDRESS = "address"
    NAME = "name"
    NOTHING = "nothing"


class AccountFault(StrEnum):
    """What is wrong with an account."""

    LEAVER_OPEN = "leaver_open"  # open after the day by which the council closes it
    SIGNED_IN_AFTER = "signed_in_after"
    SECOND_ACCOUNT = "second_account"
    NOBODYS = "nobodys"
    RETAINED_PAST = "retained_past"
    RETAINED_WITHOUT_END = "retained_without_end"
    IDLE = "idle"


class LeaverRuleKind(StrEnum):
    """By when a council closes the account of somebody who leaves."""

    LAST_DAY = "last_day"
    NEXT_WORKING_DAY = "next_working_day"
    WITHIN_DAYS = "within_days"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaverRule:
    """The council's own rule; `days` counts with WITHIN_DAYS alone."""

    kind: LeaverRuleKind
    days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A line of the accounts extract; `row` is its place there."""

    row: int
    login: str
    number: str
    address: str
    name: str
    account_class: AccountClass = AccountClass.PERSON
    is_enabled: bool = True
    last_sign_in: date | None = None
    retained_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedAccount:
    """An account with its line and its person; `person` is "" where it is nobody's."""

    row: int
    login: str
    line: AccountLine
    matched_by: MatchedBy
    person: str
    left_on: date | None
    due_on: date | None  # by when it was to be closed
    last_sign_in: date | None
    retained_until: date | None


@dataclass(frozen=True, slots=True, order=True)
class AccountFinding:
    """One thing that is wrong with one account."""

    row: int
    fault: AccountFault
    login: str
    person: str
