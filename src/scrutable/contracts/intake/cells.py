"""Reading and checking the mapped cells of a workbook; pure but for opening it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import isfinite

from scrutable.contracts.intake.cellmap import CellType, MappedCell
from scrutable.contracts.intake.numbers import (
    Fault,
    ambiguous_share,
    cell_fault,
    plain_number,
    shown,
    tidy,
)
from scrutable.evidence.facts import Notice, RowError, cell_place
from scrutable.evidence.intake import CellError, Sheet, Value, Workbook, open_workbook


@dataclass(frozen=True, slots=True, kw_only=True)
class CellsRead:
    """What the mapped cells of one workbook hold, by their keys, and every fault.

    Percentages are from 0 to 100. A cell with a fault has no value here.
    """

    name: str
    values: Mapping[str, Value] = field(default_factory=dict)
    errors: tuple[RowError, ...] = ()
    notices: tuple[Notice, ...] = ()


def read_cells(content: bytes, name: str, cells: Sequence[MappedCell]) -> CellsRead:
    """Read the mapped cells of one workbook; only the sheets that the map names are opened."""
    opened = open_workbook(content, name, only={cell.sheet for cell in cells})
    if not isinstance(opened, Workbook):
        return CellsRead(name=name, errors=tuple(opened))
    values: dict[str, Value] = {}
    errors: list[RowError] = []
    sheets = {name: opened.sheet(name) for name in dict.fromkeys(cell.sheet for cell in cells)}
    for cell in cells:
        sheet = sheets[cell.sheet]
        if sheet is None:
            errors.append(missing_sheet(cell.sheet))
            continue
        value = sheet.value(cell.row, cell.column)
        found = CHECKS[cell.type](sheet, cell, value)
        if isinstance(found, Fault):
            errors.append(_cell_fault(sheet, cell, found))
        else:
            values[cell.key] = found
    return CellsRead(
        name=name,
        values=values,
        errors=tuple(dict.fromkeys(errors)),
        notices=opened.notices,
    )


def missing_sheet(name: str) -> RowError:
    """Return the fault of a workbook without a sheet that the map names."""
    return RowError(
        "",
        f"There is no sheet named {shown(name)}",
        "add or rename the sheet, or correct the map",
    )


def _cell_fault(sheet: Sheet, cell: MappedCell, found: Fault) -> RowError:
    place = cell_place(sheet.name, cell.row, cell.column)
    failed = isinstance(sheet.value(cell.row, cell.column), CellError)
    remedy = "mend the formula" if failed else found.remedy
    return RowError(place, f"{cell.key}: {found.fault}", remedy)


def _any(_sheet: Sheet, _cell: MappedCell, value: Value) -> Value | Fault:
    return cell_fault(value) or value


def _text(_sheet: Sheet, _cell: MappedCell, value: Value) -> Value | Fault:
    if isinstance(value, str):
        return value if value.strip() else Fault("The cell is blank", "enter a text")
    return cell_fault(value) or Fault(f"A text is needed, not {shown(value)}", "enter it in words")


def _number(_sheet: Sheet, _cell: MappedCell, value: Value) -> Value | Fault:
    if value.__class__ is float or value.__class__ is int:
        fits = isfinite(value)
        return value if fits else Fault("The number is too large", "correct the number")
    return _not_as_wanted(value, "a number")


def _date(_sheet: Sheet, _cell: MappedCell, value: Value) -> Value | Fault:
    return value if isinstance(value, date) else _not_as_wanted(value, "a date")


def _percent(sheet: Sheet, cell: MappedCell, value: Value) -> Value | Fault:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return _not_as_wanted(value, "a percentage")
    number = plain_number(value)
    if isinstance(number, Fault):
        return number
    if sheet.is_percent(cell.row, cell.column):
        return float(tidy(number * 100))
    return ambiguous_share(number) if 0 < abs(number) <= 1 else float(number)


def _not_as_wanted(value: Value, wanted: str) -> Fault:
    """Say why the cell is not what it must be; a text that reads like one is named as such."""
    if fault := cell_fault(value):
        return fault
    if not isinstance(value, str):
        return Fault(f"The cell must hold {wanted}, not {shown(value)}", f"enter {wanted}")
    if not value.strip():
        return Fault("The cell is blank", f"enter {wanted}")
    return Fault(
        f"The cell must hold {wanted}, not the text {shown(value)}",
        f"enter it as {wanted}, not as text",
    )


CHECKS: Mapping[CellType | None, Callable[[Sheet, MappedCell, Value], Value | Fault]] = {
    None: _any,
    CellType.TEXT: _text,
    CellType.NUMBER: _number,
    CellType.DATE: _date,
    CellType.PERCENT: _percent,
}
