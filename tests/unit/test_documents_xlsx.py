import io
from decimal import Decimal

import openpyxl
import pytest

from factories.document_samples import HOSTILE, LINKS, document, hostile, report
from scrutable.documents.blocks import Cell, Column, Paragraph, Table, Tag
from scrutable.documents.xlsx import number_pattern, render


@pytest.fixture(scope="module")
def book():
    return openpyxl.load_workbook(io.BytesIO(render(report(), links=LINKS)))


def test_one_sheet_a_table_with_an_about_and_the_sources(book):
    assert book.sheetnames == ["About", "Table 1", "Table 2", "Sources"]


def test_about_says_what_this_is_and_lists_its_sheets(book):
    rows = [tuple(cell.value for cell in row) for row in book["About"].iter_rows()]

    assert rows[0][0] == "Contract performance, quarter 2"
    assert ("Reference", "edition/CSS-2026-3") in rows
    assert ("Table 1", "KPIs of the service (September 2026)") in rows


def test_numbers_are_numbers_that_read_as_printed(book):
    sheet = book["Table 2"]

    assert (sheet["B3"].value, sheet["B3"].number_format) == (-14250, '"£"#,##0;-"£"#,##0')
    assert (book["Table 1"]["D3"].value, book["Table 1"]["D3"].number_format) == (81, "0.0;-0.0")


def test_words_are_words(book):
    sheet = book["Table 1"]

    assert sheet["C3"].value == "Not measured"
    assert sheet["E2"].value == "Below target, Mitigation agreed"


def test_a_cited_cell_leads_to_its_trace(book):
    link = book["Table 1"]["D2"].hyperlink

    assert link.target == f"{LINKS}/trace/kpi/CSS/CSC_KPI_04/2026-09"
    assert book["Table 1"]["D2"].value == 6.2


def test_headings_stay_in_sight(book):
    for name in book.sheetnames[1:]:
        assert book[name].freeze_panes == "B2"
        assert book[name].print_title_rows == "$1:$1"


def test_nothing_acts_as_a_formula():
    book = openpyxl.load_workbook(io.BytesIO(render(hostile(), links=LINKS)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]

    assert not [cell for cell in cells if cell.data_type == "f"]
    assert HOSTILE[1] in {cell.value for cell in cells}


def test_a_document_without_tables_has_its_about():
    book = openpyxl.load_workbook(io.BytesIO(render(document(Paragraph(("x",))), links=LINKS)))

    assert book.sheetnames == ["About"]


def test_an_address_that_no_spreadsheet_takes_is_left_out():
    long = document(Table("t", (Column("A"),), ((Cell("x"),),)))

    assert render(long, links="https://x.example/" + "y" * 2100)


@pytest.mark.parametrize(
    ("text", "number", "pattern"),
    [
        ("81.0", "81.0", "0.0;-0.0"),
        ("81.0", "81", "0.0;-0.0"),
        ("84.1%", "84.1", '0.0"%";-0.0"%"'),
        ("£475,000", "475000", '"£"#,##0;-"£"#,##0'),
        ("-£1,234.50", "-1234.5", '"£"#,##0.00;-"£"#,##0.00'),
        ("1,204", "1204", "#,##0;-#,##0"),
        ("3 days", "3", '0" days";-0" days"'),
        ("38 of 46", "38", ""),
        ("38", "39", ""),
        ("Not measured", "0", ""),
    ],
)
def test_the_format_of_a_number_reads_as_its_text(text, number, pattern):
    assert number_pattern(Cell(text, number=Decimal(number))) == pattern


def test_a_number_with_a_status_stays_a_number():
    cell = Cell("4.1%", number=Decimal("4.1"), tags=(Tag("Met"), Tag("Mitigation agreed")))

    assert number_pattern(cell) == (
        '0.0"%, Met, Mitigation agreed";-0.0"%, Met, Mitigation agreed"'
    )
    assert number_pattern(Cell("4", number=Decimal(4), tags=(Tag('"x"'),))) == ""
    assert number_pattern(Cell("4", number=Decimal(4), tags=(Tag("x" * 90),))) == ""


def test_a_text_without_a_number_has_no_format():
    assert number_pattern(Cell("38")) == ""
