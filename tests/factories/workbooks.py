"""Workbooks for tests: plain ones, awkward ones and forged ones, all as bytes."""

import io
import re
import zipfile

import xlsxwriter
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

SHEET = "xl/worksheets/sheet1.xml"


def xlsx(rows, *, sheet="Return", formats=None, merged=(), more=None, hidden=()):
    """Return a workbook whose cells hold the rows from A1 on.

    `formats` gives number formats by (row, column); a value that is a pair is a formula with its
    kept value; `more` holds further sheets by name.
    """
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    for name, cells in {sheet: rows, **(more or {})}.items():
        page = book.add_worksheet(name)
        for at, row in enumerate(cells):
            for column, value in enumerate(row):
                code = (formats or {}).get((at, column)) if name == sheet else None
                _write(page, at, column, value, book.add_format({"num_format": code or "General"}))
        if name == sheet:
            for span in merged:
                page.merge_range(*span[:4], span[4])
        if name in hidden:
            page.hide()
    book.close()
    return out.getvalue()


def _write(page, row, column, value, look):
    if value is None:
        return
    if isinstance(value, tuple):
        page.write_formula(row, column, value[0], look, value[1])
    elif isinstance(value, str):
        page.write_string(row, column, value, look)
    elif hasattr(value, "year"):
        page.write_datetime(row, column, value, look)
    else:
        page.write(row, column, value, look)


def repacked(content, changes, *, packing=zipfile.ZIP_DEFLATED):
    """Return the archive with parts replaced, added or (for None) left out.

    A change is the new bytes, or a function of the old ones.
    """
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(out, "w", packing) as new,
    ):
        for name in old.namelist():
            change = changes.get(name, lambda same: same)
            part = change(old.read(name)) if callable(change) else change
            if part is not None:
                new.writestr(name, part)
        for name, part in changes.items():
            if name not in old.namelist():
                new.writestr(name, part)
    return out.getvalue()


def with_cells(markup, *, rows=(("x",),)):
    """Return a workbook whose only sheet holds this XML for its rows."""
    plain = xlsx(rows)

    def put(sheet):
        data = b"<sheetData>" + markup + b"</sheetData>"
        return re.sub(rb"<sheetData>.*</sheetData>", lambda _: data, sheet, flags=re.DOTALL)

    return repacked(plain, {SHEET: put})


def ods(rows, *, sheet="Return"):
    """Return an OpenDocument spreadsheet; a cell is a text, a float or a made TableCell."""
    document = OpenDocumentSpreadsheet()
    table = Table(name=sheet)
    document.spreadsheet.addElement(table)
    for row in rows:
        line = ods_row(row) if isinstance(row, list) else row
        table.addElement(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def ods_row(cells, **attributes):
    """Return one row."""
    row = TableRow(**attributes)
    for value in cells:
        if isinstance(value, str):
            row.addElement(ods_cell(value, valuetype="string") if value else TableCell())
        elif isinstance(value, float):
            row.addElement(ods_cell(str(value), valuetype="float", value=str(value)))
        else:
            row.addElement(value)
    return row


def ods_cell(text="", **attributes):
    """Return one cell with what it shows."""
    cell = TableCell(**attributes)
    if text:
        cell.addElement(P(text=text))
    return cell
