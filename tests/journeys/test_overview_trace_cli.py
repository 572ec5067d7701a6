"""An auditor follows July's misprint from the terminal."""

import csv
import io
import json

import pytest
from click.testing import CliRunner

from scrutable.overview.cli import search, trace

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("westmere")]
MISPRINT = "kpi/CSS/CSC_KPI_09/2026-07"


def test_the_misprint_is_told_with_its_cells_its_reason_and_the_report_that_printed_it():
    outcome = CliRunner().invoke(trace, [MISPRINT])

    assert outcome.exit_code == 0
    told = outcome.stdout
    assert "35%, the last of 4 versions. 1 frozen report printed it" in told
    assert "Cell Return!F22; file/" in told
    assert "The addendum printed 53% for 35%" in told
    assert "edition/CSS-2026-2" in told


def test_the_same_as_json_and_csv():
    as_json = CliRunner().invoke(trace, [MISPRINT, "--format", "json"])
    as_csv = CliRunner().invoke(trace, [MISPRINT, "--format", "csv"])

    steps = json.loads(as_json.stdout)["steps"]
    rows = list(csv.reader(io.StringIO(as_csv.stdout)))
    assert len(rows) == len(steps) + 1
    assert {step["layer"] for step in steps} == {"record", "file", "return", "version", "use"}


def test_before_the_correction_there_was_none():
    outcome = CliRunner().invoke(trace, [MISPRINT, "--known-at", "2026-09-20T09:00"])

    assert "53%, the last of 3 versions" in outcome.stdout
    assert "misprint" not in outcome.stdout


def test_what_is_not_there_is_named():
    outcome = CliRunner().invoke(trace, ["kpi/CSS/CSC_KPI_99/2026-07"])

    assert outcome.exit_code == 1
    assert "CSC_KPI_99" in outcome.stderr


def test_searching_by_words():
    outcome = CliRunner().invoke(search, ["contacts", "online", "--format", "json"])

    assert "kpi/CSS/CSC_KPI_09" in [hit["reference"] for hit in json.loads(outcome.stdout)]
