"""Trends and initiatives at the terminal."""

import csv
import io
import json
from datetime import UTC, date, datetime

import pytest
import time_machine
from click.testing import CliRunner

from factories.estate_facts import accounts_file, staff_file
from scrutable.housekeeping.cli import group

pytestmark = pytest.mark.django_db
DAYS = (date(2026, 8, 31), date(2026, 9, 30))
ADD = (
    *("initiatives", "add", "ACC-1", "--title", "Fewer leavers’ accounts", "--part", "accounts"),
    *("--counts", "line", "--name", "leaver", "--owner", "Head of IT", "--baseline", "2"),
    *("--baseline-on", "2026-08-31", "--target", "0", "--due", "2026-12-31"),
    *("--each", "48.50", "--priced-by", "contract/M365", "--by", "b.khan"),
)


@pytest.fixture(autouse=True)
def council(settings, tmp_path):
    settings.DATA_DIR = tmp_path / "data"
    with time_machine.travel(datetime(2026, 10, 2, 9, tzinfo=UTC), tick=False):
        for day, left in zip(DAYS, (2, 1), strict=True):
            staff = staff_file(tmp_path / "staff.csv")
            accounts = accounts_file(tmp_path / "accounts.csv", left=left)
            run("take", staff, accounts, "--as-at", day, "--by", "b.khan")
            run("reconcile", "--as-at", day, "--by", "b.khan")
        yield


def run(*words):
    return CliRunner().invoke(group, [str(word) for word in words])


def test_a_trend_is_every_line_fault_and_change_by_snapshot():
    result = run("trend", "--format", "json")
    rows = [row for row in json.loads(result.stdout) if row["as_at"] == "2026-09-30"]
    said = {(row["what"], row["name"]): row["number"] for row in rows}

    assert result.exit_code == 0
    assert said["line", "leaver"] == 1
    assert said["sum", "all"] == 10
    assert said["sum", "people"] == 6
    assert said["wrong", "leaver_open"] == 1
    assert said["changed", "gone"] == 1
    assert result.stderr == "2 findings of accounts, fewer than the 3 of 31 August 2026.\n"


def test_a_trend_ends_on_the_day_asked_and_of_nothing_is_empty():
    one = csv.DictReader(
        io.StringIO(run("trend", "--as-at", "2026-09-29", "--format", "csv").stdout)
    )

    assert {row["as_at"] for row in one} == {"2026-08-31"}
    assert run("trend", "--part", "orders").stderr == "No snapshot of orders is kept.\n"
    assert run("trend", "--part", "people").exit_code == 2


def test_an_initiative_is_added_listed_and_shown():
    added = run(*ADD)
    listed = json.loads(run("initiatives", "list", "--format", "json").stdout)
    shown = json.loads(run("initiatives", "show", "ACC-1", "--format", "json").stdout)

    assert (added.exit_code, added.stderr) == (0, "initiative/ACC-1 is recorded\n")
    assert listed[0]["measure"] == "accounts/line/leaver"
    assert (listed[0]["state"], listed[0]["percent"]) == ("on_track", 50)
    assert listed[0]["saved_a_year"] == "48.50"
    assert [(row["as_at"], row["measured"], row["line"]) for row in shown] == [
        ("2026-08-31", "2", "2"),
        ("2026-09-30", "1", "1"),
    ]


def test_what_is_no_initiative_is_refused_in_a_sentence():
    wrong = run(*("3" if word == "2" else word for word in ADD))
    odd = run(*("2.5" if word == "2" else word for word in ADD))

    assert wrong.exit_code == 1
    assert "The snapshot as at 31 August 2026 says 2, not 3" in wrong.stderr
    assert odd.exit_code == 2
    assert "--baseline is 2.5: give a whole number." in odd.stderr
    assert run("initiatives", "show", "none").exit_code == 1


def test_who_may_not_manage_the_estate_records_nothing(member):
    result = run(*("c.osei" if word == "b.khan" else word for word in ADD))

    assert result.exit_code == 1
    assert json.loads(run("initiatives", "list", "--format", "json").stdout) == []
