"""Reports and decisions that used a project, and its KPIs, as its page shows them; pure."""

from collections.abc import Mapping, Sequence

from scrutable.contracts.facts import KpiDefinition
from scrutable.govuk.facts import Cell, Column, Table
from scrutable.govuk.presenters import count_cell, day_cell
from scrutable.meetings.presenters.addresses import PAGES
from scrutable.portfolio.facts import FundingSource
from scrutable.portfolio.presenters.cases import CASE_STAGE_WORDS, SOURCE_WORDS, year_words
from scrutable.portfolio.presenters.references import record_words
from scrutable.reports import facts
from scrutable.reports.facts import NamedHow

HOW_WORDS = {
    NamedHow.CASE: "Approved a stage of its business case",
    NamedHow.FUNDING: "Approved its money",
    NamedHow.STRATEGY: "Approved a strategy that it serves",
    NamedHow.REPORT: "Was taken on a report that printed it",
    NamedHow.NAMES: "Names it",
}


def printed_table(found: Sequence[facts.Printed], newest: int) -> Table:
    """Return the reports that printed the project; `newest` is the last event that changed it."""
    return Table(
        name="reports",
        caption="Reports that printed it",
        columns=(
            Column("report", "Report"),
            Column("day", "As at"),
            Column("figures", "Figures of it", numeric=True),
            Column("since", "Changed since"),
        ),
        rows=tuple(
            (
                Cell(
                    one.edition.title, href=f"/reports/{one.edition.name}/", note=one.edition.name
                ),
                day_cell(one.edition.as_at, ""),
                count_cell(one.figures),
                Cell("Yes: read its page for how" if one.version < newest else "No"),
            )
            for one in found
        ),
        empty="No report that was issued has printed it.",
    )


def using_table(found: Sequence[facts.DecisionUsing]) -> Table:
    """Return the decisions, items and commitments that used the project."""
    return Table(
        name="decisions",
        caption="Decisions that used it",
        columns=(
            Column("reference", "Which"),
            Column("on", "On"),
            Column("how", "How"),
            Column("words", "What"),
        ),
        rows=tuple(
            (
                Cell(record_words(one.reference, {}), href=using_address(one.reference)),
                day_cell(one.on, "No day yet"),
                Cell(HOW_WORDS[one.how]),
                Cell(_short(_in_words(one.words))),
            )
            for one in found
        ),
        empty="No decision that is recorded approved, relied on or names it.",
    )


def _in_words(said: str) -> str:
    """Return what a reference names: a stage of the business case, a line of money, a report.

    >>> _in_words("project/201/case/full"), _in_words("project/201/funding/revenue-2026")
    ('Full case', 'Revenue, 2026/27')
    >>> _in_words("edition/IT-2026-1"), _in_words("Sound and simple")
    ('Report IT-2026-1', 'Sound and simple')
    """
    kind, _, last = said.rpartition("/")
    stages = {stage.value: words for stage, words in CASE_STAGE_WORDS.items()}
    if kind.endswith("/case") and last in stages:
        return stages[last]
    source, _, year = last.rpartition("-")
    if kind.endswith("/funding") and year.isdigit():
        return f"{SOURCE_WORDS[FundingSource(source)]}, {year_words(int(year))}"
    return record_words(said, {})


def _short(words: str, most: int = 160) -> str:
    return words if len(words) <= most else f"{words[:most].rsplit(' ', 1)[0]} …"


def using_address(reference: str) -> str:
    """Return the page of a decision, an item or a commitment.

    >>> using_address("decision/I017909"), using_address("item/OSMB-2026-09-24/3")
    ('/decisions/I017909/', '/meetings/OSMB-2026-09-24/items/3/')
    """
    kind, _, rest = reference.partition("/")
    if kind == "item":
        meeting, _, number = rest.partition("/")
        return f"/meetings/{meeting}/items/{number}/"
    return PAGES[kind].format(rest) if kind in PAGES else ""


def kpi_table(found: Mapping[str, KpiDefinition | None]) -> Table:
    """Return the KPIs that the project is to move; one that nobody defined is said."""
    return Table(
        name="kpis",
        caption="KPIs that it is to move",
        columns=(Column("code", "KPI"), Column("title", "What it measures")),
        rows=tuple(
            (
                Cell(reference.removeprefix("kpi/"), href=_kpi_address(reference) if kpi else ""),
                Cell(kpi.title if kpi else "No such KPI is defined"),
            )
            for reference, kpi in found.items()
        ),
        empty="It names no KPI. Say on its form which it is to move.",
    )


def _kpi_address(reference: str) -> str:
    _, contract, code = reference.split("/")
    return f"/contracts/{contract}/kpis/{code}/"
