"""Orders and suppliers from the files to pages, terminal and report; no sole trader is named."""

import io
import json
import shutil
from datetime import UTC, date, datetime

import pytest
from openpyxl import load_workbook

from factories import bought
from factories.bought import AS_AT, MAYBE, PLANTED
from scrutable.audit import reads as audit
from scrutable.documents.blocks import Document
from scrutable.documents.plain import render_plain
from scrutable.housekeeping.compose import orders as compose
from scrutable.housekeeping.models import SupplierName, Thing
from scrutable.housekeeping.reads import orders as reads
from scrutable.housekeeping.writes import erase_names
from scrutable.registers.facts import Policy
from scrutable.registers.writes import set_policy

pytestmark = pytest.mark.django_db
ORDERS, SUPPLIERS = "/estate/orders/", "/estate/suppliers/"


@pytest.fixture(autouse=True)
def result(settings, tmp_path, housekeeper):
    settings.DATA_DIR = tmp_path / "data"
    return bought.reconciled(tmp_path)


def counted(result):
    return {row["line"]: row["number"] for row in json.loads(result.stdout)}


def test_every_invoice_counts_once_and_each_fault_is_found(result):
    assert result.exit_code == 1
    assert counted(result) == {
        "credit": 1,
        "exempt": 3,
        "ordered": 1,
        "retrospective": 1,
        "unknown": 1,
        "without": 2,
        "all": 9,
        "wrong: no_order": 2,
        "wrong: one_time_again": 1,
        "wrong: over_contract": 1,
        "wrong: retrospective": 1,
        "wrong: split": 1,
        "wrong: unknown_order": 1,
        "wrong: unpaid": 1,
    }


def test_the_page_says_the_share_and_what_it_is_a_share_of(client, officer):
    client.force_login(officer)

    text = client.get(ORDERS).text

    assert "40% of invoices that needed an order had none" in text
    assert "2 of 5 that needed one; 4 exempt or given back left out" in text
    assert "As at 30 September 2026: 9 invoices for £6,870" in text
    assert "Once Only Ltd: twice" in text
    assert "£1,700" in text  # billed under C-1, of £1,000 approved


def test_the_page_answers_for_other_days_and_once_the_extracts_are_gone(client, officer, settings):
    client.force_login(officer)
    before = client.get(ORDERS).text.partition("<main")[2]

    shutil.rmtree(settings.DATA_DIR / "extracts")

    assert client.get(ORDERS).text.partition("<main")[2] == before
    assert "No orders are reconciled yet" in client.get(f"{ORDERS}?as_at=2026-09-29").text


def test_a_second_look_at_the_same_day_takes_the_place_of_the_first(tmp_path):
    fewer = {**bought.FILES, "invoices": bought.FILES["invoices"][:3]}

    bought.reconciled(tmp_path, fewer)

    seen = reads.orders_seen(audit.number_at(), AS_AT)
    assert (seen.invoices(), seen.pence()) == (2, 170_000)
    assert [one.spend.supplier for one in seen.suppliers] == ["s1"]


@pytest.mark.parametrize("name", ["member", "officer", "contract_manager", "administrator"])
def test_who_may_not_see_names_sees_a_sole_trader_and_no_more(client, request, name):
    client.force_login(request.getfixturevalue(name))

    text = client.get(f"{SUPPLIERS}s2/").text

    assert "A sole trader: 1 invoice without an order" in text
    assert PLANTED not in text
    assert "What was found wrong" not in text


def test_who_may_see_names_does_and_the_log_says_so_once_a_day(client, housekeeper):
    client.force_login(housekeeper)

    text = client.get(f"{SUPPLIERS}s2/").text
    client.get(f"{SUPPLIERS}s2/")

    assert f"{PLANTED}: 1 invoice without an order" in text
    assert "Invoice I3" in text
    looks = [one for one in audit.events() if one.verb == "supplier_names_seen"]
    assert [(one.by, one.after["suppliers"]) for one in looks] == [("b.khan", "s2")]


def test_a_look_at_a_company_is_nobodys_business(client, housekeeper):
    client.force_login(housekeeper)

    assert "Acme Ltd" in client.get(f"{SUPPLIERS}s1/").text
    assert "supplier_names_seen" not in {one.verb for one in audit.events()}


def test_a_supplier_that_nobody_knows_is_not_found(client, officer):
    client.force_login(officer)

    assert client.get(f"{SUPPLIERS}s99/").status_code == 404


def words_of(answer):
    if "spreadsheetml" in answer["Content-Type"]:
        book = load_workbook(io.BytesIO(answer.content))
        return " ".join(str(cell) for row in book.active.values for cell in row)
    return answer.content.decode()


