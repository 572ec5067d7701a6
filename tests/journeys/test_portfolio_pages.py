"""Projects kept by page and by terminal: added, planned anew, forecast, assessed, loaded."""

import json
import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from click.testing import CliRunner
from django.test import Client

from factories.project_facts import move, project, status
from factories.workbooks import xlsx
from scrutable.audit.reads import number_at
from scrutable.portfolio import models, reads, writes
from scrutable.portfolio.cli import group
from scrutable.portfolio.intake.sheets import DATE_COLUMNS, STATUS_COLUMNS

TODAY = datetime(2019, 2, 11, 9, tzinfo=UTC)
pytestmark = pytest.mark.django_db
PROJECT = {
    "number": "277",
    "title": "Document store migration",
    "theme": "modernise",
    "objective": "One document store",
    "stage": "testing",
    "sponsor": "Chief Digital Officer",
    "manager": "Sam Hale",
    "third_parties": "OpenText",
    "place": "3",
    "place_reason": "Members’ papers depend on it",
}
FIRST = {
    "milestone": "go-live",
    "kind": "baseline",
    "to": "2018-11-30",
    "on": "2018-01-05",
    "approver": "Portfolio Board",
}
AGAIN = {
    **FIRST,
    "kind": "rebaseline",
    "to": "2019-01-21",
    "on": "2018-11-01",
    "reason": "Another phase of testing, subject to the third party",
}
LATER = {"milestone": "go-live", "kind": "forecast", "to": "2019-03-11", "on": "2019-02-11"}
GREEN = {
    "on": "2019-02-11",
    "scale": "three",
    "overall": "green",
    "time": "green",
    "cost": "green",
    "assessor": "Sam Hale",
    "reasons": "On its latest plan",
}


@pytest.fixture
def client(officer):
    client = Client()
    client.force_login(officer)
    return client


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


def run(*args):
    return CliRunner().invoke(group, args)


def stored(at=TODAY):
    writes.record_project(project=project(), by="a.patel", at=at)
    for said in (
        move("baseline", "2018-01-05", "2018-11-30"),
        move("rebaseline", "2018-11-01", "2019-01-21"),
    ):
        writes.move_date(
            project="277", milestone="go-live", title="Go-live", move=said, by="a.patel", at=at
        )


def test_a_project_goes_its_way_by_page(client):
    assert client.post("/projects/new/", PROJECT).status_code == 302
    for said in (FIRST, AGAIN, LATER):
        assert client.post("/projects/277/date/", said).status_code == 302
    assert client.post("/projects/277/status/", GREEN).status_code == 302

    page = client.get("/projects/277/").text

    assert "Document store migration: 101 days late" in page
    assert "49 days late against the latest plan. It was planned anew once." in page
    assert "Another phase of testing, subject to the third party" in page
    assert "Time was assessed as green; the dates themselves are red" in page
    listed = client.get("/projects/").text
    assert "1 of 1 running project is late against the day first set" in listed
    assert "Members’ papers depend on it" in listed


def test_a_new_plan_leaves_the_project_red(client):
    stored()
    client.post("/projects/277/status/", GREEN)
    client.post("/projects/277/date/", LATER)
    client.post("/projects/277/date/", {**AGAIN, "to": "2019-03-11", "on": "2019-02-11"})

    page = client.get("/projects/277/").text

    assert "green by the latest plan alone" in page
    assert "101 days late against the date first set, on the day against the latest plan" in page
    listed = client.get("/projects/?status=red&table=projects&format=csv").text
    assert "277 Document store migration" in listed
    assert "No project is like that" in client.get("/projects/?status=green").text


def test_an_override_is_printed(client):
    stored()
    client.post("/projects/277/status/", {**GREEN, "override_reason": "Users work on it already"})

    page = client.get("/projects/277/").text

    assert "The overall rating is overridden. Reason: Users work on it already" in page


@pytest.mark.parametrize(
    ("where", "sent", "field"),
    [
        ("new/", {**PROJECT, "number": "278", "place_reason": ""}, "place_reason"),
        ("277/date/", {**AGAIN, "reason": "", "to": "2019-03-11", "on": "2019-02-11"}, "reason"),
        ("277/date/", {**AGAIN, "on": "2019-02-11"}, "to"),
        ("277/status/", {**GREEN, "cost": "red"}, "overall"),
    ],
)
def test_a_refusal_stands_at_its_field(client, where, sent, field):
    stored()

    answer = client.post(f"/projects/{where}", sent)

    assert answer.status_code == 422
    assert re.findall(r'<li><a href="#id_(\w+?)(?:_\d)?">', answer.text) == [field]


def test_a_project_changed_meanwhile_is_not_written_over(client):
    stored()
    page = client.get("/projects/277/change/").text
    shown = re.search(r'name="based_on" value="(\d+)"', page)[1]
    sent = {name: value for name, value in PROJECT.items() if name != "number"}

    first = client.post("/projects/277/change/", {**sent, "based_on": shown, "manager": "One"})
    late = client.post("/projects/277/change/", {**sent, "based_on": shown, "manager": "Two"})

    assert (first.status_code, late.status_code) == (302, 422)
    assert "Somebody else has changed this project meanwhile" in late.text


