"""The tables of a transition: its outcomes, its projects in flight, the looks; pure."""

from collections.abc import Mapping, Sequence
from datetime import date

from scrutable.govuk.facts import Cell, Column, Row, Table, Tag
from scrutable.govuk.presenters import count_cell, day_cell
from scrutable.kernel.wording import date_words
from scrutable.meetings.presenters.addresses import meeting_address
from scrutable.meetings.rules.programme import Placed
from scrutable.portfolio import rules
from scrutable.portfolio.facts import (
    HandOver,
    HandOverState,
    OutcomeJudgement,
    OutcomeStanding,
    OutcomeState,
    TransitionStanding,
)
from scrutable.portfolio.presenters.outcomes.words import (
    HAND_OVER_TAGS,
    LATE_TAG,
    NO_LOOK,
    STATE_TAGS,
    VERDICT_TAGS,
    entry_address,
    outcome_address,
    since_tags,
    transition_address,
)
from scrutable.portfolio.presenters.words import project_address

OVERDUE_TAG = Tag("Overdue", "red", "■")


def transition_table(found: Sequence[TransitionStanding], as_at: date) -> Table:
    """Return every transition with what its outcomes come to."""
    return Table(
        name="transitions",
        caption="Transitions",
        columns=(
            Column("service", "Service"),
            Column("on", "Came over"),
            Column("outcomes", "Outcomes", numeric=True),
            *(Column(state.value, tag.word, numeric=True) for state, tag in STATE_TAGS.items()),
            Column("next", "Next look"),
            Column("late", "Hand-overs late", numeric=True),
        ),
        rows=tuple(_transition(one, as_at) for one in found),
        empty=(
            "No transition is recorded. Record one when a service comes over from somebody else, "
            "with the outcomes it is to reach."
        ),
    )


def _transition(one: TransitionStanding, as_at: date) -> Row:
    transition = one.transition
    return (
        Cell(
            transition.title,
            href=transition_address(transition.code),
            note=f"from {transition.from_whom} to {transition.to_whom}",
        ),
        day_cell(transition.on, ""),
        count_cell(len(one.outcomes)),
        *(count_cell(one.count(state)) for state in STATE_TAGS),
        look_cell(one.next_look, as_at),
        count_cell(len(one.late(as_at))),
    )


def look_cell(day: date | None, as_at: date) -> Cell:
    """Return when something is looked at next, marked where that day has passed."""
    if day is None:
        return Cell(NO_LOOK)
    return Cell(date_words(day), order=day.isoformat(), tags=(OVERDUE_TAG,) if day < as_at else ())


def outcome_table(standing: TransitionStanding, as_at: date) -> Table:
    """Return the outcomes with the verdict before the last, the last, and what it rests on."""
    return Table(
        name="outcomes",
        caption="Outcomes",
        columns=(
            Column("outcome", "Outcome"),
            Column("owner", "Owner"),
            Column("before", "Before"),
            Column("now", "Now"),
            Column("for", "Evidence for", numeric=True),
            Column("against", "Evidence against", numeric=True),
            Column("next", "Next look"),
        ),
        rows=tuple(_outcome(one, as_at) for one in standing.outcomes),
        empty="No outcome is stated. Add the statements that the transition is to be held to.",
    )


def _outcome(one: OutcomeStanding, as_at: date) -> Row:
    outcome = one.outcome
    return (
        Cell(
            f"{outcome.number}. {outcome.text}",
            href=outcome_address(outcome.transition, outcome.number),
            order=f"{outcome.number:04}",
        ),
        Cell(outcome.owner),
        before_cell(one.before),
        now_cell(one),
        count_cell(len(one.speaking_for)),
        count_cell(len(one.speaking_against)),
        look_cell(one.next_look, as_at),
    )


def before_cell(before: OutcomeJudgement | None) -> Cell:
    """Return the verdict before the last with its day."""
    if before is None:
        return Cell("None before")
    return Cell("", tags=(VERDICT_TAGS[before.verdict],), note=date_words(before.on))


