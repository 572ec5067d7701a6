"""Service matters of a contract: adding one, and saying where it stands now."""

from dataclasses import asdict

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import actions, needs, viewer
from scrutable.audit import clock
from scrutable.contracts import forms, reads, writes
from scrutable.contracts.facts import Matter
from scrutable.contracts.presenters import matters as presenters
from scrutable.contracts.presenters.addresses import contract_address
from scrutable.contracts.views.doors import asked, contract_seen
from scrutable.govuk.views import FormPage, carried_out, show, show_form


@needs(Permission.VIEW_CONTRACTS)
def matters(request: HttpRequest, code: str) -> HttpResponse:
    """Show the contract's service matters."""
    at = asked(request)
    contract = contract_seen(request, code, at.known)
    found = reads.matters(code, at.known)
    context = {
        "contract": contract,
        "title": presenters.title(found, at.as_at),
        "actions": actions(
            request,
            (
                Permission.MANAGE_CONTRACTS,
                "Add a service matter",
                f"/contracts/{code}/matters/new/",
            ),
        ),
    }
    table = presenters.matter_table(found, at.as_at)
    return show(request, "contracts/matters.jinja", context, table)


@needs(Permission.MANAGE_CONTRACTS)
def add_matter(request: HttpRequest, code: str) -> HttpResponse:
    """Take a new service matter."""
    return _matter_form(request, code, 0, {"raised_on": asked(request).as_at, "state": "open"})


@needs(Permission.MANAGE_CONTRACTS)
def matter(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Take where a service matter stands now; how it stood before is kept."""
    found = {one.number: one for one in reads.matters(code, asked(request).known)}
    if number not in found:
        raise Http404(number)
    return _matter_form(request, code, number, asdict(found[number]))


def _matter_form(
    request: HttpRequest, code: str, number: int, initial: dict[str, object]
) -> HttpResponse:
    at = asked(request)
    contract = contract_seen(request, code, at.known)
    kpis = reads.definitions(code, at.known)
    form = forms.MatterForm(request.POST or None, kpis=kpis, initial=initial)
    page = FormPage(
        title=f"Service matter {number}" if number else "Add a service matter",
        caption=contract.title,
        button="Keep it",
        back=contract_address(code),
    )

    def act() -> Matter:
        by, now = viewer(request).username, clock.now()
        return writes.record_matter(matter=form.matter(code, number), by=by, at=now)

    if carried_out(form, act):
        messages.success(request, "The service matter is kept")
        return redirect("contracts:matters", code)
    return show_form(request, form, page)
