"""`scrutable housekeeping orders` and `suppliers`."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

import click

from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import DAY, Cell, refusals_in_words, with_format, with_known_at, write_rows
from scrutable.housekeeping.facts import ContractSpend, OneSupplier, OrderLine, OrdersSeen
from scrutable.housekeeping.presenters.orders import glance, listing
from scrutable.housekeeping.presenters.orders.words import supplier_words
from scrutable.housekeeping.reads import orders as reads
from scrutable.kernel.periods import Month
from scrutable.kernel.wording import london_day

LINE_COLUMNS = ("line", "invoices", "pounds")
MONTH_COLUMNS = ("month", *(line.value for line in OrderLine), "invoices", "pounds")
CONTRACT_COLUMNS = ("contract", "title", "approved_pounds", "billed_pounds", "ordered_pounds")
SUPPLIER_COLUMNS = (
    *("supplier", "name", "size", "one_time", "invoices", "pounds", "orders", "ordered_pounds"),
    *("without", "without_pounds", "retrospective", "in_time", "late", "overdue"),
)
WRONG = (OrderLine.RETROSPECTIVE, OrderLine.UNKNOWN, OrderLine.WITHOUT)
AS_AT = click.option(
    "--as-at", type=DAY, help="The day that is asked about; today, if none is given."
)


class NoOrders(Exception):
    """No orders have been reconciled by the day."""

    def __init__(self) -> None:
        super().__init__(f"No orders are reconciled yet. {glance.NEEDED}")


@click.command()
@AS_AT
@click.option(
    "--by", "way", type=click.Choice(["line", "month", "contract"]), default="line",
    show_default=True, help="What a row is of.",
)  # fmt: skip
@with_known_at
@with_format
def orders(as_at: date | None, way: str, known_at: datetime | None, form: str) -> None:
    """Print how things were bought: every invoice on one line, by month, or by contract.

    The share of invoices without an order, and what it is a share of, go to stderr. Exits 1 where
    an invoice has no order that needed one, or one that came too late or that nobody placed; by
    contract, where more was billed or ordered than was approved.
    """
    seen = _seen(as_at, known_at)
    rows, columns = WAYS[way](seen), COLUMNS[way]
    write_rows(list(rows), columns, form)
    click.echo(f"{glance.title(seen)}: {glance.basis_words(seen)}.", err=True)
    over = any(max(one.billed, one.ordered) > one.pence for one in seen.contracts)
    if over if way == "contract" else seen.invoices(*WRONG):
        raise SystemExit(1)


@click.command()
@AS_AT
@with_known_at
@with_format
def suppliers(as_at: date | None, known_at: datetime | None, form: str) -> None:
    """Print what was bought of each supplier, the largest spend first.

    May be published: the name of a sole trader, and of whoever may be one, is withheld.
    """
    found = reads.suppliers_seen(number_at(known_at), _day(as_at, known_at))
    write_rows([_supplier(one) for one in found], SUPPLIER_COLUMNS, form)
    click.echo(f"{listing.title(found)}. {listing.summary(found)}", err=True)


def _seen(as_at: date | None, known_at: datetime | None) -> OrdersSeen:
    with refusals_in_words(NoOrders):
        seen = reads.orders_seen(number_at(known_at), _day(as_at, known_at))
        if seen is None:
            raise NoOrders
        return seen


def _day(as_at: date | None, known_at: datetime | None) -> date:
    return as_at or london_day(known_at or clock.now())


def _pounds(pence: int) -> Decimal:
    return Decimal(pence) / 100


def _lines(seen: OrdersSeen) -> Iterator[dict[str, Cell]]:
    for line in OrderLine:
        yield {
            "line": line.value,
            "invoices": seen.invoices(line),
            "pounds": _pounds(seen.pence(line)),
        }
    yield {"line": "all", "invoices": seen.invoices(), "pounds": _pounds(seen.pence())}


def _months(seen: OrdersSeen) -> Iterator[dict[str, Cell]]:
    for month in sorted({one.month for one in seen.months}):
        own = [one for one in seen.months if one.month == month]
        numbers = {one.line.value: one.invoices for one in own}
        yield {
            "month": str(Month.of(month)),
            **{line.value: numbers.get(line.value, 0) for line in OrderLine},
            "invoices": sum(numbers.values()),
            "pounds": _pounds(sum(one.pence for one in own)),
        }


def _contracts(seen: OrdersSeen) -> Iterator[dict[str, Cell]]:
    return (_contract(one) for one in seen.contracts)


def _contract(one: ContractSpend) -> dict[str, Cell]:
    return {
        "contract": one.code,
        "title": one.title,
        "approved_pounds": _pounds(one.pence),
        "billed_pounds": _pounds(one.billed),
        "ordered_pounds": _pounds(one.ordered),
    }


def _supplier(one: OneSupplier) -> dict[str, Cell]:
    spend = one.spend
    return {
        "supplier": spend.supplier,
        "name": supplier_words(one),
        "size": spend.size.value,
        "one_time": spend.is_one_time,
        "invoices": spend.invoices,
        "pounds": _pounds(spend.pence),
        "orders": spend.orders,
        "ordered_pounds": _pounds(spend.ordered_pence),
        "without": spend.without,
        "without_pounds": _pounds(spend.without_pence),
        "retrospective": spend.retrospective,
        "in_time": spend.in_time,
        "late": spend.late,
        "overdue": spend.overdue,
    }


WAYS = {"line": _lines, "month": _months, "contract": _contracts}
COLUMNS = {"line": LINE_COLUMNS, "month": MONTH_COLUMNS, "contract": CONTRACT_COLUMNS}
