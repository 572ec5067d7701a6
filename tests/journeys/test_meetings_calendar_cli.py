"""Democratic services by the terminal: bodies, a meeting, its agenda, its deadlines, a decision."""

import csv
import io
import json
from datetime import UTC, date, datetime

import pytest
from click.testing import CliRunner
from icalendar import Calendar

from scrutable.audit.models import Event
from scrutable.audit.reads import number_at
from scrutable.meetings import reads
from scrutable.meetings.cli import group
from scrutable.meetings.facts import OPEN

pytestmark = pytest.mark.django_db
BY = ("--by", "a.clerk")


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(datetime(2026, 9, 1, 9, tzinfo=UTC), tick=False)


def run(*words):
    return CliRunner().invoke(group, words, catch_exceptions=False)


def done(*words):
    outcome = run(*words)
    assert outcome.exit_code == 0, outcome.stderr
    return outcome.stdout


def shown(*words):
    return json.loads(done(*words, "--format", "json"))


@pytest.fixture
def board():
    done("add-body", "OSMB", "--name", "Overview and Scrutiny Board", "--kind", "scrutiny", *BY)


@pytest.fixture
def meeting(board):
    said = done("add-meeting", "OSMB", "--on", "2026-09-24", "--time", "10:00", *BY)
    assert said == "meeting/OSMB-2026-09-24 is planned.\n"


def test_the_deadlines_of_a_meeting_name_rule_source_and_assumption(meeting):
    found = shown("deadlines", "--meeting", "OSMB-2026-09-24")

    assert found == [
        {
            "rule": "LGA100B-AGENDA",
            "what": "Publish time and place; open the agenda and the reports",
            "by": "2026-09-16",
            "state": "due",
            "done_on": None,
            "earliest": None,
            "counting": "working",
            "assumption": (
                "That only working days are clear days rests on R v Swansea City Council ex p "
                "Elitestone (1993); council policy counts working days"
            ),
            "words": (
                "At least 5 clear days before the meeting or, if convened later, when it is "
                "convened; an added item when it is added"
            ),
            "source": ("Local Government Act 1972 ss.100A(6)(a), 100B(3)–(4), 100E; SI 2002/715"),
            "unconfirmed": "The judgment’s own text",
            "about": "meeting/OSMB-2026-09-24",
        }
    ]


@pytest.mark.parametrize(("as_at", "state"), [("2026-09-16", "due"), ("2026-09-17", "overdue")])
def test_a_deadline_is_overdue_from_the_day_after(meeting, as_at, state):
    out = done("deadlines", "--meeting", "OSMB-2026-09-24", "--as-at", as_at, "--format", "csv")

    assert next(csv.DictReader(io.StringIO(out)))["state"] == state


def test_deadlines_speak_of_one_thing_that_is_there(meeting):
    assert run("deadlines").exit_code == 2
    unknown = run("deadlines", "--meeting", "OSMB-2026-09-25")
    assert unknown.exit_code == 1
    assert unknown.stderr == (
        "Error: There is no meeting OSMB-2026-09-25. Look for its code, such as OSMB-2026-09-24, "
        "in the calendar of meetings.\n"
    )


def test_a_cancelled_meeting_owes_nothing(meeting):
    done("change-meeting", "OSMB-2026-09-24", "--state", "cancelled", *BY)
    outcome = run("deadlines", "--meeting", "OSMB-2026-09-24", "--format", "json")

    assert json.loads(outcome.stdout) == []
    assert "Nothing is due" in outcome.stderr


