"""A contract's page asks a fixed handful of queries, however many KPIs and months it shows."""

import pytest
import time_machine
from django.test import Client

from factories.contract_facts import AT, incoming, kpi, row, stored_contract
from factories.council_pages import TODAY
from scrutable.contracts import writes
from scrutable.contracts.reads.performance import forget
from scrutable.contracts.views import contract as view
from scrutable.kernel.periods import Month

pytestmark = pytest.mark.django_db


def stored(kpis, months):
    codes = [f"CSC_KPI_{number:02}" for number in range(1, kpis + 1)]
    stored_contract(*(kpi(code=code, title=f"Measure {code}") for code in codes))
    for back in range(months, 0, -1):
        month = str(Month(2026, 10).plus(-back))
        rows = (row(4 + at % 5, code=code, place=f"Return!F{at}") for at, code in enumerate(codes))
        writes.load_return(incoming=incoming(month, *rows), by="n.ward", at=AT)


AFTER_A_CHANGE = 49
AS_BEFORE = 8


@pytest.mark.parametrize(("kpis", "months"), [(2, 2), (30, 12)])
@time_machine.travel(TODAY, tick=False)
def test_the_page_asks_as_much_of_thirty_kpis_as_of_two(
    kpis, months, officer, django_assert_max_num_queries
):
    stored(kpis, months)
    client = Client()
    client.force_login(officer)
    forget()
    view.forget()

    with django_assert_max_num_queries(AFTER_A_CHANGE):
        first = client.get("/contracts/CSS/")
    with django_assert_max_num_queries(AS_BEFORE):
        again = client.get("/contracts/CSS/")

    assert first.text.count('class="app-line"') == kpis
    assert again.text.count('class="app-line"') == kpis


@time_machine.travel(TODAY, tick=False)
def test_a_page_that_has_not_changed_asks_who_looks_and_the_last_event(
    officer, django_assert_max_num_queries
):
    stored(2, 2)
    client = Client()
    client.force_login(officer)
    first = client.get("/contracts/CSS/")

    with django_assert_max_num_queries(3):
        again = client.get("/contracts/CSS/", headers={"if-none-match": first["ETag"]})

    assert again.status_code == 304
