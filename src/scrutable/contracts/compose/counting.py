"""How many KPIs stood where, by month and by service, with totals that add up; pure."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from scrutable.contracts.compose import citing
from scrutable.contracts.compose.papers import Papers
from scrutable.contracts.compose.saying import commentary
from scrutable.contracts.compose.services import services
from scrutable.contracts.facts import Counts, KpiMonth, Status
from scrutable.contracts.presenters import words
from scrutable.contracts.rules.counting import count
from scrutable.documents.blocks import Block, Cell, Chart, Citation, Column, Heading, Table
from scrutable.documents.charts.facts import ColumnStack, StackSeries
from scrutable.documents.saying import COLOURS, count_cell, plain
from scrutable.kernel.wording import capital, number_words

ALWAYS = (Status.MET, Status.BELOW_TARGET, Status.BELOW_MINIMUM)
MITIGATED = "Mitigated misses"


def section(papers: Papers) -> tuple[Block, ...]:
    """Return the counts by month and by service, before and after mitigation."""
    months = tuple(papers.span)
    by_month = [(month.words, count(papers.during(month)), month.words) for month in months]
    entries = papers.during(papers.month)
    by_service = [
        (service, count(_of_service(papers, entries, service)), papers.month.words)
        for service in services(papers)
    ]
    month, span = papers.month.words, papers.span.words
    cited = [citing.of_month(papers, month) for month in months]
    last = [cited[-1]] * len(by_service)
    return (
        Heading(1, "Where the KPIs stood", "counts"),
        plain(
            "Every KPI of the contract is counted once in each row. One without a result is "
            "counted in the column of its reason, never as met and never as nought. After "
            "mitigation, a miss that a mitigation covers is counted in a column of its own."
        ),
        *commentary(papers, "counts"),
        _chart(papers, by_month, cited),
        _after(f"By month after mitigation, {span}", "Month", by_month, cited),
        _with_total(_before(f"By service in {month}", "Service", by_service, last), cited[-1]),
        _with_total(
            _after(f"By service after mitigation in {month}", "Service", by_service, last),
            cited[-1],
        ),
    )


Line = tuple[str, Counts, str]


def _of_service(papers: Papers, entries: Iterable[KpiMonth], service: str) -> tuple[KpiMonth, ...]:
    return tuple(entry for entry in entries if papers.kpis[entry.code].service == service)


def columns_for(lines: Iterable[Line]) -> tuple[Status, ...]:
    """Return the statuses that get a column: the three judgements and all that occur."""
    seen = {s for _, counts, _ in lines for s, number in counts.by_status.items() if number}
    return tuple(status for status in Status if status in ALWAYS or status in seen)


def _before(caption: str, first: str, lines: Sequence[Line], cited: Sequence[Citation]) -> Table:
    statuses = columns_for(lines)
    columns = (
        Column(first),
        *(Column(words.WORDS[status], numeric=True) for status in statuses),
        Column("Total", numeric=True),
    )
    rows = tuple(
        _row(label, [counts.of(s) for s in statuses], source, period)
        for (label, counts, period), source in zip(lines, cited, strict=True)
    )
    return Table(caption, columns, rows)


def _after(caption: str, first: str, lines: Sequence[Line], cited: Sequence[Citation]) -> Table:
    statuses = columns_for(lines)
    columns = (
        Column(first),
        *(Column(words.WORDS[status], numeric=True) for status in ALWAYS),
        Column(MITIGATED, numeric=True),
        *(Column(words.WORDS[status], numeric=True) for status in statuses if status not in ALWAYS),
        Column("Total", numeric=True),
    )
    rows = tuple(
        _row(label, _numbers_after(counts, statuses), source, period)
        for (label, counts, period), source in zip(lines, cited, strict=True)
    )
    return Table(caption, columns, rows)


def _numbers_after(counts: Counts, statuses: Sequence[Status]) -> list[int]:
    judged = [counts.of(s) - counts.mitigated.get(s, 0) for s in ALWAYS]
    rest = [counts.of(s) for s in statuses if s not in ALWAYS]
    return [*judged, counts.misses_mitigated, *rest]


def _row(label: str, numbers: Sequence[int], cited: Citation, period: str) -> tuple[Cell, ...]:
    cells = (count_cell(number, cited, period) for number in numbers)
    return (Cell(label), *cells, count_cell(sum(numbers), cited, period))


def _with_total(table: Table, cited: Citation) -> Table:
    """Return the table with a last row that adds up its columns."""
    period = table.rows[0][-1].period
    sums = [
        sum((row[place].number or Decimal(0) for row in table.rows), Decimal(0))
        for place in range(1, len(table.columns))
    ]
    total = (Cell("Total"), *(count_cell(int(amount), cited, period) for amount in sums))
    return Table(table.caption, table.columns, (*table.rows, total), totals=True)


def _chart(papers: Papers, lines: Sequence[Line], cited: Sequence[Citation]) -> Chart:
    statuses = columns_for(lines)
    series = tuple(
        StackSeries(
            words.WORDS[status],
            COLOURS[words.TAG_COLOURS[status]],
            tuple(counts.of(status) for _, counts, _ in lines),
        )
        for status in statuses
    )
    span = papers.span.words
    title = f"Where the KPIs stood each month, {span}"
    alt = " ".join(_said(label, counts, statuses) for label, counts, _ in lines)
    fact = ColumnStack(title, alt, tuple(month.short for month in papers.span), series)
    return Chart(title, alt, fact, _before(f"By month, {span}", "Month", lines, cited))


def _said(label: str, counts: Counts, statuses: Sequence[Status]) -> str:
    parts = [
        f"{number_words(counts.of(status))} {words.WORDS[status].lower()}"
        for status in statuses
        if counts.of(status)
    ]
    return capital(f"{label}: {', '.join(parts)}.")
