"""Updates and cell maps by page: sent, looked at, taken in, or refused with every fault."""

import io
import json
from datetime import UTC, date, datetime
from decimal import Decimal
from hashlib import sha256

import pytest
import time_machine
from click.testing import CliRunner
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from factories.project_facts import move, project
from factories.project_workbooks import csv_text, update_book
from factories.workbooks import xlsx
from scrutable.audit.reads import events, number_at
from scrutable.portfolio import facts, reads, tasks, writes
from scrutable.portfolio.cli import group
from scrutable.portfolio.views import updating as views
from scrutable.work.reads import jobs

TODAY = datetime(2026, 9, 30, 9, tzinfo=UTC)
ON = date(2026, 9, 30)
pytestmark = pytest.mark.django_db
MAP = (
    ("line", "ours", "theirs"),
    ("column", "number", "Ref"),
    ("column", "title", "Project"),
    ("column", "overall", "RAG"),
    ("word", "rating=amber", "Orange"),
    ("word", "stage=finished", "Blue"),
    ("every", "theme", "modernise"),
    ("every", "stage", "delivery"),
    ("every", "sponsor", "Director"),
    ("every", "manager", "Alex Roe"),
    ("every", "assessor", "The council"),
    ("every", "reasons", "As reported"),
    ("every", "override_reason", "No parts are reported"),
)
REGISTER = (["Ref", "Project", "RAG"], ["P1", "One", "Orange"], ["P2", "Two", "Blue"])
MAP_SAID = {"title": "Capital register", "code": "capital", "approver": "Head of Projects"}
STATUS = {
    "Project": "277",
    "Overall": "red",
    "Time": "red",
    "Assessor": "Sam Hale",
    "Reasons": "The supplier",
    "To be green again": "Go live",
    "Green by": date(2026, 12, 15),
    "Stage": "testing",
}
MOVED = {"Project": "277", "Milestone": "go-live", "Forecast": date(2026, 12, 15)}
SPENT = {"Project": "277", "Source": "capital", "Year": "2026/27", "Spent £": 1200.5}


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def client(officer):
    client = Client()
    client.force_login(officer)
    return client


@pytest.fixture
def stored(officer):
    writes.record_project(project=project(), by="a.patel", at=TODAY)
    first = move("baseline", "2026-01-05", "2026-11-30")
    writes.move_date(
        project="277", milestone="go-live", title="Go-live", move=first, by="a.patel", at=TODAY
    )
    funding = facts.Funding(
        project="277", source=facts.FundingSource.CAPITAL, year=2026, approved=Decimal(250000)
    )
    writes.record(of=funding, by="a.patel", at=TODAY)


def sent(client, content, name="updates.xlsx", **said):
    file = SimpleUploadedFile(name, content if isinstance(content, bytes) else content.encode())
    return client.post("/projects/updates/send/", {"file": file, **said}, follow=True)


def send_map(client, lines=MAP, address="/projects/maps/send/", **said):
    file = SimpleUploadedFile("map.csv", csv_text(lines).encode())
    given = {**MAP_SAID, "approved_on": "2026-09-01", "file": file, **said}
    return client.post(address, given, follow=True)


def test_the_workbook_of_an_update_opens_as_it_came_and_so_does_each_cell(client, stored):
    content = update_book(ON, Dates=[MOVED], Status=[STATUS])
    looked = sent(client, content, name="Projects 2026-09.xlsx")
    page = client.post(looked.request["PATH_INFO"], follow=True).text
    file = sha256(content).hexdigest()[:12]

    given = client.get(f"/files/{file}/")
    traced = client.get(f"/trace/file/{file}").text
    cell = client.get(f"/trace/file/{file}?cell=Dates%21F6").text
    other = client.get(f"/trace/file/{file}?cell=Dates%21ZZ900").text

    for text in (page, traced):
        assert f'<a class="govuk-link" href="/files/{file}/">Open Projects 2026-09.xlsx' in text
        assert f'href="/trace/file/{file}?cell=Dates%21F6"' in text
        assert text.count(f"/trace/file/{file}?cell=Status%21") == 2
    assert given.content == content
    assert given["Content-Disposition"] == 'attachment; filename="Projects-2026-09.xlsx"'
    assert "3 cells of updates came from it" in traced
    for reference in ("project/277/go-live", "project/277/status/2026-09-30", "project/277"):
        assert f'href="/trace/{reference}"' in traced
    assert "Projects 2026-09.xlsx, Dates, cell F6" in cell
    assert '<td class="app-sheet__mark">2026-12-15' in cell
    assert "The file has no cell “Dates!ZZ900”" in other
    assert client.get("/files/000000000000/").status_code == 404


