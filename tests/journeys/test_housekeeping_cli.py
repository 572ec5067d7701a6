"""Extracts taken and reconciled at the terminal: 6,200 accounts for 5,000 staff become a sum."""

import csv
import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from scrutable.audit.reads import number_at
from scrutable.housekeeping import reads
from scrutable.housekeeping.cli import group

pytestmark = pytest.mark.django_db
AS_AT = date(2026, 9, 30)


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path / "data"
    return tmp_path


def run(*words):
    asked = [str(word) for word in words]
    return CliRunner().invoke(group, [*asked, "--by", "b.khan"])


def write(path, head, rows):
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([head, *rows])
    return path


def told(result):
    return {(row["of"], row["line"]): row["number"] for row in json.loads(result.stdout)}


STAFF = ("Employee No", "E-mail", "Name", "Leaving date")
ACCOUNTS = ("Login", "Employee No", "UPN", "Type", "Enabled", "Last sign in", "Retained until")


def big_council(tmp_path):
    """Write 5,000 at work, 159 who left, and 6,200 accounts of every kind."""
    people = [(f"E{n:05}", f"p{n}@w.example", f"Person {n}", "") for n in range(1, 5001)]
    gone = [(f"E{n + 9000}", f"l{n}@w.example", f"Left {n}", "01/06/2026") for n in range(159)]
    accounts = [(f"p{n}", f"{n:07}", "", "", "yes", "29/09/2026", "") for n in range(1, 5001)]
    for kind, number in (("shared", 412), ("service", 96), ("member", 58), ("partner", 187)):
        accounts += [(f"{kind}{n}", "", "", kind, "yes", "", "") for n in range(number)]
    for n in range(203):
        until = AS_AT - timedelta(days=1) if n < 61 else AS_AT
        accounts.append((f"kept{n}", "", "", "", "yes", "", f"{until:%d/%m/%Y}"))
    for n in range(159):
        last = "02/06/2026" if n < 11 else "01/06/2026"
        accounts.append((f"l{n}", "", f"L{n}@W.example ", "", "yes", last, ""))
    accounts += [(f"x{n}", "", f"x{n}@w.example", "", "yes", "29/09/2026", "") for n in range(85)]
    return (
        write(tmp_path / "staff.csv", STAFF, people + gone),
        write(tmp_path / "accounts.csv", ACCOUNTS, accounts),
    )


def test_six_thousand_two_hundred_accounts_become_a_sum_that_adds_up(folder):
    assert run("take", *big_council(folder), "--as-at", AS_AT).exit_code == 0

    result = run("reconcile", "--as-at", AS_AT, "--format", "json")

    assert result.exit_code == 1
    assert {line: n for (_, line), n in told(result).items()} == {
        "disabled": 0,
        "shared": 412,
        "service": 96,
        "administrator": 0,
        "member": 58,
        "partner": 187,
        "agency": 0,
        "retained": 203,
        "nobody": 85,
        "leaver": 159,
        "person": 5000,
        "second": 0,
        "all": 6200,
        "wrong: leaver_open": 159,
        "wrong: nobodys": 85,
        "wrong: retained_past": 61,
        "wrong: signed_in_after": 11,
    }
    assert result.stderr == "316 findings, 316 of them new or back again\n"


def test_each_finding_names_the_line_of_the_extract(folder):
    write(
        folder / "staff.csv", STAFF, [("E1", "a@x", "Ann", ""), ("E2", "b@x", "Bob", "01/09/2026")]
    )
    write(
        folder / "accounts.csv",
        ACCOUNTS,
        [("ann", "1", "", "", "yes", "", ""), ("bob", "0002", "", "", "yes", "02/09/2026", "")],
    )
    run("take", folder / "staff.csv", folder / "accounts.csv", "--as-at", AS_AT)

    assert run("reconcile", "--as-at", AS_AT).exit_code == 1

    found = reads.findings(number_at())
    things = reads.things([one.thing for one in found])
    assert [(one.place, one.fault, things[one.thing].key) for one in found] == [
        (3, "leaver_open", "bob"),
        (3, "signed_in_after", "bob"),
    ]


def test_refused_rows_are_counted_and_lie_beside_their_reasons(folder):
    path = write(
        folder / "people.csv", STAFF, [("E1", "a@x", "Ann", "31/11/2026"), ("E2", "", "B", "")]
    )

    result = run("take", path, "--as-at", AS_AT, "--format", "json")

    row = json.loads(result.stdout)[0]
    assert result.exit_code == 1
    assert (row["kind"], row["rows"], row["kept"], row["refused"]) == ("staff", 2, 1, 1)
    refused = Path(row["refused_rows"]).read_text(encoding="utf-8")
    assert "2,the leaving date “31/11/2026” is no date" in refused


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_taken(folder):
    good = write(folder / "staff.csv", STAFF, [("E1", "a@x", "Ann", "")])
    bad = folder / "accounts.csv"
    bad.write_text("")

    result = run("take", bad, good, "--as-at", AS_AT, "--format", "csv")

    assert result.exit_code == 1
    assert f"{bad}: The file is empty; export it again" in result.stderr
    assert "staff.csv,staff,1,1,0" in result.stdout


def test_without_an_extract_of_the_day_there_is_nothing_to_reconcile(folder):
    result = run("reconcile", "--as-at", AS_AT)

    assert result.exit_code == 1
    assert "No extract of staff was taken for 30 September 2026. Take one first." in result.stderr


def test_a_house_in_order_ends_in_nought(folder):
    staff = write(folder / "staff.csv", STAFF, [("E1", "a@x", "Ann", "")])
    accounts = write(folder / "accounts.csv", ACCOUNTS, [("ann", "1", "", "", "yes", "", "")])
    devices = write(
        folder / "devices.csv",
        ("Asset tag", "Type", "Employee No", "Last seen", "Support ends", "Encrypted"),
        [("D1", "Laptop", "1", "29/09/2026", "01/01/2030", "yes")],
    )
    run("take", staff, accounts, devices, "--as-at", AS_AT)

    result = run("reconcile", "--as-at", AS_AT, "--format", "json")

    assert result.exit_code == 0
    assert told(result)["devices", "held"] == 1
