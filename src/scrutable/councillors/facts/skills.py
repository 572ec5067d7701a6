"""Digital skills as councillors see their own, and the sessions that meet what they need."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from typing import ClassVar

from scrutable.records.facts import Record


class Confidence(IntEnum):
    """How somebody sees a skill of their own; the least first."""

    NOT_YET = 1
    WITH_HELP = 2
    ALONE = 3
    CAN_HELP_OTHERS = 4


class SessionKind(StrEnum):
    """How long a session is, roughly; a briefing is bite-size."""

    SESSION = "session"
    BRIEFING = "briefing"
    ONE_TO_ONE = "one_to_one"


class Helped(StrEnum):
    """What somebody says of a session three months later; the least first."""

    NOT = "not"
    A_LITTLE = "a_little"
    MUCH = "much"


class PilotOutcome(StrEnum):
    """What came of a pilot."""

    RUNNING = "running"
    TAKEN_UP = "taken_up"
    CHANGED = "changed"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillArea(Record):
    """Something that a councillor's work asks of them, in the words that the form asks it with."""

    WHAT: ClassVar[str] = "skill"
    KEY: ClassVar[tuple[str, ...]] = ("code",)

    code: str
    title: str
    asks: str
    enough: Confidence = Confidence.ALONE

    @property
    def reference(self) -> str:
        """Return the skill's reference."""
        return f"skill/{self.code}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillsSaid(Record):
    """What one councillor says of their own skills: for them and who arranges their learning.

    `may_see` is that they agree to be seen by name by who arranges learning; what they want help
    with is seen so in any case, since help cannot be given to nobody.
    """

    WHAT: ClassVar[str] = "skills form"
    KEY: ClassVar[tuple[str, ...]] = ("councillor",)

    councillor: int
    on: date
    confidence: tuple[tuple[str, Confidence], ...]
    wants: tuple[str, ...] = ()  # skills that they asked to be helped with
    may_see: bool = False

    @property
    def reference(self) -> str:
        """Return the reference, which says nothing of what was answered."""
        return f"councillor/{self.councillor}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Session(Record):
    """A session or bite-size briefing on skills; `places` is None where any number may come."""

    WHAT: ClassVar[str] = "session"
    KEY: ClassVar[tuple[str, ...]] = ("number",)

    number: int
    title: str
    skills: tuple[str, ...]
    on: date
    minutes: int
    by: str
    kind: SessionKind = SessionKind.SESSION
    starts: str = ""  # 17:30
    where: str = ""
    places: int | None = None
    pilot: int | None = None
    called_off: str = ""  # why, where it does not take place

    @property
    def reference(self) -> str:
        """Return the session's reference."""
        return f"session/{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Record):
    """One councillor's place at a session: booked or given back, taken or not, and what it did.

    `came` is None until somebody says; `helped` is what they say three months later.
    """

    WHAT: ClassVar[str] = "place"
    KEY: ClassVar[tuple[str, ...]] = ("session", "councillor")

    session: int
    councillor: int
    is_booked: bool = True
    came: bool | None = None
    asked_on: date | None = None
    helped: Helped | None = None

    @property
    def reference(self) -> str:
        """Return the session's reference: who has a place is nobody else's business."""
        return f"session/{self.session}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pilot(Record):
    """Something tried with a few councillors before it is offered to all, and what came of it."""

    WHAT: ClassVar[str] = "pilot"
    KEY: ClassVar[tuple[str, ...]] = ("number",)

    number: int
    title: str
    tries: str
    begun_on: date
    ends_on: date
    owner: str
    took_part: int | None = None
    outcome: PilotOutcome = PilotOutcome.RUNNING
    result: str = ""

    @property
    def reference(self) -> str:
        """Return the pilot's reference."""
        return f"pilot/{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A skill that some councillors have not enough of, and whether a session to come meets it."""

    skill: str
    councillors: frozenset[int]
    asked: int  # of them who asked for help
    sessions: tuple[int, ...]
    places: int | None  # in those sessions, None where any number may come


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedInTotal:
    """A need as everybody may see it; a number is None where it is too few to be shown."""

    skill: str
    lacking: int | None
    asked: int | None
    answered: int | None
    sessions: tuple[int, ...]
    places: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverLine:
    """How many answered a skill in each way; None where it is too few to be shown."""

    skill: str
    counts: tuple[int | None, ...]  # in the order of Confidence
    answered: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What may be known of everybody's skills together.

    `councillors` is how many there are; `answered` how many forms are counted, None where they
    are too few. `counted_to` is the day of the last of them; later ones wait for company.
    """

    councillors: int
    answered: int | None
    counted_to: date | None
    lines: tuple[CoverLine, ...]
    needs: tuple[NeedInTotal, ...]
    version: int = 0  # the event of the last form counted


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionTotals:
    """A session with what may be known of who came: None where it is too few, or not said yet."""

    session: Session
    is_over: bool
    is_full: bool
    is_told: bool  # who came is recorded
    came: int | None
    helped: tuple[int | None, ...]  # in the order of Helped
    answered: int | None
