"""Lessons, and where each was applied; pure."""

from collections.abc import Mapping, Sequence

from scrutable.govuk.facts import Cell, Column, Row, Table, Tag, Term
from scrutable.govuk.presenters import count_cell, day_cell
from scrutable.kernel.wording import capital, date_words, share_words, shortened
from scrutable.portfolio.facts import (
    LessonApplied,
    LessonOffered,
    LessonStanding,
    LessonWhy,
)
from scrutable.portfolio.presenters.references import record_address, record_words

LESSONS = "/lessons/"
WHY_WORDS = {
    LessonWhy.NAMED: "Named for it",
    LessonWhy.LEARNED_HERE: "Learned here",
    LessonWhy.SUPPLIER: "The same supplier",
    LessonWhy.THEME: "The same theme",
}
NOT_APPLIED_TAG = Tag("Not applied yet", "yellow", "▲")
APPLIED_TAG = Tag("Applied", "green", "●")
Titles = Mapping[str, str]


def title(found: Sequence[LessonStanding]) -> str:
    """Return the finding: how many lessons wait to be applied somewhere."""
    if not found:
        return "No lesson is recorded"
    waiting = sum(bool(one.wanting) for one in found)
    if not waiting:
        return "Every lesson is applied everywhere it should be"
    if len(found) == 1:
        return "The one lesson is not applied everywhere it should be"
    head = f"{capital(share_words(waiting, len(found)))} lessons"
    if waiting == 1:
        return f"{head} is not applied everywhere it should be"
    return f"{head} are not applied everywhere they should be"


def cited_words(one: LessonStanding) -> str:
    """Return by how many of the projects that should have applied a lesson it was.

    >>> from datetime import date
    >>> from scrutable.portfolio.facts import Lesson
    >>> lesson = Lesson(number=1, learned_from="project/9", learned_on=date(2026, 1, 5),
    ...     happened="A", cause="B", effect="C", recommendation="D", owner="E",
    ...     should_apply_to=("project/1", "project/2", "project/3"))
    >>> cited_words(LessonStanding(lesson=lesson, wanting=("project/2", "project/3")))
    'Applied by one of three that should'
    >>> cited_words(LessonStanding(lesson=lesson, wanting=lesson.should_apply_to))
    'Applied by none of three that should'
    """
    named = len(one.lesson.should_apply_to)
    if not named:
        return "Named for no project"
    did = named - len(one.wanting)
    if named == 1:
        return "Applied by the one that should" if did else "Not applied by the one that should"
    return f"Applied by {share_words(did, named)} that should"


def lesson_table(found: Sequence[LessonStanding], titles: Titles, words: str) -> Table:
    """Return the lessons with their cause and where they were applied."""
    return Table(
        name="lessons",
        caption=f"Lessons with “{words}”" if words else "Lessons",
        columns=(
            Column("lesson", "Lesson"),
            Column("cause", "Cause"),
            Column("from", "Learned from"),
            Column("applied", "Applied by", numeric=True),
            Column("wanting", "Not applied yet by"),
            Column("owner", "Owner"),
        ),
        rows=tuple(_lesson(one, titles) for one in found),
        empty=(
            "No lesson has these words. Search for fewer."
            if words
            else "No lesson is recorded. Record one when a project ends, stops or goes wrong."
        ),
    )


def _lesson(one: LessonStanding, titles: Titles) -> Row:
    lesson = one.lesson
    named = ", ".join(record_words(each, titles) for each in one.wanting)
    nobody = "Nobody more" if lesson.should_apply_to else "Named for no project"
    return (
        Cell(
            f"{lesson.number}. {lesson.recommendation}",
            href=lesson_address(lesson.number),
            order=f"{lesson.number:05}",
        ),
        Cell(lesson.cause),
        Cell(
            record_words(lesson.learned_from, titles),
            href=record_address(lesson.learned_from),
            note=date_words(lesson.learned_on),
        ),
        count_cell(len(one.uses)),
        Cell(named or nobody),
        Cell(lesson.owner),
    )


def lesson_terms(one: LessonStanding, titles: Titles) -> tuple[Term, ...]:
    """Return the lesson, line by line."""
    lesson = one.lesson
    return (
        Term(label="What happened", value=lesson.happened),
        Term(label="Cause", value=lesson.cause),
        Term(label="Effect", value=lesson.effect),
        Term(label="Owner", value=lesson.owner),
        Term(
            label="Learned from",
            value=record_words(lesson.learned_from, titles),
            href=record_address(lesson.learned_from),
        ),
        Term(label="Learned on", value=date_words(lesson.learned_on)),
    )


def use_table(one: LessonStanding, titles: Titles) -> Table:
    """Return the projects that applied the lesson or should have, those that have not first."""
    return Table(
        name="uses",
        caption="Where it is applied",
        columns=(
            Column("project", "Project"),
            Column("state", "State"),
            Column("what", "What was done"),
            Column("on", "On"),
            Column("by", "By"),
        ),
        rows=(
            *(_wanting(reference, titles) for reference in one.wanting),
            *(_use(use, titles) for use in one.uses),
        ),
        empty="It is named for no project, and none has applied it.",
    )


def _wanting(reference: str, titles: Titles) -> Row:
    return (
        Cell(record_words(reference, titles), href=record_address(reference)),
        Cell("", tags=(NOT_APPLIED_TAG,)),
        Cell("Nothing yet"),
        Cell("Not yet"),
        Cell("Nobody"),
    )


def _use(use: LessonApplied, titles: Titles) -> Row:
    return (
        Cell(record_words(use.applied_to, titles), href=record_address(use.applied_to)),
        Cell("", tags=(APPLIED_TAG,)),
        Cell(use.what),
        day_cell(use.on, ""),
        Cell(use.by),
    )


def offered_table(found: Sequence[LessonOffered]) -> Table:
    """Return the lessons that may be for a project, and what the project did for each."""
    return Table(
        name="lessons",
        caption="Lessons",
        columns=(
            Column("lesson", "Lesson"),
            Column("why", "Why it is shown here"),
            Column("done", "What this project did for it"),
        ),
        rows=tuple(
            (
                Cell(
                    shortened(one.lesson.recommendation, 160),
                    href=lesson_address(one.lesson.number),
                    order=f"{one.lesson.number:05}",
                ),
                Cell(WHY_WORDS[one.why]),
                _done(one),
            )
            for one in found
        ),
        empty="No lesson is named for it or was learned with its suppliers or in its theme.",
    )


def _done(one: LessonOffered) -> Cell:
    if one.use is not None:
        return Cell(one.use.what, note=date_words(one.use.on))
    if one.why is LessonWhy.NAMED:
        return Cell("", tags=(NOT_APPLIED_TAG,))
    return Cell("Learned here" if one.why is LessonWhy.LEARNED_HERE else "Not named for it")


def lesson_address(number: int) -> str:
    """Return the address of a lesson's page."""
    return f"{LESSONS}{number}/"
