"""How dates moved and how plans stand side by side, as a report shows them; pure."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from scrutable.documents.blocks import Block, Cell, Chart, Column, Heading, Table
from scrutable.documents.saying import count_cell, plain
from scrutable.kernel.wording import date_words, slip_words
from scrutable.portfolio.compose.saying import cite, day_cell, period_at
from scrutable.portfolio.facts import Planned
from scrutable.portfolio.presenters.charts import timeline
from scrutable.portfolio.presenters.charts.timeline import ended_words, late_words
from scrutable.portfolio.presenters.words import NO_DATE, project_name

ANCHOR = "timeline"
ON_A_PAGE = 16  # rows of a timeline that a printed page holds with their heading


def timeline_section(planned: Sequence[Planned], as_at: date, *, of_all: int) -> tuple[Block, ...]:
    """Return the projects side by side, with all their dates in a table below each picture."""
    heading = Heading(1, "The projects side by side", ANCHOR)
    if not planned:
        return heading, plain("No project is recorded.")
    which = (
        f"The {len(planned)} of {of_all:,} projects shown are those on the priority list, then "
        "those furthest behind their first date."
        if of_all > len(planned)
        else "Every project is shown."
    )
    said = plain(f"Of these projects {late_words(planned)}. {which}")
    pages = -(-len(planned) // ON_A_PAGE)
    rows = -(-len(planned) // pages)  # the pictures are about as tall as each other
    parts = [planned[at : at + rows] for at in range(0, len(planned), rows)]
    charts = (_part(part, at, len(parts), as_at) for at, part in enumerate(parts, 1))
    return (heading, said, *(chart for chart in charts if chart))


def _part(planned: Sequence[Planned], at: int, of: int, as_at: date) -> Chart | None:
    fact = timeline(planned, as_at, of_all=len(planned))
    if fact is None:
        return None
    title = "First dates, latest plans and forecasts" + (f", part {at} of {of}" if of > 1 else "")
    columns = (
        Column("Project"),
        Column("First date"),
        Column("Planned anew", numeric=True),
        Column("Latest plan"),
        Column("Expected"),
        Column("Against the first date", numeric=True),
        Column("Against the latest plan", numeric=True),
    )
    rows = tuple(_row(one) for one in planned)
    table = Table(f"{title}: the dates", columns, rows, period=period_at(as_at))
    return Chart(title, fact.description, fact, table)


def _row(one: Planned) -> tuple[Cell, ...]:
    named, line, slip, cited = Cell(project_name(one.project)), one.line, one.slip, cite(one)
    if line is None:
        return (named, *(Cell(NO_DATE) for _ in range(6)))
    first = (
        named,
        day_cell(line.original, cited),
        count_cell(line.rebaselines, cited),
        day_cell(line.current, cited),
    )
    if slip is None:
        return (*first, *(Cell(ended_words(one.project.stage)) for _ in range(3)))
    word = " (reached)" if slip.is_reached else " (overdue)" if slip.is_overdue else ""
    return (
        *first,
        Cell(f"{date_words(slip.expected)}{word}", cited),
        Cell(slip_words(slip.against_original), cited, number=Decimal(slip.against_original)),
        Cell(slip_words(slip.against_current), cited, number=Decimal(slip.against_current)),
    )
