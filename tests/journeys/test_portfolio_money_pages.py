"""Business cases, money, dependencies and delay: recorded by page, shown, and printed."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
import time_machine
from click.testing import CliRunner
from django.test import Client

from factories.project_facts import move, project, status
from scrutable.audit.reads import number_at
from scrutable.portfolio import facts, reads, writes
from scrutable.portfolio.cli import group
from scrutable.registers import writes as registers
from scrutable.registers.facts import Supplier

TODAY = datetime(2026, 10, 1, 9, tzinfo=UTC)
pytestmark = pytest.mark.django_db
OUTLINE = {
    "stage": "outline",
    "outcome": "approved",
    "complete": ["strategic", "economic", "commercial", "financial", "management"],
    "cost": "£1,200,000.50",
    "decided_on": "2026-03-03",
    "decided_by": "Portfolio Board",
}
CAPITAL = {"source": "capital", "year": "2026", "approved": "1000.50", "expected": "1200"}
WAITS = {
    "on_whom": "OpenText",
    "what": "The connector",
    "needed_by": "2026-09-01",
    "state": "open",
    "owner": "Sam Hale",
}
DELAY = {"what_for": "Testers kept on", "on": "2026-08-01", "pounds": "1200.50"}


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def client(officer):
    client = Client()
    client.force_login(officer)
    for number in ("277", "301"):
        writes.record_project(project=project(number), by="a.patel", at=TODAY)
    return client


def run(*args):
    return CliRunner().invoke(group, args)


def sent(client, what, form, number="277"):
    return client.post(f"/projects/{number}/{what}/", form)


def test_a_project_is_given_its_case_money_dependencies_and_delay(client):
    for what, form in (
        ("case", OUTLINE),
        ("funding", CAPITAL),
        ("dependency", WAITS),
        ("delay-cost", DELAY),
    ):
        assert sent(client, what, form).status_code == 302, what

    page = client.get("/projects/277/").text

    assert "Outline case" in page
    assert "£1,200,000.50" in page
    assert "None: all five are made" in page
    assert "£199.50 over" in page
    assert "2026/27" in page
    assert "Nobody has said" in page
    assert "The connector" in page
    assert "Testers kept on" in page
    assert 'href="#dependencies"' in page
    money = client.get("/projects/money/").text
    assert "£199.50 more is expected than was approved" in money
    assert "1 project has no funding" in money
    assert "1 late dependency holds up 1 project" in client.get("/projects/dependencies/").text


def test_what_is_recorded_is_changed_where_it_stands(client):
    sent(client, "funding", CAPITAL)
    version = reads.every(facts.Funding, number_at())[0].version
    changed = {"approved": "1500", "expected": "1200", "based_on": str(version)}

    shown = client.get("/projects/277/funding/capital-2026/")
    answer = sent(client, "funding/capital-2026", changed)

    assert "1000.50" in shown.text
    assert answer["Location"] == "/projects/277/#money"
    assert [one.approved for one in reads.every(facts.Funding, number_at())] == [Decimal(1500)]
    again = sent(client, "funding/capital-2026", changed)
    assert "Somebody else has changed this line of funding meanwhile" in again.text


@pytest.mark.parametrize(
    ("what", "form", "said"),
    [
        ("case", {**OUTLINE, "stage": "full"}, "approved before the outline case"),
        ("case", {**OUTLINE, "decided_by": ""}, "Nobody decided it"),
        ("case", {**OUTLINE, "complete": ["strategic"]}, "say in the note why"),
        ("case", {**OUTLINE, "decided_on": "2026-10-02"}, "2 October 2026 is to come"),
        ("case", {**OUTLINE, "decision": "decision/I1"}, "There is no decision/I1"),
        ("funding", {**CAPITAL, "spent": "5"}, "What is spent has no day"),
        ("funding", {**CAPITAL, "year": "26"}, "Enter 2000 or later"),
        ("dependency", {**WAITS, "on_whom": "project/999"}, "There is no project 999"),
        ("dependency", {**WAITS, "on_whom": "project/277"}, "cannot wait for itself"),
        ("dependency", {**WAITS, "on_whom": "supplier/x"}, "There is no supplier/x"),
        ("delay-cost", {**DELAY, "pounds": "-1"}, "0 or more"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_stores_nothing(client, what, form, said):
    before = number_at()

    answer = sent(client, what, form)

    assert answer.status_code == 422
    assert said in answer.text
    assert number_at() == before


def test_what_is_not_there_is_not_found(client):
    for what in ("case/full", "case/odd", "funding/capital-2026", "dependency/1", "delay-cost/x"):
        assert client.get(f"/projects/277/{what}/").status_code == 404
    assert client.get("/projects/999/case/").status_code == 404


def test_projects_that_wait_for_one_another_are_told(client):
    sent(client, "dependency", {**WAITS, "on_whom": "project/301"})
    sent(client, "dependency", {**WAITS, "on_whom": "project/277"}, number="301")

    page = client.get("/projects/dependencies/").text

    assert "Project 277 waits for 301, and 301 waits for 277: none of them can come first." in page
    assert "none of them can come first" in client.get("/projects/301/").text
    printed = run("dependencies", "--format", "json")
    assert [one["holds_up"] for one in json.loads(printed.stdout)] == ["277 301", "301 277"]
    assert "Projects 277, 301 wait for one another." in printed.stderr


def test_cases_funding_and_tallies_are_printed(client):
    sent(client, "case", {**OUTLINE, "complete": ["strategic"], "note": "In part"})
    sent(client, "funding", CAPITAL)
    writes.give_status(status=status("amber"), by="a.patel", at=TODAY)

    case = json.loads(run("cases", "--format", "json").stdout)[0]
    money = run("funding", "--format", "csv")
    tally = json.loads(run("tally", "--format", "json").stdout)

    assert case["missing"] == "economic commercial financial management"
    assert "277,capital,2026,1000.50,,,1200,199.50," in money.stdout
    assert "spent £0, of 1 of 1 lines unsaid" in money.stderr
    assert [(one["stage"], one["amber"], one["not_rated"], one["all"]) for one in tally] == [
        ("delivery", 1, 1, 2),
        ("all", 1, 1, 2),
    ]


def test_slips_say_by_how_many_days_a_plan_was_moved(client):
    for said in (
        move("baseline", "2026-01-05", "2026-06-30"),
        move("rebaseline", "2026-05-01", "2026-10-31"),
    ):
        writes.move_date(
            project="277", milestone="go-live", title="Go-live", move=said, by="a.patel", at=TODAY
        )

    slip = json.loads(run("slips", "--as-at", "2026-10-01", "--format", "json").stdout)[0]

    assert (slip["rebaselines"], slip["days_moved"], slip["days_against_current"]) == (1, 123, 0)
    assert "Go-live: planned anew once, 123 days later in all." in client.get("/projects/277/").text


def test_the_way_back_to_green_is_asked_for_and_shown(client):
    red = {
        "on": "2026-09-01", "scale": "three", "overall": "red", "time": "red",
        "confidence": "amber", "assessor": "Sam Hale", "reasons": "Late",
    }  # fmt: skip
    back = {"to_green": "The supplier’s test passes", "green_by": "2026-09-20"}
    client.post("/projects/277/status/", red)
    unsaid = client.get("/projects/277/").text
    client.post("/projects/277/status/", {**red, **back})

    page = client.get("/projects/277/").text
    refused = client.post("/projects/277/status/", {**red, "green_by": "2026-08-01"})

    assert "Nobody has said what it takes to be green again, nor by when." in unsaid
    assert "That day passed 11 days ago, and it is not green." in page
    assert "Delivery confidence" in page
    assert refused.status_code == 422
    assert "nobody says what that takes" in refused.text
    assert "before the status" in refused.text


def test_a_project_names_what_it_is_for_and_filters_find_it(client):
    registers.record_supplier(
        supplier=Supplier(reference="supplier/norland", name="Norland"), by="a.patel", at=TODAY
    )
    for record in (
        facts.Strategy(
            code="IT-26", title="IT strategy", starts_on=date(2026, 4, 1),
            ends_on=date(2031, 3, 31), purpose="Better", owner="CDO",
        ),
        facts.Objective(
            strategy="IT-26", number=1, text="One document store", theme=facts.Theme.MODERNISE,
            corporate_outcome="A council that works", owner="CDO",
        ),
    ):  # fmt: skip
        writes.record(of=record, by="a.patel", at=TODAY)
    form = {
        "title": "Document store", "theme": "optimise", "stage": "testing", "sponsor": "CDO",
        "manager": "Sam Hale", "suppliers": ["supplier/norland"],
        "objectives": ["objective/IT-26/1"],
    }  # fmt: skip

    assert client.post("/projects/277/change/", form).status_code == 302
    odd = client.post("/projects/277/change/", {**form, "kpis": "CSC_KPI_04"})
    unknown = client.post("/projects/277/change/", {**form, "kpis": "kpi/CSS/CSC_KPI_04"})

    assert "CSC_KPI_04 is no KPI" in odd.text
    assert "There is no contract/CSS" in unknown.text
    assert "One document store" in client.get("/projects/277/").text
    for asked, many in (
        ("stage=testing", 1),
        ("stage=live", 0),
        ("objective=objective/IT-26/1", 1),
        ("supplier=supplier/norland&theme=optimise&status=none", 1),
        ("theme=modernise", 1),
    ):
        file = client.get(f"/projects/?{asked}&table=projects&format=csv").text
        assert len(file.splitlines()) == 1 + many, asked


def test_money_and_what_is_waited_for_say_so_when_there_is_none(client):
    assert "No funding is recorded" in client.get("/projects/money/").text
    page = client.get("/projects/dependencies/").text
    assert "Nothing that a project waits for is late" in page


@pytest.mark.parametrize("many", [2, 30])
def test_pages_ask_as_much_of_thirty_as_of_two(client, many, django_assert_max_num_queries):
    for number in range(many):
        sent(client, "dependency", {**WAITS, "on_whom": "project/301"})
        sent(client, "funding", {**CAPITAL, "year": str(2000 + number)})
    for page, most in (("/projects/money/", 16), ("/projects/dependencies/", 9)):
        with django_assert_max_num_queries(most):
            assert client.get(page).status_code == 200
    with django_assert_max_num_queries(55):
        client.get("/projects/277/")


def test_a_page_answers_for_the_day_that_is_asked(client):
    writes.give_status(status=status("red", "2026-08-31"), by="a.patel", at=TODAY)
    writes.give_status(status=status("amber", "2026-09-30"), by="a.patel", at=TODAY)

    before = client.get("/projects/277/?as_at=2026-09-29").text

    assert "As at 29 September 2026." in before
    assert "assessed on 31 August 2026" in before
    assert "assessed on 30 September 2026" in client.get("/projects/277/").text
    listed = client.get("/projects/?as_at=2026-09-29").text
    assert '<input type="hidden" name="as_at" value="2026-09-29">' in listed
    for odd in ("soon", "2026-02-30", "1900-01-01"):
        answer = client.get(f"/projects/?as_at={odd}")
        assert answer.status_code == 400
        assert f"“{odd}” after as_at= is not a day from 2000 to 2099" in answer.text
        assert "Write a day as 2026-06-30." in answer.text
