"""How a part of the estate moved from snapshot to snapshot: its lines, and what is wrong; pure."""

from collections.abc import Sequence

from scrutable.documents.charts.facts import Colour, ColumnStack, StackSeries
from scrutable.govuk.facts import Cell, Column, Row, Table
from scrutable.govuk.presenters import count_cell, day_cell
from scrutable.housekeeping.facts import PartOfEstate, Snapshot
from scrutable.housekeeping.presenters.words import (
    ESTATE,
    PART_WORDS,
    THING_WORDS,
    fault_words,
    line_words,
)
from scrutable.housekeeping.rules.sums import ORDER, WRONG, number_on, wrong_in
from scrutable.kernel.wording import count_words, date_words

TRENDS = f"{ESTATE}trends/"
MOST_SHOWN = 24  # snapshots of one picture
MOST_LAYERS = 4  # faults that a picture tells apart; the rest are one layer
LAYERS: tuple[Colour, ...] = ("red", "yellow", "blue", "green")


def title(part: PartOfEstate, found: Sequence[Snapshot]) -> str:
    """Return the finding: whether more or less is wrong than when it was first looked at."""
    things = PART_WORDS[part].lower()
    if not found:
        return f"No snapshot of {things} is kept"
    last = wrong_in(found[-1])
    said = f"{count_words(last, 'finding')} of {things}"
    if len(found) == 1:
        return f"{said} in the one snapshot there is"
    first, since = wrong_in(found[0]), date_words(found[0].as_at)
    if first == last:
        return f"{said}, as many as on {since}"
    return f"{said}, {'fewer' if last < first else 'more'} than the {first:,} of {since}"


def line_table(part: PartOfEstate, found: Sequence[Snapshot]) -> Table:
    """Return every line of the sum by snapshot, the last first, each adding up to all."""
    names = _in_order(part, {line.name for one in found for line in one.lines})
    has_people = any(one.people is not None for one in found)
    people = (Column("people", "People at work", numeric=True),) if has_people else ()
    return Table(
        name="lines",
        caption=f"{PART_WORDS[part]} by line and snapshot",
        columns=(
            Column("as-at", "As at"),
            *people,
            *(Column(name, line_words(part, name), numeric=True) for name in names),
            Column("all", f"All {THING_WORDS[part]}s", numeric=True),
        ),
        rows=tuple(_lines(one, names, has_people=has_people) for one in reversed(found)),
        empty=_empty(part),
    )


def _lines(one: Snapshot, names: Sequence[str], *, has_people: bool) -> Row:
    counted = {line.name for line in one.lines}
    people = Cell("Not counted") if one.people is None else count_cell(one.people)
    return (
        day_cell(one.as_at, ""),
        *((people,) if has_people else ()),
        *(
            count_cell(number_on(one, name)) if name in counted else Cell("Not counted")
            for name in names
        ),
        count_cell(one.number),
    )


def fault_table(part: PartOfEstate, found: Sequence[Snapshot]) -> Table:
    """Return everything that is wrong by snapshot, the last first."""
    names = _faults(found)
    return Table(
        name="faults",
        caption=f"What was wrong with {PART_WORDS[part].lower()}, by snapshot",
        columns=(
            Column("as-at", "As at"),
            *(Column(name, fault_words(part, name), numeric=True) for name in names),
            Column("all", "All findings", numeric=True),
        ),
        rows=tuple(
            (
                day_cell(one.as_at, ""),
                *(count_cell(_wrong(one, name)) for name in names),
                count_cell(wrong_in(one)),
            )
            for one in reversed(found)
        ),
        empty=_empty(part),
    )


def change_table(part: PartOfEstate, found: Sequence[Snapshot]) -> Table:
    """Return what each snapshot changed of the findings, the last first."""
    return Table(
        name="changes",
        caption="What each snapshot changed of the findings",
        columns=(
            Column("as-at", "As at"),
            Column("new", "New", numeric=True),
            Column("back", "Back again", numeric=True),
            Column("fixed", "Fixed", numeric=True),
            Column("gone", "Gone without a word", numeric=True),
            Column("standing", "Standing after it", numeric=True),
        ),
        rows=tuple(
            (
                day_cell(one.as_at, ""),
                *(count_cell(number) for number in (one.new, one.back, one.fixed, one.gone)),
                count_cell(wrong_in(one)),
            )
            for one in reversed(found)
        ),
        empty=_empty(part),
    )


def _empty(part: PartOfEstate) -> str:
    return f"No snapshot of {PART_WORDS[part].lower()} is kept. Take its extracts and reconcile."


def line_chart(part: PartOfEstate, found: Sequence[Snapshot]) -> ColumnStack | None:
    """Return the lines on which nothing ought to count, by snapshot; None of no snapshot."""
    shown = found[-MOST_SHOWN:]
    names = [name for name in ORDER[part] if name in WRONG[part]]
    if not shown:
        return None
    return ColumnStack(
        title=f"{PART_WORDS[part]} that ought not to be there",
        description=_described(
            [(line_words(part, name), [number_on(one, name) for one in shown]) for name in names],
            shown,
        ),
        periods=tuple(_period(one) for one in shown),
        series=tuple(
            StackSeries(
                line_words(part, name), colour, tuple(number_on(one, name) for one in shown)
            )
            for name, colour in zip(names, LAYERS, strict=False)
        ),
    )


def fault_chart(part: PartOfEstate, found: Sequence[Snapshot]) -> ColumnStack | None:
    """Return what was wrong by snapshot, the most frequent faults apart; None of no snapshot."""
    shown = found[-MOST_SHOWN:]
    if not any(wrong_in(one) for one in shown):
        return None
    names = _faults(shown)
    apart = names[:MOST_LAYERS]
    layers = [
        (fault_words(part, name), tuple(_wrong(one, name) for one in shown)) for name in apart
    ]
    if len(names) > len(apart):
        told = [sum(_wrong(one, name) for name in names[MOST_LAYERS:]) for one in shown]
        layers.append(("Everything else", tuple(told)))
    return ColumnStack(
        title=f"Findings of {PART_WORDS[part].lower()} by snapshot",
        description=_described(layers, shown),
        periods=tuple(_period(one) for one in shown),
        series=tuple(
            StackSeries(words, colour, counts)
            for (words, counts), colour in zip(layers, (*LAYERS, "grey"), strict=False)
        ),
    )


def _described(layers: Sequence[tuple[str, Sequence[int]]], shown: Sequence[Snapshot]) -> str:
    since = f"From {date_words(shown[0].as_at)} to {date_words(shown[-1].as_at)}: "
    said = "; ".join(f"{words} {counts[0]:,} to {counts[-1]:,}" for words, counts in layers)
    return f"{since}{said}."


def _period(one: Snapshot) -> str:
    return f"{one.as_at.day} {date_words(one.as_at).split()[1][:3]} {one.as_at.year % 100:02}"


def _in_order(part: PartOfEstate, names: set[str]) -> list[str]:
    order = list(ORDER[part])
    return sorted(names, key=lambda name: (order.index(name) if name in order else 99, name))


def _faults(found: Sequence[Snapshot]) -> list[str]:
    """Return every fault that was ever found, the most frequent in the last snapshot first."""
    names = {fault.name for one in found for fault in one.faults}
    return sorted(names, key=lambda name: (-_wrong(found[-1], name), name))


def _wrong(one: Snapshot, name: str) -> int:
    return sum(fault.number for fault in one.faults if fault.name == name)
