"""The ledger held against the budget lines; pure."""

from collections.abc import Sequence

from scrutable.govuk.facts import Cell, Column, KeyFigure, Row, Table, Tag
from scrutable.govuk.presenters import count_cell, day_cell
from scrutable.kernel.wording import capital, count_words, date_words
from scrutable.money.facts import LedgerYear, Reckoned
from scrutable.money.presenters.words import LEDGER, exact, pence_cell
from scrutable.money.rules import reckoned_words, year_words

AGREES = Tag("Agrees", "green", "●")
DIFFERS = Tag("Does not agree", "red", "■")
NOT_SAID = "Not said"


def title(found: Sequence[Reckoned]) -> str:
    """Return which years do not agree with the ledger."""
    if not found:
        return "No ledger is loaded"
    off = [one for one in found if not one.agrees]
    if not off:
        return "Every penny of the ledger is on a budget line"
    if len(off) == 1:
        return f"The ledger of {year_words(off[0].ledger.year)} does not agree to the penny"
    return f"The ledgers of {len(off)} of {len(found)} years do not agree to the penny"


def year_table(found: Sequence[Reckoned]) -> Table:
    """Return each year: what the ledger holds, what stands on lines, and what does not."""
    return Table(
        name="years",
        caption="The ledger, year by year",
        columns=(
            Column("year", "Financial year"),
            Column("through", "Up to"),
            Column("rows", "Rows", numeric=True),
            Column("ledger", "Ledger", numeric=True),
            Column("here", "On budget lines", numeric=True),
            Column("strays", "On other codes", numeric=True),
            Column("refused", "Rows refused", numeric=True),
            Column("refused-sum", "Their sums", numeric=True),
            Column("control", "Finance says", numeric=True),
            Column("why", "What does not agree"),
        ),
        rows=tuple(_year(one) for one in found),
        empty="No ledger is loaded. Load an extract: csv, workbook or Parquet.",
    )


def _year(one: Reckoned) -> Row:
    ledger = one.ledger
    tag = AGREES if one.agrees else DIFFERS
    return (
        Cell(year_words(ledger.year), href=f"{LEDGER}{ledger.year}/", tags=(tag,)),
        day_cell(ledger.through, "No day"),
        count_cell(ledger.rows),
        pence_cell(ledger.pence),
        pence_cell(one.here),
        pence_cell(one.stray_pence),
        count_cell(ledger.refused),
        pence_cell(ledger.refused_pence),
        pence_cell(ledger.control, NOT_SAID),
        Cell(capital(reckoned_words(one)) or "Nothing"),
    )


def year_title(one: Reckoned) -> str:
    """Return whether the year agrees, and what does not."""
    year = year_words(one.ledger.year)
    if one.agrees:
        return f"Every penny of {year} is on a budget line"
    return f"{year}: {reckoned_words(one)}"


def year_figures(one: Reckoned) -> tuple[KeyFigure, ...]:
    """Return the sum of the ledger and its parts, which add up."""
    ledger = one.ledger
    period = f"{year_words(ledger.year)} up to {date_words(ledger.through)}"
    control = NOT_SAID if ledger.control is None else exact(ledger.control)
    return (
        KeyFigure(
            label="In the extract",
            value=exact(ledger.pence),
            period=period,
            comparison=count_words(ledger.rows, "row"),
        ),
        KeyFigure(label="On budget lines", value=exact(one.here), period=period),
        KeyFigure(
            label="On codes without a line",
            value=exact(one.stray_pence),
            period=period,
            comparison=count_words(len(one.strays), "code"),
        ),
        KeyFigure(
            label="Finance says",
            value=control,
            period=period,
            comparison=_off_words(one.control_off),
        ),
    )


def _off_words(off: int | None) -> str:
    if off is None:
        return ""
    return f"{exact(abs(off))} apart" if off else "The same"


def stray_table(one: Reckoned) -> Table:
    """Return every code of the ledger that no budget line has."""
    return Table(
        name="strays",
        caption="Codes of the ledger that no budget line has",
        columns=(Column("code", "Code"), Column("sum", "Sum", numeric=True)),
        rows=tuple((Cell(code), pence_cell(pence)) for code, pence in one.strays),
        totals=(Cell("All of them"), pence_cell(one.stray_pence)) if one.strays else (),
        empty="Every code of the ledger is a budget line of the year.",
    )


def loaded_words(years: Sequence[LedgerYear], refused: int) -> str:
    """Return what an extract came to."""
    parts = [f"{year_words(one.year)} comes to {exact(one.pence)}" for one in years]
    said = f"{'; '.join(parts)}"
    return (
        f"{said}; {count_words(refused, 'row')} refused" if refused else f"{said}; no row refused"
    )


def registers_words(taken: int, known: int) -> str:
    """Return what a workbook of registers came to."""
    return f"{count_words(taken, 'row')} taken, {known:,} known already"
