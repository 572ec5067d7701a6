"""What a council buys, as Hypothesis makes it, and its tables before an engine."""

from dataclasses import astuple, replace
from datetime import date, timedelta

from hypothesis import strategies as st

from scrutable.housekeeping.engine import orders as asking
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
    SupplierSize,
)

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


def lay(engine, bought):
    engine.table("orders", ORDERS, map(astuple, bought.orders))
    engine.table("invoices", INVOICES, map(astuple, bought.invoices))
    listed = [astuple(replace(one, size=one.size.value)) for one in bought.suppliers]
    engine.table("suppliers", SUPPLIERS, listed)
    engine.table("contracts", asking.CONTRACTS, map(astuple, bought.contracts))
    said = [(at, one.name, one.pence) for at, one in enumerate(bought.approvers)]
    engine.table("approvers", asking.APPROVERS, said)


def judged(engine, bought, buying, as_at):
    """Judge and sum all of it; return all that it came to."""
    lay(engine, bought)
    asking.judge_orders(engine, buying, as_at=as_at)
    asking.keep_contract_sums(engine)
    asking.keep_order_findings(engine, buying)
    return (
        asking.order_findings(engine),
        asking.contract_sums(engine),
        asking.supplier_sums(engine),
        asking.month_sums(engine),
    )
