"""Benefits by terminal: listed, measured, refused with every fault."""

import json
from datetime import UTC, datetime

import pytest
import time_machine
from click.testing import CliRunner

from factories.benefit_facts import benefit, measured
from factories.project_facts import project
from scrutable.audit.reads import number_at
from scrutable.portfolio import models, reads, writes
from scrutable.portfolio.cli import group

LATER = "give that day or a later one"
TODAY = datetime(2026, 6, 30, 9, tzinfo=UTC)
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("officer")]
MEASURED = (
    *("measure", "203-1", "--on", "2026-04-01", "--value", "£150,000", "--pounds", "50000"),
    *("--source", "Ledger", "--measured-by", "F. Inance", "--by", "a.patel"),
)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture(autouse=True)
def _benefits(at):
    for number in ("203", "213"):
        writes.record_project(project=project(number), by="a.patel", at=at)
        writes.record(of=benefit(f"{number}-1"), by="a.patel", at=TODAY)


def run(*said):
    return CliRunner().invoke(group, said)


def test_benefits_are_listed_with_where_they_stand_and_what_counts():
    writes.record(of=measured(benefit(), "2026-04-01", "130000"), by="a.patel", at=TODAY)
    answer = run("benefits", "--as-at", "2026-05-01", "--format", "json")
    rows = json.loads(answer.stdout)

    assert answer.exit_code == 0
    assert [(row["benefit"], row["standing"], row["counted"]) for row in rows] == [
        ("203-1", "not_realised", True),
        ("213-1", "not_measured", False),
    ]
    assert (rows[0]["measured"], rows[0]["percent"], rows[0]["taken"]) == ("130000", "87.5", None)
    assert rows[1]["since"] == "2025-04-01"
    assert answer.stderr == "203-1 and 213-1 look like one saving: it counts once.\n"
    own = run("benefits", "--project", "213", "--format", "csv").stdout.splitlines()
    assert len(own) == 2
    assert own[1].startswith("213-1,Less printing,213,cashable,P. Quayle,200000,120000,2026-04-01")


def test_a_project_that_is_not_there_is_said():
    answer = run("benefits", "--project", "999")

    assert answer.exit_code == 1
    assert "There is no project 999" in answer.stderr


def test_what_was_measured_is_recorded_and_corrected_by_the_same_day():
    first = run(*MEASURED, "--format", "json")
    again = run(*[said.replace("50000", "45000") for said in MEASURED])
    checked = run(*MEASURED, "--verified-by", "A. Udit", "--verified-on", "2026-06-01")

    assert (first.exit_code, again.exit_code, checked.exit_code) == (0, 0, 0)
    assert json.loads(first.stdout)[0]["pounds"] == "50000"
    assert models.Measurement.objects.count() == 3
    one = reads.benefits_found(TODAY.date(), number_at(), project="203").standings[0]
    assert (str(one.realised), str(one.verified)) == ("50000", "50000")


def test_every_fault_is_said_and_nothing_is_stored():
    answer = run(
        *("measure", "203-1", "--on", "2026-07-01", "--value", "1", "--measured-by", "F. Inance"),
        *("--verified-by", "F. Inance", "--verified-on", "2026-06-01", "--by", "a.patel"),
    )

    assert answer.exit_code == 1
    assert answer.stderr.splitlines() == [
        "--source: The value has no source; say where it is from",
        "--verified-by: F. Inance measured it too; have somebody else verify it",
        f"--verified-on: It was verified before it was measured on 1 July 2026; {LATER}",
        "--on: 1 July 2026 is to come; give 30 June 2026 or an earlier day",
        "Error: Nothing was recorded: 4 faults.",
    ]
    assert models.Measurement.objects.count() == 0


@pytest.mark.parametrize(
    ("said", "code", "why"),
    [
        (("measure", "203-9", *MEASURED[2:]), 1, "There is no benefit 203 9"),
        ((*MEASURED[:5], "many", *MEASURED[6:]), 2, "“many” is not a number such as 92.5"),
        ((*MEASURED[:5], "NaN", *MEASURED[6:]), 2, "“NaN” is not a number such as 92.5"),
        ((*MEASURED[:-1], "nobody"), 1, "nobody"),
    ],
)
def test_what_cannot_be_is_refused(said, code, why):
    answer = run(*said)

    assert answer.exit_code == code
    assert why in answer.stderr
    assert models.Measurement.objects.count() == 0
