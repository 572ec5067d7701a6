"""The list of budget lines; pure."""

from collections.abc import Mapping, Sequence

from scrutable.govuk.facts import Cell, Column, Rows, Table
from scrutable.govuk.presenters import day_cell
from scrutable.kernel.wording import count_words
from scrutable.money.facts import Fund, LineSeen, Totals, Virement
from scrutable.money.presenters.words import (
    FUND_WORDS,
    decision_cell,
    exact,
    hidden_words,
    line_address,
    pence_cell,
    state_tag,
)
from scrutable.money.rules import year_words

STATES = {"": "Over or not", "over": "Over", "within": "Within", "silent": "Without a forecast"}


def title(found: Sequence[LineSeen], year: int) -> str:
    """Return how many lines are over, and by how much together."""
    over = [one.standing.over for one in found if one.standing.over]
    if not found:
        return f"No budget line of {year_words(year)} answers"
    if not over:
        return f"No budget line of {year_words(year)} is over what it may spend"
    verb = "is" if len(over) == 1 else "are"
    said = f"{len(over):,} of {count_words(len(found), 'budget line')} {verb} over"
    return f"{said}, by {exact(sum(over))} together"


def filters(
    years: Sequence[int], areas: Sequence[str], chosen: Mapping[str, str]
) -> tuple[tuple[str, str, str, tuple[tuple[str, str], ...]], ...]:
    """Return the filters: name, label, what stands for all, and the choices."""
    return (
        (
            ("year", "Financial year", "", tuple((str(one), year_words(one)) for one in years)),
            ("fund", "Fund", "Every fund", tuple((one.value, FUND_WORDS[one]) for one in Fund)),
            ("area", "Business area", "Every area", tuple((one, one) for one in areas)),
            ("state", "Over or within", STATES[""], tuple((k, v) for k, v in STATES.items() if k)),
        )
        if chosen
        else ()
    )


def line_table(found: Sequence[LineSeen], whole: Totals, year: int) -> Table:
    """Return the lines; a page's rows are made when it is shown."""
    return Table(
        name="lines",
        caption=f"Budget lines of {year_words(year)}",
        columns=(
            Column("line", "Budget line"),
            Column("fund", "Fund"),
            Column("area", "Area"),
            Column("budget", "Budget", numeric=True),
            Column("moved", "Virements", numeric=True),
            Column("approved", "Approved", numeric=True),
            Column("committed", "Committed", numeric=True),
            Column("spent", "Spent", numeric=True),
            Column("forecast", "Forecast", numeric=True),
            Column("over", "Over by", numeric=True),
        ),
        rows=Rows(
            found,
            (
                _name,
                lambda one: Cell(FUND_WORDS[one.line.fund]),
                lambda one: Cell(one.line.area),
                lambda one: pence_cell(one.standing.budget),
                lambda one: pence_cell(one.standing.moved),
                lambda one: pence_cell(one.standing.approved),
                _committed,
                lambda one: pence_cell(one.standing.spent),
                lambda one: pence_cell(one.standing.forecast),
                lambda one: pence_cell(one.standing.over),
            ),
            lambda key, down: in_order(found, key, down=down),
        ),
        totals=_totals(whole) if found else (),
        empty="No budget line answers. Choose other filters, or load the budget.",
    )


def _name(one: LineSeen) -> Cell:
    line = one.line
    address = line_address(line.code, line.year)
    return Cell(f"{line.code}: {line.title}", href=address, tags=(state_tag(one.standing),))


def _committed(one: LineSeen) -> Cell:
    cell = pence_cell(one.standing.committed)
    note = hidden_words(one.hidden)
    return Cell(cell.text, number=cell.number, note=note) if note else cell


def _totals(of: Totals) -> tuple[Cell, ...]:
    over = count_words(of.over, "line")
    return (
        Cell("All of them"),
        Cell("Each fund"),
        Cell("Each area"),
        pence_cell(of.budget),
        pence_cell(of.moved),
        pence_cell(of.approved),
        pence_cell(of.committed),
        pence_cell(of.spent),
        pence_cell(of.expected),
        Cell(over),
    )


KEYS = {
    "line": lambda one: one.line.code.casefold(),
    "fund": lambda one: one.line.fund.value,
    "area": lambda one: one.line.area.casefold(),
    "budget": lambda one: one.standing.budget,
    "moved": lambda one: one.standing.moved,
    "approved": lambda one: one.standing.approved,
    "committed": lambda one: one.standing.committed,
    "spent": lambda one: one.standing.spent,
    "over": lambda one: one.standing.over,
}


def in_order(found: Sequence[LineSeen], key: str, *, down: bool) -> Sequence[LineSeen]:
    """Return the lines in the order of a column; those without a forecast come last."""
    if key != "forecast":
        return sorted(found, key=KEYS[key], reverse=down) if key in KEYS else found
    said = [one for one in found if one.standing.forecast is not None]
    rest = [one for one in found if one.standing.forecast is None]
    return [*sorted(said, key=lambda one: one.standing.forecast or 0, reverse=down), *rest]


def virement_table(found: Sequence[Virement]) -> Table:
    """Return virements with both lines, the newest first."""
    return Table(
        name="virements",
        caption="Virements",
        columns=(
            Column("number", "Virement"),
            Column("on", "Date"),
            Column("year", "Financial year"),
            Column("from", "From"),
            Column("to", "To"),
            Column("sum", "Sum", numeric=True),
            Column("by", "Approved by"),
            Column("why", "Reason"),
            Column("decision", "Decision"),
        ),
        rows=tuple(
            (
                Cell(f"{one.number}", order=f"{one.number:06}"),
                day_cell(one.on, "No day"),
                Cell(year_words(one.year)),
                Cell(one.from_line, href=line_address(one.from_line, one.year)),
                Cell(one.to_line, href=line_address(one.to_line, one.year)),
                pence_cell(one.pence),
                Cell(one.approved_by),
                Cell(one.reason),
                decision_cell(one.decision),
            )
            for one in sorted(found, key=lambda each: (-each.on.toordinal(), -each.number))
        ),
        empty="No money was moved. A virement moves it between lines of one fund and year.",
    )


def virement_title(number: int, pence: int) -> str:
    """Return how much was moved."""
    if not number:
        return "No money was moved between lines"
    return f"{exact(pence)} was moved by {count_words(number, 'virement')}"
