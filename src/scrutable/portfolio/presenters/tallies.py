"""How many projects and how much money are where, each table adding up to the whole; pure."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from scrutable.govuk.facts import Cell, Column, KeyFigure, Row, Table
from scrutable.govuk.presenters import count_cell, money_cell
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import count_words, date_words, list_words
from scrutable.portfolio import rules
from scrutable.portfolio.facts import (
    Funding,
    FundingSum,
    Judged,
    ProgrammePapers,
    ProjectStage,
    Rating,
    Tally,
    Theme,
)
from scrutable.portfolio.presenters.cases import (
    SOURCE_WORDS,
    UNSAID,
    partial_cell,
    variance_cell,
    year_words,
)
from scrutable.portfolio.presenters.words import RATING_WORDS, STAGE_WORDS, THEME_WORDS

Kind = TypeVar("Kind", bound=StrEnum)
NOT_RATED = "Not rated"
OF_THREE = (Rating.GREEN, Rating.AMBER, Rating.RED)
BY_STAGE, BY_THEME = "by-stage", "by-theme"


def stage_table(found: Sequence[Judged]) -> Table:
    """Return how many projects of each stage have each rating."""
    rows = rules.tallies(found, ProjectStage, "stage")
    return _tally_table((BY_STAGE, "Projects by stage and status", "Stage"), rows, STAGE_WORDS)


def theme_table(found: Sequence[Judged]) -> Table:
    """Return how many projects of each theme have each rating."""
    rows = rules.tallies(found, Theme, "theme")
    return _tally_table((BY_THEME, "Projects by theme and status", "Theme"), rows, THEME_WORDS)


def _tally_table(
    said: tuple[str, str, str], rows: Sequence[Tally], words: Mapping[Kind, str]
) -> Table:
    name, caption, of_what = said
    whole = rules.total(rows)
    shown = [rating for rating in Rating if rating in OF_THREE or whole.rated[rating]]
    by_value = {kind.value: text for kind, text in words.items()}
    return Table(
        name=name,
        caption=caption,
        columns=(
            Column("of", of_what),
            *(Column(one.value, RATING_WORDS[one], numeric=True) for one in shown),
            Column("unrated", NOT_RATED, numeric=True),
            Column("all", "All", numeric=True),
        ),
        rows=tuple(_tally(by_value[row.of], row, shown) for row in rows),
        totals=_tally("All projects", whole, shown) if rows else (),
        empty="No project is recorded, so there is nothing to count.",
    )


def _tally(of: str, row: Tally, shown: Sequence[Rating]) -> Row:
    counts = (*(row.rated[rating] for rating in shown), row.unrated, row.total)
    return (Cell(of), *(count_cell(count) for count in counts))


def money_tables(papers: ProgrammePapers) -> tuple[Table, ...]:
    """Return the money by stage, by status, by source and by year; each adds up to all of it."""
    of = {one.project.number: one for one in papers.judged}
    stage_of: Callable[[Funding], str] = lambda line: of[line.project].project.stage.value  # noqa: E731  (a key, as sorted takes it)
    kinds: tuple[tuple[str, str, Callable[[Funding], str], Mapping[str, str]], ...] = (
        ("money-by-stage", "Stage", stage_of, _by_value(STAGE_WORDS)),
        (
            "money-by-status",
            "Status",
            lambda line: _rating_of(of[line.project]),
            {**_by_value(RATING_WORDS), NOT_RATED: NOT_RATED},
        ),
        ("money-by-source", "Source", lambda line: line.source.value, _by_value(SOURCE_WORDS)),
        ("money-by-year", "Year", lambda line: year_words(line.year), {}),
    )
    whole = rules.funding_sum(papers.funding)
    return tuple(_money_table(papers.funding, whole, *kind) for kind in kinds)


def _by_value(words: Mapping[Kind, str]) -> dict[str, str]:
    return {kind.value: text for kind, text in words.items()}


def _rating_of(one: Judged) -> str:
    return one.shown.value if one.shown else NOT_RATED


def _money_table(
    lines: Sequence[Funding],
    whole: FundingSum,
    name: str,
    title: str,
    kind_of: Callable[[Funding], str],
    words: Mapping[str, str],
) -> Table:
    sums = rules.funding_by(lines, kind_of)
    projects: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        projects[kind_of(line)].add(line.project)
    order = [kind for kind in (*words, *sorted(sums)) if kind in sums]
    return Table(
        name=name,
        caption=f"Money by {title.lower()}",
        columns=(
            Column("of", title),
            Column("projects", "Projects", numeric=True),
            Column("approved", "Approved", numeric=True),
            Column("spent", "Spent", numeric=True),
            Column("expected", "Expected", numeric=True),
            Column("variance", "Expected over approved", numeric=True),
        ),
        rows=tuple(
            _money(words.get(kind, kind), len(projects[kind]), sums[kind])
            for kind in dict.fromkeys(order)
        ),
        totals=_money("All", len({line.project for line in lines}), whole) if lines else (),
        empty="No funding is recorded. Record it on the page of each project.",
    )


def _money(of: str, projects: int, found: FundingSum) -> Row:
    return (
        Cell(of),
        count_cell(projects),
        money_cell(found.approved, UNSAID),
        partial_cell(found.spent, found.spent_unsaid, found.lines),
        partial_cell(found.expected, found.expected_unsaid, found.lines),
        variance_cell(found.variance),
    )


def money_title(papers: ProgrammePapers) -> str:
    """Return the finding: by how much what is expected exceeds what was approved."""
    whole = rules.funding_sum(papers.funding)
    if not whole.lines:
        return "No funding is recorded"
    if whole.variance is None:
        return f"{money_exact(whole.approved)} is approved; nobody has said what is expected"
    if not whole.variance:
        return "What is expected is what was approved"
    way = "more" if whole.variance > 0 else "less"
    return f"{money_exact(abs(whole.variance))} {way} is expected than was approved"


def money_summary(papers: ProgrammePapers) -> str:
    """Return what the sums leave out since nobody has said."""
    whole = rules.funding_sum(papers.funding)
    funded = {line.project for line in papers.funding}
    without = sum(one.project.number not in funded for one in papers.judged)
    unsaid = {"spent": whole.spent_unsaid, "expected": whole.expected_unsaid}
    left_out = [
        f"what is {what} of {number:,} of {count_words(whole.lines, 'line')}"
        for what, number in unsaid.items()
        if number
    ]
    said = f"Nobody has said {list_words(left_out)}: left out, not nought. " if left_out else ""
    verb = "has" if without == 1 else "have"
    if not papers.judged:
        return said.strip()
    return f"{said}{count_words(without, 'project')} {verb} no funding."


def money_figures(papers: ProgrammePapers) -> tuple[KeyFigure, ...]:
    """Return the figures at the head of the page of money."""
    whole, period = rules.funding_sum(papers.funding), date_words(papers.as_at)
    delay = rules.delay_cost(papers.delays, papers.as_at)
    return (
        KeyFigure(label="Approved", value=money_exact(whole.approved), period=period),
        KeyFigure(
            label="Spent",
            value=partial_cell(whole.spent, whole.spent_unsaid, whole.lines).text,
            period=period,
        ),
        KeyFigure(
            label="Delay has cost",
            value=money_exact(delay) if papers.delays else UNSAID,
            period=period,
        ),
    )
