"""What bodies asked to be told in their future reports."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import actions, asked, needs, permits, viewer
from scrutable.audit import clock
from scrutable.govuk.views import FormPage, carried_out, show, show_form
from scrutable.meetings import reads, writes
from scrutable.meetings.facts import MeetingState, Wanted
from scrutable.meetings.forms.questions import EndWantForm, WantForm
from scrutable.meetings.presenters import promises_questions as presenters

LIST = "/wanted/"
CRUMBS = (("Commitments", "/commitments/"), ("What bodies asked to be told", LIST))


@needs(Permission.VIEW_MEETINGS)
def wanted(request: HttpRequest) -> HttpResponse:
    """Show what each body asked to be told, what holds today first."""
    at = asked(request)
    found = reads.wanted(at.known)
    names = {body.code: body.name for body in reads.bodies(at.known)}
    context = {
        "at": at,
        "title": presenters.wanted_title(found, at.as_at),
        "actions": actions(
            request,
            (Permission.MANAGE_COMMITMENTS, "Record what a body asked to be told", f"{LIST}new/"),
        ),
    }
    may_end = permits(request, Permission.MANAGE_COMMITMENTS)
    table = presenters.wanted_table(found, names, at.as_at, may_end=may_end)
    return show(request, "meetings/wanted.jinja", context, table)


@needs(Permission.MANAGE_COMMITMENTS)
def want(request: HttpRequest) -> HttpResponse:
    """Take what a body agreed to be told in its future reports."""
    at = asked(request)
    held = [one for one in reads.meetings(at.known) if one.state is MeetingState.HELD]
    names = {body.code: body.name for body in reads.bodies(at.known)}
    form = WantForm(request.POST or None, meetings=held, names=names, initial={"from_on": at.as_at})
    page = FormPage(
        title="Record what a body asked to be told",
        summary="A report to the body that lacks it does not pass its check.",
        button="Record it",
        back=LIST,
        crumbs=CRUMBS,
    )

    def act() -> Wanted:
        by, now = viewer(request).username, clock.now()
        return writes.want(wanted=form.wanted(), by=by, at=now)

    if carried_out(form, act, writes.UnfitWant):
        messages.success(request, "What the body asked to be told is recorded")
        return redirect(LIST)
    return show_form(request, form, page)


@needs(Permission.MANAGE_COMMITMENTS)
def end(request: HttpRequest, body: str, number: int) -> HttpResponse:
    """Take the day after which the body no longer asks for it."""
    at = asked(request)
    try:
        one = reads.want(body, number, at.known)
    except reads.UnknownWant as fault:
        raise Http404(str(fault)) from fault
    held = [
        meeting
        for meeting in reads.meetings(at.known, body=body)
        if meeting.state is MeetingState.HELD
    ]
    form = EndWantForm(request.POST or None, meetings=held, initial={"until_on": at.as_at})
    page = FormPage(
        title="End what a body asked to be told",
        summary=one.words,
        button="End it",
        back=LIST,
        crumbs=CRUMBS,
    )

    def act() -> Wanted:
        return writes.end_want(
            body=body,
            number=number,
            until_on=form.cleaned_data["until_on"],
            ended_in=form.cleaned_data["ended_in"],
            by=viewer(request).username,
            at=clock.now(),
        )

    if carried_out(form, act, writes.UnfitWant, reads.UnknownMeeting):
        messages.success(request, "Reports need no longer tell it after that day")
        return redirect(LIST)
    return show_form(request, form, page)
