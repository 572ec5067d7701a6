"""The tables of orders: the sum, by month, by supplier, by size, by contract; pure."""

from collections.abc import Sequence
from decimal import Decimal

from scrutable.govuk.facts import Cell, Column, Row, Rows, Table, Tag
from scrutable.govuk.presenters import count_cell, money_cell
from scrutable.housekeeping.facts import (
    ContractSpend,
    InvoiceMonth,
    OneSupplier,
    OrderLine,
    OrdersSeen,
    PartOfEstate,
    SizeSum,
    SupplierSize,
)
from scrutable.housekeeping.presenters.orders.words import (
    SIZE_WORDS,
    paid_words,
    percent_words,
    supplier_address,
    supplier_words,
    together,
)
from scrutable.housekeeping.presenters.words import LINE_WORDS, line_words
from scrutable.kernel.periods import Month

ASIDE = (OrderLine.EXEMPT, OrderLine.CREDIT)
OVER_TAG = Tag("Over", "red", "■")
ORDERED_OVER_TAG = Tag("Ordered over", "yellow", "▲")
WITHIN_TAG = Tag("Within", "green", "●")
NOTHING = "No orders are reconciled yet. Take extracts of orders and of invoices for the same day."


def pence_cell(pence: int) -> Cell:
    """Return a sum of pence, in pounds."""
    return money_cell(Decimal(pence) / 100, "")


def share_cell(some: int, of_all: int) -> Cell:
    """Return a share, sorted as one."""
    number = Decimal(some) / of_all if of_all else None
    return Cell(percent_words(some, of_all), number=number)


def line_table(seen: OrdersSeen) -> Table:
    """Return the sum: every invoice on one line, in number and in pounds."""
    count, pence = seen.invoices(), seen.pence()
    return Table(
        name="lines",
        caption="Every invoice counts on one line",
        columns=(
            Column("line", "Line"),
            Column("invoices", "Invoices", numeric=True),
            Column("share", "Share of all", numeric=True),
            Column("value", "Value", numeric=True),
        ),
        rows=tuple(
            (
                Cell(line_words(PartOfEstate.ORDERS, line)),
                count_cell(seen.invoices(OrderLine(line))),
                share_cell(seen.invoices(OrderLine(line)), count),
                pence_cell(seen.pence(OrderLine(line))),
            )
            for line in LINE_WORDS[PartOfEstate.ORDERS]
        ),
        totals=(
            Cell("All invoices"),
            count_cell(count),
            share_cell(count, count),
            pence_cell(pence),
        ),
        empty=NOTHING,
    )


def month_table(seen: OrdersSeen) -> Table:
    """Return the same by the month of the invoice, oldest first."""
    months = sorted({one.month for one in seen.months})
    return Table(
        name="months",
        caption="By month of the invoice",
        columns=(
            Column("month", "Month"),
            Column("invoices", "Invoices", numeric=True),
            Column("needing", "Needed an order", numeric=True),
            Column("without", "Had none", numeric=True),
            Column("share", "Share that had none", numeric=True),
            Column("retrospective", "Ordered after billing", numeric=True),
            Column("unknown", "Order not known", numeric=True),
            Column("value", "Value", numeric=True),
        ),
        rows=tuple(
            (
                Cell(Month.of(month).words, order=month.isoformat()),
                *_month([one for one in seen.months if one.month == month]),
            )
            for month in months
        ),
        totals=(Cell("All months"), *_month(seen.months)) if months else (),
        empty=NOTHING,
    )


def _month(own: Sequence[InvoiceMonth]) -> Row:
    lines = {line: sum(one.invoices for one in own if one.line is line) for line in OrderLine}
    needing = sum(lines.values()) - sum(lines[line] for line in ASIDE)
    return (
        count_cell(sum(lines.values())),
        count_cell(needing),
        count_cell(lines[OrderLine.WITHOUT]),
        share_cell(lines[OrderLine.WITHOUT], needing),
        count_cell(lines[OrderLine.RETROSPECTIVE]),
        count_cell(lines[OrderLine.UNKNOWN]),
        pence_cell(sum(one.pence for one in own)),
    )


