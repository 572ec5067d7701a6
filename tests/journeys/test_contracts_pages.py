"""Looking at contracts, KPIs and results; each in the words of the reader."""

import csv
import io
import zipfile

import pytest
import time_machine

from factories.contract_facts import AT, incoming, kpi, row
from factories.council_pages import TODAY, stored_council
from scrutable.contracts import writes


@pytest.fixture(autouse=True)
def council(db):
    with time_machine.travel(TODAY, tick=False):
        stored_council()
        yield


def test_the_list_names_every_contract_with_supplier_and_dates(client, member):
    client.force_login(member)

    page = client.get("/contracts/").text

    assert "2 contracts with 2 suppliers" in page
    assert "Norland Services" in page
    assert "31 March 2028" in page


def test_the_title_of_a_contract_is_its_finding(client, member):
    client.force_login(member)

    page = client.get("/contracts/CSS/?month=2026-08").text

    assert "Two KPIs below minimum in August" in page
    assert "0 of 3 KPIs met their target in August 2026" in page
    assert "1 of the 3 misses is under an agreed mitigation." in page


def test_each_kpi_has_its_status_in_words_beside_its_months(client, member):
    client.force_login(member)

    page = client.get("/contracts/CSS/").text

    assert "▲ Below target" in page
    assert "Mitigation agreed" in page
    assert "○ No activity" in page
    assert "■ Below minimum" in page
    assert "Aug 2026" in page


def test_files_hold_exactly_what_is_shown_in_the_order_asked_for(client, member):
    client.force_login(member)

    answer = client.get("/contracts/CSS/?table=kpis&order=-kpi&format=csv")

    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0][:3] == ["Service", "KPI", "Status, Sep 2026"]
    assert [row[1] for row in rows[1:]] == [
        "IMT_KPI_01; Priority 1 incidents",
        "CSC_KPI_05; Calls answered in 20 seconds",
        "CSC_KPI_04; Calls abandoned",
    ]
    assert rows[3][2] == "Below target; Mitigation agreed"


def test_the_workbook_of_a_table_is_a_workbook(client, member):
    client.force_login(member)

    answer = client.get("/contracts/CSS/?table=months&format=xlsx")

    assert zipfile.is_zipfile(io.BytesIO(answer.content))
    assert answer["Content-Disposition"] == 'attachment; filename="months.xlsx"'


def test_a_page_asked_for_again_is_not_sent_again_until_something_changes(client, member):
    client.force_login(member)
    first = client.get("/contracts/CSS/")

    again = client.get("/contracts/CSS/", headers={"if-none-match": first["ETag"]})
    other = client.get("/contracts/CSS/?month=2026-08", headers={"if-none-match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert other.status_code == 200


def test_a_correction_shows_at_once_and_the_page_as_known_before_stays(client, contract_manager):
    client.force_login(contract_manager)
    before = client.get("/contracts/CSS/")

    sent = {"value": "4.9", "why": "35 was misprinted as 53"}
    answer = client.post("/contracts/CSS/kpis/CSC_KPI_04/2026-09/correct/", sent, follow=True)
    after = client.get("/contracts/CSS/", headers={"if-none-match": before["ETag"]})
    then = client.get("/contracts/CSS/?known_at=2026-04-02T12:00")

    assert "CSC_KPI_04 for September 2026 is corrected" in answer.text
    assert "35 was misprinted as 53" in answer.text
    assert "First reported as" in answer.text
    assert after.status_code == 200
    assert "4.9%" in after.text
    assert "As it was known on 2 April 2026, 12:00pm" in then.text
    assert "4.9%" not in then.text


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"value": "", "no_value": "", "why": "x"}, "Enter the right value, or select why"),
        ({"value": "soon", "why": "x"}, "The right value must be a number"),
        ({"value": "5.6", "why": ""}, "Enter why it is corrected"),
        ({"value": "140", "why": "x"}, "There is a problem"),
    ],
)
def test_a_correction_that_cannot_be_is_said_on_the_form(client, contract_manager, sent, said):
    client.force_login(contract_manager)

    answer = client.post("/contracts/CSS/kpis/CSC_KPI_04/2026-09/correct/", sent)

    assert answer.status_code == 422
    assert said in answer.text


