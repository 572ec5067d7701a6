"""Money at a glance; pure."""

from collections.abc import Mapping, Sequence

from scrutable.documents.charts.facts import Waterfall, WaterfallStep
from scrutable.govuk.facts import Cell, Column, KeyFigure, Row, Table
from scrutable.govuk.presenters import count_cell
from scrutable.kernel.wording import capital, count_words, list_words, number_words
from scrutable.money.facts import Decided, Fund, LineSeen, Reckoned, Tie, TieKind, Totals
from scrutable.money.presenters.words import (
    APPROVALS,
    COMMITMENTS,
    FUND_WORDS,
    LEDGER,
    LINES,
    TIE_TAGS,
    decision_cell,
    exact,
    line_address,
    pence_cell,
    pounds_of,
    rounded,
)
from scrutable.money.rules import hides, over_lines, tie_words, year_words

MOST_OVER = 20
GRAVE = (TieKind.WRONG_YEAR, TieKind.COMMITTED_BEYOND)


def title(programme: int, ties: Sequence[Tie]) -> str:
    """Return the finding: how large the capital programme is, and what of it does not hold."""
    head = f"{rounded(programme)} of capital" if programme else "No capital is budgeted"
    wrong = sum(one.kind is TieKind.WRONG_YEAR for one in ties)
    beyond = sum(one.kind is TieKind.COMMITTED_BEYOND for one in ties)
    parts = []
    if wrong:
        verb = "approval is" if wrong == 1 else "approvals are"
        parts.append(f"{number_words(wrong)} {verb} tied to the wrong year")
    if beyond:
        verb = "commitment goes" if beyond == 1 else "commitments go"
        parts.append(f"{number_words(beyond)} {verb} beyond what was decided")
    return f"{head}; {list_words(parts)}" if parts else head


def summary(found: Sequence[LineSeen], year: int) -> str:
    """Return how many lines of the year are over what they may spend."""
    over = sum(bool(one.standing.over) for one in found)
    said = (
        f"{count_words(over, 'line')} of {len(found):,}"
        if over
        else f"None of {len(found):,} lines"
    )
    return f"{said} of {year_words(year)} {'is' if over <= 1 else 'are'} over what may be spent."


def figures(
    of_year: Totals, year: int, capital_by_year: Mapping[int, int], ledger: Reckoned | None
) -> tuple[KeyFigure, ...]:
    """Return the capital programme, and what of the year may be spent, is spent and expected."""
    period = year_words(year)
    known = sorted(capital_by_year)
    span = f"{year_words(known[0])} to {year_words(known[-1])}" if known else period
    return (
        KeyFigure(
            label="Capital programme",
            value=rounded(sum(capital_by_year.values())),
            period=span,
            comparison=f"Over {count_words(len(known), 'year')}" if known else "",
            href=f"{LINES}?year={year}&fund=capital",
        ),
        KeyFigure(
            label="May be spent",
            value=rounded(of_year.to_spend),
            period=period,
            comparison="Capital and revenue, after virements",
            href=f"{LINES}?year={year}",
        ),
        KeyFigure(
            label="Spent",
            value=rounded(of_year.spent),
            period=period,
            comparison=_ledger_words(ledger),
            href=LEDGER,
        ),
        KeyFigure(
            label="Expected by the year’s end",
            value=rounded(of_year.expected),
            period=period,
            comparison=_expected_words(of_year),
            href=f"{LINES}?year={year}&state=over",
        ),
    )


def _ledger_words(ledger: Reckoned | None) -> str:
    if ledger is None:
        return "No ledger of the year is loaded"
    return "Agrees with the ledger" if ledger.agrees else "Does not agree with the ledger yet"


def _expected_words(of: Totals) -> str:
    off = of.expected - of.to_spend
    said = f"{exact(abs(off))} {'more' if off > 0 else 'less'} than may be spent"
    return f"{said}; {of.unforecast:,} lines without a forecast" if of.unforecast else said


def waterfall(of: Totals, year: int) -> Waterfall | None:
    """Return how the year's money is made up, from the budget to what is not yet promised."""
    if not of.lines:
        return None
    left = of.to_spend - of.spent
    steps = (
        WaterfallStep("Budget", pounds_of(of.budget), exact(of.budget), total=True),
        WaterfallStep("Virements", pounds_of(of.moved), exact(of.moved)),
        WaterfallStep("Spent", pounds_of(-of.spent), exact(-of.spent)),
        WaterfallStep("Left", pounds_of(left), exact(left), total=True, wrong=left < 0),
    )
    return Waterfall(
        title=f"What is left of the budget of {year_words(year)}",
        description=(
            f"Of {exact(of.budget)} and virements of {exact(of.moved)}, {exact(of.spent)} is "
            f"spent and {exact(left)} is left."
        ),
        unit="£",
        steps=steps,
        wrong="More is spent than may be",
    )


