"""The list of all minutes; pure."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from scrutable.govuk.facts import Cell, Column, Table
from scrutable.kernel.wording import capital, moment_words, number_words
from scrutable.meetings.facts import LimbState, Minutes
from scrutable.meetings.presenters.addresses import (
    minutes_address,
)
from scrutable.meetings.presenters.minutes import words

COLUMNS = (
    Column("minutes", "Minutes"),
    Column("file", "File"),
    Column("loaded", "Loaded"),
    Column("outcomes", "Outcomes", numeric=True),
    Column("settled", "Looked at", numeric=True),
    Column("state", "State"),
)
Counts = Mapping[str, Mapping[LimbState, int]]


def list_title(found: Sequence[Minutes]) -> str:
    """Return how many wait."""
    waiting = sum(not one.is_confirmed for one in found)
    if not found:
        return "No minutes have been loaded"
    if not waiting:
        return "All minutes are confirmed"
    one = waiting == 1
    return (
        f"{capital(number_words(waiting))} {'set' if one else 'sets'} of minutes "
        f"{'waits' if one else 'wait'} to be confirmed"
    )


def minutes_table(found: Sequence[Minutes], counts: Counts, bodies: Mapping[str, str]) -> Table:
    """Return all minutes, those that wait first."""
    ordered = sorted(found, key=lambda one: one.is_confirmed)
    return Table(
        name="minutes",
        caption="Minutes, and whether an officer has answered for them",
        columns=COLUMNS,
        rows=tuple(_row(one, counts.get(one.code, {}), bodies) for one in ordered),
        empty="Minutes appear here when they are loaded, from a file or from modern.gov.",
    )


def _row(
    one: Minutes, counts: Mapping[LimbState, int], bodies: Mapping[str, str]
) -> tuple[Cell, ...]:
    limbs = sum(counts.values())
    settled = limbs - counts.get(LimbState.AS_READ, 0)
    item = f"item {one.item}" if one.item else "the whole meeting"
    return (
        Cell(
            bodies.get(one.meeting, one.meeting),
            href=minutes_address(one.code),
            note=f"{one.code}, {item}",
        ),
        Cell(one.name, note=words.closure_words(one.closure)),
        Cell(moment_words(one.loaded_at), order=one.loaded_at.isoformat(), note=one.loaded_by),
        _number(limbs),
        _number(settled),
        Cell("", tags=(words.state_tag(one),)),
    )


def _number(number: int) -> Cell:
    return Cell(str(number), number=Decimal(number))
