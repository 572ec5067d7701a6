"""What is read from an OpenDocument spreadsheet."""

import io
from datetime import date, datetime, timedelta

import pytest
from odf.office import Annotation
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableProperties
from odf.table import CoveredTableCell, Table
from odf.text import P, S, Span

from factories.workbooks import ods, ods_cell, ods_row
from scrutable.evidence.intake import NOT_CALCULATED, CellError, open_workbook


def only_sheet(content, name="september.ods"):
    workbook = open_workbook(content, name)
    assert not isinstance(workbook, list), workbook
    return workbook.sheets[0]


def first_cell(cell):
    return only_sheet(ods([ods_row([cell])])).value(0, 0)


@pytest.mark.parametrize(
    ("attributes", "shown", "expected"),
    [
        ({"valuetype": "float", "value": "4.5"}, "4.5", 4.5),
        ({"valuetype": "percentage", "value": "0.925"}, "92.5%", 0.925),
        ({"valuetype": "currency", "value": "1200.5"}, "£1,200.50", 1200.5),
        ({"valuetype": "string"}, "No activity", "No activity"),
        ({"valuetype": "date", "datevalue": "2026-09-01"}, "1/9/26", date(2026, 9, 1)),
        (
            {"valuetype": "date", "datevalue": "2026-09-01T14:30:00"},
            "x",
            datetime.fromisoformat("2026-09-01T14:30:00"),
        ),
        ({"valuetype": "time", "timevalue": "PT02H30M00S"}, "2:30", timedelta(hours=2.5)),
        ({"valuetype": "time", "timevalue": "-PT1M0.5S"}, "", timedelta(seconds=-60.5)),
        ({"valuetype": "boolean", "booleanvalue": "true"}, "TRUE", True),
        ({"formula": "of:=1/0", "valuetype": "string"}, "#DIV/0!", CellError("#DIV/0!")),
        ({"formula": "of:=X", "valuetype": "float", "value": "0"}, "#NAME?", CellError("#NAME?")),
        ({"formula": "of:=X", "valuetype": "string"}, "Err:508", CellError("Err:508")),
        ({"formula": "of:=1+1"}, "", NOT_CALCULATED),
        ({"formula": "of:=1+1", "valuetype": "float", "value": "2"}, "2", 2.0),
        ({"formula": 'of:=""', "valuetype": "string"}, "", ""),
        ({"valuetype": "string"}, "#1 in the region", "#1 in the region"),
        ({"valuetype": "date", "datevalue": "soon"}, "", "soon"),
        ({"valuetype": "time", "timevalue": "soon"}, "", "soon"),
        ({}, "", ""),
    ],
)
def test_each_kind_of_cell(attributes, shown, expected):
    assert first_cell(ods_cell(shown, **attributes)) == expected


@pytest.mark.parametrize("value", ["much", "", "--1"])
def test_a_number_that_is_none_is_refused_or_read_as_text(value):
    found = open_workbook(ods([ods_row([ods_cell("x", valuetype="float", value=value)])]), "x.ods")

    assert isinstance(found, list) or found.sheets[0].value(0, 0) == "x"


def test_a_cell_that_shows_a_percentage_is_known():
    percent = ods_cell("92%", valuetype="percentage", value="0.92", numbercolumnsrepeated=2)
    sheet = only_sheet(ods([["Code"], ods_row([0.5, percent], numberrowsrepeated=2)]))

    assert [sheet.is_percent(1, c) for c in range(4)] == [False, True, True, False]
    assert sheet.is_percent(2, 1)
    assert not sheet.is_percent(3, 1)


def test_addresses_do_not_shift_behind_repeated_blanks():
    blank = ods_cell(numbercolumnsrepeated=16_384)
    rows = [
        ods_row([blank], numberrowsrepeated=12),
        ods_row([ods_cell(numbercolumnsrepeated=5), 4.5, ods_cell(numbercolumnsrepeated=9_000)]),
        ods_row([blank], numberrowsrepeated=1_000_000),
    ]

    sheet = only_sheet(ods(rows))

    assert sheet.value(12, 5) == 4.5
    assert sheet.place(12, 5) == "Return!F13"
    assert len(sheet.rows) == 13


def test_merged_cells_are_known_and_what_they_cover_is_blank():
    heading = ods_cell("September 2026", valuetype="string", numbercolumnsspanned=2)
    sheet = only_sheet(ods([ods_row(["Code", heading, CoveredTableCell(), "Target"])]))

    assert sheet.rows[0] == ["Code", "September 2026", "", "Target"]
    assert sheet.merged == (((0, 1), (0, 2)),)


def test_text_is_read_with_its_spaces_and_lines_and_without_remarks_pinned_to_it():
    cell = ods_cell(valuetype="string")
    note = Annotation()
    note.addElement(P(text="a remark"))
    cell.addElement(note)
    first = P(text="two")
    first.addElement(S(c=2))
    first.addElement(Span(text="spaces"))
    cell.addElement(first)
    cell.addElement(P(text="and a line"))

    assert first_cell(cell) == "two  spaces\nand a line"


def test_hidden_sheets_are_known():
    document = OpenDocumentSpreadsheet()
    style = Style(name="away", family="table")
    style.addElement(TableProperties(display="false"))
    document.automaticstyles.addElement(style)
    document.spreadsheet.addElement(Table(name="Return"))
    document.spreadsheet.addElement(Table(name="Working", stylename="away"))
    out = io.BytesIO()
    document.save(out)

    sheets = open_workbook(out.getvalue(), "x.ods").sheets

    assert [(s.name, s.is_visible) for s in sheets] == [("Return", True), ("Working", False)]


def test_the_kind_is_told_by_content_whatever_the_name():
    assert only_sheet(ods([["a"]]), "september.xlsx").rows == [["a"]]