@pytest.mark.parametrize("who", ["member", "housekeeper"])
def test_nothing_that_may_be_published_names_a_sole_trader(client, request, who):
    client.force_login(request.getfixturevalue(who))
    addresses = [ORDERS, SUPPLIERS, "/estate/"]
    tables = ("lines", "months", "suppliers", "one-time", "sizes", "contracts")
    addresses += [
        f"{ORDERS}?table={table}&format={form}" for table in tables for form in ("csv", "xlsx")
    ]
    addresses += [f"{SUPPLIERS}?format={form}" for form in ("csv", "xlsx")]

    walked = {address: words_of(client.get(address)) for address in addresses}

    for address, text in walked.items():
        assert PLANTED not in text, address
        assert MAYBE not in text, address
    assert "A sole trader" in walked[f"{SUPPLIERS}?format=csv"]
    assert "May be a sole trader" in walked[f"{SUPPLIERS}?format=xlsx"]


def test_neither_terminal_nor_report_nor_log_names_a_sole_trader():
    seen = reads.orders_seen(audit.number_at(), AS_AT)
    paper = Document(
        "Orders",
        "R-1",
        "Westmere",
        "Board",
        "Author",
        "Orders",
        AS_AT,
        compose.orders_section(seen),
    )
    said = [
        render_plain(paper),
        str(compose.key_figures(seen)),
        bought.run("suppliers", "--format", "csv").output,
        bought.run("orders", "--by", "contract").output,
        str(audit.events()),
    ]

    for text in said:
        assert PLANTED not in text
        assert MAYBE not in text
    assert "A sole trader" in said[2]


def test_names_lie_apart_and_are_erased_when_their_time_has_come(client, housekeeper):
    keys = set(Thing.objects.values_list("key", flat=True))
    assert not any(PLANTED in key or "planted" in key for key in keys)
    assert set(SupplierName.objects.values_list("name", flat=True)) >= {PLANTED, "Acme Ltd"}

    erase_names(by="b.khan", at=datetime(2027, 10, 2, 9, tzinfo=UTC))

    client.force_login(housekeeper)
    assert set(SupplierName.objects.values_list("name", flat=True)) == {""}
    assert "Name erased" in client.get(f"{SUPPLIERS}s1/").text


def test_the_sum_at_the_terminal_adds_up_and_exits_1():
    result = bought.run("orders", "--format", "json")

    rows = json.loads(result.stdout)
    assert result.exit_code == 1
    assert rows[-1] == {"line": "all", "invoices": 9, "pounds": "6870"}
    assert result.stderr == (
        "40% of invoices that needed an order had none: 2 of 5 that needed one; "
        "4 exempt or given back left out.\n"
    )
    assert bought.run("orders", "--as-at", "2026-09-29").exit_code == 1


def test_by_month_and_by_contract_at_the_terminal():
    months = json.loads(bought.run("orders", "--by", "month", "--format", "json").stdout)
    contracts = json.loads(bought.run("orders", "--by", "contract", "--format", "json").stdout)

    assert [(row["month"], row["invoices"], row["without"]) for row in months] == [
        ("2026-05", 3, 1),
        ("2026-06", 6, 1),
    ]
    assert contracts == [
        {
            "contract": "C-1",
            "title": "Scanners",
            "approved_pounds": "1000",
            "billed_pounds": "1700",
            "ordered_pounds": "900",
        }
    ]


def policy(value, on):
    set_policy(
        policy=Policy(
            name="buying",
            effective_from=on,
            value=json.dumps(value),
            approved_by="Audit Committee, minute 12",
        ),
        by="b.khan",
        at=datetime(2026, 10, 5, 9, tzinfo=UTC),
    )


def test_an_exemption_counts_from_the_day_on_which_it_was_approved(tmp_path):
    policy({"exempt_categories": ["Utilities", "Postage", "Printing"]}, date(2026, 6, 1))

    assert counted(bought.reconciled(tmp_path))["exempt"] == 4  # not the printing of May


def test_a_limit_that_says_no_sum_is_told_in_words(tmp_path):
    policy({"limits": ["Head of ICT"]}, date(2026, 4, 1))

    result = bought.reconciled(tmp_path)

    assert result.exit_code == 1
    assert result.stderr == (
        "Error: Policy “buying”, limits: “Head of ICT” names nobody and no sum. "
        "Write it as “Head of ICT: 50000” and set the policy again.\n"
    )


def test_the_number_of_queries_does_not_grow_with_the_suppliers(
    client, officer, tmp_path, django_assert_max_num_queries
):
    client.force_login(officer)
    head, *rows = bought.FILES["invoices"]
    more = [
        (f"J{n}", f"Firm {n}", f"F{n}", "", "01/06/2026", "10.00", "Printing", "", "", "")
        for n in range(300)
    ]
    bought.reconciled(tmp_path, {**bought.FILES, "invoices": (head, *rows, *more)})

    for address in (ORDERS, SUPPLIERS, f"{SUPPLIERS}s1/"):
        with django_assert_max_num_queries(14):
            client.get(address)
