"""What a modern.gov service serves becomes our record: bodies, meetings, items, decisions, minutes.

Whatever is here already as it is served stays as it is, so that the same import twice changes
nothing. Minutes wait for an officer like any others.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from scrutable.audit.reads import number_at
from scrutable.evidence.intake.refusals import Refused
from scrutable.kernel.wording import london_day
from scrutable.meetings import facts, reads
from scrutable.meetings.facts.modern_gov import ServedCommittee, ServedItem, ServedMeeting
from scrutable.meetings.intake import text_of_html
from scrutable.meetings.intake.asking import Served, Unreadable
from scrutable.meetings.intake.service import ServiceSilent
from scrutable.meetings.rules import codes
from scrutable.meetings.rules import served as rules
from scrutable.meetings.writes import calendar, decisions, minutes
from scrutable.meetings.writes.unfit import UnfitDecision

IMPORT_REFUSALS = (
    ServiceSilent,
    Unreadable,
    Refused,
    minutes.UnreadableMinutes,
    minutes.UnfitMinutes,
    UnfitDecision,
)
NOT_SERVED = "Not given by modern.gov, from which this record was imported."
RESTRICTED = facts.Closure(openness=facts.Openness.RESTRICTED)
UNNAMED = "Restricted item"


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """One record of an import: what became of it is “new”, “changed” or “unchanged”."""

    reference: str
    title: str
    became: str


def _committee(committee: ServedCommittee, by: str, at: datetime) -> Imported:
    """Record the body that a committee is here; one known by its number keeps its code and name."""
    known = number_at()
    bodies = reads.bodies(known)
    there = next((body for body in bodies if body.modern_gov_id == committee.id), None)
    if there is not None:
        return Imported(reference=there.reference, title=there.name, became="unchanged")
    namesake = next((body for body in bodies if body.name == committee.title), None)
    if namesake is not None:
        body = replace(namesake, modern_gov_id=committee.id)
        calendar.record_body(body=body, by=by, at=at)
        return Imported(reference=body.reference, title=body.name, became="changed")
    body = facts.Body(
        code=rules.body_code(committee.title, {one.code for one in bodies}),
        name=committee.title,
        kind=rules.body_kind(committee.title, committee.category),
        modern_gov_id=committee.id,
    )
    calendar.record_body(body=body, by=by, at=at)
    return Imported(reference=body.reference, title=body.name, became="new")


def import_served(
    *, served: Served, dry_run: bool = False, by: str, at: datetime
) -> tuple[Imported, ...]:
    """Record what was served, all of it or nothing; a dry run takes all of it back.

    Raises whatever keeps a record from being made: `IMPORT_REFUSALS`.
    """
    imported: dict[str, Imported] = {}
    bodies: dict[int, str] = {}
    with transaction.atomic():
        for committee, meeting in served:
            if committee.id not in bodies:
                body = _committee(committee, by, at)
                imported[body.reference] = body
                bodies[committee.id] = body.reference.removeprefix("body/")
            for one in _meeting_and_all(bodies[committee.id], meeting, by, at):
                imported[one.reference] = one
        transaction.set_rollback(dry_run)
    return tuple(imported.values())


def _meeting_and_all(body: str, meeting: ServedMeeting, by: str, at: datetime) -> list[Imported]:
    """Record a meeting with its agenda, attendance, decisions and minutes."""
    recorded, became = _meeting(body, meeting, by, at)
    imported = [Imported(reference=recorded.reference, title=body, became=became)]
    for order, item in enumerate(meeting.items, 1):
        imported += _item(recorded, item, order, by, at)
    _attendances(recorded, meeting, by, at)
    return imported


def _meeting(body: str, meeting: ServedMeeting, by: str, at: datetime) -> tuple[facts.Meeting, str]:
    every = reads.meetings(number_at())
    there = next((one for one in every if one.body == body and _is(one, meeting)), None)
    today = london_day(at)
    said = any(item.minutes or item.decision for item in meeting.items)
    state = rules.state_of_status(meeting.status, has_minutes=said and meeting.on <= today)
    before = there or facts.Meeting(
        code=codes.meeting_code(body, meeting.on, {one.code for one in every}),
        body=body,
        on=meeting.on,
    )
    served_so = replace(
        before,
        on=meeting.on,
        time=meeting.time,
        place=meeting.place,
        state=before.state if before.state is facts.MeetingState.HELD else state,
        agenda_published_on=before.agenda_published_on
        or (min(today, meeting.on) if meeting.agenda_published else None),
        minutes_published_on=before.minutes_published_on
        or (today if meeting.minutes_published else None),
        modern_gov_id=meeting.id,
    )
    if there == served_so:
        return there, "unchanged"
    recorded = calendar.record_meeting(meeting=served_so, by=by, at=at)
    return recorded, "changed" if there else "new"


def _is(here: facts.Meeting, there: ServedMeeting) -> bool:
    """Test whether both are one meeting: by its number, or by its day where it had none."""
    if here.modern_gov_id is not None:
        return here.modern_gov_id == there.id
    return here.on == there.on


def _item(
    meeting: facts.Meeting, item: ServedItem, order: int, by: str, at: datetime
) -> list[Imported]:
    known = number_at()
    there = next(
        (i for i in reads.items(meeting.code, known, closed=True) if i.modern_gov_id == item.id),
        None,
    )
    before = there or facts.AgendaItem(meeting=meeting.code, number=0, printed="", title="")
    served_so = replace(
        before,
        printed=item.printed or str(order),
        title=(item.title or UNNAMED)[:300],
        purpose=rules.purpose_of(item.title, is_decision=item.is_decision)
        if there is None
        else before.purpose,
        text=text_of_html(item.text),
        closure=RESTRICTED if item.is_restricted else before.closure,
        modern_gov_id=item.id,
    )
    if there == served_so:
        recorded, became = there, "unchanged"
    else:
        recorded = calendar.put_item(item=served_so, by=by, at=at)
        became = "changed" if there else "new"
    imported = [Imported(reference=recorded.reference, title=recorded.title, became=became)]
    if meeting.state is not facts.MeetingState.HELD:
        return imported
    if item.minutes or item.decision:
        imported.append(_minutes(meeting, recorded, item, by, at))
    if item.is_decision and item.decision:
        imported.append(_decision(meeting, recorded, item, by, at))
    return imported


def _minutes(
    meeting: facts.Meeting, recorded: facts.AgendaItem, item: ServedItem, by: str, at: datetime
) -> Imported:
    parts = [("Decision:", item.decision), ("Minutes:", item.minutes)]
    markup = "".join(f"<h2>{heading}</h2>{body}" for heading, body in parts if body)
    content = f"<!doctype html><html lang=en><title>{item.id}</title>{markup}</html>".encode()
    before = {one.code for one in reads.minutes_of(meeting.code, number_at())}
    incoming = facts.IncomingMinutes(
        content=content,
        name=f"modern-gov-{meeting.modern_gov_id}-{item.id}.html",
        meeting=meeting.code,
        item=recorded.number,
        closure=recorded.closure,
    )
    loaded = minutes.load_minutes(incoming=incoming, by=by, at=at)
    became = "unchanged" if loaded.code in before else "new"
    return Imported(reference=loaded.reference, title=recorded.title, became=became)


def _decision(
    meeting: facts.Meeting, recorded: facts.AgendaItem, item: ServedItem, by: str, at: datetime
) -> Imported:
    code = f"MG{item.id}"
    known = number_at()
    there = reads.decision_record(code, known)
    if there is not None:
        return Imported(reference=there.reference, title=recorded.title, became="unchanged")
    record = facts.DecisionRecord(
        code=code,
        decided_on=meeting.on,
        maker=meeting.body,
        meeting=meeting.code,
        item=recorded.reference,
        text=text_of_html(item.decision),
        reasons=NOT_SERVED,
        alternatives=NOT_SERVED,
        interests=NOT_SERVED,
        dispensations=NOT_SERVED,
        published_on=london_day(at),
    )
    decisions.record_decision(record=record, by=by, at=at)
    return Imported(reference=record.reference, title=recorded.title, became="new")


def _attendances(meeting: facts.Meeting, asked: ServedMeeting, by: str, at: datetime) -> None:
    there = {one.name: one for one in reads.attendances(meeting.code, number_at())}
    for attendee in asked.attendees:
        presence = rules.presence_of(attendee.attendance)
        if presence is None or attendee.name in there:
            continue
        attendance = facts.Attendance(
            meeting=meeting.code,
            name=attendee.name[:200],
            capacity=attendee.role[:100] or "Member",
            presence=presence,
        )
        calendar.record_attendance(attendance=attendance, by=by, at=at)
