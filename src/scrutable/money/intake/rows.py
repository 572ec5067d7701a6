"""The rows of a ledger’s extract as they come, however large: csv, workbook or Parquet."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path

import duckdb

from scrutable.evidence.facts import RowError
from scrutable.evidence.intake import Value, Workbook, open_workbook
from scrutable.evidence.intake.large import OF_WORKBOOKS, OLD_WORKBOOK, PARQUET, ZIP
from scrutable.evidence.intake.lines import (
    DELIMITERS,
    LONGEST,
    Heard,
    cells,
    lines_of,
    records,
)

PROBED = 20  # lines by which the delimiter is told
BATCH = 50_000
EMPTY = RowError("", "The file is empty", "export it again")
OLD = RowError("", "This is an old or locked workbook", "save it as .xlsx or csv")

Row = tuple[int, Sequence[Value]]


class Unreadable(Exception):
    """The file cannot be read at all; `faults` say why."""

    def __init__(self, faults: Iterable[RowError]) -> None:
        super().__init__()
        self.faults = tuple(faults)


def rows_of(path: Path, name: str) -> Iterator[Row]:
    """Yield every row that says anything with its place, from 1; raises Unreadable."""
    with path.open("rb") as file:
        head = file.read(8)
    if not head:
        raise Unreadable([EMPTY])
    if head == OLD_WORKBOOK:
        raise Unreadable([OLD])
    if head.startswith(PARQUET):
        yield from _of_parquet(path)
    elif head.startswith(ZIP):
        yield from _of_workbook(path, name)
    else:
        yield from _of_text(path)


def _of_parquet(path: Path) -> Iterator[Row]:
    try:
        with closing(duckdb.connect()) as connection:
            found = connection.execute("SELECT * FROM read_parquet(?)", [str(path)])
            names = [str(one[0]) for one in found.description or ()]
            cast = ", ".join(
                f'CAST("{one.replace(chr(34), chr(34) * 2)}" AS VARCHAR)' for one in names
            )
            asked = f"SELECT {cast} FROM read_parquet(?)"  # noqa: S608  (the file's own, quoted)
            found = connection.execute(asked, [str(path)])
            yield 0, names
            at = 0
            while batch := found.fetchmany(BATCH):
                for row in batch:
                    at += 1
                    yield at, ["" if value is None else value for value in row]
    except duckdb.Error as fault:
        said = str(fault).splitlines()[0]
        raise Unreadable(
            [RowError("", f"The file cannot be read ({said})", "export it again")]
        ) from fault


def _of_workbook(path: Path, name: str) -> Iterator[Row]:
    book = open_workbook(path.read_bytes(), name, limits=OF_WORKBOOKS)
    if not isinstance(book, Workbook):
        raise Unreadable(book)
    sheet = max(book.visible or book.sheets, key=lambda one: len(one.rows))
    for at, row in enumerate(sheet.rows, start=1):
        if any(value != "" for value in row):
            yield at, row


def _of_text(path: Path) -> Iterator[Row]:
    heard = Heard()
    delimiter = _delimiter(path)
    for at, row in records(lines_of(path, heard), delimiter, heard):
        _refuse_unclosed(heard)
        values = cells(row, delimiter) if len(row) <= LONGEST else ()
        if not values or any(one.strip() for one in values):
            yield at, values
    _refuse_unclosed(heard)


def _refuse_unclosed(heard: Heard) -> None:
    if heard.set_aside:
        line, *_ = heard.set_aside[0]
        said = "A quotation mark is opened here and not closed"
        raise Unreadable([RowError(f"line {line}", said, "mend the row")])


def _delimiter(path: Path) -> str:
    """Return what parts most values of the first lines."""
    head = "".join(line for _, line in islice(lines_of(path, Heard()), PROBED))
    return max(DELIMITERS, key=lambda one: (head.count(one), -DELIMITERS.index(one)))
