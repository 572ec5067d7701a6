"""Commitments, questions and wants from the terminal, refused ones too."""

import json

import pytest
import time_machine
from click.testing import CliRunner
from django.core import mail
from icalendar import Calendar

from factories.promise_facts import in_words
from factories.stored_promises import AT, made, stored_board, taken
from scrutable.meetings import facts
from scrutable.meetings.cli import group

pytestmark = pytest.mark.django_db
EXEMPT = facts.Closure(
    openness=facts.Openness.EXEMPT, paragraphs=(3,), public_interest="Prices are being negotiated"
)


@pytest.fixture(autouse=True)
def board():
    stored_board()
    with time_machine.travel(AT, tick=False):
        yield


def ask(*said, code=0):
    answer = CliRunner().invoke(group, list(said))
    assert answer.exit_code == code, answer.output
    return answer


def test_commitments_are_listed_gravest_first_with_how_they_were_kept():
    made()
    taken(made(owner="Head of IT").code, "answered", "10-2", words="Appended")
    made(owner="", due=in_words("when assessed"))

    answer = ask("commitments", "--as-at", "2026-10-12", "--format", "csv")

    assert answer.stdout == (
        "code,body,text,owner,state,due,due_words,days_late,kept,made_on,made_in,source,contract,"
        "answered_on\n"
        "2026-001,OSMB,Bring a report on the service desk,Director of Finance,overdue,2026-09-30,"
        "by the end of September,12,forgotten,2026-06-25,OSMB-2026-06-25,"
        "limb/OSMB-2026-06-25-1/3,,\n"
        "2026-002,OSMB,Bring a report on the service desk,Head of IT,answered,2026-09-30,"
        "by the end of September,2,kept_late,2026-06-25,OSMB-2026-06-25,"
        "limb/OSMB-2026-06-25-1/3,,2026-10-02\n"
        "2026-003,OSMB,Bring a report on the service desk,,no_date,,when assessed,0,running,"
        "2026-06-25,OSMB-2026-06-25,limb/OSMB-2026-06-25-1/3,,\n"
    )
    assert answer.stderr == "3 commitments: 1 running, 1 kept late and 1 forgotten\n"


def test_overdue_ones_exit_1_and_none_exits_0():
    made()

    assert "2026-001" in ask("commitments", "--overdue", code=1).stdout
    earlier = ask("commitments", "--overdue", "--as-at", "2026-09-30", "--format", "json")
    assert json.loads(earlier.stdout) == []
    assert earlier.stderr == "0 commitments: none\n"


def test_a_body_an_owner_and_an_earlier_moment_can_be_asked_for():
    made()
    made(owner="Head of IT")

    def codes(*said):
        found = json.loads(ask("commitments", *said, "--format", "json").stdout)
        return [row["code"] for row in found]

    assert codes("--owner", "head of it") == ["2026-002"]
    assert codes("--body", "CABINET") == []
    assert codes("--known-at", "2026-10-12T08:59") == []
    assert "AUDIT" in ask("commitments", "--body", "AUDIT", code=1).stderr


def test_what_is_due_goes_into_a_calendar_and_what_is_answered_does_not():
    made()
    taken(made().code, "answered", "10-2", words="Appended")
    made(due=in_words("next meeting"), made_on=AT.date(), made_in="")

    calendar = Calendar.from_ical(ask("commitments", "--format", "ics").stdout_bytes)

    events = [(str(event["summary"]), event.decoded("dtstart")) for event in calendar.events]
    assert [(summary, day.isoformat()) for summary, day in events] == [
        ("Due: Bring a report on the service desk", "2026-09-30"),
        ("Due: Bring a report on the service desk", "2026-11-26"),
    ]
    again = ask("commitments", "--format", "ics").stdout_bytes
    assert again == ask("commitments", "--format", "ics").stdout_bytes


