"""Reading xlsx: calamine for the values, the XML for what calamine hides."""

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import cast
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
    WorksheetNotFound,
    XmlError,
    ZipError,
)

from scrutable.evidence.facts import Notice
from scrutable.evidence.intake import refusals
from scrutable.evidence.intake.extent import check_extent, check_tags, check_texts
from scrutable.evidence.intake.limits import LIMITS, Limits
from scrutable.evidence.intake.markup import (
    check_markup,
    hidden_cells,
    raw_cells,
)
from scrutable.evidence.intake.parts import Parts
from scrutable.evidence.intake.workbooks import Sheet, Value, Workbook, sheet_key

# Everything that calamine and its conversion to Python values raise on spoilt workbooks.
SPOILT = (
    CalamineError, PasswordError, WorksheetNotFound, XmlError, ZipError,
    OSError, ValueError, OverflowError, TypeError,
)  # fmt: skip
BUILT_IN_PERCENTS = frozenset({9, 10})
# What a number format shows as it is: quoted text, escaped and padding characters, colours.
LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
STRICT_RELATION_ID = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


@dataclass(frozen=True, slots=True)
class Reach:
    """Which sheets are wanted, by their keys (None: all), and how much may be read."""

    only: frozenset[str] | None
    limits: Limits

    def wants(self, sheet: SheetMetadata) -> bool:
        """Test whether the sheet holds cells and is asked for."""
        if sheet.typ is not SheetTypeEnum.WorkSheet:
            return False
        return self.only is None or sheet_key(sheet.name) in self.only


def read_xlsx(content: bytes, parts: Parts, name: str, reach: Reach) -> Workbook:
    """Read the sheets of cells; raises Refused where the workbook is damaged or unsafe."""
    sheets = [part for part in parts.contents.values() if b"sheetData" in part]
    for part in parts.contents.values():
        if part.lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"<", b"\xff\xfe", b"\xfe\xff")):
            check_markup(part)
    for part in sheets:
        check_extent(part, reach.limits)
    check_texts(parts.contents.values(), sheets, reach.limits)
    try:
        return _read(content, parts, name, reach)
    except SPOILT as fault:
        raise refusals.damaged() from fault
    except BaseException as fault:
        if type(fault).__name__ != "PanicException":  # calamine's own; it has no importable name
            raise
        raise refusals.damaged() from fault


def _read(content: bytes, parts: Parts, name: str, reach: Reach) -> Workbook:
    book = CalamineWorkbook.from_object(io.BytesIO(content))
    metadata = book.sheets_metadata
    if len(metadata) > reach.limits.most_sheets:
        raise refusals.unpacks_to_too_much()
    places = _sheet_parts(parts)
    formats = _Formats(parts)
    sheets = tuple(
        _sheet(
            book.get_sheet_by_index(number),
            parts.part(places.get(item.name, "")),
            formats,
            is_visible=item.visible is SheetVisibleEnum.Visible,
        )
        for number, item in enumerate(metadata)
        if reach.wants(item)
    )
    return Workbook(name=name, sheets=sheets, notices=_macro_notice(parts))


def _sheet(found: CalamineSheet, part: bytes, formats: "_Formats", *, is_visible: bool) -> Sheet:
    rows = cast("list[list[Value]]", found.to_python(skip_empty_area=False))
    for (row, column), value in hidden_cells(part).items():
        _put(rows, row, column, value)
    return Sheet(
        name=found.name,
        rows=rows,
        is_visible=is_visible,
        merged=tuple(found.merged_cell_ranges or ()),
        find_percents=_Percents(part, formats).find,
    )


def _put(rows: list[list[Value]], row: int, column: int, value: Value) -> None:
    """Put the value where calamine left a blank; a value that it did read stays."""
    while len(rows) <= row:
        rows.append([])
    cells = rows[row]
    if len(cells) <= column:
        cells.extend([""] * (column + 1 - len(cells)))
    if cells[column] == "":
        cells[column] = value


def _macro_notice(parts: Parts) -> tuple[Notice, ...]:
    """Return a notice where macros are, told by content and not by the file's name."""
    if b"macroEnabled" in parts.part("[Content_Types].xml") or any(
        name.lower().endswith("vbaproject.bin") for name in parts.names
    ):
        return (Notice("", "The workbook holds macros; only its values were read"),)
    return ()


def _sheet_parts(parts: Parts) -> Mapping[str, str]:
    """Return each sheet's part; names come from the workbook, never from the part's number."""
    targets = {
        relation.get("Id", ""): _target(relation.get("Target", ""))
        for relation in _tree(parts.part("xl/_rels/workbook.xml.rels"))
    }
    return {
        sheet.get("name", ""): targets.get(
            sheet.get(RELATION_ID) or sheet.get(STRICT_RELATION_ID) or "", ""
        )
        for sheet in _tree(parts.part("xl/workbook.xml")).iter()
        if sheet.tag.endswith("}sheet")
    }


def _target(path: str) -> str:
    path = path.removeprefix("/")
    return path if path.startswith("xl/") else f"xl/{path.removeprefix('./')}"


def _tree(part: bytes) -> Element:
    check_tags(part, LIMITS)
    try:
        tree: Element = fromstring(part)
    except (ParseError, DefusedXmlException) as fault:
        raise refusals.damaged() from fault
    return tree


@dataclass
class _Formats:
    """Which of the workbook's cell styles show percentages; read when first asked."""

    parts: Parts

    @cached_property
    def percents(self) -> frozenset[int]:
        """Return the style numbers that show percentages; none where the styles are spoilt."""
        try:
            tree = _tree(self.parts.part("xl/styles.xml"))
        except refusals.Refused:
            return frozenset()
        own = {
            item.get("numFmtId"): item.get("formatCode", "")
            for item in tree.iter()
            if item.tag.endswith("}numFmt")
        }
        formats = [
            item.get("numFmtId", "0")
            for group in tree
            if group.tag.endswith("}cellXfs")
            for item in group
        ]
        return frozenset(i for i, number in enumerate(formats) if _is_percent(number, own))


def _is_percent(number: str, own: Mapping[str | None, str]) -> bool:
    if number in own:
        return "%" in LITERAL.sub("", own[number])
    return number.isdecimal() and len(number) < 9 and int(number) in BUILT_IN_PERCENTS


@dataclass
class _Percents:
    """The cells of one sheet that show percentages; found when first asked."""

    part: bytes
    formats: _Formats
    _found: frozenset[tuple[int, int]] | None = field(default=None, init=False)

    def find(self) -> frozenset[tuple[int, int]]:
        """Return the cells' rows and columns."""
        if self._found is None:
            styles = self.formats.percents
            cells = raw_cells(self.part) if styles else ()
            self._found = frozenset((c.row, c.column) for c in cells if c.style in styles)
        return self._found
