"""Service points and credits with the sum worked through; pure."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from scrutable.contracts.compose import citing
from scrutable.contracts.compose.papers import Papers
from scrutable.contracts.compose.saying import commentary
from scrutable.contracts.facts import CreditSum, PointsLine
from scrutable.contracts.presenters import words
from scrutable.documents.blocks import Block, Cell, Column, Figure, Heading, Run, Table
from scrutable.documents.saying import count_cell, numbered, plain
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import count_words, list_words

NOT_KNOWN = "Not known"
NOT_ADDED = "Not added up"


def section(papers: Papers) -> tuple[Block, ...]:
    """Return the credits month by month, then each month's sum worked through."""
    heading = Heading(1, "Points and service credits", "credits")
    totals = tuple(total for month in papers.span if (total := papers.credit(month)) is not None)
    said = commentary(papers, "credits")
    if not any(total.terms for total in totals):
        return (heading, plain("No terms of service credits are recorded for the contract."), *said)
    parts = [block for total in totals for block in _worked(papers, total)]
    return (heading, _terms(totals), *said, _overview(papers, totals), *parts)


def _terms(totals: Sequence[CreditSum]) -> Block:
    terms = next(total.terms for total in reversed(totals) if total.terms)
    clause = f" ({terms.clause})" if terms.clause else ""
    return plain(
        f"Each service point takes {_percent(terms.percent_per_point)} off the month’s charge, "
        f"at most {_percent(terms.cap_percent)} of it{clause}. Points for a failure in the month "
        f"after another of the same KPI count {terms.repeat_multiplier} times."
    )


def _percent(number: Decimal) -> str:
    return f"{number.normalize():f}%"


def _overview(papers: Papers, totals: Sequence[CreditSum]) -> Table:
    columns = (
        Column("Month"),
        Column("Points counted", numeric=True),
        Column("Charge", numeric=True),
        Column("Before the cap", numeric=True),
        Column("Cap", numeric=True),
        Column("Credit", numeric=True),
    )
    rows = tuple(_month(papers, total) for total in totals)
    return Table(
        f"Service credits, {papers.span.words}",
        columns,
        (*rows, _sum_row(papers, totals)),
        totals=True,
        period=papers.span.words,
    )


def _month(papers: Papers, total: CreditSum) -> tuple[Cell, ...]:
    cited, month = citing.of_credits(papers, total), total.month.words
    charge = total.charge.pounds if total.charge else None
    sums = (charge, total.uncapped_pounds, total.cap_pounds, total.credit_pounds)
    cells = (
        Cell(NOT_KNOWN)
        if pounds is None
        else Cell(money_exact(pounds), cited, number=pounds, period=month)
        for pounds in sums
    )
    return (Cell(month), count_cell(total.points, cited, month), *cells)


def _sum_row(papers: Papers, totals: Sequence[CreditSum]) -> tuple[Cell, ...]:
    cited, period = citing.of_credits(papers, totals[-1]), papers.span.words
    pounds = [total.credit_pounds for total in totals if total.credit_pounds is not None]
    added = sum(pounds, Decimal(0))
    credit = (
        Cell(money_exact(added), cited, number=added, period=period)
        if len(pounds) == len(papers.span)
        else Cell(f"{NOT_KNOWN}: a month is missing")
    )
    points = count_cell(sum(total.points for total in totals), cited, period)
    return (Cell("Total"), points, *(Cell(NOT_ADDED),) * 3, credit)


def _worked(papers: Papers, total: CreditSum) -> Iterator[Block]:
    month = total.month.words
    yield Heading(2, f"{month}: the sum", f"credits-{total.month}")
    lines = [line for line in total.lines if line.points or line.counted]
    if lines:
        yield _points(papers, total, lines)
    yield numbered(*_sum(papers, total))
    if total.not_judged:
        yield plain(
            f"{count_words(len(total.not_judged), 'KPI')} without a result in {month} carried no "
            f"points: {list_words(total.not_judged)}. The sum changes if a result arrives."
        )


def _points(papers: Papers, total: CreditSum, lines: Sequence[PointsLine]) -> Table:
    cited, month = citing.of_credits(papers, total), total.month.words
    columns = (
        Column("KPI"),
        Column("Severity"),
        Column("Points", numeric=True),
        Column("Times", numeric=True),
        Column("Counted", numeric=True),
        Column("Why"),
    )
    rows = tuple(
        (
            Cell(papers.kpis[line.code].name if line.code in papers.kpis else line.code),
            Cell(words.SEVERITY_WORDS[line.severity]),
            count_cell(line.points, cited, month),
            count_cell(line.multiplier, cited, month),
            count_cell(line.counted, cited, month),
            Cell(_why(line)),
        )
        for line in lines
    )
    counted = count_cell(sum(line.counted for line in lines), cited, month)
    sums = (Cell("Total"), Cell("All"), Cell(NOT_ADDED), Cell(NOT_ADDED), counted, Cell("Sum"))
    return Table(f"Service points, {month}", columns, (*rows, sums), totals=True, period=month)


def _why(line: PointsLine) -> str:
    if line.relieved_by:
        return f"Not counted: {line.relieved_by}"
    return "Repeated failure" if line.is_repeat else "First failure"


def _sum(papers: Papers, total: CreditSum) -> Iterator[Run]:
    """Yield the sum as a sentence: points × rate × charge, the cap, the credit."""
    month, cited = total.month.words, citing.of_credits(papers, total)
    points = Figure(count_words(total.points, "point"), cited, month)
    if total.terms is None or total.charge is None or total.credit_pounds is None:
        lacking = "terms of credits" if total.terms is None else "charge"
        yield from (points, f" counted in {month}. No {lacking} for the month is recorded, so the ")
        yield "credit is not known; it is not nought."
        return
    charge, uncapped = money_exact(total.charge.pounds), money_exact(_pounds(total.uncapped_pounds))
    yield from (points, f" × {_percent(total.terms.percent_per_point)} × ")
    yield from (Figure(charge, cited, month), " = ", Figure(uncapped, cited, month), ". ")
    if total.is_capped:
        cap = money_exact(_pounds(total.cap_pounds))
        yield from (f"The cap is {_percent(total.terms.cap_percent)} of the charge, ",)
        yield from (Figure(cap, cited, month), ". ")
    if total.suspended_by:
        yield f"Credits are suspended ({total.suspended_by}). "
    yield from (
        f"The credit for {month} is ",
        Figure(money_exact(total.credit_pounds), cited, month),
    )
    yield "."


def _pounds(amount: Decimal | None) -> Decimal:
    return Decimal(0) if amount is None else amount
