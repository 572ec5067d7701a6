"""Orders and invoices: what is wrong with how things were bought, by the rules and the engine."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from scrutable.housekeeping.facts import (
    ApprovedContract,
    Approver,
    Bought,
    BuyingRules,
    Exemption,
    Invoice,
    Limit,
    ListedSupplier,
    Order,
    OrderFault,
    OrderLine,
    Payment,
    SupplierSize,
)
from scrutable.housekeeping.rules import orders as rules

DAY = date(2026, 5, 4)
BUYING = BuyingRules(
    limits=(
        Limit(approver="Ann Marsh", pence=500_000, first=date.min),
        Limit(approver="Bob Ray", pence=100_000, first=date.min),
    ),
    exemptions=(
        Exemption(category="Utilities", first=date.min),
        Exemption(category="Postage", first=date.min),
    ),
    one_time_suppliers=("Corner Cafe",),
    split_days=14,
    pay_days=30,
    pay_small_days=10,
)
ORDER = Order(row=2, number="PO1", supplier="Acme", on=DAY, pence=90_000, approver="Bob Ray")
INVOICE = Invoice(
    row=2,
    number="I1",
    supplier="Acme",
    order="PO1",
    on=DAY + timedelta(days=1),
    pence=90_000,
    category="Software",
)


AS_AT = date(2026, 9, 30)


def faults(orders, invoices=(), buying=BUYING, **more):
    bought = Bought(orders=tuple(orders), invoices=tuple(invoices), **more)
    found = rules.order_findings(bought, buying, as_at=AS_AT)
    return [(one.of, one.row, one.fault) for one in found]


def judged(*invoices, as_at=AS_AT, **more):
    bought = Bought(orders=(ORDER,), invoices=invoices, **more)
    return rules.judged_invoices(bought, BUYING, as_at=as_at)


@pytest.mark.parametrize(
    ("days", "expected"),
    [(-1, [OrderFault.RETROSPECTIVE]), (0, [OrderFault.RETROSPECTIVE]), (1, [])],
)
def test_an_invoice_on_or_before_the_day_of_its_order_is_retrospective(days, expected):
    invoice = replace(INVOICE, on=DAY + timedelta(days=days))

    assert [fault for _, _, fault in faults([ORDER], [invoice])] == expected


@pytest.mark.parametrize(
    ("order", "category", "expected"),
    [
        ("", "Software", [OrderFault.NO_ORDER]),
        (" ", "Software", [OrderFault.NO_ORDER]),
        ("", "UTILITIES", []),
        ("", "", [OrderFault.NO_ORDER]),
        ("PO9", "Software", [OrderFault.UNKNOWN_ORDER]),
        ("PO9", "Utilities", [OrderFault.UNKNOWN_ORDER]),
        ("po 1", "Software", []),
    ],
)
def test_an_invoice_needs_an_order_unless_its_category_is_exempt(order, category, expected):
    invoice = replace(INVOICE, order=order, category=category)

    assert [fault for _, _, fault in faults([ORDER], [invoice])] == expected


@pytest.mark.parametrize(
    ("pence", "expected"), [(100_000, []), (100_001, [("orders", 2, OrderFault.OVER_LIMIT)])]
)
def test_nobody_approves_more_than_their_limit(pence, expected):
    assert faults([replace(ORDER, pence=pence)]) == expected


@pytest.mark.parametrize("approver", ["", "Zed"])
def test_an_order_by_somebody_without_a_limit_is_named(approver):
    assert faults([replace(ORDER, approver=approver)]) == [("orders", 2, OrderFault.NO_LIMIT)]


@pytest.mark.parametrize(
    ("apart", "second", "expected"),
    [
        (14, 10_001, [("orders", 3, OrderFault.SPLIT)]),
        (15, 10_001, []),
        (14, 10_000, []),
        (0, 10_001, [("orders", 2, OrderFault.SPLIT), ("orders", 3, OrderFault.SPLIT)]),
    ],
)
def test_orders_that_together_exceed_the_limit_within_days_are_split(apart, second, expected):
    other = replace(ORDER, row=3, number="PO2", on=DAY + timedelta(days=apart), pence=second)

    assert faults([ORDER, other]) == expected


def test_orders_of_another_approver_or_supplier_are_no_part_of_a_split():
    others = [
        replace(ORDER, row=3, number="PO2", approver="Ann Marsh"),
        replace(ORDER, row=4, number="PO3", supplier="Other"),
    ]

    assert faults([ORDER, *others]) == []


def test_a_one_time_supplier_used_nineteen_times_is_named_eighteen_times():
    invoices = [
        replace(INVOICE, row=row, supplier="corner  cafe", category="Postage", order="")
        for row in range(2, 21)
    ]

    found = faults([], invoices)

    assert found == [("invoices", row, OrderFault.ONE_TIME_AGAIN) for row in range(3, 21)]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, OrderLine.ORDERED),
        ({"on": DAY}, OrderLine.RETROSPECTIVE),
        ({"order": "PO9"}, OrderLine.UNKNOWN),
        ({"order": ""}, OrderLine.WITHOUT),
        ({"order": "", "category": "postage"}, OrderLine.EXEMPT),
        ({"order": "", "pence": 0}, OrderLine.WITHOUT),
        ({"order": "", "pence": -1}, OrderLine.CREDIT),
        ({"pence": -1, "on": DAY}, OrderLine.CREDIT),
    ],
)
def test_every_invoice_counts_on_one_line(changed, expected):
    assert [one.line for one in judged(replace(INVOICE, **changed))] == [expected]


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2026, 5, 3), [OrderFault.NO_ORDER]),
        (date(2026, 5, 4), []),
        (date(2026, 5, 31), []),
        (date(2026, 6, 1), [OrderFault.NO_ORDER]),
    ],
)
def test_an_exemption_holds_on_its_own_days_alone(on, expected):
    first, last = date(2026, 5, 4), date(2026, 5, 31)
    buying = replace(BUYING, exemptions=(Exemption(category="Software", first=first, last=last),))

    found = faults([], [replace(INVOICE, order="", on=on)], buying)

    assert [fault for _, _, fault in found] == expected


@pytest.mark.parametrize(
    ("on", "expected"), [(date(2026, 4, 30), [OrderFault.NO_LIMIT]), (date(2026, 5, 1), [])]
)
def test_a_limit_holds_from_its_day_on(on, expected):
    limit = Limit(approver="Bob Ray", pence=100_000, first=date(2026, 5, 1))

    found = faults([replace(ORDER, on=on)], (), replace(BUYING, limits=(limit,)))

    assert [fault for _, _, fault in found] == expected


def test_without_any_limit_no_order_is_held_against_one():
    assert faults([ORDER], (), replace(BUYING, limits=())) == []


def test_the_extract_of_approvers_goes_before_the_policy():
    found = faults([ORDER], approvers=(Approver(name="BOB RAY", pence=89_999),))

    assert found == [("orders", 2, OrderFault.OVER_LIMIT)]


CONTRACT = ApprovedContract(row=2, code="C-1", title="Scanners", supplier="Acme", pence=100_000)


@pytest.mark.parametrize(
    ("billed", "before", "expected"),
    [
        (100_000, 0, []),
        (100_001, 0, [("contracts", 2, OrderFault.OVER_CONTRACT)]),
        (90_000, 10_001, [("contracts", 2, OrderFault.OVER_CONTRACT)]),
    ],
)
def test_no_more_is_billed_than_the_contract_was_approved_for(billed, before, expected):
    invoice = replace(INVOICE, contract="c-1", pence=billed)

    found = faults([ORDER], [invoice], contracts=(replace(CONTRACT, billed_before=before),))

    assert found == expected


def test_an_invoice_counts_under_the_contract_of_its_order():
    order = replace(ORDER, contract="C-1")

    found = faults([order], [replace(INVOICE, pence=100_001)], contracts=(CONTRACT,))

    assert found == [("contracts", 2, OrderFault.OVER_CONTRACT)]


def test_a_credit_lessens_what_was_billed():
    invoices = [
        replace(INVOICE, contract="C-1", pence=100_001),
        replace(INVOICE, row=3, contract="C-1", pence=-1),
    ]

    assert faults([ORDER], invoices, contracts=(CONTRACT,)) == []


def test_more_ordered_than_approved_is_told_before_it_is_billed():
    order = replace(ORDER, contract="C-1", pence=90_000)

    found = faults([order], contracts=(replace(CONTRACT, pence=89_999),))

    assert found == [("contracts", 2, OrderFault.ORDERED_OVER)]


@pytest.mark.parametrize(
    ("contracts", "expected"),
    [((), []), ((CONTRACT,), [("invoices", 2, OrderFault.UNKNOWN_CONTRACT)])],
)
def test_a_contract_that_nobody_made_is_named_where_contracts_are_known(contracts, expected):
    assert faults([ORDER], [replace(INVOICE, contract="C-9")], contracts=contracts) == expected


SMALL = ListedSupplier(row=2, number="7", name="Acme", size=SupplierSize.SMALL)
LARGE = replace(SMALL, size=SupplierSize.LARGE)


@pytest.mark.parametrize(
    ("supplier", "received", "paid", "as_at", "expected"),
    [
        (SMALL, None, date(2026, 5, 15), AS_AT, Payment.IN_TIME),
        (SMALL, None, date(2026, 5, 16), AS_AT, Payment.LATE),
        (SMALL, date(2026, 5, 6), date(2026, 5, 16), AS_AT, Payment.IN_TIME),
        (LARGE, None, date(2026, 6, 4), AS_AT, Payment.IN_TIME),
        (LARGE, None, date(2026, 6, 5), AS_AT, Payment.LATE),
        (SMALL, None, None, date(2026, 5, 15), Payment.NOT_DUE),
        (SMALL, None, None, date(2026, 5, 16), Payment.OVERDUE),
    ],
)
def test_small_suppliers_are_paid_sooner(supplier, received, paid, as_at, expected):
    one = replace(INVOICE, received_on=received, paid_on=paid)
    another = replace(INVOICE, row=3, paid_on=DAY)

    found = judged(one, another, as_at=as_at, suppliers=(supplier,))

    assert found[0].payment is expected


def test_where_no_invoice_says_when_it_was_paid_nothing_is_said_of_payment():
    found = judged(INVOICE, suppliers=(SMALL,))

    assert [one.payment for one in found] == [Payment.UNKNOWN]


def test_an_unpaid_invoice_of_a_small_supplier_is_named_and_a_large_ones_is_not():
    invoices = [INVOICE, replace(INVOICE, row=3, paid_on=DAY)]

    assert faults([ORDER], invoices, suppliers=(SMALL,)) == [("invoices", 2, OrderFault.UNPAID)]
    assert faults([ORDER], invoices, suppliers=(LARGE,)) == []


def test_a_supplier_marked_one_time_is_named_whatever_the_policy_lists():
    marked = replace(LARGE, is_one_time=True)
    invoices = [INVOICE, replace(INVOICE, row=3), replace(INVOICE, row=4, pence=-5)]

    found = faults([ORDER], invoices, suppliers=(marked,))

    assert found == [("invoices", 3, OrderFault.ONE_TIME_AGAIN)]
