"""Lessons, and where each was taken to heart."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from scrutable.portfolio.facts.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson(Record):
    """Something learned; `learned_from` and `should_apply_to` are references.

    `learned_from` is a project, a strategy or a contract; `should_apply_to` projects.
    """

    WHAT: ClassVar[str] = "lesson"
    KEY: ClassVar[tuple[str, ...]] = ("number",)

    number: int
    learned_from: str
    learned_on: date
    happened: str
    cause: str
    effect: str
    recommendation: str
    owner: str
    should_apply_to: tuple[str, ...] = ()

    @property
    def reference(self) -> str:
        """Return the lesson's reference."""
        return lesson_reference(self.number)


def lesson_reference(number: int) -> str:
    """Return the reference of the lesson with this number."""
    return f"lesson/{number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonApplied(Record):
    """That a project took a lesson to heart, and what it did otherwise for it."""

    WHAT: ClassVar[str] = "use of a lesson"
    KEY: ClassVar[tuple[str, ...]] = ("lesson", "applied_to")

    lesson: int
    applied_to: str  # reference of a project
    on: date
    what: str
    by: str

    @property
    def reference(self) -> str:
        """Return the reference of the use."""
        return f"{lesson_reference(self.lesson)}/{self.applied_to.partition('/')[2]}"
