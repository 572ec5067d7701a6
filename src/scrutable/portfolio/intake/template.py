"""Writing the workbook in which projects report; the same input gives the same bytes."""

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from scrutable.portfolio.facts import DateLine, Project, Rating, Scale
from scrutable.portfolio.intake.sheets import (
    COLUMNS,
    DATES,
    DAYS,
    HEADING_ROW,
    INSTRUCTIONS,
    LOCKED,
    RATED,
    REPORT_DATE,
    STATUS,
)

Look = dict[str, object]
FONT: Look = {"font_name": "Arial", "font_size": 11, "valign": "top", "align": "left"}
EDGE: Look = {"border": 1, "border_color": "#505A5F"}
LOOKS: dict[str, Look] = {
    "title": {"bold": True, "font_size": 16},
    "hint": {"italic": True},
    "heading": {"bold": True, "font_color": "#FFFFFF", "bg_color": "#1D3D5C", "text_wrap": True},
    "locked": {**EDGE, "text_wrap": True, "bg_color": "#F3F2F1"},
    "open": {**EDGE, "text_wrap": True, "bg_color": "#FFF7BF", "locked": False},
}
DAY_FORMAT = "d mmmm yyyy"


def write_template(
    *, projects: Sequence[Project], lines: Iterable[DateLine], on: date, council: str = ""
) -> bytes:
    """Return the workbook: a row for each milestone not yet reached and for each project."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties(
        {
            "title": "Update of projects",
            "author": council,
            "created": datetime.combine(on, time()),
        }
    )
    titles = {project.number: project.title for project in projects}
    dates: list[list[str | date]] = [
        [one.project, titles[one.project], one.milestone, one.original, one.current, "", "", ""]
        for one in lines
        if one.actual is None and one.project in titles
    ]
    told: list[list[str | date]] = [
        [one.number, one.title, Scale.THREE.value, *[""] * 9] for one in projects
    ]
    for name, rows in ((DATES, dates), (STATUS, told)):
        _write(book, book.add_worksheet(name), rows, on)
    book.close()
    return out.getvalue()


def _write(
    book: xlsxwriter.Workbook, sheet: Worksheet, rows: Sequence[Sequence[str | date]], on: date
) -> None:
    columns = COLUMNS[sheet.get_name()]
    looks = {
        (name, is_day): _look(book, name, is_day) for name in LOOKS for is_day in (False, True)
    }
    sheet.write_string(0, 0, "Update of projects", looks["title", False])
    sheet.write_string(1, 0, INSTRUCTIONS, looks["hint", False])
    sheet.write_string(2, 0, REPORT_DATE, looks["hint", False])
    if sheet.get_name() == DATES:
        sheet.write_datetime(2, 1, datetime.combine(on, time()), looks["open", True])
    else:
        sheet.write_string(2, 1, f"As on the sheet {DATES}", looks["hint", False])
    for at, (title, width) in enumerate(columns):
        sheet.set_column(at, at, width)
        sheet.write_string(HEADING_ROW, at, title, looks["heading", False])
        if title in RATED and rows:
            _offer(sheet, at, len(rows), [rating.value for rating in Rating])
        if title == "Scale" and rows:
            _offer(sheet, at, len(rows), [scale.value for scale in Scale])
    for down, row in enumerate(rows, start=HEADING_ROW + 1):
        for at, (value, (title, _)) in enumerate(zip(row, columns, strict=True)):
            look = looks["locked" if title in LOCKED else "open", title in DAYS]
            if isinstance(value, date):
                sheet.write_datetime(down, at, datetime.combine(value, time()), look)
            else:
                sheet.write_string(down, at, value, look) if value else sheet.write_blank(
                    down, at, None, look
                )
    sheet.freeze_panes(HEADING_ROW + 1, 2)
    sheet.protect("", {"format_columns": True, "format_rows": True})


def _look(book: xlsxwriter.Workbook, name: str, is_day: bool) -> Format:  # noqa: FBT001  (one of two looks)
    number: Look = {"num_format": DAY_FORMAT} if is_day else {}
    return book.add_format({**FONT, **LOOKS[name], **number})


def _offer(sheet: Worksheet, column: int, rows: int, values: list[str]) -> None:
    first = HEADING_ROW + 1
    sheet.data_validation(
        first, column, first + rows - 1, column, {"validate": "list", "source": values}
    )
