"""Doors to suppliers, contracts' terms and council policy."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import actions, needs, viewer
from scrutable.audit import clock
from scrutable.audit import reads as audit
from scrutable.govuk.views import FormPage, carried_out, show, show_form
from scrutable.kernel.wording import london_day
from scrutable.registers import forms, presenters, reads, writes
from scrutable.registers.facts import Supplier


@needs(Permission.MANAGE_CONTRACTS)
def add_supplier(request: HttpRequest) -> HttpResponse:
    """Take a supplier."""
    known = {firm.reference for firm in reads.suppliers(audit.number_at())}
    form = forms.SupplierForm(request.POST or None)
    if form.is_valid() and form.supplier().reference in known:
        form.add_error("name", "A supplier of this name is recorded already")
    page = FormPage(title="Add a supplier", button="Add the supplier", back="/suppliers/")

    def act() -> None:
        writes.record_supplier(
            supplier=form.supplier(), by=viewer(request).username, at=clock.now()
        )

    if carried_out(form, act):
        messages.success(request, f"{form.cleaned_data['name']} is recorded")
        return redirect("/suppliers/")
    return show_form(request, form, page)


@needs(Permission.MANAGE_CONTRACTS)
def change_supplier(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a supplier's new name; what was reported under the old one stays so."""
    try:
        found = reads.supplier(f"supplier/{slug}", audit.number_at())
    except reads.UnknownSupplier as fault:
        raise Http404(str(fault)) from fault
    form = forms.SupplierForm(request.POST or None, initial={"name": found.name})
    back = f"/suppliers/{slug}/"
    page = FormPage(title=f"Change the name of {found.name}", button="Keep the name", back=back)

    def act() -> None:
        supplier = form.supplier(found.reference)
        writes.record_supplier(supplier=supplier, by=viewer(request).username, at=clock.now())

    if carried_out(form, act):
        messages.success(request, f"The supplier is {form.cleaned_data['name']} from now on")
        return redirect(back)
    return show_form(request, form, page)


@needs(Permission.MANAGE_CONTRACTS)
def add_contract(request: HttpRequest) -> HttpResponse:
    """Take a contract with all its terms."""
    known = audit.number_at()
    firms = reads.suppliers(known)
    if not firms:
        messages.warning(request, "Add the supplier first, then its contract.")
        return redirect("registers:add_supplier")
    form = forms.ContractForm(request.POST or None, suppliers=firms)
    codes = {contract.code for contract in reads.contracts(known)}
    if form.is_valid() and form.cleaned_data["code"] in codes:
        form.add_error("code", "A contract has this code already. Choose another.")
    page = FormPage(title="Add a contract", button="Add the contract", back="/contracts/")
    return _contract_taken(request, form, page, firms)


@needs(Permission.MANAGE_CONTRACTS)
def change_contract(request: HttpRequest, code: str) -> HttpResponse:
    """Take the terms as they are from now on; earlier ones are kept."""
    known = audit.number_at()
    try:
        found = reads.contract(code, known)
    except reads.UnknownContract as fault:
        raise Http404(str(fault)) from fault
    firms = reads.suppliers(known)
    form = forms.ContractForm(
        request.POST or None, suppliers=firms, is_known=True, initial=forms.filled(found)
    )
    if form.is_valid() and form.cleaned_data["code"] != code:
        form.add_error("code", "A contract keeps its code")
    page = FormPage(
        title="Change the terms",
        caption=found.title,
        summary="The terms as they stood are kept: earlier reports still say what they said.",
        button="Keep the terms",
        back=f"/contracts/{code}/",
    )
    return _contract_taken(request, form, page, firms)


def _contract_taken(
    request: HttpRequest,
    form: forms.ContractForm,
    page: FormPage,
    firms: list[Supplier],
) -> HttpResponse:
    def act() -> None:
        contract = form.contract({firm.reference: firm for firm in firms})
        writes.record_contract(contract=contract, by=viewer(request).username, at=clock.now())

    if carried_out(form, act, reads.UnknownSupplier):
        messages.success(request, f"{form.cleaned_data['title']} is recorded")
        return redirect(f"/contracts/{form.cleaned_data['code']}/")
    return show_form(request, form, page)


@needs(Permission.VIEW_POLICY)
def policies(request: HttpRequest) -> HttpResponse:
    """Show the council's own rules."""
    table = presenters.policy_table(reads.policies(audit.number_at()), reads.defaults())
    return show(request, "registers/policies.jinja", {}, table)


@needs(Permission.VIEW_POLICY)
def policy(request: HttpRequest, name: str) -> HttpResponse:
    """Show one rule as it is in force, and every version of it."""
    if name not in reads.defaults():
        raise Http404(name)
    known, today = audit.number_at(), london_day(clock.now())
    change = (Permission.SET_POLICY, "Change this policy", f"/policy/{name}/change/")
    context = {
        "title": presenters.policy_title(name),
        "terms": presenters.policy_lines(forms.spread(reads.policy(name, today, known))),
        "actions": actions(request, change),
    }
    table = presenters.version_table([p for p in reads.policies(known) if p.name == name])
    return show(request, "registers/policy.jinja", context, table)


@needs(Permission.SET_POLICY)
def set_policy(request: HttpRequest, name: str) -> HttpResponse:
    """Take the council's own rule from a day on."""
    if name not in reads.defaults():
        raise Http404(name)
    today = london_day(clock.now())
    now = reads.policy(name, today, audit.number_at())
    form = forms.PolicyForm(
        request.POST or None, name=name, now=now, initial={"effective_from": today}
    )
    page = FormPage(
        title=f"Change policy: {presenters.policy_title(name).lower()}",
        summary="It holds from its day on. What was judged before stays as it was judged.",
        button="Set the policy",
        back=f"/policy/{name}/",
    )

    def act() -> None:
        writes.set_policy(policy=form.policy(), by=viewer(request).username, at=clock.now())

    if carried_out(form, act, writes.UnfitPolicy):
        messages.success(request, f"“{presenters.policy_title(name)}” is set")
        return redirect("registers:policy", name)
    return show_form(request, form, page)
