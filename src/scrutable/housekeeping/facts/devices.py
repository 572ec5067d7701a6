"""Devices, who holds each, and what is wrong with it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from scrutable.housekeeping.facts.accounts import MatchedBy


class DeviceLine(StrEnum):
    """The line of the sum on which a device counts; each device counts on one."""

    DISPOSED = "disposed"
    NOBODY = "nobody"
    LEAVER = "leaver"
    HELD = "held"


class DeviceFault(StrEnum):
    """What is wrong with a device."""

    NOBODYS = "nobodys"
    LEAVERS = "leavers"
    SEVERAL = "several"  # one more of its kind than a person has
    NOT_SEEN = "not_seen"
    OUT_OF_SUPPORT = "out_of_support"
    UNENCRYPTED = "unencrypted"
    ENCRYPTION_UNKNOWN = "encryption_unknown"
    NO_CERTIFICATE = "no_certificate"  # disposed of without one


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceLimits:
    """The council's own limits: days unseen, and how many of a kind one person may hold."""

    unseen_days: int
    most_of_a_kind: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """A line of the devices extract; `is_encrypted` is None where it does not say."""

    row: int
    tag: str
    kind: str
    number: str
    address: str
    last_seen: date | None = None
    supported_until: date | None = None
    is_encrypted: bool | None = None
    disposed_on: date | None = None
    certificate: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedDevice:
    """A device with its line and its person; `person` is "" where it is nobody's."""

    row: int
    tag: str
    line: DeviceLine
    matched_by: MatchedBy
    person: str
    place: int  # among the person's devices of its kind, from 1; 0 of one that nobody holds
    last_seen: date | None
    supported_until: date | None
    is_encrypted: bool | None
    certificate: str


@dataclass(frozen=True, slots=True, order=True)
class DeviceFinding:
    """One thing that is wrong with one device."""

    row: int
    fault: DeviceFault
    tag: str
    person: str
