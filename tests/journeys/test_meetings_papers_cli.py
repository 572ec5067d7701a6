"""A decision report written from the terminal."""

import io
import json
from datetime import UTC, datetime

import docx
import pytest
import time_machine
from click.testing import CliRunner

from factories.decision_papers import (
    AT_HARM,
    EQUALITY,
    EXEMPT_APPENDIX,
    OPEN_APPENDIX,
    SECRET,
    TEXTS,
)
from factories.stored_papers import CODE, plan, write_all
from scrutable.audit.reads import number_at
from scrutable.meetings import models, reads
from scrutable.meetings.cli import group
from scrutable.meetings.facts import Part, PartState
from scrutable.meetings.rules.papers import state_of

pytestmark = pytest.mark.django_db
TODAY = datetime(2026, 11, 20, 9, tzinfo=UTC)
BY = ("--decision", CODE, "--by", "d.reyes")


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


def run(*words, text=None):
    return CliRunner().invoke(group, words, input=text)


def paper():
    return reads.paper(CODE, number_at(), council="Westmere", dated=TODAY.date())


def test_a_report_is_written_from_the_terminal_until_it_is_ready(report_author):
    plan()
    cover = ("--title", "Buying hosting", "--author", "Dana Reyes", "--contact", "d@x.example")
    answer = run("begin-report", *cover, "--on-behalf-of", "Director of Finance", *BY)
    assert answer.output == f"decision/{CODE}/report has its cover: Buying hosting.\n"
    for part, said in TEXTS.items():
        how = ("--text", "-") if said else ("--none",)
        assert run("write-part", "--part", part.value, *how, *BY, text=said).exit_code == 0
    for row in (*EQUALITY, AT_HARM):
        said = ("--why", row.why, "--mitigation", row.mitigation, "--impact", row.impact.value)
        answer = run("set-impact", "--characteristic", row.characteristic.value, *said, *BY)
        assert answer.exit_code == 0
    add = ("add-appendix", "--text", "-", *BY, "--title")
    opened = run(*add, OPEN_APPENDIX.title, text=OPEN_APPENDIX.text)
    assert opened.output == "Appendix A is kept: open.\n"
    reason = EXEMPT_APPENDIX.closure.public_interest
    exempt = ("--exempt", "3", "--public-interest", reason)
    closed = run(*add, EXEMPT_APPENDIX.title, *exempt, text=SECRET)
    assert closed.output == "Appendix B is kept: exempt.\n"

    answer = run("report-parts", "--decision", CODE, "--format", "json")
    assert (answer.exit_code, answer.stderr) == (0, "Ready to issue.\n")
    rows = {row["part"]: row for row in json.loads(answer.stdout)}
    assert rows["legal"]["state"] == "written"
    assert rows["crime"]["state"] == "none"
    assert rows["legal"]["written_by"] == "d.reyes"
    assert len(rows) == 19


def test_what_is_missing_is_printed_and_exits_1():
    plan()
    answer = run("report-parts", "--decision", CODE, "--format", "json")

    assert answer.exit_code == 1
    assert answer.stderr == "19 faults to put right.\n"
    rows = {row["part"]: row for row in json.loads(answer.stdout)}
    assert rows["cover"]["state"] == "missing"
    assert rows["summary"]["stops"] == "This part is not filled in. Write it."


def test_nothing_of_what_is_exempt_is_printed():
    write_all()
    answer = run("report-parts", "--decision", CODE, "--format", "csv")

    assert "1,047,300" not in answer.output
    assert EXEMPT_APPENDIX.title not in answer.output


def test_none_is_stated_with_its_reason(tmp_path):
    plan()
    reason = tmp_path / "reason.txt"
    reason.write_text("The law leaves no choice.")
    answer = run("write-part", "--part", "alternatives", "--none", "--text", str(reason), *BY)

    assert answer.output == "“Alternatives considered” states that there is nothing to say.\n"
    assert state_of(paper(), Part.ALTERNATIVES) is PartState.NONE


def test_an_appendix_from_a_file_and_its_removal(tmp_path):
    plan()
    file = docx.Document()
    file.add_paragraph("The timetable of the competition, month by month.")
    out = io.BytesIO()
    file.save(out)
    path = tmp_path / "timetable.docx"
    path.write_bytes(out.getvalue())
    run("add-appendix", "--title", "Timetable", "--file", str(path), *BY)

    assert paper().appendices[0].file_name == "timetable.docx"
    assert run("remove-appendix", "--letter", "A", *BY).output == "Appendix A is taken out.\n"
    again = run("remove-appendix", "--letter", "A", *BY)
    assert (again.exit_code, "There is no Appendix A" in again.output) == (1, True)


def test_background_papers():
    plan()
    add = ("add-background-paper", "--title", "IMT strategy 2024", "--where", "The website", *BY)

    assert run(*add).output == "Background paper 1 is listed.\n"
    assert run("remove-background-paper", "--number", "1", *BY).exit_code == 0
    assert [one.removed for one in paper().background_papers] == [True]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("write-part", "--part", "summary", *BY), 2, "Give --text, --none or both."),
        (("write-part", "--part", "summary", "--none", *BY), 1, "This part must say something."),
        (("write-part", "--part", "prologue", "--none", *BY), 2, "'prologue' is not one of"),
        (("add-appendix", "--title", "A", *BY), 2, "Give --text or --file, and not both."),
        (("add-appendix", "--title", "A", "--text", "-", "--exempt", "3", *BY), 2,
         "--exempt and --public-interest go together."),
        (("report-parts", "--decision", "I1"), 1, "There is no decision I1."),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said_in_a_sentence(words, code, said):
    plan()
    answer = run(*words, text="Words.")

    assert answer.exit_code == code
    assert said in answer.output
    assert not models.Appendix.objects.exists()


def test_only_those_who_may_write_reports_are_named(clerk, report_author):
    plan()
    by = ("--decision", CODE, "--by", "a.clerk")
    answer = run("write-part", "--part", "crime", "--none", *by)

    assert answer.exit_code == 1
    assert "name somebody who may write a decision report" in answer.output
