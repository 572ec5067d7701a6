"""Writing the workbook in which projects report; the same input gives the same bytes."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from scrutable.portfolio import facts
from scrutable.portfolio.intake.sheets import (
    BENEFITS,
    COLUMNS,
    DATES,
    DAYS,
    DEPENDENCIES,
    FUNDING,
    HEADING_ROW,
    INSTRUCTIONS,
    LOCKED,
    PROJECTS,
    RATED,
    REPORT_DATE,
    SPARE_ROWS,
    STATUS,
    SUMS,
)

Look = dict[str, object]
Cell = str | date | Decimal | int | None
FONT: Look = {"font_name": "Arial", "font_size": 11, "valign": "top", "align": "left"}
EDGE: Look = {"border": 1, "border_color": "#505A5F"}
LOOKS: dict[str, Look] = {
    "title": {"bold": True, "font_size": 16},
    "hint": {"italic": True},
    "heading": {"bold": True, "font_color": "#FFFFFF", "bg_color": "#1D3D5C", "text_wrap": True},
    "locked": {**EDGE, "text_wrap": True, "bg_color": "#F3F2F1"},
    "open": {**EDGE, "text_wrap": True, "bg_color": "#FFF7BF", "locked": False},
}
FORMS: Mapping[str, Look] = {
    "day": {"num_format": "d mmmm yyyy"},
    "sum": {"num_format": "#,##0.00", "align": "right"},
    "text": {},
}
OFFERED: Mapping[str, type[StrEnum]] = {
    **dict.fromkeys(sorted(RATED), facts.Rating),
    "Scale": facts.Scale,
    "Stage": facts.ProjectStage,
    "Theme": facts.Theme,
    "State": facts.DependencyState,
}
SPARE = frozenset({DEPENDENCIES, PROJECTS})  # sheets with room for what is new
OPEN = facts.DependencyState.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """What the workbook asks about: each project, and everything of it that is reported."""

    projects: Sequence[facts.Project]
    lines: Sequence[facts.DateLine]
    dependencies: Sequence[facts.Dependency] = ()
    fundings: Sequence[facts.Funding] = ()
    benefits: Sequence[facts.Benefit] = ()


def write_template(issued: Issued, *, on: date, council: str = "") -> bytes:
    """Return the workbook: of each project what it still has to report.

    Milestones reached and dependencies settled are left out. Benefits are reported whatever has
    become of their project.
    """
    projects = issued.projects
    titles = {project.number: project.title for project in projects}
    rows: dict[str, list[list[Cell]]] = {
        DATES: [
            [one.project, titles[one.project], one.milestone, one.original, one.current]
            for one in issued.lines
            if one.actual is None and one.project in titles
        ],
        STATUS: [[one.number, one.title, facts.Scale.THREE.value] for one in projects],
        DEPENDENCIES: [_dependency(one) for one in issued.dependencies if one.state is OPEN],
        FUNDING: [_funding(one, titles) for one in issued.fundings if one.project in titles],
        BENEFITS: [
            [one.code, one.title, one.measure.value, one.target]
            for one in issued.benefits
            if one.withdrawn_on is None
        ],
        PROJECTS: [],
    }
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    created = datetime.combine(on, time())
    book.set_properties({"title": "Update of projects", "author": council, "created": created})
    pen = _Pen(book)
    for name, said in rows.items():
        pen.write_sheet(book.add_worksheet(name), said, on)
    book.close()
    return out.getvalue()


def _dependency(one: facts.Dependency) -> list[Cell]:
    return [
        one.project,
        one.number,
        one.on_whom,
        one.what,
        one.needed_by,
        one.expected_on,
        one.state.value,
        one.settled_on,
        one.owner,
        one.note,
    ]


def _funding(one: facts.Funding, titles: Mapping[str, str]) -> list[Cell]:
    year = f"{one.year}/{(one.year + 1) % 100:02}"
    return [one.project, titles[one.project], one.source.value, year, one.approved]


class _Pen:
    """Writes sheets in a few looks, each made once."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self.looks: dict[tuple[str, str], Format] = {
            (look, form): book.add_format({**FONT, **LOOKS[look], **FORMS[form]})
            for look in LOOKS
            for form in FORMS
        }

    def write_sheet(self, sheet: Worksheet, rows: Sequence[Sequence[Cell]], on: date) -> None:
        name = sheet.get_name()
        self._write_head(sheet, name, on)
        last = HEADING_ROW + len(rows) + (SPARE_ROWS if name in SPARE else 0)
        for at, (title, width) in enumerate(COLUMNS[name]):
            sheet.set_column(at, at, width)
            sheet.write_string(HEADING_ROW, at, title, self.looks["heading", "text"])
            if title in OFFERED and last > HEADING_ROW:
                values = [value.value for value in OFFERED[title]]
                choice = {"validate": "list", "source": values}
                sheet.data_validation(HEADING_ROW + 1, at, last, at, choice)
        for down in range(HEADING_ROW + 1, last + 1):
            at = down - HEADING_ROW - 1
            self._write_row(sheet, name, down, rows[at] if at < len(rows) else ())
        sheet.freeze_panes(HEADING_ROW + 1, 2)
        sheet.protect("", {"format_columns": True, "format_rows": True})

    def _write_head(self, sheet: Worksheet, name: str, on: date) -> None:
        sheet.write_string(0, 0, "Update of projects", self.looks["title", "text"])
        sheet.write_string(1, 0, INSTRUCTIONS[name], self.looks["hint", "text"])
        sheet.write_string(2, 0, REPORT_DATE, self.looks["hint", "text"])
        if name == DATES:
            sheet.write_datetime(2, 1, datetime.combine(on, time()), self.looks["open", "day"])
        else:
            said = f"As on the sheet {DATES}"
            sheet.write_string(2, 1, said, self.looks["hint", "text"])

    def _write_row(self, sheet: Worksheet, name: str, down: int, row: Sequence[Cell]) -> None:
        for at, (title, _) in enumerate(COLUMNS[name]):
            value = row[at] if at < len(row) else None
            form = "day" if title in DAYS else "sum" if title in SUMS else "text"
            look = self.looks["locked" if title in LOCKED[name] else "open", form]
            if isinstance(value, date):
                sheet.write_datetime(down, at, datetime.combine(value, time()), look)
            elif isinstance(value, int | Decimal):
                sheet.write_number(down, at, float(value), look)
            elif value:
                sheet.write_string(down, at, value, look)
            else:
                sheet.write_blank(down, at, None, look)
