"""Commitments and all that happens to them; what a body asked to be told; questions."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from scrutable.meetings.facts.bodies import OPEN, Closure
from scrutable.meetings.facts.codes import yearly_code
from scrutable.meetings.facts.reading import Due, OutcomeKind

REPORT_KINDS = (  # those that are told
    "contract-performance",
    "exceptions",
    "decision-report",
    "it-overview",
    "programme-update",
    "benefits-review",
    "strategy-retrospective",
    "transition-outcomes",
    "estate",
)


class CommitmentSource(StrEnum):
    """What a commitment was made from."""

    RESOLUTION = "resolution"
    PROMISE = "promise"  # made in discussion
    REPORT = "report"
    QUESTION = "question"


class StepKind(StrEnum):
    """What happened to a commitment."""

    CHASED = "chased"
    EXTENDED = "extended"  # a later date, with its reason
    DEFERRED = "deferred"  # to a meeting or an event in words
    ANSWERED = "answered"
    CLOSURE_PROPOSED = "closure_proposed"
    CLOSED = "closed"  # the committee agreed
    CLOSED_UNAGREED = "closed_unagreed"  # somebody closed it without the committee
    REOPENED = "reopened"
    REASSIGNED = "reassigned"  # to another owner


class CommitmentState(StrEnum):
    """Where a commitment stands on a day."""

    OPEN = "open"
    NO_DATE = "no_date"  # due in words that the calendar cannot place yet
    OVERDUE = "overdue"
    ANSWERED = "answered"
    CLOSURE_PROPOSED = "closure_proposed"
    CLOSED = "closed"
    CLOSED_UNAGREED = "closed_unagreed"


class Keeping(StrEnum):
    """What became of a promise, as its history remembers it."""

    RUNNING = "running"  # not answered, and not yet due
    KEPT = "kept"
    KEPT_LATE = "kept_late"
    EXTENDED = "extended"  # running, or answered, within a later date than the first
    FORGOTTEN = "forgotten"  # past its day without an answer
    DROPPED = "dropped"  # closed by somebody without the committee, and never answered
    RELEASED = "released"  # the committee let it go without an answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that happened to a commitment.

    Due at a named meeting, `due_meeting` is its code; reads add its day to `due`.
    """

    kind: StepKind
    on: date
    by: str
    words: str = ""  # the reason, the answer
    due: Due | None = None  # the new one, where extended, deferred or reopened
    due_meeting: str = ""
    owner: str = ""  # the new one, where reassigned
    agreed_in: str = ""  # code of the meeting that agreed to it
    paper: str = ""  # reference of the edition or decision that answers it
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """Something that somebody owes a body. Its owner is a post, a department or a body outside.

    `made_in` is the code of the meeting, `source_reference` the limb, edition or question. Where
    it is due at a named meeting, `due_meeting` is its code. Reads add to `due` the day of that
    meeting, or of the next one where its words wait for the calendar. They leave out the words of
    what the viewer may not see.
    """

    year: int
    number: int
    body: str  # to whom it is owed
    text: str
    kind: OutcomeKind
    source: CommitmentSource
    source_reference: str
    made_in: str
    made_on: date
    owner: str
    consultees: tuple[str, ...] = ()
    due: Due | None = None
    due_meeting: str = ""
    condition: str = ""
    contract: str = ""  # code of the contract whose report answers it; "" for any
    closure: Closure = OPEN
    steps: tuple[Step, ...] = ()
    version: int = 0

    @property
    def code(self) -> str:
        """Return its code: 2026-014."""
        return yearly_code(self.year, self.number)

    @property
    def reference(self) -> str:
        """Return the commitment's reference."""
        return f"commitment/{self.code}"

    @property
    def said(self) -> str:
        """Return what was promised, or that it is not for everybody to read."""
        return self.text or f"{self.closure.openness.value.capitalize()} matter, not shown here"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a commitment stands on a day, after all that had happened to it by then.

    `answered_on` is the day of the answer that counts: None again once it was reopened.
    `moved` tells how often its day was put off, `days_late` how late that answer was, or how
    late it is by now without one; 0 where it is in time or has no day.
    """

    state: CommitmentState
    keeping: Keeping
    owner: str
    since: date
    due: Due | None = None
    answered_on: date | None = None
    moved: int = 0
    days_late: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What whoever reads one address is to be told; `address` is "" where none is known.

    `owners` are the posts, departments and bodies that the address answers for.
    """

    address: str
    owners: tuple[str, ...]
    commitments: tuple[Commitment, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerAddress:
    """Where letters to a post, a department or a body outside go."""

    owner: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Something a body has asked to be told in its future reports, from a day on.

    `section` is the anchor of the section of a report that says it; `report_kind` the kind of
    report it must stand in, "" for every report to the body.
    """

    body: str
    number: int
    words: str
    section: str
    report_kind: str = ""
    from_on: date
    until_on: date | None = None  # the last day
    asked_in: str  # code of the meeting
    ended_in: str = ""  # code of the meeting that no longer wanted it
    source_reference: str = ""
    version: int = 0

    @property
    def reference(self) -> str:
        """Return its reference."""
        return f"wanted/{self.body}/{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a member asked or remarked, with the answer that was given and when."""

    meeting: str
    number: int
    item: str  # reference of the agenda item, "" for none
    asked_by: str
    text: str
    to: str = ""  # who is to answer; "" for a comment that needs none
    answer: str = ""
    answered_by: str = ""
    answered_on: date | None = None
    commitment: str = ""  # code of the promise that was made
    version: int = 0

    @property
    def reference(self) -> str:
        """Return the question's reference."""
        return f"question/{self.meeting}/{self.number}"

    @property
    def is_unanswered(self) -> bool:
        """Test whether somebody still owes an answer."""
        return bool(self.to) and not self.answer
