"""Capacity and processes by page and by terminal: seen, recorded, refused, changed."""

import csv
import io
import json
from datetime import UTC, datetime

import pytest
import time_machine
from click.testing import CliRunner
from django.test import Client

from factories.capacity_facts import feature, post, procurement, redirection, review
from factories.project_facts import move, project
from scrutable.audit.reads import number_at
from scrutable.portfolio import facts, reads, writes
from scrutable.portfolio.cli import group

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 10, 12, 9, tzinfo=UTC)
POST = {
    "code": "IT-014",
    "title": "Security lead",
    "team": "Cyber",
    "filling": "vacant",
    "since": "2026-01-05",
    "is_wanted": "on",
}
PROCUREMENT = {
    "code": "PR-2026-01",
    "title": "A place for every service",
    "stage": "tender",
    "since": "2026-09-01",
    "value": "3,100,000",
    "signed_by": "2026-12-11",
    "owner": "Lewis Grant",
    "projects": "208",
}
REDIRECTION = {
    "project": "208",
    "people": "6",
    "to_what": "flood emergency",
    "cause": "The river rose",
    "starts_on": "2025-12-10",
    "ended_on": "2026-02-27",
    "days_lost": "60",
    "effect": "By the hours written down",
    "decided_by": "Chief Executive",
}
REVIEW = {
    "process": "Starters and leavers",
    "area": "People",
    "why": "Nine ways of asking",
    "owner": "Priya Nair",
    "state": "under_way",
    "due_on": "2026-12-18",
    "ways_before": "9",
}
FEATURE = {
    "product": "Telephony",
    "title": "Call-back",
    "of_what": "project/204",
    "entitled": "400",
    "using": "100",
    "counted_on": "2026-09-01",
    "yearly_pounds": "£1,200",
    "paid_since": "2025-04-04",
    "owner": "Owen Pike",
}


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def client(officer):
    client = Client()
    client.force_login(officer)
    return client


def record(of):
    return writes.record(of=of, by="a.patel", at=NOW)


def begin():
    writes.record_project(project=project("208", title="Customer portal"), by="a.patel", at=NOW)
    for one in (
        move("baseline", "2025-01-13", "2026-03-31"),
        move("rebaseline", "2026-01-12", "2026-10-30"),
    ):
        writes.move_date(
            project="208", milestone="go-live", title="Go-live", move=one, by="a.patel", at=NOW
        )


def run(*words):
    return CliRunner().invoke(group, words)


def test_a_page_with_nothing_says_what_would_be_there(client):
    capacity, processes = client.get("/capacity/").text, client.get("/processes/").text

    assert "No post is recorded" in capacity
    assert "Nobody was taken off a project" in capacity
    assert "No process is under review" in processes


def test_a_post_is_recorded_by_page_and_changed_from_there(client):
    first = client.post("/capacity/add-post/", POST)
    shown = client.get("/capacity/posts/IT-014/").text
    known = reads.one(facts.Post, number_at(), code="IT-014").version
    changed = {**POST, "filling": "filled", "since": "2026-10-01", "based_on": known}
    second = client.post("/capacity/posts/IT-014/", changed)
    page = client.get("/capacity/").text

    assert (first.status_code, second.status_code) == (302, 302)
    assert "Change a post" in shown
    assert "Every post that is wanted is filled: 1" in page
    assert len(reads.versions(facts.Post, number_at(), code="IT-014")) == 2


def test_what_somebody_changed_meanwhile_is_not_written_over(client):
    kept = record(post("IT-014"))
    record(post("IT-014", "interim"))

    answer = client.post("/capacity/posts/IT-014/", {**POST, "based_on": kept.version})

    assert answer.status_code == 422
    assert "Somebody else has changed this post meanwhile" in answer.text


def test_a_post_that_is_known_is_not_added_again(client):
    record(post("IT-014"))

    assert client.post("/capacity/add-post/", POST).status_code == 422


def test_every_fault_stands_at_its_field(client):
    begin()

    answer = client.post(
        "/capacity/add-redirection/",
        {**REDIRECTION, "project": "999", "effect": "", "ended_on": "2025-12-01"},
    )

    assert answer.status_code == 422
    for words in (
        "There is no project 999",
        "The days lost stand without words",
        "It ended before it began on 10 December 2025",
    ):
        assert words in answer.text
    assert reads.every(facts.Redirection, number_at()) == []


def test_what_it_cost_is_shown_as_measured_and_by_the_dates(client):
    begin()
    client.post("/capacity/add-redirection/", REDIRECTION)

    page = client.get("/capacity/").text

    assert "People taken off projects cost 60 days" in page
    assert ">213<" in page
    assert "31 March 2026, then 30 October 2026" in page


