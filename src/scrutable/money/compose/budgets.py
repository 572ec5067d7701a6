"""Budgets in a report: what may be spent, what does not hold, and the ledger; pure.

A report is read by whoever it is issued to: no sum that a decision hides is in it.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from scrutable.documents.blocks import (
    Block,
    Cell,
    Citation,
    Column,
    Figure,
    Heading,
    Run,
    Table,
)
from scrutable.documents.citing import cite, cite_many, period_at, tag_cell
from scrutable.documents.saying import count_cell, numbered, plain
from scrutable.kernel.wording import capital
from scrutable.money.facts import Decided, LineSeen, Reckoned, Tie, Totals
from scrutable.money.presenters import glance as words
from scrutable.money.presenters.ledger import AGREES, DIFFERS
from scrutable.money.presenters.words import FUND_WORDS, TIE_TAGS, exact, pounds_of
from scrutable.money.rules import hides, over_lines, reckoned_words, tie_words, totals, year_words

ANCHOR, ALL = "money", "budget"
MOST_OVER = 20
METHOD = (
    (
        "What may be spent of a line is its budget after virements. It is over where its forecast "
        "is more than that or, where nobody has forecast it, what the ledger says was spent."
    ),
    (
        "An approval is of the wrong year where nothing was spent in its year and the same line "
        "was spent in another without any approval. What is exempt is left out of every sum."
    ),
)


def finding(
    programme: int, ties: Sequence[Tie], found: Sequence[LineSeen], as_at: date
) -> tuple[Run, ...]:
    """Return how large the capital programme is and what of it does not hold."""
    if not found:
        return ()
    return (Figure(words.title(programme, ties), _lines(found), period_at(as_at)), ".")


def budgets_section(
    found: Sequence[LineSeen],
    by_fund: Sequence[Totals],
    ties: Sequence[Tie],
    decided: Mapping[str, Decided],
    ledger: Reckoned | None,
    as_at: date,
) -> tuple[Block, ...]:
    """Return budgets by fund, the lines over, what does not hold, and the ledger of the year."""
    heading = Heading(1, "Budgets and approvals", ANCHOR)
    if not found:
        return (heading, plain("No budget line of the year is recorded."))
    year = found[0].line.year
    blocks: list[Block] = [heading, _fund_table(found, by_fund, year, as_at)]
    if over := over_lines(found):
        blocks.append(_over_table(over[:MOST_OVER], year, as_at))
    if ties:
        blocks.append(_tie_table(ties, decided, as_at))
    blocks.append(_ledger_words(ledger, year))
    return tuple(blocks)


def _fund_table(
    found: Sequence[LineSeen], by_fund: Sequence[Totals], year: int, as_at: date
) -> Table:
    cited, period = _lines(found), f"{year_words(year)}, {period_at(as_at)}"
    columns = (
        Column("Fund"),
        Column("Lines", numeric=True),
        Column("May be spent", numeric=True),
        Column("Committed", numeric=True),
        Column("Spent", numeric=True),
        Column("Expected", numeric=True),
    )
    names = {fund.value: text for fund, text in FUND_WORDS.items()}
    rows = [_fund(one, names[one.name], cited, period) for one in by_fund]
    rows.append(_fund(totals(found), "Both", cited, period))
    caption = f"Budgets of {year_words(year)} by fund"
    return Table(caption, columns, tuple(rows), period=period, totals=True)


def _fund(one: Totals, name: str, cited: Citation, period: str) -> tuple[Cell, ...]:
    sums = (one.to_spend, one.committed, one.spent, one.expected)
    return (
        Cell(name),
        count_cell(one.lines, cited, period),
        *(_sum(pence, cited, period) for pence in sums),
    )


def _over_table(over: Sequence[LineSeen], year: int, as_at: date) -> Table:
    period = f"{year_words(year)}, {period_at(as_at)}"
    columns = (
        Column("Budget line"),
        Column("May be spent", numeric=True),
        Column("Spent", numeric=True),
        Column("Over by", numeric=True),
        Column("Owner"),
    )
    rows = tuple(
        (
            Cell(f"{one.line.code}: {one.line.title}"),
            _sum(one.standing.to_spend, cite(one.line), period),
            _sum(one.standing.spent, cite(one.line), period),
            _sum(one.standing.over, cite(one.line), period),
            Cell(one.line.owner or "Nobody named"),
        )
        for one in over
    )
    return Table("Lines over what they may spend", columns, rows, period=period)


def _tie_table(ties: Sequence[Tie], decided: Mapping[str, Decided], as_at: date) -> Table:
    period = period_at(as_at)
    rows = tuple(
        (
            tag_cell(TIE_TAGS[one.kind], Citation(one.reference, one.version), period),
            Cell(one.line),
            Cell(one.decision.removeprefix("decision/")),
            Cell(
                capital(tie_words(one, shows_sums=not hides(one, decided))),
                Citation(one.reference, one.version),
                period=period,
            ),
        )
        for one in ties
    )
    columns = (Column("What"), Column("Budget line"), Column("Decision"), Column("What is wrong"))
    return Table("What does not hold", columns, rows, period=period)


def _ledger_words(one: Reckoned | None, year: int) -> Block:
    if one is None:
        return plain(f"No ledger of {year_words(year)} is loaded.")
    said = f"The ledger of {year_words(year)} comes to {exact(one.ledger.pence)}"
    tag = AGREES.word if one.agrees else DIFFERS.word
    why = "" if one.agrees else f": {reckoned_words(one)}"
    period = period_at(one.ledger.through)
    return numbered(Figure(said, cite(one.ledger), period), f". {tag}{why}.")


def _sum(pence: int, cited: Citation, period: str) -> Cell:
    return Cell(exact(pence), cited, number=pounds_of(pence), period=period)


def _lines(found: Sequence[LineSeen]) -> Citation:
    return cite_many(ALL, [one.line for one in found])
