"""Contracts in Debian's chromium: every page at both widths against WCAG 2.2 AA."""

import io

import pytest
import time_machine

from factories.contract_facts import contract, kpi, stored_contract
from factories.council_pages import TODAY, stored_council
from factories.workbooks import xlsx
from scrutable.registers import writes as register_writes

pytestmark = pytest.mark.django_db(transaction=True)

LONG = "Financial assessments of people who need care at home or in a care home, " * 3


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=True):
        yield


PAGES = [
    "/",
    "/attention/",
    "/search/?q=calls",
    "/trace/kpi/CSS/CSC_KPI_04/2026-08",
    "/log/",
    "/log/3/",
    "/suppliers/",
    "/suppliers/norland-services/",
    "/contracts/",
    "/contracts/CSS/",
    "/contracts/CSS/?order=-run",
    "/contracts/CSS/kpis/CSC_KPI_04/",
    "/contracts/CSS/kpis/CSC_KPI_04/2026-08/",
    "/contracts/CSS/kpis/CSC_KPI_04/2026-08/correct/",
    "/contracts/CSS/kpis/CSC_KPI_04/change/",
    "/contracts/CSS/kpis/new/",
    "/contracts/CSS/terms/",
    "/contracts/CSS/matters/",
    "/contracts/CSS/matters/1/",
    "/returns/",
    "/returns/template/",
    "/returns/send/",
    "/mitigations/",
    "/mitigations/CSS/1/",
    "/mitigations/new/?contract=CSS",
    "/credits/?contract=CSS",
    "/credits/CSS/2026-08/",
    "/credits/CSS/terms/",
    "/credits/CSS/reliefs/",
    "/policy/",
    "/policy/attention/",
]


def test_every_page_is_good_at_both_widths(page, contract_manager):
    stored_council()
    page.sign_in("j.smith")

    for address in PAGES:
        page.open(address)
        page.assert_good()

    assert page.refused == []


def test_policy_forms_are_good_for_an_administrator(page, administrator):
    page.sign_in("m.doyle")

    for address in ("/policy/attention/change/", "/policy/council/change/"):
        page.open(address)
        page.assert_good()


def test_empty_pages_say_what_would_be_there(page, contract_manager):
    page.sign_in("j.smith")

    for address in ("/", "/contracts/", "/returns/", "/mitigations/", "/credits/", "/attention/"):
        page.open(address)
        page.assert_good()
    page.open("/mitigations/")
    assert page.get_by_text("No mitigation has been agreed.").is_visible()


def test_a_hundred_kpis_with_the_longest_names_stay_within_the_page(page, contract_manager):
    codes = [f"CSC_KPI_{number:02}" for number in range(1, 101)]
    stored_contract(*(kpi(code=code, title=LONG.strip()) for code in codes))
    long_terms = contract(title=f"Corporate {LONG}"[:200])
    register_writes.record_contract(contract=long_terms, by="j.smith", at=TODAY)
    page.sign_in("j.smith")

    for address in ("/contracts/CSS/", "/contracts/CSS/kpis/CSC_KPI_99/", "/contracts/"):
        page.open(address)
        page.assert_good()


def test_the_exceptions_of_a_phone_are_cards_and_the_months_scroll(page, member):
    stored_council()
    page.sign_in("c.osei")
    page.page.set_viewport_size({"width": 390, "height": 844})

    page.open("/contracts/CSS/")

    row = page.locator("#kpis tbody tr").nth(1)
    assert row.evaluate("row => getComputedStyle(row).display") == "block"
    assert page.get_by_role("heading", level=1).inner_text() == "One KPI below target in September"
    months = page.locator(".app-scroll", has=page.page.locator("#months"))
    assert months.evaluate("box => box.scrollWidth > box.clientWidth")


def test_a_return_with_faults_is_said_and_the_summary_takes_the_focus(page, contract_manager):
    stored_council()
    page.sign_in("j.smith")
    page.open("/returns/send/")
    sheet = [["Code", "Result"], ["CSC_KPI_04", "soon"], ["CSC_KPI_99", 5]]
    file = {
        "name": "september.xlsx",
        "mimeType": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "buffer": io.BytesIO(xlsx(sheet)).getvalue(),
    }

    page.get_by_label("The workbook").set_input_files(file)
    page.get_by_role("button", name="Check the return").click()

    page.get_by_role("heading", name="There is a problem").wait_for()
    page.locator("html[data-started=yes]").wait_for()
    assert page.locator(".govuk-error-summary").evaluate("it => it === document.activeElement")
    assert page.get_by_text("Return!B2").is_visible()
    page.refused.clear()  # the console speaks of every status from 400 on
    page.assert_good()
