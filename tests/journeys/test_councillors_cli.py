"""`scrutable councillors`: totals alone, a file all of it or nothing, and one letter each."""

import json
from base64 import urlsafe_b64decode
from datetime import UTC, date, datetime

import pytest
from click.testing import CliRunner
from django.core import mail

from scrutable.councillors import reads, writes
from scrutable.councillors.cli import group
from scrutable.councillors.facts import (
    AccessNeeds,
    Confidence,
    Councillor,
    PaperTarget,
    Session,
    SkillArea,
    SkillsSaid,
)
from scrutable.records.writes import record

pytestmark = pytest.mark.django_db
AT = datetime(2026, 4, 2, 9, tzinfo=UTC)


def run(*words):
    return CliRunner().invoke(group, [str(word) for word in words])


@pytest.fixture
def answered(member, clerk):
    record(of=SkillArea(code="MAIL", title="E-mail", asks="I can"), by="x", at=AT)
    for n in range(1, 8):
        one = Councillor(
            number=0, name=f"Name {n}", person="c.osei" if n == 1 else "", since=AT.date()
        )
        writes.record_councillor(councillor=one, by="x", at=AT)
        level = Confidence.NOT_YET if n < 3 else Confidence.ALONE
        said = SkillsSaid(councillor=n, on=AT.date(), confidence=(("MAIL", level),))
        writes.say_skills(said=said, by="x", at=AT)


def test_cover_is_in_totals_and_small_numbers_are_left_out(answered):
    result = run("cover", "--format", "json")

    (line,) = json.loads(result.stdout)
    assert line["answered"] == 5
    assert (line["not_yet"], line["with_help"], line["alone"]) == (None, 0, None)
    assert "Name" not in result.output
    assert result.exit_code == 0


@pytest.mark.parametrize("command", ["cover", "sessions", "kit", "paper", "pilots"])
@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_every_list_is_written_in_every_way_and_with_nothing(command, form, db):
    assert run(command, "--format", form, "--known-at", "2026-04-02").exit_code == 0


def test_paper_behind_its_target_is_a_finding(answered, tmp_path):
    target = PaperTarget(
        body="all",
        by=date(2027, 3, 31),
        pages=600,
        baseline=2120,
        baseline_to=date(2024, 3, 31),
    )
    record(of=target, by="x", at=AT)
    months = [f"2025-{m:02}" for m in range(4, 13)] + ["2026-01", "2026-02", "2026-03"]
    file = tmp_path / "pages.csv"
    lines = "".join(f"OSMB,{month},150\n" for month in months)
    file.write_text(f"{run('template').stdout.strip()}\n{lines}")

    done = run("load-pages", file, "--by", "a.clerk")
    assert (done.exit_code, done.stderr) == (0, "12 counts taken\n")
    again = run("load-pages", file, "--by", "a.clerk")
    assert again.stderr == "It says nothing new\n"
    result = run("paper", "--as-at", "2026-04-02", "--format", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)[0]["pages"] == 1800


def test_a_faulty_file_is_refused_whole(answered, tmp_path):
    file = tmp_path / "pages.csv"
    file.write_text("Body,Month,Pages\nOSMB,2026-03,12\nOSMB,soon,12\n")

    result = run("load-pages", file, "--by", "a.clerk")

    assert result.exit_code == 1
    assert "line 3, column B: “soon” is no month; enter it such as 2026-09" in result.stderr
    assert run("load-pages", file, "--by", "c.osei").exit_code == 1


def test_those_who_came_are_asked_once_by_a_letter_that_names_no_session(answered):
    made = Session(
        number=0, title="Secret", skills=("MAIL",), on=date(2026, 1, 5), minutes=9, by="x"
    )
    number = record(of=made, by="x", at=AT).number
    writes.record_attendance(session=number, came={1: True, 2: True}, by="x", at=AT)

    assert run("ask", "--by", "a.clerk").stderr == "1 letter sent\n"
    (letter,) = mail.outbox
    assert letter.to == ["c.osei@westmere.example"]
    assert "/councillors/mine/" in letter.body
    assert "Secret" not in letter.subject + letter.body
    assert run("ask", "--by", "a.clerk").stderr == "0 letters sent\n"


def test_a_key_is_made_and_what_is_sealed_is_sealed_again(answered, administrator, settings):
    key = run("key").stdout.strip()
    assert len(urlsafe_b64decode(key)) == 32
    writes.tell_needs(councillor=1, needs=AccessNeeds(needs="x"), by="x", at=AT)
    settings.ACCESS_NEEDS_KEYS = [key, *settings.ACCESS_NEEDS_KEYS]

    assert run("rotate", "--by", "a.clerk").exit_code == 1
    assert run("rotate", "--by", "m.doyle").stderr == "Sealed again\n"
    settings.ACCESS_NEEDS_KEYS = [key]
    assert reads.access_needs(reads.access_form(1)).needs == "x"
    settings.ACCESS_NEEDS_KEYS = []
    refused = run("rotate", "--by", "m.doyle")
    assert refused.exit_code == 1
    assert "no key is set to seal them with" in refused.stderr
