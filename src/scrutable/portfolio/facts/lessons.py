"""Lessons, and where each was taken to heart."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from scrutable.records.facts import Record


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
    IN_WORDS: ClassVar[frozenset[str]] = frozenset({"applied_to"})

    lesson: int
    applied_to: str  # reference of a project
    on: date
    what: str
    by: str

    @property
    def reference(self) -> str:
        """Return the reference of the use."""
        return f"{lesson_reference(self.lesson)}/{self.applied_to.partition('/')[2]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonStanding:
    """A lesson by a day: where it was applied, and the projects that should have and have not."""

    lesson: Lesson
    uses: tuple[LessonApplied, ...] = ()
    wanting: tuple[str, ...] = ()


class LessonWhy(StrEnum):
    """Why a lesson is shown with a project; the nearest reason first."""

    NAMED = "named"  # somebody said that it should apply
    LEARNED_HERE = "learned_here"
    SUPPLIER = "supplier"  # learned with the same supplier
    THEME = "theme"  # learned in a project of the same theme


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonOffered:
    """A lesson shown with a project; `use` is what the project did for it, None if nothing."""

    lesson: Lesson
    why: LessonWhy
    use: LessonApplied | None = None
