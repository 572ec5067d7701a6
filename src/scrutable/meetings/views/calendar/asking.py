"""What these doors share: what is not there answers 404, refusals are said fault by fault."""

from collections.abc import Callable
from typing import Any, TypeVar

from django import forms
from django.http import Http404, HttpRequest

from scrutable.access.facts import Permission
from scrutable.access.views import Asked, permits, viewer
from scrutable.audit import clock
from scrutable.meetings import facts, reads, writes
from scrutable.meetings.presenters.calendar.outcomes import CameOf

Found = TypeVar("Found")
UNKNOWN = (
    reads.UnknownBody,
    reads.UnknownDecision,
    reads.UnknownDelegation,
    reads.UnknownEntry,
    reads.UnknownItem,
    reads.UnknownMeeting,
)


def found(read: Callable[..., Found], *given: Any, **options: Any) -> Found:
    """Return what the read finds; 404 for what is not recorded."""
    try:
        return read(*given, **options)
    except UNKNOWN as unknown:
        raise Http404(str(unknown)) from unknown


def taken(request: HttpRequest, form: forms.Form, write: Callable[..., Found]) -> Found | None:
    """Do what a valid form asks, in the name of who sends it; faults are said on the form."""
    if not form.is_valid():
        return None
    try:
        return write(by=viewer(request).username, at=clock.now())
    except writes.Unfit as unfit:
        form.add_error(None, [str(fault) for fault in unfit.faults])
    except UNKNOWN as unknown:
        form.add_error(None, str(unknown))
    return None


def came_of(
    request: HttpRequest, at: Asked, meeting: facts.Meeting, item: facts.AgendaItem | None = None
) -> CameOf:
    """Return what came of a meeting, or of one item of it; unread minutes only to their readers."""
    may_read = permits(request, Permission.VIEW_READINGS)
    closed = permits(request, Permission.VIEW_EXEMPT)
    loaded = reads.minutes_of(meeting.code, at.known, closed=closed)
    minutes = [one for one in loaded if _is_of(one, item)]
    questions = reads.questions(at.known, meeting=meeting.code, closed=closed)
    return CameOf(
        minutes=[one for one in minutes if one.is_confirmed or may_read],
        decisions=[
            one
            for one in reads.courses(at.known, at.as_at)
            if one.case.record
            and one.case.record.meeting == meeting.code
            and (item is None or one.case.record.item == item.reference)
        ],
        questions=[one for one in questions if item is None or one.item == item.reference],
        commitments=[
            one
            for one in reads.commitments(at.known, body=meeting.body)
            if item is None and one.made_in == meeting.code
        ],
        recommendations=[
            one
            for one in reads.recommendations(at.known, body=meeting.body)
            if item is None and one.made_in == meeting.code
        ],
    )


def _is_of(minutes: facts.Minutes, item: facts.AgendaItem | None) -> bool:
    return item is None or minutes.item == item.number
