"""Orders and invoices: what is wrong with how things were bought, by the rules and the engine."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutable.housekeeping import engine, rules
from scrutable.housekeeping.facts import BuyingRules, Invoice, Order, OrderFault

DAY = date(2026, 5, 4)
BUYING = BuyingRules(
    limits=(("Ann Marsh", 500_000), ("Bob Ray", 100_000)),
    exempt_categories=("Utilities", "Postage"),
    one_time_suppliers=("Corner Cafe",),
    split_days=14,
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


def faults(orders, invoices=()):
    found = rules.order_findings(list(orders), list(invoices), BUYING)
    return [(one.of, one.row, one.fault) for one in found]


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


names = st.sampled_from(["", " ", "Ann Marsh", "ann marsh", "Bob Ray", "Zoë", "ZOË"])
numbers = st.sampled_from(["", "PO1", "po 1", "PO2", "PO3 "])
suppliers = st.sampled_from(["Acme", "ACME", "Corner Cafe", "cornercafe", ""])
days = st.dates(DAY, DAY + timedelta(days=40))
orders = st.lists(
    st.builds(
        Order,
        row=st.just(0),
        number=numbers,
        supplier=suppliers,
        on=days,
        pence=st.sampled_from([0, -500, 40_000, 60_000, 100_000, 500_001]),
        approver=names,
    ),
    max_size=8,
)
invoices = st.lists(
    st.builds(
        Invoice,
        row=st.just(0),
        number=st.text("12", max_size=2),
        supplier=suppliers,
        order=numbers,
        on=days,
        pence=st.just(1),
        category=st.sampled_from(["", "Software", "postage", "UTILITIES "]),
    ),
    max_size=8,
)


@pytest.fixture(scope="module")
def duck():
    return engine.DuckEngine()


@given(orders=orders, invoices=invoices, split_days=st.integers(0, 20))
def test_orders_are_judged_alike(duck, orders, invoices, split_days):
    orders = [replace(one, row=row) for row, one in enumerate(orders, start=2)]
    invoices = [replace(one, row=row) for row, one in enumerate(invoices, start=2)]
    buying = replace(BUYING, split_days=split_days)
    text = "VARCHAR"
    duck.table(
        "orders",
        (
            ("at_row", "BIGINT"),
            ("number", text),
            ("supplier", text),
            ("placed_on", "DATE"),
            ("placed_day", "BIGINT"),
            ("pence", "BIGINT"),
            ("approver", text),
        ),
        [
            (o.row, o.number, o.supplier, o.on, o.on.toordinal(), o.pence, o.approver)
            for o in orders
        ],
    )
    duck.table(
        "invoices",
        (
            ("at_row", "BIGINT"),
            ("number", text),
            ("supplier", text),
            ("order_number", text),
            ("billed_on", "DATE"),
            ("category", text),
        ),
        [(i.row, i.number, i.supplier, i.order, i.on, i.category) for i in invoices],
    )

    found = engine.order_findings(duck, buying)

    assert found == rules.order_findings(orders, invoices, buying)