def test_the_calendar_parses_back_with_stable_names_and_stamps_of_the_record(meeting, time_machine):
    time_machine.move_to(datetime(2026, 9, 2, 9, tzinfo=UTC), tick=False)
    first = done("calendar", "--format", "ics")
    time_machine.move_to(datetime(2026, 9, 3, 9, tzinfo=UTC), tick=False)
    again = done("calendar", "--format", "ics")
    events = Calendar.from_ical(first).walk("VEVENT")

    assert first == again
    assert [str(one["summary"]) for one in events] == [
        "Overview and Scrutiny Board",
        (
            "Due: publish time and place; open the agenda and the reports (Overview and Scrutiny "
            "Board, 24 September 2026)"
        ),
    ]
    held = events[0]
    assert held["dtstart"].dt.isoformat() == "2026-09-24T10:00:00+01:00"
    assert held["dtstart"].params["TZID"] == "Europe/London"
    assert held["dtstamp"].dt == datetime(2026, 9, 1, 9, tzinfo=UTC)
    assert held["status"] == "CONFIRMED"
    assert events[1]["dtstart"].dt == date(2026, 9, 16)
    seal = Event.objects.get(number=1).seal[:12]
    assert held["uid"] == f"meeting/OSMB-2026-09-24@{seal}.scrutable"
    assert len({str(one["uid"]) for one in events}) == 2


def test_a_cancelled_meeting_stays_in_the_calendar_as_cancelled(meeting):
    before = Calendar.from_ical(done("calendar", "--format", "ics")).walk("VEVENT")[0]
    done("change-meeting", "OSMB-2026-09-24", "--state", "cancelled", *BY)
    events = Calendar.from_ical(done("calendar", "--format", "ics")).walk("VEVENT")

    assert len(events) == 1
    assert events[0]["status"] == "CANCELLED"
    assert events[0]["uid"] == before["uid"]
    assert events[0]["sequence"] > before["sequence"]


def test_a_changed_agenda_changes_the_stamp_of_its_meeting(meeting, time_machine):
    time_machine.move_to(datetime(2026, 9, 5, 9, tzinfo=UTC), tick=False)
    done("add-item", "OSMB-2026-09-24", "--title", "IT", "--printed", "5", *BY)
    event = Calendar.from_ical(done("calendar", "--format", "ics")).walk("VEVENT")[0]

    assert event["dtstamp"].dt == datetime(2026, 9, 5, 9, tzinfo=UTC)
    assert str(event["description"]) == "5 IT"


def test_the_calendar_lists_what_is_due_next(meeting):
    done("change-meeting", "OSMB-2026-09-24", "--place", "County Offices", *BY)

    assert shown("calendar")[0] | {"deadlines": []} == {
        "meeting": "OSMB-2026-09-24",
        "on": "2026-09-24",
        "time": "10:00",
        "body": "Overview and Scrutiny Board",
        "state": "planned",
        "place": "County Offices",
        "items": 0,
        "next_due": "LGA100B-AGENDA",
        "due_by": "2026-09-16",
        "deadlines": [],
    }
    assert shown("calendar", "--from", "2026-09-25") == []
    assert run("calendar", "--body", "CC").exit_code == 1


def test_an_agenda_is_put_together_and_closed_text_never_printed(meeting):
    done("add-item", "OSMB-2026-09-24", "--title", "IT", "--printed", "5", *BY)
    done(
        *("add-item", "OSMB-2026-09-24", "--title", "Prices", "--text", "The secret price"),
        *("--exempt", "3", "--public-interest", "Prices are at stake.", *BY),
    )
    half = run("add-item", "OSMB-2026-09-24", "--title", "Prices", "--exempt", "3", *BY)
    late = run("add-item", "OSMB-2026-09-24", "--title", "X", "--added-on", "2026-09-17", *BY)

    assert half.exit_code == 2
    assert late.exit_code == 1
    assert "Enter the special circumstances" in late.stderr
    listed = shown("agenda", "OSMB-2026-09-24")
    assert [(one["number"], one["openness"], one["paragraphs"]) for one in listed] == [
        ("2", "exempt", "3"),
        ("5", "open", ""),
    ]
    assert "secret" not in json.dumps(listed)


def test_who_came_is_recorded(meeting):
    done("attend", "OSMB-2026-09-24", "Councillor Osei", "--as", "Chair", *BY)

    assert shown("attendance", "OSMB-2026-09-24") == [
        {"name": "Councillor Osei", "capacity": "Chair", "presence": "present", "interest": ""}
    ]


