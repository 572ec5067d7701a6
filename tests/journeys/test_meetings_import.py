"""A clerk imports from modern.gov, and another program reads what we serve in its shape."""

import json
import subprocess
import sys
from datetime import date

import pytest
from click.testing import CliRunner
from django.test import override_settings

from factories import modern_gov
from scrutable.audit.models import Event
from scrutable.audit.reads import number_at
from scrutable.evidence.models import Content
from scrutable.meetings import reads
from scrutable.meetings.cli import group
from scrutable.meetings.facts import BodyKind, MeetingState, Openness, Presence

pytestmark = pytest.mark.usefixtures("socket_enabled")
DAYS = ("--from", "2026-09-01", "--to", "2026-09-30", "--by", "a.clerk")


def imported(url, *more):
    return CliRunner().invoke(
        group, ["import", *DAYS, "--url", url, "--format", "json", *more], catch_exceptions=False
    )


@pytest.fixture
def service():
    with modern_gov.served() as (url, asked):
        yield url, asked


def test_meetings_items_decisions_and_minutes_are_imported(service, clerk):
    url, asked = service

    answer = imported(url)

    assert answer.exit_code == 0, answer.output
    known = number_at()
    (body,) = reads.bodies(known)
    assert (body.code, body.kind, body.modern_gov_id) == ("OSMB", BodyKind.SCRUTINY, 137)
    (meeting,) = reads.meetings(known)
    assert (meeting.code, meeting.time) == ("OSMB-2026-09-24", "10:00")
    assert meeting.state is MeetingState.HELD
    first, second, third = reads.items(meeting.code, known, closed=True)
    assert (first.title, first.text) == ("Performance & credits", "A report.")
    assert second.closure.openness is Openness.RESTRICTED
    came = {one.name: one.presence for one in reads.attendances(meeting.code, known)}
    assert came == {
        "Councillor A Example": Presence.PRESENT,
        "Councillor B Sample": Presence.APOLOGIES,
    }
    record = reads.decision_record("MG10078", known)
    assert (record.text, record.item) == ("That the strategy be approved.", third.reference)
    assert record.reasons == "Not given by modern.gov, from which this record was imported."
    assert {m.item for m in reads.minutes_of(meeting.code, known)} == {1, 3}
    assert asked[1] == (
        "GetMeetings",
        {"lCommitteeId": ["137"], "sFromDate": ["01/09/2026"], "sToDate": ["30/09/2026"]},
    )


def test_imported_minutes_are_read_and_wait_for_an_officer(service, clerk):
    imported(service[0])

    known = number_at()
    loaded = next(m for m in reads.minutes_of("OSMB-2026-09-24", known) if m.item == 1)

    assert not loaded.is_confirmed
    assert [limb.outcome.kind.value for limb in reads.limbs(loaded.code, known)] == [
        "note",
        "report-back",
    ]
    due = reads.limbs(loaded.code, known)[1].outcome.due
    assert (due.first, due.last) == (date(2027, 1, 1), date(2027, 1, 31))


def test_no_restricted_text_is_kept_anywhere(service, clerk):
    imported(service[0])

    known = number_at()
    assert "MARK-7781" not in repr(reads.items("OSMB-2026-09-24", known, closed=True))
    assert not any(b"MARK-7781" in bytes(file.content) for file in Content.objects.all())
    assert not any("MARK-7781" in event.body for event in Event.objects.all())


def test_the_same_import_twice_changes_nothing(service, clerk):
    imported(service[0])
    before = number_at()

    answer = imported(service[0])

    assert number_at() == before
    assert {row["became"] for row in json.loads(answer.stdout)} == {"unchanged"}


def test_a_dry_run_says_what_would_come_and_keeps_nothing(service, clerk):
    before = number_at()

    answer = imported(service[0], "--dry-run")

    assert number_at() == before
    assert "Would import 8 new" in answer.stderr
    assert {row["became"] for row in json.loads(answer.stdout)} == {"new"}


@pytest.mark.parametrize(
    ("answers", "status", "said"),
    [
        ({}, 403, "The service refuses GetCommittees (403)"),
        ({}, 500, "The service answered GetCommittees with 500"),
        ({"GetMeeting": "<html>Sorry"}, 200, "nothing is imported"),
        (
            {"GetCommittees": "<!DOCTYPE a [<!ENTITY b 'c'>]><committees/>"},
            200,
            "declares entities",
        ),
    ],
)
def test_a_service_that_does_not_answer_leaves_nothing(answers, status, said, clerk):
    before = number_at()
    with modern_gov.served(answers, status) as (url, _):
        answer = imported(url)

    assert answer.exit_code == 1
    assert said in answer.stderr
    assert number_at() == before


