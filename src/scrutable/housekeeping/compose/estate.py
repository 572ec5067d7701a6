"""The estate in a report: what each part comes to, as a sum, a picture and a table; pure."""

from collections.abc import Iterator

from scrutable.documents.blocks import (
    Block,
    Cell,
    Chart,
    Citation,
    Column,
    Figure,
    Heading,
    KeyFigure,
    Note,
    Run,
    Table,
)
from scrutable.documents.citing import period_at
from scrutable.documents.saying import count_cell, numbered, plain
from scrutable.housekeeping.facts import Snapshot
from scrutable.housekeeping.facts.sums import Estate, EstatePart, SumLine, Used
from scrutable.housekeeping.presenters import estate as words
from scrutable.housekeeping.presenters.words import PART_WORDS, fault_words, kind_words
from scrutable.housekeeping.rules.sums import wrong_in
from scrutable.kernel.wording import date_words, list_words

ANCHOR = "estate"
METHOD = (
    (
        "Every account, device and invoice of an extract counts on one line and on one only, so "
        "that the lines add up to all. Accounts begin with the people at work on the day: whoever "
        "no line of the staff extract says had left before it."
    ),
    (
        "Being on a line is not wrong in itself: what is wrong are the findings, which the "
        "council’s own limits decide."
    ),
)


def finding(estate: Estate) -> tuple[Run, ...]:
    """Return what the sums say, part by part; nothing where none was reconciled."""
    runs: list[Run] = []
    for one in estate.parts:
        snapshot = one.snapshot
        said = f"{PART_WORDS[snapshot.part]}: {words.lowered(words.finding(snapshot))}"
        runs += [" "] if runs else []
        runs += [Figure(said, _cite(snapshot, "all"), period_at(snapshot.as_at)), "."]
    return tuple(runs)


def key_figures(estate: Estate) -> tuple[KeyFigure, ...]:
    """Return how much is wrong in each part, against the snapshot before."""
    return tuple(
        KeyFigure(one.label, one.value, one.period, one.comparison, _cite(part.snapshot, "wrong"))
        for one, part in zip(words.figures(estate), estate.parts, strict=True)
    )


def estate_section(estate: Estate) -> tuple[Block, ...]:
    """Return every part of the estate as a sum that adds up."""
    heading = Heading(1, "The estate", ANCHOR)
    if not estate.parts:
        return (heading, plain("Nothing of the estate is reconciled yet."))
    return (heading, *(block for one in estate.parts for block in _part(one, estate.stale_days)))


def _part(one: EstatePart, stale_days: int) -> Iterator[Block]:
    snapshot = one.snapshot
    name, period = PART_WORDS[snapshot.part], period_at(snapshot.as_at)
    yield Heading(2, name, f"{ANCHOR}-{snapshot.part.value}")
    if stale := words.stale_words(one, stale_days):
        yield Note("warning", (stale,))
    yield numbered(
        Figure(words.finding(snapshot), _cite(snapshot, "all"), period),
        f". {words.change_words(one)}",
    )
    picture = words.waterfall(one)
    yield Chart(picture.title, picture.description, picture, _sum(one, period))
    if snapshot.faults:
        yield _wrong(snapshot, period)
    if one.used:
        yield plain(f"Read from {list_words([_read(used) for used in one.used])}.")


def _read(one: Used) -> str:
    """Return which extract was read; by whom it was taken stands in the log and in its trace."""
    kind, day = kind_words(one.extract.kind), date_words(one.extract.as_at)
    return f"{kind} as at {day} (SHA-256 {one.extract.sha256[:12]}…)"


def _sum(one: EstatePart, period: str) -> Table:
    snapshot = one.snapshot
    return Table(
        f"{PART_WORDS[snapshot.part]} as at {date_words(snapshot.as_at)}, line by line",
        (Column("Line"), Column("Number", numeric=True), Column("Wrong of these")),
        tuple(_line(snapshot, line, period) for line in one.lines),
        totals=True,
        period=period,
    )


def _line(snapshot: Snapshot, line: SumLine, period: str) -> tuple[Cell, ...]:
    none = "See what is wrong" if line.is_total else "Not wrong in itself"
    return (
        Cell(words.name_of(snapshot.part, line)),
        count_cell(line.number, _cite(snapshot, line.name), period),
        Cell(words.wrong_words(snapshot.part, line) or none),
    )


def _wrong(snapshot: Snapshot, period: str) -> Table:
    ordered = sorted(snapshot.faults, key=lambda fault: (-fault.number, fault.name))
    part = snapshot.part
    rows = [
        (
            Cell(fault_words(part, fault.name)),
            count_cell(fault.number, _cite(snapshot, fault.name), period),
        )
        for fault in ordered
    ]
    rows.append((Cell("All findings"), count_cell(wrong_in(snapshot), _cite(snapshot, "wrong"))))
    return Table(
        f"What is wrong with {PART_WORDS[part].lower()}",
        (Column("What is wrong"), Column("Findings", numeric=True)),
        tuple(rows),
        totals=True,
        period=period,
    )


def _cite(one: Snapshot, line: str) -> Citation:
    """Return the citation of a line or a fault of a snapshot: estate/<part>/<day>/<line>."""
    return Citation(f"{one.reference}/{line}", one.version)
