"""An extract taken: its good rows as a typed snapshot, its bad ones beside their reasons."""

import csv
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import file_digest
from pathlib import Path

import duckdb

from scrutable.evidence.facts import RowError
from scrutable.evidence.intake import Limits, Workbook, open_workbook
from scrutable.housekeeping.facts import ExtractKind, Layout, Taken
from scrutable.housekeeping.intake.layout import SEARCHED, layout_of, text_layout
from scrutable.housekeeping.intake.lines import Heard, lines_of, write_ready
from scrutable.housekeeping.intake.sheets import sheet_rows, text_of
from scrutable.housekeeping.intake.typing import selection

PARQUET, ZIP = b"PAR1", b"PK\x03\x04"
OLD_WORKBOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OF_WORKBOOKS = Limits(most_bytes=200_000_000, most_unpacked=2_000_000_000, most_cells=20_000_000)
LONGEST_LINE = 1_000_000
ONES_NAMED = 3  # lines that a notice names


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody asks of a file; `mapping` leads from a column to the file's own heading."""

    kind: ExtractKind
    as_at: date
    name: str
    mapping: Mapping[str, str]
    month_first: bool = False


def take(path: Path, asked: Asked, folder: Path) -> Taken | list[RowError]:
    """Take the file into `folder`, or say why not; nothing is left behind of a failure.

    The snapshot appears at once and whole, in place of an earlier one of the same kind and day.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # what lies here names people
    workshop = Path(tempfile.mkdtemp(prefix=".taking-", dir=folder))
    try:
        return _taken(path, asked, folder, workshop)
    except duckdb.Error as fault:
        said = str(fault).splitlines()[0]
        return [RowError("", f"The file cannot be read ({said})", "export it again")]
    except OSError as fault:
        why = fault.strerror or str(fault)
        return [
            RowError("", f"The extract cannot be kept ({why})", "make room, then take it again")
        ]
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def _taken(path: Path, asked: Asked, folder: Path, workshop: Path) -> Taken | list[RowError]:
    with path.open("rb") as file:
        head = file.read(8)
        file.seek(0)
        digest = file_digest(file, "sha256").hexdigest()
    if not head:
        return [RowError("", "The file is empty", "export it again")]
    if head == OLD_WORKBOOK:
        return [RowError("", "This is an old or locked workbook", "save it as .xlsx or csv")]
    connection = duckdb.connect(config={"temp_directory": str(workshop)})
    heard = Heard()
    if head.startswith(PARQUET):
        layout = _from_parquet(connection, path, asked)
    elif head.startswith(ZIP):
        layout = _from_workbook(connection, path, asked, workshop, heard)
    else:
        layout = _from_text(connection, path, asked, workshop, heard)
    if not isinstance(layout, Layout):
        return layout
    return _sorted_out(connection, asked, layout, heard, digest, (workshop, folder))


def _from_text(
    connection: duckdb.DuckDBPyConnection,
    path: Path,
    asked: Asked,
    workshop: Path,
    heard: Heard,
) -> Layout | list[RowError]:
    layout = text_layout(path, asked.kind, asked.mapping)
    if isinstance(layout, Layout):
        ready = workshop / "ready.csv"
        write_ready(lines_of(path, heard), layout.delimiter, layout.line, ready, heard)
        _read(connection, ready, layout)
    return layout


def _from_workbook(
    connection: duckdb.DuckDBPyConnection,
    path: Path,
    asked: Asked,
    workshop: Path,
    heard: Heard,
) -> Layout | list[RowError]:
    opened = open_workbook(path.read_bytes(), asked.name, limits=OF_WORKBOOKS)
    if not isinstance(opened, Workbook):
        return list(opened)
    sheet = max(opened.sheets, key=lambda one: len(one.rows))
    head = [[text_of(value) for value in row] for row in sheet.rows[:SEARCHED]]
    tried = ((at, ",", row) for at, row in enumerate(head, start=1))
    layout = layout_of(tried, asked.kind, asked.mapping)
    if isinstance(layout, Layout):
        ready = workshop / "ready.csv"
        with ready.open("w", encoding="utf-8", newline="") as out:
            csv.writer(out, lineterminator="\n").writerows(sheet_rows(sheet, layout, heard))
        _read(connection, ready, layout)
    return layout


def _from_parquet(
    connection: duckdb.DuckDBPyConnection, path: Path, asked: Asked
) -> Layout | list[RowError]:
    said = connection.execute("DESCRIBE SELECT * FROM read_parquet(?)", [str(path)]).fetchall()
    headings = [str(name) for name, *_ in said]
    layout = layout_of([(0, "", headings)], asked.kind, asked.mapping)
    if isinstance(layout, Layout):
        columns = ", ".join(
            f'CAST("{name.replace(chr(34), chr(34) * 2)}" AS VARCHAR) AS c{at}'
            for at, name in enumerate(headings)
        )
        connection.execute(
            f"CREATE TEMP TABLE raw AS SELECT file_row_number + 1 AS at_row, {columns}"
            " FROM read_parquet(?, file_row_number = true)",
            [str(path)],
        )
        connection.execute("CREATE TEMP TABLE ragged (at_row BIGINT, said VARCHAR, why VARCHAR)")
    return layout


def _read(connection: duckdb.DuckDBPyConnection, ready: Path, layout: Layout) -> None:
    names = ["at_row", *(f"c{at}" for at in range(len(layout.headings)))]
    columns = ", ".join(f"'{name}': 'VARCHAR'" for name in names)
    connection.execute(
        "CREATE TEMP TABLE raw AS SELECT * FROM read_csv(?, delim = ?, header = false,"
        " auto_detect = false, quote = '\"', escape = '\"', store_rejects = true,"
        f" max_line_size = {LONGEST_LINE}, columns = {{{columns}}})",
        [str(ready), layout.delimiter],
    )
    connection.execute(
        "CREATE TEMP TABLE ragged AS"
        " SELECT try_cast(split_part(csv_line, ?, 1) AS BIGINT) AS at_row,"
        " any_value(csv_line) AS said, CASE max(error_type)"
        " WHEN 'MISSING COLUMNS' THEN 'the row has fewer values than there are headings'"
        " WHEN 'TOO MANY COLUMNS' THEN 'the row has more values than there are headings'"
        " ELSE 'the row cannot be read' END AS why FROM reject_errors GROUP BY 1, csv_line",
        [layout.delimiter],
    )


def _sorted_out(
    connection: duckdb.DuckDBPyConnection,
    asked: Asked,
    layout: Layout,
    heard: Heard,
    digest: str,
    folders: tuple[Path, Path],
) -> Taken | list[RowError]:
    values, fault = selection(asked.kind, layout, month_first=asked.month_first)
    connection.execute(f"CREATE TEMP VIEW judged AS SELECT {values}, {fault} AS fault FROM raw")
    texts = ", ".join(f"c{at}" for at in range(len(layout.headings)))
    connection.execute(
        "CREATE TEMP TABLE refused AS"
        f" SELECT j.at_row, j.fault AS why, concat_ws(' | ', {texts}) AS said"
        " FROM judged AS j JOIN raw ON CAST(raw.at_row AS BIGINT) = j.at_row"
        " WHERE j.fault IS NOT NULL UNION ALL SELECT at_row, why, said FROM ragged"
    )
    if heard.set_aside:
        told = [list(one) for one in heard.set_aside]
        connection.executemany("INSERT INTO refused VALUES (?, ?, ?)", told)
    return _placed(connection, asked, layout, heard, digest, folders)


def _placed(
    connection: duckdb.DuckDBPyConnection,
    asked: Asked,
    layout: Layout,
    heard: Heard,
    digest: str,
    folders: tuple[Path, Path],
) -> Taken | list[RowError]:
    workshop, folder = folders
    made = {name: workshop / name for name in ("rows.parquet", "refused.csv")}
    connection.execute(
        "COPY (SELECT * EXCLUDE (fault) FROM judged WHERE fault IS NULL ORDER BY at_row)"
        f" TO '{made['rows.parquet']}' (FORMAT parquet, COMPRESSION zstd)"
    )
    connection.execute(
        "COPY (SELECT at_row AS line, why, said FROM refused ORDER BY at_row)"
        f" TO '{made['refused.csv']}' (HEADER, DELIMITER ',')"
    )
    kept = _count(connection, "judged WHERE fault IS NULL")
    refused = _count(connection, "refused")
    if not kept:
        return _nothing_good(connection)
    day = folder / asked.kind.value / f"as_at={asked.as_at.isoformat()}"
    day.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name, path in made.items():
        path.replace(day / name)
    return Taken(
        kind=asked.kind,
        as_at=asked.as_at,
        name=asked.name,
        sha256=digest,
        rows=kept + refused,
        kept=kept,
        refused=refused,
        layout=layout,
        notices=_notices(heard),
        snapshot=str(day / "rows.parquet"),
        refused_rows=str(day / "refused.csv"),
    )


def _count(connection: duckdb.DuckDBPyConnection, rows: str) -> int:
    found = connection.execute(f"SELECT count(*) FROM {rows}").fetchone()
    return int(found[0]) if found else 0


def _nothing_good(connection: duckdb.DuckDBPyConnection) -> list[RowError]:
    rows = connection.execute("SELECT at_row, why FROM refused ORDER BY at_row LIMIT 10").fetchall()
    faults = [RowError(f"line {at}", why, "mend the row") for at, why in rows]
    return faults or [RowError("", "There is no row below the headings", "export it again")]


def _notices(heard: Heard) -> tuple[str, ...]:
    if not heard.not_utf8:
        return ()
    named = ", ".join(f"{at:,}" for at in heard.not_utf8[:ONES_NAMED])
    return (f"{len(heard.not_utf8):,} lines are no UTF-8 and were read as Windows-1252: {named}",)
