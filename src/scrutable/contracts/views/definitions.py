"""Defining a KPI, and defining it anew."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import needs, viewer
from scrutable.audit import clock
from scrutable.contracts import forms, writes
from scrutable.contracts.presenters.addresses import contract_address, kpi_address
from scrutable.contracts.views.doors import asked, contract_seen, kpi_seen
from scrutable.govuk.views import FormPage, carried_out, show_form
from scrutable.registers.facts import Contract

NEW = {"kind": "percentage", "unit": "%", "decimals": 1, "direction": "higher", "rule": "levels"}


@needs(Permission.MANAGE_CONTRACTS)
def add_kpi(request: HttpRequest, code: str) -> HttpResponse:
    """Take a KPI of the contract."""
    contract = contract_seen(request, code, asked(request).known)
    start = {**NEW, "level_0_from": contract.span.first}
    form = forms.KpiForm(request.POST or None, services=contract.services, initial=start)
    page = FormPage(
        title="Add a KPI",
        caption=contract.title,
        button="Add the KPI",
        back=contract_address(code),
    )
    return _taken(request, contract, form, page)


@needs(Permission.MANAGE_CONTRACTS)
def change_kpi(request: HttpRequest, code: str, kpi: str) -> HttpResponse:
    """Take a KPI's definition as it is from now on; earlier ones are kept."""
    contract, known = kpi_seen(request, code, kpi, asked(request).known)
    services = tuple(dict.fromkeys((*contract.services, known.service)))
    form = forms.KpiForm(
        request.POST or None,
        services=services,
        levels=len(known.levels),
        is_known=True,
        initial=forms.filled(known),
    )
    page = FormPage(
        title=f"Change {kpi}",
        summary="The definition as it stood is kept: earlier reports still say what they said.",
        caption=contract.title,
        button="Keep the definition",
        back=kpi_address(code, kpi),
    )
    return _taken(request, contract, form, page)


def _taken(
    request: HttpRequest, contract: Contract, form: forms.KpiForm, page: FormPage
) -> HttpResponse:
    def act() -> None:
        by, at = viewer(request).username, clock.now()
        writes.define_kpi(definition=form.definition(contract.code), by=by, at=at)

    if carried_out(form, act, writes.UnfitDefinition):
        messages.success(request, f"{form.cleaned_data['code']} is defined")
        return redirect(kpi_address(contract.code, form.cleaned_data["code"]))
    return show_form(request, form, page)
