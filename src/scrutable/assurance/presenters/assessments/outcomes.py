"""The outcomes of one system: a table and a picture of both answers and the least; pure."""

from collections.abc import Iterable, Sequence

from scrutable.assurance.facts import (
    Asked,
    Framework,
    Level,
    Standing,
)
from scrutable.assurance.presenters.assessments.words import (
    BELOW,
    LOWERED,
    NO_PROFILE,
    NOT_CHECKED,
    answer_address,
    least_words,
    level_cell,
    level_words,
)
from scrutable.documents.charts.facts import LevelChart, LevelRow
from scrutable.govuk.facts import Cell, Column, Table, Tag
from scrutable.kernel.wording import count_words

LEVELS = tuple(Level)


def outcome_cell(code: str, one: Asked) -> Cell:
    """Return an outcome as a cell that leads to its answer."""
    href = answer_address(code, one.system, one.outcome)
    return Cell(f"{one.outcome} {one.title}", href=href, order=one.outcome)


def outcomes_table(standing: Standing, system: str) -> Table:
    """Return the outcomes of one system by principle: both answers and the least."""
    code, framework = standing.assessment.code, standing.framework
    return Table(
        name="outcomes",
        caption="Outcomes",
        columns=(
            Column("principle", "Principle"),
            Column("outcome", "Outcome"),
            Column("said", "Council’s answer"),
            Column("assured", "Assurer’s answer"),
            Column("least", "The least"),
            Column("finding", "Finding"),
        ),
        rows=tuple(
            (
                Cell(principle_words(framework, one.principle)),
                outcome_cell(code, one),
                level_cell(one.said),
                level_cell(one.assured, NOT_CHECKED),
                Cell(least_words(one.least), order=str(one.least.rank if one.least else 9)),
                finding_cell(one),
            )
            for one in standing.of(system)
        ),
        empty="The framework asks nothing of it.",
        grouped_by="principle",
    )


def finding_cell(one: Asked) -> Cell:
    """Return whether an outcome reaches its least, and whether the assurer lowered it."""
    if one.least is None:
        reached = NO_PROFILE
    else:
        reached = BELOW if one.is_short else Tag("Reached", "green", "●")
    return Cell("", tags=(reached, *((LOWERED,) if one.is_lowered else ())))


def principle_words(framework: Framework, principle: str) -> str:
    """Return a principle by code and title."""
    return f"{principle} {framework.titles.get(principle, '')}".strip()


def picture(
    rows: Sequence[Asked], framework: Framework, title: str, words: str
) -> LevelChart | None:
    """Return the profile as a picture: outcomes by principle, both answers, the least."""
    if not rows:
        return None
    return LevelChart(
        title=title,
        description=words,
        levels=tuple(level_words(level) for level in LEVELS),
        rows=tuple(
            LevelRow(
                name=f"{one.outcome} {one.title}",
                group=principle_words(framework, one.principle),
                said=one.said.rank if one.said else None,
                assured=one.assured.rank if one.assured else None,
                least=one.least.rank if one.least and one.least.rank else None,
                note=_note(one),
            )
            for one in rows
        ),
    )


def _note(one: Asked) -> str:
    if one.stands is None:
        return "not answered"
    return "below the least" if one.is_short else ""


def lacking_words(rows: Iterable[Asked]) -> str:
    """Return how many outcomes are not answered, "" where all are."""
    silent = sum(one.stands is None for one in rows)
    return f"{count_words(silent, 'outcome')} not answered" if silent else ""
