"""A workbook as it was read: sheets of typed cells, each with its place; pure."""

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Final

from scrutable.evidence.facts import Notice, cell_place, column_letters, line_place


@dataclass(frozen=True, slots=True)
class CellError:
    """A cell whose formula failed, such as `#DIV/0!`; never the same as a blank."""

    code: str

    def __str__(self) -> str:
        return self.code


@dataclass(frozen=True, slots=True)
class NotCalculated:
    """A cell whose formula was saved without its value; never the same as a blank."""

    def __str__(self) -> str:
        return "formula without a value"


NOT_CALCULATED: Final = NotCalculated()

# A blank cell is the empty text.
Value = str | float | bool | date | datetime | time | timedelta | CellError | NotCalculated
Corner = tuple[int, int]


def _no_percents() -> Container[Corner]:
    return ()


def sheet_key(name: str) -> str:
    """Return a sheet's name in the form in which names are compared."""
    return name.strip().casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The cells of one sheet; rows and columns begin at 0, and places never shift.

    Rows may differ in length; ask `value` to be safe. `lines` holds the line on which each row
    of a text file begins. `find_percents` is asked once, if at all: number formats are slow.
    """

    name: str
    rows: Sequence[Sequence[Value]]
    is_visible: bool = True
    merged: tuple[tuple[Corner, Corner], ...] = ()
    lines: tuple[int, ...] | None = None
    find_percents: Callable[[], Container[Corner]] = field(default=_no_percents, repr=False)

    def value(self, row: int, column: int) -> Value:
        """Return the cell's value; a blank, and whatever lies outside, is the empty text."""
        if not 0 <= row < len(self.rows):
            return ""
        cells = self.rows[row]
        return cells[column] if 0 <= column < len(cells) else ""

    def place(self, row: int, column: int) -> str:
        """Return the cell's place, as `Returns!F14` or `line 14, column F`."""
        if self.lines is None:
            return cell_place(self.name, row, column)
        return f"{line_place(self.lines[row])}, column {column_letters(column)}"

    def is_percent(self, row: int, column: int) -> bool:
        """Test whether the cell shows its number as a percentage, so that 0.92 is 92%."""
        return (row, column) in self.find_percents()


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """A file that could be read, with what its reader should know."""

    name: str
    sheets: tuple[Sheet, ...]
    notices: tuple[Notice, ...] = ()

    def sheet(self, name: str) -> Sheet | None:
        """Return the sheet of that name; spaces around and the case of letters do not count."""
        wanted = sheet_key(name)
        for sheet in self.sheets:
            if sheet_key(sheet.name) == wanted:
                return sheet
        return None

    @property
    def visible(self) -> tuple[Sheet, ...]:
        """Return the sheets that a person would see."""
        return tuple(sheet for sheet in self.sheets if sheet.is_visible)
