"""Extracts made to mislead: each row is kept or refused, and no other file is ever read."""

import os
from datetime import date
from pathlib import Path

import duckdb
import pytest

from scrutable.housekeeping.facts import ExtractKind
from scrutable.housekeeping.intake import Asked, take, taking

HEAD = "Login,Employee number,Last sign-in\n"
GOOD = "ann,E1,01/09/2026\n"


def taken(path, folder, **mapping):
    asked = Asked(
        kind=ExtractKind.ACCOUNTS, as_at=date(2026, 9, 30), name=path.name, mapping=mapping
    )
    return take(path, asked, folder)


def text(tmp_path, content):
    path = tmp_path / "accounts.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return taken(path, tmp_path / "kept")


def parquet(path, columns):
    duckdb.sql(f"SELECT {columns}").write_parquet(str(path.parent / "made"))
    return (path.parent / "made").rename(path)


def rows(found, column="login"):
    read = "SELECT * FROM read_parquet(?, hive_partitioning = false) ORDER BY at_row"
    table = duckdb.execute(read, [found.snapshot])
    place = [name for name, *_ in table.description].index(column)
    return [row[place] for row in table.fetchall()]


def refused(found):
    return Path(found.refused_rows).read_text().splitlines()[1:]


# Texts


def test_a_row_too_long_to_be_one_is_refused_and_not_dropped(tmp_path):
    found = text(tmp_path, f"{HEAD}{'x' * 20_000_000},E1,\n{GOOD}")

    assert rows(found) == ["ann"]
    assert refused(found) == [f'2,"the row has more than 250,000 letters",{"x" * 300}']


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n", "\r\r\n"])
def test_lines_end_as_they_may(tmp_path, end):
    found = text(tmp_path, f"{HEAD}{GOOD}{GOOD}".replace("\n", end))

    assert rows(found) == ["ann", "ann"]


def test_line_ends_of_every_kind_may_stand_in_one_file(tmp_path):
    found = text(tmp_path, f"{HEAD}ann,E1,\r\nben,E2,\rcy,E3,\ndee,E4,\r\n")

    assert (rows(found), rows(found, "at_row")) == (["ann", "ben", "cy", "dee"], [2, 3, 4, 5])


