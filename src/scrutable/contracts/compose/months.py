"""What the KPIs of every contract did over some months, for a report on all of IT; pure."""

from collections.abc import Iterator, Sequence

from scrutable.contracts.facts import Counts, KpiMonth, Performance, Status
from scrutable.contracts.rules.counting import count
from scrutable.documents.blocks import (
    Block,
    Cell,
    Citation,
    Column,
    Figure,
    Heading,
    Paragraph,
    Run,
    Table,
)
from scrutable.documents.saying import count_cell, numbered, plain
from scrutable.kernel.periods import Month, Span
from scrutable.kernel.wording import count_words, list_words
from scrutable.meetings.compose.reporting import Section

SECTION = Section("contracts", "How the contracts did")
TITLES = ("Met", "Missed, nothing agreed", "Missed, mitigation agreed", "Not judged", "Total")
METHOD = (
    "A month of a KPI counts once: as met, as missed, or as not judged. One that missed its target "
    "and for which the council has agreed a mitigation stands in a column of its own."
)


def months_section(found: Sequence[Performance], span: Span) -> tuple[Block, ...]:
    """Return how often each contract's KPIs met their targets in the months."""
    heading = Heading(1, SECTION.title, SECTION.anchor)
    judged = [one for one in found if not one.contract.published_only and one.definitions]
    told = tuple(_not_judged(found))
    if not judged:
        return (heading, plain(f"No contract had a KPI to be judged in {span.words}."), *told)
    sentences = (numbered(*_from_to(one, span)) for one in judged)
    return (heading, *sentences, _table(judged, span), *told)


def finding(found: Sequence[Performance], span: Span) -> tuple[Run, ...]:
    """Return in a sentence how often KPIs met their targets, every contract together."""
    judged = [one for one in found if not one.contract.published_only and one.definitions]
    total = count(entry for one in judged for entry in _within(one, span))
    if not total.owed:
        return ()
    latest = max(judged, key=lambda one: (_version(one, span), one.contract.code))
    figure = Figure(f"{_met(total)} of {total.owed}", _cited(latest, span), span.words)
    number = count_words(len(judged), "contract")
    return ("Of the months in which a KPI of ", f"{number} was owed a result, ", figure, " met.")


def _from_to(one: Performance, span: Span) -> tuple[Run, ...]:
    """Return how many KPIs met their targets in the first and in the last of the months."""
    first, last = (count(one.during(month)) for month in (span.first, span.last))
    called = f"{one.contract.title}, {one.contract.supplier.name}: "
    if not last.judged:
        none = Figure(
            f"none of {count_words(last.owed, 'KPI')}",
            _cited(one, Span(span.last, span.last)),
            span.last.words,
        )
        return (called, none, f" was judged in {span.last.words}{_not_yet_owed(last)}.")
    return (
        called,
        _share(one, last, span.last),
        f" met their target in {span.last.words}, after ",
        _share(one, first, span.first),
        f" in {span.first.words}.",
    )


def _not_yet_owed(counts: Counts) -> str:
    """Return that the returns of the month need not be here yet, where that is so of all."""
    is_early = 0 < counts.owed == counts.of(Status.NOT_YET_DUE)
    return ": no result is owed yet" if is_early else ""


def _share(one: Performance, counts: Counts, month: Month) -> Figure:
    text = f"{_met(counts)} of {count_words(counts.owed, 'KPI')}"
    return Figure(text, _cited(one, Span(month, month)), month.words)


def _table(judged: Sequence[Performance], span: Span) -> Table:
    return Table(
        f"Months of KPIs by contract, {span.words}",
        (Column("Contract"), *(Column(title, numeric=True) for title in TITLES)),
        tuple(_row(one, span) for one in judged),
        period=span.words,
    )


def _row(one: Performance, span: Span) -> tuple[Cell, ...]:
    counts, cited = count(_within(one, span)), _cited(one, span)
    numbers = (
        _met(counts),
        counts.failures_after_mitigation,
        counts.misses_mitigated,
        counts.not_judged,
        counts.owed,
    )
    return (
        Cell(f"{one.contract.code} {one.contract.title}"),
        *(count_cell(number, cited) for number in numbers),
    )


def _met(counts: Counts) -> int:
    return counts.judged - counts.misses


def _within(one: Performance, span: Span) -> list[KpiMonth]:
    return [entry for entry in one.months if entry.month in span]


def _cited(one: Performance, span: Span) -> Citation:
    """Return the citation of counts over the months; its version is that of the latest record."""
    return Citation(f"contract/{one.contract.code}/{span.last}", _version(one, span))


def _version(one: Performance, span: Span) -> int:
    versions = [definition.version for definition in one.definitions]
    for entry in _within(one, span):
        versions.append(entry.result.version if entry.result else 0)
        versions.append(entry.mitigation.version if entry.mitigation else 0)
    return max(versions, default=0)


def _not_judged(found: Sequence[Performance]) -> Iterator[Paragraph]:
    """Yield which contracts have no KPI that was judged, and why."""
    published = [one.contract.title for one in found if one.contract.published_only]
    if published:
        yield plain(
            f"Of {list_words(published)} only what somebody published is known, and no month "
            "is judged."
        )
    without = [
        one.contract.title
        for one in found
        if not one.contract.published_only and not one.definitions
    ]
    if without:
        yield plain(f"No KPI is recorded for {list_words(without)}.")
