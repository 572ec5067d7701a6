"""Shapes real spreadsheets take beyond plain cells: charts, sub-tables, breaks, many sheets."""

import io

import pytest
import xlsxwriter
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableProperties
from odf.table import Table, TableCell, TableColumn, TableRow
from odf.text import LineBreak, P, Tab

from factories.workbooks import ods, ods_cell, ods_row, repacked, with_cells, xlsx
from scrutable.evidence.intake import Limits, open_workbook

SWELLS = "The workbook unpacks to more than is read"
UNSAFE = "The workbook holds declarations that no spreadsheet program writes"


def fault_of(content, **options):
    (error,) = open_workbook(content, "september.xlsx", **options)
    return error.fault


def test_a_sheet_that_is_a_chart_holds_no_cells():
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.add_worksheet("Return").write_row(0, 0, ["Code", 4.5])
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "=Return!$B$1:$B$1"})
    book.add_chartsheet("Trend").set_chart(chart)
    book.close()

    workbook = open_workbook(out.getvalue(), "september.xlsx")

    assert [(sheet.name, sheet.value(0, 1)) for sheet in workbook.sheets] == [("Return", 4.5)]


def test_more_sheets_than_are_read():
    content = xlsx([["Code"]], more={f"Sheet {n}": [] for n in range(3)})

    assert fault_of(content, limits=Limits(most_sheets=3)) == SWELLS
    assert len(open_workbook(content, "x.xlsx", limits=Limits(most_sheets=4)).sheets) == 4


@pytest.mark.parametrize(("used", "fault"), [(b"&#48;", UNSAFE), (b"0", SWELLS)])
def test_a_long_shared_text_cannot_be_named_in_a_roundabout_way(used, fault):
    cells = b"".join(b'<c r="A%d" t="s"><v>%b</v></c>' % (n, used) for n in range(1, 9_000))
    strings = b"<sst><si><t>" + b"x" * 600_000 + b"</t></si></sst>"
    content = repacked(
        with_cells(b'<row r="1">' + cells + b"</row>"), {"xl/sharedStrings.xml": strings}
    )

    assert fault_of(content) == fault


def test_remarks_in_the_markup_beside_a_long_shared_text_are_refused():
    cells = b"".join(b'<c r="A%d" t="s"><v>0</v></c>' % n for n in range(1, 9_000))
    strings = b"<sst><si><t>" + b"x" * 600_000 + b"</t></si></sst>"
    content = repacked(
        with_cells(b'<row r="1"><!-- 0 -->' + cells + b"</row>"), {"xl/sharedStrings.xml": strings}
    )

    assert fault_of(content) == UNSAFE


def test_a_cell_keeps_its_breaks_and_tabs():
    cell = TableCell(valuetype="string")
    line = P(text="One")
    line.addElement(LineBreak())
    line.addText("two")
    line.addElement(Tab())
    line.addText("three")
    cell.addElement(line)

    sheet = open_workbook(ods([ods_row([cell])]), "september.ods").sheets[0]

    assert sheet.value(0, 0) == "One\ntwo\tthree"


def test_a_table_within_a_cell_is_no_sheet_of_its_own():
    inner = Table(name="Inner")
    inner.addElement(ods_row(["inside"]))
    cell = ods_cell("outside", valuetype="string")
    cell.addElement(inner)

    workbook = open_workbook(ods([ods_row([cell])]), "september.ods")

    assert [sheet.name for sheet in workbook.sheets] == ["Return"]
    assert workbook.sheets[0].value(0, 0) == "outside"


def test_styles_and_columns_are_no_rows():
    document = OpenDocumentSpreadsheet()
    for name, shown in (("Shown", "true"), ("Plain", None)):
        style = Style(name=name, family="table")
        if shown:
            style.addElement(TableProperties(display=shown))
        document.automaticstyles.addElement(style)
    table = Table(name="Return", stylename="Shown")
    table.addElement(TableColumn(numbercolumnsrepeated=3))
    row = TableRow()
    row.addElement(ods_cell("Code", valuetype="string"))
    table.addElement(row)
    document.spreadsheet.addElement(table)
    out = io.BytesIO()
    document.save(out)

    (sheet,) = open_workbook(out.getvalue(), "september.ods").sheets

    assert (sheet.is_visible, sheet.rows) == (True, [["Code"]])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<table:table-row>", b'<table:table-row table:number-rows-repeated="9999999">'),
        (b"<table:table-row>", b'<table:table-row table:number-rows-repeated="0">'),
        (b"<table:table-row>", b'<table:table-row table:number-rows-repeated="many">'),
        (b"<table:table-row>", b'<table:table-row table:number-rows-repeated="1000000000000">'),
    ],
)
def test_a_row_repeated_as_no_spreadsheet_does_is_damage(old, new):
    content = repacked(ods([["Code"]]), {"content.xml": lambda part: part.replace(old, new)})

    assert fault_of(content) == "The workbook is damaged or cut short"


def test_what_is_no_cell_is_passed_over_within_a_row():
    shape = b"<table:table-row><office:forms/>"
    content = repacked(
        ods([["Code", "Result"]]),
        {"content.xml": lambda part: part.replace(b"<table:table-row>", shape)},
    )

    assert open_workbook(content, "september.ods").sheets[0].rows == [["Code", "Result"]]


def test_blank_rows_without_end_behind_a_table_are_damage():
    blank = b'<table:table-row table:number-rows-repeated="%d"/></table:table>'
    rows = Limits().most_rows
    for times, is_read in ((1, True), (2, False)):
        tail = blank.replace(b"</table:table>", b"") % rows * times + b"</table:table>"
        content = repacked(
            ods([["Code"]]),
            {"content.xml": lambda part, tail=tail: part.replace(b"</table:table>", tail)},
        )

        found = open_workbook(content, "september.ods")

        assert isinstance(found, list) is not is_read


def test_a_remark_within_a_line_is_not_part_of_it():
    line = (
        b"<text:p>Code<office:annotation><text:p>Who asked?</text:p></office:annotation>s</text:p>"
    )
    content = repacked(
        ods([["Code"]]), {"content.xml": lambda part: part.replace(b"<text:p>Code</text:p>", line)}
    )

    assert open_workbook(content, "september.ods").sheets[0].rows == [["Codes"]]


def test_a_cell_that_is_there_twice_keeps_the_value_that_was_read():
    twice = b'<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="A1"><v>4.5</v></c></row>'

    assert open_workbook(with_cells(twice), "september.xlsx").sheets[0].value(0, 0) == 4.5
