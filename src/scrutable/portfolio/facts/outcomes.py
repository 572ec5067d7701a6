"""Transitions of a service and the outcomes that they were to reach, judged at set dates."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from scrutable.kernel.references import slug
from scrutable.records.facts import Record

IN_REFERENCES = re.compile(r"[A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition(Record):
    """A service that came over from somebody else; judged on each of the days.

    `body` is the code of the body that looks at it, "" where none was named.
    """

    WHAT: ClassVar[str] = "transition"
    KEY: ClassVar[tuple[str, ...]] = ("code",)

    code: str  # INFRA
    title: str
    from_whom: str
    to_whom: str
    on: date
    owner: str
    judged_on: tuple[date, ...] = ()
    body: str = ""

    @property
    def reference(self) -> str:
        """Return the transition's reference."""
        return transition_reference(self.code)


def transition_reference(code: str) -> str:
    """Return the reference of the transition with this code."""
    return f"transition/{code}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Record):
    """A statement of what a transition is to have achieved."""

    WHAT: ClassVar[str] = "outcome"
    KEY: ClassVar[tuple[str, ...]] = ("transition", "number")

    transition: str
    number: int
    text: str
    owner: str

    @property
    def reference(self) -> str:
        """Return the outcome's reference."""
        return outcome_reference(self.transition, self.number)


def outcome_reference(transition: str, number: int) -> str:
    """Return the reference of an outcome: outcome/INFRA/6."""
    return f"outcome/{transition}/{number}"


class Bearing(StrEnum):
    """Whether evidence speaks for an outcome or against it."""

    FOR = "for"
    AGAINST = "against"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeEvidence(Record):
    """Something that speaks for an outcome or against it; `source` is a reference or words."""

    WHAT: ClassVar[str] = "piece of evidence"
    KEY: ClassVar[tuple[str, ...]] = ("transition", "outcome", "number")

    transition: str
    outcome: int
    number: int
    on: date
    bearing: Bearing
    what: str
    source: str
    withdrawn_reason: str = ""

    @property
    def reference(self) -> str:
        """Return the reference of the evidence."""
        return f"{outcome_reference(self.transition, self.outcome)}/evidence/{self.number}"


class OutcomeVerdict(StrEnum):
    """How far an outcome is reached, by its evidence."""

    EVIDENCED = "evidenced"
    PARTLY = "partly"
    NOT_EVIDENCED = "not_evidenced"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeJudgement(Record):
    """What a named person judged of an outcome on a day.

    `answer` is what they say to the evidence against it that they had before them.
    """

    WHAT: ClassVar[str] = "judgement of an outcome"
    KEY: ClassVar[tuple[str, ...]] = ("transition", "outcome", "on")

    transition: str
    outcome: int
    on: date
    verdict: OutcomeVerdict
    reasons: str
    judge: str
    answer: str = ""
    next_look: date | None = None

    @property
    def reference(self) -> str:
        """Return the judgement's reference."""
        return f"{outcome_reference(self.transition, self.outcome)}/{self.on.isoformat()}"


class HandOverState(StrEnum):
    """How far a project in flight has come over."""

    WAITING = "waiting"
    HANDED_OVER = "handed_over"
    STOPPED = "stopped"  # not taken over, with a reason


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver(Record):
    """One project in flight that came over with the service; of others' projects the name alone.

    `project` is the number of a recorded project or a name; `for_whom` whose it is.
    """

    WHAT: ClassVar[str] = "hand-over"
    KEY: ClassVar[tuple[str, ...]] = ("transition", "project")
    IN_WORDS: ClassVar[frozenset[str]] = frozenset({"project"})

    transition: str
    project: str
    for_whom: str
    state: HandOverState
    due_on: date
    on: date | None = None
    accepted_by: str = ""
    note: str = ""

    @property
    def name(self) -> str:
        """Return the project's number, or its name in the form that references carry."""
        return self.project if IN_REFERENCES.fullmatch(self.project) else slug(self.project)

    @property
    def reference(self) -> str:
        """Return the hand-over's reference."""
        return f"{transition_reference(self.transition)}/hand-over/{self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look(Record):
    """That the look of a day was put in a body's work programme, as the entry of this reference."""

    WHAT: ClassVar[str] = "look"
    KEY: ClassVar[tuple[str, ...]] = ("transition", "on")

    transition: str
    on: date
    entry: str  # programme/OSMB/7

    @property
    def reference(self) -> str:
        """Return the look's reference."""
        return f"{transition_reference(self.transition)}/look/{self.on.isoformat()}"
