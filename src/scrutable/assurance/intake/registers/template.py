"""Writing the workbook of the register; the same input gives the same bytes."""

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from enum import Enum

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from scrutable.assurance.intake.registers.sheets import DAYS, SHEETS, TEXT, WHOLE, SheetOf
from scrutable.records.facts import Record

HEADING_ROW, SPARE_ROWS = 3, 200
Look = dict[str, object]
FONT: Look = {"font_name": "Arial", "font_size": 11, "valign": "top", "align": "left"}
LOOKS: Mapping[str, Look] = {
    "title": {"bold": True, "font_size": 16},
    "hint": {"italic": True},
    "heading": {"bold": True, "font_color": "#FFFFFF", "bg_color": "#1D3D5C", "text_wrap": True},
    TEXT: {"text_wrap": True},
    DAYS: {"num_format": "d mmmm yyyy"},
    WHOLE: {"num_format": "#,##0"},
}


def write_register(
    kept: Mapping[type[Record], Sequence[Record]],
    *,
    on: date,
    council: str = "",
    only: Sequence[str] = (),
) -> bytes:
    """Return the workbook with all that is recorded and room below; `only` names its sheets."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    created = datetime.combine(on, time())
    book.set_properties({"title": "Register of assurance", "author": council, "created": created})
    looks = {name: book.add_format({**FONT, **look}) for name, look in LOOKS.items()}
    for of in SHEETS:
        if not only or of.name in only:
            _write(book.add_worksheet(of.name), of, kept.get(of.kind, ()), looks)
    book.close()
    return out.getvalue()


def _write(
    sheet: Worksheet, of: SheetOf, kept: Sequence[Record], looks: Mapping[str, Format]
) -> None:
    sheet.write_string(0, 0, of.name, looks["title"])
    sheet.write_string(1, 0, of.hint, looks["hint"])
    last = HEADING_ROW + len(kept) + SPARE_ROWS
    for at, column in enumerate(of.columns):
        sheet.set_column(at, at, column.width)
        sheet.write_string(HEADING_ROW, at, column.heading, looks["heading"])
        if column.offered:
            choice = {"validate": "list", "source": list(column.offered)}
            sheet.data_validation(HEADING_ROW + 1, at, last, at, choice)
        for down, one in enumerate(kept, start=HEADING_ROW + 1):
            _write_cell(sheet, down, at, getattr(one, column.field), looks[column.look])
    sheet.freeze_panes(HEADING_ROW + 1, 2)


def _write_cell(sheet: Worksheet, down: int, at: int, value: object, look: Format) -> None:
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, tuple):
        value = "\n".join(value)
    if isinstance(value, bool):
        value = "yes" if value else "no"
    if isinstance(value, date):
        sheet.write_datetime(down, at, datetime.combine(value, time()), look)
    elif isinstance(value, int):
        sheet.write_number(down, at, value, look)
    elif value:
        sheet.write_string(down, at, str(value), look)
