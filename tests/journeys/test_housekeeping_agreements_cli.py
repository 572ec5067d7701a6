"""Agreements at the terminal: told, listed, ahead, ran on, and a register loaded twice."""

import csv
import io
import json
from datetime import UTC, date, datetime

import pytest
import xlsxwriter
from click.testing import CliRunner
from icalendar import Calendar

from factories import stored_agreements as told
from scrutable.audit.reads import number_at
from scrutable.cli import main
from scrutable.housekeeping.facts.agreements import Agreement
from scrutable.records.reads import every, one

pytestmark = pytest.mark.django_db
HOST = (
    *("add", "HOST", "--title", "Hosting", "--supplier", "supplier/clearwater-cloud"),
    *("--starts-on", "2022-06-15", "--months", "60", "--notice", "6 months"),
    *("--owner", "Head of Digital", "--approved-on", "2022-05-30", "--approved-by", "Executive"),
    *("--yearly-value", "£120,000", "--by", "b.khan"),
)


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(datetime(2026, 10, 12, 9, tzinfo=UTC), tick=False)


def run(*asked):
    return CliRunner().invoke(main, ["housekeeping", "agreements", *asked])


def test_an_agreement_is_told_changed_and_renewed():
    told.supplier()

    added = run(*HOST)
    again = run(*HOST)
    changed = run(
        "change", "HOST", "--owner", "Head of IT", "--notice", "90 days", "--by", "b.khan"
    )
    renewed = run(
        *("renew", "HOST", "--months", "12", "--agreed-on", "2026-10-01", "--by", "b.khan"),
    )

    assert added.stdout == (
        "agreement/HOST is recorded. Unless a renewal is agreed by 14 December 2026 it ends on "
        "14 June 2027.\n"
    )
    assert (again.exit_code, again.stderr) == (
        1,
        "Error: HOST is recorded already. Change or renew it.\n",
    )
    assert "by 16 March 2027 it ends on 14 June 2027" in changed.stdout
    assert renewed.stdout.startswith("agreement/HOST/renewal/1 is recorded. ")
    kept = one(Agreement, number_at(), code="HOST")
    assert (kept.owner, kept.months, kept.notice_count) == ("Head of IT", 60, 90)


def test_its_terms_are_shown_with_their_approval():
    told.stored()

    shown = run("show", "MAIL", "--format", "json")

    first, late = json.loads(shown.stdout)
    assert (first["last"], first["approval"]) == ("2024-03-31", "Approved")
    assert (late["term"], late["approval"], late["days_late"]) == ("renewal 1", "Approved late", 41)
    assert shown.stderr == (
        "It ended on 31 March 2025 and is still used. End its use, or have a renewal approved. "
        "It ran on twice, from 1 April 2024 and 1 April 2025, after it was said to be cured.\n"
    )


def test_the_list_says_by_when_to_decide_and_what_happens_otherwise():
    told.stored()

    found = run("list", "--format", "csv")

    rows = {row["code"]: row for row in csv.DictReader(io.StringIO(found.stdout))}
    assert rows["DESK"]["decide_by"] == "2026-12-31"
    assert rows["DESK"]["otherwise"] == "renews_itself"
    assert rows["DESK"]["renews_until"] == "2028-03-31"
    assert rows["MAIL"]["days_without_approval"] == "601"
    assert found.stderr == "One agreement runs on without approval.\n"
    assert found.exit_code == 0
    assert "Hosting" not in run("list", "--words", "desk").stdout
    before = run("list", "--as-at", "2024-03-31", "--known-at", "2026-09-30", "--format", "csv")
    assert len(before.stdout.splitlines()) == 1


def test_twelve_months_ahead_as_rows_and_as_a_calendar():
    told.stored()

    rows = run("coming", "--format", "csv")
    events = run("coming", "--format", "ics")

    assert [line.split(",")[:4] for line in rows.stdout.splitlines()[1:]] == [
        ["2026-12-14", "HOST", "Hosting of the website", "notice"],
        ["2026-12-31", "DESK", "Service desk software", "notice"],
        ["2027-04-01", "DESK", "Service desk software", "renews"],
        ["2027-06-14", "HOST", "Hosting of the website", "end"],
    ]
    assert rows.stderr == "Two last days for notice come in the next twelve months.\n"
    found = Calendar.from_ical(events.stdout_bytes).walk("VEVENT")
    assert [event["DTSTART"].dt for event in found] == [
        date(2026, 12, 14),
        date(2026, 12, 31),
        date(2027, 4, 1),
        date(2027, 6, 14),
    ]
    nothing = run("coming", "--months", "2")
    assert nothing.stderr == "No agreement ends or renews itself in the next 2 months.\n"


