"""A strategy kept by page and by terminal: recorded, seen to its benefits, looked back on."""

import json
from datetime import UTC, datetime

import pytest
import time_machine
from click.testing import CliRunner
from django.test import Client

from factories.contract_facts import kpi, stored_contract
from factories.project_facts import move, project
from factories.strategy_facts import benefit, objective, review, strategy
from scrutable.audit.reads import number_at
from scrutable.portfolio import facts, reads, writes
from scrutable.portfolio.cli import group

TODAY = datetime(2026, 10, 12, 9, tzinfo=UTC)
AT = datetime(2026, 10, 5, 9, tzinfo=UTC)
pytestmark = pytest.mark.django_db
STRATEGY = {
    "code": "IT-2019",
    "title": "IT Strategy 2019 to 2022",
    "starts_on": "2019-05-07",
    "ends_on": "2022-03-31",
    "purpose": "To set the direction of technology",
    "owner": "Assistant Director, IT",
    "principles": "Fix the basics first\nBuy before build",
    "sub_strategies": "Technical: what the services run on",
    "review_on": "2020-09-30",
    "based_on": "0",
}
OBJECTIVE = {
    "text": "Every employee has a device that works",
    "theme": "modernise",
    "corporate_outcome": "Services that are there when people need them",
    "due_on": "2020-03-31",
    "owner": "Head of Devices",
}
LOOK = {
    "on": "2020-09-30",
    "reviewer": "Head of Portfolio",
    "1.verdict": "delivered",
    "1.planned": "5,000 devices replaced",
    "1.delivered": "5,000 devices replaced",
    "1.delivered_on": "2020-05-31",
    "1.evidence": "project/277\nMinutes of the IT Board, 3 June 2020",
    "1.reasons": "All were replaced",
}


@pytest.fixture(autouse=True)
def _stands_still():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def client(officer):
    client = Client()
    client.force_login(officer)
    return client


def keep(*records):
    for one in records:
        writes.record(of=one, by="a.patel", at=AT)


def keep_project(number="277", **said):
    writes.record_project(project=project(number, **said), by="a.patel", at=AT)


@pytest.fixture
def whole(officer):
    """A strategy with one line to a benefit, one bare objective and one project on its own."""
    stored_contract(kpi(code="IMT_KPI_01", title="Devices that work"))
    keep(strategy(), objective(1), objective(2, text="One shared service desk"))
    line = {"contracts": ("contract/CSS",), "kpis": ("kpi/CSS/IMT_KPI_01",)}
    keep_project(objectives=("objective/IT-2019/1",), **line)
    writes.move_date(
        project="277", milestone="go-live", title="Go-live", by="a.patel", at=AT,
        move=move("baseline", "2019-06-01", "2020-03-31"),
    )  # fmt: skip
    keep_project("300", title="Telephony")
    keep(benefit(measured_by="kpi/CSS/IMT_KPI_01"))


def test_a_strategy_is_recorded_changed_and_given_objectives(client):
    kept = client.post("/strategies/new/", STRATEGY, follow=True)
    client.post("/strategies/IT-2019/objectives/new/", OBJECTIVE)
    late = {**OBJECTIVE, "due_on": "2021-03-31", "based_on": str(number_at())}
    changed = client.post("/strategies/IT-2019/objectives/1/change/", late, follow=True)

    assert "IT Strategy 2019 to 2022: no objective is recorded" in kept.text
    assert "Buy before build" in kept.text
    assert "IT Strategy 2019 to 2022: 1 of 1 objective has no project" in changed.text
    assert "31 March 2021" in changed.text
    assert len(reads.versions(facts.Objective, number_at(), strategy="IT-2019", number=1)) == 2


def test_every_fault_of_a_strategy_is_said_at_its_field(client):
    wrong = {**STRATEGY, "ends_on": "2019-05-01", "decision": "decision/I000001"}

    answer = client.post("/strategies/new/", {**wrong, "approved_on": "2019-05-07"})

    assert answer.status_code == 422
    assert "It ends before it starts on 7 May 2019; give that day or a later one" in answer.text
    assert "There is no decision I000001" in answer.text
    assert reads.strategies(number_at()) == []


def test_nobody_overwrites_what_they_have_not_seen(client):
    client.post("/strategies/new/", STRATEGY)
    stood = number_at()
    there = "/strategies/IT-2019/change/"
    client.post(there, {**STRATEGY, "title": "IT Strategy", "based_on": str(stood)})

    again = client.post(there, {**STRATEGY, "title": "Another", "based_on": str(stood)})
    twice = client.post("/strategies/new/", STRATEGY)

    assert again.status_code == 422
    assert "Somebody else has changed this strategy meanwhile" in again.text
    assert twice.status_code == 422
    assert reads.strategy("IT-2019", number_at()).title == "IT Strategy"


