"""The engine says of orders and suppliers what the rules say: of twins, blanks, case, Unicode."""

from dataclasses import astuple, replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutable.housekeeping.engine import DuckEngine
from scrutable.housekeeping.engine import orders as engine
from scrutable.housekeeping.engine.orders.findings import day_number
from scrutable.housekeeping.engine.suppliers import SUPPLIERS
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
    OrderLine,
    SupplierSize,
)
from scrutable.housekeeping.rules import orders as rules

DAY = date(2026, 5, 4)
ORDERS = (
    ("at_row", "BIGINT"),
    ("number", "VARCHAR"),
    ("supplier", "VARCHAR"),
    ("placed_on", "DATE"),
    ("pence", "BIGINT"),
    ("approver", "VARCHAR"),
    ("supplier_number", "VARCHAR"),
    ("contract", "VARCHAR"),
)
INVOICES = (
    ("at_row", "BIGINT"),
    ("number", "VARCHAR"),
    ("supplier", "VARCHAR"),
    ("order_number", "VARCHAR"),
    ("billed_on", "DATE"),
    ("pence", "BIGINT"),
    ("category", "VARCHAR"),
    ("supplier_number", "VARCHAR"),
    ("contract", "VARCHAR"),
    ("received_on", "DATE"),
    ("paid_on", "DATE"),
)

people = st.sampled_from(["", " ", "Ann Marsh", "ann marsh", "Bob Ray", "Zoë", "ZOË"])
numbers = st.sampled_from(["", "PO1", "po 1", "PO2", "PO3 "])
names = st.sampled_from(["Acme", "ACME", "Corner Cafe", "cornercafe", "", "Zoë", "ZOË"])
codes = st.sampled_from(["", "", "7", "007", "S 7", "8", "0"])
contracts = st.sampled_from(["", "", "C1", "c 1", "C2", "C9"])
days = st.dates(DAY, DAY + timedelta(days=40))
pence = st.sampled_from([0, -500, 40_000, 60_000, 100_000, 500_001])
orders = st.lists(
    st.builds(
        Order,
        row=st.just(0),
        number=numbers,
        supplier=names,
        on=days,
        pence=pence,
        approver=people,
        supplier_number=codes,
        contract=contracts,
    ),
    max_size=8,
)
invoices = st.lists(
    st.builds(
        Invoice,
        row=st.just(0),
        number=st.text("12", max_size=2),
        supplier=names,
        order=numbers,
        on=days,
        pence=pence,
        category=st.sampled_from(["", "Software", "postage", "UTILITIES "]),
        supplier_number=codes,
        contract=contracts,
        received_on=st.none() | days,
        paid_on=st.none() | days,
    ),
    max_size=8,
)
listed = st.lists(
    st.builds(
        ListedSupplier,
        row=st.just(0),
        number=codes,
        name=names,
        size=st.sampled_from(SupplierSize),
        is_sole_trader=st.none() | st.booleans(),
        is_one_time=st.none() | st.booleans(),
    ),
    max_size=6,
)
approved = st.lists(
    st.builds(
        ApprovedContract,
        row=st.just(0),
        code=contracts,
        title=st.just("Scanners"),
        supplier=names,
        pence=pence,
        billed_before=st.sampled_from([0, 50_000]),
    ),
    max_size=4,
)
approvers = st.lists(st.builds(Approver, name=people, pence=pence), max_size=3)
later = st.none() | st.dates(DAY + timedelta(days=40), DAY + timedelta(days=50))
earlier = st.dates(DAY - timedelta(days=20), DAY)
ends = st.none() | days
limits = st.builds(Limit, approver=people, pence=pence, first=earlier, last=ends) | st.builds(
    Limit, approver=people, pence=pence, first=days, last=later
)
categories = st.sampled_from(["", "Utilities", "Post age", "postage"])
exemptions = st.builds(Exemption, category=categories, first=earlier, last=ends) | st.builds(
    Exemption, category=categories, first=days, last=later
)
buying = st.builds(
    BuyingRules,
    limits=st.lists(limits, max_size=4).map(tuple),
    exemptions=st.lists(exemptions, max_size=4).map(tuple),
    one_time_suppliers=st.lists(names, max_size=2).map(tuple),
    split_days=st.integers(0, 20),
    pay_days=st.integers(0, 30),
    pay_small_days=st.integers(0, 30),
)


def numbered(found):
    return tuple(replace(one, row=row) for row, one in enumerate(found, start=2))


everything = st.builds(
    Bought,
    orders=orders.map(numbered),
    invoices=invoices.map(numbered),
    suppliers=listed.map(numbered),
    contracts=approved.map(numbered),
    approvers=approvers.map(tuple),
)


@pytest.fixture(scope="module")
def duck():
    return DuckEngine()


def lay(duck, bought):
    duck.table("orders", ORDERS, map(astuple, bought.orders))
    duck.table("invoices", INVOICES, map(astuple, bought.invoices))
    duck.table("suppliers", SUPPLIERS, map(astuple, bought.suppliers))
    duck.table("contracts", engine.CONTRACTS, map(astuple, bought.contracts))
    said = [(at, one.name, one.pence) for at, one in enumerate(bought.approvers)]
    duck.table("approvers", engine.APPROVERS, said)


@given(bought=everything, buying=buying)
def test_orders_are_judged_and_summed_alike(duck, bought, buying):
    as_at = DAY + timedelta(days=30)
    lay(duck, bought)

    engine.judge_orders(duck, buying, as_at=as_at)
    engine.keep_contract_sums(duck)
    engine.keep_order_findings(duck, buying)

    judged = rules.judged_invoices(bought, buying, as_at=as_at)
    assert duck.rows(
        "SELECT at_row, supplier_key, line, payment, contract_key, is_one_time, is_small"
        " FROM judged_invoices ORDER BY at_row"
    ) == [
        (o.row, o.supplier, o.line, o.payment, o.contract, o.is_one_time, o.is_small)
        for o in judged
    ]
    assert engine.order_findings(duck) == rules.order_findings(bought, buying, as_at=as_at)
    assert engine.contract_sums(duck) == rules.contract_sums(bought, judged)
    assert engine.supplier_sums(duck) == rules.supplier_sums(bought, judged, buying)
    months = engine.month_sums(duck)
    assert months == rules.month_sums(judged)
    assert sum(one.invoices for one in months) == len(bought.invoices)
    assert sum(one.pence for one in months) == sum(one.pence for one in bought.invoices)
    assert {one.line for one in months} <= set(OrderLine)


@given(day=st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_a_day_has_the_same_number_in_both(duck, day):
    text = f"SELECT {day_number('day')} FROM (SELECT CAST(? AS DATE) AS day) AS one"  # noqa: S608
    ((found,),) = duck.rows(text, [day])

    assert found == day.toordinal()