def test_a_commitment_is_made_and_goes_through_its_life_in_the_terminal():
    by = ("--by", "t.okafor")

    code = ask(
        "promise", "Look into the figures", "--body", "OSMB", "--owner", "Head of IT",
        "--on", "2026-09-24", "--meeting", "OSMB-2026-09-24", "--due-words", "next meeting", *by,
    ).stdout.strip()  # fmt: skip
    assert code == "2026-001"
    ask("remind", code, "--words", "By telephone", *by)
    ask(
        "extend",
        code,
        "--reason",
        "Late",
        "--due",
        "2026-12-01",
        "--meeting",
        "OSMB-2026-09-24",
        *by,
    )
    ask("defer", code, "--reason", "No staff", "--until", "when a new head is found", *by)
    ask("reassign", code, "--owner", "Director of Finance", *by)
    ask("answer", code, "--words", "Here", "--paper", "edition/CSS-2026-4", *by)
    ask("propose", code, *by)
    ask("close", code, "--meeting", "OSMB-2026-09-24", *by)
    ask("reopen", code, "--reason", "Not what was asked", *by)
    ask("drop", code, "--reason", "Overtaken", *by)

    rows = json.loads(ask("commitment", code, "--format", "json").stdout)

    assert rows["state"] == "closed_unagreed"
    assert [row["step"] for row in rows["steps"]] == [
        "chased", "extended", "deferred", "reassigned", "answered", "closure_proposed", "closed",
        "reopened", "closed_unagreed",
    ]  # fmt: skip
    assert [row["on"] for row in rows["steps"]] == ["2026-10-12"] * 9


def test_refusals_are_said_in_a_sentence_and_exit_1():
    code = made().code
    by = ("--by", "t.okafor")

    for said, words in (
        (("answer", code, *by), "Enter the answer, or the paper that gives it."),
        (("answer", "2026-900", "--words", "x", *by), "There is no commitment 2026-900."),
        (("close", code, "--meeting", "OSMB-2026-11-26", *by), "has not been held"),
        (("close", code, "--meeting", "OSMB-2020-01-01", *by), "OSMB-2020-01-01"),
        (("extend", code, "--reason", "x", "--due", "2026-09-01", *by), "Give a later day."),
        (("commitment", "2026-900"), "There is no commitment 2026-900."),
        (("promise", " ", "--body", "OSMB", "--on", "2026-09-24", *by), "Enter what was promised."),
        (("answer-question", "OSMB-2026-06-25", "9", "--answer", "x", "--answered-by", "y", *by),
         "OSMB-2026-06-25 has no question 9."),
        (("end-want", "OSMB", "9", "--until", "2026-10-01", "--meeting", "OSMB-2026-09-24", *by),
         "OSMB has asked for nothing under number 9."),
    ):  # fmt: skip
        answer = ask(*said, code=1)
        assert words in answer.stderr
        assert answer.stdout == ""


@pytest.mark.usefixtures("member", "officer", "scrutiny_officer")
@pytest.mark.parametrize(
    ("said", "permitted"),
    [
        (("answer", "2026-001", "--words", "x"), ("a.patel",)),
        (("extend", "2026-001", "--reason", "x", "--due", "2026-12-01"), ("t.okafor",)),
        (("ask", "OSMB-2026-09-24", "Why?", "--asked-by", "Councillor Osei"), ("t.okafor",)),
        (("chase",), ("t.okafor",)),
        (("set-owner", "Head of IT", "--address", "it@westmere.example"), ("t.okafor",)),
    ],
)
def test_only_those_who_may_do_it_are_named(said, permitted):
    made()

    for name in ("c.osei", "a.patel", "t.okafor"):
        answer = ask(*said, "--by", name, code=0 if name in permitted else 1)
        assert name in permitted or "name somebody who may" in answer.stderr


