"""Finding the tables of a return by their headings, wherever a supplier put them; pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from scrutable.contracts.intake.months import month_in
from scrutable.evidence.facts import RowError
from scrutable.evidence.intake import Sheet, Value
from scrutable.kernel.periods import Month


class Column(StrEnum):
    """What a column of a return holds."""

    CODE = "code"
    RESULT = "result"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    REASON = "reason"
    COMMENTARY = "commentary"
    MONTH = "month"
    CONTRACT = "contract"


HEADINGS: Mapping[Column, Sequence[str]] = {
    Column.CODE: (
        "code", "kpi code", "kpi ref", "kpi reference", "kpi id", "kpi no", "kpi number", "ref",
        "reference", "measure code", "kpi",
    ),
    Column.RESULT: (
        "result", "results", "actual", "actual result", "achieved", "performance", "value",
        "outcome", "result this month", "monthly result",
    ),
    Column.NUMERATOR: ("numerator", "num"),
    Column.DENOMINATOR: ("denominator", "den"),
    Column.REASON: (
        "reason if no result", "reason", "reason for no result", "why no result",
        "reason no result", "reason if none",
    ),
    Column.COMMENTARY: ("commentary", "comment", "comments", "narrative", "remarks"),
    Column.MONTH: ("month", "period", "reporting period", "reporting month"),
    Column.CONTRACT: ("contract", "contract code"),
}  # fmt: skip
MEANING = {heading: column for column, headings in HEADINGS.items() for heading in headings}
LONGEST_HEADING = 60
MOST_MERGED = 2_000  # merged ranges of a sheet that are looked at for headings
MOST_HEADINGS = 200  # of one row
MOST_TABLES = 200  # of one sheet
GROUP_ROWS = 3  # rows above a heading in which a group's own heading may stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table: the columns it has and its rows, the last excluded."""

    sheet: Sheet
    columns: Mapping[Column, int]
    first_row: int
    last_row: int
    in_points: bool = False  # the heading of the results says %

    def place(self, row: int, column: Column) -> str:
        """Return the place of the row's cell; of its code where the table lacks the column."""
        return self.sheet.place(row, self.columns.get(column, self.columns[Column.CODE]))

    def value(self, row: int, column: Column) -> Value:
        """Return the row's cell; blank where the table lacks the column."""
        at = self.columns.get(column)
        return "" if at is None else self.sheet.value(row, at)


@dataclass(frozen=True, slots=True)
class _Heading:
    row: int
    column: int
    text: str
    meaning: Column | None
    month: Month | None


def heading_text(value: Value) -> str:
    r"""Return a heading in the form in which headings are compared.

    >>> heading_text(" Result (%) "), heading_text("Reason\nif no result:")
    ('result', 'reason if no result')
    """
    if not isinstance(value, str) or len(value) > LONGEST_HEADING:
        return ""
    return re.sub(r"[^a-z0-9]+", " ", value.casefold()).strip()


def find_tables(sheet: Sheet, month: Month) -> tuple[list[Table], list[RowError]]:
    """Return the sheet's tables in order of rows, and what is wrong with their headings.

    A table has a column of codes and one of results or reasons. Where results of several
    months stand side by side, only the column of the month asked for is taken.
    """
    found: list[Table] = []
    errors: list[RowError] = []
    for row in range(len(sheet.rows)):
        if not any(_meaning(value, month) for value in sheet.rows[row]):
            continue
        for part in _parts(_headings(sheet, row)):
            columns, faults = _chosen(sheet, part, month)
            if Column.CODE in columns and (Column.RESULT in columns or Column.REASON in columns):
                found.append(_table(sheet, row, columns))
                errors.extend(faults)
        if len(found) > MOST_TABLES:
            break
    return _bounded(found), errors


def _meaning(value: Value, month: Month) -> bool:
    return heading_text(value) in MEANING or month_in(value) == month


def _table(sheet: Sheet, row: int, columns: Mapping[Column, int]) -> Table:
    result = columns.get(Column.RESULT)
    says_percent = result is not None and "%" in str(sheet.value(row, result))
    return Table(
        sheet=sheet,
        columns=columns,
        first_row=row + 1,
        last_row=len(sheet.rows),
        in_points=says_percent,
    )


