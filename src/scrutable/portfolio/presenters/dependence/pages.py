"""The head of one supplier's page, and what it carried over time; pure."""

from scrutable.govuk.facts import Cell, Column, KeyFigure, Row, Table
from scrutable.govuk.presenters import count_cell, day_cell, money_cell
from scrutable.kernel.wording import date_words
from scrutable.portfolio.facts import Dependence, DependenceOn
from scrutable.portfolio.presenters.dependence.saying import (
    NOT_RECORDED,
    NOT_STATED,
    NOTHING,
    before_words,
    carries_words,
    of_words,
    points_words,
    share_words,
)
from scrutable.registers.facts import Supplier


def title(found: Dependence, firm: Supplier) -> str:
    """Return the finding: what the supplier carries now."""
    one = found.now.of(firm.reference)
    if one is None:
        return f"{firm.name} has no contract in force"
    return carries_words(found.now, one)


def summary(found: Dependence, firm: Supplier) -> str:
    """Return what it carried a year before."""
    return before_words(found, firm.reference)


def figures(found: Dependence, firm: Supplier) -> tuple[KeyFigure, ...]:
    """Return the supplier's figures; none while it carries nothing."""
    now, one = found.now, found.now.of(firm.reference)
    if one is None:
        return ()
    period = date_words(found.as_at)
    return (
        KeyFigure(
            label="Share of contract value",
            value=share_words(one),
            period=period,
            comparison=points_words(found.before.of(firm.reference), one),
        ),
        KeyFigure(
            label="Projects on the priority list",
            value=of_words(one.priority, now.priority or 0),
            period=period,
        ),
        KeyFigure(
            label="Critical services", value=of_words(one.critical, now.critical), period=period
        ),
    )


def own_table(found: Dependence, firm: Supplier) -> Table:
    """Return what the supplier carried at the end of each period."""
    return Table(
        name="over_time",
        caption="What it carried over time",
        columns=(
            Column("on", "On"),
            Column("contracts", "Contracts in force", numeric=True),
            Column("yearly", "Value a year", numeric=True),
            Column("share", "Share of value", numeric=True),
            Column("projects", "Projects", numeric=True),
            Column("priority", "On the priority list", numeric=True),
            Column("critical", "Critical services", numeric=True),
        ),
        rows=tuple(_row(day, firm.reference) for day in found.over_time),
        empty="No contract is recorded yet.",
    )


def _row(day: DependenceOn, supplier: str) -> Row:
    one = day.of(supplier)
    counted = (one.projects, one.priority) if one else (0, 0)
    projects = (
        (Cell(NOT_RECORDED), Cell(NOT_RECORDED))
        if day.projects is None
        else tuple(count_cell(count) for count in counted)
    )
    contracts = len(one.contracts) if one else 0
    return (
        day_cell(day.on, ""),
        count_cell(contracts),
        money_cell(one.yearly if one else None, NOT_STATED if contracts else NOTHING),
        Cell(share_words(one), number=one.share if one else None),
        *projects,
        count_cell(one.critical if one else 0),
    )
