"""What stops a body, a meeting, an item or an entry, and what is amiss with a meeting; pure."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from scrutable.kernel.wording import count_words, date_words
from scrutable.meetings import facts
from scrutable.meetings.facts import Counting, Deadline, DeadlineState, Fault, MeetingState
from scrutable.meetings.rules import clear_days, deadlines
from scrutable.meetings.rules.codes import is_body_code
from scrutable.meetings.rules.deadlines import Law, agenda_rule, count_of, counting_of

CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
LEADING = re.compile(r"\s*(\d{1,9})\W*(.*)")  # "3." and "3 (a)", as agendas number their items
TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def in_order(items: Iterable[facts.AgendaItem]) -> list[facts.AgendaItem]:
    """Return an agenda as it is printed; an item without a printed number stands as it was put."""
    return sorted(items, key=_place)


def _place(item: facts.AgendaItem) -> tuple[int, str, int]:
    printed = LEADING.match(item.printed)
    number = int(printed[1]) if printed else item.number
    return number, printed[2] if printed else "", item.number


def faults_of_body(body: facts.Body) -> list[Fault]:
    """Return what stops a body from being recorded."""
    found = []
    if not is_body_code(body.code):
        found.append(
            Fault("Code", f"“{body.code}” is no code.", "Use capitals and digits, such as OSMB.")
        )
    if not body.name.strip():
        found.append(Fault("Name", "It is empty.", "Enter the body’s name."))
    return found


def faults_of_meeting(meeting: facts.Meeting, body: facts.Body, law: Law) -> list[Fault]:
    """Return what stops a meeting from being recorded."""
    return list(_meeting_faults(meeting, body, law))


def _meeting_faults(meeting: facts.Meeting, body: facts.Body, law: Law) -> Iterator[Fault]:
    on = date_words(meeting.on)
    if not CODE.fullmatch(meeting.code):
        yield Fault("Code", f"“{meeting.code}” is no code.", "Leave it out: it is made.")
    if not deadlines.meets(body):
        yield Fault("Body", f"{body.name} decides alone.", "Name a body that meets.")
    if body.ended_on and meeting.on > body.ended_on:
        ended = date_words(body.ended_on)
        yield Fault("Body", f"{body.name} ended on {ended}.", "Name the body that came after it.")
    if meeting.time and not TIME.fullmatch(meeting.time):
        yield Fault("Time", f"“{meeting.time}” is no time.", "Write it as 10:00.")
    if meeting.state is MeetingState.HELD and meeting.on > law.today:
        yield Fault("State", f"{on} has not come yet.", "Record it as held afterwards.")
    yield from _published_faults(meeting, law)
    if meeting.private_noticed_on and not meeting.private_reason.strip():
        yield Fault("Private meeting", "No reason is given.", "Enter why it is to be private.")


def faults_of_another_body(meeting: facts.Meeting, before: str) -> list[Fault]:
    """Return what stops a meeting that is kept already from becoming another body’s."""
    if before in ("", meeting.body):
        return []
    said = f"{meeting.code} is a meeting of {before}, not of {meeting.body}."
    return [Fault("Body", said, "Cancel it, and record the other body’s as a new one.")]


def _published_faults(meeting: facts.Meeting, law: Law) -> Iterator[Fault]:
    days = (
        ("Agenda published", meeting.agenda_published_on),
        ("Minutes published", meeting.minutes_published_on),
        ("Private notice", meeting.private_noticed_on),
        ("Further private notice", meeting.private_noticed_again_on),
    )
    for place, day in days:
        if day and day > law.today:
            yield Fault(place, f"{date_words(day)} has not come yet.", "Enter it afterwards.")
    if meeting.minutes_published_on and meeting.minutes_published_on < meeting.on:
        on = date_words(meeting.on)
        yield Fault("Minutes published", f"It is before {on}.", "Enter the day of publication.")


def faults_of_item(
    item: facts.AgendaItem, meeting: facts.Meeting, body: facts.Body, law: Law
) -> list[Fault]:
    """Return what stops an item from standing on an agenda."""
    found = []
    if not item.title.strip():
        found.append(Fault("Title", "It is empty.", "Enter the item’s title."))
    if item.added_on and item.added_on > meeting.on:
        on = date_words(meeting.on)
        found.append(Fault("Added on", f"It is after {on}.", "Enter the day it was added."))
    if late := late_item(item, meeting, body, law):
        found.append(late)
    return found


def late_item(
    item: facts.AgendaItem, meeting: facts.Meeting, body: facts.Body, law: Law
) -> Fault | None:
    """Return why an item may not be taken: added too late and without the chair's reason."""
    if item.added_on is None or item.late_reason.strip() or item.withdrawn:
        return None
    rule = law.rules[agenda_rule(body)]
    by = deadlines.day_of(rule, meeting.on, law.notices)
    if by is None or item.added_on <= by:
        return None
    counting = counting_of(rule, law.notices) or Counting.WORKING
    closed = law.notices.closed_days
    between = clear_days.clear_days_between(item.added_on, meeting.on, counting, closed)
    return Fault(
        f"Item {item.printed or item.number}",
        f"It was added on {date_words(item.added_on)}; between then and {date_words(meeting.on)} "
        f"lie {count_words(between, 'clear day')}, counted in {counting} days, and "
        f"{count_of(rule, law.notices)} are needed.",
        "Enter the special circumstances for which the chair takes it as urgent, to stand in the "
        "minutes (s.100B(4)(b)), or put it to the next meeting.",
    )


