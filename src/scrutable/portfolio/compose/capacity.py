"""Capacity in a report: posts, procurements, people taken off projects; pure."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from scrutable.documents.blocks import Block, Cell, Citation, Column, Heading, KeyFigure, Run, Table
from scrutable.documents.saying import count_cell, numbered, plain
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import capital, count_words, date_words, number_words, slip_words
from scrutable.portfolio import facts
from scrutable.portfolio.compose.saying import (
    cite,
    cite_many,
    day_cell,
    figure,
    period_at,
    tag_cell,
)
from scrutable.portfolio.presenters.procurements import PROCUREMENT_TAGS
from scrutable.portfolio.presenters.redirections import NOT_MEASURED

POSTS, PROCUREMENTS, REDIRECTIONS = (
    "capacity/posts",
    "capacity/procurements",
    "capacity/redirections",
)
METHOD = (
    (
        "A post counts by who held it on the day; the structure wanted holds posts that are still "
        "to be created and leaves out those that are to go."
    ),
    (
        "A procurement is late against the day by which it was first to be signed, whatever day "
        "was set later."
    ),
    (
        "What it cost to take people off a project is stated as it was measured, and beside it by "
        "the project’s own dates: the go-live expected when they left, against that expected a "
        "month after they came back."
    ),
)


def capacity_section(found: facts.Staffing) -> tuple[Block, ...]:
    """Return how much of the structure wanted is filled, team by team."""
    heading = Heading(1, "Capacity", "capacity")
    if not found.posts:
        return (heading, plain("No post of the IT service is recorded."))
    return (heading, numbered(*finding(found)), _teams(found))


def finding(found: facts.Staffing) -> tuple[Run, ...]:
    """Return in a sentence or two what of the structure wanted is there; nothing without posts."""
    if not found.posts:
        return ()
    total, cited, period = found.total, _posts(found), period_at(found.as_at)
    filled = figure(f"{total.wanted - total.lacking:,}", cited, period)
    return (
        filled,
        " of ",
        figure(count_words(total.wanted, "post"), cited, period),
        " wanted are filled for good. Today’s structure has ",
        figure(count_words(total.today, "post"), cited, period),
        ": ",
        figure(f"{total.vacant:,} vacant", cited, period),
        " and ",
        figure(f"{total.interim:,} interim", cited, period),
        ".",
    )


def key_figures(found: facts.Staffing) -> tuple[KeyFigure, ...]:
    """Return the figure that a reader takes away; none without posts."""
    total = found.total
    if not found.posts:
        return ()
    value = f"{total.wanted - total.lacking:,} of {total.wanted:,}"
    beside = f"{total.vacant:,} vacant in today’s structure of {total.today:,}"
    return (
        KeyFigure("Posts filled for good", value, period_at(found.as_at), beside, _posts(found)),
    )


def _posts(found: facts.Staffing) -> Citation:
    return cite_many(POSTS, found.posts)


def _teams(found: facts.Staffing) -> Table:
    columns = (
        Column("Team"),
        Column("Filled", numeric=True),
        Column("Interim", numeric=True),
        Column("Vacant", numeric=True),
        Column("Today’s structure", numeric=True),
        Column("Structure wanted", numeric=True),
        Column("Not filled for good", numeric=True),
    )
    period = period_at(found.as_at)
    return Table(
        f"Posts by team, {date_words(found.as_at)}",
        columns,
        tuple(_team(found, one, period) for one in (*found.teams, found.total)),
        totals=True,
        period=period,
    )


def _team(found: facts.Staffing, one: facts.TeamCount, period: str) -> tuple[Cell, ...]:
    own = [post for post in found.posts if one is found.total or post.team == one.team]
    cited = cite_many(POSTS, own)
    numbers = (one.filled, one.interim, one.vacant, one.today, one.wanted, one.lacking)
    return (Cell(one.team), *(count_cell(number, cited, period) for number in numbers))


def procurement_section(found: Sequence[facts.ProcurementJudged], as_at: date) -> tuple[Block, ...]:
    """Return what is being bought, how late it is and what waits for it."""
    heading = Heading(1, "Procurements", "procurements")
    if not found:
        return (heading, plain("No procurement is recorded."))
    period = period_at(as_at)
    cited = cite_many(PROCUREMENTS, [one.procurement for one in found])
    late, running = sum(one.is_late for one in found), sum(one.is_open for one in found)
    told = numbered(
        figure(count_words(running, "procurement"), cited, period),
        " ",
        "goes on" if running == 1 else "go on",
        "; ",
        figure(number_words(late) if late else "none", cited, period),
        " of them past the day by which it was first to be signed.",
    )
    columns = (
        Column("What is bought"),
        Column("Stage"),
        Column("Days in the stage", numeric=True),
        Column("Value", numeric=True),
        Column("First to be signed by"),
        Column("Against the first day", numeric=True),
        Column("Against the day now set", numeric=True),
        Column("Projects that wait"),
    )
    rows = tuple(_procurement(one, period) for one in found)
    return (heading, told, Table("Procurements by stage", columns, rows, period=period))


def _procurement(one: facts.ProcurementJudged, period: str) -> tuple[Cell, ...]:
    bought = one.procurement
    cited = cite(bought)
    value = (
        Cell("Not known yet")
        if bought.value is None
        else Cell(money_exact(bought.value), cited, number=bought.value, period=period)
    )
    return (
        Cell(bought.title),
        tag_cell(PROCUREMENT_TAGS[bought.stage], cited, period),
        count_cell(one.days_in_stage, cited, period),
        value,
        day_cell(one.first_signed_by, cited),
        _late(one.late_against_first, cited, period, is_open=one.is_open),
        _late(one.late_against_current, cited, period, is_open=one.is_open),
        Cell(", ".join(one.waiting) or "None"),
    )


def _late(days: int | None, cited: Citation, period: str, *, is_open: bool) -> Cell:
    if days is None:
        return Cell("Stopped")
    if is_open and days <= 0:
        return Cell("Not due yet")
    return Cell(slip_words(days), cited, number=Decimal(days), period=period)


def redirection_section(found: Sequence[facts.RedirectionJudged], as_at: date) -> tuple[Block, ...]:
    """Return who was taken off projects, and the days it cost: as measured and by the dates."""
    heading = Heading(1, "People taken off projects", "redirections")
    if not found:
        return (heading, plain("Nobody was taken off a project for something else."))
    period = period_at(as_at)
    measured = [one.redirection for one in found if one.redirection.days_lost is not None]
    days = sum(one.days_lost or 0 for one in measured)
    told = numbered(
        f"{capital(number_words(len(found)))} "
        f"{'project' if len(found) == 1 else 'projects'} gave up people for something else. ",
        "As measured, it cost their go-lives ",
        figure(count_words(days, "day"), cite_many(REDIRECTIONS, measured), period),
        "." if len(measured) == len(found) else _silent(len(found) - len(measured)),
    )
    columns = (
        Column("Project"),
        Column("Taken to"),
        Column("People", numeric=True),
        Column("From"),
        Column("Until"),
        Column("Days lost, as measured", numeric=True),
        Column("Days lost, by the dates", numeric=True),
        Column("Why"),
    )
    rows = tuple(_redirection(one, period) for one in found)
    return (heading, told, Table("People taken off projects", columns, rows, period=period))


def _silent(count: int) -> str:
    return f"; of {number_words(count)} nobody has measured it."


def _redirection(one: facts.RedirectionJudged, period: str) -> tuple[Cell, ...]:
    taken = one.redirection
    cited = cite(taken)
    return (
        Cell(f"{taken.project} {one.title}".strip()),
        Cell(taken.to_what),
        count_cell(taken.people, cited, period),
        day_cell(taken.starts_on, cited),
        day_cell(taken.ended_on, cited, "Still away"),
        _days(taken.days_lost, cited, period, NOT_MEASURED),
        _days(one.days_by_dates, cited, period, "No date to compare"),
        Cell(taken.effect or taken.cause),
    )


def _days(days: int | None, cited: Citation, period: str, none: str) -> Cell:
    if days is None:
        return Cell(none)
    return Cell(f"{days:,}", cited, number=Decimal(days), period=period)
