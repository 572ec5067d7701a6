"""The whole way round: a report is put to a meeting, its minutes are read and confirmed, what was
asked becomes a commitment, and its answer stands in the next report; the first still verifies.
"""

import json
import re
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from click.testing import CliRunner
from django.core.files.uploadedfile import SimpleUploadedFile

from factories.contract_facts import row
from factories.stored_reports import draft, frozen, load, stored_results
from scrutable.audit.reads import number_at, verify_chain
from scrutable.documents import plain
from scrutable.kernel.periods import Month, Span
from scrutable.meetings import facts, reads, writes
from scrutable.meetings.cli import group as meetings_group
from scrutable.reports import reads as reports
from scrutable.reports.cli import group as reports_group

pytestmark = pytest.mark.django_db

AUTUMN, AFTER = datetime(2026, 10, 12, 9, tzinfo=UTC), datetime(2026, 10, 27, 9, tzinfo=UTC)
LATER, WINTER = datetime(2026, 11, 30, 9, tzinfo=UTC), datetime(2027, 1, 12, 9, tzinfo=UTC)
MINUTES = """\
OVERVIEW AND SCRUTINY BOARD

22 October 2026

9. MINUTES OF THE PREVIOUS MEETING

RESOLVED That the minutes of the meeting held on 17 September 2026 be agreed and signed.

10. PERFORMANCE OF THE CORPORATE SUPPORT SERVICES CONTRACT

Calls abandoned had risen in July. A member asked why.

RESOLVED

(1) That the report be noted.

(2) That the Contract Manager report to the next meeting on why calls were abandoned in July.
"""
ASKED = "That the Contract Manager report to the next meeting on why calls were abandoned in July."
ANSWER = "Two lines were out of order for four days, and are mended."
SECTION = "What you asked for and what was done"


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(AUTUMN, tick=False)
    return time_machine


@pytest.fixture
def people(clerk, contract_manager, officer, member):
    return SimpleNamespace(clerk=clerk, manager=contract_manager, officer=officer, member=member)


@pytest.fixture
def board(people):
    stored_results()
    body = facts.Body(code="OSB", name="Overview and Scrutiny Board", kind=facts.BodyKind.SCRUTINY)
    writes.record_body(body=body, by="a.clerk", at=AUTUMN)
    for day in ("2026-10-22", "2026-12-03", "2027-01-28"):
        meeting = facts.Meeting(code=f"OSB-{day}", body="OSB", on=date.fromisoformat(day))
        writes.record_meeting(meeting=meeting, by="a.clerk", at=AUTUMN)


