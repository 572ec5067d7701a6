"""A contract that has run for years and is recorded here today: every page says the same."""

import time_machine

from factories.contract_facts import stored_contract
from factories.council_pages import TODAY

NOVEMBER = TODAY.replace(month=11, day=25)


def test_nothing_is_late_on_any_page(client, contract_manager):
    with time_machine.travel(NOVEMBER, tick=False):
        stored_contract(at=NOVEMBER)
        client.force_login(contract_manager)

        page = client.get("/contracts/CSS/").text
        returns = client.get("/returns/").text
        attention = client.get("/attention/").text

    assert "No KPI was judged in October" in page
    assert "No result was owed for October 2026." in page
    assert "0 of 0 KPIs" not in page
    assert "is late" not in page
    assert "No return is late" in returns
    assert "CSS" not in attention
