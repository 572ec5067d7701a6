"""What a return says of itself: its contract and its month, beside a label or in a column; pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scrutable.contracts.intake.headings import Column, heading_text
from scrutable.contracts.intake.months import month_in
from scrutable.contracts.intake.numbers import cell_fault, shown
from scrutable.evidence.facts import RowError
from scrutable.evidence.intake import Sheet, Value, Workbook
from scrutable.kernel.periods import Month
from scrutable.registers.facts import Contract

LABELS = {
    "month": Column.MONTH,
    "period": Column.MONTH,
    "reporting period": Column.MONTH,
    "reporting month": Column.MONTH,
    "return for": Column.MONTH,
    "month of return": Column.MONTH,
    "performance month": Column.MONTH,
    "contract": Column.CONTRACT,
    "contract code": Column.CONTRACT,
    "contract reference": Column.CONTRACT,
}
MOST_ROWS = 100  # in which a sheet without a table is searched for labels
MOST_COLUMNS = 50


@dataclass(frozen=True, slots=True)
class Stated:
    """A contract or a month that the file states, and where."""

    label: Column
    value: Value
    place: str


@dataclass(frozen=True, slots=True)
class Identity:
    """Which contract and month a file says it is for; empty and None where it does not say."""

    contract: str
    month: Month | None


def identify(workbook: Workbook) -> Identity:
    """Return the first contract and the first month that the workbook states."""
    contract, month = "", None
    for sheet in workbook.visible:
        for stated in (*stated_in(sheet, len(sheet.rows)), *_stated_in_columns(sheet)):
            if stated.label is Column.MONTH:
                month = month or month_in(stated.value)
            elif isinstance(stated.value, str):
                contract = contract or stated.value.strip()
    return Identity(contract, month)


def stated_in(sheet: Sheet, before_row: int) -> Iterator[Stated]:
    """Yield what stands beside a label above the row, as in `Month | September 2026`."""
    for row in range(min(before_row, MOST_ROWS, len(sheet.rows))):
        for column, value in enumerate(sheet.rows[row][:MOST_COLUMNS]):
            if not isinstance(value, str) or not value.strip():
                continue
            first, colon, rest = value.partition(":")
            label = LABELS.get(heading_text(first))
            if label is None:
                continue
            if colon and rest.strip():
                yield Stated(label, rest.strip(), sheet.place(row, column))
            elif (beside := _beside(sheet, row, column)) is not None:
                yield Stated(label, sheet.value(row, beside), sheet.place(row, beside))


def _beside(sheet: Sheet, row: int, column: int) -> int | None:
    """Return the next filled column to the right; a heading among headings has none."""
    for right in range(column + 1, min(len(sheet.rows[row]), column + 10)):
        value = sheet.value(row, right)
        if not (isinstance(value, str) and not value.strip()):
            is_heading = heading_text(value) in ("code", "kpi code", "kpi", "result", *LABELS)
            return None if is_heading else right
    return None


def _stated_in_columns(sheet: Sheet) -> Iterator[Stated]:
    """Yield the first value below a heading that is a label, as in a csv file."""
    for row in range(min(MOST_ROWS, len(sheet.rows) - 1)):
        for column, value in enumerate(sheet.rows[row][:MOST_COLUMNS]):
            label = LABELS.get(heading_text(value))
            below = sheet.value(row + 1, column)
            if label is not None and below != "":
                yield Stated(label, below, sheet.place(row + 1, column))


def stated_fault(stated: Stated, contract: Contract, month: Month) -> RowError | None:
    """Return what is wrong with a stated contract or month, or None where it is the one meant."""
    if fault := cell_fault(stated.value):
        return RowError(stated.place, fault.fault, fault.remedy)
    if stated.label is Column.CONTRACT:
        return _contract_fault(stated, contract)
    found = month_in(stated.value)
    if found is None:
        return RowError(
            stated.place,
            f"{shown(stated.value)} is not a month",
            f"enter the month, as {month.words}",
        )
    if found != month:
        return RowError(
            stated.place,
            f"The return is for {found.words}, not {month.words}",
            f"send the return for {month.words}, or choose {found.words}",
        )
    return None


def _contract_fault(stated: Stated, contract: Contract) -> RowError | None:
    text = str(stated.value)[:500].casefold()
    words = re.findall(r"[\w-]+", text)
    if contract.code.casefold() in words or contract.title.casefold() in text:
        return None
    return RowError(
        stated.place,
        f"The return is for the contract {shown(stated.value)}, not {contract.code}",
        f"send the return for {contract.code}",
    )