def now_cell(one: OutcomeStanding) -> Cell:
    """Return where it stands, with the day of the verdict, and that evidence has come since."""
    tags = (STATE_TAGS[one.state], *since_tags(one))
    last = one.last
    if last is None:
        unsaid = "" if one.state is OutcomeState.NOT_JUDGED else "Not judged"
        return Cell("", tags=tags, note=unsaid)
    judged = VERDICT_TAGS[last.verdict].word.lower()
    said = f"judged {judged} on " if one.state is OutcomeState.NO_EVIDENCE else ""
    return Cell("", tags=tags, note=f"{said}{date_words(last.on)}")


def hand_over_table(standing: TransitionStanding, as_at: date, *, may_change: bool) -> Table:
    """Return the projects in flight, one by one, those that are late marked."""
    late = set(standing.late(as_at))
    return Table(
        name="hand-overs",
        caption="Projects in flight",
        columns=(
            Column("project", "Project"),
            Column("whose", "Whose"),
            Column("state", "State"),
            Column("due", "Due"),
            Column("on", "Settled on"),
            Column("by", "Accepted by"),
            Column("note", "Note"),
        ),
        rows=tuple(
            _hand_over(one, standing, is_late=one in late, may_change=may_change)
            for one in standing.hand_overs
        ),
        empty="No project came over in flight. Add each one that did, with the day it is due.",
    )


def _hand_over(
    one: HandOver, standing: TransitionStanding, *, is_late: bool, may_change: bool
) -> Row:
    title = standing.titles.get(one.project)
    here = f"{transition_address(one.transition)}hand-over/{one.name}/"
    page = project_address(one.project) if title else ""
    tags = (HAND_OVER_TAGS[one.state], *((LATE_TAG,) if is_late else ()))
    waits = one.state is HandOverState.WAITING
    return (
        Cell(f"{one.project} {title}" if title else one.project, href=page),
        Cell(one.for_whom),
        Cell("", tags=tags, href=here if may_change else ""),
        day_cell(one.due_on, ""),
        day_cell(one.on, "Not yet" if waits else "Not said"),
        Cell(one.accepted_by or ("Not yet" if waits else "Nobody")),
        Cell(one.note or "None"),
    )


def look_table(
    standing: TransitionStanding, placed: Mapping[str, Placed], as_at: date, *, may_put: bool
) -> Table:
    """Return the looks with the meeting that each is put to; `placed` by reference of the entry."""
    return Table(
        name="looks",
        caption="Looks",
        columns=(
            Column("day", "Look of"),
            Column("state", "State"),
            Column("entry", "In the work programme"),
            Column("meeting", "Put to the meeting"),
        ),
        rows=tuple(
            _look(standing, day, placed, as_at, may_put=may_put)
            for day in rules.looks_named(standing)
        ),
        empty="No look is set. Set the days on which the outcomes are judged.",
    )


def _look(
    standing: TransitionStanding,
    day: date,
    placed: Mapping[str, Placed],
    as_at: date,
    *,
    may_put: bool,
) -> Row:
    entry = next((one.entry for one in standing.looks if one.on == day), "")
    is_ahead = day in rules.looks_ahead(standing)
    held = Tag("Held", "green", "●")
    coming = OVERDUE_TAG if day < as_at else Tag("To come", "blue", "○")
    code = standing.transition.code
    if entry:
        cell = Cell(entry.removeprefix("programme/"), href=entry_address(entry))
    elif not standing.transition.body:
        cell = Cell("No body looks at it")
    elif is_ahead and may_put:
        here = f"{transition_address(code)}look/{day.isoformat()}/"
        cell = Cell("Put it in the work programme", href=here)
    else:
        cell = Cell("Not put in")
    return (
        day_cell(day, ""),
        Cell("", tags=(coming if is_ahead else held,)),
        cell,
        _meeting(placed.get(entry), is_in=bool(entry)),
    )


def _meeting(placed: Placed | None, *, is_in: bool) -> Cell:
    if placed is None or not is_in:
        return Cell("None")
    if placed.entry.dropped_because:
        return Cell("Dropped", note=placed.entry.dropped_because)
    meeting = placed.meeting or placed.last_taken
    if meeting is None:
        return Cell("No meeting is fixed yet")
    return Cell(
        date_words(meeting.on), href=meeting_address(meeting.code), order=meeting.on.isoformat()
    )
