"""The licence position as a page shows it; pure."""

from collections.abc import Callable, Sequence

from scrutable.govuk.facts import Cell, Column, Rows, Table
from scrutable.govuk.presenters import count_cell, money_cell
from scrutable.housekeeping.facts import (
    LicencePosition,
)
from scrutable.housekeeping.presenters.licences.words import (
    LINE_TAGS,
    METRIC_WORDS,
    NOT_PRICED,
    money_words,
    pounds,
    product_address,
)
from scrutable.kernel.wording import date_words

GRAVEST_FIRST = {"short": 0, "over": 1, "covered": 2}
Cells = Sequence[Callable[[LicencePosition], Cell]]
MOST = 50  # rows of one page


def position_table(found: Sequence[LicencePosition]) -> Table:
    """Return every product by metric, the dearest shortfall first."""
    return Table(
        name="position",
        caption="Entitlement less use",
        columns=(
            Column("product", "Product"),
            Column("metric", "Counted by"),
            Column("entitled", "Entitled", numeric=True),
            Column("used", "In use", numeric=True),
            Column("difference", "Difference", numeric=True),
            Column("state", "State"),
            Column("liability", "To put right", numeric=True),
            Column("surplus", "Surplus a year", numeric=True),
            Column("price", "Last price paid for a pack"),
        ),
        rows=Rows(sorted(found, key=_gravest), (_name, *NUMBERS)),
        most=MOST,
        empty="No licence is counted. Take entitlements and deployments, then reconcile them.",
    )


def _gravest(one: LicencePosition) -> tuple[int, int, str]:
    pence = one.liability_pence if one.short else one.surplus_pence
    return (GRAVEST_FIRST[one.line.value], -(pence or 0), one.product)


def _name(one: LicencePosition) -> Cell:
    return Cell(one.title, href=product_address(one.product), order=one.product)


def _state(one: LicencePosition) -> Cell:
    return Cell("", tags=(LINE_TAGS[one.line],), note=_doubts(one))


def _doubts(one: LicencePosition) -> str:
    said = []
    if not one.used and one.over:
        said.append("none seen in use")
    if one.idle:
        said.append(f"{one.idle:,} of them idle")
    if one.uncounted:
        said.append(f"{one.uncounted:,} rows could not be counted")
    return ", ".join(said)


def cost_cell(pence: int | None, number: int) -> Cell:
    """Return what so many come to; nothing where there are none."""
    if not number:
        return Cell("Nothing")
    return money_cell(None if pence is None else pounds(pence), NOT_PRICED)


def surplus_cell(one: LicencePosition) -> Cell:
    """Return what a surplus costs a year; what was bought once costs nothing more."""
    if one.over and one.yearly_pence is None and one.once_pence is not None:
        return Cell("Bought once")
    return cost_cell(one.surplus_pence, one.over)


def price_cell(one: LicencePosition) -> Cell:
    """Return the last price paid, for how many, by which agreement."""
    prices = price_words(one.once_pence, one.yearly_pence)
    if prices == NOT_PRICED:
        return Cell(NOT_PRICED)
    of = f"{one.pack:,} in a pack" if one.pack > 1 else ""
    by = f"by {one.priced_by}" if one.priced_by else ""
    on = f"from {date_words(one.priced_on)}" if one.priced_on else ""
    return Cell(prices, note=", ".join(said for said in (of, by, on) if said))


def price_words(once: int | None, yearly: int | None) -> str:
    """Return what a pack costs, once and a year.

    >>> price_words(980000, None), price_words(100, 20), price_words(None, None)
    ('£9,800 once', '£1 once and £0.20 a year', 'Not priced')
    """
    said = [] if once is None else [f"{money_words(once)} once"]
    said += [] if yearly is None else [f"{money_words(yearly)} a year"]
    return " and ".join(said) or NOT_PRICED


def short_table(found: Sequence[LicencePosition]) -> Table:
    """Return what was short when a statement was signed."""
    short = sorted((one for one in found if one.short), key=_gravest)
    return Table(
        name="short",
        caption="What was short when it was signed",
        columns=(
            Column("product", "Product"),
            Column("short", "Short", numeric=True),
            Column("metric", "Counted by"),
            Column("liability", "To put right", numeric=True),
        ),
        rows=tuple(
            (
                Cell(one.title, href=product_address(one.product), order=one.product),
                count_cell(one.short),
                Cell(METRIC_WORDS[one.metric]),
                cost_cell(one.liability_pence, one.short),
            )
            for one in short
        ),
        empty="Nothing that was assessed was short.",
    )


NUMBERS: Cells = (
    lambda one: Cell(METRIC_WORDS[one.metric]),
    lambda one: count_cell(one.entitled),
    lambda one: count_cell(one.used),
    lambda one: count_cell(one.difference),
    _state,
    lambda one: cost_cell(one.liability_pence, one.short),
    surplus_cell,
    price_cell,
)


def own_table(found: Sequence[LicencePosition]) -> Table:
    """Return a product's own position, one row a metric."""
    return Table(
        name="position",
        caption="Entitlement less use",
        columns=(
            Column("metric", "Counted by"),
            Column("entitled", "Entitled", numeric=True),
            Column("used", "In use", numeric=True),
            Column("difference", "Difference", numeric=True),
            Column("state", "State"),
            Column("liability", "To put right", numeric=True),
            Column("surplus", "Surplus a year", numeric=True),
            Column("price", "Last price paid for a pack"),
        ),
        rows=Rows(found, NUMBERS),
        empty="It is not counted: nobody is entitled to it, or it needs no licence.",
    )
