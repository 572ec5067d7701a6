"""One budget line: budget, what was allowed and promised, spend by month, forecast; pure."""

from collections.abc import Sequence
from decimal import Decimal

from scrutable.documents.charts.facts import Miss, TrendChart, TrendPoint
from scrutable.govuk.facts import Cell, Column, KeyFigure, Row, Table, Term
from scrutable.kernel.wording import date_words
from scrutable.money.facts import Forecast, LineSeen, Reckoned, Spending
from scrutable.money.presenters.words import (
    FUND_WORDS,
    MONTHS,
    decision_term,
    exact,
    hidden_words,
    line_address,
    pence_cell,
    pounds_of,
)
from scrutable.money.rules import year_words

NOT_YET = "Not yet due"


def title(one: LineSeen) -> str:
    """Return the finding: over by how much, or what is left."""
    stand = one.standing
    if stand.over:
        base = "forecast" if stand.forecast is not None else "spent"
        return f"{one.line.title}: {exact(stand.over)} more is {base} than may be spent"
    return f"{one.line.title}: {exact(stand.to_spend - stand.spent)} is left"


def figures(one: LineSeen, spent: Spending | None) -> tuple[KeyFigure, ...]:
    """Return what may be spent, what was approved, committed, spent and is forecast."""
    stand, period = one.standing, year_words(one.line.year)
    moved = f"{exact(stand.budget)} and {exact(stand.moved)} by virements"
    left = stand.approved - stand.committed
    promised = hidden_words(one.hidden) or (
        f"{exact(left)} of what is approved is free"
        if left >= 0
        else f"{exact(-left)} more than is approved"
    )
    begun = f"Since {date_words(spent.first_on)}" if spent and spent.first_on else "By the ledger"
    return (
        KeyFigure(
            label="May be spent", value=exact(stand.to_spend), period=period, comparison=moved
        ),
        KeyFigure(label="Approved", value=exact(stand.approved), period=period),
        KeyFigure(
            label="Committed", value=exact(stand.committed), period=period, comparison=promised
        ),
        KeyFigure(label="Spent", value=exact(stand.spent), period=period, comparison=begun),
        KeyFigure(
            label="Forecast",
            value="Nobody has said" if stand.forecast is None else exact(stand.forecast),
            period=period,
            comparison=f"{exact(stand.over)} over" if stand.over else "",
        ),
    )


def terms(one: LineSeen, said: Forecast | None, ledger: Reckoned | None) -> tuple[Term, ...]:
    """Return what else is known of the line."""
    line = one.line
    through = date_words(ledger.ledger.through) if ledger else "No ledger of the year is loaded"
    told = f"{said.by or 'Nobody named'}, {date_words(said.on)}" if said else "Nobody has"
    found = [
        Term(label="Fund", value=FUND_WORDS[line.fund]),
        Term(label="Business area", value=line.area),
        Term(label="Owner", value=line.owner or "Nobody named"),
        decision_term(line.decision),
        Term(label="Ledger up to", value=through),
        Term(label="Forecast by", value=told),
    ]
    if said and said.why:
        found.append(Term(label="Why it is forecast so", value=said.why))
    return tuple(found)


def other_years(line: str, year: int, years: Sequence[int]) -> tuple[tuple[str, str], ...]:
    """Return the same line in its other years."""
    return tuple((year_words(at), line_address(line, at)) for at in years if at != year)


def month_table(spent: Spending | None, said: Forecast | None, year: int, until: int) -> Table:
    """Return what was spent and what is forecast month by month; the sums add up."""
    return Table(
        name="months",
        caption=f"Month by month, {year_words(year)}",
        columns=(
            Column("month", "Month"),
            Column("spent", "Spent", numeric=True),
            Column("so-far", "Spent so far", numeric=True),
            Column("forecast", "Forecast", numeric=True),
        ),
        rows=tuple(_month(at, spent, said, year, until) for at in range(len(MONTHS)))
        if spent or said
        else (),
        totals=_sum(spent, said, until) if spent or said else (),
        empty="The ledger has nothing on this line, and nobody has forecast it.",
    )


def _month(at: int, spent: Spending | None, said: Forecast | None, year: int, until: int) -> Row:
    has_come = at < until
    gone = spent.months[at] if spent and has_come else 0
    so_far = sum(spent.months[: at + 1]) if spent and has_come else 0
    name = f"{MONTHS[at]} {year if at < len(MONTHS) - 3 else year + 1}"
    return (
        Cell(name, order=f"{at:02}"),
        pence_cell(gone) if has_come else Cell(NOT_YET),
        pence_cell(so_far) if has_come else Cell(NOT_YET),
        pence_cell(said.months[at] if said else None),
    )


def _sum(spent: Spending | None, said: Forecast | None, until: int) -> Row:
    gone = sum(spent.months[:until]) if spent else 0
    return (
        Cell("The year"),
        pence_cell(gone),
        pence_cell(gone),
        pence_cell(said.pence if said else None),
    )


def chart(one: LineSeen, spent: Spending | None, until: int) -> TrendChart | None:
    """Return what was spent so far, month by month, against what may be spent in the year."""
    if spent is None or not until:
        return None
    stand = one.standing
    limit = pounds_of(stand.to_spend)
    points, so_far = [], 0
    for at in range(until):
        so_far += spent.months[at]
        value = pounds_of(so_far)
        miss: Miss = "target" if value > limit else ""
        points.append(
            TrendPoint(MONTHS[at][:3], Decimal(round(value)), Decimal(round(limit)), miss=miss)
        )
    return TrendChart(
        title=f"What was spent of {one.line.code} so far, against what may be spent",
        description=(
            f"By the end of {MONTHS[until - 1]} {exact(stand.spent)} was spent of "
            f"{exact(stand.to_spend)}."
        ),
        points=tuple(points),
        unit="£",
        direction="lower",
        short="Over what may be spent",
    )
