"""Bodies, meetings, what is on the agenda and who came, work programmes.

What is exempt or confidential is left out of every answer unless `closed` asks for it: the door
that asks has made sure that the viewer may see it.
"""

from dataclasses import replace
from datetime import date

from scrutable.audit.reads import as_known
from scrutable.meetings import facts, models
from scrutable.meetings.reads.closures import closure_of
from scrutable.meetings.rules.agendas import in_order


class UnknownBody(Exception):
    """No body has this code."""

    def __init__(self, code: str) -> None:
        super().__init__(
            f"There is no body {code}. Look for its code, such as OSMB, in the list of bodies."
        )


class UnknownMeeting(Exception):
    """No meeting has this code."""

    def __init__(self, code: str) -> None:
        super().__init__(
            f"There is no meeting {code}. Look for its code, such as OSMB-2026-09-24, in the "
            "calendar of meetings."
        )


class UnknownItem(Exception):
    """The agenda has no item of this number."""

    def __init__(self, meeting: str, number: int) -> None:
        super().__init__(f"{meeting} has no item {number}. Look for its number on the agenda.")


class UnknownEntry(Exception):
    """The work programme has no entry of this number."""

    def __init__(self, body: str, number: int) -> None:
        super().__init__(
            f"The work programme of {body} has no entry {number}. Look for its number in the "
            "programme."
        )


def bodies(known: int) -> list[facts.Body]:
    """Return every body by name."""
    rows = as_known(models.Body.objects.all(), known).order_by("name", "code")
    return [_body(row) for row in rows]


def body(code: str, known: int) -> facts.Body:
    """Return one body; raises UnknownBody."""
    row = as_known(models.Body.objects.filter(code=code), known).first()
    if row is None:
        raise UnknownBody(code)
    return _body(row)


def meetings(
    known: int, *, body: str | None = None, first: date | None = None, last: date | None = None
) -> list[facts.Meeting]:
    """Return meetings by day, time and code, cancelled ones too, from `first` to `last`."""
    rows = as_known(models.Meeting.objects.all(), known)
    if body is not None:
        rows = rows.filter(body=body)
    if first is not None:
        rows = rows.filter(on__gte=first)
    if last is not None:
        rows = rows.filter(on__lte=last)
    return [_meeting(row) for row in rows.order_by("on", "time", "code")]


def meeting(code: str, known: int) -> facts.Meeting:
    """Return one meeting; raises UnknownMeeting."""
    row = as_known(models.Meeting.objects.filter(code=code), known).first()
    if row is None:
        raise UnknownMeeting(code)
    return _meeting(row)


def next_meeting(body: str, after: date, known: int) -> facts.Meeting | None:
    """Return the body's first meeting after the day that is not cancelled."""
    rows = as_known(models.Meeting.objects.filter(body=body, on__gt=after), known)
    rows = rows.exclude(state=facts.MeetingState.CANCELLED.value)
    row = rows.order_by("on", "time", "code").first()
    return _meeting(row) if row else None


def items(meeting: str, known: int, *, closed: bool = False) -> list[facts.AgendaItem]:
    """Return the agenda in order, withdrawn items too."""
    rows = as_known(models.AgendaItem.objects.filter(meeting=meeting), known)
    return in_order(_item(row, closed=closed) for row in rows.order_by("number"))


def item(meeting: str, number: int, known: int, *, closed: bool = False) -> facts.AgendaItem:
    """Return one item; raises UnknownItem."""
    rows = models.AgendaItem.objects.filter(meeting=meeting, number=number)
    row = as_known(rows, known).first()
    if row is None:
        raise UnknownItem(meeting, number)
    return _item(row, closed=closed)


def item_called(reference: str, known: int) -> facts.AgendaItem:
    """Return the item that is called item/OSMB-2026-09-24/3; raises UnknownItem."""
    kind, _, rest = reference.partition("/")
    meeting, _, number = rest.partition("/")
    if kind != "item" or not (number.isascii() and number.isdigit()) or len(number) > 9:
        raise UnknownItem(meeting or reference, 0)
    return item(meeting, int(number), known)


