"""Outcomes and lessons kept by page and by terminal: judged, handed over, put forward, applied."""

import json
from datetime import UTC, date, datetime

import pytest
import time_machine
from click.testing import CliRunner
from django.test import Client

from factories.outcome_facts import (
    day,
    evidence,
    hand_over,
    judgement,
    lesson,
    outcome,
    transition,
    use,
)
from factories.project_facts import project
from scrutable.audit.reads import number_at
from scrutable.meetings import facts as meetings_facts
from scrutable.meetings import reads as meetings
from scrutable.meetings import writes as meetings_writes
from scrutable.portfolio import reads, writes
from scrutable.portfolio.cli import group

NOW = datetime(2026, 10, 12, 9, tzinfo=UTC)
TODAY = date(2026, 10, 12)
pytestmark = pytest.mark.django_db
TRANSITION = {
    "code": "INFRA",
    "title": "Infrastructure support",
    "from_whom": "Westmere Connect",
    "to_whom": "the council",
    "on": "2026-04-01",
    "owner": "Head of Infrastructure",
    "judged_on": "2026-10-12\n2026-04-14",
    "body": "OSMB",
}
LESSON = {
    "happened": "The test data came five weeks late",
    "cause": "Nobody owned it",
    "effect": "Go-live moved by five weeks",
    "recommendation": "Name an owner of test data",
    "owner": "Head of Testing",
    "learned_from": "project/9",
    "learned_on": "2026-01-05",
    "should_apply_to": "277\n278",
}


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def client(officer):
    client = Client()
    client.force_login(officer)
    return client


@pytest.fixture
def looker(member):
    client = Client()
    client.force_login(member)
    return client


def record(of):
    return writes.record(of=of, by="a.patel", at=NOW)


@pytest.fixture
def board():
    body = meetings_facts.Body(
        code="OSMB", name="Overview Board", kind=meetings_facts.BodyKind.SCRUTINY
    )
    meetings_writes.record_body(body=body, by="a.clerk", at=NOW)
    for on in ("2026-04-30", "2026-10-15"):
        meeting = meetings_facts.Meeting(code="", body="OSMB", on=day(on))
        meetings_writes.record_meeting(meeting=meeting, by="a.clerk", at=NOW)


@pytest.fixture
def infra(board):
    record(transition(body="OSMB"))
    for text in ("Have no licensing liabilities", "Be able to procure new IT services"):
        record(outcome(text=text))


@pytest.fixture
def projects():
    for number in ("9", "277", "278"):
        writes.record_project(project=project(number), by="a.patel", at=NOW)


def standing():
    return reads.transition("INFRA", number_at(), TODAY)


def invoke(*said):
    return CliRunner().invoke(group, [str(one) for one in said])


def test_a_transition_is_recorded_and_its_page_says_what_is_missing(client, board):
    answer = client.post("/outcomes/new/", TRANSITION)

    assert (answer.status_code, answer.url) == (302, "/outcomes/INFRA/")
    found = standing().transition
    assert found.judged_on == (date(2026, 4, 14), date(2026, 10, 12))
    page = client.get("/outcomes/INFRA/").text
    assert "Infrastructure support: no outcome is stated yet" in page
    assert "Add the statements that the transition is to be held to." in page
    assert "Add each one that did, with the day it is due." in page


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"judged_on": "12 October"}, "Each line must be a day such as 2026-10-12"),
        ({"code": "IN FRA"}, "The code must be letters and digits"),
        ({"owner": ""}, "Enter its owner"),
        ({"body": "NONE"}, "Select one of those listed"),
    ],
)
def test_a_transition_that_is_unfit_is_refused_at_its_field(client, board, changed, said):
    before = number_at()

    answer = client.post("/outcomes/new/", {**TRANSITION, **changed})

    assert answer.status_code == 422
    assert said in answer.text
    assert number_at() == before


def test_a_code_is_given_once(client, infra):
    answer = client.post("/outcomes/new/", TRANSITION)

    assert answer.status_code == 422
    assert "A transition has this code already" in answer.text


def test_what_somebody_changed_meanwhile_is_not_written_over(client, infra):
    shown = standing().transition.version
    record(transition(body="OSMB", owner="Chief Digital Officer"))

    answer = client.post("/outcomes/INFRA/change/", {**TRANSITION, "based_on": shown})

    assert answer.status_code == 422
    assert "Somebody else has changed this transition meanwhile" in answer.text


