"""A KPI's page, and one result of it with every version."""

from django.http import Http404, HttpRequest, HttpResponse

from scrutable.access.facts import Permission
from scrutable.access.views import actions, needs
from scrutable.contracts import reads
from scrutable.contracts.facts import KpiDefinition, Status
from scrutable.contracts.presenters import (
    definition_page,
    kpi_page,
    lines,
    mitigations,
    result_page,
)
from scrutable.contracts.presenters import (
    versions as versions_page,
)
from scrutable.contracts.presenters.lines import KpiLine
from scrutable.contracts.views.doors import Asked, asked, kpi_seen, month_in
from scrutable.contracts.views.freshness import kept, page_tag, unchanged
from scrutable.govuk.views import show
from scrutable.kernel.periods import Month, Span
from scrutable.registers import reads as registers
from scrutable.registers.facts import Contract

SHOWN = 24  # months of the trend
LOOKED_AT = 60  # months in which a run of misses may have begun


@needs(Permission.VIEW_CONTRACTS)
def kpi(request: HttpRequest, code: str, kpi: str) -> HttpResponse:
    """Show the KPI's trend, every version of every result, and what was agreed beside them."""
    at = asked(request)
    tag = page_tag(request, at)
    if same := unchanged(request, tag):
        return same
    contract, known = kpi_seen(request, code, kpi, at.known)
    line = line_of(contract, known, at.month, at)
    if line.now.status is Status.NOT_YET_DUE and len(line.entries) > 1:
        line = line_of(contract, known, at.month.plus(-1), at)
    agreed = [one for one in reads.mitigations(code, at.known) if one.code == kpi]
    versions = [one for one in reads.versions(code, kpi) if one.version <= at.known]
    reasons = reads.trend_reasons(code, Span(line.entries[0].month, line.now.month), at.known)
    policy = registers.policy("judgement", at.as_at, at.known)
    context = {
        "contract": contract,
        "line": line,
        "page": kpi_page.present(line, int(str(policy["trailing_months"]))),
        "definition": definition_page.definition_terms(known),
        "at": at,
        "actions": _kpi_actions(request, known, line.now.month),
    }
    tables = (
        kpi_page.month_rows(line, reasons),
        versions_page.version_table(known, versions),
        mitigations.mitigation_table(agreed, at.as_at),
        definition_page.level_table(known),
        definition_page.band_table(known),
    )
    return kept(show(request, "contracts/kpi.jinja", context, *tables), tag)


def line_of(contract: Contract, known: KpiDefinition, month: Month, at: Asked) -> KpiLine:
    """Return the KPI's months up to the one asked for, judged."""
    last = min(max(month, contract.span.first), contract.span.last)
    span = Span(max(contract.span.first, last.plus(1 - LOOKED_AT)), last)
    found = reads.performance(contract.code, span, at.as_at, at.known)
    policy = registers.policy("forecast", at.as_at, at.known)
    every = lines.kpi_lines(found, policy, SHOWN)
    return next(line for line in every if line.definition.code == known.code)


def _kpi_actions(request: HttpRequest, known: KpiDefinition, month: Month) -> object:
    here = f"/contracts/{known.contract}/kpis/{known.code}"
    grant = f"/mitigations/new/?contract={known.contract}&kpi={known.code}"
    return actions(
        request,
        (Permission.CORRECT_RESULTS, "Correct a result", f"{here}/{month}/correct/"),
        (Permission.BUILD_REPORTS, "Say why it moved", f"{here}/{month}/reason/"),
        (Permission.GRANT_MITIGATIONS, "Agree a mitigation", grant),
        (Permission.MANAGE_CONTRACTS, "Change the definition", f"{here}/change/"),
        (Permission.VIEW_TRACE, "Trace this KPI", f"/trace/{known.reference}"),
    )


@needs(Permission.VIEW_CONTRACTS)
def result(request: HttpRequest, code: str, kpi: str, month: str) -> HttpResponse:
    """Show one month's result: how it was judged, and every version of it."""
    at = asked(request)
    contract, known = kpi_seen(request, code, kpi, at.known)
    when = month_in(month)
    if when not in contract.span or when > Month.of(at.as_at):
        raise Http404(month)
    line = line_of(contract, known, when, at)
    versions = [one for one in reads.versions(code, kpi, when) if one.version <= at.known]
    reason = reads.trend_reasons(code, Span(when, when), at.known).get((kpi, when))
    here = f"/contracts/{code}/kpis/{kpi}/{when}"
    context = {
        "contract": contract,
        "page": result_page.present(line, reason),
        "kpi": known,
        "at": at,
        "actions": actions(
            request,
            (Permission.CORRECT_RESULTS, "Correct this result", f"{here}/correct/"),
            (Permission.BUILD_REPORTS, "Say why it moved", f"{here}/reason/"),
            (Permission.VIEW_TRACE, "Trace to file and cell", f"/trace/{line.now.reference}"),
        ),
    }
    return show(
        request, "contracts/result.jinja", context, versions_page.version_table(known, versions)
    )
