"""Licences at the terminal: from two extracts to a position, a statement and its refusal."""

import csv
import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import time_machine

from factories.licence_files import (
    ENTITLEMENTS,
    OWNED,
    ask,
    attending,
    in_use,
    reconcile,
    run,
    write,
)
from scrutable.audit import reads as audit
from scrutable.housekeeping import reads

pytestmark = pytest.mark.django_db
AS_AT = date(2026, 9, 30)
SHORT = "Two kinds of licence are short, which would cost £196,310.50 to put right."
OVER = "Two kinds of licence are more than used, at £37,800 a year and one not priced."
SIGNED = ("--not-assessed", "Odd Tool, of two users", "--signed-by", "Priya Nair", "--post", "CFO")


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path / "data"
    with time_machine.travel(datetime(2026, 10, 12, 9, tzinfo=UTC), tick=False):
        yield tmp_path


def by_product(rows):
    return {(one["product"], one["metric"]): one for one in rows}


def test_forty_cores_are_short_and_nine_hundred_seats_are_over(folder):
    result = reconcile(folder, AS_AT, tags=[f"lt{at:04}" for at in range(4200)])

    assert result.exit_code == 1, result.output
    answer = run("position", "--format", "json", by="")
    found = by_product(json.loads(answer.stdout))
    assert answer.exit_code == 1
    database = found["Database Enterprise", "core"]
    assert [database[name] for name in ("entitled", "used", "short", "state")] == [
        120, 160, 40, "short",
    ]  # fmt: skip
    assert database["to_put_right_pounds"] == "196000"
    assert database["priced_by"] == "DB-2019"
    meetings = found["Video Meetings", "user"]
    assert (meetings["over"], meetings["surplus_a_year_pounds"]) == (900, "37800")
    drawing = found["Drawing Suite", "user"]
    assert (drawing["entitled"], drawing["short"], drawing["idle"]) == (0, 1, 1)
    assert drawing["to_put_right_pounds"] == "310.5"
    assert found["Map Server", "concurrent"]["surplus_a_year_pounds"] is None
    assert answer.stderr.splitlines() == [
        f"{SHORT} {OVER}",
        "Assessed: 4 of 5 products in use (80%).",
        "Inventoried: 4,100 of 4,200 devices (97%).",
        "Not assessed: Odd Tool (unrecognised, 2 rows)",
    ]


def test_the_findings_are_kept_with_what_each_costs(folder):
    reconcile(folder, AS_AT)

    found = reads.findings(audit.number_at(), part="licences")
    names = reads.things([one.thing for one in found])

    assert {(names[one.thing].key, one.fault, one.pence) for one in found} == {
        ("database enterprise by core", "short", 19_600_000),
        ("drawing suite by user", "short", 31_050),
        ("map server by concurrent", "over", None),
        ("video meetings by user", "over", 3_780_000),
    }


def test_a_product_that_the_council_records_is_assessed_from_then_on(folder):
    reconcile(folder, AS_AT)
    done = run("product", "Odd Tool Pro", "--also", "odd tool", "--metric", "user")
    assert (done.exit_code, done.stdout) == (0, "product/Odd Tool Pro is recorded.\n")

    reconcile(folder, AS_AT)

    found = by_product(ask("position"))["Odd Tool Pro", "user"]
    assert (found["entitled"], found["used"], found["short"]) == (0, 2, 2)
    assert found["to_put_right_pounds"] is None
    assert "and one not priced" in run("position", by="").stderr


def test_a_name_of_two_products_is_refused():
    run("product", "Odd Tool", "--also", "Tool")

    refused = run("product", "TOOL")

    assert refused.exit_code == 1
    assert (
        "“TOOL” is a name of Odd Tool already; take it away from one of the two" in refused.stderr
    )


