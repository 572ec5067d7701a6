"""Finding the tables of a return by their headings, wherever a supplier put them; pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scrutable.contracts.intake.headings import Column, Heading, heading_rows, heading_text
from scrutable.evidence.facts import RowError
from scrutable.evidence.intake import Sheet, Value
from scrutable.kernel.periods import Month

MOST_TABLES = 200  # of one sheet


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


def find_tables(sheet: Sheet, month: Month) -> tuple[list[Table], list[RowError]]:
    """Return the sheet's tables in order of rows, and what is wrong with their headings.

    A table has a column of codes and one of results or reasons. Where results of several
    months stand side by side, only the column of the month asked for is taken.
    """
    found: list[Table] = []
    errors: list[RowError] = []
    for headings in heading_rows(sheet):
        for part in _parts(headings):
            columns, faults = _chosen(sheet, part, month)
            if Column.CODE in columns and (Column.RESULT in columns or Column.REASON in columns):
                found.append(_table(sheet, part[0].row, columns))
                errors.extend(faults)
        if len(found) > MOST_TABLES:
            break
    return _bounded(found), errors


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


def _parts(headings: list[Heading]) -> Iterator[list[Heading]]:
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
    sheet: Sheet, headings: list[Heading], month: Month
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


def _is_twin(sheet: Sheet, heading: Heading, first: int) -> bool:
    return heading_text(sheet.value(heading.row, first)) == heading.text


def _twin_error(sheet: Sheet, heading: Heading, first: int) -> RowError:
    said = str(sheet.value(heading.row, heading.column)).strip()
    return RowError(
        sheet.place(heading.row, heading.column),
        f"The heading “{said}” is at {sheet.place(heading.row, first)} already",
        "keep one column for it",
    )
