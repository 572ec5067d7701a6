"""Bodies, their meetings, what is on the agenda and who came."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class BodyKind(StrEnum):
    """What a body is in law; it decides which notices a meeting or a decision owes."""

    COUNCIL = "council"
    EXECUTIVE = "executive"  # cabinet, executive, mayor in cabinet
    EXECUTIVE_MEMBER = "executive_member"  # one councillor deciding alone
    SCRUTINY = "scrutiny"
    COMMITTEE = "committee"  # any other: audit, planning, a joint committee
    OFFICER = "officer"  # somebody deciding under delegated powers


class MeetingState(StrEnum):
    """How far a meeting has come; the rest is told by its dates."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class Purpose(StrEnum):
    """What an item is on the agenda for."""

    MINUTES = "minutes"  # of the previous meeting
    OVERVIEW = "overview"  # the six-monthly look ahead
    EXCEPTION = "exception"
    REPORT_BACK = "report_back"  # asked for earlier
    DECISION = "decision"
    PRE_DECISION = "pre_decision"  # scrutiny before the executive decides
    OTHER = "other"


class Openness(StrEnum):
    """Who may see a record's matter."""

    OPEN = "open"
    EXEMPT = "exempt"  # under a paragraph of Schedule 12A
    CONFIDENTIAL = "confidential"  # s.100A(3): never in an open part, whatever anybody decides
    RESTRICTED = "restricted"  # kept back in modern.gov, which does not say why


class Presence(StrEnum):
    """Whether somebody came."""

    PRESENT = "present"
    REMOTE = "remote"
    APOLOGIES = "apologies"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """Why a matter is open, exempt or confidential.

    `paragraphs` are those of Part 1 of Schedule 12A, 1 to 7. An exempt matter names at least one
    and says why the public interest in exemption outweighs that in disclosure; others name none.
    """

    openness: Openness = Openness.OPEN
    paragraphs: tuple[int, ...] = ()
    public_interest: str = ""

    def __post_init__(self) -> None:
        exempt = self.openness is Openness.EXEMPT
        if exempt != bool(self.paragraphs) or exempt != bool(self.public_interest.strip()):
            raise ValueError("exempt matter, and no other, names its paragraph and its reason")
        if strange := [number for number in self.paragraphs if not 1 <= number <= 7]:
            raise ValueError(f"Schedule 12A has paragraphs 1 to 7, not {strange[0]}")

    @property
    def is_open(self) -> bool:
        """Test whether the public may see it."""
        return self.openness is Openness.OPEN


OPEN = Closure()


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body, a councillor or a post that decides or scrutinises."""

    code: str  # OSMB
    name: str
    kind: BodyKind
    chair: str = ""
    members: tuple[str, ...] = ()
    ended_on: date | None = None
    modern_gov_id: int | None = None  # committeeid of the web service
    version: int = 0

    @property
    def reference(self) -> str:
        """Return the body's reference."""
        return f"body/{self.code}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One meeting of a body. A second one on a day has a letter: OSMB-2026-09-24b."""

    code: str  # OSMB-2026-09-24
    body: str
    on: date
    time: str = ""  # "10:00"
    place: str = ""
    state: MeetingState = MeetingState.PLANNED
    agenda_published_on: date | None = None
    minutes_published_on: date | None = None
    private_reason: str = ""  # the executive means to meet in private, and why
    private_noticed_on: date | None = None
    private_noticed_again_on: date | None = None
    modern_gov_id: int | None = None
    version: int = 0

    @property
    def reference(self) -> str:
        """Return the meeting's reference."""
        return f"meeting/{self.code}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One item, in the order of the agenda.

    `paper` is the reference of what is put to the meeting: `edition/CSS-2026-3` or
    `decision/I017909`. Reads leave out `text` of what the viewer may not see. `added_on` is None
    where it stood on the agenda from its publication.
    """

    meeting: str  # OSMB-2026-09-24
    number: int  # 1, 2, 3 in order
    printed: str  # "5." or "9a"
    title: str
    purpose: Purpose = Purpose.OTHER
    text: str = ""
    officer: str = ""
    paper: str = ""
    closure: Closure = OPEN
    added_on: date | None = None
    late_reason: str = ""  # s.100B(4)(b): why the chair took it though it was not published in time
    withdrawn: bool = False
    modern_gov_id: int | None = None
    version: int = 0

    @property
    def reference(self) -> str:
        """Return the item's reference."""
        return f"item/{self.meeting}/{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """One person at one meeting, with the interest they declared, if any."""

    meeting: str
    name: str
    capacity: str  # Chair, Member, Executive Councillor, Director of Finance
    presence: Presence
    interest: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeEntry:
    """One line of a body's work programme.

    `due_meeting` is the code of a meeting, "" while none is fixed; `every_months` a rhythm, such
    as 6 for the overview. `asked_in` is the reference of what asked for it.
    """

    body: str
    number: int
    title: str
    purpose: Purpose
    owner: str
    due_meeting: str = ""
    every_months: int | None = None
    asked_in: str = ""
    dropped_because: str = ""
    taken_in: tuple[str, ...] = ()  # references of the items by which it was taken
    version: int = 0

    @property
    def reference(self) -> str:
        """Return the entry's reference."""
        return f"programme/{self.body}/{self.number}"
