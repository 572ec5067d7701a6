"""Meetings, agendas, attendance and what each meeting owes."""

from django.http import HttpRequest
from ninja import Router, Schema
from ninja.pagination import paginate

from scrutable.access.api import asker, those_who_may
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.meetings import facts, reads, writes
from scrutable.meetings.api.shapes import (
    Closing,
    Code,
    Count,
    Day,
    Reference,
    Text,
    WhenAsked,
    Words,
    answers,
    given,
    lists,
    sees_closed,
    shown,
)

router = Router(tags=["Meetings"])
Meeting = shown(facts.Meeting, "reference")
AgendaItem = shown(facts.AgendaItem, "reference")
Attendance = shown(facts.Attendance)
Deadline = shown(facts.Deadline)


class MeetingIn(Schema):
    """A meeting as it is from now on; without a code it is a new one."""

    code: Code = ""
    body: Code
    on: Day
    time: Code = ""
    place: Words = ""
    state: facts.MeetingState = facts.MeetingState.PLANNED
    agenda_published_on: Day | None = None
    minutes_published_on: Day | None = None
    private_reason: Text = ""
    private_noticed_on: Day | None = None
    private_noticed_again_on: Day | None = None
    modern_gov_id: Count | None = None


class ItemIn(Schema):
    """An agenda item; number 0 puts it at the end."""

    number: Count = 0
    printed: Code
    title: Words
    purpose: facts.Purpose = facts.Purpose.OTHER
    text: Text = ""
    officer: Words = ""
    paper: Reference = ""
    closure: Closing = Closing()
    added_on: Day | None = None
    late_reason: Text = ""
    withdrawn: bool = False


class AttendanceIn(Schema):
    """Whether somebody came, and the interest they declared."""

    name: Words
    capacity: Words
    presence: facts.Presence
    interest: Text = ""


@router.get(
    "/meetings",
    response=lists(Meeting),
    url_name="meetings",
    auth=those_who_may(Permission.VIEW_MEETINGS),
)
@paginate
def meetings(
    request: HttpRequest,
    when: WhenAsked,
    body: str | None = None,
    first: Day | None = None,
    last: Day | None = None,
) -> list[facts.Meeting]:
    """List meetings by day; `first` and `last` are both taken in."""
    return reads.meetings(when.of(request).known, body=body, first=first, last=last)


@router.post(
    "/meetings",
    response=answers(Meeting),
    url_name="meetings",
    auth=those_who_may(Permission.MANAGE_MEETINGS),
)
def record_meeting(request: HttpRequest, sent: MeetingIn) -> facts.Meeting:
    """Record a meeting as it is from now on."""
    meeting = facts.Meeting(**given(sent))
    return writes.record_meeting(meeting=meeting, by=asker(request).username, at=clock.now())


@router.get(
    "/meetings/{code}",
    response=answers(Meeting),
    url_name="meeting",
    auth=those_who_may(Permission.VIEW_MEETINGS),
)
def meeting(request: HttpRequest, code: str, when: WhenAsked) -> facts.Meeting:
    """Show one meeting."""
    return reads.meeting(code, when.of(request).known)


@router.get(
    "/meetings/{code}/items",
    response=lists(AgendaItem),
    url_name="items",
    auth=those_who_may(Permission.VIEW_MEETINGS),
)
@paginate
def items(request: HttpRequest, code: str, when: WhenAsked) -> list[facts.AgendaItem]:
    """List the agenda; words of exempt matter only for whoever may see them."""
    known = when.of(request).known
    reads.meeting(code, known)
    return reads.items(code, known, closed=sees_closed(request))


@router.post(
    "/meetings/{code}/items",
    response=answers(AgendaItem),
    url_name="items",
    auth=those_who_may(Permission.MANAGE_MEETINGS),
)
def put_item(request: HttpRequest, code: str, sent: ItemIn) -> facts.AgendaItem:
    """Put an item on the agenda, or change one."""
    item = facts.AgendaItem(meeting=code, **given(sent))
    return writes.put_item(item=item, by=asker(request).username, at=clock.now())


@router.get(
    "/meetings/{code}/items/{int:number}",
    response=answers(AgendaItem),
    url_name="item",
    auth=those_who_may(Permission.VIEW_MEETINGS),
)
def item(request: HttpRequest, code: str, number: int, when: WhenAsked) -> facts.AgendaItem:
    """Show one item."""
    return reads.item(code, number, when.of(request).known, closed=sees_closed(request))


@router.get(
    "/meetings/{code}/attendance",
    response=lists(Attendance),
    url_name="attendance",
    auth=those_who_may(Permission.VIEW_MEETINGS),
)
@paginate
def attendance(request: HttpRequest, code: str, when: WhenAsked) -> list[facts.Attendance]:
    """List who came and who did not."""
    known = when.of(request).known
    reads.meeting(code, known)
    return reads.attendances(code, known)


@router.post(
    "/meetings/{code}/attendance",
    response=answers(Attendance),
    url_name="attendance",
    auth=those_who_may(Permission.MANAGE_MEETINGS),
)
def record_attendance(request: HttpRequest, code: str, sent: AttendanceIn) -> facts.Attendance:
    """Record whether somebody came."""
    came = facts.Attendance(meeting=code, **given(sent))
    return writes.record_attendance(attendance=came, by=asker(request).username, at=clock.now())


@router.get(
    "/meetings/{code}/deadlines",
    response=lists(Deadline),
    url_name="deadlines",
    auth=those_who_may(Permission.VIEW_MEETINGS),
)
@paginate
def deadlines(request: HttpRequest, code: str, when: WhenAsked) -> list[facts.Deadline]:
    """List what the meeting owes, each with its rule and source."""
    at = when.of(request)
    return reads.deadlines_of_meeting(code, at.known, at.as_at)
