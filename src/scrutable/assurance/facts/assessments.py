"""Assessments by a framework: the council's answer and the assurer's, side by side."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from scrutable.assurance.facts.frameworks import Level
from scrutable.records.facts import Record

ORGANISATION = "organisation"  # stands in the place of a system


class Visibility(StrEnum):
    """Who may see the detail; an open summary is always apart."""

    EXEMPT = "exempt"
    INTERNAL = "internal"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment(Record):
    """An assessment by one version of a framework.

    `systems` are the codes of the critical systems in its scope. Its detail is exempt unless
    somebody says otherwise, with the paragraphs of Schedule 12A and why the public interest lies in
    keeping it; `open_summary` is what everybody may read.
    """

    WHAT: ClassVar[str] = "assessment"
    KEY: ClassVar[tuple[str, ...]] = ("code",)

    code: str
    title: str
    framework: str
    profile: str
    systems: tuple[str, ...]
    begun_on: date
    assured_on: date | None = None
    assurer: str = ""
    visibility: Visibility = Visibility.EXEMPT
    paragraphs: tuple[int, ...] = (3, 7)
    public_interest: str = ""
    open_summary: str = ""

    @property
    def reference(self) -> str:
        """Return the assessment's reference."""
        return f"assessment/{self.code}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Record):
    """What the council says of an outcome, and what the assurer says; None where neither has yet.

    `system` is the code of a critical system, or ORGANISATION.
    """

    WHAT: ClassVar[str] = "answer"
    KEY: ClassVar[tuple[str, ...]] = ("assessment", "system", "outcome")

    assessment: str
    system: str
    outcome: str
    level: Level | None = None
    reasons: str = ""
    evidence: tuple[str, ...] = ()
    assured: Level | None = None
    assured_reasons: str = ""
    file: str = ""
    place: str = ""

    @property
    def reference(self) -> str:
        """Return the answer's reference."""
        return f"assessment/{self.assessment}/{self.system}/{self.outcome}"

    @property
    def stands(self) -> Level | None:
        """Return the level that counts: the assurer's where there is one."""
        return self.assured or self.level


@dataclass(frozen=True, slots=True, kw_only=True)
class Remediation(Record):
    """A step of the plan by which outcomes are brought to their level.

    It is done when somebody other than its owner accepted that it is.
    """

    WHAT: ClassVar[str] = "remediation"
    KEY: ClassVar[tuple[str, ...]] = ("assessment", "number")

    assessment: str
    number: int
    system: str
    outcomes: tuple[str, ...]
    what: str
    owner: str
    due: date
    pence: int | None = None
    progress: str = ""
    progress_on: date | None = None
    said_done_on: date | None = None
    evidence: tuple[str, ...] = ()
    accepted_by: str = ""
    accepted_on: date | None = None

    @property
    def reference(self) -> str:
        """Return the step's reference."""
        return f"assessment/{self.assessment}/remediation/{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortfall:
    """An outcome below its least level; `level` is None where nobody has answered."""

    system: str
    outcome: str
    level: Level | None
    least: Level


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileJudged:
    """Whether a system, or the organisation, meets a profile: only if every outcome does."""

    system: str
    met: int
    shortfalls: tuple[Shortfall, ...]
    unanswered: int

    @property
    def is_met(self) -> bool:
        """Tell whether every outcome reaches its least level."""
        return not self.shortfalls


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """An outcome on which the assurer's answer is not the council's."""

    system: str
    outcome: str
    said: Level
    assured: Level

    @property
    def is_lowered(self) -> bool:
        """Tell whether the assurer found less."""
        return self.assured.rank < self.said.rank


class Turn(StrEnum):
    """How an outcome stands beside its own answer in the assessment before."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    NEW = "new"  # the framework did not have it, or nobody had answered
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """An outcome between two assessments; `before` and `after` are codes of their frameworks."""

    system: str
    before: str
    after: str
    was: Level | None
    now: Level | None
    turn: Turn
