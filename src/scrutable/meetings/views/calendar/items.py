"""One agenda item, and what is changed of it."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import actions, asked, needs, permits
from scrutable.govuk.views import FormPage, show, show_form
from scrutable.meetings import facts, reads, writes
from scrutable.meetings.forms.calendar import meetings as forms
from scrutable.meetings.forms.calendar.closures import filled_closure
from scrutable.meetings.presenters.addresses import (
    item_address,
    meeting_address,
)
from scrutable.meetings.presenters.calendar import agendas, outcomes
from scrutable.meetings.rules.agendas import late_item
from scrutable.meetings.views.calendar.asking import came_of, found, taken

MANAGE = Permission.MANAGE_MEETINGS


@needs(Permission.VIEW_MEETINGS)
def item(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Show one agenda item; the text of a closed one only to who may see it."""
    at = asked(request)
    may_see = permits(request, Permission.VIEW_EXEMPT)
    one = found(reads.item, code, number, at.known, closed=may_see)
    meeting = reads.meeting(code, at.known)
    body = reads.body(meeting.body, at.known)
    here = item_address(one)
    context = {
        "at": at,
        "item": one,
        "meeting": meeting,
        "body": body,
        "summary": agendas.item_summary(one, meeting),
        "late": late_item(one, meeting, body, reads.law(at.as_at, at.known)),
        "terms": agendas.item_terms(one, may_see=may_see),
        "actions": actions(
            request,
            (MANAGE, "Change the item", f"{here}change/"),
            (MANAGE, "Say which entry of the work programme it takes", f"{here}taken/"),
        ),
    }
    came = outcomes.outcome_table(came_of(request, at, meeting, one), at.as_at)
    return show(request, "meetings/item.jinja", context, came)


@needs(MANAGE)
def add_item(request: HttpRequest, code: str) -> HttpResponse:
    """Take an item at the end of an agenda; one that comes late needs the chair's reason."""
    at = asked(request)
    meeting = found(reads.meeting, code, at.known)
    published = meeting.agenda_published_on
    initial = filled_closure() | {
        "purpose": facts.Purpose.OTHER.value,
        "added_on": at.as_at if published and published < at.as_at <= meeting.on else None,
    }
    form = forms.ItemForm(request.POST or None, initial=initial)
    made = taken(request, form, lambda **who: writes.put_item(item=form.item(code), **who))
    if made:
        messages.success(request, f"“{made.title}” is on the agenda")
        return redirect("meetings:meeting", code)
    page = FormPage(
        title="Add an item", caption=code, button="Add the item", back=meeting_address(code)
    )
    return show_form(request, form, page)


@needs(MANAGE)
def change_item(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Take an item as it is from now on; how it read before is kept."""
    at = asked(request)
    stands = found(reads.item, code, number, at.known, closed=True)
    form = forms.ItemForm(request.POST or None, initial=forms.filled_item(stands))
    made = taken(request, form, lambda **who: writes.put_item(item=form.item(code, stands), **who))
    if made:
        messages.success(request, "The item is changed")
        return redirect("meetings:item", code, number)
    page = FormPage(
        title="Change the item",
        caption=stands.title,
        summary="How it read before is kept.",
        button="Keep the change",
        back=item_address(stands),
    )
    return show_form(request, form, page)


@needs(MANAGE)
def taken_item(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Take which entry of the body's work programme an item takes."""
    at = asked(request)
    one = found(reads.item, code, number, at.known)
    meeting = reads.meeting(code, at.known)
    entries = reads.programme(meeting.body, at.known)
    form = forms.TakenForm(request.POST or None, entries=entries)

    def write(by: str, at: datetime) -> facts.ProgrammeEntry:
        chosen = int(form.cleaned_data["entry"])
        return writes.take_programme_entry(
            body=meeting.body, number=chosen, item=one.reference, by=by, at=at
        )

    made = taken(request, form, write)
    if made:
        messages.success(request, f"“{made.title}” was taken here")
        return redirect("meetings:body", meeting.body)
    page = FormPage(
        title="Which entry does it take?",
        caption=one.title,
        summary="An entry with a rhythm is then due again so many months later.",
        button="Record it",
        back=item_address(one),
    )
    return show_form(request, form, page)
