"""An extract taken: its good rows as a typed snapshot, its bad ones beside their reasons."""

import csv
from contextlib import closing
from hashlib import file_digest
from pathlib import Path

import duckdb

from scrutable.evidence.facts import RowError
from scrutable.evidence.intake import Workbook, open_workbook
from scrutable.evidence.intake.large import OF_WORKBOOKS, OLD_WORKBOOK, PARQUET, ZIP
from scrutable.evidence.intake.lines import Heard, lines_of, write_ready
from scrutable.housekeeping.facts import Layout, Taken
from scrutable.housekeeping.intake.asking import Asked
from scrutable.housekeeping.intake.layout import SEARCHED, layout_of, text_layout
from scrutable.housekeeping.intake.placing import (
    Source,
    count,
    nothing_good,
    notices,
    place,
    sort_out,
    text_of_path,
)
from scrutable.housekeeping.intake.sheets import sheet_rows, text_of
from scrutable.housekeeping.intake.workshops import workshop

LONGEST_LINE = 1_000_000
FULL = ("No space left on device", "File too large", "Out of Memory", "Disk quota exceeded")


def take(path: Path, asked: Asked, folder: Path, *, megabytes: int = 0) -> Taken | list[RowError]:
    """Take the file into `folder`, or say why not; nothing is left behind of a failure.

    The snapshot appears at once and whole. What it replaces stays until its record says so.
    """
    try:
        with workshop(folder) as work, closing(duckdb.connect()) as connection:
            connection.execute(f"SET temp_directory = {text_of_path(work)}")
            if megabytes:
                connection.execute(f"SET memory_limit = '{megabytes}MB'")
            return _taken(connection, path, asked, (work, folder))
    except duckdb.Error as fault:
        return [_fault(str(fault))]
    except OSError as fault:
        return [_unkept(fault.strerror or str(fault))]


def _fault(said: str) -> RowError:
    for why in FULL:
        if why in said:
            return _unkept(why)
    return RowError("", f"The file cannot be read ({said.splitlines()[0]})", "export it again")


def _unkept(why: str) -> RowError:
    cure = "make room" if why in FULL else "see that the folder of extracts can be written"
    return RowError("", f"The extract cannot be kept ({why})", f"{cure}, then take it again")


def _taken(
    connection: duckdb.DuckDBPyConnection, path: Path, asked: Asked, folders: tuple[Path, Path]
) -> Taken | list[RowError]:
    seen = _seen(path)
    with path.open("rb") as file:
        head = file.read(8)
        file.seek(0)
        digest = file_digest(file, "sha256").hexdigest()
    if not head:
        return [RowError("", "The file is empty", "export it again")]
    if head == OLD_WORKBOOK:
        return [RowError("", "This is an old or locked workbook", "save it as .xlsx or csv")]
    heard, (work, folder) = Heard(), folders
    if head.startswith(PARQUET):
        source = _from_parquet(connection, _plainly_named(path, work), asked)
    elif head.startswith(ZIP):
        source = _from_workbook(path, asked, work, heard)
    else:
        source = _from_text(path, asked, work, heard)
    if not isinstance(source, Source):
        return source
    sort_out(connection, source, asked, heard)
    if _seen(path) != seen:
        return [RowError("", "The file changed while it was read", "take it once it is whole")]
    kept = count(connection, "judged WHERE fault IS NULL")
    if not kept:
        return nothing_good(connection)
    taken = Taken(
        kind=asked.kind,
        as_at=asked.as_at,
        name=asked.name,
        sha256=digest,
        kept=kept,
        refused=count(connection, "refused"),
        layout=source.layout,
        notices=notices(heard),
        folder=str(folder),
    )
    place(connection, taken, work)
    return taken


def _seen(path: Path) -> tuple[int, int, int]:
    """Return what is another once somebody has written into the file or put another there."""
    now = path.stat()
    return now.st_ino, now.st_size, now.st_mtime_ns


def _plainly_named(path: Path, work: Path) -> Path:
    """Return another name of the file: of “staff[1].parquet” DuckDB would read staff1.parquet."""
    name = work / "given.parquet"
    name.symlink_to(path.absolute())
    return name


def _from_text(path: Path, asked: Asked, work: Path, heard: Heard) -> Source | list[RowError]:
    layout = text_layout(path, asked.kind, asked.mapping)
    if not isinstance(layout, Layout):
        return layout
    ready = work / "ready.csv"
    write_ready(lines_of(path, heard), layout.delimiter, layout.line, ready, heard)
    return _delimited(ready, layout)


def _from_workbook(path: Path, asked: Asked, work: Path, heard: Heard) -> Source | list[RowError]:
    opened = open_workbook(path.read_bytes(), asked.name, limits=OF_WORKBOOKS)
    if not isinstance(opened, Workbook):
        return list(opened)
    sheet = max(opened.sheets, key=lambda one: len(one.rows))
    head = [[text_of(value) for value in row] for row in sheet.rows[:SEARCHED]]
    tried = ((at, ",", row) for at, row in enumerate(head, start=1))
    layout = layout_of(tried, asked.kind, asked.mapping)
    if not isinstance(layout, Layout):
        return layout
    ready = work / "ready.csv"
    with ready.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows(sheet_rows(sheet, layout, heard))
    return _delimited(ready, layout)


def _delimited(ready: Path, layout: Layout) -> Source:
    names = ["at_row", *(f"c{at}" for at in range(len(layout.headings)))]
    columns = ", ".join(f"'{name}': 'VARCHAR'" for name in names)
    return Source(
        text="read_csv(?, delim = ?, header = false, auto_detect = false, quote = '\"',"
        f" escape = '\"', store_rejects = true, max_line_size = {LONGEST_LINE},"
        f" columns = {{{columns}}})",
        asked=(str(ready), layout.delimiter),
        layout=layout,
    )


def _from_parquet(
    connection: duckdb.DuckDBPyConnection, path: Path, asked: Asked
) -> Source | list[RowError]:
    file = "read_parquet(?, hive_partitioning = false"
    said = connection.execute(f"DESCRIBE SELECT * FROM {file})", [str(path)]).fetchall()
    headings = [str(name) for name, *_ in said]
    layout = layout_of([(0, "", headings)], asked.kind, asked.mapping)
    if not isinstance(layout, Layout):
        return layout
    columns = ", ".join(f"{_text(*one[:2])} AS c{at}" for at, one in enumerate(said))
    return Source(
        text=f"(SELECT file_row_number + 1 AS at_row, {columns}"
        f" FROM {file}, file_row_number = true))",
        asked=(str(path),),
        layout=layout,
        has_rejects=False,
    )


def _text(name: str, kind: str) -> str:
    """Return the SQL of a column as text; moments are those of London, to the microsecond."""
    column = '"' + name.replace('"', '""') + '"'
    if kind == "TIMESTAMP WITH TIME ZONE":
        column = f"{column} AT TIME ZONE 'Europe/London'"
    if kind.startswith("TIMESTAMP"):
        column = f"CAST({column} AS TIMESTAMP)"
    return f"replace(CAST({column} AS VARCHAR), chr(0), '')"