def test_an_update_is_looked_at_then_loaded_and_every_line_leads_to_its_cell(client, stored):
    content = update_book(ON, Dates=[MOVED], Status=[STATUS], Funding=[SPENT])

    before = number_at()
    looked = sent(client, content)

    assert number_at() == before
    assert "This would add 1 line and change 3 lines" in looked.text
    assert "30 November 2026" in looked.text
    assert "15 December 2026" in looked.text
    assert "spent £1,200.50, expected not said" in looked.text
    loaded = client.post(looked.request["PATH_INFO"], follow=True)
    assert loaded.request["PATH_INFO"] == "/projects/updates/1/"
    assert "1 project, 1 date, 1 status, 1 other line" in loaded.text
    assert 'href="/trace/project/277/go-live"' in loaded.text
    assert "Dates!F6" in loaded.text
    known = number_at()
    assert reads.project("277", known).stage is facts.ProjectStage.TESTING
    assert [one.place for one in reads.told_in("project/277", known)] == ["Status!O6"]
    assert [one.place for one in reads.told_in("project/277/funding/capital-2026", known)] == [
        "Funding!F6"
    ]
    assert reads.one(
        facts.Funding, known, project="277", source="capital", year=2026
    ).spent == Decimal("1200.50")
    assert events(subject="update/1")[0].verb == "update_loaded"
    listed = client.get("/projects/updates/").text
    assert "1 update received, the last as of 30 September 2026" in listed


def test_the_same_file_again_says_so_and_changes_nothing(client, stored):
    content = update_book(ON, Dates=[MOVED])
    first = sent(client, content)
    client.post(first.request["PATH_INFO"])
    before = number_at()

    again = sent(client, content)
    client.post(again.request["PATH_INFO"])

    assert "Nothing in this file is new" in again.text
    assert "1 row says just what is known" in again.text
    assert "Load the update" not in again.text
    assert number_at() == before
    assert len(reads.updates(before)) == 1


def test_a_new_project_comes_with_what_it_waits_for_in_one_file(client, stored):
    new = {
        "Project": "300",
        "Title": "Telephony",
        "Theme": "optimise",
        "Stage": "idea",
        "Sponsor": "Director",
        "Manager": "Alex Roe",
    }
    waits = {"What": "Its store", "Needed by": date(2026, 12, 1), "Owner": "Alex Roe"}
    rows = [
        {**waits, "Project": "300", "Waits for": "project/277"},
        {**waits, "Project": "277", "Waits for": "project/300"},
        {**waits, "Project": "300", "Waits for": "project/999"},
    ]

    refused = sent(client, update_book(ON, Projects=[new], Dependencies=rows))
    looked = sent(client, update_book(ON, Projects=[new], Dependencies=rows[:2]))
    client.post(looked.request["PATH_INFO"])

    assert "1 fault: nothing was loaded" in refused.text
    assert "Dependencies!C8" in refused.text
    found = reads.every(facts.Dependency, number_at())
    assert [(one.project, one.number, one.on_whom) for one in found] == [
        ("277", 1, "project/300"),
        ("300", 1, "project/277"),
    ]


def test_every_fault_of_a_file_is_shown_at_once_and_nothing_is_kept(client, stored):
    wrong = update_book(
        ON, Dates=[{**MOVED, "Forecast": "soon"}], Funding=[{**SPENT, "Spent £": "a lot"}]
    )
    before = number_at()

    answer = sent(client, wrong)

    assert answer.status_code == 422
    assert "2 faults: nothing was loaded" in answer.text
    assert "Dates!F6" in answer.text
    assert "Funding!F6" in answer.text
    assert number_at() == before


def test_what_goes_against_other_records_is_refused_in_its_cell(client, stored):
    later = update_book(date(2026, 10, 31), Dates=[MOVED])

    answer = sent(client, later)

    assert answer.status_code == 422
    assert "The report date has not come yet" in answer.text


def test_a_plan_that_was_overtaken_is_shown_with_its_faults(client, stored):
    looked = sent(client, update_book(ON, Dates=[{**MOVED, "Forecast": date(2026, 12, 20)}]))
    later = move("forecast", "2026-10-01", "2027-01-31")
    writes.move_date(
        project="277", milestone="go-live", title="", move=later, by="a.patel", at=TODAY
    )

    answer = client.post(looked.request["PATH_INFO"], follow=True)

    assert "1 fault: nothing can be loaded" in answer.text
    assert "Go-live was last reported on 1 October 2026" in answer.text