def test_a_quotation_mark_within_quotes_spoils_its_own_row_alone(tmp_path):
    found = text(tmp_path, f'{HEAD}"an"n","E1",\n{GOOD}"be""n",E2,\n')

    assert rows(found) == ["ann", 'be"n']
    assert refused(found) == [
        '2,a quotation mark stands within a value in quotes,"""an""n"",""E1"","'
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_zero_sign_never_reaches_a_name(tmp_path, encoding):
    found = text(tmp_path, f"{HEAD}a\0nn,E1,\n".encode(encoding))

    assert rows(found) == ["ann"]


def test_thousands_of_columns_are_refused_in_a_sentence(tmp_path):
    wide = ",".join(f"c{n}" for n in range(5000))
    found = text(tmp_path, f"{HEAD.strip()},{wide}\n{GOOD.strip()}{',' * 5000}\n")

    assert [fault.fault for fault in found] == [
        "There are 5,003 columns, and at most 1,000 are read"
    ]


def test_quotation_marks_that_nothing_closes_are_told_in_a_moment(tmp_path):
    begun = os.times().user
    found = text(tmp_path, HEAD + '"ann,E1,\n' * 5000 + GOOD)

    assert (rows(found), found.refused) == (["ann"], 5000)
    assert os.times().user - begun < 6


# Days


@pytest.mark.parametrize(
    "said", ["01/09/26", "1/9/26", "01.09.26", "1-Sep-26", "1 Sep 26", "01/09/26 10:11"]
)
def test_a_year_of_two_digits_is_of_this_age(tmp_path, said):
    found = text(tmp_path, f"{HEAD}ann,E1,{said}\n")

    assert rows(found, "last_sign_in") == [date(2026, 9, 1)]


@pytest.mark.parametrize("said", ["epoch", "infinity", "01/01/0000", "0000-01-01", "01/09/206"])
def test_a_day_beyond_reach_is_refused(tmp_path, said):
    found = text(tmp_path, f"{HEAD}{GOOD}ben,E2,{said}\n")

    assert refused(found) == [f"3,the last sign in “{said}” is no date,ben | E2 | {said}"]


def test_never_as_some_systems_write_it_is_a_day(tmp_path):
    found = text(tmp_path, f"{HEAD}ann,E1,0001-01-01\nben,E2,31/12/9999\n")

    assert rows(found, "last_sign_in") == [date(1, 1, 1), date(9999, 12, 31)]


# Names of files and folders


def test_a_folder_may_have_an_apostrophe_in_its_name(tmp_path):
    path = tmp_path / "accounts.csv"
    path.write_text(HEAD + GOOD)

    assert rows(taken(path, tmp_path / "king's" / "kept")) == ["ann"]


@pytest.mark.parametrize("name", ["accounts[1].parquet", "accounts*.parquet", "accounts?.parquet"])
def test_no_other_file_is_read_whatever_the_name_of_one(tmp_path, name):
    parquet(tmp_path / "accounts1.parquet", "'ben' AS Login, 'E2' AS \"Employee number\"")
    path = parquet(tmp_path / name, "'ann' AS Login, 'E1' AS \"Employee number\"")

    assert rows(taken(path, tmp_path / "kept")) == ["ann"]


def test_the_name_of_a_folder_is_no_column(tmp_path):
    (tmp_path / "Login=eve").mkdir()
    made = "'ann' AS Login, 'E1' AS \"Employee number\""
    path = parquet(tmp_path / "Login=eve" / "accounts.parquet", made)

    assert rows(taken(path, tmp_path / "kept")) == ["ann"]


def test_headings_are_never_sql(tmp_path):
    heading = "x\"'); DROP TABLE judged; --"
    quoted = heading.replace('"', '""')
    path = parquet(tmp_path / "accounts.parquet", f"'ann' AS \"{quoted}\", 'E1' AS Number")

    found = taken(path, tmp_path / "kept", login=heading, number="Number")

    assert rows(found) == ["ann"]


# Parquet


def test_a_zero_sign_in_parquet_never_reaches_a_name(tmp_path):
    made = "'a' || chr(0) || 'nn' AS Login, 'E1' AS Number"
    path = parquet(tmp_path / "accounts.parquet", made)

    assert rows(taken(path, tmp_path / "kept", number="Number")) == ["ann"]


@pytest.mark.parametrize(
    "moment",
    ["TIMESTAMPTZ '2026-08-31 23:30:00+00'", "TIMESTAMP_NS '2026-09-01 00:00:00.123456789'"],
)
def test_moments_of_any_kind_are_days_in_london(tmp_path, moment):
    made = f"'ann' AS Login, 'E1' AS \"Employee number\", {moment} AS \"Last sign-in\""
    path = parquet(tmp_path / "accounts.parquet", made)

    assert rows(taken(path, tmp_path / "kept"), "last_sign_in") == [date(2026, 9, 1)]


def test_nested_values_are_texts_or_refused_never_a_crash(tmp_path):
    made = "{'a': [1, 2]} AS Login, MAP {'x': 1} AS \"Employee number\""
    path = parquet(tmp_path / "accounts.parquet", made)

    assert rows(taken(path, tmp_path / "kept")) == ["{'a': [1, 2]}"]


def test_a_file_that_changes_while_it_is_read_is_not_taken(tmp_path, monkeypatch):
    path = tmp_path / "accounts.csv"
    path.write_text(HEAD + GOOD)

    def changing(*given):
        path.write_text(f"{HEAD}{GOOD}{GOOD}")
        return reads(*given)

    reads = taking.sort_out
    monkeypatch.setattr(taking, "sort_out", changing)

    found = taken(path, tmp_path / "kept")

    assert [str(fault) for fault in found] == [
        "The file changed while it was read; take it once it is whole"
    ]
    assert not list((tmp_path / "kept").rglob("*.parquet"))
