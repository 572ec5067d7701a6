"""Reading OpenDocument spreadsheets from their XML, which says what each cell is."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from scrutable.evidence.intake import refusals
from scrutable.evidence.intake.extent import check_tags
from scrutable.evidence.intake.limits import Limits
from scrutable.evidence.intake.markup import check_markup
from scrutable.evidence.intake.parts import Parts
from scrutable.evidence.intake.workbooks import (
    NOT_CALCULATED,
    CellError,
    Corner,
    Sheet,
    Value,
    Workbook,
)

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TABLE, TEXT, STYLE = (
    f"{{{OASIS}{name}:1.0}}" for name in ("office", "table", "text", "style")
)
CALC_TYPE = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
FAILED = re.compile(r"#[A-Z/0!?]+[!?]?|Err:\d{3}")
DURATION = re.compile(
    r"(-?)P(?:(\d{1,6})D)?T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6}(?:\.\d+)?)S)?"
)
MOST_DEPTH = 200
MOST_SPACES = 20  # of one run of them; more would only swell


def read_ods(parts: Parts, name: str, limits: Limits) -> Workbook:
    """Read every table; raises Refused where the file is damaged, locked or swelling."""
    if b"encryption-data" in parts.part("META-INF/manifest.xml"):
        raise refusals.password()
    check_markup(parts.part("content.xml"))
    check_tags(parts.part("content.xml"), limits)
    reading = _Reading(limits)
    try:
        sheets = tuple(reading.sheets(parts.part("content.xml")))
    except (ParseError, DefusedXmlException, ValueError, OverflowError) as fault:
        raise refusals.damaged() from fault
    return Workbook(name=name, sheets=sheets)


@dataclass
class _Table:
    """One sheet as it grows; blank rows and cells are held back until something follows."""

    name: str
    is_visible: bool
    rows: list[list[Value]] = field(default_factory=list)
    merged: list[tuple[Corner, Corner]] = field(default_factory=list)
    percents: set[Corner] = field(default_factory=set)
    held_rows: int = 0


@dataclass
class _Reading:
    """The walk through content.xml; counts the cells so that repeats cannot swell."""

    limits: Limits
    cells: int = 0
    hidden_styles: set[str] = field(default_factory=set)

    def sheets(self, content: bytes) -> Iterator[Sheet]:
        """Yield the sheets in order; a table within a table belongs to the outer one's cell."""
        depth = 0
        open_tables: list[_Table] = []
        for event, element in iterparse(
            io.BytesIO(content), events=("start", "end"), forbid_dtd=True
        ):
            depth += 1 if event == "start" else -1
            if depth > MOST_DEPTH:
                raise refusals.unsafe_markup()
            if event == "start":
                if element.tag == f"{TABLE}table":
                    open_tables.append(self._begun(element))
            elif element.tag == f"{STYLE}style":
                self._note_style(element)
            elif open_tables:
                yield from self._ended(open_tables, element)

    def _ended(self, open_tables: list[_Table], element: Element) -> Iterator[Sheet]:
        if element.tag == f"{TABLE}table-row":
            self._add_row(open_tables[-1], element)
            element.clear()
        elif element.tag == f"{TABLE}table":
            table = open_tables.pop()
            element.clear()
            if not open_tables:
                yield _finished(table)

    def _note_style(self, style: Element) -> None:
        properties = style.find(f"{STYLE}table-properties")
        if properties is not None and properties.get(f"{TABLE}display") == "false":
            self.hidden_styles.add(style.get(f"{STYLE}name", ""))

    def _begun(self, element: Element) -> _Table:
        hidden = element.get(f"{TABLE}style-name") in self.hidden_styles
        return _Table(name=element.get(f"{TABLE}name", ""), is_visible=not hidden)

    def _add_row(self, table: _Table, element: Element) -> None:
        row = len(table.rows) + table.held_rows
        times = _times(element, "number-rows-repeated", self.limits.most_rows)
        cells, percents = self._cells(table, element, row)
        if not cells:
            table.held_rows += times
            if len(table.rows) + table.held_rows > 2 * self.limits.most_rows:
                raise refusals.damaged()
            return
        self._count(table.held_rows + len(cells) * times)
        table.rows.extend([] for _ in range(table.held_rows))
        table.held_rows = 0
        for step in range(times):
            table.rows.append(list(cells))
            table.percents.update((row + step, column) for column in percents)

    def _cells(self, table: _Table, element: Element, row: int) -> tuple[list[Value], list[int]]:
        """Return the row's cells up to the last that is not blank, and which show percentages."""
        cells: list[Value] = []
        percents: list[int] = []
        held = 0
        for cell in element:
            if cell.tag not in CELLS:
                continue
            times = _times(cell, "number-columns-repeated", self.limits.most_columns)
            value = _value(cell) if cell.tag == CELLS[0] else ""
            column = len(cells) + held
            if value == "":
                held += times
                continue
            self._count(held + times)
            cells.extend([""] * held)
            cells.extend([value] * times)
            held = 0
            _note_merge(table, cell, row, column)
            if cell.get(f"{OFFICE}value-type") == "percentage":
                percents.extend(range(column, column + times))
        return cells, percents

    def _count(self, cells: int) -> None:
        self.cells += cells
        if self.cells > self.limits.most_cells:
            raise refusals.too_many_cells("")