@pytest.mark.parametrize(
    ("says", "more", "fault"),
    [
        ("none", SIGNED, "2 kinds of licence are short; say that there are liabilities"),
        ("some", ("--not-assessed", " ", *SIGNED[2:]), "What was not assessed is missing"),
        ("some", (*SIGNED, "--on", "2026-09-29"), "No licences are reconciled yet"),
        ("some", (*SIGNED, "--on", "2026-10-13"), "13 October 2026 is to come"),
    ],
)
def test_what_cannot_be_signed_is_refused(folder, says, more, fault):
    reconcile(folder, AS_AT)
    before = audit.number_at()

    refused = run("sign", "--says", says, *more)

    assert refused.exit_code == 1
    assert fault in refused.stderr
    assert audit.number_at() == before


def test_a_statement_stays_as_it_was_signed_when_the_position_changes(folder):
    covered = [OWNED[1]]
    reconcile(folder, AS_AT, owned=covered, used=list(attending(4100)))
    signed = run("sign", "--says", "none", *SIGNED)
    assert signed.stdout == (
        "licence-statement/1 is signed: As at 30 September 2026, the council has no licensing "
        "liabilities in what was assessed, which is 1 of 1 product in use (100%).\n"
    )
    assert [one["agrees"] for one in ask("statements")] == [True]

    reconcile(folder, date(2026, 10, 11), owned=covered, used=list(attending(5001)))

    [one] = ask("statements")
    assert (one["says"], one["short"], one["agrees"]) == ("none", 0, False)
    assert one["signed_by"] == "Priya Nair"
    assert [two["agrees"] for two in ask("statements", "--as-at", "2026-10-10")] == []


def test_nothing_is_signed_of_a_position_that_is_not_there(folder):
    refused = run("sign", "--says", "none", *SIGNED)

    assert refused.exit_code == 1
    assert "No licences are reconciled yet. Take an extract of entitlements" in refused.stderr
    assert run("position", by="").exit_code == 1


def test_only_deployments_make_no_position(folder):
    reconcile(folder, AS_AT, used=in_use(people=1))
    later = date(2026, 10, 1)
    run("take", folder / "deployments.csv", "--as-at", later)

    assert run("reconcile", "--as-at", later).exit_code == 1
    assert ask("position", "--as-at", later)[0]["used"] == 160


def test_odd_rows_of_either_extract_are_refused_with_their_reason(folder):
    odd = [
        ("A1", "P", "per elephant", "5", "", "", "", "", ""),
        ("A1", "P", "user", "-5", "", "", "", "", ""),
        ("A1", "P", "user", "5.5", "", "", "", "", ""),
        ("A1", "P", "user", "5.0", "", "", "", "", ""),
        ("A1", "", "user", "5", "", "", "", "", ""),
        ("A1", "P" * 301, "user", "5", "", "", "", "", ""),
        ("A1", "P", "user", "5", "", "", "", "", "9999999999999999.99"),
    ]
    path = write(folder / "entitlements.csv", ENTITLEMENTS, odd)

    result = run("take", path, "--as-at", AS_AT, "--format", "json")

    with Path(json.loads(result.stdout)[0]["refused_rows"]).open(encoding="utf-8") as file:
        refused = [one["why"] for one in csv.DictReader(file)]
    assert result.exit_code == 1
    assert refused == [
        "the metric “per elephant” is no metric: user, device, core or concurrent",
        "the quantity “-5” is no whole number such as 1,250",
        "the quantity “5.5” is no whole number such as 1,250",
        "the product is missing",
        "the product has more than 300 letters",
        "the one-off price “9999999999999999.99” is no sum of money such as 1,234.56",
    ]


@pytest.mark.parametrize(
    "line",
    [
        ("A1", "Database Enterprise", "core", "999999999", "999999999", "", "", "", ""),
        ("A1", "Database Enterprise", "core", "1", "1", "", "", "", "9999999999999.99"),
    ],
)
def test_what_no_council_has_is_refused_in_a_sentence(folder, line):
    result = reconcile(folder, AS_AT, owned=[line], used=in_use(people=0)[:10])

    assert result.exit_code == 1
    assert "The licences of Database Enterprise come to more than can be kept." in result.stderr
    assert run("position", by="").exit_code == 1
