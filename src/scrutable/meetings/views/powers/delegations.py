"""Delegations: the list, one of them with every use, making, using and ending one."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import actions, asked, needs, viewer
from scrutable.audit import clock
from scrutable.govuk.views import FormPage, carried_out, show, show_form
from scrutable.meetings import facts, reads, writes
from scrutable.meetings.forms import powers as forms
from scrutable.meetings.presenters.addresses import (
    delegation_address,
)
from scrutable.meetings.presenters.powers import delegations as presenters
from scrutable.meetings.views.powers.prefilling import prefilled

LIST = "/delegations/"
CRUMBS = (("Delegations", LIST),)


@needs(Permission.VIEW_MEETINGS)
def delegations(request: HttpRequest) -> HttpResponse:
    """Show every delegation with what is left of it."""
    at = asked(request)
    found = reads.delegations(at.known)
    uses = reads.uses_by_delegation(at.known)
    names = {body.code: body.name for body in reads.bodies(at.known)}
    context = {
        "at": at,
        "title": presenters.title(found, uses, at.as_at),
        "actions": actions(
            request, (Permission.MANAGE_DELEGATIONS, "Record a delegation", f"{LIST}new/")
        ),
    }
    table = presenters.delegation_table(found, uses, names, at.as_at)
    return show(request, "meetings/delegations.jinja", context, table)


@needs(Permission.VIEW_MEETINGS)
def delegation(request: HttpRequest, code: str) -> HttpResponse:
    """Show one delegation: what is left, every use and every refused attempt."""
    at = asked(request)
    one, uses = _seen(code, at.known), reads.uses(code, at.known)
    names = {body.code: body.name for body in reads.bodies(at.known)}
    here = delegation_address(one)
    context = {
        "at": at,
        "delegation": one,
        "title": presenters.one_title(one, uses, at.as_at),
        "summary": presenters.one_summary(one, uses, at.as_at),
        "figures": presenters.figures(one, uses, at.as_at),
        "terms": presenters.delegation_terms(one, names),
        "actions": actions(
            request,
            (Permission.USE_DELEGATIONS, "Record a use", f"{here}use/"),
            (Permission.MANAGE_DELEGATIONS, "Change it", f"{here}change/"),
            (Permission.MANAGE_DELEGATIONS, "End it", f"{here}end/"),
        ),
    }
    versions = presenters.version_table(reads.delegation_versions(code, at.known))
    table = presenters.use_table(one, uses)
    return show(request, "meetings/delegation.jinja", context, table, versions)


@needs(Permission.MANAGE_DELEGATIONS)
def delegate(request: HttpRequest) -> HttpResponse:
    """Take a delegation that a body resolved on; `?from=` names the limb it is filled from."""
    known = asked(request).known
    initial = prefilled(request, known)
    form = forms.DelegationForm(request.POST or None, bodies=reads.bodies(known), initial=initial)
    page = FormPage(
        title="Record a delegation",
        summary="The law asks for an open list of who may act for whom, and within what limits.",
        button="Record it",
        back=LIST,
        crumbs=CRUMBS,
    )

    def act() -> facts.Delegation:
        by, at = viewer(request).username, clock.now()
        return writes.delegate(delegation=form.delegation(), by=by, at=at)

    if carried_out(form, act, writes.UnfitDelegation, reads.UnknownBody, reads.UnknownMeeting):
        messages.success(request, f"The delegation to {form.cleaned_data['to']} is recorded")
        return redirect(LIST)
    return show_form(request, form, page)


@needs(Permission.MANAGE_DELEGATIONS)
def change(request: HttpRequest, code: str) -> HttpResponse:
    """Record a delegation as it stands from now on; how it read before is kept."""
    known = asked(request).known
    one = _seen(code, known)
    initial = {name: getattr(one, name) for name in forms.DelegationForm.base_fields}
    form = forms.DelegationForm(request.POST or None, bodies=reads.bodies(known), initial=initial)
    page = FormPage(
        title="Change the delegation",
        summary="How it read before is kept, and so are its uses.",
        caption=f"Delegation {code}",
        button="Record the change",
        back=delegation_address(one),
        crumbs=(*CRUMBS, (code, delegation_address(one))),
    )

    def act() -> facts.Delegation:
        again = form.delegation(number=one.number, year=one.year)
        by, at = viewer(request).username, clock.now()
        return writes.delegate(delegation=again, by=by, at=at)

    if carried_out(form, act, writes.UnfitDelegation, reads.UnknownBody, reads.UnknownMeeting):
        messages.success(request, f"Delegation {code} is changed")
        return redirect(delegation_address(one))
    return show_form(request, form, page)


@needs(Permission.USE_DELEGATIONS)
def use(request: HttpRequest, code: str) -> HttpResponse:
    """Take a use of a delegation; what lies outside is refused with every reason, and kept."""
    at = asked(request)
    one = _seen(code, at.known)
    initial = {"used_by": one.to, "on": at.as_at}
    form = forms.UseForm(request.POST or None, delegation=one, initial=initial)
    page = FormPage(
        title="Record a use",
        summary=presenters.scope_words(one, reads.uses(code, at.known)),
        caption=f"Delegation {code} to {one.to}",
        button="Record the use",
        back=delegation_address(one),
        crumbs=(*CRUMBS, (code, delegation_address(one))),
    )
    if form.is_valid():
        try:
            made = writes.use_delegation(
                use=form.use(), by=viewer(request).username, at=clock.now()
            )
        except writes.UnfitUse as unfit:
            form.add_error(None, [str(fault) for fault in unfit.faults])
        except writes.OutsideScope as outside:
            form.add_error(None, [str(fault) for fault in outside.faults])
            form.add_error(None, presenters.kept_words(outside.use))
        else:
            messages.success(request, f"Use {made.number} of delegation {code} is recorded")
            return redirect(delegation_address(one))
    return show_form(request, form, page)


@needs(Permission.MANAGE_DELEGATIONS)
def end(request: HttpRequest, code: str) -> HttpResponse:
    """Take a delegation back before its time."""
    at = asked(request)
    one = _seen(code, at.known)
    form = forms.EndForm(request.POST or None, initial={"on": at.as_at})
    page = FormPage(
        title="End the delegation",
        summary="What was done under it stands.",
        caption=f"Delegation {code} to {one.to}",
        button="End it",
        back=delegation_address(one),
        crumbs=(*CRUMBS, (code, delegation_address(one))),
    )

    def act() -> facts.Delegation:
        given = form.cleaned_data
        return writes.end_delegation(
            code=code,
            on=given["on"],
            because=given["because"],
            by=viewer(request).username,
            at=clock.now(),
        )

    if carried_out(form, act, writes.UnfitDelegation):
        messages.success(request, f"Delegation {code} is ended")
        return redirect(delegation_address(one))
    return show_form(request, form, page)


def _seen(code: str, known: int) -> facts.Delegation:
    try:
        return reads.delegation(code, known)
    except reads.UnknownDelegation as fault:
        raise Http404(str(fault)) from fault
