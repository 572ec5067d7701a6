import csv
import io
import json
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from scrutable.work.cli import group, progress_bar
from scrutable.work.models import Job

AT = datetime(2026, 10, 12, 8, tzinfo=UTC)


@pytest.fixture
def job(db):
    return Job.objects.create(
        title="Build CSS-2026-3",
        asked_by="a.patel",
        asked_at=AT,
        state="finished",
        outcome="4 files made",
    )


def test_jobs_as_json(job):
    outcome = CliRunner().invoke(group, ["jobs", "--format", "json"])

    assert outcome.exit_code == 0
    assert json.loads(outcome.stdout) == [
        {
            "reference": f"job/{job.pk}",
            "title": "Build CSS-2026-3",
            "asked_by": "a.patel",
            "asked_at": "12 October 2026, 9:00am",
            "state": "Done",
            "progress": "",
            "outcome": "4 files made",
        }
    ]


def test_jobs_as_csv(job):
    outcome = CliRunner().invoke(group, ["jobs", "--format", "csv"])

    (row,) = csv.DictReader(io.StringIO(outcome.stdout))
    assert (row["reference"], row["state"]) == (f"job/{job.pk}", "Done")


def test_jobs_as_a_table(job):
    outcome = CliRunner().invoke(group, ["jobs"])

    assert outcome.exit_code == 0
    assert "Outcome" in outcome.stdout


def test_misuse_exits_2():
    assert CliRunner().invoke(group, ["jobs", "--format", "xml"]).exit_code == 2


def test_a_terminal_shows_a_bar_on_stderr_alone(capsys, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")

    with progress_bar("Checking") as progress:
        progress(12, 46, "Reading september.xlsx")

    shown = capsys.readouterr()
    assert shown.out == ""
    assert "Reading september.xlsx" in shown.err
    assert "12/46" in shown.err


def test_where_nobody_watches_nothing_is_shown(capsys):
    with progress_bar("Checking") as progress:
        progress(12, 46, "Reading september.xlsx")

    assert capsys.readouterr() == ("", "")
