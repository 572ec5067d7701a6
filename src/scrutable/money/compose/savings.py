"""Savings in a report: planned, forecast, achieved, verified, and what counts twice; pure."""

from collections.abc import Sequence
from datetime import date

from scrutable.documents.blocks import Block, Cell, Citation, Column, Figure, Heading, Run, Table
from scrutable.documents.citing import cite, cite_many, period_at
from scrutable.documents.saying import numbered, plain
from scrutable.money.facts import Doubled, SavingProof, SavingSeen, SavingStage
from scrutable.money.presenters import savings as words
from scrutable.money.presenters.words import exact, pounds_of
from scrutable.money.rules import doubled_words, year_words

ANCHOR, ALL = "savings", "saving"
METHOD = (
    (
        "A saving is verified only by somebody who neither owns it nor said that it was achieved, "
        "and only against the ledger’s line that it was taken from."
    ),
)


def finding(found: Sequence[SavingSeen], twice: Sequence[Doubled], as_at: date) -> tuple[Run, ...]:
    """Return how much of what was planned is verified; nothing where there is none."""
    if not found:
        return ()
    return (Figure(words.title(found, twice), _every(found), period_at(as_at)), ".")


def savings_section(
    found: Sequence[SavingSeen], twice: Sequence[Doubled], as_at: date
) -> tuple[Block, ...]:
    """Return every saving from planned to verified, and what of them counts twice."""
    heading = Heading(1, "Savings", ANCHOR)
    if not found:
        return (heading, plain("No saving is recorded."))
    period = period_at(as_at)
    columns = (
        Column("Saving"),
        Column("Financial year"),
        Column("From line"),
        Column("Planned", numeric=True),
        Column("Forecast", numeric=True),
        Column("Achieved", numeric=True),
        Column("Verified", numeric=True),
        Column("Owner"),
    )
    rows = tuple(_row(one, period) for one in found)
    table = Table("Savings, from planned to verified", columns, rows, period=period)
    said = tuple(_twice(one, period) for one in twice)
    return (heading, numbered(*finding(found, twice, as_at)), table, *said)


def _row(one: SavingSeen, period: str) -> tuple[Cell, ...]:
    of = one.saving
    return (
        Cell(f"{of.code}: {of.title}"),
        Cell(year_words(of.year)),
        Cell(of.line),
        Cell(exact(of.planned), cite(of), number=pounds_of(of.planned), period=period),
        *(_said(words.proof(one, stage)) for stage in SavingStage),
        Cell(of.owner),
    )


def _said(one: SavingProof | None) -> Cell:
    if one is None:
        return Cell(words.NOT_SAID)
    return Cell(exact(one.pence), cite(one), number=pounds_of(one.pence), period=period_at(one.on))


def _twice(one: Doubled, period: str) -> Block:
    cited = Citation(f"budget/{one.line}/{one.year}", one.version)
    names = ", ".join(one.codes)
    said = f"Savings {names} on {one.line}, {year_words(one.year)}: {doubled_words(one)}"
    return numbered(Figure(said, cited, period), ".")


def _every(found: Sequence[SavingSeen]) -> Citation:
    return cite_many(ALL, [one.saving for one in found])