@pytest.mark.usefixtures("whole")
def test_the_page_counts_what_hangs_on_each_objective(client):
    page = client.get("/strategies/IT-2019/")

    assert "IT Strategy 2019 to 2022: 1 of 2 objectives has no project" in page.text
    assert "One project hangs on its objectives; one is later than first planned." in page.text
    assert "300 Telephony" in page.text
    answer = client.get("/strategies/IT-2019/?table=objectives&format=csv")
    rows = answer.content.decode("utf-8-sig").splitlines()
    served = "for Services that are there when people need them,Modernise,31 March 2020"
    assert rows[1:] == [
        f"1. Every employee has a device that works; {served},1,0,1,1,0,Not looked back on",
        f"2. One shared service desk; {served},No project,0,0,0,1,Not looked back on",
    ]


@pytest.mark.usefixtures("whole")
def test_the_line_of_sight_is_a_picture_and_the_same_as_a_list(client):
    page = client.get("/strategies/IT-2019/sight/")

    assert "IT Strategy 2019 to 2022: 1 thing has nothing under it" in page.text
    assert page.text.count("<rect") == 6
    assert "Objective: no project" in page.text
    assert "Nothing is under it: no project is done for it." in page.text
    for said in ("IMT_KPI_01 Devices that work", "no month was judged yet", "Fewer faults"):
        assert said in page.text
    assert "500 days late" not in page.text


@pytest.mark.usefixtures("whole")
def test_an_objective_has_a_page_of_its_own(client):
    page = client.get("/strategies/IT-2019/objectives/1/")
    bare = client.get("/strategies/IT-2019/objectives/2/")

    assert "every line reaches a benefit that is measured" in page.text
    assert "KPI: " in page.text
    assert "Nothing is under it: no project is done for it." in bare.text
    assert "<rect" not in bare.text
    assert client.get("/strategies/IT-2019/objectives/3/").status_code == 404
    assert client.get("/strategies/IT-2030/").status_code == 404
    assert client.get("/strategies/IT-2030/sight/").status_code == 404


@pytest.mark.usefixtures("whole")
def test_what_was_not_yet_known_is_left_out(client):
    before = client.get("/strategies/IT-2019/?known_at=2026-10-01T09:00")
    after = client.get("/strategies/IT-2019/?known_at=2026-10-06T09:00")

    assert before.status_code == 404
    assert "As it was known on 6 October 2026, 9:00am" in after.text


@pytest.mark.usefixtures("whole")
def test_objectives_are_looked_back_on_in_one_go(client):
    shown = client.get("/strategies/IT-2019/look/")
    done = client.post("/strategies/IT-2019/look/", LOOK, follow=True)

    assert "2. One shared service desk" in shown.text
    assert "IT Strategy 2019 to 2022: 1 of 2 objectives delivered" in done.text
    assert "2 months late" in done.text
    assert "Objective 2 was never looked back on." in done.text
    assert 'href="/projects/277/"' in done.text


@pytest.mark.usefixtures("whole")
def test_a_verdict_without_evidence_is_refused_at_its_field_and_nothing_is_kept(client):
    second = {
        "2.verdict": "partly",
        "2.planned": "A desk",
        "2.delivered": "Half",
        "2.reasons": "Cost",
    }

    bare = client.post("/strategies/IT-2019/look/", {**LOOK, **second, "2.reasons": "Cost"})
    unknown = client.post("/strategies/IT-2019/look/", {**LOOK, "1.evidence": "project/999"})
    unsaid = client.post("/strategies/IT-2019/look/", {**LOOK, "2.delivered": "Half"})
    nothing = client.post("/strategies/IT-2019/look/", {"on": "2020-09-30", "reviewer": "A"})

    assert "The verdict says that something was delivered, and nothing shows it" in bare.text
    assert 'href="#id_2.evidence"' in bare.text
    assert "Nothing is recorded as project/999" in unknown.text
    assert "Select the verdict" in unsaid.text
    assert "Give the verdict on one objective at least" in nothing.text
    assert {one.status_code for one in (bare, unknown, unsaid, nothing)} == {422}
    assert reads.every(facts.ObjectiveReview, number_at()) == []


@pytest.mark.usefixtures("whole")
def test_one_objective_is_looked_back_on_alone_and_what_is_left_carries_over(client):
    answer = {
        **{name: value for name, value in LOOK.items() if "." not in name},
        "2.verdict": "not_delivered",
        "2.planned": "One desk by 2020",
        "2.delivered": "Nothing",
        "2.reasons": "The districts withdrew",
        "2.carries_to": "objective/IT-2019/1",
    }

    done = client.post("/strategies/IT-2019/objectives/2/look/", answer, follow=True)

    assert "6 years and 6 months overdue" in done.text
    assert "IT-2019, objective 1: Every employee has a device that works" in done.text
    assert client.get("/strategies/IT-2019/objectives/9/look/").status_code == 404