def test_the_name_of_a_person_stands_in_the_history(officer):
    code = made().code

    ask("answer", code, "--words", "Here", "--by", "a.patel")

    rows = json.loads(ask("commitment", code, "--format", "json").stdout)
    assert rows["steps"][0]["by"] == "Anita Patel"


def test_letters_are_tried_dry_and_then_sent_once():
    made()
    made(owner="Fenbridge Networks")
    ask("set-owner", "Director of Finance", "--address", "finance@westmere.example", "--by", "x")

    dry = ask("chase", "--dry-run", "--format", "json")
    assert json.loads(dry.stdout) == [
        {
            "address": "finance@westmere.example",
            "owners": "Director of Finance",
            "commitments": "2026-001",
        }
    ]
    assert dry.stderr == "No address is known for Fenbridge Networks: 1 commitment\n"
    assert mail.outbox == []
    assert ask("chase").stdout == "1 letter sent.\n"
    assert ask("chase").stdout == "0 letters sent.\n"
    owners = json.loads(ask("owners", "--format", "json").stdout)
    assert [(row["owner"], row["address"]) for row in owners] == [
        ("Director of Finance", "finance@westmere.example"),
        ("Fenbridge Networks", None),
    ]
    ask("set-owner", "Director of Finance", "--by", "x")
    assert json.loads(ask("owners", "--format", "json").stdout)[0]["address"] is None


def test_an_address_that_is_none_is_misuse():
    assert (
        "is not an address"
        in ask("set-owner", "Head of IT", "--address", "here", "--by", "x", code=2).stderr
    )


def test_a_question_is_asked_and_answered_with_a_promise():
    by = ("--by", "a.clerk")
    reference = ask(
        "ask", "OSMB-2026-09-24", "How many calls?", "--asked-by", "Councillor Osei",
        "--to", "Head of IT", *by,
    ).stdout.strip()  # fmt: skip
    assert reference == "question/OSMB-2026-09-24/1"
    assert "How many calls?" in ask("questions", "--unanswered", code=1).stdout

    promised = ask(
        "answer-question", "OSMB-2026-09-24", "1", "--answer", "112", "--answered-by",
        "Head of IT", "--promise", "Send the figures", "--due", "2026-11-01", *by,
    ).stdout.strip()  # fmt: skip

    assert promised == "2026-001"
    assert json.loads(ask("questions", "--unanswered", "--format", "json").stdout) == []
    (row,) = json.loads(ask("questions", "--body", "OSMB", "--format", "json").stdout)
    assert (row["answer"], row["answered_on"], row["commitment"]) == (
        "112",
        "2026-10-12",
        "2026-001",
    )


def test_what_a_body_wants_is_kept_and_ended():
    by = ("--by", "a.clerk")
    reference = ask(
        "want", "OSMB", "Every service credit", "--section", "credits", "--kind",
        "contract-performance", "--from", "2026-06-25", "--meeting", "OSMB-2026-06-25", *by,
    ).stdout.strip()  # fmt: skip
    ask("end-want", "OSMB", "1", "--until", "2026-09-24", "--meeting", "OSMB-2026-09-24", *by)

    assert reference == "wanted/OSMB/1"
    held = json.loads(ask("wanted", "--on", "2026-09-24", "--format", "json").stdout)
    assert [row["words"] for row in held] == ["Every service credit"]
    assert json.loads(ask("wanted", "--on", "2026-09-25", "--format", "json").stdout) == []


def test_exempt_words_are_not_printed():
    made(text="Renegotiate the price", closure=EXEMPT)

    for form in ("table", "json", "csv", "ics"):
        assert "Renegotiate" not in ask("commitments", "--format", form).output


def test_an_exempt_promise_needs_its_paragraph_and_its_reason():
    answer = ask(
        "promise", "Renegotiate", "--body", "OSMB", "--on", "2026-09-24", "--exempt", "3",
        "--by", "t.okafor", code=2,
    )  # fmt: skip

    assert "--exempt and --public-interest go together" in answer.stderr
