"""Runs of failure, and status now beside the year-end forecast; pure."""

from collections.abc import Iterator
from decimal import Decimal

from scrutable.contracts.compose import citing, trends
from scrutable.contracts.compose.papers import Papers
from scrutable.contracts.compose.saying import commentary, entry_cell, level_cells, so_many, tag
from scrutable.contracts.facts import Forecast, KpiDefinition, Run, Status
from scrutable.contracts.presenters import words
from scrutable.documents.blocks import Block, Cell, Column, Heading, Table
from scrutable.documents.saying import plain
from scrutable.kernel.periods import Span


def section(papers: Papers) -> tuple[Block, ...]:
    """Return the runs of misses, then where each KPI stands and where it is heading."""
    return (
        Heading(1, "Runs of failure and forecast", "standing"),
        *commentary(papers, "standing"),
        *_runs(papers),
        *_forecasts(papers),
    )


def _runs(papers: Papers) -> Iterator[Block]:
    month = papers.month.words
    runs = sorted(papers.runs, key=lambda run: (-run.length, run.code))
    runs = [run for run in runs if run.code in papers.kpis]
    if not runs:
        yield plain(f"No KPI had missed its target for two or more months running in {month}.")
        return
    yield plain(
        f"{so_many(len(runs), 'KPI')} had missed the target for two or more months running by "
        f"{month}, whether a mitigation was agreed or not. A month without a result "
        "neither breaks a run nor adds to it."
    )
    columns = (
        Column("KPI"),
        Column("Months running", numeric=True),
        Column("First miss"),
        Column("Worst status"),
        Column(f"Result in {papers.month.short}", numeric=True, period=month),
    )
    rows = tuple(_run(papers, run) for run in runs)
    yield Table(f"Consecutive misses up to {month}", columns, rows, period=month)


def _run(papers: Papers, run: Run) -> tuple[Cell, ...]:
    now = papers.entry(run.code, papers.month)
    kpi = papers.kpis[run.code]
    cited = citing.of_definition(kpi)
    return (
        Cell(kpi.name),
        Cell(str(run.length), cited, (), Decimal(run.length), Span(run.first, run.last).words),
        Cell(run.first.words),
        Cell(words.WORDS[run.worst], tags=(tag(run.worst),)),
        entry_cell(papers, now) if now is not None else Cell("Not known"),
    )


def _forecasts(papers: Papers) -> Iterator[Block]:
    rows = [
        (definition, forecast)
        for code, definition in papers.kpis.items()
        if (forecast := papers.forecasts.get(code)) is not None
        and definition.is_due_in(papers.month)
    ]
    if not rows:
        return
    end = rows[0][1].month
    yield plain(
        f"The forecast says where each KPI would stand in {end.words}, the end of the financial "
        "year, if its trend holds, with the range in which it would likely fall. It is a warning "
        "and no promise, and never replaces the status now."
    )
    columns = (
        Column("KPI"),
        Column(f"Now, {papers.month.short}", numeric=True, period=papers.month.words),
        Column("Target", numeric=True),
        Column("Months met of the last 12"),
        Column(f"Forecast for {end.short}", numeric=True, period=end.words),
        Column("First month past the target"),
    )
    yield Table(
        f"Status in {papers.month.words} beside the forecast for {end.words}",
        columns,
        tuple(_forecast(papers, definition, forecast) for definition, forecast in rows),
        period=papers.month.words,
    )


def _forecast(papers: Papers, kpi: KpiDefinition, forecast: Forecast) -> tuple[Cell, ...]:
    entry = papers.entry(kpi.code, papers.month)
    now = entry_cell(papers, entry) if entry is not None else Cell("Not known")
    target = level_cells(kpi, papers.month)[0]
    breach = forecast.breach_in.words if forecast.breach_in else "None by then"
    year = _last_year(papers, kpi)
    return Cell(kpi.name), now, target, year, _likely(kpi, forecast), Cell(breach)


def _last_year(papers: Papers, kpi: KpiDefinition) -> Cell:
    """Return in how many of its measured months the KPI met its target in the last twelve."""
    entries = trends.trend_months(papers, kpi)
    judged = [entry for entry in entries if entry.status.is_judged]
    if not judged:
        return Cell("No month judged")
    met = sum(entry.status is Status.MET for entry in judged)
    period = Span(entries[0].month, entries[-1].month).words
    cited = citing.of_definition(kpi)
    return Cell(f"{met} of {len(judged)} measured", cited, period=period)


def _likely(kpi: KpiDefinition, forecast: Forecast) -> Cell:
    """Return the likely value with its range and status, or why there is no forecast."""
    if forecast.value is None or forecast.status is None:
        return Cell(f"No forecast: {forecast.basis or 'too few months measured'}")
    text = words.value_words(kpi, forecast.value)
    if forecast.low is not None and forecast.high is not None:
        low, high = words.value_words(kpi, forecast.low), words.value_words(kpi, forecast.high)
        text = f"{text} ({low} to {high})"
    cited, status = citing.of_definition(kpi), (tag(forecast.status),)
    return Cell(text, cited, status, forecast.value, forecast.month.words)
