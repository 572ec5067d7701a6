"""A row of a register of agreements, its cells asked for by their column; pure."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import TypeVar

from scrutable.evidence.facts import RowError
from scrutable.evidence.intake import Sheet, Value
from scrutable.evidence.intake.cells import words_of
from scrutable.housekeeping.intake.agreements.cells import NONE
from scrutable.housekeeping.intake.columns import plain

SEARCHED = 20  # rows in which the headings are looked for
WRONG = {
    "day": ("is no date", "enter a day such as 31/03/2026"),
    "months": ("is no number of months", "enter it such as 60, 60 months or 5 years"),
    "pounds": ("is no sum of money", "enter it such as 1,234.56"),
    "notice": ("is no notice", "enter it such as 3 months or 90 days"),
}
Read = TypeVar("Read")


@cache
def headings() -> Mapping[str, tuple[str, ...]]:
    """Return the headings that each column goes by."""
    text = resources.files("scrutable.housekeeping").joinpath("definitions/agreements.toml")
    said = tomllib.loads(text.read_text(encoding="utf-8"))
    return {name: tuple(map(plain, one["headings"])) for name, one in said.items()}


def columns_in(sheet: Sheet, row: int) -> dict[str, int]:
    """Return the place of each column for which a heading stands in the row."""
    said = [plain(words_of(value)) for value in sheet.rows[row]]
    places: dict[str, int] = {}
    for name, known in headings().items():
        place = next((said.index(one) for one in known if one in said), None)
        if place is not None and place not in places.values():
            places[name] = place
    return places


def rows_of(sheet: Sheet) -> tuple[list["Row"], list[RowError]]:
    """Return the rows below the headings in which anything is said, or what is wrong with them."""
    found = [columns_in(sheet, at) for at in range(min(len(sheet.rows), SEARCHED))]
    if not found:
        return [], [RowError("", "The file holds no rows", "export it again")]
    at = max(range(len(found)), key=lambda one: (len(found[one]), -one))
    if "code" not in found[at]:
        fault, remedy = "No column holds the reference of each agreement", "call it “Reference”"
        return [], [RowError(sheet.place(at, 0), fault, remedy)]
    below = range(at + 1, len(sheet.rows))
    rows = [Row(sheet=sheet, at=row, columns=found[at]) for row in below]
    rows = [row for row in rows if any(words_of(value) for value in sheet.rows[row.at])]
    if not rows:
        return [], [RowError("", "No row stands below the headings", "export it again")]
    return rows, []


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row below the headings, and what is wrong with it."""

    sheet: Sheet
    at: int
    columns: Mapping[str, int]
    errors: list[RowError] = field(default_factory=list)

    def read(self, name: str, how: Callable[[Value], Read | None], what: str) -> Read | None:
        """Return what the cell says; None of one that says nothing, and of one that cannot."""
        text = self.words(name)
        if text.casefold() in NONE:
            return None
        found = how(self.value(name))
        if found is None:
            fault, remedy = WRONG[what]
            self.fail(name, f"“{text[:40]}” {fault}", remedy)
        return found

    def value(self, name: str) -> Value:
        """Return what the cell holds; a blank where there is no such column."""
        return self.sheet.value(self.at, self.columns[name]) if name in self.columns else ""

    def words(self, name: str) -> str:
        """Return what the cell says, as words."""
        return words_of(self.value(name))

    def told(self, *names: str) -> dict[str, str]:
        """Return the words of those columns that there are."""
        return {name: self.words(name) for name in names if name in self.columns}

    def place(self, name: str) -> str:
        """Return where the cell is; of the reference where there is no such column."""
        return self.sheet.place(self.at, self.columns.get(name, self.columns["code"]))

    def fail(self, name: str, fault: str, remedy: str) -> None:
        """Keep a fault in the cell."""
        self.errors.append(RowError(self.place(name), fault, remedy))