def test_an_outcome_is_stated_evidenced_and_judged_by_page(client, infra):
    stated = {"text": "Have no unresolved compliance issues", "owner": "Head of Assurance"}
    assert client.post("/outcomes/INFRA/new/", stated).url == "/outcomes/INFRA/3/"
    judged = {
        "on": "2026-10-12",
        "verdict": "evidenced",
        "reasons": "All closed",
        "judge": "P. Shah",
    }
    answer = client.post("/outcomes/INFRA/3/judge/", judged)
    assert answer.status_code == 422
    assert "No evidence for it stands by 12 October 2026" in answer.text

    given = {"what": "All 14 actions are closed", "source": "Audit report 7", "on": "2026-09-01"}
    client.post("/outcomes/INFRA/3/evidence/", {**given, "bearing": "for"})
    client.post(
        "/outcomes/INFRA/3/evidence/",
        {**given, "bearing": "against", "what": "One action was opened again"},
    )
    answer = client.post("/outcomes/INFRA/3/judge/", judged)
    assert answer.status_code == 422
    assert "One piece of evidence speaks against it" in answer.text
    judged |= {"answer": "Seen: it was closed again in September", "next_look": "2027-04-12"}
    assert client.post("/outcomes/INFRA/3/judge/", judged).url == "/outcomes/INFRA/3/"

    page = client.get("/outcomes/INFRA/3/").text
    assert "Have no unresolved compliance issues: evidenced" in page
    assert "P. Shah judged it evidenced on 12 October 2026." in page
    assert "One piece of evidence speaks for it and one against it." in page
    assert "Seen: it was closed again in September" in page
    assert "12 April 2027" in page


def test_a_day_to_come_is_refused_for_what_has_happened(client, infra):
    record(evidence())
    judged = {"on": "2026-10-13", "verdict": "partly", "reasons": "So far", "judge": "P. Shah"}
    given = {"what": "A count", "source": "A note", "on": "2026-10-13", "bearing": "for"}

    for path, sent in (("judge", judged), ("evidence", given)):
        answer = client.post(f"/outcomes/INFRA/1/{path}/", sent)
        assert answer.status_code == 422
        assert "13 October 2026 is to come; give 12 October 2026 or an earlier day" in answer.text


def test_evidence_that_names_nothing_recorded_is_refused_at_its_field(client, infra):
    given = {"what": "A", "source": "kpi/CSS/CSC_KPI_99", "on": "2026-09-01", "bearing": "for"}

    answer = client.post("/outcomes/INFRA/1/evidence/", given)

    assert answer.status_code == 422
    assert "Nothing is recorded as kpi/CSS/CSC_KPI_99" in answer.text


def test_evidence_that_came_or_went_after_the_verdict_is_said(client, looker, infra):
    first = record(evidence())
    record(judgement(on="2026-04-14"))
    record(evidence("against", on="2026-09-01", what="Twelve servers are not counted"))
    page = looker.get("/outcomes/INFRA/1/").text
    assert "Evidence has come since: one piece came after the judgement of 14 April 2026." in page
    assert "Evidence has come since" in looker.get("/outcomes/INFRA/").text

    path = f"/outcomes/INFRA/1/evidence/{first.number}/withdraw/"
    assert client.post(path, {"withdrawn_reason": ""}).status_code == 422
    assert client.post(path, {"withdrawn_reason": "It was miscounted"}).status_code == 302
    assert client.get(path).status_code == 404
    page = looker.get("/outcomes/INFRA/1/").text
    assert "Evidence withdrawn" in page
    assert "It was miscounted" in page
    assert (
        "one piece came and one piece was withdrawn after the judgement of 14 April 2026." in page
    )


def test_the_title_is_the_finding_and_a_reader_is_offered_no_change(looker, infra):
    record(evidence())
    record(judgement("partly", on="2026-04-14"))
    record(judgement(on="2026-10-12"))

    page = looker.get("/outcomes/INFRA/").text

    assert "One of two outcomes is evidenced, one has no evidence at all" in page
    assert "Partly evidenced" in page  # of April
    assert "14 April 2026" in page
    assert "A look was due on 14 April 2026, 181 days ago." in page
    assert "/judge/" not in page
    assert "Put it in the work programme" not in page
    assert looker.post("/outcomes/INFRA/1/judge/", {}).status_code == 403


