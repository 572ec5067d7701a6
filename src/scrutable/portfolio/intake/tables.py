"""The rows of a sheet below its headings; pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from scrutable.evidence.facts import RowError
from scrutable.evidence.intake import Sheet, Value, sheet_key
from scrutable.portfolio.intake.cells import words_of
from scrutable.portfolio.intake.sheets import COLUMNS, LATER

SEARCHED = 20  # rows in which headings and report date are looked for
REMEDY = "use the workbook that was issued"


@dataclass(frozen=True, slots=True)
class Row:
    """One row below the headings, its cells asked for by their heading.

    `said` stands in for what cells hold, where a council's words were translated; `constants`
    for cells that hold nothing.
    """

    sheet: Sheet
    at: int
    columns: Mapping[str, int]
    said: Mapping[str, Value] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)

    def own(self, heading: str) -> Value:
        """Return what the cell itself says; a blank where there is no such column."""
        if heading in self.said:
            return self.said[heading]
        at = self.columns.get(heading)
        return "" if at is None else self.sheet.value(self.at, at)

    def value(self, heading: str) -> Value:
        """Return what the cell says, or what holds for every row."""
        found = self.own(heading)
        if isinstance(found, str) and not found.strip():
            return self.constants.get(heading, "")
        return found

    def words(self, heading: str) -> str:
        """Return what the cell says, as words."""
        return words_of(self.value(heading))

    def own_words(self, heading: str) -> str:
        """Return what the cell itself says, as words."""
        return words_of(self.own(heading))

    def place(self, heading: str) -> str:
        """Return where the cell is; of the project's number where there is no such column."""
        return self.sheet.place(
            self.at, self.columns.get(heading, next(iter(self.columns.values())))
        )

    def fault(self, heading: str, fault: str, remedy: str) -> RowError:
        """Return a fault in the cell."""
        return RowError(self.place(heading), fault, remedy)


def rows_of(sheet: Sheet) -> tuple[list[Row], list[RowError]]:
    """Return the rows in which anything is said; or what is wrong with the headings."""
    wanted = _wanted(sheet)
    at = _heading_row(sheet, wanted[0])
    if at is None:
        fault = f"No row of headings begins with “{wanted[0]}”"
        return [], [RowError(sheet_place(sheet, 4, 0), fault, REMEDY)]
    said = [words_of(value).casefold() for value in sheet.rows[at]]
    missing = [title for title in wanted if title.casefold() not in said]
    if lacking := [title for title in missing if title not in LATER]:
        fault = f"The column “{lacking[0]}” is missing"
        return [], [RowError(sheet.place(at, 0), fault, REMEDY)]
    columns = {title: said.index(title.casefold()) for title in wanted if title not in missing}
    below = range(at + 1, len(sheet.rows))
    return [Row(sheet, row, columns) for row in below if any(map(words_of, sheet.rows[row]))], []


def sheet_place(sheet: Sheet, row: int, column: int) -> str:
    """Return a cell's place, also one below the end of a text file."""
    if sheet.lines is None or row < len(sheet.lines):
        return sheet.place(row, column)
    return f"line {row + 1}"


def _wanted(sheet: Sheet) -> list[str]:
    found = {sheet_key(name): columns for name, columns in COLUMNS.items()}
    return [title for title, _ in found[sheet_key(sheet.name)]]


def _heading_row(sheet: Sheet, first: str) -> int | None:
    for at, row in enumerate(sheet.rows[:SEARCHED]):
        if row and words_of(row[0]).casefold() == first.casefold():
            return at
    return None
