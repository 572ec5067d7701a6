"""Reading suppliers' own workbooks by a map of cells, in the form government returns use.

The map is a csv file `cell_key,template_sheet,cell_reference,type`. Columns of our own may
follow: `code` names the KPI that a cell belongs to, `holds` which column of a return it would
stand in (result, unless it says otherwise).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from scrutable.contracts.intake.headings import Column, heading_text
from scrutable.contracts.intake.numbers import (
    shown,
)
from scrutable.evidence.facts import RowError
from scrutable.evidence.intake import Sheet, Workbook, open_workbook

REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
MAP_HEADINGS: Mapping[str, Sequence[str]] = {
    "key": ("cell key", "key"),
    "sheet": ("template sheet", "sheet"),
    "reference": ("cell reference", "cellreference", "cellref", "reference"),
    "type": ("type", "data type"),
    "code": ("code", "kpi code", "kpi"),
    "holds": ("holds",),
}
NEEDED = {"key": "cell_key", "sheet": "template_sheet", "reference": "cell_reference"}
ADD_HEADING = "add the column, so that the first line begins cell_key,template_sheet,cell_reference"


class CellType(StrEnum):
    """What a mapped cell must hold."""

    TEXT = "TEXT"
    NUMBER = "NUMBER"
    DATE = "DATE"
    PERCENT = "PERCENT"


TYPES = frozenset(kind.value for kind in CellType)
COLUMNS = frozenset(column.value for column in Column)


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedCell:
    """One line of the map; rows and columns begin at 0. Without a type anything may stand."""

    key: str
    sheet: str
    row: int
    column: int
    type: CellType | None = None
    code: str = ""
    holds: Column = Column.RESULT


def read_map(content: bytes, name: str) -> tuple[list[MappedCell], list[RowError]]:
    """Return the map's cells and what is wrong with it, line by line."""
    opened = open_workbook(content, name if name.lower().endswith(".csv") else f"{name}.csv")
    if not isinstance(opened, Workbook):
        return [], opened
    sheet = opened.sheets[0]
    columns = _map_columns(sheet)
    errors = [
        RowError("line 1", f"The column {NEEDED[name]} is missing", ADD_HEADING)
        for name in NEEDED
        if name not in columns
    ]
    if errors:
        return [], errors
    cells: dict[str, MappedCell] = {}
    for row in range(1, len(sheet.rows)):
        said = {name: str(sheet.value(row, column)).strip() for name, column in columns.items()}
        if not any(said.values()):
            continue
        found = _mapped(said, sheet.place(row, 0).partition(",")[0], cells)
        if isinstance(found, RowError):
            errors.append(found)
        else:
            cells[found.key] = found
    return list(cells.values()), errors


def _map_columns(sheet: Sheet) -> dict[str, int]:
    columns: dict[str, int] = {}
    for column, value in enumerate(sheet.rows[0] if sheet.rows else ()):
        text = heading_text(value)
        for name, headings in MAP_HEADINGS.items():
            if text in headings:
                columns.setdefault(name, column)
    return columns


def _mapped(
    said: Mapping[str, str], place: str, earlier: Mapping[str, MappedCell]
) -> MappedCell | RowError:
    """Return the line's cell, or the first thing wrong with the line."""
    for name, heading in NEEDED.items():
        if not said[name]:
            return RowError(place, f"The {heading} is blank", "fill it in or take out the line")
    if said["key"] in earlier:
        return RowError(place, f"The cell_key {shown(said['key'])} is there already", "rename one")
    position = cell_position(said["reference"])
    if position is None:
        reference = shown(said["reference"])
        return RowError(place, f"{reference} is not a cell", "enter one, such as F14")
    kind, holds = said.get("type", "").upper(), said.get("holds", "").lower()
    if kind and kind not in TYPES:
        return RowError(
            place, f"The type {shown(kind)} is not known", "use TEXT, NUMBER, DATE or PERCENT"
        )
    if holds and holds not in COLUMNS:
        return RowError(
            place, f"{shown(holds)} is not a column of a return", f"use {', '.join(Column)}"
        )
    return MappedCell(
        key=said["key"],
        sheet=said["sheet"],
        row=position[0],
        column=position[1],
        type=CellType(kind) if kind else None,
        code=said.get("code", ""),
        holds=Column(holds) if holds else Column.RESULT,
    )


def cell_position(reference: str) -> tuple[int, int] | None:
    """Return row and column, from 0, of a cell named as in Excel, or None.

    >>> cell_position("F14"), cell_position("$a$1"), cell_position("F0")
    ((13, 5), (0, 0), None)
    """
    found = REFERENCE.fullmatch(reference.strip())
    if not found:
        return None
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    row = int(found[2])
    return (row - 1, column - 1) if row <= LAST_ROW and column <= LAST_COLUMN else None
