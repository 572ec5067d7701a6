"""Lessons with where they were applied, and those that may be for a project."""

from collections.abc import Collection
from datetime import date

from scrutable.audit.reads import as_known
from scrutable.portfolio import facts, models, rules
from scrutable.portfolio.reads.rows import as_project
from scrutable.records.reads import UnknownRecord, every
from scrutable.registers import reads as registers


def lessons(known: int, as_at: date) -> list[facts.LessonStanding]:
    """Return every lesson learned by the day with where it was applied by then, by number."""
    uses = every(facts.LessonApplied, known, on__lte=as_at)
    by_lesson: dict[int, list[facts.LessonApplied]] = {}
    for use in uses:
        by_lesson.setdefault(use.lesson, []).append(use)
    return [
        rules.lesson_standing(one, by_lesson.get(one.number, ()))
        for one in every(facts.Lesson, known, learned_on__lte=as_at)
    ]


def lesson(number: int, known: int, as_at: date) -> facts.LessonStanding:
    """Return one lesson with where it was applied by the day; raises UnknownRecord."""
    found = every(facts.Lesson, known, number=number, learned_on__lte=as_at)
    if not found:
        raise UnknownRecord(facts.Lesson, {"number": number})
    uses = every(facts.LessonApplied, known, lesson=number, on__lte=as_at)
    return rules.lesson_standing(found[0], uses)


def lessons_for(project: facts.Project, known: int, as_at: date) -> list[facts.LessonOffered]:
    """Return the lessons that may be for a project, the nearest first, in five queries."""
    found = lessons(known, as_at)
    if not found:
        return []
    learned_in = named_projects({one.lesson.learned_from for one in found}, known)
    suppliers = {
        f"contract/{one.code}": one.supplier.reference for one in registers.contracts(known)
    }
    return rules.offered(project, found, learned_in, suppliers)


def named_projects(references: Collection[str], known: int) -> dict[str, facts.Project]:
    """Return those projects that the references name, by reference; others are left out."""
    before = facts.project_reference("")
    numbers = sorted(one.removeprefix(before) for one in references if one.startswith(before))
    if not numbers:
        return {}
    rows = as_known(models.Project.objects.filter(number__in=numbers), known).order_by("number")
    found = [as_project(row) for row in rows]
    return {one.reference: one for one in found}