def items_with(paper: str, known: int) -> list[facts.AgendaItem]:
    """Return the items to which this edition or decision was put, by meeting and number."""
    rows = as_known(models.AgendaItem.objects.filter(paper=paper), known)
    return [_item(row, closed=False) for row in rows.order_by("meeting", "number")]


def items_of(meetings: list[str], known: int) -> dict[str, list[facts.AgendaItem]]:
    """Return the agendas of several meetings in one query; a meeting without items is left out."""
    rows = as_known(models.AgendaItem.objects.filter(meeting__in=meetings), known)
    found: dict[str, list[facts.AgendaItem]] = {}
    for row in rows.order_by("meeting", "number"):
        found.setdefault(row.meeting, []).append(_item(row, closed=False))
    return {meeting: in_order(agenda) for meeting, agenda in found.items()}


def attendances(meeting: str, known: int) -> list[facts.Attendance]:
    """Return who came to a meeting and who did not, in the order in which they were recorded."""
    rows = as_known(models.Attendance.objects.filter(meeting=meeting), known)
    return [_attendance(row) for row in rows.order_by("id")]


def programme(body: str | None, known: int) -> list[facts.ProgrammeEntry]:
    """Return the body's work programme, or every body's, by number; dropped entries too."""
    rows = as_known(models.ProgrammeEntry.objects.all(), known)
    if body is not None:
        rows = rows.filter(body=body)
    return [_entry(row) for row in rows.order_by("body", "number")]


def programme_entry(body: str, number: int, known: int) -> facts.ProgrammeEntry:
    """Return one entry of a work programme; raises UnknownEntry."""
    rows = models.ProgrammeEntry.objects.filter(body=body, number=number)
    row = as_known(rows, known).first()
    if row is None:
        raise UnknownEntry(body, number)
    return _entry(row)


def _body(row: models.Body) -> facts.Body:
    return facts.Body(
        code=row.code,
        name=row.name,
        kind=facts.BodyKind(row.kind),
        chair=row.chair,
        members=tuple(row.members),
        ended_on=row.ended_on,
        modern_gov_id=row.modern_gov_id,
        version=row.event,
    )


def _meeting(row: models.Meeting) -> facts.Meeting:
    return facts.Meeting(
        code=row.code,
        body=row.body,
        on=row.on,
        time=row.time,
        place=row.place,
        state=facts.MeetingState(row.state),
        agenda_published_on=row.agenda_published_on,
        minutes_published_on=row.minutes_published_on,
        private_reason=row.private_reason,
        private_noticed_on=row.private_noticed_on,
        private_noticed_again_on=row.private_noticed_again_on,
        modern_gov_id=row.modern_gov_id,
        version=row.event,
    )


def _item(row: models.AgendaItem, *, closed: bool) -> facts.AgendaItem:
    found = facts.AgendaItem(
        meeting=row.meeting,
        number=row.number,
        printed=row.printed,
        title=row.title,
        purpose=facts.Purpose(row.purpose),
        text=row.text,
        officer=row.officer,
        paper=row.paper,
        closure=closure_of(row),
        added_on=row.added_on,
        late_reason=row.late_reason,
        withdrawn=row.withdrawn,
        modern_gov_id=row.modern_gov_id,
        version=row.event,
    )
    return found if closed or found.closure.is_open else replace(found, text="")


def _attendance(row: models.Attendance) -> facts.Attendance:
    return facts.Attendance(
        meeting=row.meeting,
        name=row.name,
        capacity=row.capacity,
        presence=facts.Presence(row.presence),
        interest=row.interest,
        version=row.event,
    )


def _entry(row: models.ProgrammeEntry) -> facts.ProgrammeEntry:
    return facts.ProgrammeEntry(
        body=row.body,
        number=row.number,
        title=row.title,
        purpose=facts.Purpose(row.purpose),
        owner=row.owner,
        due_meeting=row.due_meeting,
        every_months=row.every_months,
        asked_in=row.asked_in,
        dropped_because=row.dropped_because,
        taken_in=tuple(row.taken_in),
        version=row.event,
    )
