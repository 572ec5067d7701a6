"""A KPI's page: its finding, its trend, every version of every result, its definition; pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from scrutable.contracts.facts import (
    Forecast,
    KpiDefinition,
    KpiMonth,
    Status,
    TrendReason,
)
from scrutable.contracts.presenters import cells, words
from scrutable.contracts.presenters.addresses import (
    month_address,
    trace_address,
)
from scrutable.contracts.presenters.lines import NO_FORECAST, KpiLine
from scrutable.contracts.presenters.trend import trend_direction, trend_points
from scrutable.contracts.rules.trends import trailing_year
from scrutable.documents.charts.facts import ForecastPoint, TrendChart
from scrutable.govuk.facts import Cell, Column, KeyFigure, Row, Table
from scrutable.kernel.periods import Month
from scrutable.kernel.wording import capital, count_words


def finding(line: KpiLine) -> str:
    """Return the page's title: the KPI and where it stands."""
    return (
        f"{line.definition.title}: {words.WORDS[line.now.status].lower()} in {line.now.month.words}"
    )


def summary(line: KpiLine) -> str:
    """Return why it stands there, for how long, and what was agreed."""
    said = [words.judgement_words(line.definition, line.now)]
    if line.run:
        months = count_words(line.run.length, "month")
        said.append(
            f"It has missed its target for {months} in a row, since {line.run.first.words}."
        )
    if line.now.mitigation:
        until = line.now.mitigation.span.last.words
        said.append(f"A mitigation is agreed until {until}: the miss stands, with that beside it.")
    return " ".join(said)


def figures(line: KpiLine, months: int) -> tuple[KeyFigure, ...]:
    """Return status now beside the year's end, the run, the trend and the last so many months."""
    known, now = line.definition, line.now
    status = words.status_words(now)
    return (
        KeyFigure(
            label="Result",
            value=words.entry_words(known, now),
            period=now.month.words,
            comparison=f"{status}; target {words.target_words(known, now)}",
            href=trace_address(now.reference),
        ),
        KeyFigure(
            label="Against the month before",
            value=words.ARROW_SHORT[line.arrow],
            period=now.month.words,
            comparison=_before_words(line),
        ),
        _forecast_figure(known, now.month, line.forecast),
        KeyFigure(
            label="Misses in a row",
            value=count_words(line.run.length, "month") if line.run else "None",
            period=f"To {now.month.words}",
            comparison=f"Since {line.run.first.words}"
            if line.run
            else "The last month was no miss",
        ),
        _record_figure(line, months),
    )


def _record_figure(line: KpiLine, months: int) -> KeyFigure:
    last = trailing_year(line.definition, line.entries, months)
    return KeyFigure(
        label=f"Last {count_words(months, 'month')}",
        value=words.record_words(last),
        period=capital(last.span.words),
        comparison=words.trailing_words(line.definition, last),
    )


def _before_words(line: KpiLine) -> str:
    if len(line.entries) < 2:
        return "No month before to compare with"
    before = line.entries[-2]
    return f"{words.entry_words(line.definition, before)} in {before.month.words}"


def _forecast_figure(known: KpiDefinition, now: Month, forecast: Forecast | None) -> KeyFigure:
    label, period = "Forecast at year end", now.year_end.words
    if forecast is None or forecast.value is None:
        basis = forecast.basis if forecast else "a forecast needs more measured months"
        return KeyFigure(label=label, value=NO_FORECAST, period=period, comparison=basis)
    said = words.WORDS[forecast.status] if forecast.status else "Not judged"
    return KeyFigure(
        label=label,
        value=words.value_words(known, forecast.value),
        period=period,
        comparison=f"{said}; {forecast.basis}",
    )


def trend_chart(line: KpiLine) -> TrendChart:
    """Return the KPI's trend with target, minimum, misses, mitigation, restatements, forecast."""
    known, last = line.definition, line.now.month
    unit = f" ({known.unit})" if known.unit else ""
    misses = sum(entry.status.is_miss for entry in line.entries)
    return TrendChart(
        title=f"Is {known.title[:1].lower()}{known.title[1:]} on target?{unit}",
        description=(
            f"{known.code} from {line.entries[0].month.words} to {last.words}: "
            f"{count_words(misses, 'miss', 'misses')} in "
            f"{count_words(len(line.entries), 'month')}. "
            f"{words.DIRECTION_WORDS[known.direction]}. The table below holds every value."
        ),
        points=trend_points(line.entries),
        unit=known.unit,
        decimals=known.decimals,
        direction=trend_direction(known),
        forecast=_fan(line),
    )


def _fan(line: KpiLine) -> tuple[ForecastPoint, ...]:
    ahead = line.forecast
    if ahead is None or ahead.value is None or ahead.low is None or ahead.high is None:
        return ()
    if ahead.month <= line.now.month:
        return ()
    low, likely, high = sorted((ahead.low, ahead.value, ahead.high))
    return (ForecastPoint(period=ahead.month.short, low=low, likely=likely, high=high),)


def month_rows(line: KpiLine, reasons: Mapping[tuple[str, Month], TrendReason]) -> Table:
    """Return the trend's own table: month by month, newest first, with the reasons given."""
    known = line.definition
    return Table(
        name="months",
        caption=f"Month by month, {line.entries[0].month.words} to {line.now.month.words}",
        columns=(
            Column("month", "Month"),
            Column("status", "Status"),
            Column("value", "Result", numeric=True),
            Column("target", "Target", numeric=True),
            Column("minimum", "Minimum", numeric=True),
            Column("first", "First reported", numeric=True),
            Column("reason", "Why it moved"),
        ),
        rows=tuple(_month_row(known, entry, reasons) for entry in reversed(line.entries)),
        empty="No month is known yet: the first return brings it.",
    )


def _month_row(
    known: KpiDefinition, entry: KpiMonth, reasons: Mapping[tuple[str, Month], TrendReason]
) -> Row:
    level, reason = entry.level, reasons.get((known.code, entry.month))
    return (
        cells.month_cell(entry.month, month_address(known.contract, known.code, entry.month)),
        cells.status_cell(entry),
        cells.value_cell(known, entry),
        cells.level_cell(known, level.target if level else None, words.WORDS[Status.NO_TARGET]),
        cells.level_cell(known, level.minimum if level else None, "No minimum"),
        cells.level_cell(known, entry.restated_from, "Not restated"),
        Cell(reason.reason, note=f"Given by {reason.by}") if reason else Cell("No reason given"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class KpiPage:
    """What stands at the head of the page."""

    title: str
    summary: str
    figures: tuple[KeyFigure, ...]
    chart: TrendChart


def present(line: KpiLine, months: int) -> KpiPage:
    """Return the head of the KPI's page, with its record over the last so many months."""
    return KpiPage(
        title=finding(line),
        summary=summary(line),
        figures=figures(line, months),
        chart=trend_chart(line),
    )
