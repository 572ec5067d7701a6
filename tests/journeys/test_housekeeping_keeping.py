"""What is kept of extracts: saved mappings, the last good rows, and for how long."""

import csv
import json
from datetime import UTC, date, datetime
from os import utime

import pytest
from click.testing import CliRunner

from scrutable.audit.reads import number_at
from scrutable.housekeeping import intake
from scrutable.housekeeping.cli import group
from scrutable.housekeeping.facts import Extract, ExtractKind
from scrutable.records.reads import one, versions

pytestmark = pytest.mark.django_db
AS_AT = date(2026, 9, 30)
STAFF = ("Employee No", "E-mail", "Name", "Leaving date")
ACCOUNTS = ("Login", "Employee No")
OURS = '[staff]\nnumber = "Ref"\nname = "Who"\nleft_on = "Out"\n'


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path / "data"
    return tmp_path


def ask(*words):
    return CliRunner().invoke(group, [str(word) for word in words])


def run(*words):
    return ask(*words, "--by", "b.khan")


def write(path, head, rows):
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([head, *rows])
    return path


def rows_that_lie(folder):
    return sorted(
        path.relative_to(folder / "data/extracts").parts[:2]
        for path in (folder / "data/extracts").rglob("rows.parquet")
    )


def wrong(folder):
    result = run("reconcile", "--as-at", AS_AT, "--format", "json")
    return {
        row["line"]: row["number"]
        for row in json.loads(result.stdout)
        if row["line"].startswith("wrong")
    }


def saved(folder, text=OURS, *more):
    path = folder / "ours.toml"
    path.write_text(text, encoding="utf-8")
    return run("mapping", "payroll", path, *more)


def test_a_saved_mapping_names_the_council_s_own_headings(folder):
    path = write(folder / "staff.csv", ("Ref", "Who", "Out"), [("E1", "Ann", "09/02/2026")])

    assert saved(folder, OURS, "--month-first").stdout == (
        "mapping/staff/payroll is saved: 3 headings\n"
    )
    assert run("take", path, "--as-at", AS_AT, "--map", "payroll").exit_code == 0

    kept = one(Extract, number_at(), kind=ExtractKind.STAFF, as_at=AS_AT)
    assert dict(kept.columns) == {"number": "Ref", "name": "Who", "left_on": "Out"}
    listed = ask("mappings", "--format", "csv").stdout.splitlines()
    assert listed == [
        "name,extract,column,heading,month_first",
        "payroll,staff,number,Ref,yes",
        "payroll,staff,name,Who,yes",
        "payroll,staff,left_on,Out,yes",
    ]


@pytest.mark.parametrize("text", ["", "[staff", '[people]\nname = "x"\n', 'staff = "x"\n'])
def test_a_mapping_that_is_none_is_refused(folder, text):
    assert saved(folder, text).exit_code == 2


def test_a_mapping_of_a_column_that_is_not_read_is_refused(folder):
    result = saved(folder, '[staff]\nshoes = "Size"\n')

    assert result.exit_code == 1
    assert "Staff have no column called “shoes”; use one of number, address" in result.stderr


def test_a_mapping_that_nobody_saved_is_named(folder):
    path = write(folder / "staff.csv", STAFF, [("E1", "a@x", "Ann", "")])

    result = run("take", path, "--as-at", AS_AT, "--map", "payroll")

    assert result.exit_code == 1
    assert "No mapping is called “payroll”. Save one with" in result.stderr


def test_until_a_new_extract_is_recorded_the_one_before_answers(folder):
    staff = write(folder / "staff.csv", STAFF, [("E1", "a@x", "Ann", "")])
    accounts = write(folder / "accounts.csv", ACCOUNTS, [("ann", "1"), ("bob", "2")])
    run("take", staff, accounts, "--as-at", AS_AT)
    assert wrong(folder) == {"wrong: nobodys": 1}

    write(accounts, ACCOUNTS, [("ann", "1"), ("bob", "2"), ("cat", "3")])
    asked = intake.Asked(kind=ExtractKind.ACCOUNTS, as_at=AS_AT, name="accounts.csv", mapping={})
    intake.take(accounts, asked, folder / "data/extracts")  # and killed before it is recorded

    assert wrong(folder) == {"wrong: nobodys": 1}
    run("take", accounts, "--as-at", AS_AT)
    assert wrong(folder) == {"wrong: nobodys": 2}
    assert rows_that_lie(folder) == [
        ("accounts", "as_at=2026-09-30"),
        ("staff", "as_at=2026-09-30"),
    ]


def test_the_rows_of_an_extract_go_after_the_council_s_days_and_its_record_stays(folder):
    staff = write(folder / "staff.csv", STAFF, [("E1", "a@x", "Ann", "")])
    for day in (date(2026, 6, 30), AS_AT):
        run("take", staff, "--as-at", day)

    kept = run("retain", "--as-at", date(2026, 9, 28), "--format", "json")
    assert json.loads(kept.stdout) == []

    result = run("retain", "--as-at", date(2026, 9, 29), "--format", "json")

    assert json.loads(result.stdout) == [
        {
            "extract": "staff",
            "as_at": "2026-06-30",
            "name": "staff.csv",
            "rows": 1,
            "deleted_on": "2026-09-29",
        }
    ]
    assert result.stderr == "The rows of 1 extract are deleted as at 29 September 2026\n"
    assert rows_that_lie(folder) == [("staff", "as_at=2026-09-30")]
    first, last = versions(Extract, number_at(), kind=ExtractKind.STAFF, as_at=date(2026, 6, 30))
    assert (first.deleted_on, last.deleted_on) == (None, date(2026, 9, 29))
    assert last.sha256 == first.sha256


def test_what_no_record_names_goes_once_it_is_a_day_old(folder):
    staff = write(folder / "staff.csv", STAFF, [("E1", "a@x", "Ann", "")])
    run("take", staff, "--as-at", AS_AT)
    extracts = folder / "data/extracts"
    stray = extracts / "staff/as_at=2026-09-30/0123456789abcdef"
    sent, new = extracts / ".sent-old", extracts / ".sent-new"
    for place in (stray, sent, new):
        place.mkdir()
        (place / "rows.parquet").touch()
    long_ago = datetime(2026, 1, 1, tzinfo=UTC).timestamp()
    for place in (stray, sent, *stray.parent.iterdir()):
        utime(place, (long_ago, long_ago))

    ask("retain", "--as-at", AS_AT)

    assert not stray.exists()
    assert not sent.exists()
    assert new.exists()
    assert len(rows_that_lie(folder)) == 2
