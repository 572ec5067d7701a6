"""The look back on a strategy: what was planned, what came of it and when, one by one; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scrutable.govuk.facts import Cell, Column, KeyFigure, Table, Tag, Term
from scrutable.govuk.presenters import day_cell
from scrutable.kernel.references import REFERENCE
from scrutable.kernel.wording import count_words, date_words, ended, list_words
from scrutable.portfolio.facts import (
    LessonStanding,
    Looked,
    Objective,
    ObjectiveReview,
    ObjectiveVerdict,
    Retrospective,
)
from scrutable.portfolio.presenters.lessons import lesson_address
from scrutable.portfolio.presenters.references import record_address, record_words
from scrutable.portfolio.presenters.strategies.words import (
    NO_DUE_DAY,
    NOT_LOOKED_BACK,
    VERDICT_TAGS,
    VERDICT_WORDS,
    lateness_words,
    objective_address,
    objective_name,
    verdict_cell,
)

NOTHING_CARRIES = "Nothing carries over"
UNDATED = {  # what stands where a day of delivery would
    ObjectiveVerdict.DELIVERED: "On a day that nobody named",
    ObjectiveVerdict.PARTLY: "Not whole yet",
    ObjectiveVerdict.NOT_DELIVERED: "Not delivered",
    ObjectiveVerdict.SUPERSEDED: "Given up",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """Everything that was found of one objective; `evidence` and `lessons` are text and address."""

    number: int
    name: str
    href: str
    tag: Tag | None
    terms: tuple[Term, ...]
    evidence: tuple[tuple[str, str], ...]
    lessons: tuple[tuple[str, str], ...]


def title(found: Retrospective) -> str:
    """Return the finding: how many objectives were delivered."""
    many = len(found.looked)
    if not many:
        return f"{found.strategy.title}: no objective is recorded"
    delivered = len(found.with_verdict(ObjectiveVerdict.DELIVERED))
    partly = len(found.with_verdict(ObjectiveVerdict.PARTLY))
    more = f", {partly} in part" if partly else ""
    of_all = count_words(many, "objective")
    return f"{found.strategy.title}: {delivered} of {of_all} delivered{more}"


def summary(found: Retrospective) -> str:
    """Return which was latest, and how many nobody has looked back on."""
    said = []
    late = [one for one in found.looked if one.lateness and one.lateness > 0]
    if late:
        worst = max(late, key=lambda one: one.lateness or 0)
        said.append(
            f"{count_words(len(late), 'objective')} came after their day or are overdue; "
            f"objective {worst.objective.number} is {late_words(worst)}."
            if len(late) > 1
            else f"Objective {worst.objective.number} is {late_words(worst)}."
        )
    silent = [str(one.objective.number) for one in found.with_verdict(None)]
    if silent:
        those = "Objective" if len(silent) == 1 else "Objectives"
        verb = "was" if len(silent) == 1 else "were"
        said.append(f"{those} {list_words(silent)} {verb} never looked back on.")
    return " ".join(said) or "Every objective was looked back on."


def late_words(one: Looked) -> str:
    """Return how late the objective was or is; that it had no day where it had none."""
    if one.objective.due_on is None:
        return NO_DUE_DAY.lower()
    if one.lateness is None:
        is_given_up = one.review and one.review.verdict is ObjectiveVerdict.SUPERSEDED
        return "given up" if is_given_up else "not yet due"
    return lateness_words(one.objective.due_on, one.lateness, one.review)


def figures(found: Retrospective) -> tuple[KeyFigure, ...]:
    """Return how many objectives have each verdict."""
    period = f"at {date_words(found.as_at)}"
    counted = [
        KeyFigure(label=words, value=f"{len(found.with_verdict(verdict)):,}", period=period)
        for verdict, words in VERDICT_WORDS.items()
    ]
    silent = KeyFigure(
        label=NOT_LOOKED_BACK, value=f"{len(found.with_verdict(None)):,}", period=period
    )
    return (*counted, silent)


def looked_table(found: Retrospective) -> Table:
    """Return every objective: planned, delivered and when, verdict, what takes up the rest."""
    return Table(
        name="looked",
        caption="What became of each objective",
        columns=(
            Column("objective", "Objective"),
            Column("planned", "Planned"),
            Column("delivered", "Delivered"),
            Column("due", "Due"),
            Column("when", "When"),
            Column("verdict", "Verdict"),
            Column("carries", "Carries over to"),
        ),
        rows=tuple(_row(one) for one in found.looked),
        empty="No objective is recorded. Add what the strategy was to achieve.",
    )


def _row(one: Looked) -> tuple[Cell, ...]:
    objective, review = one.objective, one.review
    return (
        Cell(
            objective_name(objective),
            href=objective_address(objective.strategy, objective.number),
            order=f"{objective.number:06}",
        ),
        Cell(review.planned if review else NOT_LOOKED_BACK),
        Cell(review.delivered if review else NOT_LOOKED_BACK),
        day_cell(objective.due_on, NO_DUE_DAY),
        when_cell(one),
        verdict_cell(review),
        carries_cell(one),
    )


def when_cell(one: Looked) -> Cell:
    """Return the day of delivery and how late that was."""
    review = one.review
    done = review.delivered_on if review else None
    said = late_words(one) if one.objective.due_on and one.lateness is not None else ""
    if done is None:
        return Cell(UNDATED[review.verdict] if review else NOT_LOOKED_BACK, note=said)
    if review and review.verdict is ObjectiveVerdict.PARTLY:
        whole = f"the whole {said}" if said else ""
        return Cell(f"In part on {date_words(done)}", order=done.isoformat(), note=whole)
    return Cell(date_words(done), order=done.isoformat(), note=said)


def carries_cell(one: Looked) -> Cell:
    """Return the objective that takes up what is left."""
    if one.carried_to is None:
        return Cell(NOTHING_CARRIES if one.review else NOT_LOOKED_BACK)
    there = one.carried_to
    return Cell(carried_words(there), href=objective_address(there.strategy, there.number))


def carried_words(there: Objective) -> str:
    """Return an objective by strategy, number and words."""
    return f"{there.strategy}, objective {there.number}: {there.text}"


def details(found: Retrospective) -> tuple[Detail, ...]:
    """Return everything that was found of every objective."""
    return tuple(_detail(one, found.titles) for one in found.looked)


def _detail(one: Looked, titles: Mapping[str, str]) -> Detail:
    objective, review = one.objective, one.review
    return Detail(
        number=objective.number,
        name=objective_name(objective),
        href=objective_address(objective.strategy, objective.number),
        tag=VERDICT_TAGS[review.verdict] if review else None,
        terms=_terms(one, review) if review else (),
        evidence=tuple(evidence_link(text, titles) for text in review.evidence) if review else (),
        lessons=lesson_links(one.lessons),
    )


def lesson_links(lessons: Sequence[LessonStanding]) -> tuple[tuple[str, str], ...]:
    """Return what was learned, and where it is told whole."""
    return tuple(
        (
            f"{ended(one.lesson.happened)} {ended(one.lesson.recommendation)}",
            lesson_address(one.lesson.number),
        )
        for one in lessons
    )


def evidence_link(text: str, titles: Mapping[str, str]) -> tuple[str, str]:
    """Return what shows it, and where that is shown; "" for evidence in words.

    >>> evidence_link("project/277", {"277": "Document store"})
    ('277 Document store', '/projects/277/')
    >>> evidence_link("Minutes of 3 April 2020", {})
    ('Minutes of 3 April 2020', '')
    """
    if not REFERENCE.fullmatch(text):
        return text, ""
    return record_words(text, titles), record_address(text)


def _terms(one: Looked, review: ObjectiveReview) -> tuple[Term, ...]:
    due = one.objective.due_on
    there = one.carried_to
    earlier = [f"{VERDICT_WORDS[said.verdict]} ({date_words(said.on)})" for said in one.earlier]
    return (
        Term(label="Planned", value=review.planned),
        Term(label="Delivered", value=review.delivered),
        Term(label="Due", value=date_words(due) if due else NO_DUE_DAY),
        Term(label="When", value=when_cell(one).words),
        Term(label="Why this verdict", value=review.reasons),
        Term(
            label="Carries over to",
            value=carried_words(there) if there else NOTHING_CARRIES,
            href=objective_address(there.strategy, there.number) if there else "",
        ),
        Term(label="Looked at by", value=f"{review.reviewer}, {date_words(review.on)}"),
        Term(label="Found before", value=list_words(earlier) or "No earlier look"),
    )
