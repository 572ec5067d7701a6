"""Where lessons were applied, where they should have been, and for whom they may be; pure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from scrutable.evidence.facts import RowError
from scrutable.portfolio import facts
from scrutable.portfolio.facts import LessonOffered, LessonStanding, LessonWhy
from scrutable.records.rules import missing, refusals_of, refusals_on, to_come

NEEDED = {
    "happened": "what happened",
    "cause": "the cause",
    "effect": "the effect",
    "recommendation": "the recommendation",
    "owner": "the owner",
    "learned_from": "what it was learned from",
}
LEARNED_FROM = frozenset({"project", "strategy", "contract"})


def lesson_standing(
    lesson: facts.Lesson, uses: Iterable[facts.LessonApplied]
) -> facts.LessonStanding:
    """Return where the lesson was applied, by day, and where it should have been and was not."""
    own = sorted(
        (one for one in uses if one.lesson == lesson.number),
        key=lambda one: (one.on, one.applied_to),
    )
    applied = {one.applied_to for one in own}
    wanting = tuple(one for one in lesson.should_apply_to if one not in applied)
    return LessonStanding(lesson=lesson, uses=tuple(own), wanting=wanting)


def lessons_from(
    found: Iterable[LessonStanding], references: Collection[str]
) -> list[LessonStanding]:
    """Return the lessons learned from any of the references, or meant for any of them."""
    return [
        one
        for one in found
        if one.lesson.learned_from in references
        or not set(references).isdisjoint(one.lesson.should_apply_to)
    ]


def holds_words(one: LessonStanding, words: str) -> bool:
    """Test whether every one of the words stands somewhere in the lesson, in any case.

    >>> from datetime import date
    >>> lesson = facts.Lesson(number=1, learned_from="project/9", learned_on=date(2026, 1, 5),
    ...     happened="The test data came late.", cause="Nobody owned it.", effect="Five weeks.",
    ...     recommendation="Name an owner of test data.", owner="Head of Testing")
    >>> [holds_words(LessonStanding(lesson=lesson), said) for said in ("OWNER test", "budget", "")]
    [True, False, True]
    """
    lesson = one.lesson
    said = " ".join(
        (
            *(lesson.happened, lesson.cause, lesson.effect, lesson.recommendation),
            *(lesson.owner, lesson.learned_from, *lesson.should_apply_to),
            *(use.what for use in one.uses),
        )
    ).casefold()
    return all(word in said for word in words.casefold().split())


def offered(
    project: facts.Project,
    found: Sequence[LessonStanding],
    learned_in: Mapping[str, facts.Project],
    suppliers: Mapping[str, str],
) -> list[LessonOffered]:
    """Return the lessons that may be for a project, the nearest first, each with its reason.

    `learned_in` are the projects that lessons were learned from, by reference; `suppliers` the
    supplier of each contract that one was learned from.
    """
    shown = []
    for one in found:
        why = _why(project, one, learned_in, suppliers)
        if why is not None:
            use = next((use for use in one.uses if use.applied_to == project.reference), None)
            shown.append(LessonOffered(lesson=one.lesson, why=why, use=use))
    return sorted(shown, key=lambda one: (list(LessonWhy).index(one.why), one.lesson.number))


def _why(
    project: facts.Project,
    one: LessonStanding,
    learned_in: Mapping[str, facts.Project],
    suppliers: Mapping[str, str],
) -> LessonWhy | None:
    lesson = one.lesson
    used = {use.applied_to for use in one.uses}
    if project.reference in {*lesson.should_apply_to, *used}:
        return LessonWhy.NAMED
    if lesson.learned_from == project.reference:
        return LessonWhy.LEARNED_HERE
    origin = learned_in.get(lesson.learned_from)
    theirs = set(origin.suppliers) if origin else {suppliers.get(lesson.learned_from, "")}
    if theirs.intersection(project.suppliers):
        return LessonWhy.SUPPLIER
    return LessonWhy.THEME if origin and origin.theme is project.theme else None


@refusals_of.register
def _(of: facts.Lesson) -> Sequence[RowError]:
    found = missing(of, **NEEDED)
    kind = of.learned_from.partition("/")[0]
    if of.learned_from.strip() and kind not in LEARNED_FROM:
        found.append(
            RowError(
                "learned_from",
                f"“{of.learned_from}” is no project, strategy or contract",
                "give a reference such as project/277",
            )
        )
    found += [
        RowError("should_apply_to", f"“{one}” is no project", "give references of projects")
        for one in of.should_apply_to
        if not one.startswith(facts.project_reference(""))
    ]
    return found


@refusals_of.register
def _(of: facts.LessonApplied) -> Sequence[RowError]:
    found = missing(of, what="what was done", by="who did it")
    if not of.applied_to.startswith(facts.project_reference("")):
        found.append(RowError("applied_to", f"“{of.applied_to}” is no project", "give a project"))
    return found


@refusals_on.register
def _(of: facts.Lesson, today: date) -> Sequence[RowError]:
    return to_come("learned_on", of.learned_on, today)


@refusals_on.register
def _(of: facts.LessonApplied, today: date) -> Sequence[RowError]:
    return to_come("on", of.on, today)
