"""Lessons in a report: cause, effect, what is recommended, and where each was applied; pure."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from scrutable.documents.blocks import Block, Bullets, Figure, Heading, Run, Runs
from scrutable.documents.saying import numbered, plain
from scrutable.kernel.wording import date_words, ended
from scrutable.portfolio.compose.saying import cite, cite_many, period_at
from scrutable.portfolio.facts import LessonApplied, LessonStanding
from scrutable.portfolio.presenters.lessons import cited_words, title
from scrutable.portfolio.presenters.references import record_words

METHOD = ("A lesson is applied by a project once somebody has said what the project did for it.",)


def finding(found: Sequence[LessonStanding], as_at: date) -> tuple[Run, ...]:
    """Return how many lessons are not applied everywhere they should be."""
    if not found:
        return ("No lesson is recorded.",)
    parts = [part for one in found for part in (one.lesson, *one.uses)]
    cited = cite_many("lessons/all", parts)
    return (Figure(title(found), cited, period_at(as_at)), ".")


def lessons_section(
    found: Sequence[LessonStanding], as_at: date, titles: Mapping[str, str]
) -> tuple[Block, ...]:
    """Return every lesson; `titles` are those of projects, by their number."""
    heading = Heading(1, "Lessons", "lessons")
    if not found:
        return (heading, plain("No lesson is recorded."))
    each = (block for one in found for block in _lesson(one, as_at, titles))
    return (heading, numbered(*finding(found, as_at)), *each)


def _lesson(one: LessonStanding, as_at: date, titles: Mapping[str, str]) -> Iterator[Block]:
    lesson = one.lesson
    name = f"Lesson {lesson.number}: {lesson.recommendation}"
    yield Heading(2, name, f"lesson-{lesson.number}")
    yield numbered(
        Figure(
            f"{ended(lesson.happened)} {ended(lesson.effect)}",
            cite(lesson),
            f"at {date_words(lesson.learned_on)}",
        ),
        f" The cause: {ended(lesson.cause)} It was learned from "
        f"{record_words(lesson.learned_from, titles)} on {date_words(lesson.learned_on)}; "
        f"its owner is {lesson.owner}.",
    )
    cited = cite_many(lesson.reference, (lesson, *one.uses))
    yield numbered(Figure(cited_words(one), cited, period_at(as_at)), ".")
    items = (
        *(_wanting(reference, titles) for reference in one.wanting),
        *(_use(use, titles) for use in one.uses),
    )
    if items:
        yield Bullets(items)


def _wanting(reference: str, titles: Mapping[str, str]) -> Runs:
    return (f"{record_words(reference, titles)}: not applied yet.",)


def _use(use: LessonApplied, titles: Mapping[str, str]) -> Runs:
    dated = f"at {date_words(use.on)}"
    return (
        f"{record_words(use.applied_to, titles)}: ",
        Figure(use.what, cite(use), dated),
        f" ({use.by}, {date_words(use.on)}).",
    )
