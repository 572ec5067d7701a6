"""What is wrong with how things were bought: with an order, within limits and contracts; pure."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from scrutable.housekeeping.facts import (
    Bought,
    BuyingRules,
    JudgedInvoice,
    Limit,
    Order,
    OrderFault,
    OrderFinding,
    OrderLine,
    Payment,
)
from scrutable.housekeeping.rules.keys import name_key
from scrutable.housekeeping.rules.orders.judging import judged_invoices
from scrutable.housekeeping.rules.orders.summing import contract_sums
from scrutable.housekeeping.rules.suppliers import Suppliers, suppliers

OF_LINE = {
    OrderLine.RETROSPECTIVE: OrderFault.RETROSPECTIVE,
    OrderLine.UNKNOWN: OrderFault.UNKNOWN_ORDER,
    OrderLine.WITHOUT: OrderFault.NO_ORDER,
}
Limits = Mapping[str, Sequence[Limit]]


def order_findings(bought: Bought, rules: BuyingRules, *, as_at: date) -> list[OrderFinding]:
    """Return everything that is wrong: of contracts, invoices and orders, by row and fault.

    Where nobody has a limit at all, no order is held against one.
    """
    known = suppliers(bought, rules.one_time_suppliers)
    judged = judged_invoices(bought, rules, as_at=as_at)
    return sorted(
        [
            *_of_invoices(judged, bought),
            *_one_time(judged),
            *_of_orders(bought, known, limits_of(bought, rules), rules.split_days),
            *_of_contracts(bought, judged),
        ]
    )


def limits_of(bought: Bought, rules: BuyingRules) -> Limits:
    """Return everybody's limits: those of the extract, or else the policy's."""
    said: dict[str, list[Limit]] = defaultdict(list)
    for one in bought.approvers:
        if name := name_key(one.name):
            said[name].append(Limit(approver=one.name, pence=one.pence, first=date.min))
    found = dict(said)
    for limit in rules.limits:
        name = name_key(limit.approver)
        if name and name not in said:
            found.setdefault(name, []).append(limit)
    return found


def _of_invoices(judged: Iterable[JudgedInvoice], bought: Bought) -> Iterable[OrderFinding]:
    contracts = {name_key(one.code) for one in bought.contracts}
    for one in judged:
        if fault := OF_LINE.get(one.line):
            yield _of_invoice(one, fault)
        if contracts and one.contract and one.contract not in contracts:
            yield _of_invoice(one, OrderFault.UNKNOWN_CONTRACT)
        if one.is_small and one.payment is Payment.OVERDUE:
            yield _of_invoice(one, OrderFault.UNPAID)


def _one_time(judged: Iterable[JudgedInvoice]) -> Iterable[OrderFinding]:
    """Yield every invoice of a one-time supplier after its first, by day, then by row."""
    seen: Counter[str] = Counter()
    for one in sorted(judged, key=lambda one: (one.on, one.row)):
        if one.is_one_time and one.line is not OrderLine.CREDIT:
            seen[one.supplier] += 1
            if seen[one.supplier] > 1:
                yield _of_invoice(one, OrderFault.ONE_TIME_AGAIN)


def _of_orders(
    bought: Bought, known: Suppliers, limits: Limits, days: int
) -> Iterable[OrderFinding]:
    if not limits:
        return
    groups: dict[tuple[str, str], list[Order]] = defaultdict(list)
    for order in bought.orders:
        supplier = known.key_of(order.supplier_number, order.supplier)
        groups[supplier, name_key(order.approver)].append(order)
    for (supplier, approver), own in groups.items():
        within = [one for one in own if one.pence <= (_limit(one, approver, limits) or 0)]
        for order in own:
            if fault := _of_order(order, _limit(order, approver, limits), within, days):
                yield OrderFinding(
                    "orders",
                    order.row,
                    fault,
                    order.number,
                    order.supplier,
                    supplier,
                    order.pence,
                    order.approver,
                )


def _of_order(
    order: Order, limit: int | None, within: Iterable[Order], days: int
) -> OrderFault | None:
    if limit is None:
        return OrderFault.NO_LIMIT
    if order.pence > limit:
        return OrderFault.OVER_LIMIT
    first = order.on - timedelta(days=days)
    together = sum(one.pence for one in within if first <= one.on <= order.on)
    return OrderFault.SPLIT if together > limit else None


def _limit(order: Order, approver: str, limits: Limits) -> int | None:
    own = limits.get(approver, ())
    on = [one.pence for one in own if one.first <= order.on <= (one.last or date.max)]
    return min(on, default=None)


def _of_contracts(bought: Bought, judged: Sequence[JudgedInvoice]) -> Iterable[OrderFinding]:
    for one in contract_sums(bought, judged):
        if one.billed > one.pence:
            fault, pence = OrderFault.OVER_CONTRACT, one.billed - one.pence
        elif one.ordered > one.pence:
            fault, pence = OrderFault.ORDERED_OVER, one.ordered - one.pence
        else:
            continue
        yield OrderFinding("contracts", one.row, fault, one.code, one.name, "", pence)


def _of_invoice(one: JudgedInvoice, fault: OrderFault) -> OrderFinding:
    return OrderFinding("invoices", one.row, fault, one.number, one.name, one.supplier, one.pence)
