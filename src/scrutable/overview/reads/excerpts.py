"""The cells around the one that a figure came from."""

import re

from scrutable.evidence import reads as evidence
from scrutable.evidence.facts import column_letters
from scrutable.evidence.intake import Sheet, Value, open_workbook
from scrutable.overview.facts import Excerpt

CELL = re.compile(r"(?P<sheet>.+)!(?P<column>[A-Z]{1,3})(?P<row>[1-9]\d{0,6})")
LINE = re.compile(r"line (?P<line>[1-9]\d*)(?:, column (?P<column>[A-Z]{1,3}))?")
ROWS_AROUND = 2
MOST_COLUMNS = 12


def excerpt(file: str, place: str) -> Excerpt | None:
    """Return the cells around the place, or None where file or cell are not there any more."""
    stored, content = evidence.stored_file(file), evidence.content(file)
    if stored is None or content is None:
        return None
    workbook = open_workbook(content, stored.name)
    if isinstance(workbook, list) or not workbook.sheets:
        return None
    if found := CELL.fullmatch(place):
        sheet = workbook.sheet(found["sheet"])
        row = int(found["row"]) - 1
    elif found := LINE.fullmatch(place):
        sheet = workbook.sheets[0]
        row = _row_of_line(sheet, int(found["line"]))
    else:
        return None
    if sheet is None or not 0 <= row < len(sheet.rows):
        return None
    return _cut(stored.name, sheet, row, found["column"] or "")


def _row_of_line(sheet: Sheet, line: int) -> int:
    return sheet.lines.index(line) if sheet.lines and line in sheet.lines else -1


def _cut(name: str, sheet: Sheet, row: int, column: str) -> Excerpt | None:
    first, last = max(0, row - ROWS_AROUND), min(len(sheet.rows), row + ROWS_AROUND + 1)
    width = max(len(cells) for cells in sheet.rows[first:last])
    start = max(0, _column_number(column) + 1 - MOST_COLUMNS)
    shown = range(start, min(width, start + MOST_COLUMNS))
    return Excerpt(
        file_name=name,
        sheet=sheet.name,
        columns=tuple(column_letters(number) for number in shown),
        rows=tuple(
            (_row_name(sheet, at), tuple(_shown(sheet.value(at, number)) for number in shown))
            for at in range(first, last)
        ),
        row=_row_name(sheet, row),
        column=column,
    )


def _shown(value: Value) -> str:
    """Return the cell as text; a whole number without the nought that reading gave it."""
    whole = isinstance(value, float) and value.is_integer()
    return f"{value:.0f}" if whole else str(value)


def _row_name(sheet: Sheet, row: int) -> str:
    return str(sheet.lines[row]) if sheet.lines else str(row + 1)


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
