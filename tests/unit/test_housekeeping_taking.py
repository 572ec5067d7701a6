"""Extracts as councils send them, and as they should not: every row is kept or has its reason."""

import csv
from datetime import date
from pathlib import Path

import duckdb
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrutable.housekeeping.facts import ExtractKind, Taken
from scrutable.housekeeping.intake.taking import Asked, take

AS_AT = date(2026, 9, 30)
HEAD = "Employee No,E-mail,Name,Leaving date\n"


def taken(tmp_path, content, *, kind=ExtractKind.STAFF, name="staff.csv", **asked):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    said = {"mapping": {}, **asked}
    return take(path, Asked(kind=kind, as_at=AS_AT, name=name, **said), tmp_path / "kept")


def kept(found):
    read = (
        "SELECT * EXCLUDE (at_row) FROM read_parquet(?, hive_partitioning = false) ORDER BY at_row"
    )
    return duckdb.execute(read, [found.snapshot]).fetchall()


def refused(found):
    with Path(found.refused_rows).open(encoding="utf-8", newline="") as file:
        return [(int(row["line"]), row["why"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_usual_delimiter_and_encoding_is_read_alike(tmp_path, delimiter, encoding, end):
    lines = ["Employee No|E-mail|Name|Leaving date", "E007|z@x.gov.uk|Zoë Ward|30/09/2026"]
    text = end.join(line.replace("|", delimiter) for line in lines) + end

    found = taken(tmp_path, text.encode(encoding))

    assert kept(found) == [("E007", "z@x.gov.uk", "Zoë Ward", date(2026, 9, 30))]


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("30/09/2026", date(2026, 9, 30)),
        ("01/02/2026", date(2026, 2, 1)),
        ("2026-02-01", date(2026, 2, 1)),
        ("01-Feb-2026", date(2026, 2, 1)),
        ("1 February 2026", date(2026, 2, 1)),
        ("01/02/2026 17:30", date(2026, 2, 1)),
        ("2026-02-01T23:59:59Z", date(2026, 2, 1)),
        ("29/02/2024", date(2024, 2, 29)),
    ],
)
def test_days_are_read_day_first_and_never_guessed(tmp_path, said, day):
    assert kept(taken(tmp_path, f"{HEAD}E1,a@x,Ann,{said}\n"))[0][3] == day


def test_an_american_export_says_so(tmp_path):
    found = taken(tmp_path, f"{HEAD}E1,a@x,Ann,02/28/2026\n", month_first=True)

    assert kept(found)[0][3] == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("E1,a@x,Ann,31/11/2026", "the leaving date “31/11/2026” is no date"),
        ("E1,a@x,Ann,29/02/2026", "the leaving date “29/02/2026” is no date"),
        ("E1,a@x,,", "the name is missing"),
        ("E1,a@x,,yesterday", "the name is missing; the leaving date “yesterday” is no date"),
        ("E1,a@x", "the row has fewer values than there are headings"),
        ("E1,a@x,Ann,,more", "the row has more values than there are headings"),
        ('E1,"a@x,Ann,', "a quotation mark in the row is not closed"),
        ("Employee No,E-mail,Name,Leaving date", "the leaving date “Leaving date” is no date"),
    ],
)
def test_a_bad_row_is_set_aside_with_its_line_and_reason_and_the_next_is_kept(tmp_path, row, why):
    found = taken(tmp_path, f"{HEAD}{row}\nE2,b@x,Bob,\n")

    assert (found.rows, found.kept, found.refused) == (2, 1, 1)
    assert refused(found) == [(2, why)]
    assert [name for _, _, name, _ in kept(found)] == ["Bob"]


def test_lines_are_counted_as_an_editor_counts_them(tmp_path):
    text = f'Staff at 30 September\n\n{HEAD}E1,a@x,"Ann\nMarsh",\n\nE2,b@x,Bob,32/01/2026\n'

    found = taken(tmp_path, text)

    assert refused(found) == [(7, "the leaving date “32/01/2026” is no date")]
    assert kept(found)[0][2] == "Ann\nMarsh"


def test_two_encodings_in_one_file_are_both_read_and_said(tmp_path):
    found = taken(tmp_path, HEAD.encode() + b"E1,a@x,Jos\xe9,\nE2,b@x,Jos\xc3\xa9,\n")

    assert [row[2] for row in kept(found)] == ["José", "José"]
    assert found.notices == ("1 lines are no UTF-8 and were read as Windows-1252: 2",)


def test_a_council_s_own_headings_come_first(tmp_path):
    text = "Who,Surname of,Name,Leaving date\nE1,Marsh,Wrong,\n"

    found = taken(tmp_path, text, mapping={"name": "Surname of", "number": "Who"})

    assert kept(found) == [("E1", "", "Marsh", None)]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "The file is empty; export it again"),
        (b"a,b\n1,2\n", "No column for the name among the headings (a, b)"),
        (HEAD.encode(), "There is no row below the headings"),
        (b"PAR1 and then nothing", "The file cannot be read"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1more", "This is an old or locked workbook"),
        (b"PK\x03\x04broken", ""),
        (b"Name,Name,Leaving date\nA,B,\n", "The heading “name” stands twice"),
    ],
)
def test_a_file_that_is_none_leaves_nothing_behind(tmp_path, content, said):
    found = taken(tmp_path, content)

    assert said in " ".join(map(str, found))
    assert list((tmp_path / "kept").iterdir()) == []