def amiss_with_meeting(
    meeting: facts.Meeting, body: facts.Body, items: Iterable[facts.AgendaItem], law: Law
) -> list[Fault]:
    """Return what is not as the law wants it on the day: notices missed or late, late items."""
    if meeting.state is MeetingState.CANCELLED or not deadlines.meets(body):
        return []
    agenda = list(items)
    owed = deadlines.of_meeting(meeting, body, agenda, law.rules, law.notices)
    found = [fault for one in owed if (fault := _missed(one, law.today))]
    late = (late_item(item, meeting, body, law) for item in agenda)
    return [*found, *(fault for fault in late if fault)]


def _missed(owed: Deadline, as_at: date) -> Fault | None:
    state = deadlines.state_of(owed, as_at)
    if state not in (DeadlineState.OVERDUE, DeadlineState.DONE_LATE) or owed.by is None:
        return None
    by = date_words(owed.by)
    if state is DeadlineState.OVERDUE or owed.done_on is None:
        said = f"It was due by {by} and is not recorded as done."
        return Fault(owed.what, said, f"{_way_out(owed)} ({owed.source}).")
    said = f"It was due by {by} and was done on {date_words(owed.done_on)}."
    return Fault(owed.what, said, f"Say at the meeting why it was late ({owed.source}).")


def _way_out(owed: Deadline) -> str:
    if owed.rule.startswith("EA5-PRIVATE"):
        return (
            "Record when it was done, or have scrutiny’s chair agree that meeting in private is "
            "urgent and publish why"
        )
    return "Record when it was done, or move the meeting"


def faults_of_entry(entry: facts.ProgrammeEntry) -> list[Fault]:
    """Return what stops an entry of a work programme."""
    found = []
    if not entry.title.strip():
        found.append(Fault("Title", "It is empty.", "Say what the body is to look at."))
    if not entry.owner.strip():
        found.append(Fault("Owner", "Nobody is named.", "Name the post that brings it."))
    if entry.every_months is not None and not 1 <= entry.every_months <= 60:
        found.append(
            Fault("Rhythm", f"{entry.every_months} months is no rhythm.", "Give 1 to 60 months.")
        )
    return found


def faults_of_attendance(attendance: facts.Attendance) -> list[Fault]:
    """Return what stops somebody's attendance from being recorded."""
    found = []
    if not attendance.name.strip():
        found.append(Fault("Name", "It is empty.", "Enter who it is."))
    if not attendance.capacity.strip():
        found.append(Fault("Capacity", "It is empty.", "Say as what, such as Chair or Member."))
    return found
