"""Writing the workbook that a supplier fills in; the same input gives the same bytes."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from scrutable.contracts.facts import Direction, Kind, KpiDefinition, NoValue, ReturnRow
from scrutable.contracts.intake.months import reason_words
from scrutable.contracts.intake.returns import is_owed
from scrutable.contracts.intake.sheets import (
    COLUMNS,
    FIRST_ROW,
    HEADING_ROW,
    INPUTS,
    INSTRUCTIONS,
    heading_look,
    input_checks,
    looks,
    number_format,
    row_height,
)
from scrutable.kernel.periods import Month
from scrutable.registers.facts import Contract

SHEET = "Return"


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What a supplier types instead of what the template expects; for the demonstration.

    A `result` of text beginning with `=` is written as a formula whose kept value is `shows`,
    such as `#DIV/0!`. `is_plain` takes the cell's number format away, so that 92 stays 92.
    """

    code: str = ""
    result: str | float | None = None
    shows: str | float = ""
    is_plain: bool = False


def write_template(
    *,
    contract: Contract,
    month: Month,
    kpis: Sequence[KpiDefinition],
    council: str = "",
    filled: Mapping[str, ReturnRow] | None = None,
    typed: Mapping[str, Typed] | None = None,
) -> bytes:
    """Return the workbook for a contract's month: a row for each KPI that a return owes.

    `filled` plays the supplier: what each code's row holds. `typed` overrides single cells.
    """
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties(
        {
            "title": f"Return of {contract.title} for {month.words}",
            "author": council,
            "company": council,
            "created": datetime(month.year, month.number, 1),  # noqa: DTZ001  (xlsxwriter's own form)
        }
    )
    writer = _Writer(book, contract, month, dict(filled or {}), dict(typed or {}))
    writer.write(sorted((kpi for kpi in kpis if is_owed(kpi, month)), key=lambda kpi: kpi.code))
    book.close()
    return out.getvalue()


