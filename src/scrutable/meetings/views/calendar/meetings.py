"""The calendar, one meeting, and what is changed of it."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import actions, asked, needs
from scrutable.govuk.views import FormPage, show, show_form
from scrutable.kernel.wording import date_words
from scrutable.meetings import facts, reads, writes
from scrutable.meetings.forms.calendar import meetings as forms
from scrutable.meetings.presenters.addresses import (
    meeting_address,
)
from scrutable.meetings.presenters.calendar import agendas, bodies, feed, outcomes
from scrutable.meetings.presenters.calendar import meetings as presenters
from scrutable.meetings.presenters.deadlines import deadline_table
from scrutable.meetings.presenters.ics import FEED, ics
from scrutable.meetings.rules.agendas import amiss_with_meeting
from scrutable.meetings.rules.clear_days import months_after
from scrutable.meetings.views.calendar.asking import came_of, found, taken

CALENDAR = "/meetings/"
MANAGE = Permission.MANAGE_MEETINGS
NOTHING_DUE = "Nothing is due: a meeting that is cancelled owes no notice."
FEED_REACHES_BACK = -12  # months


@needs(Permission.VIEW_MEETINGS)
def calendar(request: HttpRequest) -> HttpResponse:
    """Show the meetings to come with what is due when, and each body's work programme."""
    at = asked(request)
    scheduled = reads.schedule(at.known, at.as_at)
    names = presenters.names_of(reads.bodies(at.known))
    context = {
        "at": at,
        "title": presenters.calendar_title(scheduled, at.as_at),
        "actions": actions(
            request,
            (MANAGE, "Add a meeting", "/meetings/new/"),
            (Permission.VIEW_MEETINGS, "Bodies", "/bodies/"),
            (Permission.VIEW_MEETINGS, "Minutes", "/minutes/"),
            (Permission.VIEW_MEETINGS, "Take it into your own calendar", "/meetings/calendar.ics"),
        ),
    }
    programme = bodies.programme_table(reads.placed_programme(at.known), at.as_at, names)
    coming = presenters.coming_table(scheduled, at.as_at)
    past = presenters.past_table(scheduled, at.as_at)
    return show(request, "meetings/calendar.jinja", context, coming, programme, past)


@needs(Permission.VIEW_MEETINGS)
def calendar_file(request: HttpRequest) -> HttpResponse:
    """Answer with meetings and notices as a file that calendar programs take up."""
    at = asked(request)
    first = months_after(at.as_at, FEED_REACHES_BACK)
    scheduled = reads.schedule(at.known, at.as_at, first=first)
    host = request.build_absolute_uri("/").rstrip("/")
    entries = feed.entries(scheduled, reads.noticed(at.known, at.as_at), host)
    made = ics(entries, name="Meetings", installation=reads.installation())
    answer = HttpResponse(made, content_type=FEED)
    answer["Content-Disposition"] = 'attachment; filename="meetings.ics"'
    return answer


@needs(Permission.VIEW_MEETINGS)
def meeting(request: HttpRequest, code: str) -> HttpResponse:
    """Show one meeting: what is amiss, what is due, its agenda, who came."""
    at = asked(request)
    one = found(reads.meeting, code, at.known)
    scheduled = _scheduled(one, at.known, at.as_at)
    faults = amiss_with_meeting(one, scheduled.body, scheduled.items, reads.law(at.as_at, at.known))
    came = reads.attendances(code, at.known)
    here = meeting_address(code)
    context = {
        "at": at,
        "meeting": one,
        "title": presenters.meeting_title(scheduled),
        "summary": presenters.meeting_summary(scheduled, faults, at.as_at),
        "figures": presenters.meeting_figures(scheduled, came),
        "faults": faults,
        "terms": presenters.meeting_terms(scheduled),
        "actions": actions(
            request,
            (MANAGE, "Change the meeting", f"{here}change/"),
            (MANAGE, "Add an item", f"{here}items/new/"),
            (MANAGE, "Record attendance", f"{here}attendance/"),
            (Permission.READ_MINUTES, "Load its minutes", f"/minutes/load/?meeting={code}"),
        ),
    }
    tables = (
        deadline_table(scheduled.deadlines, at.as_at, empty=NOTHING_DUE),
        agendas.agenda_table(scheduled.items),
        agendas.attendance_table(came),
        outcomes.outcome_table(came_of(request, at, one), at.as_at),
    )
    return show(request, "meetings/meeting.jinja", context, *tables)


def _scheduled(one: facts.Meeting, known: int, as_at: date) -> facts.Scheduled:
    near = reads.schedule(known, as_at, body=one.body, first=one.on, last=one.on)
    return next(each for each in near if each.meeting.code == one.code)


@needs(MANAGE)
def add_meeting(request: HttpRequest) -> HttpResponse:
    """Take a meeting; its reference is made from body and day."""
    at = asked(request)
    known = reads.bodies(at.known)
    if not known:
        messages.warning(request, "Add the body first, then its meetings.")
        return redirect("meetings:add_body")
    initial = {"body": request.GET.get("body", ""), "state": facts.MeetingState.PLANNED.value}
    form = forms.MeetingForm(request.POST or None, bodies=known, initial=initial)
    made = taken(
        request,
        form,
        lambda **who: writes.record_meeting(meeting=form.meeting(), **who),
    )
    if made:
        messages.success(request, f"The meeting on {date_words(made.on)} is recorded")
        return redirect("meetings:meeting", made.code)
    page = FormPage(
        title="Add a meeting",
        summary="What it owes by law, and by when, is worked out from its day.",
        button="Add the meeting",
        back=CALENDAR,
    )
    return show_form(request, form, page)


@needs(MANAGE)
def change_meeting(request: HttpRequest, code: str) -> HttpResponse:
    """Take what is new of a meeting: moved, held, cancelled, published."""
    at = asked(request)
    stands = found(reads.meeting, code, at.known)
    initial = forms.filled_meeting(stands)
    form = forms.MeetingForm(request.POST or None, bodies=reads.bodies(at.known), initial=initial)
    made = taken(
        request,
        form,
        lambda **who: writes.record_meeting(meeting=form.meeting(stands), **who),
    )
    if made:
        messages.success(request, "The meeting is changed")
        return redirect("meetings:meeting", code)
    page = FormPage(
        title="Change the meeting",
        caption=code,
        summary="It keeps its reference, whatever day it is moved to.",
        button="Keep the change",
        back=meeting_address(code),
    )
    return show_form(request, form, page)


@needs(MANAGE)
def attendance(request: HttpRequest, code: str) -> HttpResponse:
    """Take whether somebody came, and what interest they declared."""
    at = asked(request)
    one = found(reads.meeting, code, at.known)
    form = forms.AttendanceForm(
        request.POST or None, initial={"presence": facts.Presence.PRESENT.value}
    )
    made = taken(
        request,
        form,
        lambda **who: writes.record_attendance(attendance=form.attendance(code), **who),
    )
    if made:
        messages.success(request, f"{made.name} is recorded")
        return redirect("meetings:attendance", code)
    page = FormPage(
        title="Record attendance",
        caption=code,
        summary="The same name again changes what was recorded.",
        button="Record",
        back=meeting_address(one.code),
        back_words="Done",
    )
    return show_form(request, form, page)
