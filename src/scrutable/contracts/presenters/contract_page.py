"""A contract's page: its finding, its figures, its terms; pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from scrutable.contracts.facts import Counts, Performance, Status
from scrutable.contracts.presenters.addresses import kpi_address
from scrutable.contracts.presenters.counts import month_chart, month_counts, service_counts
from scrutable.contracts.presenters.lines import NO_KPIS, KpiLine, kpi_table, month_table
from scrutable.contracts.rules import counting
from scrutable.documents.charts.facts import ColumnStack
from scrutable.govuk.facts import KeyFigure, Table
from scrutable.kernel.periods import MONTH_NAMES, Month
from scrutable.kernel.wording import capital, count_words, list_words, number_words


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthView:
    """What a month's figures are compared with: the counts now and the month before."""

    month: Month
    counts: Counts
    before: Counts | None

    @property
    def name(self) -> str:
        """Return the month without its year, for a title."""
        return MONTH_NAMES[self.month.number - 1]


def finding(view: MonthView | None) -> str:
    """Return the page's title: what is the matter, gravest first."""
    if view is None or not view.counts.total:
        return "No KPIs are defined yet"
    grave = view.counts.of(Status.BELOW_MINIMUM)
    missed = view.counts.of(Status.BELOW_TARGET)
    if grave:
        return f"{capital(_kpis(grave))} below minimum in {view.name}"
    if missed:
        return f"{capital(_kpis(missed))} below target in {view.name}"
    return _without_misses(view)


def _without_misses(view: MonthView) -> str:
    late = view.counts.of(Status.LATE)
    waiting = view.counts.of(Status.NOT_YET_DUE)
    if not view.counts.judged and late:
        return f"{view.name}’s return is late"
    if not view.counts.judged and waiting:
        return f"{view.name}’s return is not yet due"
    if not view.counts.judged:
        return f"No KPI was judged in {view.name}"
    if view.counts.not_judged:
        return f"Every KPI that was judged met its target in {view.name}"
    if view.counts.judged == 1:
        return f"Its one KPI met target in {view.name}"
    return f"All {_kpis(view.counts.judged)} met target in {view.name}"


def _kpis(number: int) -> str:
    return f"{number_words(number)} {'KPI' if number == 1 else 'KPIs'}"


def summary(view: MonthView, waiting: Month | None = None) -> str:
    """Return one sentence that adds up to every KPI of the contract, and what is still to come."""
    later = f" {waiting.words}’s return is not yet due." if waiting else ""
    return f"{_adding_up(view)}{later}"


def _adding_up(view: MonthView) -> str:
    counts = view.counts
    met = counts.of(Status.MET)
    if counts.total and not counts.owed:
        return f"No result was owed for {view.month.words}."
    rest = counts.not_judged
    parts = [f"{met} of {count_words(counts.owed, 'KPI')} met their target in {view.month.words}"]
    for status, words in (
        (Status.BELOW_TARGET, "below target"),
        (Status.BELOW_MINIMUM, "below minimum"),
    ):
        number = counts.of(status)
        parts.append(f"{number} {'was' if number == 1 else 'were'} {words}")
    unjudged = f"; {rest} had no judged result" if rest else ""
    said = f"{list_words(parts)}{unjudged}."
    mitigated = counts.misses_mitigated
    if not mitigated:
        return said
    verb = "is" if mitigated == 1 else "are"
    misses = count_words(counts.misses, "miss", "misses")
    return f"{said} {mitigated} of the {misses} {verb} under an agreed mitigation."


def figures(view: MonthView, lines: Sequence[KpiLine]) -> tuple[KeyFigure, ...]:
    """Return the four figures that head the page, each with its period and comparison."""
    counts, period = view.counts, view.month.words
    return (
        KeyFigure(
            label="Met target",
            value=f"{counts.of(Status.MET)} of {counts.owed}",
            period=period,
            comparison=_compared(view, Status.MET),
            href="#by-month",
        ),
        KeyFigure(
            label="Below minimum",
            value=str(counts.of(Status.BELOW_MINIMUM)),
            period=period,
            comparison=_compared(view, Status.BELOW_MINIMUM),
            href="#kpis",
        ),
        KeyFigure(
            label="Misses after mitigation",
            value=f"{counts.failures_after_mitigation} of {counts.misses}",
            period=period,
            comparison=f"{counts.misses_mitigated} under an agreed mitigation",
            href="#by-service",
        ),
        _longest_run(view, lines),
    )


def _compared(view: MonthView, status: Status) -> str:
    if view.before is None:
        return "No month before to compare with"
    before = MONTH_NAMES[view.month.plus(-1).number - 1]
    return f"{view.before.of(status)} in {before}"


def _longest_run(view: MonthView, lines: Sequence[KpiLine]) -> KeyFigure:
    runs = [(line.run, line.definition) for line in lines if line.run]
    label, period = "Longest run of misses", f"To {view.month.words}"
    if not runs:
        return KeyFigure(
            label=label, value="None", period=period, comparison="No KPI misses its target"
        )
    run, known = max(runs, key=lambda pair: (pair[0].length, pair[1].code))
    return KeyFigure(
        label=label,
        value=count_words(run.length, "month"),
        period=period,
        comparison=f"{known.code} since {run.first.words}",
        href=kpi_address(known.contract, known.code),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractPage:
    """All that the page says of the contract's KPIs in one month."""

    month: Month
    title: str
    summary: str
    figures: tuple[KeyFigure, ...]
    tables: tuple[Table, ...]
    chart: ColumnStack | None


def present(
    performance: Performance, lines: Sequence[KpiLine], waiting: Month | None = None
) -> ContractPage:
    """Return the page; the last month of the performance is the one it is about.

    `waiting` is the month after it where its return is not due yet.
    """
    month = performance.span.last
    by_month = list(counting.count_by_month(performance).items())
    before = by_month[-2][1] if len(by_month) > 1 else None
    view = MonthView(month=month, counts=by_month[-1][1], before=before)
    by_service = list(counting.count_by_service(performance, month).items())
    recent = by_month[-12:]
    return ContractPage(
        month=month,
        title=finding(view),
        summary=summary(view, waiting) if lines else NO_KPIS,
        figures=figures(view, lines) if lines else (),
        tables=(
            kpi_table(lines, month),
            month_table(lines),
            month_counts(recent),
            service_counts(by_service, view.counts, month),
        ),
        chart=month_chart(recent) if lines else None,
    )