def words(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def winter_quarter():
    for month in ("2026-10", "2026-11", "2026-12"):
        load(month, row(4.3), row(84, code="CSC_KPI_05", place="Return!F5"), at=WINTER)


BEGUN = {
    "kind": "contract-performance",
    "contract": "CSS",
    "first_0": "",
    "first_1": "",
    "last_0": "9",
    "last_1": "2026",
    "body": "OSB",
    "put_to": "OSB-2026-10-22",
    "meeting": "",
}
ITEM = {
    "printed": "10.",
    "title": "Performance of the Corporate Support Services contract",
    "purpose": "overview",
    "paper": "edition/CSS-2026-1",
    "openness": "open",
}
ITEM_SENT = {name: ITEM[name] for name in ("printed", "title", "purpose", "paper")}
QUARTER_3 = Span(Month(2026, 10), Month(2026, 12))


def put_to_the_meeting(client, manager, clerk):
    client.force_login(manager)
    client.post("/reports/new/", BEGUN)
    frozen = client.post("/reports/CSS-2026-1/freeze/", follow=True)
    assert "CSS-2026-1 is frozen, and its files are made." in words(frozen)
    client.force_login(clerk)
    client.post("/meetings/OSB-2026-10-22/items/new/", ITEM)
    assert "CSS-2026-1" in words(client.get("/meetings/OSB-2026-10-22/"))


def read_and_confirmed(client, clerk):
    client.force_login(clerk)
    file = SimpleUploadedFile("minutes.txt", MINUTES.encode())
    sent = {"meeting": "OSB-2026-10-22", "file": file, "openness": "open"}
    loaded = client.post("/minutes/load/", sent, follow=True)
    assert loaded.redirect_chain == [("/minutes/OSB-2026-10-22-1/", 302)]
    assert "minutes.txt is loaded: 3 outcomes to look at" in words(loaded)
    assert ASKED in words(loaded)
    for number in (1, 2, 3):
        client.post(f"/minutes/OSB-2026-10-22-1/limbs/{number}/right/")
    confirmed = client.post("/minutes/OSB-2026-10-22-1/confirm/", follow=True)
    assert "OSB-2026-10-22-1 is confirmed: 1 commitment made" in words(confirmed)


def answered(client, officer):
    client.force_login(officer)
    said = {"on_0": "30", "on_1": "11", "on_2": "2026", "words": ANSWER, "paper": ""}
    shown = client.post("/commitments/2026-001/answer/", said, follow=True)
    assert ANSWER in words(shown)


@pytest.mark.usefixtures("board")
def test_round_by_pages(client, clock, people):
    put_to_the_meeting(client, people.manager, people.clerk)

    clock.move_to(AFTER, tick=False)
    read_and_confirmed(client, people.clerk)
    client.force_login(people.member)
    owed = words(client.get("/commitments/2026-001/"))
    assert ASKED in owed
    assert "3 December 2026" in owed

    clock.move_to(LATER, tick=False)
    answered(client, people.officer)

    clock.move_to(WINTER, tick=False)
    winter_quarter()
    client.force_login(people.manager)
    client.post("/reports/new/", BEGUN | {"last_0": "12", "put_to": "OSB-2027-01-28"})
    following = words(client.get("/reports/CSS-2026-2/"))
    assert ASKED.rstrip(".") in following.split(SECTION)[-1]
    assert ANSWER in following.split(SECTION)[-1]
    assert ANSWER not in words(client.get("/reports/CSS-2026-1/"))
    verified = client.post("/reports/CSS-2026-1/verify/")
    assert "Made again to the byte in every format" in words(verified)
    assert verify_chain() == []


def run(group, *arguments):
    outcome = CliRunner().invoke(group, arguments, catch_exceptions=False)
    assert outcome.exit_code == 0, outcome.stderr
    return outcome.stdout


@pytest.mark.usefixtures("board")
def test_round_by_terminal(clock, tmp_path):
    build = ("build", "contract-performance", "--contract", "CSS", "--body", "OSB")
    for_one = (*build, "--by", "j.smith", "--only", "html", "-o", str(tmp_path))
    run(reports_group, *for_one, "--as-at", "2026-09-30", "--meeting", "OSB-2026-10-22")
    run(reports_group, "freeze", "CSS-2026-1", "--by", "j.smith")
    item = ("--title", "Performance", "--paper", "edition/CSS-2026-1", "--by", "a.clerk")
    run(meetings_group, "add-item", "OSB-2026-10-22", *item)

    clock.move_to(AFTER, tick=False)
    file = tmp_path / "minutes.txt"
    file.write_text(MINUTES, "utf-8")
    run(meetings_group, "load", str(file), "--meeting", "OSB-2026-10-22", "--by", "a.clerk")
    run(meetings_group, "confirm", "OSB-2026-10-22-1", "--by", "a.clerk")
    assert "2026-001" in run(meetings_group, "commitments", "--as-at", "2026-10-27")

    clock.move_to(LATER, tick=False)
    run(meetings_group, "answer", "2026-001", "--words", ANSWER, "--by", "a.patel")

    clock.move_to(WINTER, tick=False)
    winter_quarter()
    run(reports_group, *for_one, "--as-at", "2026-12-31", "--meeting", "OSB-2027-01-28")
    made = (tmp_path / "CSS-2026-2.html").read_text("utf-8")
    assert ANSWER in made.split(SECTION)[-1]
    assert ANSWER not in (tmp_path / "CSS-2026-1.html").read_text("utf-8")
    assert "html" in run(reports_group, "verify", "CSS-2026-1")
    (commitment,) = reads.commitments(number_at(), body="OSB")
    assert commitment.source_reference == "limb/OSB-2026-10-22-1/3"


def sent(client, method, path, said):
    answer = client.generic(method, f"/api/{path}", json.dumps(said), "application/json")
    assert answer.status_code == 200, answer.content
    return answer.json()


@pytest.mark.usefixtures("board")
def test_round_by_programs(client, clock, people):
    about = {"body": "OSB", "put_to": "OSB-2026-10-22"}
    frozen(**about)
    client.force_login(people.clerk)
    sent(client, "POST", "meetings/OSB-2026-10-22/items", ITEM_SENT)

    clock.move_to(AFTER, tick=False)
    client.force_login(people.clerk)
    file = SimpleUploadedFile("minutes.txt", MINUTES.encode())
    loaded = client.post("/api/minutes", {"meeting": "OSB-2026-10-22", "file": file}).json()
    asked = loaded["reading"]["outcomes"][-1]
    assert (asked["text"], asked["owner"]) == (ASKED, "Contract Manager")
    assert asked["due"]["words"] == "next meeting"
    confirmed = sent(client, "POST", "minutes/OSB-2026-10-22-1/confirmation", {})
    assert confirmed["is_confirmed"]

    clock.move_to(LATER, tick=False)
    client.force_login(people.officer)
    said = {"on": "2026-11-30", "words": ANSWER}
    answered = sent(client, "POST", "commitments/2026-001/answer", said)
    assert answered["standing"]["keeping"] == "kept"

    clock.move_to(WINTER, tick=False)
    winter_quarter()
    following = draft(WINTER, as_at=date(2026, 12, 31), span=QUARTER_3, body="OSB")
    assert ANSWER in plain.render_plain(reports.document_of(following)).split(SECTION)[-1]
    assert reports.verify("CSS-2026-1").is_proved
