"""Westmere's strategy, benefits, outcomes and capacity: each thread is found by a reader."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from click.testing import CliRunner
from django.test import Client

from scrutable.access.models import Person
from scrutable.audit.reads import number_at
from scrutable.meetings import reads as meetings
from scrutable.portfolio import facts, reads, rules
from scrutable.portfolio.cli import group
from scrutable.reports import reads as reports

pytestmark = pytest.mark.usefixtures("westmere")
TODAY = date(2026, 10, 12)
FLOOD = date(2025, 12, 9)


@pytest.fixture
def councillor():
    client = Client()
    client.force_login(Person.objects.get(username="c.osei"))
    return client


def rows(*words, code=0):
    found = CliRunner().invoke(group, [*words, "--format", "json"])
    assert found.exit_code == code, found.stderr
    return json.loads(found.stdout)


def test_the_new_strategy_was_approved_by_a_decision_of_the_executive(councillor):
    one = reads.one(facts.Strategy, number_at(), code="IT-2026")
    record = meetings.decision_record(one.decision_code, number_at())

    page = councillor.get("/strategies/IT-2026/").text

    assert (record.maker, record.decided_on) == ("EXEC", one.approved_on)
    assert "Sound and simple" in page
    assert f"/decisions/{one.decision_code}/" in page


def test_every_objective_of_the_old_strategy_was_looked_back_on(councillor):
    found = reads.retrospective("IT-2021", number_at(), TODAY)
    verdicts = [one.review.verdict.value for one in found.looked]

    page = councillor.get("/strategies/IT-2021/retrospective/").text

    assert verdicts == [
        *("not_delivered", "partly", "delivered", "delivered"),
        *("partly", "not_delivered", "superseded", "not_delivered"),
    ]
    carried = [one.review.carries_to for one in found.looked if one.review.carries_to]
    assert len(carried) == 5
    assert "One of the councils never decided" in page
    assert found.successor.code == "IT-2026"
    assert [one.lesson.number for one in found.lessons] == [5]


def test_one_objective_has_nothing_under_it_and_one_project_is_under_none(councillor):
    seen = reads.strategy_seen("IT-2026", number_at(), TODAY)

    bare = [one.objective.number for one in seen.objectives if not one.projects]

    assert bare == [8]
    assert [one.project.number for one in seen.unhung] == ["224"]
    assert "Mapping renewal" in councillor.get("/strategies/IT-2026/").text


def test_every_project_is_tied_to_what_it_is_for_as_was_known_before_and_after():
    before = {one.number: one for one in reads.projects(_event_on(date(2026, 2, 8)))}
    now = {one.number: one for one in reads.projects(number_at())}

    assert before["201"].objectives == ("objective/IT-2021/1",)
    assert now["201"].objectives == ("objective/IT-2021/1", "objective/IT-2026/1")
    assert now["201"].kpis == ("kpi/CSS/FIN_KPI_04", "kpi/CSS/FIN_KPI_01")
    assert before["202"].stage is facts.ProjectStage.TESTING
    assert [one.number for one in now.values() if not one.objectives] == ["224"]


def _event_on(day):
    return number_at(datetime(day.year, day.month, day.day, 23, tzinfo=UTC))


def test_what_the_finance_rebuilds_delay_has_cost(councillor):
    costs = reads.every(facts.DelayCost, number_at(), project="201")

    page = councillor.get("/projects/201/").text

    assert rules.delay_cost(costs, TODAY) == Decimal(1326050)
    assert "£1,326,050" in page
    assert "Harbour Row Consulting" in page


def test_the_capital_of_no_year_is_more_than_the_councils_programme():
    lines = reads.every(facts.Funding, number_at(), source="capital")
    years = {year: sum(o.approved for o in lines if o.year == year) for year in (2024, 2025, 2026)}

    assert years == {2024: Decimal(3310000), 2025: Decimal(4910000), 2026: Decimal(2900000)}
    assert sum(one.approved for one in lines) < Decimal(14_200_000)


def test_the_document_store_waits_for_a_third_party_without_a_day_that_binds(councillor):
    page = councillor.get("/projects/202/").text

    assert "Arkle Software" in page
    assert "gives no day that binds it" in page


def test_what_it_takes_to_be_green_again_is_said_of_every_red_project():
    last = {one.project.number: one.status for one in reads.standings(number_at(), TODAY)}
    red = {number for number, one in last.items() if one and one.overall is facts.Rating.RED}

    assert red == {"202", "206", "208", "212", "219"}
    assert all(last[number].to_green and last[number].green_by for number in red)


def test_two_projects_claim_the_same_repairs(councillor):
    found = reads.benefits_found(TODAY, number_at())
    [claim] = found.claims

    page = councillor.get("/benefits/").text

    assert (claim.first.code, claim.second.code) == ("203-1", "213-1")
    assert (claim.same_line, claim.same_measure, claim.settled) == (True, True, None)
    assert "213-1" in page


def test_benefits_outlive_their_projects_and_some_were_never_measured():
    found = {one.benefit.code: one for one in reads.benefits_found(TODAY, number_at()).standings}
    state = {code: one.state.value for code, one in found.items()}

    never = sorted(code for code, said in state.items() if said == "not_measured")
    assert never == ["201-1", "204-3", "213-1", "215-1"]
    assert state["223-1"] == "realised"
    assert found["223-1"].is_ended
    assert state["209-2"] == "worse_than_accepted"
    assert state["222-1"] == "withdrawn"
    assert found["212-1"].benefit.owner == ""


def test_six_outcomes_are_evidenced_three_partly_and_one_has_nothing(councillor):
    found = reads.transition("INFRA", number_at(), TODAY)
    states = [one.state.value for one in found.outcomes]
    in_april = reads.transition("INFRA", number_at(), date(2026, 4, 20))

    assert [states.count(word) for word in ("evidenced", "partly", "no_evidence")] == [6, 3, 1]
    assert found.outcomes[4].evidence == ()
    assert sum(one.state.value == "evidenced" for one in in_april.outcomes) == 1
    assert councillor.get("/outcomes/INFRA/").status_code == 200


def test_the_next_look_stands_in_the_boards_work_programme():
    entries = {one.reference: one for one in meetings.programme("OSMB", number_at())}
    looks = reads.transition("INFRA", number_at(), TODAY).looks

    assert [one.on for one in looks] == [TODAY, date(2027, 4, 13)]
    assert entries[looks[0].entry].due_meeting == "OSMB-2026-10-22"


def test_projects_in_flight_came_over_one_by_one_and_one_waits_past_its_day():
    found = rows("handovers", "INFRA", code=1)  # one is late

    assert len(found) == 9
    waiting = [one["project"] for one in found if one["state"] == "waiting"]
    assert waiting == ["Telephones of the fire service"]
    late = {one["project"]: one["days_late"] for one in found if one["days_late"] != 0}
    assert late == {
        "219": 2,
        "Back-ups of two district councils": None,  # stopped
        "Telephones of the fire service": 104,
    }


def test_the_lessons_of_the_stopped_projects_were_used_by_one_of_three(councillor):
    found = {one.lesson.number: one for one in reads.lessons(number_at(), TODAY)}

    for number in (1, 2):
        assert len(found[number].lesson.should_apply_to) == 3
        assert [one.applied_to for one in found[number].uses] == ["project/219"]
        assert found[number].wanting == ("project/208", "project/212")
    assert "nine days before anybody knew" in councillor.get("/lessons/1/").text


def test_three_features_of_the_telephony_are_paid_for_and_switched_off(councillor):
    found = [one for one in rows("features") if one["product"] == "Telephony"]

    page = councillor.get("/processes/").text

    assert [one["using"] for one in found] == [0, 0, 0]
    assert sum(Decimal(one["unused_pounds"]) for one in found) == Decimal(40850)
    assert "£80,986 a year is paid for what nobody uses" in page
    assert "Twelve spoken languages" in page


def test_three_projects_gave_people_to_the_flood_and_the_effect_is_measured(councillor):
    found = {one["project"]: one for one in rows("redirections")}

    page = councillor.get("/capacity/").text

    assert {number: one["days_lost"] for number, one in found.items()} == {
        "201": 61,
        "208": 92,
        "212": 171,
    }
    assert {number: one["days_by_dates"] for number, one in found.items()} == {
        "201": 61,
        "208": 213,
        "212": 171,
    }
    assert all(date.fromisoformat(one["starts_on"]) > FLOOD for one in found.values())
    assert "People taken off projects cost 324 days" in page


def test_posts_are_counted_against_the_structure_wanted(councillor):
    before = reads.staffing(number_at(), date(2026, 9, 13)).total
    now = reads.staffing(number_at(), TODAY).total

    assert (now.today, now.wanted, now.lacking, now.unwanted) == (37, 52, 26, 2)
    assert (before.vacant, now.vacant) == (6, 5)
    page = councillor.get("/capacity/").text
    assert "26 of 52 posts wanted are filled for good" in page
    assert "Two procurements are late" in page


def test_a_month_of_updates_leads_to_the_cell_it_came_from(councillor):
    updates = reads.updates(number_at())
    move = reads.moves("202", number_at(), TODAY)["go-live"][-1]
    status = reads.statuses("202", number_at(), TODAY)[-1]

    assert [str(one.on)[:7] for one in updates] == [
        *("2026-09", "2026-08", "2026-07", "2026-06", "2026-05", "2026-04"),
    ]
    assert move.to == date(2026, 11, 27)
    assert move.place.startswith("Dates!F")
    assert status.place.startswith("Status!")
    assert {move.file, status.file} == {updates[0].file}
    assert updates[0].file_name == "Projects 2026-09.xlsx"


def test_processes_were_standardised_and_one_is_late():
    found = {one["number"]: one for one in rows("processes")}

    assert (found[1]["ways_before"], found[1]["ways_after"], found[1]["state"]) == (9, 1, "done")
    assert found[3]["days_late"] == 73


def test_reports_on_the_portfolio_went_out_and_the_decision_rests_on_one(councillor):
    names = [one.name for one in reports.editions()]
    record = meetings.decision_record("I026033", number_at())

    for name in ("IT-2021-2026-1", "INFRA-2026-1", "IT-2026-1", "IT-2026-2"):
        assert name in names
        assert councillor.get(f"/reports/{name}/").status_code == 200
    assert record.editions == ("edition/IT-2021-2026-1",)
    assert "IT-2026-1" in councillor.get("/projects/208/").text


@pytest.mark.parametrize("name", ["IT-2021-2026-1", "INFRA-2026-1", "IT-2026-1", "IT-2026-2"])
def test_what_was_issued_is_made_again_to_the_same_bytes(name):
    found = reports.verify(name)

    assert {one.outcome.value for one in found.formats} == {"same"}
