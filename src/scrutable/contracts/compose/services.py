"""Every KPI, service by service: target, minimum, months side by side; pure."""

from collections.abc import Iterator, Sequence

from scrutable.contracts.compose.arrows import arrow_words
from scrutable.contracts.compose.papers import Papers
from scrutable.contracts.compose.saying import commentary, entry_cell, level_cells, sentence
from scrutable.contracts.facts import KpiDefinition, Mitigation
from scrutable.documents.blocks import Block, Cell, Column, Heading, Table
from scrutable.documents.saying import plain
from scrutable.kernel.references import slug
from scrutable.kernel.wording import count_words


def section(papers: Papers) -> tuple[Block, ...]:
    """Return a table for each service, in the contract's order."""
    heading = Heading(1, "Every KPI by service", "services")
    intro = plain(
        "Each table gives the level to reach in the last month, then each month’s result with its "
        "status. A change is given with its reason where the status differs from the month before."
    )
    anchors = anchors_of(services(papers))
    parts = [block for service in anchors for block in _service(papers, service, anchors[service])]
    return (heading, intro, *commentary(papers, "services"), *parts)


def services(papers: Papers) -> tuple[str, ...]:
    """Return the services that have KPIs, in the order of the definitions."""
    return tuple(dict.fromkeys(definition.service for definition in papers.kpis.values()))


def of_service(papers: Papers, service: str) -> tuple[KpiDefinition, ...]:
    """Return the service's KPIs."""
    return tuple(kpi for kpi in papers.kpis.values() if kpi.service == service)


def anchors_of(names: Sequence[str]) -> dict[str, str]:
    """Return an anchor for each service, its own even where the letters of two are the same.

    >>> anchors_of(["HR & Payroll", "HR Payroll"])
    {'HR & Payroll': 'service-hr-payroll', 'HR Payroll': 'nth-service-2'}
    """
    anchors: dict[str, str] = {}
    for number, name in enumerate(names, 1):
        anchor = f"service-{slug(name)}"[:60]
        anchors[name] = f"nth-service-{number}" if anchor in anchors.values() else anchor
    return anchors


def _service(papers: Papers, service: str, anchor: str) -> Iterator[Block]:
    kpis = of_service(papers, service)
    yield Heading(2, service, anchor)
    columns = (
        Column("KPI"),
        Column("Target", numeric=True),
        Column("Minimum", numeric=True),
        *(Column(month.short, numeric=True, period=month.words) for month in papers.span),
        Column(f"Since {papers.month_before.short}"),
    )
    yield Table(
        f"{service}: {count_words(len(kpis), 'KPI')}, {papers.span.words}",
        columns,
        tuple(_row(papers, kpi) for kpi in kpis),
        period=papers.span.words,
    )


def _row(papers: Papers, kpi: KpiDefinition) -> tuple[Cell, ...]:
    return (
        Cell(kpi.name),
        *level_cells(kpi, papers.month),
        *(entry_cell(papers, entry) for entry in papers.reported(kpi.code)),
        _since(papers, kpi.code),
    )


def _since(papers: Papers, code: str) -> Cell:
    """Return better or worse with its reason and, beside it, the mitigation in force."""
    change, mitigation = arrow_words(papers, code), latest_mitigation(papers, code)
    if mitigation is None:
        return Cell(change)
    return Cell(f"{sentence(change)} Mitigation agreed for {mitigation.span.words}.")


def latest_mitigation(papers: Papers, code: str) -> Mitigation | None:
    """Return the last mitigation of the KPI that covers a month reported, or None."""
    covering = [
        mitigation
        for mitigation in papers.mitigations
        if mitigation.code == code and any(mitigation.covers(month) for month in papers.span)
    ]
    return max(covering, key=lambda m: (m.span.last, m.number), default=None)
