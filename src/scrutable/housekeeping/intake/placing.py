"""The rows of a file sorted into good and bad, and both laid where they stay, at once and whole."""

import os
from dataclasses import dataclass
from pathlib import Path

import duckdb

from scrutable.evidence.facts import RowError
from scrutable.evidence.intake.lines import Heard
from scrutable.housekeeping.facts import Layout, Taken
from scrutable.housekeeping.intake.asking import Asked
from scrutable.housekeeping.intake.typing import selection

ONES_NAMED = 3  # lines that a notice names
RAGGED = (
    "SELECT try_cast(split_part(csv_line, ?, 1) AS BIGINT) AS at_row, CASE max(error_type)"
    " WHEN 'MISSING COLUMNS' THEN 'the row has fewer values than there are headings'"
    " WHEN 'TOO MANY COLUMNS' THEN 'the row has more values than there are headings'"
    " ELSE 'the row cannot be read' END AS why, any_value(csv_line) AS said"
    " FROM reject_errors GROUP BY 1, csv_line"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The rows of a file as DuckDB reads them: c0, c1 … as texts, each with its at_row."""

    text: str
    asked: tuple[str, ...]
    layout: Layout
    has_rejects: bool = True


def sort_out(
    connection: duckdb.DuckDBPyConnection, source: Source, asked: Asked, heard: Heard
) -> None:
    """Read the rows into `judged` with their faults, and those refused into `refused`."""
    layout = source.layout
    values, fault = selection(asked.kind, layout, month_first=asked.month_first)
    texts = ", ".join(f"c{at}" for at in range(len(layout.headings)))
    said = f"CASE WHEN fault IS NOT NULL THEN concat_ws(' | ', {texts}) END AS said"
    connection.execute(
        f"CREATE TEMP TABLE judged AS SELECT * EXCLUDE ({texts}), {said}"
        f" FROM (SELECT *, {fault} AS fault FROM (SELECT {values}, {texts} FROM {source.text}))",
        list(source.asked),
    )
    connection.execute(
        "CREATE TEMP TABLE refused AS"
        " SELECT at_row, fault AS why, said FROM judged WHERE fault IS NOT NULL"
    )
    if source.has_rejects:
        connection.execute(f"INSERT INTO refused {RAGGED}", [layout.delimiter])
    if heard.set_aside:
        told = [list(one) for one in heard.set_aside]
        connection.executemany("INSERT INTO refused VALUES (?, ?, ?)", told)


def place(connection: duckdb.DuckDBPyConnection, taken: Taken, work: Path) -> None:
    """Lay what was sorted out where it stays; the snapshot comes last, and its folder says of what.

    Rows stand in the order of the file: DuckDB keeps it, and numbers only rise.
    """
    made = {name: work / name for name in ("refused.csv", "rows.parquet")}
    connection.execute(
        "COPY (SELECT at_row AS line, why, said FROM refused ORDER BY at_row)"
        f" TO {text_of_path(made['refused.csv'])} (HEADER, DELIMITER ',')"
    )
    connection.execute(
        "COPY (SELECT * EXCLUDE (fault, said) FROM judged WHERE fault IS NULL)"
        f" TO {text_of_path(made['rows.parquet'])} (FORMAT parquet, COMPRESSION zstd)"
    )
    to = Path(taken.snapshot).parent
    to.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name, path in made.items():
        with path.open("rb") as file:
            os.fsync(file.fileno())
        path.replace(to / name)


def text_of_path(path: Path) -> str:
    """Return the path as SQL says it; an apostrophe in it ends nothing.

    >>> text_of_path(Path("/srv/king's lynn"))
    "'/srv/king''s lynn'"
    """
    return "'" + str(path).replace("'", "''") + "'"


def nothing_good(connection: duckdb.DuckDBPyConnection) -> list[RowError]:
    """Return why no row could be kept, for the first few."""
    rows = connection.execute("SELECT at_row, why FROM refused ORDER BY at_row LIMIT 10").fetchall()
    faults = [RowError(f"line {at}", why, "mend the row") for at, why in rows]
    return faults or [RowError("", "There is no row below the headings", "export it again")]


def count(connection: duckdb.DuckDBPyConnection, rows: str) -> int:
    """Return how many rows there are."""
    found = connection.execute(f"SELECT count(*) FROM {rows}").fetchone()
    return int(found[0]) if found else 0


def notices(heard: Heard) -> tuple[str, ...]:
    """Return what is worth saying of a file that was read all the same."""
    if not heard.not_utf8:
        return ()
    named = ", ".join(f"{at:,}" for at in heard.not_utf8[:ONES_NAMED])
    return (f"{len(heard.not_utf8):,} lines are no UTF-8 and were read as Windows-1252: {named}",)
