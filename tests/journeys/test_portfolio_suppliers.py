"""Who depends on which supplier, by page and by terminal, on any day; the charts on their pages."""

import csv
import io
import json
from datetime import UTC, datetime

import pytest
import time_machine
from click.testing import CliRunner

from factories.dependence_facts import CSS, HOST, NORLAND, WAN
from factories.project_facts import move, project
from scrutable.portfolio import writes
from scrutable.portfolio.cli import group
from scrutable.registers import writes as registers

pytestmark = pytest.mark.django_db
EARLY = datetime(2025, 5, 1, 9, tzinfo=UTC)
TODAY = datetime(2026, 10, 12, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def stored():
    for contract in (CSS, WAN, HOST):
        registers.record_supplier(supplier=contract.supplier, by="a.patel", at=EARLY)
        registers.record_contract(contract=contract, by="a.patel", at=EARLY)
    listed = {"place": 1, "place_reason": "Payroll stands on it"}
    one = project("277", suppliers=(NORLAND.reference,), **listed)
    writes.record_project(project=one, by="a.patel", at=EARLY)
    for said in (
        ("baseline", "2025-05-01", "2026-01-31"),
        ("rebaseline", "2025-09-01", "2026-06-30"),
        ("forecast", "2026-05-01", "2026-12-31"),
    ):
        writes.move_date(
            project="277",
            milestone="go-live",
            title="Go-live",
            move=move(*said),
            by="a.patel",
            at=EARLY,
        )


@pytest.fixture
def reader(client, member):
    client.force_login(member)
    return client


def run(*words):
    return CliRunner().invoke(group, ["dependence", *words])


def test_the_page_says_who_carries_how_much_and_draws_it(reader, stored):
    page = reader.get("/suppliers/").text

    assert "Norland Services carries 88.7% of the yearly contract value" in page
    assert "1 of 1 priority project and 3 of 5 critical services" in page
    assert "Share of the yearly contract value by supplier, per cent" in page
    assert "Projects on the priority list with Norland Services" in page
    assert page.count("<svg xmlns") == 2
    assert "Not stated" in page
    assert '<a class="govuk-link" href="/suppliers/norland-services/"' in page


def test_the_table_comes_as_a_file(reader, stored):
    answer = reader.get("/suppliers/?table=suppliers&format=csv")

    rows = list(csv.reader(io.StringIO(answer.text)))
    assert rows[1][:5] == ["Norland Services", "Prime", "1", "9771429", "88.7%"]


def test_a_supplier_has_its_contracts_and_its_projects_with_both_slips(reader, stored):
    page = reader.get("/suppliers/norland-services/").text

    assert "Norland Services carries 88.7% of the yearly contract value" in page
    assert 'href="/contracts/CSS/"' in page
    assert "277 Document store migration" in page
    assert "334 days late" in page
    assert "184 days late" in page
    assert reader.get("/suppliers/nobody/").status_code == 404


def test_what_was_known_is_shown_as_it_was(reader, stored):
    page = reader.get("/suppliers/?known_at=2025-04-30").text

    assert "<title>No supplier h" in page
    assert "No supplier is recorded yet" in page


def test_a_contract_manager_may_add_and_a_member_may_not(client, contract_manager, member):
    client.force_login(contract_manager)
    assert 'href="/suppliers/new/"' in client.get("/suppliers/").text
    client.force_login(member)
    assert 'href="/suppliers/new/"' not in client.get("/suppliers/").text


def test_the_projects_page_has_its_timeline_and_a_project_its_trend(reader, stored):
    every, one = reader.get("/projects/").text, reader.get("/projects/277/").text

    assert "1 of 1 with a date is later than first planned, 277 by 334 days" in every
    assert "The dates of the timeline" in every
    assert "Go-live moved twice, by 334 days in all" in one
    assert "What was expected of each milestone, and when" in one


def test_the_terminal_prints_each_suppliers_shares(stored):
    done = run("--format", "json")

    rows = json.loads(done.stdout)
    assert [(row["name"], row["share_percent"], row["without_value"]) for row in rows] == [
        ("Norland Services", "88.7", 0),
        ("Fenbridge Networks", "11.3", 0),
        ("Clearwater Cloud", None, 1),
    ]
    assert rows[0]["priority_projects"] == 1
    assert "Norland Services carries 88.7%" in done.stderr


def test_the_terminal_answers_for_another_day_and_over_time(stored):
    then = json.loads(run("--as-at", "2025-03-31", "--format", "json").stdout)
    all_of_it = json.loads(run("--over-time", "--format", "json").stdout)

    assert [(row["name"], row["share_percent"]) for row in then] == [
        ("Norland Services", "100.0"),
        ("Clearwater Cloud", None),
    ]
    assert {row["on"] for row in all_of_it} == {
        "2022-03-31",
        "2023-03-31",
        "2024-03-31",
        "2025-03-31",
        "2026-03-31",
        "2026-10-12",
    }
    assert all_of_it[0]["projects"] is None


def test_the_terminal_says_when_there_is_nothing():
    done = run()

    assert done.exit_code == 0
    assert "No contract is in force." in done.stderr
