"""What invoices and orders come to: by month and line, by supplier, by contract; pure."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from scrutable.housekeeping.facts import (
    ApprovedContract,
    Bought,
    BuyingRules,
    ContractSum,
    JudgedInvoice,
    MonthSum,
    OrderLine,
    Payment,
    SupplierSum,
)
from scrutable.housekeeping.rules.keys import name_key
from scrutable.housekeeping.rules.suppliers import suppliers


def month_sums(judged: Iterable[JudgedInvoice]) -> list[MonthSum]:
    """Return the invoices by month and line, in that order; together they are all invoices."""
    counts: Counter[tuple[object, OrderLine]] = Counter()
    pence: Counter[tuple[object, OrderLine]] = Counter()
    found = set()
    for one in judged:
        key = (one.on.replace(day=1), one.line)
        found.add(key)
        counts[key] += 1
        pence[key] += one.pence
    return sorted(MonthSum(*key, counts[key], pence[key]) for key in found)


def supplier_sums(
    bought: Bought, judged: Sequence[JudgedInvoice], rules: BuyingRules
) -> list[SupplierSum]:
    """Return what was bought of each supplier, by key; those of whom nothing was have no sum."""
    known = suppliers(bought, rules.one_time_suppliers)
    billed: dict[str, list[JudgedInvoice]] = defaultdict(list)
    for one in judged:
        billed[one.supplier].append(one)
    ordered: dict[str, list[int]] = defaultdict(list)
    for order in bought.orders:
        ordered[known.key_of(order.supplier_number, order.supplier)].append(order.pence)
    return [
        SupplierSum(
            supplier=known.known[key],
            orders=len(ordered[key]),
            ordered_pence=sum(ordered[key]),
            invoices=len(billed[key]),
            pence=sum(one.pence for one in billed[key]),
            without=_on(billed[key], OrderLine.WITHOUT),
            without_pence=sum(one.pence for one in billed[key] if one.line is OrderLine.WITHOUT),
            retrospective=_on(billed[key], OrderLine.RETROSPECTIVE),
            in_time=_paid(billed[key], Payment.IN_TIME),
            late=_paid(billed[key], Payment.LATE),
            overdue=_paid(billed[key], Payment.OVERDUE),
        )
        for key in sorted({*billed, *ordered})
    ]


def contract_sums(bought: Bought, judged: Iterable[JudgedInvoice]) -> list[ContractSum]:
    """Return what each contract was billed and ordered for, in the order of the extract.

    Of a code that stands twice the higher approval counts. What was billed before the invoices of
    this extract counts with both.
    """
    billed: Counter[str] = Counter()
    for one in judged:
        billed[one.contract] += one.pence
    ordered: Counter[str] = Counter()
    for order in bought.orders:
        ordered[name_key(order.contract)] += order.pence
    lines: dict[str, list[ApprovedContract]] = defaultdict(list)
    for contract in sorted(bought.contracts, key=lambda one: one.row):
        if code := name_key(contract.code):
            lines[code].append(contract)
    return [
        ContractSum(
            row=own[0].row,
            code=own[0].code,
            title=own[0].title,
            name=own[0].supplier,
            pence=max(one.pence for one in own),
            billed=billed[code] + max(one.billed_before for one in own),
            ordered=ordered[code] + max(one.billed_before for one in own),
        )
        for code, own in lines.items()
    ]


def _on(own: Iterable[JudgedInvoice], line: OrderLine) -> int:
    return sum(one.line is line for one in own)


def _paid(own: Iterable[JudgedInvoice], payment: Payment) -> int:
    return sum(one.payment is payment for one in own)
