"""Cells and tables that areas, pools and drivers share; pure."""

from collections.abc import Mapping, Sequence

from scrutable.govuk.facts import Cell, Column, Row, Rows, Table
from scrutable.kernel.wording import date_words
from scrutable.money.facts import CostDriver, CostLine, Given
from scrutable.money.presenters.costs.words import driver_address, pence_cell, weight_words

Titles = Mapping[str, str]
LINE_COLUMNS = (
    Column("row", "Line"),
    Column("code", "Code"),
    Column("text", "Text"),
    Column("cost", "Cost", numeric=True),
)


def driver_cells(each: Given, year: int) -> Row:
    """Return the driver of a share, the weight, and who declared it."""
    driver = each.driver
    if driver is None:
        return (Cell("No driver"), Cell("No weight"), Cell("Nobody"))
    return (
        Cell(driver.title, href=driver_address(driver.code, year)),
        Cell(weight_words(each), number=each.weight),
        declared_cell(driver),
    )


def declared_cell(driver: CostDriver) -> Cell:
    """Return who declared a driver, and when."""
    return Cell(driver.declared_by, note=date_words(driver.declared_on))


def line_table(
    lines: Sequence[CostLine], name: str, caption: str, empty: str, pools: Titles | None = None
) -> Table:
    """Return cost lines, as they were taken in, and what they come to; `pools` names theirs."""
    named = pools or {}
    extra = (Column("pool", "Pool"),) if pools is not None else ()
    pool_cells = ((lambda one: Cell(named.get(one.place, one.place))),) if extra else ()
    return Table(
        name=name,
        caption=caption,
        columns=(LINE_COLUMNS[0], *extra, *LINE_COLUMNS[1:]),
        rows=Rows(
            lines,
            (
                lambda one: Cell(f"{one.row:,}", order=f"{one.row:08}"),
                *pool_cells,
                lambda one: Cell(one.code or "No code"),
                lambda one: Cell(one.text or "No text"),
                lambda one: pence_cell(one.pence),
            ),
        ),
        totals=(
            Cell("All"),
            *(Cell("All of them") for _ in extra),
            Cell("Every code"),
            Cell("Every line"),
            pence_cell(sum(one.pence for one in lines)),
        )
        if lines
        else (),
        most=50,
        empty=empty,
    )
