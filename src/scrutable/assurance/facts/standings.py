"""How assessments and their plans stand by a day, and what everybody may know of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from scrutable.assurance.facts.assessments import (
    ORGANISATION,
    Answer,
    Assessment,
    Difference,
    Moved,
    ProfileJudged,
    Remediation,
    Turn,
    Visibility,
)
from scrutable.assurance.facts.frameworks import Framework, Level


class StepState(StrEnum):
    """How a step of a remediation plan stands by a day."""

    OPEN = "open"
    OVERDUE = "overdue"
    WAITING = "waiting"  # said to be done, and nobody else has accepted it
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepStanding:
    """A step of a plan by a day; `days_over` counts from the day after its due day."""

    step: Remediation
    state: StepState
    days_over: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A remediation plan by a day, in the order of its steps' numbers."""

    as_at: date
    steps: tuple[StepStanding, ...] = ()

    def of(self, *states: StepState) -> tuple[StepStanding, ...]:
        """Return the steps in one of the states."""
        return tuple(one for one in self.steps if one.state in states)

    @property
    def pence(self) -> int:
        """Return what the priced steps cost together."""
        return sum(one.step.pence or 0 for one in self.steps)

    @property
    def unpriced(self) -> int:
        """Return of how many steps nobody has said what they cost."""
        return sum(one.step.pence is None for one in self.steps)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One outcome as it is asked of a system: what was said of it, and the least it is to reach.

    `least` is None where the assessment has no profile, or its profile asks nothing of it.
    """

    system: str
    outcome: str
    title: str
    principle: str
    least: Level | None
    said: Level | None = None
    assured: Level | None = None
    version: int = 0  # of the answer, 0 where nobody has answered

    @property
    def stands(self) -> Level | None:
        """Return the level that counts: the assurer's where there is one."""
        return self.assured or self.said

    @property
    def is_short(self) -> bool:
        """Tell whether it is below the least; what nobody answered is, where anything is asked."""
        if self.least is None or self.least is Level.NOT_ACHIEVED:
            return False
        return self.stands is None or self.stands.rank < self.least.rank

    @property
    def is_lowered(self) -> bool:
        """Tell whether the assurer found less than the council had said."""
        if self.said is None or self.assured is None:
            return False
        return self.assured.rank < self.said.rank


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """An assessment by a day: what was asked of whom, answered, checked, met and planned.

    `judged` holds the organisation first, then each system; it is empty without a profile.
    """

    assessment: Assessment
    framework: Framework
    as_at: date
    asked: tuple[Asked, ...]
    judged: tuple[ProfileJudged, ...]
    differences: tuple[Difference, ...]
    plan: Plan

    def of(self, system: str) -> tuple[Asked, ...]:
        """Return what is asked of one system."""
        return tuple(one for one in self.asked if one.system == system)

    def verdict(self, system: str) -> ProfileJudged | None:
        """Return how one system stands to the profile, None without one."""
        return next((one for one in self.judged if one.system == system), None)

    @property
    def systems(self) -> tuple[str, ...]:
        """Return the organisation, then every system in scope."""
        return (ORGANISATION, *self.assessment.systems)

    @property
    def is_met(self) -> bool:
        """Tell whether every outcome of the organisation and of each system reaches its least."""
        return bool(self.judged) and all(one.is_met for one in self.judged)

    @property
    def answered(self) -> int:
        """Return how many outcomes the council or the assurer has answered."""
        return sum(one.stands is not None for one in self.asked)

    @property
    def checked(self) -> int:
        """Return how many outcomes the assurer has answered."""
        return sum(one.assured is not None for one in self.asked)

    @property
    def lowered(self) -> tuple[Difference, ...]:
        """Return where the assurer found less than the council had said."""
        return tuple(one for one in self.differences if one.is_lowered)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAssessment:
    """What everybody may know of an assessment: never an outcome, a level or a system."""

    code: str
    title: str
    framework: str
    begun_on: date
    assured_on: date | None
    assurer: str
    visibility: Visibility
    paragraphs: tuple[int, ...]
    public_interest: str
    open_summary: str
    steps: int
    done: int
    as_at: date
    version: int

    @property
    def reference(self) -> str:
        """Return the assessment's reference."""
        return f"assessment/{self.code}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerVersion:
    """One version of an answer: when it was recorded, and by whom."""

    answer: Answer
    on: date
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSeen:
    """The answer to one outcome with what is asked, and every version of it, the last first."""

    asked: Asked
    framework: Framework
    answer: Answer | None
    versions: tuple[AnswerVersion, ...]
    steps: tuple[StepStanding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two assessments side by side; `notes` say of an outcome why its code is another."""

    before: Assessment
    after: Assessment
    first: Framework
    last: Framework
    moved: tuple[Moved, ...]
    notes: Mapping[str, str]

    def count(self, *turns: Turn) -> int:
        """Return how many outcomes took one of the turns."""
        return sum(one.turn in turns for one in self.moved)
