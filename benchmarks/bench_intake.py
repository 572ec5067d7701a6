"""Checks 200 workbooks against a map of 401 cells, ours and `datamaps import templates -m`.

Both run in turn in this one run, on the same files made from a fixed seed, with faults planted.
The peer gets an environment of its own, outside the project ($BENCH_CACHE or
~/.cache/scrutable-bench); where it cannot be installed, only our time is printed.
"""

import csv
import os
import random
import shutil
import subprocess
import sys
import tempfile
import venv
from datetime import date, datetime, time, timedelta
from pathlib import Path
from time import perf_counter

import xlsxwriter
from python_calamine import CalamineWorkbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from scrutable.contracts.intake.cellmap import MappedCell, read_map
from scrutable.contracts.intake.cells import CellsRead
from scrutable.contracts.intake.folders import check_folder, workbooks_in

WORKBOOKS, CELLS, SEED, ROUNDS = 200, 401, 20261012, 3
AT_LEAST = 10
SHEETS = ("Summary", "Finance", "Delivery", "Performance")
PEER = ("datamaps==1.1.9", "bcompiler-engine==1.1.7")
FIRST_DAY = date(2026, 4, 1)
TYPES = ("TEXT", "NUMBER", "DATE")


def make_map(path: Path) -> list[tuple[str, str, str, str]]:
    """Write the map and return its lines: key, sheet, cell, type."""
    lines = [
        (f"{SHEETS[i % 4]} item {i // 4 + 1}", SHEETS[i % 4], f"B{i // 4 + 3}", TYPES[i % 3])
        for i in range(CELLS)
    ]
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("cell_key", "template_sheet", "cell_reference", "type"))
        writer.writerows(lines)
    return lines


def make_workbook(
    path: Path, lines: list[tuple[str, str, str, str]], faults: dict[str, str]
) -> None:
    """Write one filled workbook; `faults` says by key which cell goes wrong and how."""
    chance = random.Random(f"{SEED} {path.name}")
    book = xlsxwriter.Workbook(str(path))
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    bold = book.add_format({"bold": True})
    sheets = {name: book.add_worksheet(name) for name in SHEETS}
    for name, sheet in sheets.items():
        sheet.set_column(0, 2, 30)
        sheet.write_row(0, 0, (f"{name} return", path.stem), bold)
        sheet.write_row(1, 0, ("Item", "Value", "Remarks"), bold)
    for key, name, cell, kind in lines:
        sheet, row = sheets[name], int(cell[1:]) - 1
        sheet.write_string(row, 0, key)
        sheet.write_string(row, 2, f"As agreed on day {chance.randrange(1, 90)}")
        if key in faults:
            write_fault(sheet, row, faults[key], bold)
        else:
            write_value(sheet, row, kind, chance, day)
    book.close()


def write_fault(sheet: Worksheet, row: int, fault: str, look: Format) -> None:
    """Write the cell as it goes wrong."""
    if fault == "text":
        sheet.write_string(row, 1, "to follow")
    elif fault == "blank":
        sheet.write_blank(row, 1, None, look)
    else:
        sheet.write_formula(row, 1, "=1/0" if fault == "#DIV/0!" else "=NA()", None, fault)


def write_value(sheet: Worksheet, row: int, kind: str, chance: random.Random, day: Format) -> None:
    """Write a fit value of the kind."""
    if kind == "TEXT":
        sheet.write_string(row, 1, f"Remark {chance.randrange(10_000)}")
    elif kind == "NUMBER":
        sheet.write_number(row, 1, chance.randrange(100_000) / 4)
    else:
        when = FIRST_DAY + timedelta(days=chance.randrange(365))
        sheet.write_datetime(row, 1, datetime.combine(when, time.min), day)


def make_files(folder: Path) -> tuple[list[tuple[str, str, str, str]], dict[tuple[str, str], str]]:
    """Make map and workbooks; return the map's lines and the planted faults."""
    chance = random.Random(SEED)
    lines = make_map(folder / "datamap.csv")
    kinds = {key: kind for key, _, _, kind in lines}
    planted: dict[tuple[str, str], str] = {}
    for number in range(WORKBOOKS):
        path = folder / f"return {number:03}.xlsx"
        faults = {}
        for key in chance.sample(sorted(kinds), 4):
            ways = ["#DIV/0!", "#N/A", "blank"] + ["text"] * (kinds[key] != "TEXT")
            faults[key] = planted[path.name, key] = chance.choice(ways)
        make_workbook(path, lines, faults)
    return lines, planted


