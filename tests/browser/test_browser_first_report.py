"""From an empty database to a first frozen report, by pages alone."""

import io

import pytest
import time_machine
from openpyxl import load_workbook

from factories.council_pages import TODAY
from scrutable.reports import reads

pytestmark = pytest.mark.django_db(transaction=True)

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WORDS = "four words make one"


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=True):
        yield


def fill(page, **said):
    """Fill the fields by their names; a date or a month is given as its boxes, a choice ticked."""
    for name, value in said.items():
        boxes = value if isinstance(value, tuple) else None
        if boxes:
            for at, part in enumerate(boxes):
                page.locator(f"[name='{name}_{at}']").fill(str(part))
            continue
        field = page.locator(f"[name='{name}']").first
        kind = field.evaluate("it => it.type")
        if kind == "radio":
            page.locator(f"[name='{name}'][value='{value}']").check(force=True)
        elif kind == "select-one":
            field.select_option(value)
        else:
            field.fill(str(value))


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def told(page, words):
    page.get_by_text(words).first.wait_for()


def become_the_first_administrator(page):
    page.open("/account/sign-in/")
    page.get_by_role("link", name="Become the first administrator").click()
    fill(page, username="m.doyle", full_name="Maeve Doyle", password=WORDS)
    press(page, "Become the first administrator")
    told(page, "You are the first administrator")
    page.sign_in("m.doyle", WORDS)
    told(page, "Next: set the council’s policy")


def add_the_contract_manager(page):
    page.open("/people/add/")
    fill(page, username="j.smith", full_name="Jo Smith", role="contract_manager", password=WORDS)
    page.locator("main button[type=submit]").click()
    told(page, "Jo Smith is added")


def set_policy(page):
    page.open("/policy/council/change/")
    fill(page, approved_by="Full council, minute 12", name="Westmere County Council")
    press(page, "Set the policy")
    told(page, "“The council” is set")


def change_hands(page):
    page.get_by_role("button", name="Sign out").click()
    page.sign_in("j.smith", WORDS)
    told(page, "Next: add a supplier")


def add_supplier_and_contract(page):
    page.get_by_role("link", name="Add a supplier").click()
    fill(page, name="Norland Services")
    press(page, "Add the supplier")
    told(page, "Norland Services is recorded")
    page.open("/")
    page.get_by_role("link", name="Add its contract").click()
    fill(
        page,
        code="CSS",
        title="Corporate Support Services",
        supplier="supplier/norland-services",
        role="prime",
        regime="PA2023",
        value_pounds="68400000",
        start_on=(1, 9, 2026),
        end_on=(31, 3, 2030),
        services="Customer Service Centre",
    )
    press(page, "Add the contract")
    told(page, "Corporate Support Services is recorded")


def add_kpis(page):
    for code, title, better, target, minimum in (
        ("CSC_KPI_04", "Calls abandoned", "lower", 5, 8),
        ("CSC_KPI_05", "Calls answered in 20 seconds", "higher", 80, 75),
    ):
        page.open("/contracts/CSS/")
        page.get_by_role("link", name="Add a KPI").click()
        fill(page, code=code, service="Customer Service Centre", title=title, direction=better)
        fill(page, level_0_target=target, level_0_minimum=minimum)
        press(page, "Add the KPI")
        told(page, f"{code} is defined")


def send_the_first_return(page):
    page.open("/returns/template/")
    with page.page.expect_download() as coming:
        page.get_by_role("button", name="Download").click()
    content = filled(coming.value.path().read_bytes(), (0.061, 0.83))
    page.open("/returns/send/?contract=CSS")
    file = {"name": "september.xlsx", "mimeType": WORKBOOK, "buffer": content}
    page.get_by_label("The workbook").set_input_files(file)
    press(page, "Check the return")
    told(page, "This return would add 2 results")
    press(page, "Load the return")
    told(page, "2 results of CSS for September 2026 are loaded")


def filled(content, values):
    """Return the template with its results typed in below their heading."""
    book = load_workbook(io.BytesIO(content))
    cells = (cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)
    heading = next(cell for cell in cells if cell.value == "Result")
    for below, value in enumerate(values, start=1):
        heading.offset(row=below).value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def build_and_freeze(page):
    page.open("/reports/")
    page.get_by_role("link", name="Begin a report").click()
    fill(page, kind="contract-performance", contract="CSS", first=(9, 2026), last=(9, 2026))
    page.locator("main button[type=submit]").click()
    page.page.wait_for_url("**/reports/CSS-2026-1/")
    page.assert_good()
    page.get_by_role("link", name="Check").first.click()
    press(page, "Freeze CSS-2026-1")


def test_from_nothing_to_a_first_report(page, transactional_db):
    become_the_first_administrator(page)
    add_the_contract_manager(page)
    set_policy(page)
    change_hands(page)
    add_supplier_and_contract(page)
    add_kpis(page)
    send_the_first_return(page)
    build_and_freeze(page)

    told(page, "frozen")
    edition = reads.edition("CSS-2026-1")
    assert edition.is_frozen
    page.open("/")
    told(page, "Latest reports")
    page.open("/trace/kpi/CSS/CSC_KPI_04/2026-09")
    told(page, "1 frozen report printed it.")
    page.assert_good()