def test_a_bad_file_leaves_the_last_good_snapshot_as_it_was(tmp_path):
    good = taken(tmp_path, f"{HEAD}E1,a@x,Ann,\n")

    assert not isinstance(taken(tmp_path, f"{HEAD}E1,a@x,,\n"), Taken)

    assert [row[2] for row in kept(good)] == ["Ann"]


def test_parquet_is_read_with_its_rows_numbered(tmp_path):
    path = tmp_path / "accounts.parquet"
    duckdb.sql(
        f"COPY (SELECT 'a' AS \"User Name\", DATE '2026-09-01' AS \"Last logon\", true AS Enabled,"
        f" 'b@x' AS UPN) TO '{path}' (FORMAT parquet)"
    )

    found = taken(tmp_path, path.read_bytes(), kind=ExtractKind.ACCOUNTS, name="accounts.parquet")

    assert kept(found) == [("a", "", "b@x", "", "person", True, date(2026, 9, 1), None)]


def test_parquet_cut_short_is_refused(tmp_path):
    path = tmp_path / "staff.parquet"
    duckdb.sql(f"COPY (SELECT 'A' AS Name) TO '{path}' (FORMAT parquet)")

    found = taken(tmp_path, path.read_bytes()[:-9], name="staff.parquet")

    assert "The file cannot be read" in str(found[0])


def test_a_workbook_is_read_by_its_largest_sheet(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["Notes"])
    sheet = book.create_sheet("Staff")
    sheet.append(["Staff at 30 September"])
    sheet.append(["Employee No", "E-mail", "Name", "Leaving date"])
    sheet.append([7, "a@x", "Ann", date(2026, 9, 30)])
    sheet.append([8, "b@x", None, None])
    sheet.append(["#N/A", "c@x", "Cat", None])
    sheet["A5"].data_type = "e"
    path = tmp_path / "made.xlsx"
    book.save(path)

    found = taken(tmp_path, path.read_bytes(), name="staff.xlsx")

    assert kept(found) == [("7", "a@x", "Ann", date(2026, 9, 30))]
    assert refused(found) == [
        (4, "the name is missing"),
        (5, "the formula in Employee No gives no value"),
    ]


ORDERS = "PO number,Supplier,Order date,Value,Approver\n"


@pytest.mark.parametrize(
    ("said", "pence"),
    [
        ("1234.56", 123_456),
        ('"£1,234.56"', 123_456),
        ('"1,234,567"', 123_456_700),
        ("-26123.45", -2_612_345),
        ("(10.5)", -1_050),
        ("0", 0),
        ("£0.29", 29),
    ],
)
def test_money_is_kept_as_pence(tmp_path, said, pence):
    found = taken(tmp_path, f"{ORDERS}PO1,Acme,04/05/2026,{said},Ann\n", kind=ExtractKind.ORDERS)

    assert kept(found) == [("PO1", "Acme", date(2026, 5, 4), pence, "Ann", "", "")]


@pytest.mark.parametrize("said", ['"£681,839,00"', "12.345", "1 000", "ten", "1.234,56", "£", "-"])
def test_a_sum_that_could_be_two_is_none(tmp_path, said):
    text = f"{ORDERS}PO1,Acme,04/05/2026,{said},Ann\nPO2,Acme,04/05/2026,1,Ann\n"
    if said == "1.234,56":
        text = text.replace(said, f'"{said}"')

    found = taken(tmp_path, text, kind=ExtractKind.ORDERS)

    value = said.strip('"')
    assert refused(found) == [(2, f"the value “{value}” is no sum of money such as 1,234.56")]


cell = st.text(st.characters(codec="utf-8", exclude_characters="\r\n\0"), max_size=8)


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(st.lists(cell, min_size=4, max_size=4), min_size=1, max_size=6))
def test_whatever_is_written_as_csv_is_kept_or_refused_and_never_lost(tmp_path_factory, rows):
    tmp_path = tmp_path_factory.mktemp("any")
    path = tmp_path / "any.csv"
    with path.open("w", encoding="utf-8", newline="") as out:
        out.write(HEAD)
        csv.writer(out, lineterminator="\n").writerows([*rows, ["E1", "a@x", "Ann", ""]])

    found = take(
        path, Asked(kind=ExtractKind.STAFF, as_at=AS_AT, name="any.csv", mapping={}), tmp_path / "k"
    )

    blank = sum(not "".join(row).strip() and all(not c.strip() for c in row) for row in rows)
    assert found.rows >= len(rows) + 1 - blank
    assert kept(found)[-1] == ("E1", "a@x", "Ann", None)