def test_what_was_sent_is_seen_by_its_sender_alone_and_not_for_ever(
    client, stored, contract_manager
):
    looked = sent(client, update_book(ON, Dates=[MOVED]))
    other = Client()
    other.force_login(contract_manager)

    for who, address in (
        (other, looked.request["PATH_INFO"]),
        (client, "/projects/updates/plan/gone/"),
    ):
        answer = who.get(address, follow=True)
        assert "Send it again" in answer.text


def test_a_large_file_is_read_and_loaded_by_the_worker(client, stored, monkeypatch):
    monkeypatch.setattr(views, "READ_AT_ONCE", 100)
    monkeypatch.setattr(views, "LOADED_AT_ONCE", 0)

    asked = sent(client, update_book(ON, Dates=[MOVED]))
    first = jobs()[0]
    planned = client.get(first.link)
    client.post(first.link)
    second = jobs()[0]

    assert f"/jobs/{first.number}/" in asked.request["PATH_INFO"]
    assert first.outcome == "updates.xlsx is read. Nothing is loaded until you confirm it."
    assert "This would change 1 line" in planned.text
    assert second.outcome == "updates.xlsx is loaded as update/1."
    assert second.link == "/projects/updates/1/"


def test_the_worker_says_how_many_faults_and_the_page_shows_them(client, stored, monkeypatch):
    monkeypatch.setattr(views, "READ_AT_ONCE", 100)

    sent(client, update_book(ON, Dates=[{**MOVED, "Forecast": "soon"}]))
    assert jobs()[0].outcome == "updates.xlsx has 1 fault: nothing can be loaded."
    assert "“soon” is not a date" in client.get(jobs()[0].link).text


def test_a_file_that_is_still_being_read_says_so_and_one_that_is_gone_stops_its_job(
    client, stored, officer
):
    held = tasks.Held(writes.Sent(content=b"x", name="updates.xlsx"))
    token = tasks.hold(officer.pk, held)
    waiting = client.get(f"/projects/updates/plan/{token}/", follow=True)
    tasks.let_go(officer.pk, token)
    tasks.ask_to_read(person=officer.pk, token=token, name="a", by="a.patel", at=TODAY)
    tasks.ask_to_load(person=officer.pk, token=token, name="a", by="a.patel", at=TODAY)
    assert "The file is still being read" in waiting.text
    assert {one.outcome for one in jobs()} == {
        "What was sent is kept for a day only, and nothing was loaded. Send it again."
    }


def test_the_workbook_that_is_issued_is_filled_in_and_loaded(client, stored):
    book = load_workbook(io.BytesIO(client.get("/projects/template/").content))
    assert book.sheetnames == ["Dates", "Status", "Dependencies", "Funding", "Benefits", "Projects"]
    book["Dates"]["F6"] = date(2026, 12, 20)
    book["Funding"]["G6"] = 240000
    out = io.BytesIO()
    book.save(out)

    looked = sent(client, out.getvalue(), "filled.xlsx")

    assert "This would change 2 lines" in looked.text
    assert "20 December 2026" in looked.text
    assert "expected £240,000" in looked.text


def test_a_map_is_sent_shown_changed_and_its_versions_kept(client):
    shown = send_map(client)
    more = (*MAP, ("word", "nothing", "-"))
    later = send_map(client, more, "/projects/maps/capital/send/", approver="Director")

    assert shown.request["PATH_INFO"] == "/projects/maps/capital/"
    assert "Stage: Finished" in shown.text
    assert "Rating: Amber" in shown.text
    assert "Says nothing" in later.text
    assert "Director" in later.text
    assert "Head of Projects" in later.text  # who approved the version before
    file = client.get("/projects/maps/capital/?file=csv")
    assert "word,nothing,'-" in file.text
    assert "1 cell map" in client.get("/projects/maps/").text
    assert client.get("/projects/maps/none/").status_code == 404


def test_a_map_with_faults_is_refused_with_all_of_them(client):
    lines = (("line", "ours", "theirs"), ("colum", "a", "b"), ("word", "rating=red", ""))
    before = number_at()

    faulty = send_map(client, lines)
    without_number = send_map(client, (MAP[0], ("column", "title", "Project")))

    assert faulty.status_code == without_number.status_code == 422
    assert "2 faults: nothing was recorded" in faulty.text
    assert "No column holds the project’s number" in without_number.text
    assert number_at() == before