@pytest.mark.parametrize(
    ("where", "sent", "said"),
    [
        ("new/", {**PROJECT, "number": "277"}, "has this number already"),
        ("new/", {**PROJECT, "number": "2/77"}, "letters and digits"),
        (
            "new/",
            {**PROJECT, "number": "278", "place_reason": ""},
            "Its place on the priority list has no reason",
        ),
        (
            "277/date/",
            {**AGAIN, "approver": "", "on": "2019-02-11"},
            "Nobody is named who approved the new plan",
        ),
        ("277/date/", FIRST, "has its first date, 30 November 2018"),
        ("277/date/", {**LATER, "milestone": "new"}, "Enter the name of the new milestone"),
        ("277/status/", {**GREEN, "cost": "red"}, "better than the worst part"),
        ("277/change/", {**PROJECT, "theme": "other"}, "Select one of those listed"),
    ],
)
def test_what_is_refused_says_why_and_stores_nothing(client, where, sent, said):
    stored()
    before = number_at()

    answer = client.post(f"/projects/{where}", sent)

    assert answer.status_code == 422
    assert said in answer.text
    assert number_at() == before


def test_another_milestone_and_a_change_are_taken(client):
    stored()
    again = {**FIRST, "milestone": "new", "new_title": "Testing over", "on": "2019-02-11"}

    client.post("/projects/277/date/", again)
    client.post("/projects/277/change/", {**PROJECT, "stage": "on_hold"})

    page = client.get("/projects/277/").text
    assert "Testing over" in page
    assert "On hold" in page


def test_the_page_as_it_was_known_before(officer):
    stored(datetime(2026, 6, 1, 9, tzinfo=UTC))
    with time_machine.travel(datetime(2026, 7, 1, 9, tzinfo=UTC), tick=False):
        client = Client()
        client.force_login(officer)
        client.post("/projects/277/date/", {**LATER, "kind": "actual", "on": "2026-07-01"})
        now = client.get("/projects/277/").text
        then = client.get("/projects/277/?known_at=2026-06-02").text
        to_come = client.get("/projects/277/?known_at=2030-01-01").text

    assert "101 days late against the date first set, 49 days late" in now
    assert "2741 days late" in then.replace(",", "")
    assert "As it was known on 2 June 2026" in then
    assert "101 days late against the date first set, 49 days late" in to_come
    assert "As it was known on 1 July 2026" in to_come


def test_a_long_list_comes_by_the_page_and_its_file_whole(client):
    for number in range(101, 221):
        writes.record_project(project=project(str(number)), by="a.patel", at=TODAY)

    first, last = client.get("/projects/").text, client.get("/projects/?row=101").text

    assert "Rows 1 to 50 of 120" in first
    assert "Later rows" in first
    assert "Rows 101 to 120 of 120" in last
    assert 'href="/projects/220/"' in client.get("/projects/?order=-project").text
    assert 'href="/projects/220/"' not in first
    file = client.get("/projects/?table=projects&format=csv").text
    assert len(file.splitlines()) == 121
    assert client.get("/projects/?row=99999999&table=x&order=odd").status_code == 200


@pytest.mark.parametrize("many", [3, 60])
def test_the_list_asks_as_much_of_sixty_as_of_three(client, many, django_assert_max_num_queries):
    for number in range(many):
        writes.record_project(project=project(str(number)), by="a.patel", at=TODAY)

    with django_assert_max_num_queries(16):  # one asks which event the page rests on
        client.get("/projects/")


def test_nothing_recorded_says_what_would_be_here(client):
    page = client.get("/projects/").text

    assert "No project is recorded" in page
    assert "Add one, or choose other filters" in page


def test_a_status_is_offered_once_as_a_filter(client):
    stored()

    page = client.get("/projects/").text

    assert page.count(">Amber to green</option>") == 1
    assert page.count(">No status given</option>") == 1


def test_a_member_sees_and_a_supplier_does_not(member, supplier_person):
    stored()
    for person, answers in ((member, (200, 200, 403)), (supplier_person, (403, 403, 403))):
        client = Client()
        client.force_login(person)
        asked = ("/projects/", "/projects/277/", "/projects/277/date/")
        assert tuple(client.get(one).status_code for one in asked) == answers


def filled(to, on=date(2019, 2, 11)):
    said = ["277", "", "three", "red", "red", "amber", "green", "green", None, "Sam Hale"]
    return xlsx(
        [
            [],
            [],
            ["Report date", on],
            [],
            [title for title, _ in DATE_COLUMNS],
            ["277", "", "go-live", None, None, to, None, "Supplier’s people; Office 365"],
        ],
        sheet="Dates",
        formats={(2, 1): "d mmm yyyy", (5, 5): "d mmm yyyy"},
        more={
            "Status": [
                [title for title, _ in STATUS_COLUMNS],
                [*said, "Late, and three to four weeks more", None],
            ]
        },
    )


