"""What goes wrong while an extract is taken: said by line, nothing half kept, the last stays."""

import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import duckdb
import pytest

from scrutable.housekeeping.facts import ExtractKind, Taken
from scrutable.housekeeping.intake import Asked, take, workshop

AS_AT = date(2026, 9, 30)
HEAD = "Employee No,E-mail,Name,Leaving date\n"
STAFF = Asked(kind=ExtractKind.STAFF, as_at=AS_AT, name="staff.csv", mapping={})
TAKES = """
import resource, sys
from datetime import date
from pathlib import Path
from scrutable.housekeeping.facts import ExtractKind
from scrutable.housekeeping.intake import Asked, take
path, folder, most = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
if most:
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
asked = Asked(kind=ExtractKind.STAFF, as_at=date(2026, 9, 30), name=path.name, mapping={})
found = take(path, asked, folder)
print("; ".join(map(str, found)) if isinstance(found, list) else found.kept)
"""


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "kept"


@pytest.fixture
def good(tmp_path, folder):
    """Return the last good extract, of Ann alone."""
    path = tmp_path / "good.csv"
    path.write_text(f"{HEAD}E1,a@x,Ann,\n")
    return take(path, STAFF, folder)


def names(taken):
    read = "SELECT name FROM read_parquet(?, hive_partitioning = false) ORDER BY at_row"
    return [name for (name,) in duckdb.execute(read, [taken.snapshot]).fetchall()]


def files(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def many(path, rows):
    with path.open("w") as out:
        out.write(HEAD)
        out.writelines(f"E{n},p{n}@x,Person {n},\n" for n in range(rows))
    return path


def refused_whole(tmp_path, folder, content):
    path = tmp_path / "staff.csv"
    path.write_bytes(content)
    before = files(folder)
    found = take(path, STAFF, folder)
    assert not isinstance(found, Taken)
    assert files(folder) == before
    return [str(fault) for fault in found]


def test_headings_with_one_delimiter_over_rows_with_another_are_refused_line_by_line(
    tmp_path, folder, good
):
    content = f"{HEAD.replace(',', ';')}E1,a@x,Ann,\nE2,b@x,Bob,\n".encode()

    assert refused_whole(tmp_path, folder, content) == [
        "line 2: the row has fewer values than there are headings; mend the row",
        "line 3: the row has fewer values than there are headings; mend the row",
    ]
    assert names(good) == ["Ann"]


def test_a_delimiter_that_nobody_uses_is_refused_with_the_line_of_the_headings(
    tmp_path, folder, good
):
    content = b"Employee No^E-mail^Name^Leaving date\nE1^a@x^Ann^\n"

    assert refused_whole(tmp_path, folder, content)[0] == (
        "line 1: No column for the name among the headings (Employee No^E-mail^Name^Leaving date);"
        " name the heading in a mapping, or export the column"
    )


def test_headings_in_two_rows_are_read_by_the_one_that_names_the_columns(tmp_path, folder):
    path = tmp_path / "staff.csv"
    path.write_text(f"Person,,,Employment\n{HEAD}E1,a@x,Ann,30/09/2026\n")

    found = take(path, STAFF, folder)

    assert (found.kept, found.refused, found.layout.line) == (1, 0, 2)


def test_parquet_cut_in_the_middle_is_refused(tmp_path, folder, good):
    path = tmp_path / "whole.parquet"
    said = 'SELECT i::VARCHAR AS Name, NULL::DATE AS "Leaving date" FROM range(99999) t(i)'
    duckdb.sql(f"COPY ({said}) TO '{path}' (FORMAT parquet)")
    whole = path.read_bytes()

    for content in (whole[: len(whole) // 2], whole[:2000] + bytes(4000) + whole[6000:]):
        assert "The file cannot be read" in refused_whole(tmp_path, folder, content)[0]
    assert names(good) == ["Ann"]


@pytest.mark.parametrize("most", [1_000, 900_000])  # the file made ready, then the snapshot
def test_a_full_disk_is_said_and_nothing_is_left(tmp_path, folder, good, most):
    path = many(tmp_path / "staff.csv", 20_000)
    if most == 900_000:
        path = tmp_path / "staff.parquet"
        said = 'SELECT md5(i::VARCHAR) AS Name, NULL::DATE AS "Leaving date" FROM range(99999) t(i)'
        duckdb.sql(f"COPY ({said}) TO '{path}' (FORMAT parquet)")
    before = files(folder)

    said = run(path, folder, most)

    assert said == "The extract cannot be kept (File too large); make room, then take it again"
    assert files(folder) == before
    assert names(good) == ["Ann"]


def test_a_kill_half_way_leaves_the_last_good_one_and_the_next_take_clears_up(
    tmp_path, folder, good
):
    path = many(tmp_path / "staff.csv", 1_000_000)
    before = files(folder)
    with subprocess.Popen([sys.executable, "-c", TAKES, path, folder, "0"]) as process:
        until = time.monotonic() + 60
        while not list(folder.glob(".at-work-*/ready.csv")) and time.monotonic() < until:
            time.sleep(0.01)
        os.kill(process.pid, signal.SIGKILL)

    assert len(list(folder.glob(".at-work-*"))) == 1
    assert names(good) == ["Ann"]

    again = take(many(tmp_path / "staff.csv", 3), STAFF, folder)

    assert names(again) == ["Person 0", "Person 1", "Person 2"]
    assert not list(folder.glob(".at-work-*"))
    assert set(before) < set(files(folder))


def test_what_somebody_else_is_at_work_on_is_left_alone(folder):
    with workshop(folder) as first, workshop(folder) as second:
        assert first.is_dir()
        assert second.is_dir()
        assert first.stat().st_mode & 0o777 == 0o700

    assert list(folder.iterdir()) == []


def run(path, folder, most):
    asks = [sys.executable, "-c", TAKES, str(path), str(folder), str(most)]
    return subprocess.run(asks, capture_output=True, text=True, check=True).stdout.strip()


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    place = tmp_path / "file"
    place.write_text("no folder")

    (fault,) = take(many(tmp_path / "staff.csv", 1), STAFF, Path(place))

    assert str(fault) == (
        "The extract cannot be kept (File exists);"
        " see that the folder of extracts can be written, then take it again"
    )
