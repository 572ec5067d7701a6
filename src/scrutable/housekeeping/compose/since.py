"""What changed of the estate since the report before this one; pure."""

from collections.abc import Iterator, Sequence

from scrutable.documents.blocks import (
    Block,
    Cell,
    Citation,
    Column,
    Heading,
    Run,
    Table,
)
from scrutable.documents.citing import cite_many, figure, period_at
from scrutable.documents.saying import count_cell, numbered, plain
from scrutable.housekeeping.facts import LOUD, PartOfEstate, Snapshot
from scrutable.housekeeping.facts.whole import EstateBefore, Turned, WholeEstate
from scrutable.housekeeping.presenters.words import PART_WORDS, THING_WORDS
from scrutable.kernel.wording import date_words

ANCHOR, TITLE = "since", "What changed since the last report"
METHOD = (
    "What changed is held against what the report before this one told, as it was known when that "
    "was frozen. A finding that came and went between two extracts counts as found and as gone."
)
Row = tuple[str, int | None, int | None, Citation]  # name, then, now, what now rests on


def since_section(now: WholeEstate, before: EstateBefore | None) -> tuple[Block, ...]:
    """Return what each part came to then and comes to now, and what the extracts between turned."""
    heading = Heading(1, TITLE, ANCHOR)
    if before is None:
        return (heading, plain("No report on the estate was frozen before this one."))
    return (
        heading,
        plain(
            f"The report before this one is {before.reference}, {before.title}, which told how "
            f"matters stood on {date_words(before.whole.as_at)}."
        ),
        _then_and_now(now, before),
        *_turned(now, before.turned),
    )


def _then_and_now(now: WholeEstate, before: EstateBefore) -> Table:
    then_period, period = period_at(before.whole.as_at), period_at(now.as_at)
    return Table(
        "What the last report told, and what stands now",
        (
            Column("What"),
            Column(f"On {date_words(before.whole.as_at)}", numeric=True),
            Column(f"On {date_words(now.as_at)}", numeric=True),
            Column("Change", numeric=True),
        ),
        tuple(
            (
                Cell(name),
                _count(then, None, then_period),
                _count(current, cited, period),
                _change(then, current, cited, period),
            )
            for name, then, current, cited in _rows(now, before.whole)
        ),
        period=period,
    )


def _rows(now: WholeEstate, then: WholeEstate) -> Iterator[Row]:
    for part in PartOfEstate:
        snapshot = _snapshot(now, part)
        if snapshot is None:
            continue
        earlier = _snapshot(then, part)
        cited = Citation(f"{snapshot.reference}/all", snapshot.version)
        words = f"{PART_WORDS[part]}: {THING_WORDS[part]}s in all"
        yield words, earlier.number if earlier else None, snapshot.number, cited
        version = now.findings.versions.get(part, snapshot.version)
        cited = Citation(f"{snapshot.reference}/wrong", version)
        words = f"{PART_WORDS[part]}: findings that need somebody"
        yield words, _needing(then, part), _needing(now, part), cited
    if now.agreements.found:
        cited = cite_many(now.agreements.reference, now.agreements.found)
        yield "Agreements that run on without approval", _running(then), _running(now), cited


def _snapshot(whole: WholeEstate, part: PartOfEstate) -> Snapshot | None:
    found = (one.snapshot for one in whole.estate.parts if one.snapshot.part is part)
    return next(found, None)


def _needing(whole: WholeEstate, part: PartOfEstate) -> int | None:
    """Return how many findings of the part need somebody; None where it was not reconciled."""
    if part not in whole.findings.to.last:
        return None
    counted = whole.findings.counted
    return sum(one.number for one in counted if one.part is part and one.state in LOUD)


def _running(whole: WholeEstate) -> int | None:
    found = whole.agreements.found
    return sum(one.running is not None for one in found) if found else None


def _count(number: int | None, cited: Citation | None, period: str) -> Cell:
    return Cell("Not told") if number is None else count_cell(number, cited, period)


def _change(then: int | None, now: int | None, cited: Citation, period: str) -> Cell:
    if then is None or now is None:
        return Cell("Not known")
    words = f"{now - then:+,}" if now != then else "None"
    return Cell(words, cited, period=period)


def _turned(now: WholeEstate, found: Sequence[Turned]) -> Iterator[Block]:
    if not found:
        yield plain("No extract was taken since then.")
        return
    period = f"up to {date_words(now.as_at)}"
    for one in found:
        yield numbered(*_turn(one, period))


def _turn(one: Turned, period: str) -> Iterator[Run]:
    cited = Citation(one.reference, one.version)
    yield f"{PART_WORDS[one.part]}, by the extracts since then: "
    for at, (words, number) in enumerate(
        (
            ("findings new: ", one.new),
            ("back again: ", one.back),
            ("fixed: ", one.fixed),
            ("gone without a word: ", one.gone),
        )
    ):
        yield f"{', ' if at else ''}{words}"
        yield figure(f"{number:,}", cited, period)
    yield "."
