"""The KPIs of a contract side by side: now, at the year's end, and month by month; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scrutable.contracts.facts import (
    Arrow,
    Forecast,
    KpiDefinition,
    KpiMonth,
    Performance,
    Run,
    Status,
)
from scrutable.contracts.presenters import cells, words
from scrutable.contracts.presenters.addresses import kpi_address, month_address
from scrutable.contracts.rules.forecasting import forecast
from scrutable.contracts.rules.runs import run_ending
from scrutable.contracts.rules.trends import arrow
from scrutable.documents.charts.facts import Sparkline
from scrutable.documents.charts.shapes import draw_sparkline
from scrutable.govuk.facts import Cell, Column, Row, Table
from scrutable.kernel.periods import Month
from scrutable.kernel.wording import count_words

NO_KPIS = (
    "No KPIs are defined for this contract yet. A contract manager adds them under “Add a KPI”; "
    "they are then listed here by service, month by month."
)
NO_FORECAST = "Too few measured months"


@dataclass(frozen=True, slots=True, kw_only=True)
class KpiLine:
    """One KPI over the months of the page; the last entry is the month the page is about."""

    definition: KpiDefinition
    entries: tuple[KpiMonth, ...]
    run: Run | None
    arrow: Arrow
    forecast: Forecast | None

    @property
    def now(self) -> KpiMonth:
        """Return the month the page is about."""
        return self.entries[-1]


def kpi_lines(
    performance: Performance, policy: Mapping[str, object], shown: int
) -> tuple[KpiLine, ...]:
    """Return a line for each KPI with its last months; a run may be longer than those shown.

    `policy` is the council's "forecast".
    """
    every: dict[str, list[KpiMonth]] = {known.code: [] for known in performance.definitions}
    for entry in performance.months:
        every[entry.code].append(entry)
    return tuple(
        KpiLine(
            definition=known,
            entries=tuple(every[known.code][-shown:]),
            run=run_ending(every[known.code]),
            arrow=_arrow(known, every[known.code]),
            forecast=forecast(known, every[known.code], performance.span.last.last_day, policy),
        )
        for known in performance.definitions
    )


def _arrow(known: KpiDefinition, entries: Sequence[KpiMonth]) -> Arrow:
    return arrow(entries[-2] if len(entries) > 1 else None, entries[-1], known)


def kpi_table(lines: Sequence[KpiLine], month: Month) -> Table:
    """Return where every KPI stands in the month, by service, with its trend and forecast."""
    columns = (
        Column("service", "Service"),
        Column("kpi", "KPI"),
        Column("status", f"Status, {month.short}"),
        Column("result", f"Result, {count_words(_width(lines), 'month')} to {month.short}"),
        Column("target", "Target", numeric=True),
        Column("minimum", "Minimum", numeric=True),
        Column("run", "Missed in a row", numeric=True),
        Column("forecast", f"Forecast, {month.year_end.short}"),
    )
    return Table(
        name="kpis",
        caption=f"KPIs by service in {month.words}",
        columns=columns,
        rows=tuple(_line_row(line) for line in lines),
        empty=NO_KPIS,
        grouped_by="service",
    )


def _width(lines: Sequence[KpiLine]) -> int:
    return len(lines[0].entries) if lines else 0


def _line_row(line: KpiLine) -> Row:
    known = line.definition
    level = line.now.level
    address = kpi_address(known.contract, known.code)
    return (
        Cell(known.service),
        Cell(known.code, href=address, note=known.title),
        cells.status_cell(line.now),
        result_cell(line),
        cells.level_cell(known, level.target if level else None, words.WORDS[Status.NO_TARGET]),
        cells.level_cell(known, level.minimum if level else None, "No minimum"),
        cells.count_cell(line.run.length if line.run else 0),
        forecast_cell(known, line.forecast),
    )


def result_cell(line: KpiLine) -> Cell:
    """Return the result after its sparkline, whose last point it labels, and the trend's word."""
    return Cell(
        words.entry_words(line.definition, line.now),
        note=words.ARROW_SHORT[line.arrow],
        number=line.now.result.value if line.now.result else None,
        chart=draw_sparkline(sparkline(line)),
        order=f"{list(Arrow).index(line.arrow)}",
    )


def sparkline(line: KpiLine) -> Sparkline:
    """Return the KPI's months at the size of a word."""
    level = line.now.level
    return Sparkline(
        title=f"{line.definition.code}, {line.entries[0].month.short} to {line.now.month.short}",
        values=tuple(entry.result.value if entry.result else None for entry in line.entries),
        last=words.entry_words(line.definition, line.now),
        target=level.target if level else None,
        misses=tuple(entry.status.is_miss for entry in line.entries),
    )


def forecast_cell(known: KpiDefinition, ahead: Forecast | None) -> Cell:
    """Return where the year is heading, with what that would be."""
    if ahead is None or ahead.value is None:
        return Cell(NO_FORECAST, order="99")
    tags = (cells.status_tag(ahead.status),) if ahead.status else ()
    gravity = cells.GRAVEST_FIRST[ahead.status] if ahead.status else 98
    return Cell(words.value_words(known, ahead.value), tags=tags, order=f"{gravity:02}")


def month_table(lines: Sequence[KpiLine]) -> Table:
    """Return every KPI month by month, side by side."""
    months = [entry.month for entry in lines[0].entries] if lines else []
    return Table(
        name="months",
        caption="Month by month",
        columns=(
            Column("service", "Service"),
            Column("kpi", "KPI"),
            *(Column(str(month), month.short, numeric=True) for month in months),
        ),
        rows=tuple(_month_row(line) for line in lines),
        empty=NO_KPIS,
        grouped_by="service",
    )


def _month_row(line: KpiLine) -> Row:
    known = line.definition
    return (
        Cell(known.service),
        Cell(known.code, href=kpi_address(known.contract, known.code), note=known.title),
        *(_month_cell(known, entry) for entry in line.entries),
    )


def _month_cell(known: KpiDefinition, entry: KpiMonth) -> Cell:
    """Return a result and its status; one without a value is the status alone."""
    address = month_address(known.contract, known.code, entry.month)
    if entry.result is None or entry.result.value is None:
        return Cell("", tags=cells.entry_tags(entry), href=address)
    text = words.value_words(known, entry.result.value)
    number = entry.result.value
    return Cell(text, tags=cells.entry_tags(entry), number=number, href=address)
