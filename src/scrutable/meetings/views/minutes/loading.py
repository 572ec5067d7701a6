"""Taking a file of minutes: a small one is read at once, a pack by the worker."""

from datetime import timedelta

from django import forms as django_forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import asked, needs, viewer
from scrutable.audit import clock
from scrutable.govuk.views import FormPage, show_form
from scrutable.kernel.wording import count_words
from scrutable.meetings import facts, reads, tasks, writes
from scrutable.meetings.forms import minutes as forms
from scrutable.meetings.forms.calendar.closures import filled_closure

READ_AT_ONCE = 300_000  # bytes; a larger file is read by the worker, with its progress shown
LOOKED_BACK = timedelta(days=2 * 365)
REFUSALS = (reads.UnknownItem, reads.UnknownMeeting, writes.UnfitMinutes)


@needs(Permission.READ_MINUTES)
def load(request: HttpRequest) -> HttpResponse:
    """Take minutes to be read, or say what is wrong with the file."""
    at = asked(request)
    held = reads.meetings(at.known, first=at.as_at - LOOKED_BACK, last=at.as_at)
    met = [one for one in reversed(held) if one.state is not facts.MeetingState.CANCELLED]
    initial = filled_closure() | {name: request.GET.get(name, "") for name in ("meeting", "item")}
    form = forms.LoadForm(
        request.POST or None, request.FILES or None, meetings=met, initial=initial
    )
    if form.is_valid() and (answer := _taken(request, form, at.known)):
        return answer
    page = FormPage(
        title="Load minutes",
        summary="They are read by rules and laid before you. Nothing counts until you confirm it.",
        button="Read the minutes",
        back="/minutes/",
        upload=True,
        crumbs=(("Minutes", "/minutes/"),),
    )
    return show_form(request, form, page)


def _taken(request: HttpRequest, form: forms.LoadForm, known: int) -> HttpResponse | None:
    """Read the file, or hand it to the worker; None where it is refused."""
    incoming, by, at = form.incoming(), viewer(request).username, clock.now()
    if len(incoming.content) > READ_AT_ONCE:
        job = tasks.ask_to_load(incoming=incoming, by=by, at=at)
        return redirect("work:job", job)
    try:
        found = writes.load_minutes(incoming=incoming, by=by, at=at)
    except writes.UnreadableMinutes as refused:
        form.add_error("file", [str(error) for error in refused.errors])
        return None
    except REFUSALS as refusal:
        _say_where(form, refusal)
        return None
    if found.version <= known:
        messages.info(request, f"This very file is {found.code} already. Nothing changed")
    else:
        outcomes = count_words(len(found.reading.outcomes), "outcome")
        messages.success(request, f"{found.name} is loaded: {outcomes} to look at")
    return redirect("meetings:minutes", found.code)


def _say_where(form: django_forms.Form, refusal: Exception) -> None:
    form.add_error("item" if isinstance(refusal, reads.UnknownItem) else "meeting", str(refusal))
