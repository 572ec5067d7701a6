"""What changed since the last report: restated figures, mitigations, definitions; pure."""

from collections.abc import Iterator

from scrutable.contracts.compose.papers import Papers
from scrutable.contracts.compose.saying import commentary, entry_cell, so_many, tags
from scrutable.contracts.facts import Changes, KpiMonth, Mitigation
from scrutable.contracts.presenters import words
from scrutable.documents.blocks import Block, Cell, Column, Heading, Table
from scrutable.documents.saying import plain
from scrutable.kernel.wording import date_words, list_words


def section(papers: Papers) -> tuple[Block, ...]:
    """Return what the earlier report said that is known otherwise now."""
    heading = Heading(1, "What changed since the last report", "changes")
    if papers.changes is None or papers.since is None:
        first = plain(
            "This is the first report on the contract: there is none before it to compare with."
        )
        return (heading, first, *commentary(papers, "changes"))
    start = plain(f"The last report was {papers.since.title} ({papers.since.reference}).")
    said = tuple(_changes(papers, papers.changes))
    nothing = plain("Nothing that it said is known otherwise now.")
    return (heading, start, *(said or (nothing,)), *commentary(papers, "changes"))


def _changes(papers: Papers, changes: Changes) -> Iterator[Block]:
    if changes.restated:
        yield from _restated(papers, changes)
    if changes.arrived:
        yield from _arrived(papers, changes.arrived)
    for what, mitigations in (
        ("agreed", changes.new_mitigations),
        ("lapsed", changes.lapsed_mitigations),
    ):
        for mitigation in mitigations:
            yield plain(_mitigation(papers, mitigation, what))
    for code in changes.redefined:
        if code in papers.kpis:
            yield from _redefined(papers, code)


def _restated(papers: Papers, changes: Changes) -> Iterator[Block]:
    total = len(changes.restated)
    yield plain(
        f"{so_many(total, 'figure')} {'has' if total == 1 else 'have'} been restated. "
        "The earlier report stays as it was frozen; the table gives what it said and what is "
        "known now."
    )
    columns = (
        Column("KPI"),
        Column("Month"),
        Column("As reported then", numeric=True),
        Column("As known now", numeric=True),
        Column("Why"),
    )
    rows = tuple(
        (
            Cell(_kpi(papers, pair.after)),
            Cell(pair.after.month.words),
            _then(papers, pair.before),
            entry_cell(papers, pair.after),
            Cell((pair.after.result.why if pair.after.result else "") or "No reason recorded"),
        )
        for pair in changes.restated
        if pair.after.code in papers.kpis
    )
    if rows:
        yield Table("Restated figures", columns, rows)


def _then(papers: Papers, entry: KpiMonth) -> Cell:
    """Return the figure as the earlier report had it, without citing the version now replaced."""
    definition = papers.kpis[entry.code]
    return Cell(words.entry_words(definition, entry), tags=tags(entry), period=entry.month.words)


def _arrived(papers: Papers, arrived: tuple[KpiMonth, ...]) -> Iterator[Block]:
    late = [entry for entry in arrived if entry.code in papers.kpis]
    if not late:
        return
    months = sorted({entry.month for entry in late})
    named = list_words([month.words for month in months])
    yield plain(
        f"{so_many(len(late), 'result')} for {named}, not returned when the last report was made, "
        f"{'is' if len(late) == 1 else 'are'} known now."
    )
    columns = (Column("KPI"), Column("Month"), Column("Result", numeric=True))
    rows = tuple(
        (Cell(_kpi(papers, entry)), Cell(entry.month.words), entry_cell(papers, entry))
        for entry in late
    )
    yield Table("Results that arrived since the last report", columns, rows)


def _kpi(papers: Papers, entry: KpiMonth) -> str:
    return papers.kpis[entry.code].name


def _mitigation(papers: Papers, mitigation: Mitigation, what: str) -> str:
    definition = papers.kpis.get(mitigation.code)
    kpi = definition.name if definition else mitigation.code
    if what == "agreed":
        return (
            f"A mitigation of {kpi} was agreed by {mitigation.granted_by} on "
            f"{date_words(mitigation.granted_on)} for {mitigation.span.words}."
        )
    ended = (
        f"was withdrawn on {date_words(mitigation.withdrawn_on)}"
        if mitigation.withdrawn_on
        else f"ran out at the end of {mitigation.span.last.words}"
    )
    return f"The mitigation of {kpi} {ended}."


def _redefined(papers: Papers, code: str) -> Iterator[Block]:
    definition = papers.kpis[code]
    if definition.discontinued_from is not None and definition.discontinued_from <= papers.month:
        why = f": {definition.discontinued_why}" if definition.discontinued_why else ""
        yield plain(
            f"{definition.name} is discontinued from {definition.discontinued_from.words}{why}."
        )
        return
    level = definition.level_in(papers.month)
    target = words.value_words(definition, level.target) if level else "not set"
    lowest = level.minimum if level else None
    minimum = "none" if lowest is None else words.value_words(definition, lowest)
    yield plain(
        f"The terms of {definition.name} have changed. In {papers.month.words} its target is "
        f"{target} and its minimum {minimum}."
    )
