"""Home, attention, search, trace and log."""

import csv
import io

import pytest
import time_machine

from factories.council_pages import TODAY, stored_council
from factories.stored_reports import draft, frozen
from scrutable.kernel.periods import Month, Span


@pytest.fixture(autouse=True)
def council(db):
    with time_machine.travel(TODAY, tick=False):
        stored_council()
        yield


def test_home_says_what_is_still_to_do_before_a_first_report(client, officer):
    client.force_login(officer)

    page = client.get("/").text

    assert "Next: set the council’s policy" in page
    assert page.count("Done") == 4
    assert "What needs attention" in page


def test_a_councillor_is_not_told_to_set_anything_up(client, member):
    client.force_login(member)

    page = client.get("/").text

    assert "Next: " not in page
    assert "To do" not in page
    assert "No report has been frozen yet." in page


@pytest.mark.parametrize(
    ("person", "first", "second"),
    [
        ("member", "Latest reports", "What needs attention"),
        ("officer", "What needs attention", "Latest reports"),
    ],
)
def test_a_councillor_comes_home_to_the_reports_and_others_to_what_needs_them(
    client, request, person, first, second
):
    first_month = Month(2026, 4)  # without a month before it, no change needs a reason
    frozen(span=Span(first_month, first_month), as_at=first_month.last_day)
    client.force_login(request.getfixturevalue(person))

    page = client.get("/").text

    assert "Contract performance" in page
    first, second = f">{first}</h2>", f">{second}</h2>"
    assert page.count(first) == page.count(second) == 1
    assert page.index(first) < page.index(second)


@pytest.mark.parametrize(("order", "is_open"), [("", False), ("?order=since", True)])
def test_the_table_of_attention_opens_once_an_order_is_asked_for(client, member, order, is_open):
    client.force_login(member)

    page = client.get(f"/attention/{order}").text

    assert "The same as a table" in page
    assert ('<details class="govuk-details" open' in page) is is_open


def test_a_supplier_comes_home_to_their_own_contracts(client, supplier_person):
    client.force_login(supplier_person)

    page = client.get("/").text

    assert "Your contracts" in page
    assert "Corporate Support Services (CSS)" in page
    assert "Wide-area network" not in page


def test_what_needs_attention_says_why_and_since_when(client, member):
    client.force_login(member)

    page = client.get("/attention/").text

    assert "attention" in page
    assert "CSC_KPI_04" in page
    assert "Owner" in page


def test_attention_of_one_contract_leaves_out_the_others(client, member):
    client.force_login(member)

    page = client.get("/attention/?contract=WAN").text

    assert "Nothing needs attention" in page


@pytest.mark.parametrize("words", ["CSC_KPI_04", "csc kpi04", "calls aband", "Norland"])
def test_search_finds_by_words_and_by_any_spelling_of_a_code(client, member, words):
    client.force_login(member)

    page = client.get("/search/", {"q": words}).text

    assert "found for" in page
    assert "CSC_KPI_04" in page or "Norland Services" in page


def test_search_that_finds_nothing_says_what_can_be_searched(client, member):
    client.force_login(member)

    page = client.get("/search/", {"q": "<b>unicorn</b>"}).text

    assert "Nothing was found for “&lt;b&gt;unicorn&lt;/b&gt;”" in page
    assert "in any spelling" in page


def test_a_result_is_traced_to_its_file_and_cell(client, member):
    client.force_login(member)

    page = client.get("/trace/kpi/CSS/CSC_KPI_04/2026-08").text

    assert "2026-08.xlsx" in page
    assert "Return!F4" in page
    assert "No frozen report has printed it." in page
    assert "<svg" in page


@pytest.mark.parametrize(
    "reference",
    [
        "kpi/CSS/CSC_KPI_04",
        "contract/CSS",
        "mitigation/CSS/1",
        "matter/CSS/1",
        "return/CSS/2026-08/1",
        "credits/CSS/2026-08",
        "supplier/norland-services",
        "event/1",
    ],
)
def test_every_kind_of_record_can_be_traced(client, member, reference):
    client.force_login(member)

    assert client.get(f"/trace/{reference}").status_code == 200


def test_what_is_nowhere_cannot_be_traced(client, member):
    client.force_login(member)

    assert client.get("/trace/kpi/CSS/CSC_KPI_99/2026-08").status_code == 404


def test_the_log_says_who_did_what_with_before_and_after(client, auditor):
    client.force_login(auditor)

    page = client.get("/log/?by=n.ward").text

    assert "Return loaded" in page
    assert "n.ward" in page
    assert "Mitigation granted" not in page


def test_the_log_of_one_record(client, auditor):
    client.force_login(auditor)

    page = client.get("/log/", {"subject": "mitigation/CSS/1"}).text

    assert "Mitigation granted" in page
    assert "Return loaded" not in page


def test_the_log_comes_as_csv(client, auditor):
    client.force_login(auditor)

    answer = client.get("/log/?format=csv")

    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0] == ["Event", "When", "Who", "Did what", "To what", "Before", "After"]
    assert len(rows) > 10


def test_older_events_are_a_page_further(client, auditor, contract_manager):
    client.force_login(auditor)

    newest = client.get("/log/").text
    older = client.get("/log/?before=3").text

    assert "Older" not in newest
    assert ">2</a>" in older


def test_an_event_says_what_stood_before_and_after(client, auditor):
    client.force_login(auditor)

    page = client.get("/log/3/").text

    assert "Event 3" in page
    assert "Seal" in page
    assert client.get("/log/999999/").status_code == 404


def test_the_chain_is_walked_and_said_to_hold(client, auditor):
    client.force_login(auditor)

    page = client.post("/log/verify/", follow=True).text

    assert "The chain holds:" in page
    assert client.get("/log/verify/").status_code == 405


def test_a_persons_record_is_traced_only_by_those_who_see_people(
    client, member, auditor, supplier_person
):
    client.force_login(member)
    hidden = client.get("/trace/person/n.ward").status_code
    client.force_login(auditor)

    assert hidden == 404
    assert client.get("/trace/person/n.ward").status_code == 200


def test_a_draft_report_is_neither_found_nor_traced_by_members(client, member, officer):
    name = draft().name
    client.force_login(member)
    found = client.get("/search/", {"q": name}).text
    traced = client.get(f"/trace/edition/{name}").status_code
    client.force_login(officer)

    assert "Nothing was found" in found
    assert traced == 404
    assert "1 record found" in client.get("/search/", {"q": name}).text
    assert client.get(f"/trace/edition/{name}").status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/attention/?contract=NONE",
        "/attention/?table=attention&order=nothing&format=odt",
        "/log/?before=soon",
        "/log/?before=99999999999999999999",
        "/search/?q=" + "x" * 500,
        "/returns/?order=-days",
        "/mitigations/?contract=NONE",
        "/contracts/CSS/?order=%27--&table=nothing",
        "/contracts/CSS/?month=2021-04",
        "/contracts/CSS/template/?month=2030-01",
    ],
)
def test_odd_addresses_are_answered(client, contract_manager, address):
    client.force_login(contract_manager)

    assert client.get(address).status_code == 200
