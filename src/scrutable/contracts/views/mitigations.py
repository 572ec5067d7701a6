"""Mitigations: the list, one of them, granting, renewing, withdrawing."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import actions, needs, viewer
from scrutable.audit import clock
from scrutable.contracts import forms, reads, writes
from scrutable.contracts.facts import Mitigation
from scrutable.contracts.presenters import mitigations as presenters
from scrutable.contracts.presenters.addresses import mitigation_address
from scrutable.contracts.views.doors import asked, contract_seen, contracts_seen
from scrutable.govuk.views import FormPage, carried_out, show, show_form


@needs(Permission.VIEW_MITIGATIONS)
def mitigations(request: HttpRequest) -> HttpResponse:
    """Show every mitigation, of one contract if it is asked for."""
    at = asked(request)
    found = reads.mitigations(request.GET.get("contract") or None, at.known)
    context = {
        "title": presenters.title(found, at.as_at),
        "contracts": contracts_seen(request, at.known),
        "chosen": request.GET.get("contract", ""),
        "actions": actions(
            request, (Permission.GRANT_MITIGATIONS, "Agree a mitigation", "/mitigations/new/")
        ),
    }
    table = presenters.mitigation_table(found, at.as_at)
    return show(request, "contracts/mitigations.jinja", context, table)


@needs(Permission.VIEW_MITIGATIONS)
def mitigation(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Show one mitigation with all that was agreed about it."""
    at = asked(request)
    agreed = _agreed(request, code, number, at.known)
    versions = [v for v in reads.mitigation_versions(code, number) if v.version <= at.known]
    here = mitigation_address(agreed)
    context = {
        "mitigation": agreed,
        "title": presenters.one_title(agreed, at.as_at),
        "terms": presenters.mitigation_terms(agreed, at.as_at),
        "actions": actions(
            request,
            (Permission.GRANT_MITIGATIONS, "Renew", f"{here}renew/"),
            (Permission.GRANT_MITIGATIONS, "Withdraw", f"{here}withdraw/"),
        ),
    }
    table = presenters.version_table(versions, at.as_at)
    return show(request, "contracts/mitigation.jinja", context, table)


def _agreed(request: HttpRequest, code: str, number: int, known: int) -> Mitigation:
    contract_seen(request, code, known)
    try:
        return reads.mitigation(code, number, known)
    except reads.UnknownRecord as fault:
        raise Http404(str(fault)) from fault


@needs(Permission.GRANT_MITIGATIONS)
def choose(request: HttpRequest) -> HttpResponse:
    """Lead to the form of the contract chosen, or let one be chosen."""
    known = asked(request).known
    code = request.GET.get("contract", "")
    if code:
        return _grant(request, contract_seen(request, code, known).code)
    found = [one for one in contracts_seen(request, known) if not one.published_only]
    context = {"contracts": found, "title": "Agree a mitigation", "href": "/mitigations/new/"}
    return show(request, "contracts/choose.jinja", context)


def _grant(request: HttpRequest, code: str) -> HttpResponse:
    """Take a mitigation that the council agrees to."""
    kpis = reads.definitions(code, asked(request).known)
    initial = {"code": request.GET.get("kpi", ""), "granted_on": asked(request).as_at}
    form = forms.GrantForm(request.POST or None, kpis=kpis, initial=initial)
    page = FormPage(
        title="Agree a mitigation",
        summary="It stands beside the misses it covers; the misses stay misses.",
        caption=f"Contract {code}",
        button="Agree it",
        back="/mitigations/",
    )

    def act() -> Mitigation:
        by, at = viewer(request).username, clock.now()
        return writes.grant_mitigation(mitigation=form.mitigation(code), by=by, at=at)

    if carried_out(form, act, writes.UnfitMitigation):
        messages.success(request, f"The mitigation of {form.cleaned_data['code']} is agreed")
        return redirect("contracts:mitigations")
    return show_form(request, form, page)


@needs(Permission.GRANT_MITIGATIONS)
def renew(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Let a mitigation run on."""
    agreed = _agreed(request, code, number, asked(request).known)
    form = forms.RenewForm(request.POST or None)
    page = FormPage(
        title=f"Renew the mitigation of {agreed.code}",
        summary=f"It was agreed for {agreed.span.words}.",
        button="Renew it",
        back=mitigation_address(agreed),
    )

    def act() -> Mitigation:
        return writes.renew_mitigation(
            reference=agreed.reference,
            last_month=form.cleaned_data["last"],
            fix_due=form.cleaned_data["fix_due"],
            by=viewer(request).username,
            at=clock.now(),
        )

    if carried_out(form, act, writes.UnfitMitigation):
        messages.success(request, f"The mitigation of {agreed.code} is renewed")
        return redirect(mitigation_address(agreed))
    return show_form(request, form, page)


@needs(Permission.GRANT_MITIGATIONS)
def withdraw(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """End a mitigation before its time."""
    agreed = _agreed(request, code, number, asked(request).known)
    form = forms.WithdrawForm(request.POST or None, initial={"on": asked(request).as_at})
    page = FormPage(
        title=f"Withdraw the mitigation of {agreed.code}",
        summary=f"It was agreed for {agreed.span.words}. What was reported under it stays so.",
        button="Withdraw it",
        back=mitigation_address(agreed),
    )

    def act() -> Mitigation:
        return writes.withdraw_mitigation(
            reference=agreed.reference,
            on=form.cleaned_data["on"],
            why=form.cleaned_data["why"],
            by=viewer(request).username,
            at=clock.now(),
        )

    if carried_out(form, act, writes.UnfitMitigation):
        messages.success(request, f"The mitigation of {agreed.code} is withdrawn")
        return redirect(mitigation_address(agreed))
    return show_form(request, form, page)
