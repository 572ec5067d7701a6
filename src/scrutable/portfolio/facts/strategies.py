"""Strategies, their objectives, and what became of each; the line of sight below them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from scrutable.portfolio.facts.projects import Theme
from scrutable.records.facts import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Strategy(Record):
    """A strategy; `sub_strategies` are lines “name: what it is about”.

    `decision` is the reference of the decision that approved it, `review_on` the day by which it
    is looked at again, `follows` the code of the strategy before it; "" and None where there is
    none.
    """

    WHAT: ClassVar[str] = "strategy"
    KEY: ClassVar[tuple[str, ...]] = ("code",)

    code: str  # IT-2026
    title: str
    starts_on: date
    ends_on: date
    purpose: str
    principles: tuple[str, ...] = ()
    sub_strategies: tuple[str, ...] = ()
    owner: str
    approved_by: str = ""
    approved_on: date | None = None
    decision: str = ""
    review_on: date | None = None
    follows: str = ""

    @property
    def reference(self) -> str:
        """Return the strategy's reference."""
        return strategy_reference(self.code)

    @property
    def decision_code(self) -> str:
        """Return the code of the decision that approved it, "" where none is named."""
        return self.decision.removeprefix("decision/")


def strategy_reference(code: str) -> str:
    """Return the reference of the strategy with this code."""
    return f"strategy/{code}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective(Record):
    """Something that a strategy is to achieve, tied to an outcome of the council's own plan."""

    WHAT: ClassVar[str] = "objective"
    KEY: ClassVar[tuple[str, ...]] = ("strategy", "number")

    strategy: str  # code
    number: int
    text: str
    theme: Theme
    corporate_outcome: str
    measure: str = ""  # how anybody will know
    due_on: date | None = None
    owner: str

    @property
    def reference(self) -> str:
        """Return the objective's reference."""
        return objective_reference(self.strategy, self.number)


def objective_reference(strategy: str, number: int) -> str:
    """Return the reference of an objective: objective/IT-2026/3."""
    return f"objective/{strategy}/{number}"


class ObjectiveVerdict(StrEnum):
    """What became of an objective, looking back."""

    DELIVERED = "delivered"
    PARTLY = "partly"
    NOT_DELIVERED = "not_delivered"
    SUPERSEDED = "superseded"  # given up for a reason, and something else in its place


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveReview(Record):
    """What a look back at a day found of an objective.

    `evidence` are references or words, one each; `carries_to` is the reference of the objective
    that takes up what is left, "" where nothing is.
    """

    WHAT: ClassVar[str] = "review of an objective"
    KEY: ClassVar[tuple[str, ...]] = ("strategy", "objective", "on")

    strategy: str
    objective: int
    on: date
    planned: str
    delivered: str
    delivered_on: date | None = None
    evidence: tuple[str, ...] = ()
    verdict: ObjectiveVerdict
    reasons: str
    carries_to: str = ""
    reviewer: str

    @property
    def reference(self) -> str:
        """Return the review's reference."""
        return f"{objective_reference(self.strategy, self.objective)}/{self.on.isoformat()}"
