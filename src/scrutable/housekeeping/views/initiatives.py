"""Initiatives shown and recorded."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import Asked, actions, asked, needs
from scrutable.govuk.views import FormPage, show, show_form
from scrutable.housekeeping import reads
from scrutable.housekeeping.facts import InitiativeStanding
from scrutable.housekeeping.forms.initiatives import InitiativeForm
from scrutable.housekeeping.presenters import initiatives as words
from scrutable.housekeeping.presenters.initiatives import INITIATIVES, initiative_address
from scrutable.housekeeping.presenters.words import ESTATE
from scrutable.kernel.wording import ended
from scrutable.records.reads import UnknownRecord
from scrutable.records.views import recorded

MANAGE = Permission.MANAGE_ESTATE
CRUMBS = (("Estate", ESTATE), ("Initiatives", INITIATIVES))


@needs(Permission.VIEW_ESTATE)
def initiatives(request: HttpRequest) -> HttpResponse:
    """Show every initiative and how far the snapshots say it has come."""
    at = asked(request)
    found = reads.initiatives(at.known, at.as_at)
    context = {
        "at": at,
        "title": words.title(found),
        "figures": words.figures(found),
        "actions": actions(request, (MANAGE, "Record an initiative", f"{INITIATIVES}new/")),
    }
    return show(request, "housekeeping/initiatives.jinja", context, words.initiative_table(found))


@needs(Permission.VIEW_ESTATE)
def initiative(request: HttpRequest, code: str) -> HttpResponse:
    """Show one initiative and every measurement of it."""
    at = asked(request)
    one = _seen(code, at)
    context = {
        "at": at,
        "title": one.initiative.title,
        "caption": f"Initiative {code}",
        "summary": ended(words.finding(one)),
        "crumbs": (*CRUMBS, (code, "")),
        "terms": words.terms(one),
        "picture": words.chart(one),
        "actions": actions(
            request, (MANAGE, "Change the initiative", f"{initiative_address(code)}change/")
        ),
    }
    return show(request, "housekeeping/initiative.jinja", context, words.measured_table(one))


@needs(MANAGE)
def record_initiative(request: HttpRequest, code: str = "") -> HttpResponse:
    """Take an initiative as it is from now on; without a code a new one."""
    at = asked(request)
    known = _seen(code, at).initiative if code else None
    form = InitiativeForm(request.POST or None, known=known, initial={"baseline_on": at.as_at})
    if done := recorded(request, form, form.initiative, form.standing):
        messages.success(request, f"Initiative {done.code} is recorded")
        return redirect(initiative_address(done.code))
    page = FormPage(
        title="Change the initiative" if known else "Record an initiative",
        button="Keep the change" if known else "Record it",
        back=initiative_address(code) if known else INITIATIVES,
        summary="Its progress is measured by the snapshots, never entered.",
        crumbs=CRUMBS,
    )
    return show_form(request, form, page)


def _seen(code: str, at: Asked) -> InitiativeStanding:
    try:
        return reads.initiative(code, at.known, at.as_at)
    except UnknownRecord as fault:
        raise Http404(str(fault)) from fault
