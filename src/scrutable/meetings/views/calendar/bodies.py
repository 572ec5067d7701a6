"""Bodies with their work programmes, and what is changed of them."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import actions, asked, needs
from scrutable.govuk.views import FormPage, show, show_form
from scrutable.meetings import facts, reads, writes
from scrutable.meetings.forms.calendar import bodies as forms
from scrutable.meetings.presenters.addresses import (
    body_address,
)
from scrutable.meetings.presenters.calendar import bodies as presenters
from scrutable.meetings.presenters.calendar import meetings as of_meetings
from scrutable.meetings.rules.deadlines import meets
from scrutable.meetings.views.calendar.asking import found, taken

LIST = "/bodies/"
CRUMBS = (("Meetings", "/meetings/"), ("Bodies", LIST))
MANAGE = Permission.MANAGE_MEETINGS


@needs(Permission.VIEW_MEETINGS)
def bodies(request: HttpRequest) -> HttpResponse:
    """Show every body with its next meeting."""
    at = asked(request)
    known = reads.bodies(at.known)
    coming = reads.meetings(at.known, first=at.as_at)
    context = {
        "at": at,
        "title": presenters.bodies_title(known, coming, at.as_at),
        "actions": actions(request, (MANAGE, "Add a body", f"{LIST}new/")),
    }
    return show(
        request, "meetings/bodies.jinja", context, presenters.body_table(known, coming, at.as_at)
    )


@needs(Permission.VIEW_MEETINGS)
def body(request: HttpRequest, code: str) -> HttpResponse:
    """Show one body: its work programme, its meetings, its members."""
    at = asked(request)
    one = found(reads.body, code, at.known)
    placed = reads.placed_programme(at.known, body=code)
    scheduled = reads.schedule(at.known, at.as_at, body=code)
    coming = [each.meeting for each in scheduled if each.meeting.on >= at.as_at]
    here = body_address(code)
    offered = [(MANAGE, "Change the body", f"{here}change/")]
    if meets(one):
        offered.append((MANAGE, "Add to the work programme", f"{here}programme/new/"))
        offered.append((MANAGE, "Add a meeting", f"/meetings/new/?body={code}"))
    context = {
        "at": at,
        "body": one,
        "sits": meets(one),
        "title": presenters.programme_title(one.name, placed),
        "summary": presenters.body_summary(one, coming),
        "terms": presenters.body_terms(one),
        "actions": actions(request, *offered),
    }
    tables = (
        presenters.programme_table(placed, at.as_at),
        of_meetings.coming_table(scheduled, at.as_at, several=False),
        of_meetings.past_table(scheduled, at.as_at, several=False),
    )
    return show(request, "meetings/body.jinja", context, *tables)


@needs(MANAGE)
def add_body(request: HttpRequest) -> HttpResponse:
    """Take a body, a councillor or a post that decides."""
    at = asked(request)
    form = forms.BodyForm(request.POST or None)
    codes = {one.code for one in reads.bodies(at.known)}
    if form.is_valid() and form.cleaned_data["code"] in codes:
        form.add_error("code", "A body has this code already. Choose another.")
    made = taken(request, form, lambda **who: writes.record_body(body=form.body(), **who))
    if made:
        messages.success(request, f"{made.name} is recorded")
        return redirect("meetings:body", made.code)
    page = FormPage(title="Add a body", button="Add the body", back=LIST, crumbs=CRUMBS)
    return show_form(request, form, page)


@needs(MANAGE)
def change_body(request: HttpRequest, code: str) -> HttpResponse:
    """Take a body as it is from now on."""
    at = asked(request)
    stands = found(reads.body, code, at.known)
    initial = forms.filled_body(stands)
    form = forms.BodyForm(request.POST or None, is_known=True, initial=initial)
    made = taken(request, form, lambda **who: writes.record_body(body=form.body(stands), **who))
    if made:
        messages.success(request, f"{made.name} is changed")
        return redirect("meetings:body", code)
    page = FormPage(
        title=f"Change {stands.name}",
        button="Keep the change",
        back=body_address(code),
        crumbs=(*CRUMBS, (stands.name, body_address(code))),
    )
    return show_form(request, form, page)


@needs(MANAGE)
def add_entry(request: HttpRequest, code: str) -> HttpResponse:
    """Take an entry of a work programme."""
    at = asked(request)
    one = found(reads.body, code, at.known)
    meetings = reads.meetings(at.known, body=code, first=at.as_at)
    form = forms.EntryForm(request.POST or None, meetings=meetings)
    made = taken(
        request, form, lambda **who: writes.put_programme_entry(entry=form.entry(code), **who)
    )
    if made:
        messages.success(request, f"“{made.title}” is in the work programme")
        return redirect("meetings:body", code)
    page = FormPage(
        title="Add to the work programme",
        caption=one.name,
        button="Add the entry",
        back=body_address(code),
        crumbs=(*CRUMBS, (one.name, body_address(code))),
    )
    return show_form(request, form, page)


@needs(MANAGE)
def change_entry(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Take an entry as it is from now on, or that it is dropped and why."""
    at = asked(request)
    stands = found(reads.programme_entry, code, number, at.known)
    one = reads.body(code, at.known)
    meetings = reads.meetings(at.known, body=code)
    initial = forms.filled_entry(stands)
    form = forms.EntryForm(request.POST or None, meetings=meetings, initial=initial)

    def write(by: str, at: datetime) -> facts.ProgrammeEntry:
        return writes.put_programme_entry(entry=form.entry(code, stands), by=by, at=at)

    made = taken(request, form, write)
    if made:
        messages.success(request, f"“{made.title}” is changed")
        return redirect("meetings:body", code)
    page = FormPage(
        title="Change the entry",
        caption=one.name,
        button="Keep the change",
        back=body_address(code),
        crumbs=(*CRUMBS, (one.name, body_address(code))),
    )
    return show_form(request, form, page)
