"""Shares of value, and of priority projects, over time as columns; pure."""

from collections.abc import Sequence
from decimal import Decimal

from scrutable.documents.charts.days import month_year
from scrutable.documents.charts.facts import Colour, ColumnStack, StackSeries
from scrutable.kernel.wording import date_words
from scrutable.portfolio.facts.dependence import Dependence, DependenceOn, SupplierShare
from scrutable.portfolio.presenters.charts import PageChart
from scrutable.portfolio.presenters.dependence.saying import (
    largest_of,
    percent_words,
)
from scrutable.portfolio.presenters.dependence.tables import others_share
from scrutable.portfolio.rules.dependence import percentages

SHOWN = 2  # suppliers with a layer of their own
COLOURS: tuple[Colour, ...] = ("blue", "grey", "grey")


def shown_suppliers(found: Dependence) -> tuple[SupplierShare, ...]:
    """Return the suppliers that have layers of their own: those with the largest shares now."""
    return tuple(one for one in found.now.shares if one.yearly)[:SHOWN]


def charts(found: Dependence) -> tuple[PageChart, ...]:
    """Return the charts of the page: shares of value, then priority projects."""
    drawn = [
        PageChart(title=chart.title, picture=chart, table=table)
        for chart, table in ((value_chart(found), "over_time"), (work_chart(found), "work"))
        if chart is not None
    ]
    return tuple(drawn)


def value_chart(found: Dependence) -> ColumnStack | None:
    """Return the shares of value over time, in whole per cent; None where none is stated now."""
    shown = shown_suppliers(found)
    days = [day for day in found.over_time if day.yearly]
    if not shown or not days:
        return None
    heights = [_whole(day, shown) for day in days]
    names = [one.name for one in shown]
    if any(column[-1] for column in heights):
        names.append("All others")
    layers = tuple(
        StackSeries(name, COLOURS[at], tuple(column[at] for column in heights))
        for at, name in enumerate(names)
    )
    largest = shown[0]
    first = days[0].of(largest.supplier)
    then = percent_words(first.share) if first and first.share is not None else "nothing"
    now = percent_words(largest.share or Decimal(0))
    title = "Share of the yearly contract value by supplier, per cent"
    description = (
        f"{largest.name} carried {then} on {date_words(days[0].on)} and carries {now} on "
        f"{date_words(found.as_at)}."
    )
    return ColumnStack(title, description, tuple(month_year(day.on) for day in days), layers)


def _whole(day: DependenceOn, shown: Sequence[SupplierShare]) -> list[int]:
    """Return the shares of those shown and of the others in whole per cent, a hundred in all."""
    own = [day.of(one.supplier) for one in shown]
    shares = [one.share or Decimal(0) if one else Decimal(0) for one in own]
    rest = others_share(day, shown) or Decimal(0)
    return [int(share) for share in percentages([*shares, rest], Decimal(1))]


def work_chart(found: Dependence) -> ColumnStack | None:
    """Return how many priority projects are with the largest supplier; None where there is none."""
    largest = largest_of(found)
    days = [day for day in found.over_time if day.priority is not None]
    if largest is None or not any(day.priority for day in days):
        return None
    own = [day.of(largest.supplier) for day in days]
    with_it = tuple(one.priority if one else 0 for one in own)
    others = tuple(day.supplied - count for day, count in zip(days, with_it, strict=True))
    nobody = tuple((day.priority or 0) - day.supplied for day in days)
    layers = (
        StackSeries(f"With {largest.name}", "blue", with_it),
        StackSeries("With others only", "grey", others),
        StackSeries("With no supplier", "grey", nobody),
    )
    title = f"Projects on the priority list with {largest.name}"
    description = (
        f"On {date_words(found.as_at)} {with_it[-1]} of {found.now.priority} are with "
        f"{largest.name}, {others[-1]} with others only and {nobody[-1]} with no supplier."
    )
    return ColumnStack(title, description, tuple(month_year(day.on) for day in days), layers)