def test_a_committee_that_is_not_there_is_said(service, clerk):
    answer = imported(service[0], "--committee", "4000")

    assert answer.exit_code == 1
    assert "modern.gov has no committee 4000" in answer.stderr


def test_a_member_may_not_import(service, member):
    answer = CliRunner().invoke(group, ["import", *DAYS[:4], "--by", "c.osei", "--url", service[0]])

    assert answer.exit_code == 1
    assert "may load and confirm minutes" in answer.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--url", "not an address"), "is no address"),
        (("--url", "http://127.0.0.1:1"), "did not answer GetCommittees"),
    ],
)
def test_an_address_that_leads_nowhere_is_said(arguments, said, clerk):
    answer = CliRunner().invoke(group, ["import", *DAYS, *arguments])

    assert answer.exit_code == 1
    assert said in answer.stderr


CLIENT = """
import json, sys
from moderngov.api import ModerngovApi
api = ModerngovApi(sys.argv[1])
committees = api.committees.list()
meetings = api.get_meetings(committee_id="0")
number = meetings["committeemeetings"]["meeting"][0]["meetingid"]
print(json.dumps([committees, meetings, api.meetings.by_meeting_id(number)]))
"""


@override_settings(MEETINGS_FEED=True)
def test_a_client_of_others_reads_what_we_serve(transactional_db, clerk, live_server, tmp_path):
    with modern_gov.served() as (url, _):
        imported(url)

    ran = subprocess.run(
        [sys.executable, "-c", CLIENT, live_server.url],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 0, ran.stderr
    committee, meetings, meeting = json.loads(ran.stdout)
    assert committee["committeetitle"] == "Overview & Scrutiny Management Board"
    assert meetings["committeemeetings"]["meeting"][0]["meetingdate"] == "24/09/2026"
    titles = [item["agendaitemtitle"] for item in meeting["agendaitems"]["agendaitem"]]
    assert titles == ["Performance & credits", "Contract prices", "IT strategy"]
    restricted = [item["isrestricted"] for item in meeting["agendaitems"]["agendaitem"]]
    assert restricted == ["False", "True", "False"]
    assert "&lt;p&gt;That the strategy be approved.&lt;/p&gt;" in ran.stdout
    assert "MARK-7781" not in ran.stdout


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("GetCommittees", 200),
        ("GetMeetings?lCommitteeId=0&sFromDate=0&sToDate=0", 200),
        ("GetMeetings?lCommitteeId=all", 400),
        ("GetMeetings?sFromDate=31/02/2026", 400),
        ("GetAllMeetingsByDate?sFromDate=2026-09-01&bIsAscendingDateOrder=false", 200),
        ("GetMeeting?lMeetingId=999999", 404),
        ("GetMeeting", 400),
        ("GetSecrets", 404),
    ],
)
@override_settings(MEETINGS_FEED=True)
def test_what_the_feed_answers(address, status, client, db):
    assert client.get(f"/mgWebService.asmx/{address}").status_code == status


def test_the_feed_is_silent_until_it_is_switched_on(client, db):
    assert client.get("/mgWebService.asmx/GetCommittees").status_code == 404


def asked_on_the_page(client, **said):
    sent = {"first": ["1", "9", "2026"], "last": ["30", "9", "2026"], "committees": "137"} | said
    boxes = {
        f"{day}_{at}": value for day in ("first", "last") for at, value in enumerate(sent[day])
    }
    return client.post("/minutes/import/", boxes | {"committees": sent["committees"]})


def test_a_clerk_imports_on_a_page_as_a_job(service, clerk, client):
    client.force_login(clerk)
    with override_settings(MODERN_GOV_URL=service[0]):
        asked = asked_on_the_page(client)

    page = client.get(asked.url)

    assert "8 new records of 1 meeting" in page.text
    assert [m.code for m in reads.meetings(number_at())] == ["OSMB-2026-09-24"]


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ({"committees": "137, board"}, "“board” is no number"),
        ({"last": ["31", "8", "2026"]}, "Enter a day that is not before the first day"),
        ({}, "No modern.gov is known here"),
    ],
)
def test_what_cannot_be_asked_is_said_on_the_form(said, fault, clerk, client):
    client.force_login(clerk)

    page = asked_on_the_page(client, **said)

    assert page.status_code == 422
    assert fault in page.text
