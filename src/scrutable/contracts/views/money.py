"""Service credits month by month, the sum worked through, and what it is worked out from."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import actions, needs, viewer
from scrutable.audit import clock
from scrutable.contracts import forms, reads, writes
from scrutable.contracts.facts import CreditSum
from scrutable.contracts.presenters import credits as presenters
from scrutable.contracts.views.doors import Asked, asked, contract_seen, contracts_seen, month_in
from scrutable.govuk.views import FormPage, carried_out, show, show_form
from scrutable.kernel.periods import Span
from scrutable.registers.facts import Contract

SHOWN = 12


@needs(Permission.VIEW_CREDITS)
def credit_months(request: HttpRequest) -> HttpResponse:
    """Show the months' credits of a contract: the one asked for, else the first with terms."""
    at = asked(request)
    found = [one for one in contracts_seen(request, at.known) if not one.published_only]
    asked_for = request.GET.get("contract", "")
    chosen = contract_seen(request, asked_for, at.known) if asked_for else _first(found, at)
    sums = presenters.month_table(_sums(chosen, at) if chosen else [])
    here = f"/credits/{chosen.code}" if chosen else ""
    context = {
        "contracts": found,
        "chosen": chosen,
        "terms": presenters.terms_lines(
            reads.credit_terms(chosen.code, at.month, at.known) if chosen else None
        ),
        "actions": actions(
            request,
            (Permission.MANAGE_CREDITS, "Record a charge", f"{here}/charges/"),
            (Permission.MANAGE_CREDITS, "Set credit terms", f"{here}/terms/"),
            (Permission.MANAGE_CREDITS, "Suspend or relieve", f"{here}/reliefs/"),
        )
        if chosen
        else [],
    }
    reliefs = presenters.relief_table(reads.reliefs(chosen.code, at.known) if chosen else [])
    return show(request, "contracts/credits.jinja", context, sums, reliefs)


def _first(found: list[Contract], at: Asked) -> Contract | None:
    """Return the first contract with credit terms, or the first of all."""
    with_terms = (c for c in found if reads.credit_terms(c.code, at.month, at.known))
    return next(with_terms, found[0] if found else None)


def _sums(contract: Contract, at: Asked) -> list[CreditSum]:
    """Return the last months' sums, newest first."""
    last = min(at.month, contract.span.last)
    if last < contract.span.first:
        return []
    span = Span(max(contract.span.first, last.plus(1 - SHOWN)), last)
    sums = reads.credit_sums(contract.code, span, at.as_at, at.known)
    return [sums[month] for month in reversed(list(span))]


@needs(Permission.VIEW_CREDITS)
def credit_month(request: HttpRequest, code: str, month: str) -> HttpResponse:
    """Show one month's credit with the sum worked through, line by line."""
    at = asked(request)
    contract = contract_seen(request, code, at.known)
    when = month_in(month)
    if when not in contract.span or when > at.month:
        raise Http404(month)
    worked = reads.credit_sum(code, when, at.as_at, at.known)
    kpis = {kpi.code: kpi for kpi in reads.definitions(code, at.known)}
    context = {
        "contract": contract,
        "worked": worked,
        "title": presenters.title(worked),
        "steps": presenters.steps(worked),
        "chart_fact": presenters.waterfall(worked),
        "terms": presenters.terms_lines(worked.terms),
    }
    table = presenters.points_table(worked, kpis)
    return show(request, "contracts/credit_month.jinja", context, table)


@needs(Permission.MANAGE_CREDITS)
def record_charge(request: HttpRequest, code: str) -> HttpResponse:
    """Take what the supplier charged for a month."""
    at = asked(request)
    contract = contract_seen(request, code, at.known)
    form = forms.ChargeForm(request.POST or None, initial={"month": at.month})
    page = _page(contract, "Record a charge", "Record the charge")

    def act() -> None:
        given = form.cleaned_data
        by, now = viewer(request).username, clock.now()
        writes.record_charge(
            contract=code, month=given["month"], pounds=given["pounds"], by=by, at=now
        )

    if carried_out(form, act):
        messages.success(request, f"The charge for {form.cleaned_data['month'].words} is recorded")
        return redirect(page.back)
    return show_form(request, form, page)


@needs(Permission.MANAGE_CREDITS)
def set_terms(request: HttpRequest, code: str) -> HttpResponse:
    """Take the contract's parameters of points and credits."""
    contract = contract_seen(request, code, asked(request).known)
    form = forms.TermsForm(request.POST or None)
    page = _page(contract, "Set credit terms", "Set the terms")

    def act() -> None:
        by, at = viewer(request).username, clock.now()
        writes.set_credit_terms(terms=form.terms(code), by=by, at=at)

    if carried_out(form, act):
        start = form.cleaned_data["effective_from"].words
        messages.success(request, f"The credit terms hold from {start}")
        return redirect(page.back)
    return show_form(request, form, page)


@needs(Permission.MANAGE_CREDITS)
def grant_relief(request: HttpRequest, code: str) -> HttpResponse:
    """Suspend credits for some months, or relieve KPIs of their points."""
    at = asked(request)
    contract = contract_seen(request, code, at.known)
    kpis = reads.definitions(code, at.known)
    form = forms.ReliefForm(request.POST or None, kpis=kpis, initial={"granted_on": at.as_at})
    page = _page(contract, "Suspend credits or relieve KPIs", "Grant it")

    def act() -> None:
        by, now = viewer(request).username, clock.now()
        writes.grant_relief(relief=form.relief(code), by=by, at=now)

    if carried_out(form, act):
        messages.success(request, "It is granted, and the months are worked out again")
        return redirect(page.back)
    return show_form(request, form, page)


def _page(contract: Contract, title: str, button: str) -> FormPage:
    back = f"/credits/?contract={contract.code}"
    return FormPage(title=title, caption=contract.title, button=button, back=back)
