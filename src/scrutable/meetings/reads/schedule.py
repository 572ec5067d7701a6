"""The calendar: meetings with what each owes, and the notices that decisions owe."""

from collections.abc import Collection
from datetime import date, datetime

from scrutable.audit import reads as audit
from scrutable.audit.models import Event
from scrutable.meetings.facts import Course, DeadlineKind, Meeting, Noticed, Scheduled
from scrutable.meetings.reads import calendar
from scrutable.meetings.reads.deadlines import law
from scrutable.meetings.reads.decisions import cases
from scrutable.meetings.rules import deadlines, lifecycle
from scrutable.meetings.rules.programme import Placed, placed


def schedule(
    known: int,
    as_at: date,
    *,
    body: str | None = None,
    first: date | None = None,
    last: date | None = None,
) -> list[Scheduled]:
    """Return meetings by day with what each owes, in a handful of queries."""
    by = law(as_at, known)
    found = calendar.meetings(known, body=body, first=first, last=last)
    bodies = {one.code: one for one in calendar.bodies(known)}
    agendas = calendar.items_of([meeting.code for meeting in found], known)
    changed = {
        one.code: max(one.version, *(item.version for item in agendas.get(one.code, ())), 0)
        for one in found
    }
    stamps = recorded_at(set(changed.values()))
    scheduled = []
    for meeting in found:
        whose, agenda = bodies[meeting.body], agendas.get(meeting.code, [])
        owed = deadlines.of_meeting(meeting, whose, agenda, by.rules, by.notices)
        scheduled.append(
            Scheduled(
                meeting=meeting,
                body=whose,
                items=tuple(agenda),
                deadlines=tuple(owed),
                recorded_at=stamps[changed[meeting.code]],
                version=changed[meeting.code],
            )
        )
    return scheduled


def noticed(known: int, as_at: date) -> list[Noticed]:
    """Return the notices that decisions still to be made owe, by day."""
    by = law(as_at, known)
    plans = [case for case in cases(known) if case.planned and case.record is None]
    stamps = recorded_at({case.planned.version for case in plans if case.planned})
    found = [
        Noticed(
            name=case.planned.matter,
            deadline=owed,
            recorded_at=stamps[case.planned.version],
            version=case.planned.version,
        )
        for case in plans
        if case.planned
        for owed in lifecycle.of_decision(case, by.rules, by.notices)
        if owed.by is not None and owed.kind is DeadlineKind.DUE
    ]
    return sorted(found, key=lambda one: (one.deadline.by or date.min, one.deadline.about))


def courses(known: int, as_at: date, *, closed: bool = False) -> list[Course]:
    """Return every decision with how far it has come and what it owes, by code."""
    by = law(as_at, known)
    return [
        Course(
            case=case,
            stage=lifecycle.stage(case, by.rules, by.notices, as_at),
            deadlines=tuple(lifecycle.of_decision(case, by.rules, by.notices)),
        )
        for case in cases(known, closed=closed)
    ]


def placed_programme(known: int, *, body: str | None = None) -> list[Placed]:
    """Return the entries of one work programme, or of all, with where each stands."""
    by_body: dict[str, list[Meeting]] = {}
    for meeting in calendar.meetings(known, body=body):
        by_body.setdefault(meeting.body, []).append(meeting)
    return [placed(entry, by_body.get(entry.body, ())) for entry in calendar.programme(body, known)]


def recorded_at(versions: Collection[int]) -> dict[int, datetime]:
    """Return when each of these events was recorded."""
    rows = Event.objects.filter(number__in=list(versions)).order_by("number")
    return dict(rows.values_list("number", "at"))


def installation() -> str:
    """Return what tells this council's events from another's in somebody's calendar."""
    return (audit.seal_of_event(1) or "new")[:12]
