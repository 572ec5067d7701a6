"""The pictures and tables of dependence on suppliers, as a report has them; pure."""

from decimal import Decimal

from scrutable.documents.blocks import Block, Cell, Chart, Citation, Column, Table
from scrutable.documents.saying import count_cell
from scrutable.kernel.money import money_exact
from scrutable.portfolio.compose.saying import cite, day_cell, period_at
from scrutable.portfolio.facts import Dependence, DependenceOn, SupplierShare
from scrutable.portfolio.presenters.dependence.pictures import (
    shown_suppliers,
    value_chart,
    work_chart,
)
from scrutable.portfolio.presenters.dependence.saying import (
    NOT_RECORDED,
    NOT_STATED,
    NOTHING,
    largest_of,
    parts_words,
    percent_words,
    points_words,
    prime_share,
    share_words,
)
from scrutable.portfolio.presenters.dependence.tables import others_share


def charts(found: Dependence) -> list[Block]:
    """Return the shares of value and the priority projects over time, as far as known."""
    drawn: list[Block] = []
    value, work, largest = value_chart(found), work_chart(found), largest_of(found)
    if value is not None:
        drawn.append(Chart(value.title, value.description, value, _over_time(found)))
    if work is not None and largest is not None:
        drawn.append(Chart(work.title, work.description, work, _work(found, largest)))
    return drawn


def _over_time(found: Dependence) -> Table:
    shown = shown_suppliers(found)
    columns = (
        Column("On"),
        Column("Value a year", numeric=True),
        *(Column(one.name, numeric=True) for one in shown),
        Column("All others", numeric=True),
        Column("Prime suppliers", numeric=True),
        Column("Contracts without a value", numeric=True),
    )
    rows = tuple(_day(day, shown) for day in found.over_time)
    return Table("Share of the yearly contract value over time", columns, rows)


def _day(day: DependenceOn, shown: tuple[SupplierShare, ...]) -> tuple[Cell, ...]:
    period, cited = period_at(day.on), cite(day)
    own = [day.of(one.supplier) for one in shown]
    rest, prime = others_share(day, shown), prime_share(day)
    if not day.yearly:
        none = tuple(Cell(NOT_STATED) for _ in range(len(shown) + 3))
        return day_cell(day.on), *none, count_cell(day.unvalued, cited, period)
    return (
        day_cell(day.on),
        Cell(money_exact(day.yearly), cited, number=day.yearly, period=period),
        *(_share_cell(one, period) for one in own),
        _percent_cell(rest or Decimal(0), cited, period),
        _percent_cell(prime or Decimal(0), cited, period),
        count_cell(day.unvalued, cited, period),
    )


def _share_cell(one: SupplierShare | None, period: str) -> Cell:
    if one is None or one.share is None:
        return Cell(share_words(one))
    return _percent_cell(one.share, cite(one), period)


def _percent_cell(share: Decimal, cited: Citation, period: str) -> Cell:
    return Cell(percent_words(share), cited, number=share, period=period)


def _work(found: Dependence, largest: SupplierShare) -> Table:
    columns = (
        Column("On"),
        Column(f"Priority projects with {largest.name}", numeric=True),
        Column("With others only", numeric=True),
        Column("With no supplier", numeric=True),
        Column(f"Critical services with {largest.name}", numeric=True),
        Column("Of all critical services", numeric=True),
    )
    rows = tuple(_work_row(day, day.of(largest.supplier)) for day in found.over_time)
    caption = f"Priority projects and critical services with {largest.name} over time"
    return Table(caption, columns, rows)


def _work_row(day: DependenceOn, own: SupplierShare | None) -> tuple[Cell, ...]:
    period, cited = period_at(day.on), cite(day)
    priority, critical = (own.priority, own.critical) if own else (0, 0)
    counts = (
        tuple(Cell(NOT_RECORDED) for _ in range(3))
        if day.priority is None
        else tuple(
            count_cell(count, cited, period)
            for count in (priority, day.supplied - priority, day.priority - day.supplied)
        )
    )
    return (
        day_cell(day.on),
        *counts,
        count_cell(critical, cited, period),
        count_cell(day.critical, cited, period),
    )


def supplier_table(found: Dependence) -> Table:
    """Return what each supplier carries now."""
    columns = (
        Column("Supplier"),
        Column("Part played"),
        Column("Contracts in force", numeric=True),
        Column("Value a year", numeric=True),
        Column("Share of value", numeric=True),
        Column("Against a year before"),
        Column("Projects", numeric=True),
        Column("On the priority list", numeric=True),
        Column("Critical services", numeric=True),
    )
    rows = tuple(_supplier(found, one) for one in found.now.shares)
    return Table("What each supplier carries", columns, rows, period=period_at(found.as_at))


def _supplier(found: Dependence, one: SupplierShare) -> tuple[Cell, ...]:
    cited = cite(one)
    none = NOT_STATED if one.contracts else NOTHING
    yearly = money_exact(one.yearly) if one.yearly is not None else none
    return (
        Cell(one.name),
        Cell(parts_words(one)),
        count_cell(len(one.contracts), cited),
        Cell(yearly, cited if one.yearly is not None else None, number=one.yearly),
        Cell(share_words(one), cited if one.share is not None else None, number=one.share),
        Cell(points_words(found.before.of(one.supplier), one)),
        count_cell(one.projects, cited),
        count_cell(one.priority, cited),
        count_cell(one.critical, cited),
    )