def ours(folder: Path, cells: list[MappedCell]) -> tuple[float, list[CellsRead]]:
    """Return the seconds that our check takes, gathering the values into a table, and it."""
    begun = perf_counter()
    found = check_folder(workbooks_in(folder), cells)
    with (folder / "gathered.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("cell_key", *(read.name for read in found)))
        for cell in cells:
            writer.writerow((cell.key, *(read.values.get(cell.key, "") for read in found)))
    return perf_counter() - begun, found


def peer_command() -> Path | None:
    """Return the peer's command, installed if need be; None where that cannot be done."""
    cache = os.environ.get("BENCH_CACHE") or Path.home() / ".cache" / "scrutable-bench"
    home = Path(cache) / "datamaps-1.1.9"
    command = home / "bin" / "datamaps"
    if not command.exists():
        print(f"Installing {' and '.join(PEER)} into {home} …", flush=True)
        venv.create(home, with_pip=True, clear=True)
        pip = [str(home / "bin" / "python"), "-m", "pip", "install", "--quiet", *PEER]
        if subprocess.run(pip, check=False, stdout=sys.stderr).returncode:
            shutil.rmtree(home)
            return None
    return command


def prepare_peer(folder: Path) -> Path:
    """Lay the files out as the peer wants them and return the home it is given."""
    home = folder / "peer"
    incoming = home / "Documents" / "datamaps" / "input"
    incoming.mkdir(parents=True)
    (home / "Documents" / "datamaps" / "output").mkdir()
    for path in (folder / "datamap.csv", *workbooks_in(folder)):
        shutil.copy(path, incoming)
    shutil.copy(workbooks_in(folder)[0], incoming / "blank_template.xlsm")
    return home


def peer(command: Path, home: Path) -> float:
    """Return the seconds that the peer takes for the same files."""
    for old in (home / "Documents" / "datamaps" / "output").iterdir():
        old.unlink()
    environment = {**os.environ, "HOME": str(home), "LC_ALL": "C.UTF-8"}
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        environment.pop(name, None)
    begun = perf_counter()
    subprocess.run(
        [command, "import", "templates", "-m"],
        env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    return perf_counter() - begun


def check_faults(found: list[CellsRead], planted: dict[tuple[str, str], str]) -> None:
    """Hold our faults to the planted ones, each named for what it is, and no other."""
    said = {
        (read.name, error.fault.partition(": ")[0]): error.fault
        for read in found
        for error in read.errors
    }
    assert sum(len(read.errors) for read in found) == len(said)
    assert said.keys() == planted.keys(), said.keys() ^ planted.keys()
    for place, kind in planted.items():
        wanted = {"text": "not the text", "blank": "is blank"}.get(kind, f"failed with {kind}")
        assert wanted in said[place], (place, kind, said[place])


def check_dates(found: list[CellsRead], cells: list[MappedCell]) -> int:
    """Make sure that every date came as a date; return how many."""
    keys = [cell.key for cell in cells if cell.type == "DATE"]
    dates = [read.values[key] for read in found for key in keys if key in read.values]
    assert all(isinstance(value, date) for value in dates)
    return len(dates)


def check_agreement(found: list[CellsRead], home: Path, cells: list[MappedCell]) -> int:
    """Hold our values to the peer's master; return how many were compared.

    The peer writes dates as text and fills a failed or blank cell with what it read there, so
    only cells without a fault are compared.
    """
    master = home / "Documents" / "datamaps" / "output" / "master.xlsx"
    rows = CalamineWorkbook.from_path(master).get_sheet_by_index(0).to_python()
    columns = {Path(str(name)).stem: at for at, name in enumerate(rows[0]) if at}
    by_key = {str(row[0]): row for row in rows[1:]}
    compared = 0
    for read in found:
        for cell in cells:
            if cell.key not in read.values:
                continue
            mine, theirs = read.values[cell.key], by_key[cell.key][columns[Path(read.name).stem]]
            if isinstance(mine, date):
                mine, theirs = str(mine)[:10], str(theirs)[:10]
            assert mine == theirs, (read.name, cell.key, mine, theirs)
            compared += 1
    return compared


def main() -> int:
    """Measure, compare and print; return 1 where the ratio falls short."""
    with tempfile.TemporaryDirectory(prefix="scrutable-bench-") as name:
        folder = Path(name)
        _, planted = make_files(folder)
        cells, faults = read_map((folder / "datamap.csv").read_bytes(), "datamap.csv")
        assert not faults
        seconds, found = ours(folder, cells)
        check_faults(found, planted)
        print(f"All {len(planted)} planted faults found and named; none besides.")
        print(f"All {check_dates(found, cells):,} dates came as dates.")
        command = peer_command()
        what = f"{WORKBOOKS} workbooks × {CELLS} mapped cells"
        if command is None:
            print("The peer could not be installed here; only our own time can be given.")
            print(f"{what} | {seconds:.2f} s | not measured | –")
            return 0
        home = prepare_peer(folder)
        times = []
        for _ in range(ROUNDS):
            theirs = peer(command, home)
            seconds, found = ours(folder, cells)
            times.append((seconds, theirs))
        compared = check_agreement(found, home, cells)
        print(f"Both agree on all {compared:,} values without a fault.")
        best = min(t[0] for t in times), min(t[1] for t in times)
        ratio = best[1] / best[0]
        print(f"{what} | {best[0]:.2f} s | datamaps {best[1]:.2f} s | {ratio:.1f} times")
        return 0 if ratio >= AT_LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
