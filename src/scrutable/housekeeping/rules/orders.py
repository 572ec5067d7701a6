"""Orders and invoices: bought with an order, before the invoice, within the limit; pure.

An invoice dated on the order's own day came too soon: the order is to come first. Codes and names
are compared as `rules.keys` compares names.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from scrutable.housekeeping.facts import (
    BuyingRules,
    Invoice,
    Order,
    OrderFault,
    OrderFinding,
)
from scrutable.housekeeping.rules.keys import name_key


def order_findings(
    orders: Sequence[Order], invoices: Sequence[Invoice], rules: BuyingRules
) -> list[OrderFinding]:
    """Return everything that is wrong: of invoices, then of orders, each by row and fault."""
    found = [
        *_of_invoices(orders, invoices, rules),
        *_one_time(invoices, rules),
        *_of_orders(orders, rules),
    ]
    return sorted(found)


def _of_invoices(
    orders: Iterable[Order], invoices: Iterable[Invoice], rules: BuyingRules
) -> Iterable[OrderFinding]:
    placed = _first_days(orders)
    exempt = {name_key(category) for category in rules.exempt_categories} - {""}
    for invoice in invoices:
        number = name_key(invoice.order)
        fault = None
        if number in placed:
            fault = OrderFault.RETROSPECTIVE if invoice.on <= placed[number] else None
        elif number:
            fault = OrderFault.UNKNOWN_ORDER
        elif name_key(invoice.category) not in exempt:
            fault = OrderFault.NO_ORDER
        if fault:
            yield _finding(invoice, fault)


def _first_days(orders: Iterable[Order]) -> Mapping[str, date]:
    """Return the day of each order; of a number that stands twice, the earlier."""
    days: dict[str, date] = {}
    for order in orders:
        if number := name_key(order.number):
            days[number] = min(days.get(number, order.on), order.on)
    return days


def _one_time(invoices: Sequence[Invoice], rules: BuyingRules) -> Iterable[OrderFinding]:
    """Yield every invoice of a one-time supplier after its first, by day, then by row."""
    once = {name_key(supplier) for supplier in rules.one_time_suppliers} - {""}
    seen: Counter[str] = Counter()
    for invoice in sorted(invoices, key=lambda one: (one.on, one.row)):
        supplier = name_key(invoice.supplier)
        seen[supplier] += 1
        if supplier in once and seen[supplier] > 1:
            yield _finding(invoice, OrderFault.ONE_TIME_AGAIN)


def _of_orders(orders: Sequence[Order], rules: BuyingRules) -> Iterable[OrderFinding]:
    limits = {name_key(name): pence for name, pence in rules.limits}
    groups: dict[tuple[str, str], list[Order]] = defaultdict(list)
    for order in orders:
        groups[name_key(order.supplier), name_key(order.approver)].append(order)
    for (_, approver), own in groups.items():
        limit = limits.get(approver) if approver else None
        for order in own:
            if limit is None:
                yield _finding(order, OrderFault.NO_LIMIT)
            elif order.pence > limit:
                yield _finding(order, OrderFault.OVER_LIMIT)
            elif _together(order, own, limit, rules.split_days) > limit:
                yield _finding(order, OrderFault.SPLIT)


def _together(order: Order, own: Iterable[Order], limit: int, days: int) -> int:
    """Return what the order and those of the days before it come to, none above the limit."""
    first = order.on - timedelta(days=days)
    return sum(one.pence for one in own if first <= one.on <= order.on and one.pence <= limit)


def _finding(one: Order | Invoice, fault: OrderFault) -> OrderFinding:
    of = "orders" if isinstance(one, Order) else "invoices"
    return OrderFinding(of, one.row, fault, one.number, one.supplier)
