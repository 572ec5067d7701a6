"""Mitigations in full: beside the result, never instead of it; pure."""

from collections.abc import Iterator

from scrutable.contracts.compose import citing
from scrutable.contracts.compose.papers import Papers
from scrutable.contracts.compose.saying import commentary, entry_cell, so_many
from scrutable.contracts.facts import KpiDefinition, Mitigation
from scrutable.contracts.rules.mitigating import mitigated_since
from scrutable.documents.blocks import Block, Cell, Column, Figure, Heading, Table
from scrutable.documents.saying import numbered, plain
from scrutable.kernel.periods import Month, months_apart
from scrutable.kernel.wording import count_words, date_words


def section(papers: Papers) -> tuple[Block, ...]:
    """Return every mitigation that covers a month reported, each with all its terms."""
    heading = Heading(1, "Mitigations", "mitigations")
    found = covering(papers)
    if not found:
        none = plain(f"No mitigation was in force in {papers.span.words}.")
        return (heading, none, *commentary(papers, "mitigations"))
    verb = "was" if len(found) == 1 else "were"
    start = plain(
        f"{so_many(len(found), 'mitigation')} {verb} in force in {papers.span.words}. "
        "A mitigation does not change a result: the status before mitigation is shown everywhere."
    )
    parts = [block for mitigation in found for block in _mitigation(papers, mitigation)]
    return (heading, start, *commentary(papers, "mitigations"), *parts)


def covering(papers: Papers) -> tuple[Mitigation, ...]:
    """Return the mitigations that cover a month of the span, by KPI and number."""
    place = {code: number for number, code in enumerate(papers.kpis)}
    found = [
        mitigation
        for mitigation in papers.mitigations
        if mitigation.code in place and any(mitigation.covers(month) for month in papers.span)
    ]
    return tuple(sorted(found, key=lambda m: (place[m.code], m.number)))


def _mitigation(papers: Papers, mitigation: Mitigation) -> Iterator[Block]:
    kpi = papers.kpis[mitigation.code]
    months, first = _without_break(papers, mitigation)
    yield Heading(2, kpi.name, f"mitigation-{mitigation.number}")
    length = Figure(
        count_words(months, "month"),
        citing.of_mitigation(mitigation),
        f"{first.words} to {papers.month.words}",
    )
    yield numbered(
        f"By {papers.month.words} this KPI had been under mitigation for ",
        length,
        f" without a break, since {first.words}.",
    )
    caption = f"Mitigation {mitigation.number} of {mitigation.code}: what was agreed"
    yield Table(caption, (Column("Term"), Column("As agreed")), tuple(_terms(mitigation)))
    yield _results(papers, kpi)


def _without_break(papers: Papers, mitigation: Mitigation) -> tuple[int, Month]:
    """Return how many months running the KPI has been mitigated by the last month, and since when.

    One that has ended before the last month is counted to its own end.
    """
    last = min(papers.month, mitigation.span.last)
    while not mitigation.covers(last) and last > mitigation.span.first:
        last = last.plus(-1)
    first = mitigated_since(papers.mitigations, mitigation.code, last) or last
    return months_apart(first, last) + 1, first


def _terms(mitigation: Mitigation) -> Iterator[tuple[Cell, Cell]]:
    cited = citing.of_mitigation(mitigation)
    fix = mitigation.long_term_fix or "None recorded"
    due = date_words(mitigation.fix_due) if mitigation.fix_due else "No date recorded"
    withdrawn = mitigation.withdrawn_on
    for term, text in (
        ("Reason", mitigation.reason),
        ("Asked for by", mitigation.asked_by or "Not recorded"),
        ("Granted by", f"{mitigation.granted_by}, {date_words(mitigation.granted_on)}"),
        ("Months", mitigation.span.words),
        ("Withdrawn", date_words(withdrawn) if withdrawn else "No"),
        ("Long-term fix", fix),
        ("Fix due", due),
    ):
        is_period = term == "Months"
        yield Cell(term), Cell(text, cited if is_period else None, period=mitigation.span.words)


def _results(papers: Papers, kpi: KpiDefinition) -> Table:
    entries = papers.reported(kpi.code)
    columns = tuple(
        Column(entry.month.short, numeric=True, period=entry.month.words) for entry in entries
    )
    return Table(
        f"{kpi.code} before mitigation, {papers.span.words}",
        (Column("KPI"), *columns),
        ((Cell(kpi.name), *(entry_cell(papers, entry) for entry in entries)),),
        period=papers.span.words,
    )