def _bounded(tables: list[Table]) -> list[Table]:
    """End each table where the next with columns in common begins."""
    bounded = []
    for place, table in enumerate(tables):
        mine = range(min(table.columns.values()), max(table.columns.values()) + 1)
        ends = [
            later.first_row - 1
            for later in tables[place + 1 :]
            if later.first_row > table.first_row and any(c in mine for c in later.columns.values())
        ]
        bounded.append(
            Table(
                sheet=table.sheet,
                columns=table.columns,
                first_row=table.first_row,
                last_row=min(ends, default=table.last_row),
                in_points=table.in_points,
            )
        )
    return bounded


def _headings(sheet: Sheet, row: int) -> list[_Heading]:
    """Return the row's headings; a blank cell takes the one that reaches down to it."""
    merged = [span for span in sheet.merged[:MOST_MERGED] if span[0][0] <= row <= span[1][0]]
    above = sheet.rows[row - 1] if row else ()
    headings = []
    for column in range(max(len(sheet.rows[row]), len(above))):
        value = sheet.value(row, column)
        if value == "":
            value = _reaching(sheet, merged, row, column)
        text = heading_text(value)
        named = month_in(value)
        if text in MEANING or named is not None:
            group = _group_month(sheet, row, column)
            headings.append(_Heading(row, column, text, MEANING.get(text), named or group))
    return headings[:MOST_HEADINGS]


def _reaching(
    sheet: Sheet, merged: Sequence[tuple[tuple[int, int], tuple[int, int]]], row: int, column: int
) -> Value:
    for (first_row, first_column), (_, last_column) in merged:
        if first_row < row and first_column == column <= last_column:
            return sheet.value(first_row, first_column)
    above = sheet.value(row - 1, column)
    return above if MEANING.get(heading_text(above)) else ""


def _group_month(sheet: Sheet, row: int, column: int) -> Month | None:
    """Return the month of a group heading that stands over the cell, merged or not."""
    for above in range(row - 1, max(row - 1 - GROUP_ROWS, -1), -1):
        if not _is_heading_row(sheet.rows[above]):
            return None
        if found := month_in(sheet.value(above, column)):
            return found
        for (first_row, first_column), (last_row, last_column) in sheet.merged[:MOST_MERGED]:
            if first_row <= above <= last_row and first_column < column <= last_column:
                return month_in(sheet.value(first_row, first_column))
    return None


def _is_heading_row(values: Sequence[Value]) -> bool:
    """Test whether the row holds nothing but months and headings, as no row of facts does."""
    about_file = (Column.MONTH, Column.CONTRACT)
    filled = [value for value in values if not (isinstance(value, str) and not value.strip())]
    return all(
        month_in(value) or MEANING.get(heading_text(value), Column.MONTH) not in about_file
        for value in filled
    )


def _parts(headings: list[_Heading]) -> Iterator[list[_Heading]]:
    """Split the headings of tables that stand side by side: each begins with its code."""
    codes = [h for h in headings if h.meaning is Column.CODE]
    strict = [h for h in codes if h.text != "kpi"] or codes[:1]
    starts = [h.column for h in strict]
    if not starts:
        return
    for place, start in enumerate(starts):
        begin = start if place else -1
        end = starts[place + 1] if place + 1 < len(starts) else None
        yield [
            h
            for h in headings
            if begin <= h.column
            and (end is None or h.column < end)
            and (h.meaning is not Column.CODE or h.column == start)
        ]


def _chosen(
    sheet: Sheet, headings: list[_Heading], month: Month
) -> tuple[dict[Column, int], list[RowError]]:
    """Return one column for each meaning, leaving out those under another month."""
    columns: dict[Column, int] = {}
    errors: list[RowError] = []
    for heading in headings:
        meaning = heading.meaning
        if meaning is None or meaning in (Column.CODE, Column.MONTH, Column.CONTRACT):
            if meaning is not None:
                columns.setdefault(meaning, heading.column)
            continue
        if heading.month not in (None, month):
            continue
        if meaning not in columns:
            columns[meaning] = heading.column
        elif _is_twin(sheet, heading, columns[meaning]):
            errors.append(_twin_error(sheet, heading, columns[meaning]))
    own = [h.column for h in headings if h.meaning is None and h.month == month]
    if own and Column.RESULT not in columns:
        columns[Column.RESULT] = own[0]
    return columns, errors


def _is_twin(sheet: Sheet, heading: _Heading, first: int) -> bool:
    return heading_text(sheet.value(heading.row, first)) == heading.text


def _twin_error(sheet: Sheet, heading: _Heading, first: int) -> RowError:
    said = str(sheet.value(heading.row, heading.column)).strip()
    return RowError(
        sheet.place(heading.row, heading.column),
        f"The heading “{said}” is at {sheet.place(heading.row, first)} already",
        "keep one column for it",
    )
