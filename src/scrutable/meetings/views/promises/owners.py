"""Where letters to those who owe something go."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import asked, needs, viewer
from scrutable.audit import clock
from scrutable.govuk.views import FormPage, carried_out, show, show_form
from scrutable.meetings import reads, writes
from scrutable.meetings.forms.promises import OwnerForm
from scrutable.meetings.presenters import promises_owners as presenters
from scrutable.meetings.rules.choosing import standings

LIST = "/commitments/owners/"
CRUMBS = (("Commitments", "/commitments/"), ("Where letters to owners go", LIST))


@needs(Permission.MANAGE_COMMITMENTS)
def owners(request: HttpRequest) -> HttpResponse:
    """Show every owner with the address of their letters, those without one first."""
    at = asked(request)
    found = standings(reads.commitments(at.known), at.as_at)
    addresses = reads.addresses()
    context = {
        "title": presenters.title(found, addresses),
        "actions": (("Set an address", f"{LIST}set/"),),
    }
    table = presenters.owner_table(found, addresses)
    return show(request, "meetings/owners.jinja", context, table)


@needs(Permission.MANAGE_COMMITMENTS)
def set_owner(request: HttpRequest) -> HttpResponse:
    """Take the address of an owner; it is changed in place and no history of it is kept."""
    owner = request.GET.get("owner", "")
    address = reads.addresses().get(owner.casefold(), "")
    form = OwnerForm(request.POST or None, initial={"owner": owner, "address": address})
    page = FormPage(
        title="Where letters to an owner go",
        summary="An owner is a post, a department or a body outside, and need not sign in. The "
        "address is kept as it is now; no history of it is kept.",
        button="Keep it",
        back=LIST,
        crumbs=CRUMBS,
    )

    def act() -> None:
        writes.set_owner_address(
            owner=form.cleaned_data["owner"],
            address=form.cleaned_data["address"],
            by=viewer(request).username,
            at=clock.now(),
        )

    if carried_out(form, act):
        messages.success(request, f"The address of {form.cleaned_data['owner']} is kept")
        return redirect(LIST)
    return show_form(request, form, page)
