"""Published meetings as a modern.gov service would serve them: what is open, and nothing else.

Numbers in the feed are those of a record's first row here, so that they never change and never
meet the numbers of the service that a record may have been imported from.
"""

from datetime import date
from typing import Any

from django.db.models import Min

from scrutable.meetings import facts, models
from scrutable.meetings.facts.modern_gov import (
    ServedAttendee,
    ServedCommittee,
    ServedDocument,
    ServedItem,
    ServedMeeting,
    ServedVisit,
)
from scrutable.meetings.reads import calendar, decisions
from scrutable.meetings.reads import minute_book as minuted
from scrutable.meetings.rules.served import as_html, status_of_state


class NotServed(Exception):
    """The feed has no meeting of this number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"No published meeting has the number {number}.")


def committees(known: int) -> list[ServedCommittee]:
    """Return every body that meets, by name."""
    numbers = _numbers(models.Body, "code")
    return [
        ServedCommittee(
            id=numbers[(body.code,)],
            title=body.name,
            category=body.kind.value.replace("_", " ").capitalize(),
            is_gone=body.ended_on is not None,
        )
        for body in calendar.bodies(known)
    ]


def visits(
    known: int, *, first: date | None = None, last: date | None = None, committee: int | None = None
) -> list[ServedVisit]:
    """Return meetings whose agenda is published, by day; of one committee if it is given."""
    of_body = _numbers(models.Body, "code")
    of_meeting = _numbers(models.Meeting, "code")
    found = [
        ServedVisit(
            id=of_meeting[(one.code,)],
            committee=of_body[(one.body,)],
            on=one.on,
            time=one.time,
            status=status_of_state(one.state),
        )
        for one in calendar.meetings(known, first=first, last=last)
        if one.agenda_published_on is not None
    ]
    return [visit for visit in found if committee is None or visit.committee == committee]


def meeting(number: int, known: int) -> ServedMeeting:
    """Return one meeting with its agenda; raises NotServed."""
    code = models.Meeting.objects.filter(id=number).values_list("code", flat=True).first()
    if code is None or _numbers(models.Meeting, "code", code=code)[(code,)] != number:
        raise NotServed(number)
    try:
        found = calendar.meeting(code, known)
    except calendar.UnknownMeeting as unknown:
        raise NotServed(number) from unknown
    if found.agenda_published_on is None:
        raise NotServed(number)
    return ServedMeeting(
        id=number,
        on=found.on,
        time=found.time,
        place=found.place,
        status=status_of_state(found.state),
        agenda_published=True,
        minutes_published=found.minutes_published_on is not None,
        items=_items(found, known),
        attendees=tuple(
            ServedAttendee(
                name=one.name, role=one.capacity, attendance=one.presence.value.capitalize()
            )
            for one in calendar.attendances(found.code, known)
        ),
    )


def _items(meeting: facts.Meeting, known: int) -> tuple[ServedItem, ...]:
    numbers = _numbers(models.AgendaItem, "meeting", "number", meeting=meeting.code)
    said = _minutes(meeting, known)
    decided = {
        record.item: record
        for record in decisions.decision_records(known)
        if record.meeting == meeting.code and record.published_on and record.closure.is_open
    }
    served = [
        _item(item, numbers[(meeting.code, item.number)], said, decided)
        for item in calendar.items(meeting.code, known)
        if not item.withdrawn
    ]
    if None in said:
        whole = ServedItem(id=0, printed="", title="Minutes of this meeting", minutes=said[None])
        served.append(whole)
    return tuple(served)


def _item(
    item: facts.AgendaItem,
    number: int,
    said: dict[int | None, str],
    decided: dict[str, facts.DecisionRecord],
) -> ServedItem:
    if not item.closure.is_open:
        return ServedItem(id=number, printed=item.printed, title=item.title, is_restricted=True)
    record = decided.get(item.reference)
    paper = item.paper.removeprefix("edition/")
    documents = (
        (ServedDocument(title="Report", url=f"/reports/{paper}/"),) if paper != item.paper else ()
    )
    return ServedItem(
        id=number,
        printed=item.printed,
        title=item.title,
        text=as_html(item.text),
        minutes=said.get(item.number, ""),
        decision=as_html(_statement(record)) if record else "",
        is_decision=record is not None,
        documents=documents,
    )


def _statement(record: facts.DecisionRecord) -> str:
    """Return the written statement of a decision as lines of text."""
    lines = [f"Decision:\n{record.text}", f"Reasons for decision:\n{record.reasons}"]
    if record.alternatives:
        lines.append(f"Alternative options considered:\n{record.alternatives}")
    return "\n".join(lines)


def _minutes(meeting: facts.Meeting, known: int) -> dict[int | None, str]:
    """Return confirmed, open minutes as HTML by item; under None those of the whole meeting."""
    if meeting.minutes_published_on is None:
        return {}
    return {
        one.item: as_html(one.text)
        for one in minuted.minutes_of(meeting.code, known)
        if one.is_confirmed and one.closure.is_open
    }


def _numbers(
    model: type[models.Body | models.Meeting | models.AgendaItem], *key: str, **only: str
) -> dict[tuple[Any, ...], int]:
    """Return the number of each record: that of the first row which was kept of it."""
    rows = model.objects.filter(**only).values_list(*key).annotate(first=Min("id")).order_by(*key)
    return {tuple(row[:-1]): row[-1] for row in rows}