def test_those_that_ran_on_are_said_with_both_times_and_exit_1():
    told.stored()

    found = run("ran-on", "--format", "json")

    now, then = json.loads(found.stdout)
    assert (now["since"], now["until"], now["earlier"]) == ("2025-04-01", None, "2024-04-01")
    assert (then["until"], then["days"], then["cured_on"]) == ("2024-05-11", 41, "2024-09-01")
    assert found.stderr == (
        "One agreement ran on without approval, and did so again. Mail filtering ran on from 1 "
        "April 2024 and again from 1 April 2025, after it was said to be cured. One agreement "
        "has begun to run on since 1 September 2024, when the last cure was done.\n"
    )
    assert found.exit_code == 1
    assert run("ran-on", "--as-at", "2024-06-01").exit_code == 0


def test_cause_and_cure_are_told():
    told.stored(told.MAIL, told.LATE)

    done = run(
        *("cure", "MAIL", "--since", "2024-04-01", "--cause", "Nobody kept a calendar"),
        *("--cure", "A calendar", "--done-on", "2024-09-01", "--by", "b.khan"),
    )
    odd = run(*("cure", "MAIL", "--since", "2024-04-02", "--cause", "None", "--by", "b.khan"))

    assert done.stdout.startswith("agreement/MAIL/ran-on/2024-04-01 is recorded.")
    assert (odd.exit_code, odd.stderr) == (
        1,
        "Error: MAIL did not begin to run on with 2 April 2024; give 1 April 2024.\n",
    )


@pytest.mark.parametrize(
    ("asked", "code", "said"),
    [
        (("show", "NONE"), 1, "There is no agreement NONE. Check it in the list."),
        (("add", "X", "--by", "b.khan"), 2, "Give --starts-on and --months."),
        (("change", "HOST", "--by", "b.khan"), 2, "Name at least one thing that changes."),
        (("change", "HOST", "--notice", "soon", "--by", "b.khan"), 2, "“soon” is no notice"),
        (("change", "NONE", "--owner", "A", "--by", "b.khan"), 1, "There is no agreement NONE"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(asked, code, said):
    told.stored(told.HOST)

    done = run(*asked)

    assert done.exit_code == code
    assert said in done.stderr


def test_only_who_may_manage_agreements_tells_of_them(member):
    told.stored(told.HOST)

    done = run("renew", "HOST", "--months", "12", "--agreed-on", "2026-01-01", "--by", "c.osei")

    assert done.exit_code == 1
    assert "The role of c.osei is" in done.stderr


def _workbook(path, rows):
    with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as book:
        sheet = book.add_worksheet("Register")
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    return str(path)


def test_a_workbook_is_loaded_and_the_same_file_twice_changes_nothing(tmp_path):
    told.supplier()
    path = _workbook(
        tmp_path / "register.xlsx",
        [
            ("Contract register of ICT",),
            ("Ref", "Title", "Supplier", "Start date", "End date", "Notice period", "Owner"),
            ("HOST", "Hosting", "Clearwater Cloud", date(2022, 6, 15), date(2027, 6, 14),
             "6 months", "IT"),
            ("MAIL", "Mail", "Clearwater Cloud", "1 April 2021", "31/03/2024", "None", "IT"),
        ],
    )  # fmt: skip

    dry = run("load", path, "--by", "b.khan", "--dry-run")
    number = number_at()
    first = run("load", path, "--by", "b.khan")
    second = run("load", path, "--by", "b.khan")

    assert dry.stderr == "2 rows would be taken; nothing is\n"
    assert first.stderr == "2 rows were new, 0 changed, 0 known already\n"
    assert second.stderr == "Nothing is new: all 2 rows were known already\n"
    assert number_at() == number + 1
    assert [(each.code, each.months, each.place) for each in every(Agreement, number + 1)] == [
        ("HOST", 60, "Register!A3"),
        ("MAIL", 36, "Register!A4"),
    ]


def test_a_register_with_faults_names_file_place_fault_and_remedy(tmp_path):
    told.supplier()
    path = tmp_path / "register.csv"
    path.write_text(
        "Reference,Title,Supplier,Start date,End date,Owner\n"
        "HOST,Hosting,Clearwater Cloud,15/06/2022,15/06/2027,IT\n"
        ",Mail,Clearwater Cloud,01/04/2021,31/03/2024,IT\n"
    )

    done = run("load", str(path), "--by", "b.khan")

    assert done.exit_code == 1
    assert done.stderr == (
        f"{path}: line 2, column E: 15 June 2027 ends no whole months since 15 June 2022; correct "
        "one of the two days, or give the months alone\n"
        f"{path}: line 3, column A: The reference is missing; enter it\n"
    )
    assert every(Agreement, number_at()) == []
