"""Assessments at the terminal: listed, asked, answered by workbook, planned, compared."""

import csv
import io
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from factories import assessments as made
from factories.assessments import MARK, A, put
from scrutable.assurance import facts
from scrutable.assurance.cli import group
from scrutable.audit.reads import number_at
from scrutable.records.reads import one

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 10, 12, 9, tzinfo=UTC)
BY = ("--by", "k.adeyemi")


@pytest.fixture(autouse=True)
def _council(settings, cyber_lead):
    settings.STANDING_CLOCK = NOW
    made.exempt_council()


def run(*words):
    return CliRunner().invoke(group, [str(word) for word in words])


def rows(*words):
    result = run(*words, "--format", "csv")
    assert result.exit_code == 0, result.output
    return list(csv.DictReader(io.StringIO(result.stdout)))


def test_assessments_are_listed_with_what_they_found():
    (found,) = rows("assessments")

    assert (found["code"], found["met"], found["asked"], found["below"]) == (
        "CAF-2025",
        "False",
        "39",
        "35",
    )
    assert (found["lowered"], found["steps"], found["done"], found["overdue"]) == (
        *("2", "2", "0", "1"),
    )


def test_with_open_nothing_is_said_that_not_everybody_may_know():
    result = run("assessments", "--open", "--format", "json")

    assert '"steps": 2' in result.stdout
    for said in (MARK, "achieved", "CARE", "profile"):
        assert said not in result.output


def test_answers_say_both_sides_and_whether_the_least_is_reached():
    found = {row["outcome"]: row for row in rows("answers", "CAF-2025", "--system", "organisation")}

    assert len(found) == 12
    assert (found["A2.a"]["council"], found["A2.a"]["assurer"], found["A2.a"]["below"]) == (
        *("achieved", "partly", "False"),
    )
    assert found["A1.b"]["below"] == "True"
    assert run("answers", "CAF-2025", "--system", "GIS").exit_code == 1
    assert "There is no assessment NONE" in run("answers", "NONE").output


def test_a_template_is_written_and_loaded_again(tmp_path):
    path = tmp_path / "answers.xlsx"
    assert run("template", "CAF-2025", path, "--system", "CARE").exit_code == 0
    book = load_workbook(path)
    book["CARE"]["D8"] = "Achieved"
    book.save(path)

    planned = run("load", "CAF-2025", path, *BY, "--dry-run")
    before = number_at()
    assert "1 answer would be taken; nothing is" in planned.stderr
    assert number_at() == before
    assert "1 answer is new" in run("load", "CAF-2025", path, *BY).stderr
    assert "Nothing is new: 20 rows" not in run("load", "CAF-2025", path, *BY).stderr
    key = {"assessment": "CAF-2025", "system": "CARE", "outcome": "B1.a"}
    assert one(facts.Answer, number_at(), **key).level is A
    assert number_at() == before + 1


def test_a_faulty_workbook_is_refused_with_every_fault(tmp_path):
    path = tmp_path / "answers.xlsx"
    run("template", "CAF-2025", path)
    book = load_workbook(path)
    book["organisation"]["D8"] = "Partly achieved"
    book["CARE"]["D8"] = "Good"
    book.save(path)

    result = run("load", "CAF-2025", path, *BY)

    assert result.exit_code == 1
    assert "organisation!D8: A1.a cannot be partly achieved" in result.stderr
    assert "CARE!D8: “Good” is no level" in result.stderr


def test_a_plan_is_kept_at_the_terminal():
    added = run(
        *("remediation", "add", "CAF-2025", "--what", "Patch", "--outcome", "B4.d"),
        *("--system", "CARE", "--owner", "Head of ICT", "--due", "2026-10-01"),
        *("--pounds", "12.50", *BY),
    )
    assert added.exit_code == 0, added.output
    run("remediation", "progress", "CAF-2025", 3, "--said", "Half", *BY)
    assert rows("remediation", "list", "CAF-2025")[2]["state"] == "overdue"
    run("remediation", "progress", "CAF-2025", 3, "--done", "--evidence", "Scan", *BY)
    assert rows("remediation", "list", "CAF-2025")[2]["state"] == "waiting"
    own = run("remediation", "accept", "CAF-2025", 3, "--accepted-by", "Head of ICT", *BY)
    assert "Its owner cannot accept it" in own.stderr
    run("remediation", "accept", "CAF-2025", 3, "--accepted-by", "Internal audit", *BY)
    found = rows("remediation", "list", "CAF-2025")[2]
    assert (found["state"], found["pounds"], found["accepted_on"]) == (
        "done",
        "12.50",
        "2026-10-12",
    )
    assert rows("remediation", "list", "CAF-2025", "--as-at", "2026-10-11")[2]["state"] == "overdue"


def test_an_assessment_is_recorded_and_compared_across_versions():
    made_one = run(
        *("assess", "CAF-2026", "--title", "Of 2026", "--framework", "CAF v4.0"),
        *("--system", "CARE", "--begun-on", "2026-10-01", *BY),
    )
    assert made_one.exit_code == 0, made_one.output
    kept = one(facts.Assessment, number_at(), code="CAF-2026")
    assert (kept.visibility, kept.paragraphs) == (facts.Visibility.EXEMPT, (3, 7))
    assert "would help those who attack it" in kept.public_interest
    put(made.answer("A1.a", made.N, assessment="CAF-2026"))
    turns = {(r["before"], r["after"]): r["turn"] for r in rows("compare", "CAF-2025", "CAF-2026")}
    assert turns["A1.a", "A1.a"] == "worse"
    assert turns["A2.b", "A2.c"] == "new"
    assert turns["", "A2.b"] == "new"


def test_somebody_whose_role_does_not_keep_assessments_is_refused(officer):
    result = run(
        *("assess", "X", "--title", "X", "--framework", "CAF v4.0"),
        *("--begun-on", "2026-10-01", "--by", "a.patel"),
    )

    assert result.exit_code == 1
