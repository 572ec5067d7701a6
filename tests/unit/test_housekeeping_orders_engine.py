"""The engine says of orders and suppliers what the rules say: of twins, blanks, case, Unicode."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import buying_facts as made
from scrutable.housekeeping.engine import DuckEngine
from scrutable.housekeeping.engine.orders.findings import day_number
from scrutable.housekeeping.facts import OrderLine
from scrutable.housekeeping.rules import orders as rules


@pytest.fixture(scope="module")
def duck():
    return DuckEngine()


@given(bought=made.everything, buying=made.buying)
def test_orders_are_judged_and_summed_alike(duck, bought, buying):
    as_at = made.DAY + timedelta(days=30)

    found, contracts, suppliers, months = made.judged(duck, bought, buying, as_at)

    judged = rules.judged_invoices(bought, buying, as_at=as_at)
    assert duck.rows(
        "SELECT at_row, supplier_key, line, payment, contract_key, is_one_time, is_small"
        " FROM judged_invoices ORDER BY at_row"
    ) == [
        (o.row, o.supplier, o.line, o.payment, o.contract, o.is_one_time, o.is_small)
        for o in judged
    ]
    assert found == rules.order_findings(bought, buying, as_at=as_at)
    assert contracts == rules.contract_sums(bought, judged)
    assert suppliers == rules.supplier_sums(bought, judged, buying)
    assert months == rules.month_sums(judged)
    assert sum(one.invoices for one in months) == len(bought.invoices)
    assert sum(one.pence for one in months) == sum(one.pence for one in bought.invoices)
    assert {one.line for one in months} <= set(OrderLine)


@given(day=st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_a_day_has_the_same_number_in_both(duck, day):
    text = f"SELECT {day_number('day')} FROM (SELECT CAST(? AS DATE) AS day) AS one"  # noqa: S608  (our own words)
    ((found,),) = duck.rows(text, [day])

    assert found == day.toordinal()
