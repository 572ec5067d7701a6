"""Projects handed over in flight, one by one; pure."""

from collections.abc import Iterator
from datetime import date

from scrutable.documents.blocks import Block, Cell, Column, Figure, Heading, Run, Table
from scrutable.documents.saying import numbered, plain
from scrutable.kernel.wording import capital, date_words, number_words, share_words
from scrutable.portfolio.compose.saying import cite, cite_many, day_cell, period_at, tag
from scrutable.portfolio.facts import HandOver, HandOverState, TransitionStanding
from scrutable.portfolio.presenters.outcomes.words import HAND_OVER_TAGS, LATE_TAG


def hand_over_section(standing: TransitionStanding, as_at: date) -> tuple[Block, ...]:
    """Return the projects in flight one by one: whose, due, accepted by whom, stopped and why."""
    heading = Heading(1, "Projects handed over in flight", "hand-over")
    if not standing.hand_overs:
        return (heading, plain("No project came over in flight."))
    columns = (
        Column("Project"),
        Column("Whose"),
        Column("State"),
        Column("Due"),
        Column("Settled on"),
        Column("Accepted by"),
        Column("Note"),
    )
    late = set(standing.late(as_at))
    rows = tuple(
        _hand_over(one, standing, period_at(as_at), is_late=one in late)
        for one in standing.hand_overs
    )
    table = Table("Projects in flight", columns, rows)
    return (heading, numbered(*_handed(standing, as_at)), table)


def _handed(standing: TransitionStanding, as_at: date) -> Iterator[Run]:
    found, period = standing.hand_overs, period_at(as_at)
    cited = cite_many(standing.transition.reference, found)
    over = sum(one.state is HandOverState.HANDED_OVER for one in found)
    stopped = sum(one.state is HandOverState.STOPPED for one in found)
    late = len(standing.late(as_at))
    some = capital(share_words(over, len(found)))
    yield Figure(f"{some} {'was' if over < 2 else 'were'} handed over", cited, period)
    yield f" by {date_words(as_at)}; "
    not_taken = f"{number_words(stopped)} {'was' if stopped == 1 else 'were'} not taken over"
    yield Figure(not_taken, cited, period)
    yield " and "
    yield Figure(f"{number_words(late)} {'is' if late == 1 else 'are'} late", cited, period)
    yield "."


def _hand_over(
    one: HandOver, standing: TransitionStanding, period: str, *, is_late: bool
) -> tuple[Cell, ...]:
    title = standing.titles.get(one.project)
    state = HAND_OVER_TAGS[one.state]
    tags = tuple(tag(of) for of in (state, *((LATE_TAG,) if is_late else ())))
    waits = one.state is HandOverState.WAITING
    return (
        Cell(f"{one.project} {title}" if title else one.project),
        Cell(one.for_whom),
        Cell(state.word, cite(one), tags, period=period),
        day_cell(one.due_on),
        day_cell(one.on, none="Not yet" if waits else "Not said"),
        Cell(one.accepted_by or ("Not yet" if waits else "Nobody")),
        Cell(one.note or "None"),
    )
