"""Kit and support in totals; devices and faults one by one for who sees to them."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import actions, asked, needs, viewer
from scrutable.audit import clock
from scrutable.councillors import reads, writes
from scrutable.councillors.facts import Kit, KitFault
from scrutable.councillors.forms.arranging import KitForm, MendForm
from scrutable.councillors.presenters import kit as words
from scrutable.councillors.presenters.words import COUNCILLORS, KIT, MINE, why_few
from scrutable.councillors.views.doors import nowhere_kept
from scrutable.govuk.views import FormPage, show, show_form
from scrutable.records.views import form_page, kept, taken

MANAGE = Permission.MANAGE_COUNCILLORS
CRUMBS = (("Councillors", COUNCILLORS), ("Kit and support", KIT))


@needs(Permission.VIEW_COUNCILLORS)
def kit(request: HttpRequest) -> HttpResponse:
    """Show kit, faults and satisfaction in totals."""
    at = asked(request)
    found = reads.kit_totals(at.known, at.as_at)
    context = {
        "at": at,
        "title": words.title(found),
        "caption": "Kit and support",
        "summary": "What councillors work with, what breaks, how long it takes, who likes it.",
        "figures": words.figures(found, at.as_at),
        "actions": actions(
            request,
            (Permission.SAY_OWN_SKILLS, "Your own kit and faults", f"{MINE}#devices"),
            (MANAGE, "Devices", f"{KIT}devices/"),
            (MANAGE, "Faults", f"{KIT}faults/"),
        ),
        "worked_out_words": (
            why_few(reads.least_shown(at.known, at.as_at)),
            (
                "Days to mend run from the day a fault was raised to the day it was mended, "
                "both days of the calendar. Of two in the middle the lower counts."
            ),
        ),
    }
    return show(
        request,
        "councillors/page.jinja",
        context,
        words.kit_table(found),
        words.fault_table(found),
    )


@needs(MANAGE)
def devices(request: HttpRequest) -> HttpResponse:
    """Show every device and who has it."""
    at = asked(request)
    found = reads.kit(at.known)
    names = reads.names([one.councillor for one in found])
    context = {
        "at": at,
        "title": "Devices given to councillors",
        "summary": "For who gives them out and takes them back.",
        "crumbs": (*CRUMBS, ("Devices", "")),
        "actions": actions(request, (MANAGE, "Record a device", f"{KIT}devices/new/")),
    }
    page = show(request, "councillors/page.jinja", context, words.device_table(found, names))
    return nowhere_kept(page)


@needs(MANAGE)
def record_device(request: HttpRequest, number: int = 0) -> HttpResponse:
    """Take a device as it is from now on; without a number a new one."""
    at = asked(request)
    known = kept(Kit, at, number=number) if number else None
    serving = reads.serving(at.as_at) | ({known.councillor} if known else set())
    form = KitForm(request.POST or None, names=reads.names(sorted(serving)), known=known)
    by = viewer(request).username
    if taken(form, lambda: writes.record_kit(kit=form.kit(), by=by, at=clock.now())):
        messages.success(request, "The device is recorded")
        return redirect(f"{KIT}devices/")
    page = form_page("a device", known.model if known else "", back=f"{KIT}devices/", crumbs=CRUMBS)
    return nowhere_kept(show_form(request, form, page))


@needs(MANAGE)
def faults(request: HttpRequest) -> HttpResponse:
    """Show every fault, the open ones first."""
    at = asked(request)
    found = reads.faults(at.known, at.as_at)
    names = reads.names([one.councillor for one in found])
    context = {
        "at": at,
        "title": "Faults that councillors raised",
        "summary": "The open ones first, the oldest of them first.",
        "crumbs": (*CRUMBS, ("Faults", "")),
    }
    table = words.fault_list(found, names, at.as_at)
    return nowhere_kept(show(request, "councillors/page.jinja", context, table))


@needs(MANAGE)
def mend(request: HttpRequest, number: int) -> HttpResponse:
    """Take that a fault is mended."""
    at = asked(request)
    known = kept(KitFault, at, number=number)
    if known.mended_on is not None:
        raise Http404(f"Fault {number} is mended")
    form = MendForm(request.POST or None, initial={"mended_on": at.as_at})
    by = viewer(request).username
    if taken(form, lambda: writes.mend_fault(fault=form.mended(known), by=by, at=clock.now())):
        messages.success(request, f"Fault {number} is mended")
        return redirect(f"{KIT}faults/")
    page = FormPage(
        title="Say that a fault is mended",
        button="Record it",
        back=f"{KIT}faults/",
        caption=f"Fault {number}",
        crumbs=(*CRUMBS, ("Faults", f"{KIT}faults/")),
    )
    return nowhere_kept(show_form(request, form, page))