def test_the_page_answers_for_an_earlier_moment(looker, infra):
    later = datetime(2026, 10, 12, 14, tzinfo=UTC)
    writes.record(of=evidence(), by="a.patel", at=later)

    now = looker.get("/outcomes/INFRA/").text
    then = looker.get("/outcomes/INFRA/?known_at=2026-10-12T12:00").text

    assert "None of two outcomes is evidenced, one has no evidence at all" in now
    assert "None of two outcomes is evidenced, two have no evidence at all" in then
    assert "As it was known on 12 October 2026" in then


def test_projects_in_flight_come_over_one_by_one(client, infra, projects):
    sent = {"project": "277", "for_whom": "the council", "due_on": "2026-06-30", "state": "waiting"}
    assert client.post("/outcomes/INFRA/hand-over/new/", sent).status_code == 302
    page = client.get("/outcomes/INFRA/").text
    assert "277 Document store migration" in page
    assert "0 of 1" in page
    assert "1 late" in page

    settled = {**sent, "state": "handed_over", "on": "2026-07-02"}
    settled["based_on"] = standing().hand_overs[0].version
    answer = client.post("/outcomes/INFRA/hand-over/277/", settled)
    assert answer.status_code == 422
    assert "Nobody accepted it" in answer.text
    settled["accepted_by"] = "Sam Hale"
    assert client.post("/outcomes/INFRA/hand-over/277/", settled).status_code == 302
    assert "none late" in client.get("/outcomes/INFRA/").text
    assert client.get("/outcomes/INFRA/hand-over/278/").status_code == 404


def test_a_look_is_put_in_the_work_programme_by_a_button(client, looker, infra):
    page = client.get("/outcomes/INFRA/").text
    assert "/outcomes/INFRA/look/2026-10-12/" in page
    asked = client.get("/outcomes/INFRA/look/2026-10-12/").text
    assert "The look of 12 October 2026 is put to the body’s first meeting" in asked

    answer = client.post("/outcomes/INFRA/look/2026-10-12/")

    assert (answer.status_code, answer.url) == (302, "/outcomes/INFRA/#looks")
    assert meetings.programme("OSMB", number_at())[0].asked_in == "transition/INFRA"
    page = looker.get("/outcomes/INFRA/").text
    assert "/bodies/OSMB/#programme" in page
    assert "/meetings/OSMB-2026-10-15/" in page
    again = client.post("/outcomes/INFRA/look/2026-10-12/")
    assert again.status_code == 422
    assert "is in the work programme as programme/OSMB/1" in again.text
    assert client.get("/outcomes/INFRA/look/soon/").status_code == 404


def test_the_work_programme_leads_back_to_the_outcomes(looker, infra):
    writes.put_look(transition="INFRA", on=TODAY, by="a.patel", at=NOW)

    page = looker.get("/bodies/OSMB/").text

    assert "Infrastructure support: the outcomes at 12 October 2026" in page
    assert "/outcomes/INFRA/" in page


def test_lessons_are_recorded_found_by_words_and_applied(client, looker, projects):
    assert client.post("/lessons/new/", LESSON).url == "/lessons/1/"
    client.post("/lessons/new/", {**LESSON, "cause": "No budget", "should_apply_to": ""})
    page = looker.get("/lessons/").text
    assert "One of two lessons is not applied everywhere it should be" in page
    assert "277 Document store migration, 278 Document store migration" in page
    assert "No budget" not in looker.get("/lessons/?words=OWNED+nobody").text
    assert "No lesson has these words." in looker.get("/lessons/?words=zebra").text

    used = {"applied_to": "277", "what": "An owner was named", "on": "2026-02-02", "by": "Sam Hale"}
    assert client.post("/lessons/1/apply/", used).url == "/lessons/1/"
    page = looker.get("/lessons/1/").text
    assert "Applied by one of two that should." in page
    assert "An owner was named" in page
    assert "Not applied yet" in page
    answer = client.post("/lessons/1/apply/", {**used, "applied_to": "999"})
    assert answer.status_code == 422
    assert "Nothing is recorded as project/999" in answer.text


