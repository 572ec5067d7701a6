"""How many KPIs stand where, by month and by service; pure. The missing are counted apart."""

from collections.abc import Sequence

from scrutable.contracts.facts import Counts, Status
from scrutable.contracts.presenters import cells
from scrutable.documents.charts.facts import Colour, ColumnStack, StackSeries
from scrutable.govuk.facts import Cell, Column, Row, Table
from scrutable.kernel.periods import Month

NOT_JUDGED = tuple(status for status in Status if status.is_owed and not status.is_judged)
NOT_OWED = tuple(status for status in Status if not status.is_owed)
COLUMNS = (
    Column("total", "KPIs", numeric=True),
    Column("met", "Met", numeric=True),
    Column("below_target", "Below target", numeric=True),
    Column("below_minimum", "Below minimum", numeric=True),
    Column("mitigated", "Misses under mitigation", numeric=True),
    Column("after", "Misses after mitigation", numeric=True),
    Column("not_judged", "Not judged", numeric=True),
    Column("not_owed", "Nothing owed", numeric=True),
)


COUNTED = (
    "Every KPI is in exactly one of: met, below target, below minimum, not judged (late, not yet "
    "due, not measured, no activity, suspended, or no target in force) and nothing owed (not "
    "applicable or discontinued). Where a sentence says “of” so many KPIs, those that owe nothing "
    "are left out. Misses under mitigation are among those below target or below minimum."
)


def month_counts(by_month: Sequence[tuple[Month, Counts]]) -> Table:
    """Return the counts before and after mitigation, newest month first."""
    return Table(
        name="by-month",
        caption="How many KPIs stood where, month by month",
        columns=(Column("month", "Month"), *COLUMNS),
        rows=tuple((cells.month_cell(month), *_counts(n)) for month, n in reversed(by_month)),
        empty="No month has been counted: add KPIs and send the first return.",
    )


def service_counts(by_service: Sequence[tuple[str, Counts]], total: Counts, month: Month) -> Table:
    """Return the counts of one month by service, with their sum."""
    return Table(
        name="by-service",
        caption=f"How many KPIs stood where in {month.words}, by service",
        columns=(Column("service", "Service"), *COLUMNS),
        rows=tuple((Cell(service), *_counts(counts)) for service, counts in by_service),
        totals=(Cell("All services"), *_counts(total)) if by_service else (),
        empty="No service has a KPI yet.",
    )


def _counts(counts: Counts) -> Row:
    numbers = (
        counts.total,
        counts.of(Status.MET),
        counts.of(Status.BELOW_TARGET),
        counts.of(Status.BELOW_MINIMUM),
        counts.misses_mitigated,
        counts.failures_after_mitigation,
        counts.not_judged,
        counts.of(*NOT_OWED),
    )
    return tuple(cells.count_cell(number) for number in numbers)


LAYERS: tuple[tuple[str, Colour, tuple[Status, ...]], ...] = (
    ("Met", "green", (Status.MET,)),
    ("Below target", "yellow", (Status.BELOW_TARGET,)),
    ("Below minimum", "red", (Status.BELOW_MINIMUM,)),
    ("Not judged or nothing owed", "grey", (*NOT_JUDGED, *NOT_OWED)),
)


def month_chart(by_month: Sequence[tuple[Month, Counts]]) -> ColumnStack:
    """Return the counts of each month as columns; each column is every KPI once."""
    first, last = by_month[0][0], by_month[-1][0]
    return ColumnStack(
        title="How many KPIs met target, month by month?",
        description=(
            f"{first.words} to {last.words}, before mitigation. Every KPI is in one layer of each "
            "month. The table below holds the numbers."
        ),
        periods=tuple(month.short for month, _ in by_month),
        series=tuple(
            StackSeries(name, colour, tuple(counts.of(*kinds) for _, counts in by_month))
            for name, colour, kinds in LAYERS
        ),
    )
