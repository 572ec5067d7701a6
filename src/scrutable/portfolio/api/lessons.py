"""Lessons, and where each was taken to heart."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Router
from ninja.pagination import paginate

from scrutable.meetings.api.shapes import (
    Count,
    Day,
    Reference,
    When,
    WhenAsked,
    Words,
    answers,
    lists,
    shown,
)
from scrutable.portfolio import facts, reads, rules
from scrutable.portfolio.api.shapes import CHANGE, VIEW, Sent, Sentences, kept, several, there

router = Router(tags=["Lessons"])
Lesson = shown(facts.Lesson, "reference")
Use = shown(facts.LessonApplied, "reference")
Standing = shown(facts.LessonStanding, lesson=Lesson, uses=several(Use))


class LessonsAsked(When):
    """Which lessons are asked for: those that hold all the words."""

    words: Words = ""


class LessonIn(Sent):
    """Something learned; number 0 is a new one."""

    number: Count = 0
    learned_from: Reference
    learned_on: Day
    happened: Sentences
    cause: Sentences
    effect: Sentences
    recommendation: Sentences
    owner: Words
    should_apply_to: tuple[Reference, ...] = ()


class LessonAppliedIn(Sent):
    """That a project took a lesson to heart, and what it did otherwise for it."""

    applied_to: Reference
    on: Day
    what: Sentences
    by: Words


@router.get("/lessons", response=lists(Standing), url_name="lessons", auth=VIEW)
@paginate
def lessons(
    request: HttpRequest, asked: Annotated[LessonsAsked, Query()]
) -> list[facts.LessonStanding]:
    """List lessons by number, each with where it was applied and where it is wanting."""
    at = asked.of(request)
    found = reads.lessons(at.known, at.as_at)
    return [one for one in found if rules.holds_words(one, asked.words)]


@router.post("/lessons", response=answers(Lesson), url_name="lessons", auth=CHANGE)
def record_lesson(request: HttpRequest, sent: LessonIn) -> facts.Lesson:
    """Record a lesson as it is told from now on."""
    return kept(request, facts.Lesson, sent)


@router.get("/lessons/{int:number}", response=answers(Standing), url_name="lesson", auth=VIEW)
def lesson(request: HttpRequest, number: int, when: WhenAsked) -> facts.LessonStanding:
    """Show one lesson with where it was applied and where it is wanting."""
    at = when.of(request)
    return reads.lesson(number, at.known, at.as_at)


@router.post(
    "/lessons/{int:number}/uses", response=answers(Use), url_name="lesson_uses", auth=CHANGE
)
def apply_lesson(request: HttpRequest, number: int, sent: LessonAppliedIn) -> facts.LessonApplied:
    """Record what a project did for a lesson."""
    there(facts.Lesson, number=number)
    return kept(request, facts.LessonApplied, sent, lesson=number)
