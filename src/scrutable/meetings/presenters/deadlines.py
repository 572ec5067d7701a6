"""Deadlines as pages and commands show them; pure."""

from collections.abc import Mapping, Sequence
from datetime import date

from scrutable.govuk.facts import Cell, Column, Row, Table, Tag
from scrutable.govuk.presenters import day_cell
from scrutable.kernel.wording import capital, count_words, date_words
from scrutable.meetings.facts import Deadline, DeadlineState
from scrutable.meetings.rules.deadlines import state_of

STATE_WORDS: Mapping[DeadlineState, str] = {
    DeadlineState.DONE: "Done",
    DeadlineState.DONE_LATE: "Done late",
    DeadlineState.DUE: "Due",
    DeadlineState.OVERDUE: "Overdue",
    DeadlineState.OWED: "Not done yet",
    DeadlineState.KEEPING: "Being kept",
    DeadlineState.KEPT: "Need no longer be kept",
    DeadlineState.NOT_BEGUN: "Not begun",
    DeadlineState.OPEN: "Open",
    DeadlineState.CLOSED: "Closed",
}
STATE_COLOURS: Mapping[DeadlineState, str] = {
    DeadlineState.DONE: "green",
    DeadlineState.DONE_LATE: "yellow",
    DeadlineState.DUE: "blue",
    DeadlineState.OVERDUE: "red",
    DeadlineState.OWED: "yellow",
    DeadlineState.KEEPING: "grey",
    DeadlineState.KEPT: "grey",
    DeadlineState.NOT_BEGUN: "grey",
    DeadlineState.OPEN: "blue",
    DeadlineState.CLOSED: "grey",
}
STATE_SHAPES: Mapping[DeadlineState, str] = {
    DeadlineState.DONE: "●",
    DeadlineState.DONE_LATE: "▲",
    DeadlineState.DUE: "○",
    DeadlineState.OVERDUE: "■",
    DeadlineState.OWED: "▲",
    DeadlineState.KEEPING: "○",
    DeadlineState.KEPT: "●",
    DeadlineState.NOT_BEGUN: "○",
    DeadlineState.OPEN: "○",
    DeadlineState.CLOSED: "●",
}
PENDING = (DeadlineState.OVERDUE, DeadlineState.OWED, DeadlineState.DUE)
COLUMNS = (
    *("rule", "what", "by", "state", "done_on", "earliest"),
    *("counting", "assumption", "words", "source", "unconfirmed", "about"),
)


def state_tag(state: DeadlineState) -> Tag:
    """Return the state as a tag."""
    return Tag(STATE_WORDS[state], STATE_COLOURS[state], STATE_SHAPES[state])


def deadline_table(
    found: Sequence[Deadline], as_at: date, *, empty: str, name: str = "deadlines"
) -> Table:
    """Return what is owed, by when, how it was counted and by which rule."""
    return Table(
        name=name,
        caption="What is due, and by which rule",
        columns=(
            Column("what", "What"),
            Column("by", "By"),
            Column("state", "State"),
            Column("done", "Done on"),
            Column("counting", "How it is counted"),
            Column("rule", "Rule"),
        ),
        rows=tuple(_row(one, as_at) for one in found),
        empty=empty,
    )


def _row(one: Deadline, as_at: date) -> Row:
    earliest = f"Not before {date_words(one.earliest)}" if one.earliest else ""
    counting = f"{capital(one.counting)} days" if one.counting else "No days are counted"
    return (
        Cell(one.what, note=one.words),
        Cell(
            date_words(one.by) if one.by else "No day is set",
            order=one.by.isoformat() if one.by else "",
            note=earliest,
        ),
        Cell("", tags=(state_tag(state_of(one, as_at)),)),
        day_cell(one.done_on, "Not recorded") if one.kind == "due" else Cell("Does not apply"),
        Cell(counting, note=one.assumption),
        Cell(one.rule, note=source_words(one)),
    )


def source_words(one: Deadline) -> str:
    """Return where the rule stands, and what of it nobody has read there."""
    if not one.unconfirmed:
        return one.source
    unread = f"{one.unconfirmed[:1].lower()}{one.unconfirmed[1:]}"
    return f"{one.source}. Not read at its source: {unread}"


def deadline_row(one: Deadline, as_at: date) -> dict[str, str | date | None]:
    """Return one deadline as commands print it."""
    return {
        "rule": one.rule,
        "what": one.what,
        "by": one.by,
        "state": state_of(one, as_at).value,
        "done_on": one.done_on,
        "earliest": one.earliest,
        "counting": one.counting,
        "assumption": one.assumption,
        "words": one.words,
        "source": one.source,
        "unconfirmed": one.unconfirmed,
        "about": one.about,
    }


def due_cell(found: Sequence[Deadline], as_at: date) -> Cell:
    """Return what is due next of several deadlines, or that nothing is."""
    pending = [one for one in found if state_of(one, as_at) in PENDING]
    if not pending:
        return Cell("Nothing is due")
    first = pending[0]
    by = f"by {date_words(first.by)}" if first.by else "as soon as practicable"
    more = f"and {count_words(len(pending) - 1, 'more', 'more')}" if len(pending) > 1 else ""
    order = first.by.isoformat() if first.by else ""
    tag = state_tag(state_of(first, as_at))
    return Cell(capital(by), tags=(tag,), note=f"{first.what} {more}".strip(), order=order)
