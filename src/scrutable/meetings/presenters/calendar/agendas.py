"""Agendas, items and attendance as pages show them; pure."""

from collections.abc import Sequence

from scrutable.govuk.facts import Cell, Column, Row, Table, Term
from scrutable.kernel.wording import date_words
from scrutable.meetings import facts
from scrutable.meetings.presenters.addresses import (
    item_address,
    reference_address,
)
from scrutable.meetings.presenters.calendar.words import (
    NOT_FOR_PUBLICATION,
    PRESENCE_TAGS,
    PURPOSE_WORDS,
    openness_tag,
)
from scrutable.meetings.presenters.references import reference_words
from scrutable.meetings.presenters.schedule import closure_reason

NO_REASON = "None needed"


def agenda_table(items: Sequence[facts.AgendaItem]) -> Table:
    """Return the agenda in its order, withdrawn items marked."""
    return Table(
        name="agenda",
        caption="Agenda",
        columns=(
            Column("item", "Item"),
            Column("title", "Title"),
            Column("purpose", "Purpose"),
            Column("openness", "Openness"),
            Column("paper", "Paper"),
            Column("officer", "Officer"),
        ),
        rows=tuple(_item_row(item) for item in items),
        empty="Nothing is on the agenda yet. Add the items in their order.",
    )


def _item_row(item: facts.AgendaItem) -> Row:
    late = f"Added late: {item.late_reason}" if item.late_reason else ""
    return (
        Cell(item.printed or str(item.number), order=f"{item.number:04}"),
        Cell(
            item.title,
            href=item_address(item),
            note="Withdrawn" if item.withdrawn else late,
        ),
        Cell(PURPOSE_WORDS[item.purpose]),
        Cell("", tags=(openness_tag(item.closure.openness),), note=_paragraphs(item.closure)),
        Cell(reference_words(item.paper) or "None", href=reference_address(item.paper)),
        Cell(item.officer or "Nobody named"),
    )


def _paragraphs(closure: facts.Closure) -> str:
    numbers = ", ".join(str(number) for number in closure.paragraphs)
    return f"Paragraph {numbers}" if numbers else ""


def item_summary(item: facts.AgendaItem, meeting: facts.Meeting) -> str:
    """Return on which agenda the item stands, or that it was withdrawn from it."""
    agenda = f"the agenda for {date_words(meeting.on)}"
    return f"It was withdrawn from {agenda}." if item.withdrawn else f"It is on {agenda}."


def item_terms(item: facts.AgendaItem, *, may_see: bool) -> tuple[Term, ...]:
    """Return what is known of an item; the text of a closed one only to who may see it."""
    withheld = not item.closure.is_open and not may_see
    text = NOT_FOR_PUBLICATION if withheld else item.text or "No text recorded"
    added = date_words(item.added_on) if item.added_on else "With the agenda"
    said = reference_words(item.paper) or "None"
    paper = Term(label="Paper", value=said, href=reference_address(item.paper))
    return (
        Term(label="On the agenda as", value=item.printed or str(item.number)),
        Term(label="Purpose", value=PURPOSE_WORDS[item.purpose]),
        Term(label="Text", value=text),
        Term(label="Openness", value=closure_reason(item.closure)),
        Term(label="Officer", value=item.officer or "Nobody named"),
        paper,
        Term(label="Published", value=added),
        Term(label="Chair’s reason for taking it late", value=item.late_reason or NO_REASON),
    )


def attendance_table(presence: Sequence[facts.Attendance]) -> Table:
    """Return who came, in what capacity, with what interest."""
    return Table(
        name="attendance",
        caption="Attendance",
        columns=(
            Column("name", "Name"),
            Column("capacity", "As"),
            Column("presence", "Attendance"),
            Column("interest", "Interest declared"),
        ),
        rows=tuple(
            (
                Cell(one.name),
                Cell(one.capacity),
                Cell("", tags=(PRESENCE_TAGS[one.presence],)),
                Cell(one.interest or "None"),
            )
            for one in presence
        ),
        empty="Nobody’s attendance is recorded yet.",
    )
