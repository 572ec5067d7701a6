"""Changes to bodies, meetings, agendas, attendance and work programmes."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any

from scrutable.audit.writes import Change, change
from scrutable.kernel.wording import london_day
from scrutable.meetings import facts, models
from scrutable.meetings.reads import calendar, deadlines
from scrutable.meetings.rules import agendas
from scrutable.meetings.rules.codes import meeting_code
from scrutable.meetings.rules.deadlines import Law
from scrutable.meetings.writes.closures import closure_columns
from scrutable.meetings.writes.numbering import next_number
from scrutable.meetings.writes.unfit import UnfitMeeting


def record_body(*, body: facts.Body, by: str, at: datetime) -> facts.Body:
    """Record a body as it is from now on; raises UnfitMeeting."""
    with change(verb="body_recorded", subject=body.reference, by=by, at=at) as under_way:
        _refuse(agendas.faults_of_body(body))
        known = under_way.number - 1
        under_way.before = _before(lambda: calendar.body(body.code, known), calendar.UnknownBody)
        columns = _columns(body) | {"kind": body.kind.value, "members": list(body.members)}
        models.Body.objects.create(**columns, event=under_way.number)
        under_way.after = said(columns)
    return replace(body, version=under_way.number)


def record_meeting(*, meeting: facts.Meeting, by: str, at: datetime) -> facts.Meeting:
    """Record a meeting as it is from now on, with a code made for it where it has none.

    A meeting that is moved to another day keeps its code. Raises UnfitMeeting, UnknownBody.
    """
    subject = meeting.reference if meeting.code else f"meeting/{meeting.body}"
    with change(verb="meeting_recorded", subject=subject, by=by, at=at) as under_way:
        known = under_way.number - 1
        body = calendar.body(meeting.body, known)
        kept = meeting if meeting.code else replace(meeting, code=_new_code(meeting))
        _refuse(agendas.faults_of_meeting(kept, body, law(under_way)))
        under_way.subject = kept.reference
        under_way.before = _before(
            lambda: calendar.meeting(kept.code, known), calendar.UnknownMeeting
        )
        _refuse(agendas.faults_of_another_body(kept, str(under_way.before.get("body", ""))))
        columns = _columns(kept) | {"state": kept.state.value}
        models.Meeting.objects.create(**columns, event=under_way.number)
        under_way.after = said(columns)
    return replace(kept, version=under_way.number)


def put_item(*, item: facts.AgendaItem, by: str, at: datetime) -> facts.AgendaItem:
    """Put an item on an agenda, at its end where its number is 0, else as it is from now on.

    An item that was added too late needs the chair's reason. Raises UnfitMeeting, UnknownMeeting
    and, for a number that was never given, UnknownItem.
    """
    with change(verb="item_put", subject=f"meeting/{item.meeting}", by=by, at=at) as under_way:
        known = under_way.number - 1
        meeting = calendar.meeting(item.meeting, known)
        body = calendar.body(meeting.body, known)
        _refuse(agendas.faults_of_item(item, meeting, body, law(under_way)))
        if item.number:
            under_way.before = said(asdict(calendar.item(item.meeting, item.number, known)))
        agenda = models.AgendaItem.objects.filter(meeting=item.meeting)
        kept = replace(item, number=item.number or next_number(agenda))
        under_way.subject = kept.reference
        columns = _columns(kept, "closure") | closure_columns(kept.closure)
        columns |= {"purpose": kept.purpose.value}
        models.AgendaItem.objects.create(**columns, event=under_way.number)
        under_way.after = said(columns)
    return replace(kept, version=under_way.number)


def record_attendance(*, attendance: facts.Attendance, by: str, at: datetime) -> facts.Attendance:
    """Record whether somebody came, with the interest they declared; raises UnfitMeeting."""
    subject = f"meeting/{attendance.meeting}"
    with change(verb="attendance_recorded", subject=subject, by=by, at=at) as under_way:
        calendar.meeting(attendance.meeting, under_way.number - 1)
        _refuse(agendas.faults_of_attendance(attendance))
        columns = _columns(attendance) | {"presence": attendance.presence.value}
        models.Attendance.objects.create(**columns, event=under_way.number)
        under_way.after = said(columns)
    return replace(attendance, version=under_way.number)


def put_programme_entry(
    *, entry: facts.ProgrammeEntry, by: str, at: datetime
) -> facts.ProgrammeEntry:
    """Put an entry in a work programme, a new one where its number is 0.

    Raises UnfitMeeting, UnknownBody, UnknownMeeting, UnknownEntry.
    """
    subject = f"programme/{entry.body}"
    with change(verb="programme_entry_put", subject=subject, by=by, at=at) as under_way:
        known = under_way.number - 1
        calendar.body(entry.body, known)
        if entry.due_meeting:
            calendar.meeting(entry.due_meeting, known)
        _refuse(agendas.faults_of_entry(entry))
        if entry.number:
            stands = calendar.programme_entry(entry.body, entry.number, known)
            under_way.before = said(asdict(stands))
        programme = models.ProgrammeEntry.objects.filter(body=entry.body)
        kept = replace(entry, number=entry.number or next_number(programme))
        return _store_entry(kept, under_way)


def take_programme_entry(
    *, body: str, number: int, item: str, by: str, at: datetime
) -> facts.ProgrammeEntry:
    """Record by which agenda item an entry was taken; one with a rhythm is then due again.

    Raises UnknownEntry, UnknownItem.
    """
    subject = f"programme/{body}/{number}"
    with change(verb="programme_entry_taken", subject=subject, by=by, at=at) as under_way:
        known = under_way.number - 1
        entry = calendar.programme_entry(body, number, known)
        calendar.item_called(item, known)
        under_way.before = {"taken_in": list(entry.taken_in)}
        taken = tuple(dict.fromkeys((*entry.taken_in, item)))
        return _store_entry(replace(entry, taken_in=taken), under_way)


def _store_entry(entry: facts.ProgrammeEntry, under_way: Change) -> facts.ProgrammeEntry:
    under_way.subject = entry.reference
    columns = _columns(entry) | {
        "purpose": entry.purpose.value,
        "taken_in": list(entry.taken_in),
    }
    models.ProgrammeEntry.objects.create(**columns, event=under_way.number)
    under_way.after = said(columns)
    return replace(entry, version=under_way.number)


def law(under_way: Change) -> Law:
    """Return the rules and the council's own, as in force on the day of the change."""
    return deadlines.law(london_day(under_way.at), under_way.number - 1)


def said(values: dict[str, Any]) -> dict[str, object]:
    """Return values as the log can keep them."""
    return {name: _plain(value) for name, value in values.items()}


def _plain(value: Any) -> object:
    if isinstance(value, dict):
        return said(value)
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    return value if value is None or isinstance(value, str | int) else str(value)


def _before(read: Any, unknown: type[Exception]) -> dict[str, object]:
    try:
        return said(asdict(read()))
    except unknown:
        return {}


def _columns(fact: Any, *left_out: str) -> dict[str, Any]:
    return {
        name: value
        for name, value in asdict(fact).items()
        if name != "version" and name not in left_out
    }


def _refuse(faults: Sequence[facts.Fault]) -> None:
    if faults:
        raise UnfitMeeting(faults)


def _new_code(meeting: facts.Meeting) -> str:
    rows = models.Meeting.objects.filter(body=meeting.body, on=meeting.on)
    begun = models.Meeting.objects.filter(code__startswith=f"{meeting.body}-{meeting.on}")
    taken = {*rows.values_list("code", flat=True), *begun.values_list("code", flat=True)}
    return meeting_code(meeting.body, meeting.on, taken)
