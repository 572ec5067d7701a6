"""Councillors by number, for who looks after them."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from scrutable.access.facts import Permission
from scrutable.access.views import actions, needs, viewer
from scrutable.audit import clock
from scrutable.councillors import reads, writes
from scrutable.councillors.facts import Councillor
from scrutable.councillors.forms.arranging import CouncillorForm
from scrutable.councillors.presenters import people as words
from scrutable.councillors.presenters.words import COUNCILLORS, PEOPLE
from scrutable.councillors.views.doors import nowhere_kept
from scrutable.govuk.views import FormPage, show, show_form
from scrutable.kernel.wording import count_words, london_day
from scrutable.records.views import taken

MANAGE = Permission.MANAGE_COUNCILLORS
CRUMBS = (("Councillors", COUNCILLORS), ("Councillors and accounts", PEOPLE))


@needs(MANAGE)
def people(request: HttpRequest) -> HttpResponse:
    """Show every councillor with the account they sign in by."""
    found = reads.councillors()
    linked = sum(bool(one.person) for one in found)
    context = {
        "title": count_words(len(found), "councillor"),
        "caption": "Councillors and accounts",
        "summary": f"{linked:,} linked to an account. Everywhere else they are known by a number.",
        "crumbs": (("Councillors", COUNCILLORS), ("Councillors and accounts", "")),
        "actions": actions(request, (MANAGE, "Add a councillor", f"{PEOPLE}new/")),
    }
    page = show(request, "councillors/page.jinja", context, words.councillor_table(found))
    return nowhere_kept(page)


@needs(MANAGE)
def record_councillor(request: HttpRequest, number: int = 0) -> HttpResponse:
    """Take a councillor, or a change of one."""
    known = _known(number) if number else None
    form = CouncillorForm(
        request.POST or None,
        accounts=reads.unlinked_members(),
        known=known,
        today=london_day(clock.now()),
    )
    by = viewer(request).username
    if taken(
        form,
        lambda: writes.record_councillor(councillor=form.councillor(), by=by, at=clock.now()),
    ):
        messages.success(request, "The councillor is recorded")
        return redirect(PEOPLE)
    page = FormPage(
        title="Change a councillor" if known else "Add a councillor",
        button="Keep the change" if known else "Add them",
        back=PEOPLE,
        caption=words.name_of(known) if known else "",
        summary="Name and account can be erased; the number stays.",
        crumbs=CRUMBS,
    )
    extra = {"erase_href": f"{PEOPLE}{number}/erase/" if known else ""}
    return nowhere_kept(show_form(request, form, page, extra, "councillors/person.jinja"))


@needs(MANAGE)
@require_POST
def erase(request: HttpRequest, number: int) -> HttpResponse:
    """Erase a councillor's name, account and what they need."""
    _known(number)
    writes.erase_councillor(number=number, by=viewer(request).username, at=clock.now())
    messages.success(request, f"Nothing names councillor {number} any more")
    return redirect(PEOPLE)


def _known(number: int) -> Councillor:
    found = reads.councillor(number)
    if found is None:
        raise Http404(f"There is no councillor {number}")
    return found
