"""The calendar and one meeting as pages show them; pure."""

from collections.abc import Mapping, Sequence
from datetime import date

from scrutable.govuk.facts import Cell, Column, KeyFigure, Row, Table, Term
from scrutable.govuk.presenters import count_cell
from scrutable.kernel.wording import capital, count_words, date_words, days_words, number_words
from scrutable.meetings import facts
from scrutable.meetings.facts import DeadlineState, Fault, MeetingState, Scheduled
from scrutable.meetings.presenters.addresses import (
    body_address,
    meeting_address,
)
from scrutable.meetings.presenters.calendar.words import (
    KIND_WORDS,
    MEETING_TAGS,
    when_words,
)
from scrutable.meetings.presenters.deadlines import PENDING, due_cell
from scrutable.meetings.rules.deadlines import state_of

NO_PLACE = "No place set"
BODY = (Column("body", "Body"),)


def calendar_title(scheduled: Sequence[Scheduled], as_at: date) -> str:
    """Return the finding: what is overdue, or when the next meeting is."""
    overdue = sum(
        state_of(owed, as_at) is DeadlineState.OVERDUE
        for one in scheduled
        if one.meeting.on >= as_at
        for owed in one.deadlines
    )
    if overdue:
        verb = "is" if overdue == 1 else "are"
        noun = "notice" if overdue == 1 else "notices"
        return f"{capital(number_words(overdue))} {noun} of coming meetings {verb} overdue"
    coming = [one for one in scheduled if _is_coming(one.meeting, as_at)]
    if not coming:
        return "No meeting is coming"
    first = coming[0]
    return f"{first.body.name} meets next, on {date_words(first.meeting.on)}"


def _is_coming(meeting: facts.Meeting, as_at: date) -> bool:
    return meeting.on >= as_at and meeting.state is MeetingState.PLANNED


def coming_table(scheduled: Sequence[Scheduled], as_at: date, *, several: bool = True) -> Table:
    """Return the meetings to come, the next first, each with what is due when.

    The bodies are named where there are `several`.
    """
    coming = [one for one in scheduled if one.meeting.on >= as_at]
    return Table(
        name="coming",
        caption="Meetings to come",
        columns=(
            Column("on", "Meeting"),
            *(BODY if several else ()),
            Column("state", "State"),
            Column("due", "Due next"),
            Column("items", "Items", numeric=True),
            Column("place", "Place"),
        ),
        rows=tuple(_coming_row(one, as_at, several=several) for one in coming),
        empty="No meeting is coming. Add one, and what it owes by law is worked out for it.",
    )


def _coming_row(one: Scheduled, as_at: date, *, several: bool) -> Row:
    meeting = one.meeting
    return (
        Cell(
            when_words(meeting),
            href=meeting_address(meeting.code),
            order=f"{meeting.on.isoformat()} {meeting.time}",
            note=capital(days_words((meeting.on - as_at).days)),
        ),
        *(_body_cells(one) if several else ()),
        Cell("", tags=(MEETING_TAGS[meeting.state],)),
        due_cell(one.deadlines, as_at),
        count_cell(sum(not item.withdrawn for item in one.items)),
        Cell(meeting.place or NO_PLACE),
    )


def _body_cells(one: Scheduled) -> Row:
    return (Cell(one.body.name, href=body_address(one.body.code)),)


def past_table(scheduled: Sequence[Scheduled], as_at: date, *, several: bool = True) -> Table:
    """Return the meetings before the day, the newest first."""
    past = [one for one in scheduled if one.meeting.on < as_at]
    return Table(
        name="past",
        caption="Meetings held and cancelled",
        columns=(
            Column("on", "Meeting"),
            *(BODY if several else ()),
            Column("state", "State"),
            Column("minutes", "Minutes published"),
            Column("items", "Items", numeric=True),
        ),
        rows=tuple(_past_row(one, several=several) for one in reversed(past)),
        empty="No meeting has been held yet.",
    )


def _past_row(one: Scheduled, *, several: bool) -> Row:
    meeting = one.meeting
    on = meeting.minutes_published_on
    return (
        Cell(
            when_words(meeting),
            href=meeting_address(meeting.code),
            order=f"{meeting.on.isoformat()} {meeting.time}",
        ),
        *(_body_cells(one) if several else ()),
        Cell("", tags=(MEETING_TAGS[meeting.state],)),
        Cell(date_words(on) if on else "Not yet", order=on.isoformat() if on else ""),
        count_cell(sum(not item.withdrawn for item in one.items)),
    )


def meeting_title(one: Scheduled) -> str:
    """Return body and day, and that it was cancelled where it was."""
    said = f"{one.body.name}, {date_words(one.meeting.on)}"
    return f"Cancelled: {said}" if one.meeting.state is MeetingState.CANCELLED else said


def meeting_summary(one: Scheduled, faults: Sequence[Fault], as_at: date) -> str:
    """Return in one sentence how the meeting stands."""
    if one.meeting.state is MeetingState.CANCELLED:
        return "It owes no notices. What was on its agenda stays to be read."
    if faults:
        return f"{count_words(len(faults), 'thing')} {'is' if len(faults) == 1 else 'are'} amiss."
    pending = [owed for owed in one.deadlines if state_of(owed, as_at) in PENDING]
    if pending and pending[0].by:
        return f"Next is due by {date_words(pending[0].by)}: {pending[0].what}."
    return "Every notice that it owed is recorded as given in time."


def meeting_figures(one: Scheduled, presence: Sequence[facts.Attendance]) -> tuple[KeyFigure, ...]:
    """Return agenda, closed items and who came, each with its period."""
    items = [item for item in one.items if not item.withdrawn]
    closed = sum(not item.closure.is_open for item in items)
    here = sum(came.presence in ("present", "remote") for came in presence)
    on = f"on {date_words(one.meeting.on)}"
    return (
        KeyFigure(label="Items", value=str(len(items)), period=on),
        KeyFigure(label="Closed to the public", value=str(closed), period=on),
        KeyFigure(
            label="Present",
            value=str(here) if presence else "Not recorded",
            period=on,
            comparison=f"of {len(presence)} recorded" if presence else "",
        ),
    )


def meeting_terms(one: Scheduled) -> tuple[Term, ...]:
    """Return what is known of the meeting."""
    meeting = one.meeting
    found = [
        Term(label="Reference", value=meeting.code),
        Term(label="Body", value=one.body.name, href=body_address(one.body.code)),
        Term(label="Kind of body", value=KIND_WORDS[one.body.kind]),
        Term(label="When", value=when_words(meeting)),
        Term(label="Where", value=meeting.place or NO_PLACE),
        Term(label="Agenda published", value=_day(meeting.agenda_published_on)),
        Term(label="Minutes published", value=_day(meeting.minutes_published_on)),
    ]
    if meeting.private_reason:
        found += [
            Term(label="Private because", value=meeting.private_reason),
            Term(label="First private notice", value=_day(meeting.private_noticed_on)),
            Term(label="Further private notice", value=_day(meeting.private_noticed_again_on)),
        ]
    return tuple(found)


def _day(day: date | None) -> str:
    return date_words(day) if day else "Not yet"


def names_of(bodies: Sequence[facts.Body]) -> Mapping[str, str]:
    """Return the name of each body by its code."""
    return {body.code: body.name for body in bodies}
