"""Digital skills as councillors see their own, and the sessions that meet what they need."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import ClassVar

from scrutable.records.facts import Record


class Confidence(IntEnum):
    """How somebody sees a skill of their own; the least first."""

    NOT_YET = 1
    WITH_HELP = 2
    ALONE = 3
    CAN_HELP_OTHERS = 4


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
class SkillsSaid:
    """What one councillor says of their own skills: for them and who arranges their learning."""

    councillor: int
    on: date
    confidence: tuple[tuple[str, Confidence], ...]
    wants: tuple[str, ...] = ()  # skills that they asked to be helped with


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
    places: int | None = None
    is_pilot: bool = False
    result: str = ""  # of a pilot, once it is known

    @property
    def reference(self) -> str:
        """Return the session's reference."""
        return f"session/{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A skill that some councillors have not enough of, and whether a session to come meets it."""

    skill: str
    councillors: frozenset[int]
    asked: int  # of them who asked for help
    sessions: tuple[int, ...]
    places: int | None  # in those sessions, None where any number may come


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverLine:
    """How many answered a skill in each way; None where it is too few to be shown."""

    skill: str
    counts: tuple[int | None, ...]  # in the order of Confidence
    answered: int | None
