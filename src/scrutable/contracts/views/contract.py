"""The list of contracts, and a contract's page."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from scrutable.access.facts import Permission
from scrutable.access.views import Memory, actions, needs, viewer
from scrutable.contracts import reads
from scrutable.contracts.facts import Counts, Status
from scrutable.contracts.presenters import (
    contract_list,
    contract_page,
    counts,
    lines,
    matters,
    published,
)
from scrutable.contracts.presenters.attention import AttentionView, attention_items
from scrutable.contracts.rules import counting
from scrutable.contracts.views.doors import (
    Asked,
    asked,
    contract_seen,
    contracts_seen,
    let_through,
    month_asked,
)
from scrutable.contracts.views.freshness import kept, page_tag, unchanged
from scrutable.govuk.views import asks_for_file, ordered, show
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
    context = {"title": contract_list.title(found), "actions": offered}
    counted = {one.code: _counted(one, at) for one in found if not one.published_only}
    table = contract_list.table(found, counted, at.month)
    return show(request, "contracts/contracts.jinja", context, table)


def _counted(terms: Contract, at: Asked) -> Counts:
    """Return where the contract's KPIs stood in the last month; none before it has begun."""
    if at.month < terms.span.first:
        return counting.count(())
    month = Span(at.month, at.month)
    return counting.count(reads.performance(terms.code, month, at.as_at, at.known).months)


@needs(Permission.VIEW_CONTRACTS)
def contract(request: HttpRequest, code: str) -> HttpResponse:
    """Show how the contract does: its finding first, then every KPI, month by month."""
    at = asked(request)
    tag = page_tag(request, at)
    if same := unchanged(request, tag):
        return same
    terms = let_through(request, TERMS.of(at, code, lambda: contract_seen(request, code, at.known)))
    if terms.published_only:
        return kept(_published(request, terms, at), tag)
    wanted = (code, request.GET.get("month", ""))
    told = PAGES.of(at, wanted, lambda: _told(request, terms, at))
    if asks_for_file(request, *told.page.tables):
        return show(request, "contracts/contract.jinja", {}, *told.page.tables)
    asked_for = (request.path, request.GET.urlencode(), viewer(request).role)
    body = BODIES.of(at, asked_for, lambda: _body(request, terms, told, at.month))
    context = {"contract": terms, "page": told.page, "at": at, "body": body}
    context["actions"] = _actions(request, code)
    return kept(show(request, "contracts/contract.jinja", context), tag)


@dataclass(frozen=True, slots=True)
class Told:
    """All that the page says, whoever looks."""

    page: contract_page.ContractPage
    attention: Sequence[AttentionView]
    matters: str


def _month(request: HttpRequest, terms: Contract, at: Asked) -> Month:
    """Return the month asked for, else the last one whose return need be here already."""
    if request.GET.get("month"):
        return max(min(month_asked(request, at.month), at.month), terms.span.first)
    if at.month <= terms.span.first:
        return terms.span.first
    last = _counted(terms, at)
    is_waiting = last.of(Status.NOT_YET_DUE) and not last.judged
    return at.month.plus(-1) if is_waiting else at.month


def _told(request: HttpRequest, terms: Contract, at: Asked) -> Told:
    """Return what there is to say of the contract in the month."""
    month = _month(request, terms, at)
    waiting = at.month if month < at.month and not request.GET.get("month") else None
    items = reads.attention(at.as_at, at.known, [terms])
    open_matters = matters.title(reads.matters(terms.code, at.known), at.as_at)
    page = page_of(terms, month, at, waiting)
    return Told(page, attention_items(items), open_matters)


TERMS: Memory[Contract] = Memory(64)
PAGES: Memory[Told] = Memory(64)
BODIES: Memory[str] = Memory(128)


def forget() -> None:
    """Forget the answers kept; for measurements."""
    TERMS.answers.clear()
    PAGES.answers.clear()
    BODIES.answers.clear()


def _body(request: HttpRequest, terms: Contract, told: Told, month: Month) -> str:
    """Return the page below its head: attention, tables, terms, in the order asked for."""
    context = {
        "contract": terms,
        "terms": registers.term_lines(terms, month),
        "page": told.page,
        "attention": told.attention,
        "matters_title": told.matters,
        "counted": counts.COUNTED,
        "tables": ordered(request, *told.page.tables),
    }
    body = render_to_string("contracts/contract_body.jinja", context, request)
    return mark_safe(body)  # noqa: S308  (our own template has escaped what it prints)


def page_of(
    terms: Contract, month: Month, at: Asked, waiting: Month | None
) -> contract_page.ContractPage:
    """Return the page's view of the contract in the month."""
    first = max(terms.span.first, month.plus(1 - LOOKED_AT))
    found = reads.performance(terms.code, Span(first, month), at.as_at, at.known)
    policy = registers_reads.policy("forecast", at.as_at, at.known)
    return contract_page.present(found, lines.kpi_lines(found, policy, SHOWN), waiting)


def _published(request: HttpRequest, terms: Contract, at: Asked) -> HttpResponse:
    """Show what others published about the contract, never as results."""
    said = reads.statements(terms.code, at.known)
    until = min(Month.of(at.as_at), terms.span.last)
    context = {
        "contract": terms,
        "terms": registers.term_lines(terms, until),
        "at": at,
        "title": published.title(said),
        "summary": published.gaps_words(said, Span(terms.span.first, max(until, terms.span.first))),
        "actions": actions(
            request,
            (Permission.MANAGE_CONTRACTS, "Change the terms", f"/contracts/{terms.code}/terms/"),
        ),
    }
    kpis = {kpi.code: kpi for kpi in reads.definitions(terms.code, at.known)}
    table = published.statement_table(said, kpis)
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
