"""Strategies that are running: their objectives, what hangs on them, what has nothing under it."""

from collections.abc import Iterator, Sequence

from scrutable.documents.blocks import Block, Bullets, Cell, Column, Heading, Runs, Table
from scrutable.documents.saying import count_cell, numbered, plain
from scrutable.kernel.references import slug
from scrutable.kernel.wording import capital, date_words, list_words, number_words
from scrutable.portfolio import rules
from scrutable.portfolio.compose.saying import (
    Kept,
    cite,
    cite_many,
    day_cell,
    figure,
    period_at,
    tag_cell,
)
from scrutable.portfolio.facts import ObjectiveSeen, Rating, SightNode, StrategySeen
from scrutable.portfolio.presenters.strategies.sight import Known, counted, name_of
from scrutable.portfolio.presenters.strategies.words import (
    GAP_WORDS,
    NO_DUE_DAY,
    NOT_LOOKED_BACK,
    RUNG_WORDS,
    VERDICT_TAGS,
    objective_name,
)
from scrutable.portfolio.presenters.words import project_name

MOST_NAMED = 12


def strategy_sections(found: Sequence[StrategySeen]) -> tuple[Block, ...]:
    """Return every strategy that runs on its day, with its objectives and its line of sight."""
    heading = Heading(1, "Strategy and its line of sight", "strategy")
    running = [one for one in found if one.strategy.starts_on <= one.as_at <= one.strategy.ends_on]
    if not running:
        return (heading, plain("No strategy is recorded that runs now."))
    blocks = [block for one in running for block in _strategy(one)]
    return (heading, *blocks, *_unhung(running[0]))


def _strategy(one: StrategySeen) -> Iterator[Block]:
    strategy = one.strategy
    yield Heading(2, strategy.title, f"strategy-{slug(strategy.code)}")
    period = f"{date_words(strategy.starts_on)} to {date_words(strategy.ends_on)}"
    review = (
        f" It is to be looked at again by {date_words(strategy.review_on)}."
        if strategy.review_on
        else " No day is set for looking at it again."
    )
    if not one.objectives:
        yield plain(f"It runs from {period}. No objective is recorded.{review}")
        return
    trees = [seen.tree for seen in one.objectives]
    counts = rules.within(trees)
    parts: list[Kept] = [strategy, *(seen.objective for seen in one.objectives)]
    parts += [project.project for project in one.projects]
    cited = cite_many(strategy.reference, parts)
    said = list_words([counted(counts[rung], rung) for rung in counts])
    yield numbered(
        f"It runs from {period}. On its line of sight stand ",
        figure(said, cited, period_at(one.as_at)),
        f".{review}",
    )
    yield _objectives(one)
    yield from _gaps(one, trees)


def _objectives(one: StrategySeen) -> Table:
    return Table(
        caption=f"Objectives of {one.strategy.code}, and how what hangs on them stands",
        columns=(
            Column("Objective"),
            Column("Due"),
            Column("Projects", numeric=True),
            Column("Red", numeric=True),
            Column("Late against the first date", numeric=True),
            Column("Late against the latest plan", numeric=True),
            Column("Last look back"),
        ),
        rows=tuple(_row(seen, period_at(one.as_at)) for seen in one.objectives),
        period=period_at(one.as_at),
    )


def _row(seen: ObjectiveSeen, period: str) -> tuple[Cell, ...]:
    objective, projects = seen.objective, seen.projects
    cited = cite_many(objective.reference, (objective, *(one.project for one in projects)))
    due = cite(objective) if objective.due_on else None
    return (
        Cell(objective_name(objective)),
        day_cell(objective.due_on, due, NO_DUE_DAY),
        count_cell(len(projects), cited),
        count_cell(sum(one.shown is Rating.RED for one in projects), cited),
        count_cell(sum(one.is_late for one in projects), cited),
        count_cell(sum(one.is_behind_plan for one in projects), cited),
        tag_cell(VERDICT_TAGS[seen.review.verdict], cite(seen.review), period)
        if seen.review
        else Cell(NOT_LOOKED_BACK),
    )


def _gaps(one: StrategySeen, trees: Sequence[SightNode]) -> Iterator[Block]:
    lacking = rules.gaps(trees)
    if not lacking:
        yield plain("Every line reaches from an objective to a benefit that is measured.")
        return
    cited = cite_many(one.strategy.reference, (one.strategy, *_versioned(lacking)))
    verb = "has" if len(lacking) == 1 else "have"
    count = figure(_so_many(len(lacking), "thing"), cited, period_at(one.as_at))
    rest = len(lacking) - MOST_NAMED
    more = f" The first {MOST_NAMED} of them:" if rest > 0 else ""
    yield numbered(count, f" on the line of sight {verb} nothing under it.{more}")
    named = [_gap(node) for node in lacking[:MOST_NAMED]]
    yield Bullets(tuple(named))


def _versioned(nodes: Sequence[SightNode]) -> list[SightNode]:
    return [node for node in nodes if node.version]


def _gap(node: SightNode) -> Runs:
    missing = GAP_WORDS[node.gap] if node.gap else ""
    return (f"{RUNG_WORDS[node.rung]} {name_of(node, Known())}: {missing}",)


def _so_many(count: int, one: str) -> str:
    return f"{capital(number_words(count))} {one if count == 1 else one + 's'}"


def _unhung(one: StrategySeen) -> Iterator[Block]:
    projects = one.unhung
    if not projects:
        yield plain("Every project hangs on an objective.")
        return
    cited = cite_many("portfolio/IT", [found.project for found in projects])
    verb = "hangs" if len(projects) == 1 else "hang"
    count = figure(_so_many(len(projects), "project"), cited, period_at(one.as_at))
    names = "; ".join(project_name(found.project) for found in projects[:MOST_NAMED])
    rest = len(projects) - MOST_NAMED
    more = f"; and {rest:,} more" if rest > 0 else ""
    yield numbered(count, f" {verb} on no objective of any strategy: {names}{more}.")
