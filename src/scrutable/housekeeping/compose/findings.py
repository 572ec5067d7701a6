"""Findings in a report: what stands by fault, what is quiet, what changed with each extract; pure.

No finding is named here: a report says how many, and leads to the figures of the snapshot.
"""

from collections.abc import Iterator

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
from scrutable.documents.citing import period_at
from scrutable.documents.saying import count_cell, numbered
from scrutable.housekeeping.facts import (
    LOUD,
    OVER,
    FindingsSeen,
    PartOfEstate,
    Snapshot,
    WorkCounted,
    WorkState,
    fault_count_words,
)
from scrutable.housekeeping.presenters.findings import title
from scrutable.housekeeping.presenters.words import PART_WORDS, fault_words
from scrutable.kernel.wording import date_words

METHOD = (
    (
        "A finding is something wrong that an extract shows. It stands until an extract of a later "
        "day no longer shows it; then it is fixed if somebody had said so, and gone if nobody had. "
        "What comes again is back."
    ),
    (
        "An explained finding is quiet up to and with the last day of its explanation. What is "
        "said to be fixed counts as such only until a later extract shows it still."
    ),
)
Group = tuple[PartOfEstate, str]


def finding(seen: FindingsSeen) -> tuple[Run, ...]:
    """Return how many findings need somebody."""
    if not seen.to.last:
        return ()
    return (Figure(title(seen.counted), _all(seen), period_at(seen.to.as_at)), ".")


def key_figures(seen: FindingsSeen) -> tuple[KeyFigure, ...]:
    """Return what needs somebody and what is explained, with the longest standing of the first."""
    if not seen.to.last:
        return ()
    period, cited = period_at(seen.to.as_at), _all(seen)
    days = [one.oldest for one in seen.counted if one.state in LOUD and one.oldest]
    oldest = f"the first since {date_words(min(days))}" if days else "none stands"
    explained = frozenset([WorkState.EXPLAINED])
    ends = [one.until for one in seen.counted if one.state in explained and one.until]
    first = f"the first until {date_words(min(ends))}" if ends else "none is"
    return (
        KeyFigure(
            "Findings that need somebody", f"{_number(seen.counted, LOUD):,}", period, oldest, cited
        ),
        KeyFigure(
            "Findings explained", f"{_number(seen.counted, explained):,}", period, first, cited
        ),
    )


def findings_section(seen: FindingsSeen) -> tuple[Block, ...]:
    """Return what stands by fault, the oldest of it, what is explained, and what changed."""
    heading = Heading(1, "Findings", "findings")
    if not seen.to.last:
        return (heading, numbered("No extract has been reconciled by this day."))
    return (heading, numbered(*finding(seen)), *_standing(seen), _changed(seen))


def _standing(seen: FindingsSeen) -> Iterator[Block]:
    groups: dict[Group, list[WorkCounted]] = {}
    for one in seen.counted:
        if one.state not in OVER:
            groups.setdefault((one.part, one.fault), []).append(one)
    if not groups:
        return
    worst = max(groups, key=lambda key: (_number(groups[key], LOUD), key))
    if number := _number(groups[worst], LOUD):
        cited = _cited(seen, *worst)
        words = fault_count_words(*worst, number)
        verb = "is" if number == 1 else "are"
        yield numbered(
            "Most of what needs somebody ",
            f"{verb} ",
            Figure(words, cited, period_at(seen.to.as_at)),
            ".",
        )
    yield Table(
        "What stands, by what is wrong",
        (
            Column("What is wrong"),
            Column("Part"),
            Column("Need somebody", numeric=True),
            Column("Explained", numeric=True),
            Column("Said to be fixed", numeric=True),
            Column("Longest since"),
        ),
        tuple(_row(seen, key, groups[key]) for key in sorted(groups)),
        period=period_at(seen.to.as_at),
    )


def _row(seen: FindingsSeen, key: Group, found: list[WorkCounted]) -> tuple[Cell, ...]:
    cited = _cited(seen, *key)
    days = [one.oldest for one in found if one.oldest]
    return (
        Cell(fault_words(*key)),
        Cell(PART_WORDS[key[0]]),
        count_cell(_number(found, LOUD), cited),
        count_cell(_number(found, frozenset([WorkState.EXPLAINED])), cited),
        count_cell(_number(found, frozenset([WorkState.SAID_FIXED])), cited),
        Cell(date_words(min(days)) if days else "Not known", cited),
    )


def _changed(seen: FindingsSeen) -> Block:
    return Table(
        "What the last extracts changed",
        (
            Column("Part"),
            Column("As at"),
            Column("New", numeric=True),
            Column("Back again", numeric=True),
            Column("Fixed", numeric=True),
            Column("Gone", numeric=True),
        ),
        tuple(_changes(one) for one in seen.snapshots),
        period=period_at(seen.to.as_at),
    )


def _changes(one: Snapshot) -> tuple[Cell, ...]:
    cited, period = Citation(one.reference, one.version), period_at(one.as_at)
    return (
        Cell(PART_WORDS[one.part]),
        Cell(date_words(one.as_at)),
        count_cell(one.new, cited, period),
        count_cell(one.back, cited, period),
        count_cell(one.fixed, cited, period),
        count_cell(one.gone, cited, period),
    )


def _number(found: tuple[WorkCounted, ...] | list[WorkCounted], of: frozenset[WorkState]) -> int:
    return sum(one.number for one in found if one.state in of)


def _cited(seen: FindingsSeen, part: PartOfEstate, fault: str) -> Citation:
    """Return the figure of the snapshot; its version is that of the last word on the part."""
    day = seen.to.last[part].isoformat()
    return Citation(f"estate/{part.value}/{day}/{fault}", seen.versions.get(part, 0))


def _all(seen: FindingsSeen) -> Citation:
    last = max(seen.snapshots, key=lambda one: one.version)
    return Citation(last.reference, max(seen.versions.values(), default=last.version))
