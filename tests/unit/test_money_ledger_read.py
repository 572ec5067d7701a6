"""An extract of the ledger comes to the penny, whatever it comes as; bad rows are refused."""

from datetime import date
from decimal import Decimal

import duckdb
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from scrutable.money.facts import LedgerRead
from scrutable.money.intake.ledger import read_ledger

ROWS = [("NET", "01/04/2026", "1,234.56"), ("NET", "31/03/2026", "0.01"),
        ("DB", "30/09/2026", "-12.50"), ("DB", "02/05/2026", "(1.00)")]  # fmt: skip


def _csv(path, rows, encoding="utf-8", delimiter=";"):
    lines = [delimiter.join(("Cost centre", "Posting date", "Amount", "Text"))]
    lines += [delimiter.join((*row, "“Größe”")) for row in rows]
    path.write_bytes("\r\n".join(lines).encode(encoding, errors="replace"))


def _check(read):
    assert isinstance(read, LedgerRead)
    assert [(one.line, one.year, one.pence, one.first_on) for one in read.spent] == [
        ("DB", 2026, -1350, None),
        ("NET", 2025, 1, date(2026, 3, 31)),
        ("NET", 2026, 123456, date(2026, 4, 1)),
    ]
    assert read.spent[0].months == (0, -100, 0, 0, 0, -1250, 0, 0, 0, 0, 0, 0)
    assert [(one.year, one.rows, one.pence) for one in read.years] == [
        (2025, 1, 1),
        (2026, 3, 122106),
    ]
    assert read.refused == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_of_any_encoding(tmp_path, encoding):
    _csv(tmp_path / "a.csv", ROWS, encoding)

    _check(read_ledger(tmp_path / "a.csv", "a.csv"))


def test_a_workbook_and_parquet_come_to_the_same(tmp_path):
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ("Budget line", "Date", "Net amount"))
        for at, row in enumerate(ROWS, start=1):
            sheet.write_row(at, 0, row)
    values = ", ".join(str(row) for row in ROWS)
    duckdb.sql(f"SELECT * FROM (VALUES {values}) t(line, date, amount)").write_parquet(  # noqa: S608  (our own rows)
        str(tmp_path / "a.parquet")
    )

    _check(read_ledger(tmp_path / "a.xlsx", "a.xlsx"))
    _check(read_ledger(tmp_path / "a.parquet", "a.parquet"))


def test_rows_that_cannot_be_read_are_refused_with_place_and_reason(tmp_path):
    bad = [("", "01/04/2026", "1.00"), ("NET", "31/06/2026", "2.00"), ("NET", "", "2.005"),
           ("N T", "01/04/2026", "3.00")]  # fmt: skip
    _csv(tmp_path / "a.csv", [*ROWS, *bad])

    read = read_ledger(tmp_path / "a.csv", "a.csv")

    assert [(one.row, one.why) for one in read.refused] == [
        (6, "the budget line is missing"),
        (7, "the posting date “31/06/2026” is no day"),
        (8, "the posting date is missing; the amount “2.005” is no sum such as 1,234.56"),
        (9, "the budget line is no code"),
    ]
    assert (read.years[-1].refused, read.years[-1].refused_pence) == (4, 600)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "The file is empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "This is an old or locked workbook"),
        (b"a;b\n1;2\n", "No column for the budget line among the headings (a, b)"),
        (b"PAR1 is not all of it", "The file cannot be read"),
        (b"code,date,amount\n", "No row stands below the headings"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path, content, said):
    (tmp_path / "a").write_bytes(content)

    faults = read_ledger(tmp_path / "a", "a.csv")

    assert faults[0].fault.startswith(said)


PENCE = st.integers(min_value=-(10**9), max_value=10**9)


DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))


@given(st.lists(st.tuples(st.sampled_from("ABC"), DAYS, PENCE),
                min_size=1, max_size=30))  # fmt: skip
def test_every_penny_is_on_some_line_and_month(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("ledger") / "a.csv"
    told = [(line, f"{on:%Y-%m-%d}", f"{Decimal(pence) / 100:.2f}") for line, on, pence in rows]
    _csv(path, told)

    read = read_ledger(path, "a.csv")

    assert sum(one.pence for one in read.spent) == sum(pence for *_, pence in rows)
    assert all(sum(one.months) == one.pence for one in read.spent)
    assert sum(one.pence for one in read.years) == sum(one.pence for one in read.spent)
    assert read.rows == len(rows)