def test_a_procurement_says_how_late_it_is_and_who_waits(client):
    begin()
    client.post("/capacity/add-procurement/", PROCUREMENT)
    late = {**PROCUREMENT, "signed_by": "2026-09-30"}
    known = reads.one(facts.Procurement, number_at(), code="PR-2026-01").version
    client.post("/capacity/procurements/PR-2026-01/", {**late, "based_on": known})

    page = client.get("/capacity/").text

    assert "No procurement is late" in page
    assert "11 December 2026" in page
    assert "12 days late" in page
    assert "208 Customer portal" in page
    assert "£3,100,000" in page


def test_reviews_and_features_are_recorded_and_what_is_not_used_is_the_title(client):
    assert client.post("/processes/new/", REVIEW).status_code == 302
    assert client.post("/processes/features/new/", FEATURE).status_code == 302

    page = client.get("/processes/").text

    assert "£900 a year is paid for what nobody uses" in page
    assert "9 before, not counted since" in page
    assert "25%" in page
    changed = client.post("/processes/1/", {**REVIEW, "state": "done", "based_on": "0"})
    assert changed.status_code == 422
    counted = reads.one(facts.Feature, number_at(), number=1).version
    again = {**FEATURE, "using": "400", "based_on": counted}
    assert client.post("/processes/features/1/", again).status_code == 302
    assert reads.features(number_at(), NOW.date())[0].unused_pounds == 0


def test_what_nobody_has_counted_stands_apart(client):
    record(feature(using=None, counted=None, number=0, title="Queue position"))

    page = client.get("/processes/").text

    assert "Features that nobody has counted" in page
    assert "Queue position" in page
    assert "known of 0 of 1 features" in page


def test_an_address_without_a_record_is_not_there(client):
    for path in (
        "/capacity/posts/none/",
        "/capacity/procurements/none/",
        "/capacity/redirections/208/1/",
        "/processes/9/",
        "/processes/features/9/",
    ):
        assert client.get(path).status_code == 404


def test_the_page_is_as_it_was_known(client):
    record(post("IT-014", "vacant"))
    later = post("IT-014", "filled", "2026-10-12")
    writes.record(of=later, by="a.patel", at=NOW.replace(hour=12))

    then = client.get("/capacity/?known_at=2026-10-12T11:00").text
    now = client.get("/capacity/").text

    assert "0 of 1 post wanted are filled for good" in then
    assert "Every post that is wanted is filled: 1" in now


def test_a_member_sees_and_changes_nothing(member):
    client = Client()
    client.force_login(member)
    record(post("IT-014"))

    page = client.get("/capacity/")

    assert page.status_code == 200
    assert "Add a post" not in page.text
    assert client.get("/capacity/posts/IT-014/").status_code == 403


@pytest.mark.parametrize("name", ["teams", "posts", "procurements", "redirections"])
def test_every_table_comes_as_a_file(client, name):
    begin()
    record(post("IT-014", "vacant"))
    record(procurement(projects=("208",)))
    record(redirection(project="208", number=0))

    answer = client.get(f"/capacity/?table={name}&format=csv")

    assert answer["Content-Type"].startswith("text/csv")
    assert len(answer.content.decode("utf-8-sig").splitlines()) >= 2


def test_posts_by_terminal():
    record(post("A1", "vacant"))
    record(post("A2", "not_created", team="Cyber"))

    found = run("capacity", "--format", "json")

    assert [(row["team"], row["wanted"], row["lacking"]) for row in json.loads(found.stdout)] == [
        ("Cyber", 1, 1),
        ("Service desk", 1, 1),
    ]
    assert found.stderr == "1 post today, 2 wanted, 2 of them not filled for good.\n"


def test_procurements_and_redirections_by_terminal():
    begin()
    record(procurement(projects=("208",)))
    record(redirection(project="208", number=0))

    bought = list(csv.DictReader(io.StringIO(run("procurements", "--format", "csv").stdout)))
    taken = json.loads(run("redirections", "--format", "json").stdout)
    before = run("redirections", "--as-at", "2025-12-09", "--format", "json")

    assert (bought[0]["late_against_first"], bought[0]["waiting"]) == ("12", "208")
    assert (taken[0]["days_lost"], taken[0]["days_by_dates"]) == (None, 213)
    assert json.loads(before.stdout) == []


def test_processes_and_features_by_terminal():
    record(review(number=0))
    record(feature(number=0))
    record(feature(number=0, using=None, counted=None))

    reviews = json.loads(run("processes", "--format", "json").stdout)
    features = run("features", "--format", "json")

    assert reviews[0]["days_late"] == 104
    assert [row["unused_pounds"] for row in json.loads(features.stdout)] == ["900.00", None]
    assert features.stderr == "£900 a year is paid for what is not used; 1 of 2 never counted.\n"
