"""Charts: the trend of a KPI, and where the KPIs stood month by month; pure."""

from collections.abc import Sequence
from decimal import Decimal

from scrutable.contracts.compose.papers import Papers
from scrutable.contracts.compose.saying import entry_cell, level_cells
from scrutable.contracts.facts import Forecast, KpiDefinition, KpiMonth, Status
from scrutable.contracts.presenters import words
from scrutable.contracts.presenters.trend import trend_direction, trend_points
from scrutable.documents.blocks import Cell, Chart, Column, Table
from scrutable.documents.charts.facts import ForecastPoint, TrendChart
from scrutable.kernel.periods import Span
from scrutable.kernel.wording import count_words, list_words

TREND_MONTHS = 12
HUNDREDTH = Decimal("0.01")


def trend_chart(papers: Papers, definition: KpiDefinition) -> Chart | None:
    """Return the KPI's last twelve months with its levels; None where nothing was measured."""
    entries = trend_months(papers, definition)
    if not any(entry.result and entry.result.value is not None for entry in entries):
        return None
    span = Span(entries[0].month, entries[-1].month)
    title = f"{definition.name}, {span.words}"
    alt = _alt(definition, entries, span)
    fact = TrendChart(
        title=title,
        description=alt,
        points=trend_points(entries),
        unit=definition.unit,
        decimals=definition.decimals,
        direction=trend_direction(definition),
        forecast=_forecast(papers, definition),
    )
    return Chart(title, alt, fact, _table(papers, definition, entries, span))


def trend_months(papers: Papers, definition: KpiDefinition) -> tuple[KpiMonth, ...]:
    """Return the KPI's months up to the last reported, at most twelve."""
    wanted = Span(papers.month.plus(1 - TREND_MONTHS), papers.month)
    found = (papers.entry(definition.code, month) for month in wanted)
    return tuple(
        entry for entry in found if entry is not None and entry.status is not Status.NOT_APPLICABLE
    )


def _forecast(papers: Papers, definition: KpiDefinition) -> tuple[ForecastPoint, ...]:
    """Return a fan that opens from the last value to the year-end forecast; none without both."""
    forecast = papers.forecasts.get(definition.code)
    now = papers.entry(definition.code, papers.month)
    value = now.result.value if now is not None and now.result else None
    if forecast is None or value is None or forecast.month <= papers.month:
        return ()
    ahead = tuple(papers.month.plus(1).until(forecast.month))
    points = (_between(value, forecast, Decimal(n) / len(ahead)) for n in range(1, len(ahead) + 1))
    return tuple(
        ForecastPoint(month.short, *point)
        for month, point in zip(ahead, points, strict=True)
        if point is not None
    )


def _between(
    value: Decimal, forecast: Forecast, share: Decimal
) -> tuple[Decimal, Decimal, Decimal] | None:
    if forecast.value is None or forecast.low is None or forecast.high is None:
        return None
    low, likely, high = (
        (value + share * (end - value)).quantize(HUNDREDTH)
        for end in (forecast.low, forecast.value, forecast.high)
    )
    return low, likely, high


def _alt(definition: KpiDefinition, entries: Sequence[KpiMonth], span: Span) -> str:
    """Return in words what a reader would see."""
    measured = [e for e in entries if e.result is not None and e.result.value is not None]
    missed = [entry.month.words for entry in entries if entry.status.is_miss]
    values = [e.result.value for e in measured if e.result and e.result.value is not None]
    low, high = min(values), max(values)
    between = f"{words.value_words(definition, low)} and {words.value_words(definition, high)}"
    misses = (
        f"The target was missed in {list_words(missed)}."
        if missed
        else "No measured month missed its target."
    )
    gaps = len(entries) - len(measured)
    without = f" {count_words(gaps, 'month')} without a value." if gaps else ""
    return f"Line of {definition.name} by month, {span.words}, between {between}. {misses}{without}"


def _table(
    papers: Papers, definition: KpiDefinition, entries: Sequence[KpiMonth], span: Span
) -> Table:
    columns = (
        Column("Month"),
        Column("Result", numeric=True),
        Column("Target", numeric=True),
        Column("Minimum", numeric=True),
        Column("First reported as"),
    )
    return Table(
        f"{definition.name} by month",
        columns,
        tuple(_row(papers, definition, entry) for entry in entries),
        period=span.words,
    )


def _row(papers: Papers, definition: KpiDefinition, entry: KpiMonth) -> tuple[Cell, ...]:
    before = entry.restated_from
    first = "Not restated" if before is None else words.value_words(definition, before)
    return (
        Cell(entry.month.words),
        entry_cell(papers, entry),
        *level_cells(definition, entry.month),
        Cell(first),
    )