def test_a_lesson_is_changed_and_keeps_its_number(client, projects):
    client.post("/lessons/new/", LESSON)
    version = reads.lesson(1, number_at(), TODAY).lesson.version
    shown = client.get("/lessons/1/change/").text
    assert "277\n278" in shown.replace("\r", "")

    changed = {**LESSON, "owner": "Chief Tester", "based_on": version}
    assert client.post("/lessons/1/change/", changed).url == "/lessons/1/"

    found = reads.lesson(1, number_at(), TODAY).lesson
    assert found.owner == "Chief Tester"
    assert found.should_apply_to == ("project/277", "project/278")


def test_the_terminal_says_the_same(infra, projects):
    record(evidence())
    record(judgement("partly", on="2026-04-14"))
    record(hand_over())
    record(lesson(should_apply_to=("project/277", "project/278")))
    record(use())

    listed = invoke("outcomes", "--format", "json")
    one = invoke("outcomes", "INFRA", "--format", "json")
    handed = invoke("handovers", "INFRA", "--format", "csv")
    learned = invoke("lessons", "--format", "json")

    assert json.loads(listed.stdout)[0]["partly"] == 1
    rows = json.loads(one.stdout)
    assert [(row["number"], row["state"]) for row in rows] == [(1, "partly"), (2, "no_evidence")]
    assert "None of two outcomes is evidenced, one has no evidence at all. One is partly" in (
        one.stderr
    )
    assert handed.exit_code == 1
    assert handed.stdout.splitlines()[1].startswith(
        "INFRA,277,the council,waiting,2026-06-30,,,104"
    )
    assert "1 of 1 late." in handed.stderr
    assert json.loads(learned.stdout)[0]["not_applied_yet"] == "project/278"
    assert "The one lesson is not applied everywhere it should be." in learned.stderr
    assert invoke("outcomes", "NONE").exit_code == 1
    assert json.loads(invoke("lessons", "--words", "zebra", "--format", "json").stdout) == []


def test_the_terminal_judges_and_puts_looks_forward_and_refuses_in_words(infra, officer, member):
    said = ("--verdict", "evidenced", "--judge", "P. Shah", "--reasons", "Counted")

    none = invoke("judge", "INFRA", 1, *said, "--by", officer.username)
    record(evidence())
    done = invoke("judge", "INFRA", 1, *said, "--by", officer.username)
    ahead = invoke("judge", "INFRA", 1, *said, "--on", "2026-10-13", "--by", officer.username)
    other = invoke("judge", "INFRA", 1, *said, "--by", member.username)
    put = invoke("put-look", "INFRA", "2026-10-12", "--by", officer.username)
    again = invoke("put-look", "INFRA", "2026-10-12", "--by", officer.username)

    assert (none.exit_code, done.exit_code, ahead.exit_code, other.exit_code) == (1, 0, 1, 1)
    assert "No evidence for it stands by 12 October 2026" in none.stderr
    assert done.stdout == "outcome/INFRA/1/2026-10-12 is evidenced.\n"
    assert "keep projects" in other.stderr
    assert put.stdout == "transition/INFRA/look/2026-10-12 is programme/OSMB/1.\n"
    assert again.exit_code == 1


@pytest.mark.parametrize(
    "path",
    [
        "/lessons/99999999999999999999/",
        "/outcomes/INFRA/99999999999999999999/",
        "/outcomes/INFRA/1/evidence/99999999999999999999/withdraw/",
        "/outcomes/INFRA/look/0000-00-00/",
    ],
)
def test_addresses_that_nobody_would_write_lead_nowhere(client, infra, path):
    assert client.get(path).status_code == 404


def test_a_day_without_a_look_is_refused_in_words(client, infra):
    answer = client.post("/outcomes/INFRA/look/0001-01-01/")

    assert answer.status_code == 422
    assert "No look is set for 1 January 1" in answer.text


@pytest.mark.parametrize(
    "path", ["/outcomes/", "/lessons/", "/outcomes/NONE/", "/outcomes/INFRA/9/", "/lessons/9/"]
)
def test_an_empty_store_says_what_would_be_here(looker, path):
    answer = looker.get(path)

    if path in ("/outcomes/", "/lessons/"):
        assert answer.status_code == 200
        assert "No transition is recorded" in answer.text or "No lesson is recorded" in answer.text
    else:
        assert answer.status_code == 404
