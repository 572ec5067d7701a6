"""What each figure rests on: record, version, file, sheet and cell; pure."""

from collections.abc import Iterable

from scrutable.contracts.compose.papers import Papers
from scrutable.contracts.facts import (
    CreditSum,
    KpiDefinition,
    KpiMonth,
    Matter,
    Mitigation,
    Result,
    Statement,
)
from scrutable.documents.blocks import Citation
from scrutable.kernel.periods import Month


def of_file(papers: Papers, reference: str, version: int, file: str, place: str) -> Citation:
    """Return the citation of a record that came from a file, its place split at the sheet."""
    sheet, found, cell = place.rpartition("!")
    name = papers.files.get(file, file[:12])
    return Citation(reference, version, name, sheet if found else "", cell)


def of_result(papers: Papers, result: Result) -> Citation:
    """Return the citation of the version of a result that is printed."""
    return of_file(papers, result.reference, result.version, result.file, result.place)


def of_entry(papers: Papers, entry: KpiMonth) -> Citation:
    """Return the citation of a KPI's month; the KPI itself where nothing was returned."""
    if entry.result is not None:
        return of_result(papers, entry.result)
    return of_definition(papers.kpis[entry.code])


def of_definition(definition: KpiDefinition) -> Citation:
    """Return the citation of a target, a minimum or the KPI's terms."""
    return Citation(definition.reference, definition.version)


def of_mitigation(mitigation: Mitigation) -> Citation:
    """Return the citation of a mitigation."""
    return Citation(mitigation.reference, mitigation.version)


def of_matter(matter: Matter) -> Citation:
    """Return the citation of a service matter."""
    return Citation(matter.reference, matter.version)


def of_statement(papers: Papers, statement: Statement) -> Citation:
    """Return the citation of a published statement."""
    file, place = statement.file, statement.place
    return of_file(papers, statement.reference, statement.version, file, place)


def of_month(papers: Papers, month: Month) -> Citation:
    """Return the citation of a count over a month's KPIs, `contract/CSS/2026-09`.

    Its version is that of the latest record counted, so a restated result makes a new version.
    """
    entries = papers.during(month)
    version = _latest(entries, papers.performance.definitions)
    return Citation(f"contract/{papers.contract}/{month}", version)


def of_credits(papers: Papers, total: CreditSum) -> Citation:
    """Return the citation of a month's credit, with the cell of the charge it is a share of.

    Its version is that of the latest of terms, charge and results that it is made of.
    """
    codes = {line.code for line in total.lines}
    parts = [entry for entry in papers.during(total.month) if entry.code in codes]
    terms = total.terms.version if total.terms else 0
    if total.charge is None:
        return Citation(total.reference, max(terms, _latest(parts, ())))
    version = max(terms, total.charge.version, _latest(parts, ()))
    return of_file(papers, total.reference, version, total.charge.file, total.charge.place)


def _latest(entries: Iterable[KpiMonth], definitions: Iterable[KpiDefinition]) -> int:
    versions = [definition.version for definition in definitions]
    for entry in entries:
        versions.append(entry.result.version if entry.result else 0)
        versions.append(entry.mitigation.version if entry.mitigation else 0)
    return max(versions, default=0)
