"""One row of a return: a result or a reason for none, held to its KPI; pure."""

import re
from dataclasses import dataclass, field
from decimal import Decimal

from scrutable.contracts.facts import Kind, KpiDefinition, NoValue, ReturnRow
from scrutable.contracts.intake.headings import Column
from scrutable.contracts.intake.months import reason_in, reason_words
from scrutable.contracts.intake.numbers import (
    Cell,
    Fault,
    cell_fault,
    kpi_number,
    plain_number,
    shown,
)
from scrutable.contracts.intake.tables import Table
from scrutable.contracts.rules.judging import rounded
from scrutable.contracts.rules.recomputing import mismatch, recomputed
from scrutable.evidence.facts import RowError
from scrutable.kernel.periods import Month
from scrutable.kernel.wording import capital, list_words

# What a workbook can hide in a text as _x0000_, and no store and no printer takes.
CONTROL_SIGNS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]+")
GIVE_ONE = "give a result or a reason"
ALL_REASONS = list_words([reason_words(reason) for reason in NoValue], joint="or")


@dataclass
class _Line:
    """A row while it is read; faults gather in the order of the reading."""

    table: Table
    row: int
    kpi: KpiDefinition
    errors: list[RowError] = field(default_factory=list)

    def fail(self, column: Column, fault: str, remedy: str) -> None:
        self.errors.append(RowError(self.table.place(self.row, column), fault, remedy))

    def cell(self, column: Column) -> Cell:
        at = self.table.columns.get(column)
        value = self.table.value(self.row, column)
        is_number = isinstance(value, int | float) and at is not None
        percent = is_number and at is not None and self.table.sheet.is_percent(self.row, at)
        return Cell(value=value, is_percent=percent, in_points=self.table.in_points)


def read_line(
    table: Table, row: int, kpi: KpiDefinition, month: Month
) -> tuple[ReturnRow | None, list[RowError]]:
    """Return the row, or None and what is wrong with it.

    A row that owes nothing and says nothing gives neither row nor fault: that of a KPI that is
    not due in the month, or that is worked out from others.
    """
    line = _Line(table, row, kpi)
    reason = _reason(line)
    value = _value(line)
    numerator = _part(line, Column.NUMERATOR)
    denominator = _part(line, Column.DENOMINATOR)
    commentary = _commentary(line)
    if line.errors:
        return None, line.errors
    if not kpi.is_due_in(month):
        _check_not_due(line, value, reason, month)
        return None, line.errors
    _check_one_of_two(line, value, reason)
    if not line.errors:
        _check_parts(line, value, numerator, denominator)
    if line.errors or (value is None and reason is None):
        return None, line.errors
    found = ReturnRow(
        code=kpi.code,
        value=value,
        no_value=reason,
        place=table.place(row, _said_in(line, value)),
        numerator=numerator,
        denominator=denominator,
        commentary=commentary,
    )
    return found, []


def _said_in(line: _Line, value: Decimal | None) -> Column:
    """Return the column that the row's answer stands in."""
    if value is not None or not line.cell(Column.RESULT).is_blank:
        return Column.RESULT
    return Column.REASON


def _reason(line: _Line) -> NoValue | None:
    """Return the reason, from its own column or in words where the result should be."""
    in_result = line.cell(Column.RESULT).value
    for column, value in (
        (Column.REASON, line.cell(Column.REASON).value),
        (Column.RESULT, in_result),
    ):
        if fault := cell_fault(value):
            if column is Column.REASON:
                line.fail(column, fault.fault, fault.remedy)
            continue
        text = value.strip() if isinstance(value, str) else ""
        if found := reason_in(text):
            return found
        if column is Column.REASON and value != "" and (text or not isinstance(value, str)):
            line.fail(column, f"{shown(value)} is not one of the reasons", f"choose {ALL_REASONS}")
            return None
    return None


