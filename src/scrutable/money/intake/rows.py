"""The rows of a ledger’s extract as they come, however large: csv, workbook or Parquet."""

import codecs
import csv
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import TextIO

import duckdb

from scrutable.evidence.facts import RowError
from scrutable.evidence.intake import Limits, Value, Workbook, open_workbook

PARQUET, ZIP = b"PAR1", b"PK\x03\x04"
OLD_WORKBOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MOST_CONTINUED = 50  # lines that a value in quotes may run over
OF_WORKBOOKS = Limits(most_bytes=200_000_000, most_unpacked=2_000_000_000, most_cells=20_000_000)
DELIMITERS = (",", ";", "\t", "|")
PROBED = 1 << 20  # bytes by which the encoding is told
BATCH = 50_000
LONGEST = 1_000_000  # letters of a value
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
    usual = csv.field_size_limit(min(LONGEST, sys.maxsize))
    try:
        yield from _of_lines(path)
    finally:
        csv.field_size_limit(usual)


def _of_lines(path: Path) -> Iterator[Row]:
    with path.open(encoding=_encoding(path), errors="replace", newline="") as text:
        delimiter = _delimiter(text)
        text.seek(0)
        reader = csv.reader((line.replace("\0", "") for line in text), delimiter=delimiter)
        while True:
            begins = reader.line_num + 1
            try:
                row = next(reader, None)
            except csv.Error:
                yield begins, ()
                continue
            if row is None:
                return
            if reader.line_num - begins > MOST_CONTINUED:
                said = "A quotation mark is opened here and not closed"
                raise Unreadable([RowError(f"line {begins}", said, "mend the row")])
            if any(one.strip() for one in row):
                yield begins, row


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        head = file.read(PROBED)
    for mark, name in BOMS:
        if head.startswith(mark):
            return name
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _delimiter(text: TextIO) -> str:
    """Return what parts most values of the first lines."""
    head = "".join(islice(text, 20))
    return max(DELIMITERS, key=lambda one: (head.count(one), -DELIMITERS.index(one)))
