"""One answer, its reasons, its evidence and every version of it; pure."""

from scrutable.assurance.facts import (
    AnswerSeen,
)
from scrutable.assurance.presenters.assessments.outcomes import principle_words
from scrutable.assurance.presenters.assessments.words import (
    NO_EVIDENCE,
    NO_REASON,
    NOT_CHECKED,
    least_words,
    level_cell,
    level_words,
)
from scrutable.govuk.facts import Cell, Column, Table, Term
from scrutable.govuk.presenters import day_cell
from scrutable.kernel.wording import capital


def answer_terms(seen: AnswerSeen) -> tuple[Term, ...]:
    """Return both answers side by side with their reasons and the evidence."""
    answer, asked = seen.answer, seen.asked
    evidence = "; ".join(answer.evidence) if answer else ""
    return (
        Term(label="Principle", value=principle_words(seen.framework, asked.principle)),
        Term(label="The least by the profile", value=least_words(asked.least)),
        Term(label="Council’s answer", value=level_words(asked.said)),
        Term(label="Council’s reasons", value=(answer.reasons if answer else "") or NO_REASON),
        Term(label="Evidence", value=evidence or NO_EVIDENCE),
        Term(
            label="Assurer’s answer",
            value=level_words(asked.assured) if asked.assured else NOT_CHECKED,
        ),
        Term(
            label="Assurer’s reasons",
            value=(answer.assured_reasons if answer else "")
            or (NO_REASON if asked.assured else NOT_CHECKED),
        ),
    )


def answer_words(seen: AnswerSeen) -> str:
    """Return the finding on one outcome, as a sentence."""
    one = seen.asked
    if one.stands is None:
        return "Nobody has answered it."
    who = "the assurer" if one.assured else "the council"
    said = f"{capital(level_words(one.stands))} by {who}"
    if one.least is None:
        return f"{said}."
    least = least_words(one.least).lower()
    return f"{said}; the profile asks for {least}." if one.is_short else f"{said}; it reaches it."


def history_table(seen: AnswerSeen) -> Table:
    """Return every version of an answer, the last first."""
    return Table(
        name="history",
        caption="How it was answered",
        columns=(
            Column("on", "Recorded"),
            Column("said", "Council’s answer"),
            Column("reasons", "Council’s reasons"),
            Column("assured", "Assurer’s answer"),
            Column("assured_reasons", "Assurer’s reasons"),
            Column("by", "Recorded by"),
        ),
        rows=tuple(
            (
                day_cell(one.on, ""),
                level_cell(one.answer.level),
                Cell(one.answer.reasons or NO_REASON),
                level_cell(one.answer.assured, NOT_CHECKED),
                Cell(one.answer.assured_reasons or NO_REASON),
                Cell(one.by, note=one.answer.place),
            )
            for one in seen.versions
        ),
        empty="Nobody has answered it.",
    )