def test_the_overview_comes_again_six_months_after_it_was_taken(meeting):
    done("add-meeting", "OSMB", "--on", "2027-03-25", *BY)
    done(
        *("add-entry", "OSMB", "--title", "Overview of IT", "--purpose", "overview"),
        *("--owner", "Head of IT", "--due-meeting", "OSMB-2026-09-24", "--every-months", "6"),
        *BY,
    )
    assert shown("programme")[0]["due_meeting"] == "OSMB-2026-09-24"
    done("add-item", "OSMB-2026-09-24", "--title", "Overview", "--purpose", "overview", *BY)
    done("take-entry", "OSMB", "1", "OSMB-2026-09-24", "1", *BY)

    found = shown("programme", "--body", "OSMB")[0]

    assert (found["due_meeting"], found["due_month"]) == ("OSMB-2027-03-25", "2027-03")
    assert (found["last_taken"], found["done"]) == ("OSMB-2026-09-24", False)


PLAN = (
    *("--matter", "Extension of the contract for IT", "--maker", "EXEC", "--from", "2026-07-01"),
    *("--owner", "Director of Finance", "--key", "money", "--pounds", "£2,800,000"),
    *("--document", "Report", "--copies-at", "County Offices", "--requests-to", "The clerk"),
)
RECORD = (
    *("--on", "2026-07-01", "--maker", "EXEC", "--text", "That it be extended."),
    *("--reasons", "Continuity.", "--no-alternatives", "--no-interests", "--no-dispensations"),
)


@pytest.fixture
def executive(board):
    done("add-body", "EXEC", "--name", "The Executive", "--kind", "executive", *BY)


@pytest.mark.parametrize("pounds", ["soon", "-1", "0.005", "NaN", "1e30"])
def test_a_plan_takes_no_sum_that_is_not_in_pounds_and_pence(executive, pounds):
    refused = run("plan-decision", "I017909", *PLAN, f"--pounds={pounds}", *BY)

    assert refused.exit_code == 2
    assert f"“{pounds}” is not a sum" in refused.stderr


def test_a_key_decision_goes_from_notice_to_its_carrying_out(executive):
    done("plan-decision", "I017909", *PLAN, "--noticed-on", "2026-06-03", *BY)
    early = run("decide", "I017909", *RECORD, *BY)
    done("plan-decision", "I017909", *PLAN, "--noticed-on", "2026-06-02", *BY)
    done("decide", "I017909", *RECORD, *BY)
    done("publish-decision", "I017909", "--on", "2026-07-02", *BY)
    hasty = run("carry-out", "I017909", "--on", "2026-07-09", *BY)
    done("carry-out", "I017909", "--on", "2026-07-10", *BY)

    assert early.exit_code == 1
    assert "lie 27 clear days, counted in calendar days, and 28 are needed" in early.stderr
    assert hasty.exit_code == 1
    assert "Carry it out on 10 July 2026 or later." in hasty.stderr
    assert shown("decisions") == [
        {
            "decision": "I017909",
            "decided_on": "2026-07-01",
            "maker": "EXEC",
            "result": "as_recommended",
            "openness": "open",
            "published_on": "2026-07-02",
            "carried_out_on": "2026-07-10",
            "stage": "carried_out",
        }
    ]
    assert shown("plan") == []
    rules = [one["rule"] for one in shown("deadlines", "--decision", "I017909")]
    assert rules[:2] == ["EA12-RECORD", "EA9-KEY"]


def test_a_decision_is_called_in_and_heard(executive, meeting):
    done("plan-decision", "I017909", *PLAN, "--noticed-on", "2026-06-02", *BY)
    done("decide", "I017909", *RECORD, "--published-on", "2026-07-02", *BY)
    three = ("--asked-by", "A", "--asked-by", "B", "--asked-by", "C", "--grounds", "Why?")
    few = run("call-in", "I017909", "--on", "2026-07-09", *three, *BY)
    done("call-in", "I017909", "--on", "2026-07-09", *three, "--asked-by", "D", *BY)
    done("add-meeting", "OSMB", "--on", "2026-07-16", *BY)
    heard = ("--result", "no_action", "--heard-in", "OSMB-2026-07-16", "--reasons", "Answered.")
    done("hear-call-in", "I017909", *heard, *BY)

    assert few.exit_code == 1
    assert "3 members asked and 4 are needed by council policy" in few.stderr
    assert shown("decisions")[0]["stage"] == "free"


