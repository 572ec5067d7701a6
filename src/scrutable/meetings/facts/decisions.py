"""Decisions from plan to record, and what may stop one: notices, routes, call-in."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from scrutable.meetings.facts.bodies import OPEN, Body, BodyKind, Closure, Meeting
from scrutable.meetings.facts.deadlines import Deadline


class KeyRoute(StrEnum):
    """How a key decision came to be noticed: SI 2012/2089 regs 9, 10, 11."""

    NOTICE = "notice"  # 28 clear days
    GENERAL_EXCEPTION = "general_exception"  # 5 clear days, scrutiny's chair told
    SPECIAL_URGENCY = "special_urgency"  # scrutiny's chair agrees


class KeyGround(StrEnum):
    """Why a decision is key: reg 8."""

    MONEY = "money"  # significant spending or savings
    COMMUNITIES = "communities"  # significant effects in two or more divisions


class Result(StrEnum):
    """What became of what was recommended."""

    AS_RECOMMENDED = "as_recommended"
    CHANGED = "changed"
    REFUSED = "refused"
    DEFERRED = "deferred"


class CallInResult(StrEnum):
    """What scrutiny made of a decision that was called in."""

    NO_ACTION = "no_action"
    RECONSIDER = "reconsider"
    TO_COUNCIL = "to_council"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedDecision:
    """An entry of the forward plan, with items (a) to (h) of SI 2012/2089 reg 9."""

    code: str  # I017909
    matter: str
    maker: str  # code of the body that decides
    maker_name: str = ""  # name and title of an individual who decides
    key_grounds: tuple[KeyGround, ...] = ()  # none: not a key decision
    value_pounds: Decimal | None = None
    window_from: date
    window_to: date
    owner: str
    meeting: str = ""
    documents: tuple[str, ...] = ()  # submitted for consideration
    copies_at: str = ""  # address where copies are available
    requests_to: str = ""  # how to ask for others
    closure: Closure = OPEN  # of the part of the meeting that considers it
    noticed_on: date | None = None
    route: KeyRoute = KeyRoute.NOTICE
    route_reason: str = ""  # why 28 days, or 5, were impracticable
    route_agreed_by: str = ""
    route_agreed_on: date | None = None
    withdrawn_because: str = ""
    version: int = 0

    def __post_init__(self) -> None:
        if self.window_to < self.window_from:
            raise ValueError(f"{self.code}: the window ends before it begins")

    @property
    def reference(self) -> str:
        """Return the decision's reference, the same from plan to record."""
        return f"decision/{self.code}"

    @property
    def is_key(self) -> bool:
        """Test whether notice is owed under reg 9."""
        return bool(self.key_grounds)


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRecord:
    """The written statement of a decision: regs 12 and 13; SI 2014/2095 reg 7 for officers.

    `editions` are the reports it was taken on. `none_considered` tells "no alternatives" from
    a gap; so do `no_interests` and `no_dispensations`.
    """

    code: str
    decided_on: date
    maker: str  # code of the body
    maker_name: str = ""
    meeting: str = ""
    item: str = ""  # reference of the agenda item
    text: str  # what was decided
    result: Result = Result.AS_RECOMMENDED
    reasons: str
    alternatives: str = ""
    none_considered: bool = False
    interests: str = ""
    no_interests: bool = False
    dispensations: str = ""
    no_dispensations: bool = False
    closure: Closure = OPEN
    editions: tuple[str, ...] = ()
    delegation: str = ""  # reference of the delegation it was taken under
    published_on: date | None = None
    exempt_from_call_in: str = ""  # the reason, where it was urgent
    carried_out_on: date | None = None  # when it was implemented
    version: int = 0

    @property
    def reference(self) -> str:
        """Return the decision's reference."""
        return f"decision/{self.code}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CallIn:
    """A request that scrutiny look at a decision before it is carried out."""

    decision: str  # code
    asked_on: date
    asked_by: tuple[str, ...]
    grounds: str
    result: CallInResult | None = None  # None while it is to be heard
    heard_in: str = ""  # code of the meeting
    reasons: str = ""
    version: int = 0


class Stage(StrEnum):
    """How far a decision has come."""

    PLANNED = "planned"
    NOTICED = "noticed"
    WITHDRAWN = "withdrawn"
    DECIDED = "decided"  # its record is not published
    CALL_IN_OPEN = "call_in_open"
    CALLED_IN = "called_in"
    SENT_BACK = "sent_back"  # to be reconsidered, or before the council
    FREE = "free"  # may be carried out
    CARRIED_OUT = "carried_out"
    NOT_TAKEN = "not_taken"  # refused or deferred


EXECUTIVE_KINDS = frozenset({BodyKind.EXECUTIVE, BodyKind.EXECUTIVE_MEMBER})


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionCase:
    """One decision with all that its rules ask of: plan, record, call-in, maker, meeting.

    `delegated_by` is the kind of body that gave an officer the power; `reported_on` the day on
    which a decision under special urgency came before the council.
    """

    code: str
    maker: Body
    planned: PlannedDecision | None = None
    record: DecisionRecord | None = None
    call_in: CallIn | None = None
    meeting: Meeting | None = None
    delegated_by: BodyKind | None = None
    reported_on: date | None = None

    @property
    def reference(self) -> str:
        """Return the decision's reference."""
        return f"decision/{self.code}"

    @property
    def is_key(self) -> bool:
        """Test whether it is a key decision."""
        return self.planned is not None and self.planned.is_key

    @property
    def is_executive(self) -> bool:
        """Test whether it is the executive's: an officer's is, if key or if delegated by it."""
        if self.maker.kind is BodyKind.OFFICER:
            return self.is_key or self.delegated_by in EXECUTIVE_KINDS
        return self.maker.kind in EXECUTIVE_KINDS

    @property
    def event_on(self) -> date | None:
        """Return the day it was made, or the first on which it may be."""
        if self.record:
            return self.record.decided_on
        if self.meeting:
            return self.meeting.on
        return self.planned.window_from if self.planned else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A decision with how far it has come and what it owes."""

    case: DecisionCase
    stage: Stage
    deadlines: tuple[Deadline, ...]
