"""Initiatives in a report: from where to where, how far, and what it saves; pure."""

from collections.abc import Sequence

from scrutable.documents.blocks import (
    Block,
    Cell,
    Citation,
    Column,
    Figure,
    Heading,
    KeyFigure,
    Run,
    Table,
)
from scrutable.documents.citing import cite, cite_many, period_at, tag_cell
from scrutable.documents.saying import numbered, plain
from scrutable.housekeeping.facts import Initiative, InitiativeStanding
from scrutable.housekeeping.presenters import initiatives as words
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import date_words

ANCHOR, ALL = "initiatives", "initiatives"
METHOD = (
    (
        "An initiative is on track while the last snapshot is at the straight line from its "
        "baseline to its target, or ahead of it, on that snapshot’s own day. How much of the way "
        "is gone is rounded down."
    ),
    (
        "What is saved so far is stated only where a price is written down. Of initiatives that "
        "may count the same things only the largest saving is added up."
    ),
)


def finding(found: Sequence[InitiativeStanding]) -> tuple[Run, ...]:
    """Return how many are behind; nothing where there is none."""
    if not found:
        return ()
    return (Figure(words.title(found), _every(found), period_at(found[0].as_at)), ".")


def key_figures(found: Sequence[InitiativeStanding]) -> tuple[KeyFigure, ...]:
    """Return what is saved so far and what is expected; none where there is no initiative."""
    return tuple(
        KeyFigure(one.label, one.value, one.period, one.comparison, _every(found))
        for one in words.figures(found)
    )


def initiatives_section(found: Sequence[InitiativeStanding]) -> tuple[Block, ...]:
    """Return every initiative with its baseline, its target and its last measurement."""
    heading = Heading(1, "Initiatives", ANCHOR)
    if not found:
        return (heading, plain("No initiative is recorded."))
    columns = (
        Column("Initiative"),
        Column("Measured by"),
        Column("State"),
        Column("Baseline", numeric=True),
        Column("Last measured", numeric=True),
        Column("Target", numeric=True),
        Column("Of the way", numeric=True),
        Column("Due"),
        Column("Saved a year so far", numeric=True),
        Column("Owner"),
    )
    period = period_at(found[0].as_at)
    rows = tuple(_row(one, period) for one in found)
    table = Table("Initiatives, by the snapshots", columns, rows, period=period)
    return (heading, numbered(*finding(found)), table)


def _row(one: InitiativeStanding, period: str) -> tuple[Cell, ...]:
    initiative, last = one.initiative, one.last
    cited = cite(initiative)
    measured = Citation(last.reference, last.version) if last else cited
    now = words.value_cell(initiative, last.value if last else None)
    percent = words.percent_cell(one)
    return (
        Cell(f"{initiative.code}: {initiative.title}"),
        Cell(words.measure_words(initiative)),
        tag_cell(words.STATE_TAGS[one.state], measured, period),
        _value(initiative, initiative.baseline, cited, f"on {date_words(initiative.baseline_on)}"),
        Cell(
            now.text,
            measured if last else None,
            number=now.number,
            period=f"at {date_words(last.on)}" if last else period,
        ),
        _value(initiative, initiative.target, cited, f"by {date_words(initiative.due)}"),
        Cell(percent.text, measured if last else None, number=percent.number, period=period),
        Cell(date_words(initiative.due), cited),
        _saved(one, measured, period),
        Cell(initiative.owner),
    )


def _value(one: Initiative, value: int, cited: Citation, period: str) -> Cell:
    said = words.value_cell(one, value)
    return Cell(said.text, cited, number=said.number, period=period)


def _saved(one: InitiativeStanding, cited: Citation, period: str) -> Cell:
    if one.saved_pounds is None:
        return Cell(words.NOT_KNOWN if one.last else words.NOT_MEASURED)
    return Cell(money_exact(one.saved_pounds), cited, number=one.saved_pounds, period=period)


def _every(found: Sequence[InitiativeStanding]) -> Citation:
    day = found[0].as_at.isoformat()
    return cite_many(f"{ALL}/{day}", [one.initiative for one in found])