def _finished(table: _Table) -> Sheet:
    percents = frozenset(table.percents)
    return Sheet(
        name=table.name,
        rows=table.rows,
        is_visible=table.is_visible,
        merged=tuple(table.merged),
        find_percents=lambda: percents,
    )


def _times(element: Element, attribute: str, most: int) -> int:
    text = element.get(f"{TABLE}{attribute}", "1")
    times = int(text) if text.isdecimal() and len(text) < 9 else 0
    if not 1 <= times <= most:
        raise refusals.damaged()
    return times


def _note_merge(table: _Table, cell: Element, row: int, column: int) -> None:
    rows = cell.get(f"{TABLE}number-rows-spanned", "1")
    columns = cell.get(f"{TABLE}number-columns-spanned", "1")
    if (rows, columns) != ("1", "1") and all(t.isdecimal() and len(t) < 8 for t in (rows, columns)):
        last = (row + max(int(rows), 1) - 1, column + max(int(columns), 1) - 1)
        table.merged.append(((row, column), last))


def _value(cell: Element) -> Value:
    """Return what the cell holds; failed and uncounted formulas are told from blanks."""
    kind = cell.get(f"{OFFICE}value-type", "")
    formula = cell.get(f"{TABLE}formula")
    if kind in ("", "string"):
        text = _text(cell) or cell.get(f"{OFFICE}string-value", "")
        if cell.get(CALC_TYPE) == "error" or (formula and FAILED.fullmatch(text)):
            return CellError(text[:20] or "#N/A")
        return NOT_CALCULATED if formula and not kind and not text else text
    if kind == "boolean":
        return cell.get(f"{OFFICE}boolean-value") == "true"
    if kind == "date":
        return _date(cell.get(f"{OFFICE}date-value", ""))
    if kind == "time":
        return _duration(cell.get(f"{OFFICE}time-value", ""))
    return _number(cell, formula)


def _number(cell: Element, formula: str | None) -> Value:
    text = cell.get(f"{OFFICE}value", "")
    if not text:
        return NOT_CALCULATED if formula else _text(cell)
    if formula and FAILED.fullmatch(shown := _text(cell)):  # LibreOffice keeps a 0 beside it
        return CellError(shown[:20])
    return float(text)


def _date(text: str) -> Value:
    try:
        return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    except ValueError:
        return text


def _duration(text: str) -> Value:
    found = DURATION.fullmatch(text)
    if not found:
        return text
    days, hours, minutes = (int(found[group] or 0) for group in (2, 3, 4))
    length = timedelta(days=days, hours=hours, minutes=minutes, seconds=float(found[5] or 0))
    return -length if found[1] else length


def _text(cell: Element) -> str:
    """Return the cell's own paragraphs; remarks pinned to the cell are not among them."""
    return "\n".join(
        "".join(_pieces(child)) for child in cell if child.tag in (f"{TEXT}p", f"{TEXT}h")
    )


def _pieces(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == f"{TEXT}s":
            spaces = child.get(f"{TEXT}c", "1")
            yield " " * (min(int(spaces), MOST_SPACES) if spaces.isdecimal() else 1)
        elif child.tag == f"{TEXT}tab":
            yield "\t"
        elif child.tag == f"{TEXT}line-break":
            yield "\n"
        elif child.tag != f"{OFFICE}annotation":
            yield from _pieces(child)
        yield child.tail or ""
