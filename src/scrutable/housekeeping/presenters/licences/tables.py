"""Entitlements, gaps and earlier days as pages show them; pure."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from scrutable.govuk.facts import Cell, Column, Rows, Table
from scrutable.govuk.presenters import count_cell, day_cell
from scrutable.housekeeping.facts import (
    ExtractKind,
    LicenceGap,
    LicencePosition,
    LicenceTerm,
    TermState,
)
from scrutable.housekeeping.presenters.licences.position import cost_cell, price_words, surplus_cell
from scrutable.housekeeping.presenters.licences.words import (
    METRIC_WORDS,
    TERM_TAGS,
    WHY_WORDS,
    product_address,
    short_words,
    source_address,
)
from scrutable.kernel.wording import date_words

Stated = tuple[LicenceTerm, TermState]
MOST = 25  # rows of one page


def ending_table(found: Iterable[Stated], months: int) -> Table:
    """Return the entitlements that end in the months ahead, the nearest first, and those ended."""
    named = [
        (one, state) for one, state in found if state in (TermState.ENDS_SOON, TermState.ENDED)
    ]
    named.sort(key=lambda pair: (pair[1] is TermState.ENDED, pair[0].ends_on, pair[0].row))
    return Table(
        name="ending",
        caption=f"Entitlements that end within {months} months, and those that have ended",
        columns=(
            Column("product", "Product"),
            Column("state", "State"),
            Column("ends", "Last day"),
            *_TERM_COLUMNS,
        ),
        rows=Rows(named, (_title, _state, _last_day, *_TERM)),
        most=MOST,
        empty=f"No entitlement has ended, and none ends within {months} months.",
    )


_TERM_COLUMNS = (
    Column("licences", "Licences", numeric=True),
    Column("metric", "Counted by"),
    Column("price", "Price of a pack"),
    Column("agreement", "Agreement"),
)


def _title(pair: Stated) -> Cell:
    return Cell(pair[0].title, href=product_address(pair[0].product), order=pair[0].product)


def _state(pair: Stated) -> Cell:
    return Cell("", tags=(TERM_TAGS[pair[1]],))


def _first_day(pair: Stated) -> Cell:
    return day_cell(pair[0].starts_on, "No day named")


def _last_day(pair: Stated) -> Cell:
    return day_cell(pair[0].ends_on, "No end")


def _licences(pair: Stated) -> Cell:
    one = pair[0]
    packs = f"{one.quantity:,} packs of {one.pack:,}" if one.pack > 1 else ""
    return replace(count_cell(one.licences), note=packs)


_TERM: Sequence[Callable[[Stated], Cell]] = (
    _licences,
    lambda pair: Cell(METRIC_WORDS[pair[0].metric]),
    lambda pair: Cell(price_words(pair[0].once_pence, pair[0].yearly_pence)),
    lambda pair: Cell(pair[0].agreement or "None named"),
)


def _row(pair: Stated) -> Cell:
    place = source_address(ExtractKind.ENTITLEMENTS, pair[0].as_at)
    return Cell(f"Row {pair[0].row:,}", href=place, order=f"{pair[0].row:09}")


def term_table(found: Iterable[Stated]) -> Table:
    """Return a product's entitlements, line by line, with what of them counts."""
    return Table(
        name="entitlements",
        caption="Entitlements",
        columns=(
            Column("row", "Row of the extract"),
            Column("state", "State"),
            Column("starts", "First day"),
            Column("ends", "Last day"),
            *_TERM_COLUMNS,
        ),
        rows=Rows(
            list(found),
            (
                _row,
                _state,
                _first_day,
                _last_day,
                *_TERM,
            ),
        ),
        empty="Nobody is entitled to it.",
    )


def gap_table(found: Sequence[LicenceGap]) -> Table:
    """Return the products that were not assessed, or not wholly, each with its reason."""
    return Table(
        name="left-out",
        caption="In use and not assessed",
        columns=(
            Column("product", "Product"),
            Column("why", "Why it was not assessed"),
            Column("rows", "Rows", numeric=True),
        ),
        rows=Rows(
            sorted(found, key=lambda gap: (-gap.rows, gap.product, gap.why)),
            (
                lambda gap: Cell(
                    gap.title or "No name", href=product_address(gap.product), order=gap.product
                ),
                lambda gap: Cell(WHY_WORDS[gap.why]),
                lambda gap: count_cell(gap.rows),
            ),
        ),
        most=MOST,
        empty="Every product in use was assessed.",
    )


def history_table(found: Sequence[LicencePosition]) -> Table:
    """Return what was found of a product on each day, the last first."""
    return Table(
        name="history",
        caption="From extract to extract",
        columns=(
            Column("day", "As at"),
            Column("metric", "Counted by"),
            Column("entitled", "Entitled", numeric=True),
            Column("used", "In use", numeric=True),
            Column("state", "State"),
            Column("liability", "To put right", numeric=True),
            Column("surplus", "Surplus a year", numeric=True),
        ),
        rows=tuple(
            (
                Cell(date_words(one.as_at), order=one.as_at.isoformat()),
                Cell(METRIC_WORDS[one.metric]),
                count_cell(one.entitled),
                count_cell(one.used),
                Cell(short_words(one)),
                cost_cell(one.liability_pence, one.short),
                surplus_cell(one),
            )
            for one in sorted(found, key=lambda p: (-p.as_at.toordinal(), p.metric))
        ),
        empty="No day shows it yet.",
    )


def sources(as_at: date) -> tuple[tuple[str, str], ...]:
    """Return text and address of the extracts that the position was worked out of."""
    return tuple(
        (f"{words} as at {date_words(as_at)}", source_address(kind, as_at))
        for words, kind in (
            ("Entitlements", ExtractKind.ENTITLEMENTS),
            ("Deployments", ExtractKind.DEPLOYMENTS),
        )
    )
