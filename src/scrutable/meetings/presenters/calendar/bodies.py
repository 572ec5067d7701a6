"""Bodies and their work programmes as pages show them; pure."""

from collections.abc import Mapping, Sequence
from datetime import date

from scrutable.govuk.facts import Cell, Column, Row, Table, Tag, Term
from scrutable.govuk.presenters import count_cell
from scrutable.kernel.wording import capital, count_words, date_words, list_words, number_words
from scrutable.meetings import facts
from scrutable.meetings.facts import MeetingState
from scrutable.meetings.presenters.addresses import (
    body_address,
    meeting_address,
    reference_address,
)
from scrutable.meetings.presenters.calendar.words import (
    KIND_WORDS,
    PURPOSE_WORDS,
    when_words,
)
from scrutable.meetings.presenters.references import reference_words
from scrutable.meetings.rules.deadlines import meets
from scrutable.meetings.rules.programme import Placed


def bodies_title(
    bodies: Sequence[facts.Body], meetings: Sequence[facts.Meeting], as_at: date
) -> str:
    """Return how many bodies there are, and how many of those that meet have nothing planned."""
    if not bodies:
        return "Bodies"
    coming = {one.body for one in meetings if one.state is MeetingState.PLANNED and one.on >= as_at}
    idle = sum(meets(one) and not one.ended_on and one.code not in coming for one in bodies)
    said = f"{capital(number_words(len(bodies)))} {'body' if len(bodies) == 1 else 'bodies'}"
    if not idle:
        return f"{said}, and each that meets has a meeting planned"
    return f"{said}, {number_words(idle)} of them without a meeting planned"


def body_table(
    bodies: Sequence[facts.Body], meetings: Sequence[facts.Meeting], as_at: date
) -> Table:
    """Return every body with its next meeting."""
    coming: dict[str, list[facts.Meeting]] = {}
    for meeting in meetings:
        if meeting.on >= as_at and meeting.state is MeetingState.PLANNED:
            coming.setdefault(meeting.body, []).append(meeting)
    return Table(
        name="bodies",
        caption="Bodies",
        columns=(
            Column("name", "Body"),
            Column("kind", "Kind"),
            Column("chair", "Chair or holder"),
            Column("members", "Members", numeric=True),
            Column("next", "Next meeting"),
        ),
        rows=tuple(_body_row(body, coming.get(body.code, ())) for body in bodies),
        empty="No body is recorded yet. Add the council, its committees and who decides alone.",
    )


def _body_row(body: facts.Body, coming: Sequence[facts.Meeting]) -> Row:
    unsaid = "Not recorded" if meets(body) else "Does not apply"
    return (
        Cell(body.name, href=body_address(body.code), note=body.code),
        Cell(KIND_WORDS[body.kind]),
        Cell(body.chair or "Not recorded"),
        count_cell(len(body.members)) if body.members else Cell(unsaid),
        _next_cell(body, coming),
    )


def _next_cell(body: facts.Body, coming: Sequence[facts.Meeting]) -> Cell:
    if body.ended_on:
        return Cell(f"Ended on {date_words(body.ended_on)}")
    if not meets(body):
        return Cell("Decides alone")
    if not coming:
        return Cell("None planned")
    first = coming[0]
    return Cell(when_words(first), href=meeting_address(first.code), order=first.on.isoformat())


def body_terms(body: facts.Body) -> tuple[Term, ...]:
    """Return what is known of a body."""
    found = [
        Term(label="Code", value=body.code),
        Term(label="Kind", value=KIND_WORDS[body.kind]),
        Term(label="Chair" if meets(body) else "Holder", value=body.chair or "Not recorded"),
        Term(label="Members", value=list_words(body.members) or "Not recorded"),
    ]
    if body.ended_on:
        found.append(Term(label="Ended on", value=date_words(body.ended_on)))
    return tuple(found)