@dataclass
class _Writer:
    """The two sheets as they are written."""

    book: xlsxwriter.Workbook
    contract: Contract
    month: Month
    filled: Mapping[str, ReturnRow]
    typed: Mapping[str, Typed]
    formats: dict[tuple[str, str], Format] = field(default_factory=dict)

    def write(self, kpis: Sequence[KpiDefinition]) -> None:
        """Write both sheets, the one to fill in first."""
        sheet = self.book.add_worksheet(SHEET)
        self._lay_out(sheet, len(kpis))
        self._head(sheet)
        for place, kpi in enumerate(kpis):
            self._row(sheet, FIRST_ROW + place, kpi)
        if kpis:
            self._table(sheet, len(kpis))
        self._instruct()

    def look(self, name: str, number: str = "") -> Format:
        """Return the named look with a number format, made once."""
        key = (name, number)
        if key not in self.formats:
            self.formats[key] = self.book.add_format(looks(name, number))
        return self.formats[key]

    def _lay_out(self, sheet: Worksheet, rows: int) -> None:
        for at, (_, width) in enumerate(COLUMNS):
            sheet.set_column(at, at, width)
        sheet.freeze_panes(FIRST_ROW, 2)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4)
        sheet.repeat_rows(HEADING_ROW)
        sheet.set_footer(f"&L{self.contract.code} {self.month.words}&RPage &P of &N")
        sheet.print_area(0, 0, FIRST_ROW + max(rows, 1) - 1, len(COLUMNS) - 1)
        sheet.hide_gridlines(2)
        sheet.protect(
            "", {"format_columns": True, "format_rows": True, "select_locked_cells": True}
        )
        sheet.set_selection(FIRST_ROW, INPUTS[0], FIRST_ROW, INPUTS[0])

    def _head(self, sheet: Worksheet) -> None:
        sheet.set_row(0, 26)
        sheet.write_string(
            0, 0, f"Return of service levels for {self.month.words}", self.look("title")
        )
        facts = (
            ("Contract", self.contract.code),
            ("Title", self.contract.title),
            ("Supplier", self.contract.supplier.name),
            ("Month", self.month.words),
        )
        for row, (label, value) in enumerate(facts, 1):
            sheet.write_string(row, 0, label, self.look("label"))
            sheet.write_string(row, 1, value, self.look("fact"))
        hint = "Fill in the yellow cells: a result for each KPI, or a reason if there is none."
        sheet.write_string(len(facts) + 1, 0, hint, self.look("hint"))

    def _row(self, sheet: Worksheet, row: int, kpi: KpiDefinition) -> None:
        number = number_format(kpi)
        typed = self.typed.get(kpi.code, Typed())
        level = kpi.level_in(self.month)
        sheet.write_string(row, 0, typed.code or kpi.code, self.look("code"))
        sheet.write_string(row, 1, kpi.title, self.look("words"))
        sheet.write_string(row, 2, kpi.unit, self.look("words"))
        levels = (level.target, level.minimum) if level else (None, None)
        for column, value in enumerate(levels, 3):
            if value is None:
                sheet.write_string(row, column, "None set", self.look("level"))
            else:
                sheet.write_number(
                    row, column, _cell_number(kpi, value), self.look("level", number)
                )
        self._answers(sheet, row, kpi, typed)
        answer = self.filled.get(kpi.code)
        sheet.set_row(row, row_height(kpi.title, answer.commentary if answer else ""))
        for column, check in input_checks(
            kpi, _level_words(kpi, has_level=level is not None)
        ).items():
            sheet.data_validation(row, column, row, column, check)

    def _answers(self, sheet: Worksheet, row: int, kpi: KpiDefinition, typed: Typed) -> None:
        number = "" if typed.is_plain else number_format(kpi)
        answer = self.filled.get(kpi.code)
        result = None if answer is None else answer.value
        self._result(
            sheet, row, typed, None if result is None else _cell_number(kpi, result), number
        )
        parts = (answer.numerator, answer.denominator) if answer else (None, None)
        for column, part in zip(INPUTS[1:3], parts, strict=True):
            if part is None:
                sheet.write_blank(row, column, None, self.look("input"))
            else:
                sheet.write_number(row, column, float(part), self.look("input"))
        reason = reason_words(answer.no_value) if answer and answer.no_value else ""
        commentary = answer.commentary if answer else ""
        for column, text in zip(INPUTS[3:], (reason, commentary), strict=True):
            if text:
                sheet.write_string(row, column, text, self.look("said"))
            else:
                sheet.write_blank(row, column, None, self.look("said"))

    def _result(
        self, sheet: Worksheet, row: int, typed: Typed, value: float | None, number: str
    ) -> None:
        look, column = self.look("input", number), INPUTS[0]
        said = value if typed.result is None else typed.result
        if said is None:
            sheet.write_blank(row, column, None, look)
        elif isinstance(said, str) and said.startswith("="):
            sheet.write_formula(row, column, said, look, typed.shows)
        elif isinstance(said, str):
            sheet.write_string(row, column, said, look)
        else:
            sheet.write_number(row, column, said, look)

    def _table(self, sheet: Worksheet, rows: int) -> None:
        sheet.add_table(
            HEADING_ROW, 0, HEADING_ROW + rows, len(COLUMNS) - 1,
            {
                "name": "Results",
                "title": f"Results for {self.month.words}",
                "description": "One row for each KPI. Fill in result or reason, and commentary.",
                "style": None,
                "autofilter": False,
                "columns": [
                    {"header": heading, "header_format": self.look(heading_look(heading))}
                    for heading, _ in COLUMNS
                ],
            },
        )  # fmt: skip
        sheet.set_row(HEADING_ROW, 32)

    def _instruct(self) -> None:
        sheet = self.book.add_worksheet("How to fill in")
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, 28)
        sheet.set_column(1, 1, 90)
        sheet.set_row(0, 26)
        sheet.write_string(0, 0, "How to fill in this return", self.look("title"))
        reasons = ", ".join(reason_words(reason) for reason in NoValue)
        for row, (label, text) in enumerate(INSTRUCTIONS, 2):
            sheet.write_string(row, 0, label, self.look("label"))
            sheet.write_string(row, 1, text.format(reasons=reasons), self.look("words"))
        sheet.set_portrait()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.protect()


def _cell_number(kpi: KpiDefinition, value: Decimal) -> float:
    """Return what the cell holds: a share for a percentage, so that its format shows 92%."""
    return float(value / 100) if kpi.kind is Kind.PERCENTAGE else float(value)


def _level_words(kpi: KpiDefinition, *, has_level: bool) -> str:
    if not has_level:
        return "No target is set."
    better = "or more" if kpi.direction is Direction.HIGHER else "or less"
    return f"The target beside it is met at that value {better}."