def test_a_kpi_says_where_it_stands_and_every_version_of_every_result(client, member):
    client.force_login(member)

    page = client.get("/contracts/CSS/kpis/CSC_KPI_04/").text

    assert "Calls abandoned: below target in September 2026" in page
    assert "5.6% misses the target of 5.0% and reaches the minimum of 8.0%." in page
    assert "missed its target for 3 months in a row, since July 2026" in page
    assert "Training on a new system" in page
    assert "As first returned" in page
    assert "<svg" in page


def test_a_result_says_what_the_supplier_said_and_where_it_was_read(client, member):
    client.force_login(member)

    page = client.get("/contracts/CSS/kpis/CSC_KPI_04/2026-08/").text

    assert "CSC_KPI_04: 9.4% in August 2026" in page
    assert "Performance remained strong." in page
    assert "Return!F4" in page


def test_a_reason_is_kept_and_shown(client, officer):
    client.force_login(officer)

    answer = client.post(
        "/contracts/CSS/kpis/CSC_KPI_04/2026-08/reason/",
        {"reason": "Calls wait in one queue."},
        follow=True,
    )

    assert "Calls wait in one queue." in answer.text
    assert "Given by a.patel" in answer.text


@pytest.mark.parametrize(
    "address",
    [
        "/contracts/NONE/",
        "/contracts/CSS/kpis/NONE/",
        "/contracts/CSS/kpis/CSC_KPI_04/2019-01/",
        "/contracts/CSS/kpis/CSC_KPI_04/2027-01/",
        "/contracts/CSS/kpis/CSC_KPI_04/soon/",
        "/contracts/CSS/?month=soon",
        "/mitigations/CSS/9/",
        "/credits/CSS/2027-01/",
        "/contracts/CSS/matters/9/",
        "/suppliers/nobody/",
        "/policy/nothing/",
    ],
)
def test_what_is_not_there_is_not_found(client, contract_manager, administrator, address):
    client.force_login(administrator if "policy" in address else contract_manager)

    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/contracts/WAN/",
        "/contracts/WAN/template/?month=2026-09",
        "/contracts/WAN/matters/",
        "/contracts/WAN/kpis/CSC_KPI_04/",
    ],
)
def test_a_supplier_does_not_learn_of_another_suppliers_contract(client, supplier_person, address):
    client.force_login(supplier_person)

    assert client.get(address).status_code == 404
    assert "Wide-area network" not in client.get("/contracts/").text


def test_a_service_matter_is_raised_and_later_resolved(client, contract_manager):
    client.force_login(contract_manager)
    sent = {
        "title": "Starters wait for laptops",
        "owner": "Service desk manager",
        "state": "open",
        "raised_on": "2026-10-01",
    }

    raised = client.post("/contracts/CSS/matters/new/", sent, follow=True)
    done = client.post("/contracts/CSS/matters/2/", {**sent, "state": "resolved"}, follow=True)

    assert "2 service matters are open, 1 past due" in raised.text
    assert "1 service matter is open, 1 past due" in done.text
    assert "Resolved" in done.text


def test_a_page_can_be_asked_for_as_known_at_the_end_of_a_whole_day(client, member):
    client.force_login(member)

    before = client.get("/contracts/CSS/?known_at=2026-04-01").status_code
    page = client.get("/contracts/CSS/?known_at=2026-04-02&month=2026-08").text

    assert before == 404
    assert "As it was known on 2 April 2026, 11:59pm" in page


@pytest.fixture
def network(council):
    """The other supplier's contract: its returns to August have come, September's is not due."""
    writes.define_kpi(definition=kpi(contract="WAN", service="Network"), by="j.smith", at=AT)
    returned = incoming("2026-08", row(4.2), contract="WAN")
    writes.load_return(incoming=returned, by="j.smith", at=AT)


def test_a_month_whose_return_is_not_due_yet_is_no_finding(client, member, network):
    client.force_login(member)

    page = client.get("/contracts/WAN/").text
    asked = client.get("/contracts/WAN/?month=2026-09").text
    listed = client.get("/contracts/?format=csv").content.decode("utf-8-sig")

    assert "Its one KPI met target in August" in page
    assert "September 2026’s return is not yet due." in page
    assert "September’s return is not yet due" in asked
    assert [row[2] for row in csv.reader(io.StringIO(listed))][2] == "Not yet due"
    assert "met in August 2026" in client.get("/contracts/WAN/kpis/CSC_KPI_04/").text