def body_summary(body: facts.Body, coming: Sequence[facts.Meeting]) -> str:
    """Return in one sentence what the body is and when it meets next."""
    kind = KIND_WORDS[body.kind]
    if body.ended_on:
        return f"{kind}; it ended on {date_words(body.ended_on)}."
    if not meets(body):
        return f"{kind}."
    first = next((one for one in coming if one.state is MeetingState.PLANNED), None)
    met = f"it meets next on {when_words(first)}" if first else "no meeting is planned"
    return f"{kind}; {met}."


def programme_title(name: str, placed: Sequence[Placed]) -> str:
    """Return the finding about a programme: how much of it has no meeting yet."""
    waiting = sum(not one.is_done and one.meeting is None for one in placed)
    if waiting:
        return f"{name}: {_entries(waiting)} without a meeting"
    return name


def _entries(number: int) -> str:
    return f"{number_words(number)} {'entry' if number == 1 else 'entries'}"


def programme_table(
    placed: Sequence[Placed], as_at: date, names: Mapping[str, str] | None = None
) -> Table:
    """Return a work programme: what is due first, then what has no meeting, then what is done.

    With names of bodies it is the programme of several, each entry with its body.
    """
    by_body = (Column("body", "Body"),) if names is not None else ()
    return Table(
        name="programme",
        caption="Work programme",
        columns=(
            Column("entry", "Entry"),
            *by_body,
            Column("due", "Due at"),
            Column("state", "State"),
            Column("rhythm", "How often"),
            Column("last", "Last taken"),
            Column("owner", "Brought by"),
            Column("asked", "Asked for in"),
        ),
        rows=tuple(_entry_row(one, as_at, names) for one in sorted(placed, key=_order)),
        empty=(
            "Nothing is in the work programme yet. Add the six-monthly overview, items by "
            "exception and what was asked to come back."
        ),
    )


def _order(one: Placed) -> tuple[int, str, str, int]:
    due = one.meeting.on.isoformat() if one.meeting else str(one.month or "9")
    return (int(one.is_done), due, one.entry.body, one.entry.number)


def _entry_row(one: Placed, as_at: date, names: Mapping[str, str] | None) -> Row:
    entry = one.entry
    every = entry.every_months
    last = one.last_taken
    address = f"{body_address(entry.body)}programme/{entry.number}/"
    whose = (names or {}).get(entry.body, entry.body)
    body = (Cell(whose, href=body_address(entry.body)),)
    return (
        Cell(entry.title, href=address, note=PURPOSE_WORDS[entry.purpose]),
        *(body if names is not None else ()),
        _due_cell(one),
        Cell("", tags=(_state_tag(one, as_at),), note=entry.dropped_because),
        Cell(f"Every {count_words(every, 'month')}" if every else "Once"),
        Cell(
            date_words(last.on) if last else "Not yet",
            href=meeting_address(last.code) if last else "",
            order=last.on.isoformat() if last else "",
        ),
        Cell(entry.owner),
        _asked_cell(entry.asked_in),
    )


def _asked_cell(reference: str) -> Cell:
    if not reference:
        return Cell("Not recorded")
    return Cell(reference_words(reference), href=reference_address(reference))


def _due_cell(one: Placed) -> Cell:
    moved = f"Moved from {date_words(one.moved_from.on)}" if one.moved_from else ""
    if one.is_done:
        return Cell("Nothing more is due")
    if one.meeting is not None:
        meeting = one.meeting
        at, order = meeting_address(meeting.code), meeting.on.isoformat()
        return Cell(date_words(meeting.on), href=at, order=order, note=moved)
    if one.month is not None:
        return Cell(capital(one.month.words), order=str(one.month), note="No meeting is fixed yet")
    return Cell("No meeting is fixed yet")


def _state_tag(one: Placed, as_at: date) -> Tag:
    if one.entry.dropped_because:
        return Tag("Dropped", "grey", "×")
    if one.is_done:
        return Tag("Taken", "green", "●")
    if one.meeting is None:
        return Tag("To be placed", "yellow", "▲")
    return Tag("Overdue", "red", "■") if one.meeting.on < as_at else Tag("Due", "blue", "○")