def test_an_update_is_loaded_once_by_command(tmp_path, officer):
    stored()
    path = tmp_path / "updates.xlsx"
    path.write_bytes(filled(date(2019, 3, 11)))

    tried = run("load", str(path), "--by", "a.patel", "--dry-run")
    loaded = run("load", str(path), "--by", "a.patel", "--format", "csv")
    known = number_at()
    again = run("load", str(path), "--by", "a.patel")

    assert (tried.exit_code, loaded.exit_code, again.exit_code) == (0, 0, 0)
    assert "Loaded as update/1: 1 date, 1 status." in loaded.stderr
    assert "277,go-live,forecast,2019-03-11,Dates!F6" in loaded.stdout
    assert "This very file is update/1 already. Nothing changes." in again.stderr
    assert number_at() == known
    assert models.Status.objects.get().place == "Status!D2"


def test_an_update_with_faults_says_all_and_stores_nothing(tmp_path, officer):
    stored()
    path = tmp_path / "updates.xlsx"
    path.write_bytes(filled("soon"))

    refused = run("load", str(path), "--by", "a.patel")

    assert refused.exit_code == 1
    assert "updates.xlsx:Dates!F6: “soon” is not a date; enter a day" in refused.stderr
    assert reads.updates(number_at()) == []
    assert run("load", str(path), "--by", "nobody").exit_code == 1


def test_the_workbook_is_issued_by_command_and_by_page(tmp_path, client):
    stored()
    path = tmp_path / "projects.xlsx"

    made = run("template", "-o", str(path), "--on", "2019-02-28")
    sent = client.get("/projects/template/")

    assert made.exit_code == 0
    assert path.read_bytes()[:2] == sent.content[:2] == b"PK"
    assert "projects-2019-02-11.xlsx" in sent["Content-Disposition"]
    assert "Nothing is reported" in run("load", str(path), "--by", "a.patel").stderr


def test_slips_projects_and_trend_are_printed(officer):
    stored()
    writes.give_status(status=status("green", "2019-02-01"), by="a.patel", at=TODAY)

    slip = json.loads(run("slips", "--as-at", "2019-02-11", "--format", "json").stdout)[0]
    listed = json.loads(run("projects", "--format", "json").stdout)[0]
    trend = run("trend", "277", "--format", "csv")

    assert (slip["days_against_original"], slip["days_against_current"]) == (73, 21)
    assert (slip["rating"], slip["rating_by_latest_baseline"]) == ("red", "amber")
    assert (listed["project"], listed["status"], listed["go_live"]) == ("277", "red", "2019-02-11")
    assert "go-live,2018-11-01,2019-01-21,rebaseline,Portfolio Board" in trend.stdout
    assert "No range" in trend.stderr
    assert run("trend", "999").exit_code == 1


def test_a_range_rests_on_what_became_of_others(client):
    stored()
    for number in range(1, 7):
        writes.record_project(project=project(str(number)), by="a.patel", at=TODAY)
        for said in (
            move("baseline", "2018-01-05", "2018-04-15"),
            move("actual", "2018-08-01", "2018-07-24"),
        ):
            writes.move_date(
                project=str(number),
                milestone="go-live",
                title="Go-live",
                move=said,
                by="a.patel",
                at=TODAY,
            )
    client.post("/projects/277/date/", LATER)

    page = client.get("/projects/277/").text

    # 28 days ahead, and everybody took twice as long
    assert "Between 8 April 2019 and 8 April 2019" in page
    assert "6 of 6 of those forecasts (100%) came inside such a range" in page
    assert "Go-live between 2019-04-08 and 2019-04-08" in run("trend", "277").stderr


@pytest.mark.parametrize(
    "address", ["/projects/", "/benefits/", "/strategies/", "/outcomes/", "/attention/"]
)
def test_every_list_offers_to_be_seen_as_it_was_known_and_says_its_day(client, address):
    now, then = client.get(address).text, client.get(f"{address}?as_at=2020-05-01").text

    assert 'name="known_at"' in now
    assert "As at 1 May 2020." not in now
    assert "As at 1 May 2020." in then


@pytest.mark.parametrize(
    ("asked", "held"), [("late", True), ("on_plan", True), ("behind", False), ("", True)]
)
def test_late_projects_are_told_apart_by_whether_they_keep_their_latest_plan(client, asked, held):
    writes.record_project(project=project("288", title="Late on plan"), by="a.patel", at=TODAY)
    for said in (
        move("baseline", "2018-01-06", "2018-03-02"),
        move("rebaseline", "2018-02-03", "2018-04-06"),
        move("actual", "2018-04-06", "2018-04-06"),
    ):
        writes.move_date(
            project="288", milestone="go-live", title="Go-live", move=said, by="a.patel", at=TODAY
        )

    listed = client.get(f"/projects/?late={asked}&table=projects&format=csv").text

    assert ("Late on plan" in listed) == held