@pytest.mark.usefixtures("whole")
def test_a_second_look_begins_with_what_the_first_one_said(client):
    keep(review(1, reasons="All were replaced on the day"))

    page = client.get("/strategies/IT-2019/objectives/1/look/")

    assert "All were replaced on the day" in page.text
    assert 'value="delivered" checked' in page.text
    assert "Minutes of the IT Board, 3 April 2020" in page.text


def test_the_list_and_its_empty_state(client):
    assert "No strategy is recorded" in client.get("/strategies/").text
    keep(
        strategy(),
        strategy("IT-2026", starts_on=TODAY.date(), ends_on=TODAY.date(), review_on=None),
    )

    assert "1 of 2 strategies is running" in client.get("/strategies/").text


def run(*words):
    return CliRunner().invoke(group, ["strategies", *words])


@pytest.mark.usefixtures("whole")
def test_the_terminal_prints_strategies_objectives_and_the_line_of_sight():
    keep(review(1, delivered_on=None, verdict="partly"))

    listed = json.loads(run("list", "--format", "json").stdout)
    rows = json.loads(run("objectives", "IT-2019", "--format", "json").stdout)
    shown = json.loads(run("show", "IT-2019").stdout)

    assert (listed[0]["code"], listed[0]["objectives"], listed[0]["without_project"]) == (
        "IT-2019",
        2,
        1,
    )
    assert (rows[0]["projects"], rows[0]["verdict"], rows[0]["days_late"]) == (1, "partly", 2386)
    assert (rows[1]["with_nothing_under"], rows[1]["verdict"]) == (1, None)
    first, second = shown["line_of_sight"]
    assert (first["gap"], second["gap"]) == (None, "no_project")
    assert first["below"][0]["below"][0]["below"][0]["below"][0]["label"] == "Fewer faults"
    assert shown["projects_on_no_objective"] == ["project/300"]
    assert "There is no strategy IT-1" in run("show", "IT-1").stderr


def test_the_terminal_records_and_refuses_with_every_fault(officer):
    head = ("record", "IT-2019", "--title", "IT Strategy", "--starts-on", "2019-05-07")
    rest = ("--purpose", "Direction", "--owner", "AD", "--by", "a.patel")

    wrong = run(*head, "--ends-on", "2019-01-01", "--sub-strategy", "Technical", *rest)
    kept = run(*head, "--ends-on", "2022-03-31", "--principle", "Basics", *rest)
    aim = run(
        *("objective", "IT-2019", "--text", "Devices", "--theme", "modernise"),
        *("--outcome", "Services", "--owner", "Head of Devices", "--by", "a.patel"),
    )
    look = run(
        *("review", "IT-2019", "1", "--on", "2020-09-30", "--verdict", "delivered"),
        *("--planned", "All", "--delivered", "All", "--delivered-on", "2020-03-31"),
        *("--evidence", "Minutes", "--reasons", "Done", "--reviewer", "HP", "--by", "a.patel"),
    )

    assert wrong.exit_code == 1
    ends, lines, last = wrong.stderr.splitlines()
    assert ends == "ends_on: It ends before it starts on 7 May 2019; give that day or a later one"
    assert lines.startswith("sub_strategies: “Technical” does not say what the sub-strategy is")
    assert last == "Error: Nothing was recorded."
    assert (kept.exit_code, aim.exit_code, look.exit_code) == (0, 0, 0)
    assert look.stderr == "Recorded objective/IT-2019/1/2020-09-30.\n"
    found = reads.retrospective("IT-2019", number_at(), TODAY.date()).looked[0]
    assert found.review is not None
    assert found.review.evidence == ("Minutes",)


@pytest.mark.parametrize("many", [2, 30])
def test_no_page_asks_more_of_many_projects_than_of_two(
    many, client, django_assert_max_num_queries
):
    stored_contract(kpi(code="IMT_KPI_01", title="Devices that work"))
    keep(strategy(), *(objective(number) for number in range(1, many + 1)))
    for number in range(1, many + 1):
        keep_project(
            str(number),
            objectives=(f"objective/IT-2019/{number}",),
            kpis=("kpi/CSS/IMT_KPI_01",),
        )
        keep(benefit(str(number)), review(number))
    client.get("/benefits/")  # projects and benefits as judged are carried from here on
    client.get("/projects/")
    here = "/strategies/IT-2019/"

    for address, most in ((here, 16), (f"{here}sight/", 17), (f"{here}retrospective/", 12)):
        with django_assert_max_num_queries(most):
            assert client.get(address).status_code == 200
