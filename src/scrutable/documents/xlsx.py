"""The document's tables as a workbook: one sheet a table, numbers as numbers, texts as texts."""

import io
from dataclasses import dataclass
from datetime import datetime, time
from decimal import Decimal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from scrutable.documents.blocks import Chart, Document, Sources, Table
from scrutable.documents.cover import cover_lines, sources_table, trace_address
from scrutable.documents.numbering import number
from scrutable.documents.pieces import Cell

LONGEST_ADDRESS = 2_000
MOST_BESIDE = 90  # letters: a format of more than 255 breaks the file
NARROWEST, WIDEST = 9, 40
ABOUT = "About"


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    table: Table


def render(document: Document, *, links: str) -> bytes:
    """Return the workbook. Every text is written as text, so none can act as a formula."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    when = datetime.combine(document.dated, time())
    book.set_properties(
        {
            "title": document.title,
            "subject": document.subject,
            "author": document.author,
            "company": document.council,
            "created": when,
        }
    )
    writer = _Writer(book, links)
    sheets = _sheets(document)
    writer.about(document, sheets)
    for sheet in sheets:
        writer.table(sheet)
    book.close()
    return out.getvalue()


def _sheets(document: Document) -> list[_Sheet]:
    found = []
    for numbered in number(document):
        match numbered.block:
            case Table() as table:
                found.append(_Sheet(numbered.number, table))
            case Chart(table=table):
                found.append(_Sheet(numbered.table, table))
            case Sources() as sources:
                listed = sources_table(sources)
                found += [_Sheet("Sources", listed)] if listed else []
    return found


class _Writer:
    """Writes sheets into one workbook, each format made once."""

    def __init__(self, book: xlsxwriter.Workbook, links: str) -> None:
        self.book = book
        self.links = links
        self.formats: dict[tuple[tuple[str, object], ...], Format] = {}

    def format(self, **look: object) -> Format:
        """Return the format of this look."""
        key = tuple(sorted(look.items()))
        if key not in self.formats:
            self.formats[key] = self.book.add_format({"valign": "top"} | look)
        return self.formats[key]

    def about(self, document: Document, sheets: list[_Sheet]) -> None:
        """Write what this is, and the list of its sheets."""
        sheet = self.book.add_worksheet(ABOUT)
        sheet.set_column(0, 0, 18)
        sheet.set_column(1, 1, 90)
        bold, plain = self.format(bold=True), self.format(text_wrap=True)
        sheet.write_string(0, 0, document.title, self.format(bold=True, font_size=16))
        sheet.set_row(0, 26)
        lines = (("Council", document.council), *cover_lines(document))
        for row, (label, words) in enumerate(lines, 1):
            sheet.write_string(row, 0, label, bold)
            sheet.write_string(row, 1, words, plain)
        start = len(lines) + 2
        sheet.write_string(start, 0, "Sheet", self.format(bold=True, bottom=1))
        sheet.write_string(start, 1, "What it holds", self.format(bold=True, bottom=1))
        look = self.format(font_color="#1a65a6", underline=1)
        for row, each in enumerate(sheets, start + 1):
            said = each.table.period in each.table.caption
            period = "" if said else f" ({each.table.period})"
            sheet.write_url(row, 0, f"internal:'{each.name}'!A1", look, string=each.name)
            sheet.write_string(row, 1, each.table.caption + period, plain)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)

    def table(self, each: _Sheet) -> None:
        """Write one table: headings in the first row, which stays in sight."""
        sheet, table = self.book.add_worksheet(each.name), each.table
        for across, column in enumerate(table.columns):
            texts = [column.heading, *(row[across].words for row in table.rows)]
            width = min(max(map(len, texts)) + 2, WIDEST)
            sheet.set_column(across, across, max(width, NARROWEST))
            head = self.format(bold=True, bottom=1, text_wrap=True, align=_align(column.alignment))
            sheet.write_string(0, across, column.heading, head)
        last = len(table.rows) if table.totals else 0
        for down, row in enumerate(table.rows, 1):
            looks: dict[str, object] = {"bold": True, "top": 1} if down == last else {}
            for across, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
                look = looks | {"align": _align(column.alignment), "text_wrap": True}
                self.cell(sheet, (down, across), cell, look)
        sheet.freeze_panes(1, 1)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_header("&L" + table.caption[:200].replace("&", "&&"))

    def cell(
        self, sheet: Worksheet, at: tuple[int, int], cell: Cell, look: dict[str, object]
    ) -> None:
        """Write one cell: a link where it cites, a number where it says one."""
        address = trace_address(self.links, cell.citation) if cell.citation else ""
        if address and len(address) <= LONGEST_ADDRESS:
            look = look | {"font_color": "#1a65a6", "underline": 1}
            # The link first, then the cell's own content over the address it wrote.
            sheet.write_url(*at, address, self.format(**look), tip=f"Version {_version(cell)}")
        pattern = number_pattern(cell)
        if pattern and cell.number is not None:
            sheet.write_number(*at, float(cell.number), self.format(num_format=pattern, **look))
        else:
            sheet.write_string(*at, cell.words, self.format(**look))


def _version(cell: Cell) -> str:
    return str(cell.citation.version) if cell.citation else ""


def _align(alignment: str) -> str:
    return "center" if alignment == "centre" else alignment


def number_pattern(cell: Cell) -> str:
    """Return the spreadsheet format by which the cell's number reads as its text, or "".

    A text that is not the number with signs around it ("38 of 46") stays a text.

    >>> number_pattern(Cell("-£14,250", number=Decimal(-14250)))
    '"£"#,##0;-"£"#,##0'
    """
    beside = cell.words.removeprefix(cell.text)  # its tags, as words that stand beside it
    if cell.number is None or '"' in beside or len(beside) > MOST_BESIDE:
        return ""
    text = cell.text.removeprefix("-").removeprefix("−")
    exponent = cell.number.as_tuple().exponent
    own = max(0, -exponent) if isinstance(exponent, int) else 0
    for decimals in (own, 0, 1, 2):
        pattern = _pattern(text, abs(cell.number), decimals, beside)
        if pattern:
            return f"{pattern};-{pattern}"
    return ""


def _pattern(text: str, size: Decimal, decimals: int, beside: str) -> str:
    grouping = "," if "," in text else ""
    digits = f"{size:{grouping}.{decimals}f}"
    before, found, after = text.partition(digits)
    if not found or _has_digit(before + after) or Decimal(digits.replace(",", "")) != size:
        return ""
    base = "#,##0" if grouping else "0"
    base += "." + "0" * decimals if decimals else ""
    return _quoted(before) + base + _quoted(after + beside)


def _has_digit(text: str) -> bool:
    return any(sign.isdigit() or sign in '"[]' for sign in text)


def _quoted(text: str) -> str:
    return f'"{text}"' if text else ""
