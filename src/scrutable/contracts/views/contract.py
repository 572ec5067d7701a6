"""The list of contracts, and a contract's page."""

from django.http import HttpRequest, HttpResponse

from scrutable.access.facts import Permission
from scrutable.access.views import needs
from scrutable.contracts import reads
from scrutable.contracts.presenters import contract_page, counts, lines, matters
from scrutable.contracts.presenters.attention import attention_items
from scrutable.contracts.views.doors import (
    Asked,
    actions,
    asked,
    contract_seen,
    contracts_seen,
    month_asked,
)
from scrutable.contracts.views.freshness import kept, page_tag, unchanged
from scrutable.govuk.views import show
from scrutable.kernel.periods import Month, Span
from scrutable.registers import presenters as registers
from scrutable.registers import reads as registers_reads
from scrutable.registers.facts import Contract

SHOWN = 12  # months side by side
LOOKED_AT = 36  # months in which a run of misses may have begun


@needs(Permission.VIEW_CONTRACTS)
def contracts(request: HttpRequest) -> HttpResponse:
    """Show every contract that is the person's to see."""
    at = asked(request)
    found = contracts_seen(request, at.known)
    offered = actions(
        request,
        (Permission.MANAGE_CONTRACTS, "Add a supplier", "/suppliers/new/"),
        (Permission.MANAGE_CONTRACTS, "Add a contract", "/contracts/new/"),
        (Permission.VIEW_REPORTS, "See suppliers", "/suppliers/"),
    )
    context = {"title": contract_page.list_title(found), "actions": offered}
    return show(request, "contracts/contracts.jinja", context, registers.contract_table(found))


@needs(Permission.VIEW_CONTRACTS)
def contract(request: HttpRequest, code: str) -> HttpResponse:
    """Show how the contract does: its finding first, then every KPI, month by month."""
    at = asked(request)
    tag = page_tag(request, at)
    if same := unchanged(request, tag):
        return same
    terms = contract_seen(request, code, at.known)
    if terms.published_only:
        return kept(_published(request, terms, at), tag)
    month = min(month_asked(request, at.month), at.month)
    page = page_of(terms, max(month, terms.span.first), at)
    context = {
        "contract": terms,
        "terms": registers.term_lines(terms),
        "page": page,
        "at": at,
        "attention": attention_items(reads.attention(at.as_at, at.known, [terms])),
        "actions": _actions(request, code),
        "counted": counts.COUNTED,
        "matters_title": matters.title(reads.matters(code, at.known), at.as_at),
    }
    return kept(show(request, "contracts/contract.jinja", context, *page.tables), tag)


def page_of(terms: Contract, month: Month, at: Asked) -> contract_page.ContractPage:
    """Return the page's view of the contract in the month."""
    first = max(terms.span.first, month.plus(1 - LOOKED_AT))
    found = reads.performance(terms.code, Span(first, month), at.as_at, at.known)
    policy = registers_reads.policy("forecast", at.as_at, at.known)
    return contract_page.present(found, lines.kpi_lines(found, policy, SHOWN))


def _published(request: HttpRequest, terms: Contract, at: Asked) -> HttpResponse:
    """Show what others published about the contract, never as results."""
    table = matters.statement_table(reads.statements(terms.code, at.known))
    context = {
        "contract": terms,
        "terms": registers.term_lines(terms),
        "at": at,
        "title": contract_page.finding(terms, None),
        "actions": _actions(request, terms.code),
    }
    return show(request, "contracts/published.jinja", context, table)


def _actions(request: HttpRequest, code: str) -> object:
    here = f"/contracts/{code}"
    return actions(
        request,
        (Permission.ISSUE_TEMPLATES, "Download a month’s template", f"{here}/template/"),
        (Permission.SEND_RETURNS, "Send a return", f"/returns/send/?contract={code}"),
        (Permission.GRANT_MITIGATIONS, "Agree a mitigation", f"/mitigations/new/?contract={code}"),
        (Permission.VIEW_CREDITS, "Service credits", f"/credits/?contract={code}"),
        (Permission.MANAGE_CONTRACTS, "Add a KPI", f"{here}/kpis/new/"),
        (Permission.MANAGE_CONTRACTS, "Add a service matter", f"{here}/matters/new/"),
        (Permission.MANAGE_CONTRACTS, "Change the terms", f"{here}/terms/"),
    )