TOTALS = (
    Column("lines", "Lines", numeric=True),
    Column("budget", "Budget", numeric=True),
    Column("moved", "Virements", numeric=True),
    Column("approved", "Approved", numeric=True),
    Column("committed", "Committed", numeric=True),
    Column("spent", "Spent", numeric=True),
    Column("expected", "Expected", numeric=True),
    Column("over", "Lines over", numeric=True),
)


def _sums(one: Totals) -> Row:
    return (
        count_cell(one.lines),
        pence_cell(one.budget),
        pence_cell(one.moved),
        pence_cell(one.approved),
        pence_cell(one.committed),
        pence_cell(one.spent),
        pence_cell(one.expected),
        count_cell(one.over),
    )


def part_table(
    found: Sequence[Totals], whole: Totals, year: int, *, by: str, heading: str
) -> Table:
    """Return what each fund, or each area, comes to in the year; the totals add up."""
    return Table(
        name=f"by-{by}",
        caption=f"{heading}, {year_words(year)}",
        columns=(Column(by, heading.removeprefix("By ").capitalize()), *TOTALS),
        rows=tuple((_part_cell(one.name, year, by), *_sums(one)) for one in found),
        totals=(Cell("All"), *_sums(whole)) if found else (),
        empty="No budget line of the year is recorded. Load the budget, or add a line.",
    )


def _part_cell(name: str, year: int, by: str) -> Cell:
    text = FUND_WORDS[Fund(name)] if by == "fund" else name
    return Cell(text, href=f"{LINES}?year={year}&{by}={name}".replace(" ", "+"))


def over_table(found: Sequence[LineSeen], year: int) -> Table:
    """Return the lines that are furthest over what they may spend."""
    return Table(
        name="over",
        caption=f"Furthest over what they may spend, {year_words(year)}",
        columns=(
            Column("line", "Budget line"),
            Column("area", "Area"),
            Column("may", "May be spent", numeric=True),
            Column("spent", "Spent", numeric=True),
            Column("forecast", "Forecast", numeric=True),
            Column("over", "Over by", numeric=True),
            Column("owner", "Owner"),
        ),
        rows=tuple(_over(one) for one in over_lines(found)[:MOST_OVER]),
        empty="No line is over what it may spend.",
    )


def _over(one: LineSeen) -> Row:
    line, stand = one.line, one.standing
    return (
        Cell(f"{line.code}: {line.title}", href=line_address(line.code, line.year)),
        Cell(line.area),
        pence_cell(stand.to_spend),
        pence_cell(stand.spent),
        pence_cell(stand.forecast),
        pence_cell(stand.over),
        Cell(line.owner or "Nobody named"),
    )


def tie_table(
    ties: Sequence[Tie], decided: Mapping[str, Decided], *, closed: bool, caption: str = ""
) -> Table:
    """Return everything that does not go together, the gravest first."""
    order = {kind: at for at, kind in enumerate(TieKind)}
    found = sorted(ties, key=lambda one: (order[one.kind], -one.pence, one.reference))
    return Table(
        name="ties",
        caption=caption or "What does not hold between decisions, approvals and spending",
        columns=(
            Column("what", "What"),
            Column("line", "Budget line"),
            Column("decision", "Decision"),
            Column("why", "What is wrong"),
        ),
        rows=tuple(_tie(one, shows=closed or not hides(one, decided)) for one in found),
        empty="Every approval and commitment holds against its decision, its year and the ledger.",
    )


def _tie(one: Tie, *, shows: bool) -> Row:
    number = one.reference.rpartition("/")[2]
    is_order = one.kind is TieKind.COMMITTED_BEYOND
    what = f"{'Commitment' if is_order else 'Approval'} {number}"
    return (
        Cell(what, tags=(TIE_TAGS[one.kind],), href=COMMITMENTS if is_order else APPROVALS),
        Cell(one.line, href=line_address(one.line, one.year)),
        decision_cell(one.decision),
        Cell(capital(tie_words(one, shows_sums=shows))),
    )


def capital_table(by_year: Mapping[int, int]) -> Table:
    """Return the capital programme year by year."""
    return Table(
        name="programme",
        caption="The capital programme, year by year",
        columns=(Column("year", "Financial year"), Column("budget", "Budget", numeric=True)),
        rows=tuple(
            (
                Cell(year_words(year), href=f"{LINES}?year={year}&fund=capital"),
                pence_cell(pence),
            )
            for year, pence in sorted(by_year.items())
        ),
        totals=(Cell("All years"), pence_cell(sum(by_year.values()))) if by_year else (),
        empty="No capital is budgeted. Load the capital programme, or add a line.",
    )
