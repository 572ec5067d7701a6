"""Files received, places in them, and what is wrong at a place; pure."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, order=True)
class RowError:
    """Something wrong in a file: where, what, and what to do about it.

    The place is empty where the whole file is meant.
    """

    place: str
    fault: str
    remedy: str

    def __str__(self) -> str:
        said = f"{self.fault}; {self.remedy}"
        return f"{self.place}: {said}" if self.place else said


@dataclass(frozen=True, slots=True, order=True)
class Notice:
    """Something a reader of the file should know that stops nothing."""

    place: str
    text: str

    def __str__(self) -> str:
        return f"{self.place}: {self.text}" if self.place else self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """A file as it was received; its bytes are kept once, under their SHA-256."""

    sha256: str
    name: str
    size: int
    received_at: datetime
    received_by: str
    event: int

    @property
    def reference(self) -> str:
        """Return the file's public name."""
        return file_reference(self.sha256)


def file_reference(sha256: str) -> str:
    """Return the public name of the file with this SHA-256.

    >>> file_reference("0a1b2c3d4e5f" + "0" * 52)
    'file/0a1b2c3d4e5f'
    """
    return f"file/{sha256[:12]}"


def column_letters(column: int) -> str:
    """Return a column's letters; the first column is 0.

    >>> column_letters(0), column_letters(25), column_letters(26), column_letters(701)
    ('A', 'Z', 'AA', 'ZZ')
    """
    letters = ""
    number = column + 1
    while number:
        number, left = divmod(number - 1, 26)
        letters = chr(ord("A") + left) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """Return a cell's name in its sheet; rows and columns begin at 0.

    >>> cell_name(13, 5)
    'F14'
    """
    return f"{column_letters(column)}{row + 1}"


def cell_place(sheet: str, row: int, column: int) -> str:
    """Return the place of a cell; rows and columns begin at 0.

    >>> cell_place("Returns", 13, 5)
    'Returns!F14'
    """
    return f"{sheet}!{cell_name(row, column)}"


def line_place(line: int) -> str:
    """Return the place of a line of a text file; lines begin at 1.

    >>> line_place(37)
    'line 37'
    """
    return f"line {line}"
