"""What the law and the council's own rules set: rules of deadlines, and days they come to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from scrutable.meetings.facts.bodies import AgendaItem, Body, BodyKind, Meeting


class Counting(StrEnum):
    """Which days count."""

    WORKING = "working"
    CALENDAR = "calendar"


class Way(StrEnum):
    """How a rule comes from its day to another."""

    NOTICE = "notice"  # so many clear days before; the latest day of notice
    WAIT = "wait"  # so many clear days after; the earliest day of the event
    WITHIN_CLEAR = "within_clear"  # no later than so many clear days after
    DAYS_FROM = "days_from"  # so many days beginning with the day
    DAYS_AFTER = "days_after"  # so many days, the day itself not counted
    MONTHS_FROM = "months_from"  # so many months beginning with the day
    MONTHS_AFTER = "months_after"  # the same date so many months later
    BEFORE = "before"  # before the event, however shortly
    PRACTICABLE = "practicable"  # as soon as reasonably practicable afterwards


class DeadlineKind(StrEnum):
    """What the day of a deadline means."""

    DUE = "due"  # to be done by then
    KEEP = "keep"  # to be kept until then
    WINDOW = "window"  # open until then


class DeadlineState(StrEnum):
    """Where a deadline stands on a day."""

    DONE = "done"
    DONE_LATE = "done_late"
    DUE = "due"
    OVERDUE = "overdue"
    OWED = "owed"  # the law gives no day and it is not done
    KEEPING = "keeping"
    KEPT = "kept"  # need no longer be kept
    NOT_BEGUN = "not_begun"  # a window that publication opens
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRule:
    """One rule. `count` is None where council policy sets it or none is needed.

    `counting` is the default; council policy may choose the other where `assumption` says that
    the law leaves it open.
    """

    rule: str  # LGA100B-AGENDA
    trigger: str  # what sets it going
    what: str
    words: str
    way: Way
    source: str
    count: int | None = None
    counting: Counting | None = None
    kind: DeadlineKind = DeadlineKind.DUE
    assumption: str = ""
    unconfirmed: str = ""  # what of the rule was not read at its source


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """Something due by law or by the council's own rule, and by when.

    `by` is None where the law says “as soon as reasonably practicable” or “before”; `words` says
    it always. `assumption` names the reading that was chosen where the law leaves one open.
    """

    rule: str  # LGA100B-AGENDA
    what: str
    about: str  # reference of meeting, decision or recommendation
    by: date | None
    words: str
    source: str
    counting: str  # "working", "calendar" or ""
    assumption: str = ""
    unconfirmed: str = ""  # what of the rule was not read at its source
    earliest: date | None = None  # the first day on which the event may happen
    done_on: date | None = None
    kind: DeadlineKind = DeadlineKind.DUE


@dataclass(frozen=True, slots=True, kw_only=True)
class Notices:
    """The council's own rules of notices, key decisions and call-in, as in force on a day."""

    counting: Mapping[str, Counting]  # by rule, where the law leaves it open
    closed_days: frozenset[date]
    key_decision_pounds: Decimal
    call_in_days: int
    requisitioners: int  # how many members a call-in takes
    callable_makers: frozenset[BodyKind]
    officers_key_callable: bool  # key decisions of officers may be called in too
    warn_within_days: int


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something that is not as law or policy wants it: where, what, what to do."""

    place: str
    fault: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.place}: {self.fault} {self.remedy}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheduled:
    """A meeting in the calendar: its body, its agenda, what it owes.

    `version` and `recorded_at` are of the last change of the meeting or of its agenda.
    """

    meeting: Meeting
    body: Body
    items: tuple[AgendaItem, ...]
    deadlines: tuple[Deadline, ...]
    recorded_at: datetime
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Noticed:
    """One thing that a decision owes, with the words that name it and when it was last recorded."""

    name: str
    deadline: Deadline
    recorded_at: datetime
    version: int