def test_the_forward_plan_is_listed_with_its_route(executive):
    done("plan-decision", "I017909", *PLAN, *BY)

    found = shown("plan")

    assert (found[0]["key"], found[0]["route"], found[0]["stage"]) == (True, "notice", "planned")
    assert found[0]["value_pounds"] == "2800000"


def test_misuse_exits_2_and_a_name_without_the_right_exits_1(executive, officer):
    assert run("plan-decision", "I1", *PLAN, "--to", "2026-06-30", *BY).exit_code == 2
    assert run("add-meeting", "OSMB", "--on", "24 September", *BY).exit_code == 2
    assert run("change-meeting", "OSMB-2026-09-24", *BY).exit_code == 1
    refused = run("add-meeting", "OSMB", "--on", "2026-09-24", "--by", officer.username)
    assert refused.exit_code == 1
    assert "name somebody who may keep meetings and the forward plan" in refused.stderr


def test_a_body_recorded_again_keeps_what_is_not_said_anew(board):
    named = ("--name", "Overview and Scrutiny Board", "--kind", "scrutiny")
    done("add-body", "OSMB", *named, "--chair", "Councillor Venn", "--member", "Dr Nayar", *BY)

    done("add-body", "OSMB", "--name", "Scrutiny Board", "--kind", "scrutiny", *BY)
    kept = shown("bodies")[0]
    done("add-body", "OSMB", *named, "--chair", "", *BY)

    assert (kept["name"], kept["chair"], kept["members"]) == (
        "Scrutiny Board",
        "Councillor Venn",
        "Dr Nayar",
    )
    assert shown("bodies")[0]["chair"] in (None, "")


def test_a_plan_recorded_again_keeps_its_notice_and_stays_closed(executive):
    closed = ("--exempt", "3", "--public-interest", "Bids are open")
    done("plan-decision", "I017909", *PLAN, "--to", "2026-07-31", *closed, *BY)

    done("plan-decision", "I017909", *PLAN, "--noticed-on", "2026-06-02", *BY)
    done("plan-decision", "I017909", *PLAN, *BY)
    kept = reads.planned_decision("I017909", number_at())
    done("plan-decision", "I017909", *PLAN, "--open", *BY)

    assert (kept.noticed_on, kept.window_to) == (date(2026, 6, 2), date(2026, 7, 31))
    assert kept.closure.paragraphs == (3,)
    assert reads.planned_decision("I017909", number_at()).closure == OPEN
    assert run("plan-decision", "I017909", *PLAN, "--open", *closed, *BY).exit_code == 2


def test_a_record_corrected_keeps_its_publication_and_its_other_words(executive):
    done("plan-decision", "I017909", *PLAN, "--noticed-on", "2026-06-02", *BY)
    done("decide", "I017909", *RECORD, *BY)
    done("publish-decision", "I017909", "--on", "2026-07-02", *BY)

    made = ("--on", "2026-07-01", "--maker", "EXEC", "--text", "That it be extended once.")
    done("decide", "I017909", *made, "--alternatives", "To let it end.", *BY)
    corrected = reads.decision_record("I017909", number_at())
    again = run("publish-decision", "I017909", "--on", "2026-08-31", *BY)

    assert corrected.text == "That it be extended once."
    assert (corrected.reasons, corrected.published_on) == ("Continuity.", date(2026, 7, 2))
    assert (corrected.alternatives, corrected.none_considered) == ("To let it end.", False)
    assert (corrected.interests, corrected.no_interests) == ("", True)
    assert again.exit_code == 1
    assert "The record of decision/I017909 was published on 2 July 2026." in again.stderr
