"""Processes looked at again, and features paid for that nobody uses."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from scrutable.records.facts import Record


class ReviewState(StrEnum):
    """How far the review of a process has come."""

    PLANNED = "planned"
    UNDER_WAY = "under_way"
    DONE = "done"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessReview(Record):
    """A process looked at again: can it be done one way everywhere, and in fewer steps.

    Steps and days are None where nobody has counted.
    """

    WHAT: ClassVar[str] = "process review"
    KEY: ClassVar[tuple[str, ...]] = ("number",)

    number: int
    process: str
    area: str
    why: str
    state: ReviewState
    due_on: date
    done_on: date | None = None
    ways_before: int | None = None  # how many ways of doing it there were
    ways_after: int | None = None
    steps_before: int | None = None
    steps_after: int | None = None
    days_before: Decimal | None = None
    days_after: Decimal | None = None
    result: str = ""
    owner: str

    @property
    def reference(self) -> str:
        """Return the review's reference."""
        return f"process-review/{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature(Record):
    """A feature that is paid for, and by how many of those it is for it is used.

    `of_what` is the reference of the contract or project it came with, or words. `yearly_pounds`
    is None where its price is not known apart.
    """

    WHAT: ClassVar[str] = "feature"
    KEY: ClassVar[tuple[str, ...]] = ("number",)

    number: int
    product: str
    title: str
    of_what: str
    entitled: int
    using: int | None  # None where nobody has counted
    counted_on: date | None = None
    yearly_pounds: Decimal | None = None
    paid_since: date
    plan: str = ""
    owner: str

    @property
    def reference(self) -> str:
        """Return the feature's reference."""
        return f"feature/{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewJudged:
    """A process review by a day: what it saved, None where nobody has counted, and its delay."""

    review: ProcessReview
    ways_saved: int | None
    steps_saved: int | None
    days_saved: Decimal | None
    days_late: int  # nought where it is done, stopped or not due yet


@dataclass(frozen=True, slots=True, kw_only=True)
class FeatureJudged:
    """A feature by a day: what share of those it is for use it, and what the rest costs a year.

    The share is None where nobody has counted, the pounds also where its price is not known apart.
    """

    feature: Feature
    percent: Decimal | None
    unused: int | None
    unused_pounds: Decimal | None  # of a year, to the penny
    days_paid: int