def supplier_table(found: Sequence[OneSupplier], name: str, caption: str, empty: str) -> Table:
    """Return suppliers with what was bought of each and how."""
    return Table(
        name=name,
        caption=caption,
        columns=(
            Column("supplier", "Supplier"),
            Column("size", "Size"),
            Column("invoices", "Invoices", numeric=True),
            Column("value", "Value", numeric=True),
            Column("without", "Without an order", numeric=True),
            Column("without-value", "Value without", numeric=True),
            Column("retrospective", "Ordered after billing", numeric=True),
            Column("paid", "Paid in time", numeric=True),
        ),
        rows=Rows(
            found,
            (
                supplier_cell,
                lambda one: Cell(SIZE_WORDS[one.spend.size]),
                lambda one: count_cell(one.spend.invoices),
                lambda one: pence_cell(one.spend.pence),
                lambda one: count_cell(one.spend.without),
                lambda one: pence_cell(one.spend.without_pence),
                lambda one: count_cell(one.spend.retrospective),
                lambda one: paid_cell(one.spend.in_time, one.spend.late, one.spend.overdue),
            ),
        ),
        empty=empty,
    )


def supplier_cell(one: OneSupplier) -> Cell:
    """Return the supplier's name, or why none is told, with the way to its page."""
    tags = (Tag("One-time", "yellow", "▲"),) if one.spend.is_one_time else ()
    return Cell(supplier_words(one), href=supplier_address(one.spend.supplier), tags=tags)


def paid_cell(in_time: int, late: int, overdue: int) -> Cell:
    """Return the share of invoices due that were paid in time."""
    due = in_time + late + overdue
    number = Decimal(in_time) / due if due else None
    return Cell(paid_words(in_time, late, overdue), number=number)


def size_table(seen: OrdersSeen) -> Table:
    """Return suppliers by size: how many, what was spent with them, and how they were paid."""
    every = together(seen.sizes, SupplierSize.UNKNOWN)
    return Table(
        name="sizes",
        caption="By size of supplier",
        columns=(
            Column("size", "Size"),
            Column("suppliers", "Suppliers", numeric=True),
            Column("invoices", "Invoices", numeric=True),
            Column("value", "Value", numeric=True),
            Column("share", "Share of value", numeric=True),
            Column("paid", "Paid in time", numeric=True),
            Column("overdue", "Overdue", numeric=True),
        ),
        rows=tuple((Cell(SIZE_WORDS[one.size]), *_size(one, every.pence)) for one in seen.sizes),
        totals=(Cell("All suppliers"), *_size(every, every.pence)) if seen.sizes else (),
        empty=NOTHING,
    )


def _size(one: SizeSum, of_all: int) -> Row:
    return (
        count_cell(one.suppliers),
        count_cell(one.invoices),
        pence_cell(one.pence),
        share_cell(one.pence, of_all),
        paid_cell(one.in_time, one.late, one.overdue),
        count_cell(one.overdue),
    )


def contract_table(found: Sequence[ContractSpend]) -> Table:
    """Return contracts with what was approved, billed and ordered, the furthest over first."""
    return Table(
        name="contracts",
        caption="Spent against what was approved",
        columns=(
            Column("contract", "Contract"),
            Column("title", "Title"),
            Column("state", "State"),
            Column("approved", "Approved", numeric=True),
            Column("billed", "Billed", numeric=True),
            Column("ordered", "Ordered", numeric=True),
            Column("share", "Share billed", numeric=True),
        ),
        rows=tuple(
            (
                Cell(one.code),
                Cell(one.title.strip() or "No title"),
                Cell("", tags=(contract_tag(one),)),
                pence_cell(one.pence),
                pence_cell(one.billed),
                pence_cell(one.ordered),
                share_cell(one.billed, one.pence),
            )
            for one in sorted(found, key=_furthest)
        ),
        empty="No extract of contracts was taken for the day, so nothing is held against one.",
    )


def contract_tag(one: ContractSpend) -> Tag:
    """Return whether more was billed, or ordered, than was approved."""
    if one.billed > one.pence:
        return OVER_TAG
    return ORDERED_OVER_TAG if one.ordered > one.pence else WITHIN_TAG


def _furthest(one: ContractSpend) -> tuple[int, str]:
    return one.pence - max(one.billed, one.ordered), one.code
