"""On which line of the sum each invoice counts, and whether it was paid in time; pure.

An invoice dated on the order's own day came too soon: the order is to come first. Codes and names
are compared as `rules.keys` compares names.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from scrutable.housekeeping.facts import (
    SMALL_SIZES,
    Bought,
    BuyingRules,
    Exemption,
    Invoice,
    JudgedInvoice,
    Order,
    OrderLine,
    Payment,
)
from scrutable.housekeeping.rules.keys import name_key
from scrutable.housekeeping.rules.suppliers import Suppliers, suppliers


class Placed(NamedTuple):
    """An order by its number; of one that stands twice, the earlier day and the first contract."""

    on: date
    contract: str


def judged_invoices(bought: Bought, rules: BuyingRules, *, as_at: date) -> list[JudgedInvoice]:
    """Return each invoice with its line, in the order of the extract."""
    known = suppliers(bought, rules.one_time_suppliers)
    placed = placed_orders(bought.orders)
    says_paid = any(one.paid_on for one in bought.invoices)
    return sorted(
        (
            _judged(one, known, placed, rules, as_at if says_paid else None)
            for one in bought.invoices
        ),
        key=lambda one: one.row,
    )


def placed_orders(orders: Iterable[Order]) -> Mapping[str, Placed]:
    """Return each order by the form in which numbers are compared."""
    found: dict[str, Placed] = {}
    for order in orders:
        if number := name_key(order.number):
            one = Placed(order.on, name_key(order.contract))
            other = found.get(number, one)
            contracts = [contract for contract in (one.contract, other.contract) if contract]
            found[number] = Placed(min(one.on, other.on), min(contracts, default=""))
    return found


def is_exempt(category: str, on: date, exemptions: Iterable[Exemption]) -> bool:
    """Test whether what was bought on the day needed no order."""
    key = name_key(category)
    return bool(key) and any(
        name_key(one.category) == key and one.first <= on <= (one.last or date.max)
        for one in exemptions
    )


def _judged(
    one: Invoice,
    known: Suppliers,
    placed: Mapping[str, Placed],
    rules: BuyingRules,
    as_at: date | None,
) -> JudgedInvoice:
    supplier = known.known[known.key_of(one.supplier_number, one.supplier)]
    order = placed.get(name_key(one.order))
    is_small = supplier.size in SMALL_SIZES
    line = _line(one, order, rules.exemptions)
    return JudgedInvoice(
        row=one.row,
        number=one.number,
        name=one.supplier,
        supplier=supplier.key,
        line=line,
        on=one.on,
        pence=one.pence,
        contract=name_key(one.contract) or (order.contract if order else ""),
        is_one_time=supplier.is_one_time,
        is_small=is_small,
        payment=Payment.UNKNOWN
        if as_at is None or line is OrderLine.CREDIT
        else _payment(one, rules.pay_small_days if is_small else rules.pay_days, as_at),
    )


def _line(one: Invoice, order: Placed | None, exemptions: Iterable[Exemption]) -> OrderLine:
    if one.pence < 0:
        return OrderLine.CREDIT
    if order:
        return OrderLine.RETROSPECTIVE if one.on <= order.on else OrderLine.ORDERED
    if name_key(one.order):
        return OrderLine.UNKNOWN
    return OrderLine.EXEMPT if is_exempt(one.category, one.on, exemptions) else OrderLine.WITHOUT


def _payment(one: Invoice, days: int, as_at: date) -> Payment:
    due = (one.received_on or one.on) + timedelta(days=days)
    if one.paid_on:
        return Payment.IN_TIME if one.paid_on <= due else Payment.LATE
    return Payment.NOT_DUE if as_at <= due else Payment.OVERDUE