def test_a_register_is_read_by_its_map_and_again_when_the_map_has_changed(client):
    send_map(client)
    first = sent(client, csv_text(REGISTER), "register.csv", cell_map="capital", on="2026-09-29")
    loaded = client.post(first.request["PATH_INFO"], follow=True)
    again = sent(client, csv_text(REGISTER), "register.csv", cell_map="capital", on="2026-09-29")

    assert "This would add 3 lines" in first.text
    assert "line 2, column C" in first.text
    assert "read by cell-map/capital@" in loaded.text
    assert "Nothing in this file is new" in again.text
    known = number_at()
    assert reads.project("P2", known).stage is facts.ProjectStage.FINISHED
    assert [one.on for one in reads.updates(known)] == [date(2026, 9, 29)]
    send_map(client, (*MAP, ("word", "nothing", "-")), "/projects/maps/capital/send/")
    client.post(
        sent(
            client, csv_text(REGISTER), "register.csv", cell_map="capital", on="2026-09-29"
        ).request["PATH_INFO"]
    )
    assert len(reads.updates(number_at())) == 2


def test_an_unknown_word_of_a_register_is_shown_with_its_place(client):
    send_map(client)
    rows = [*REGISTER, ["P3", "Three", "<b>Mauve</b>"]]

    answer = sent(client, xlsx(rows), "register.xlsx", cell_map="capital")

    assert answer.status_code == 422
    assert "Return!C4" in answer.text
    assert "&lt;b&gt;Mauve&lt;/b&gt;" in answer.text


def test_who_only_looks_sees_what_came_and_sends_nothing(member, officer, stored):
    client = Client()
    client.force_login(member)

    assert client.get("/projects/updates/").status_code == 200
    assert client.get("/projects/maps/").status_code == 200
    for address in ("/projects/updates/send/", "/projects/maps/send/", "/projects/template/"):
        assert client.get(address).status_code == 403


def test_nothing_received_says_what_would_be_here(client):
    assert "Download the workbook, fill it in and send it" in client.get("/projects/updates/").text
    assert "No cell map is recorded" in client.get("/projects/maps/").text
    assert client.get("/projects/updates/7/").status_code == 404


def test_maps_and_updates_are_kept_and_listed_by_command(tmp_path, officer):
    path, register = tmp_path / "map.csv", tmp_path / "register.csv"
    path.write_text(csv_text(MAP))
    register.write_text(csv_text(REGISTER))
    run = CliRunner().invoke
    add = ["map", "add", str(path), "--code", "capital", "--title", "Capital", "--approved-by"]
    more = ["Head", "--approved-on", "2026-09-01", "--by", "a.patel"]

    assert run(group, [*add, *more]).exit_code == 0
    shown = run(group, ["map", "show", "capital", "--format", "csv"]).stdout
    assert "word,rating=amber,Orange" in shown
    assert json.loads(run(group, ["map", "list", "--format", "json"]).stdout)[0]["words"] == 2
    asked = ["load", str(register), "--by", "a.patel", "--map", "capital", "--on", "2026-09-29"]
    before = number_at()
    tried = run(group, [*asked, "--dry-run", "--format", "json"])
    assert [one["effect"] for one in json.loads(tried.stdout)] == ["new", "new", "new"]
    assert number_at() == before
    assert run(group, asked).exit_code == 0
    assert "This very file is update/1 already" in run(group, asked).stderr
    listed = json.loads(run(group, ["updates", "--format", "json"]).stdout)
    assert (listed[0]["update"], listed[0]["projects"], listed[0]["statuses"]) == ("update/1", 2, 1)
    assert run(group, ["load", str(register), "--by", "a.patel", "--map", "no"]).exit_code == 1
    assert run(group, ["map", "show", "no"]).exit_code == 1
    path.write_text("line,ours,theirs\nword,rating=red,\n")
    refused = run(group, [*add, *more])
    assert refused.exit_code == 1
    assert "map.csv:line 2, column A: The council’s word is missing" in refused.stderr


def test_a_workbook_is_checked_at_the_terminal_and_nothing_is_stored(stored, tmp_path):
    good, bad = tmp_path / "good.xlsx", tmp_path / "bad.xlsx"
    good.write_bytes(update_book(ON, Dates=[MOVED]))
    bad.write_bytes(update_book(ON, Dates=[{**MOVED, "Forecast": "soon"}]))
    before = number_at()

    run = CliRunner().invoke
    fine = run(group, ["check", str(good), "--format", "json"])
    faulty = run(group, ["check", str(bad)])

    assert fine.exit_code == 0
    assert [one["says"] for one in json.loads(fine.stdout)] == ["2026-12-15"]
    assert faulty.exit_code == 1
    assert "Dates!F6: “soon” is not a date" in faulty.stderr
    assert number_at() == before