def _value(line: _Line) -> Decimal | None:
    cell = line.cell(Column.RESULT)
    if cell.is_blank or (isinstance(cell.value, str) and reason_in(cell.value)):
        return None
    number = kpi_number(cell, line.kpi)
    if isinstance(number, Fault):
        resolved = _resolved(line, cell)
        if resolved is not None:
            return resolved
        line.fail(Column.RESULT, number.fault, number.remedy)
        return None
    return number


def _resolved(line: _Line, cell: Cell) -> Decimal | None:
    """Return which of 92% and 0.92% is meant, where the numerator and denominator say so."""
    if line.kpi.kind is not Kind.PERCENTAGE or not isinstance(cell.value, int | float | str):
        return None
    number = plain_number(cell.value)
    parts = [plain_number(line.cell(c).value) for c in (Column.NUMERATOR, Column.DENOMINATOR)]
    if isinstance(number, Fault) or not 0 < number <= 1 or cell.is_percent:
        return None
    if isinstance(parts[0], Fault) or isinstance(parts[1], Fault):
        return None
    share = recomputed(line.kpi, parts[0], parts[1])
    if share is None:
        return None
    meant = [n for n in (number, 100 * number) if rounded(line.kpi, n) == rounded(line.kpi, share)]
    return meant[0] if len(meant) == 1 else None


def _part(line: _Line, column: Column) -> Decimal | None:
    cell = line.cell(column)
    if cell.is_blank:
        return None
    number = plain_number(cell.value)
    if isinstance(number, Fault):
        line.fail(column, number.fault, number.remedy)
        return None
    if number < 0:
        line.fail(column, f"{number:f} is less than nought", "correct the number")
        return None
    return number


def _commentary(line: _Line) -> str:
    value = line.cell(Column.COMMENTARY).value
    if fault := cell_fault(value):
        line.fail(Column.COMMENTARY, fault.fault, "clear the cell or enter text")
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return CONTROL_SIGNS.sub(" ", str(value)).strip()


def _check_not_due(
    line: _Line, value: Decimal | None, reason: NoValue | None, month: Month
) -> None:
    kpi = line.kpi
    if value is None and reason in (None, NoValue.DISCONTINUED, NoValue.NOT_APPLICABLE):
        return
    if kpi.discontinued_from is not None and kpi.discontinued_from <= month:
        fault = f"{kpi.code} was discontinued from {kpi.discontinued_from.words}"
    else:
        began = kpi.first_month.words if kpi.first_month else "a later month"
        fault = f"{kpi.code} is measured only from {began}"
    line.fail(_said_in(line, value), fault, "clear the row")


def _check_one_of_two(line: _Line, value: Decimal | None, reason: NoValue | None) -> None:
    code = line.kpi.code
    if value is None and reason is None:
        if line.kpi.formula:
            return
        line.fail(Column.RESULT, f"{code} has neither a result nor a reason", GIVE_ONE)
    elif value is not None and reason is not None:
        words = reason_words(reason)
        line.fail(
            Column.REASON, f"{code} has a result and the reason “{words}”", "keep one of the two"
        )
    elif reason is NoValue.DISCONTINUED:
        line.fail(Column.REASON, f"{code} is not discontinued in this month", GIVE_ONE)


def _check_parts(
    line: _Line, value: Decimal | None, numerator: Decimal | None, denominator: Decimal | None
) -> None:
    """Hold numerator and denominator to each other and to the result."""
    if numerator is None and denominator is None:
        return
    if numerator is None or denominator is None:
        missing = Column.NUMERATOR if numerator is None else Column.DENOMINATOR
        line.fail(missing, f"The {missing} is missing", "enter both or neither")
        return
    kpi = line.kpi
    if kpi.kind is Kind.PERCENTAGE and numerator > denominator > 0 and not kpi.may_exceed_hundred:
        line.fail(
            Column.NUMERATOR,
            f"The numerator {numerator:f} is more than the denominator {denominator:f}",
            "correct one of the two",
        )
    elif wrong := mismatch(kpi, value, numerator, denominator):
        line.fail(Column.RESULT, capital(wrong.fault), wrong.remedy)
