"""The list of minutes, one of them beside its reading, and its confirmation."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from scrutable.access.facts import Permission
from scrutable.access.views import actions, asked, needs, permits, viewer
from scrutable.audit import clock
from scrutable.govuk.views import show
from scrutable.kernel.wording import count_words, date_words
from scrutable.meetings import facts, reads, writes
from scrutable.meetings.intake.dates import day_of
from scrutable.meetings.presenters import minutes as presenters
from scrutable.meetings.presenters.minutes.page import Shown
from scrutable.meetings.views.minutes.seen import minutes_seen


@needs(Permission.VIEW_MEETINGS)
def listed(request: HttpRequest) -> HttpResponse:
    """Show all minutes that the person may see, those that wait first."""
    at = asked(request)
    closed = permits(request, Permission.VIEW_EXEMPT)
    found = [one for one in reads.all_minutes(at.known, closed=closed) if _is_listed(request, one)]
    names = {body.code: body.name for body in reads.bodies(at.known)}
    days = {
        one.code: f"{names.get(one.body, one.body)}, {date_words(one.on)}"
        for one in reads.meetings(at.known)
    }
    context = {
        "at": at,
        "title": presenters.list_title(found),
        "actions": actions(
            request,
            (Permission.READ_MINUTES, "Load minutes", "/minutes/load/"),
            (Permission.READ_MINUTES, "Import from modern.gov", "/minutes/import/"),
        ),
    }
    table = presenters.minutes_table(found, reads.settled_counts(at.known), days)
    return show(request, "meetings/minutes_list.jinja", context, table)


def _is_listed(request: HttpRequest, one: facts.Minutes) -> bool:
    return one.is_confirmed or permits(request, Permission.VIEW_READINGS)


@needs(Permission.VIEW_MEETINGS)
def minutes(request: HttpRequest, code: str) -> HttpResponse:
    """Show the text with its outcomes marked and numbered, and beside it what each says."""
    at = asked(request)
    found = minutes_seen(request, code, at.known)
    limbs = reads.limbs(code, at.known, closed=True)
    meeting = reads.meeting(found.meeting, at.known)
    body = reads.body(meeting.body, at.known)
    said_on = day_of(found.text)
    shown = Shown(
        minutes=found,
        limbs=limbs,
        meeting=meeting,
        body=body.name,
        kind=body.kind,
        commitments=_commitments(found, at.known),
        said_on=date_words(said_on) if said_on and said_on != meeting.on else "",
        whole=request.GET.get("text") == "whole",
        limb=_number(request.GET.get("limb", "")),
    )
    may_settle = permits(request, Permission.READ_MINUTES) and not found.is_confirmed
    context = {"at": at, "code": code, "view": presenters.present(shown), "may_settle": may_settle}
    context["is_confirmed"] = found.is_confirmed
    return show(request, "meetings/minutes.jinja", context, presenters.limb_table(found, limbs))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0


def _commitments(found: facts.Minutes, known: int) -> list[facts.Commitment]:
    if not found.is_confirmed:
        return []
    return reads.commitments(known, source=found.limbs_reference, closed=True)


@require_POST
@needs(Permission.READ_MINUTES)
def confirm(request: HttpRequest, code: str) -> HttpResponse:
    """Confirm the minutes for good, or say what stands in the way."""
    found = minutes_seen(request, code, asked(request).known)
    try:
        writes.confirm_minutes(minutes=found.code, by=viewer(request).username, at=clock.now())
    except (
        writes.MinutesAlreadyConfirmed,
        writes.NotYetLookedAt,
        writes.UnfitMinutes,
    ) as refusal:
        messages.warning(request, str(refusal))
    else:
        source = found.limbs_reference
        made = len(reads.commitments(asked(request).known, source=source))
        messages.success(request, f"{code} is confirmed: {count_words(made, 'commitment')} made")
    return redirect("meetings:minutes", code)
