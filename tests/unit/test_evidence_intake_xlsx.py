"""What is read from an xlsx workbook, and where it stands."""

import io
import re
from datetime import date, datetime, time, timedelta

import pytest
from openpyxl import Workbook as OpenpyxlBook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from factories.workbooks import SHEET, repacked, with_cells, xlsx
from scrutable.evidence.intake import NOT_CALCULATED, CellError, open_workbook


def opened(content, name="september.xlsx", **options):
    workbook = open_workbook(content, name, **options)
    assert not isinstance(workbook, list), workbook
    return workbook


def only_sheet(content):
    return opened(content).sheets[0]


def test_addresses_do_not_shift_where_rows_and_columns_at_the_start_are_empty():
    sheet = only_sheet(xlsx([[], [], [None, None, "Code"], [None, None, None, 4.5]]))

    assert sheet.value(2, 2) == "Code"
    assert sheet.value(3, 3) == 4.5
    assert sheet.place(3, 3) == "Return!D4"


def test_values_keep_their_kinds():
    day, moment = date(2026, 9, 1), datetime.fromisoformat("2026-09-01T14:30:00")
    rows = [["  spaces  ", 1234.5, True, day, moment]]
    formats = {(0, 3): "dd/mm/yyyy", (0, 4): "dd/mm/yyyy hh:mm"}

    assert only_sheet(xlsx(rows, formats=formats)).rows[0] == [
        "  spaces  ",
        1234.5,
        True,
        day,
        moment,
    ]


def test_times_and_lengths_of_time_are_kept():
    rows = [[0.25, 1.25]]
    formats = {(0, 0): "hh:mm", (0, 1): "[h]:mm:ss"}

    assert only_sheet(xlsx(rows, formats=formats)).rows[0] == [time(6), timedelta(hours=30)]


@pytest.mark.parametrize("code", ["#DIV/0!", "#N/A", "#REF!", "#VALUE!", "#NAME?", "#NUM!"])
def test_a_failed_formula_is_told_from_a_blank_and_named(code):
    sheet = only_sheet(xlsx([["a", ("=1/0", code), None, 5.0]]))

    assert sheet.rows[0] == ["a", CellError(code), "", 5.0]


def test_a_failed_formula_beyond_the_last_value_is_found():
    sheet = only_sheet(xlsx([["a"], [None, None, None, ("=1/0", "#DIV/0!")]]))

    assert sheet.value(1, 3) == CellError("#DIV/0!")


def test_an_error_typed_as_a_value_is_found_in_any_markup():
    markup = (
        b"<row r='1'><c t='e' r='B1'><v>#N/A</v></c><c t = \"e\" r = \"C1\"><v>#REF!</v></c></row>"
    )

    assert only_sheet(with_cells(markup)).rows[0] == ["", CellError("#N/A"), CellError("#REF!")]


def test_an_error_in_cells_without_references_is_found_by_counting():
    markup = (
        b'<row><c><v>1</v></c><c t="e"><v>#N/A</v></c></row><row><c t="e"><v>#REF!</v></c></row>'
    )

    rows = only_sheet(with_cells(markup)).rows

    assert rows[0] == [1.0, CellError("#N/A")]
    assert rows[1][0] == CellError("#REF!")


def test_a_formula_saved_without_its_value_is_told_from_a_blank():
    book = OpenpyxlBook()
    book.active["A1"] = "=1+1"
    book.active["B1"] = 7
    out = io.BytesIO()
    book.save(out)

    assert only_sheet(out.getvalue()).rows[0] == [NOT_CALCULATED, 7.0]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (b'<c r="A1"><f>A2</f><v></v></c>', NOT_CALCULATED),
        (b'<c r="A1"><f>A2</f><v/></c>', NOT_CALCULATED),
        (b'<c r="A1"><f t="shared" si="0"/></c>', NOT_CALCULATED),
        (b'<c r="A1"><f t="shared" si="0"/><v>3</v></c>', 3.0),
        (b'<c r="A1"><f>A2</f><v>0</v></c>', 0.0),
        (b'<c r="A1" t="str"><f>A2</f><v></v></c>', ""),
    ],
)
def test_formulas_with_and_without_kept_values(cell, expected):
    markup = b'<row r="1">' + cell + b'<c r="B1"><v>9</v></c></row>'

    assert only_sheet(with_cells(markup)).value(0, 0) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("0%", True),
        ("0.0%", True),
        ('0.0" %"', False),
        ("0\\%", False),
        ("[Red]0.00%;-0.00%", True),
        ("General", False),
        ("#,##0.00", False),
    ],
)
def test_a_cell_that_shows_a_percentage_is_known(code, expected):
    sheet = only_sheet(xlsx([[0.92]], formats={(0, 0): code}))

    assert sheet.is_percent(0, 0) is expected
    assert sheet.is_percent(5, 5) is False


def test_spoilt_styles_hide_percentages_but_nothing_else():
    content = repacked(xlsx([[0.92]], formats={(0, 0): "0%"}), {"xl/styles.xml": b"<not"})
    found = open_workbook(content, "x.xlsx")

    assert isinstance(found, list) or found.sheets[0].is_percent(0, 0) is False


def test_hidden_sheets_are_there_and_known_to_be_hidden():
    workbook = opened(xlsx([["a"]], more={"Working": [["b"]]}, hidden=("Working",)))

    assert [(s.name, s.is_visible) for s in workbook.sheets] == [
        ("Return", True),
        ("Working", False),
    ]
    assert [s.name for s in workbook.visible] == ["Return"]


def test_merged_ranges_are_known():
    sheet = only_sheet(xlsx([], merged=[(1, 2, 1, 4, "September 2026")]))

    assert sheet.value(1, 2) == "September 2026"
    assert sheet.value(1, 3) == ""
    assert sheet.merged == (((1, 2), (1, 4)),)


def test_names_of_sheets_come_from_the_workbook_not_from_the_number_of_the_part():
    content = xlsx([[("=1/0", "#DIV/0!")]], sheet="Zweite", more={"Erste": [["fine"]]})
    swapped = repacked(
        content,
        {
            "xl/_rels/workbook.xml.rels": lambda rels: (
                rels.replace(b"sheet1.xml", b"sheetX.xml")
                .replace(b"sheet2.xml", b"sheet1.xml")
                .replace(b"sheetX.xml", b"sheet2.xml")
            )
        },
    )

    workbook = opened(swapped)

    assert workbook.sheet("Zweite").value(0, 0) == "fine"
    assert workbook.sheet(" erste ").value(0, 0) == CellError("#DIV/0!")
    assert workbook.sheet("Dritte") is None


def test_only_the_sheets_asked_for_are_opened():
    content = xlsx([["a"]], more={"Other": [["b"]], "Third": [["c"]]})

    workbook = opened(content, only=["other ", "THIRD"])

    assert [sheet.name for sheet in workbook.sheets] == ["Other", "Third"]


def test_macros_give_a_notice_and_their_workbook_is_read_for_its_values():
    content = repacked(xlsx([["a", 5.0]]), {"xl/vbaProject.bin": b"macro"})

    workbook = opened(content, "september.xlsm")

    assert workbook.sheets[0].rows[0] == ["a", 5.0]
    assert [n.text for n in workbook.notices] == [
        "The workbook holds macros; only its values were read"
    ]


def test_what_lies_outside_the_sheet_is_blank():
    sheet = only_sheet(xlsx([["a"], ["b", "c"]]))

    assert [sheet.value(0, 9), sheet.value(9, 0), sheet.value(-1, 0), sheet.value(0, -1)] == [
        ""
    ] * 4


def test_the_parts_of_a_workbook_may_carry_a_prefix():
    def prefixed(part):
        head, _, rest = part.partition(b"?>")
        body = re.sub(rb"<(/?)(\w)", rb"<\1x:\2", rest)
        return head + b"?>" + body.replace(b"xmlns=", b"xmlns:x=")

    content = repacked(
        xlsx([["a", ("=1/0", "#DIV/0!"), 0.5]], formats={(0, 2): "0%"}), {SHEET: prefixed}
    )

    sheet = only_sheet(content)

    assert sheet.value(0, 1) == CellError("#DIV/0!")
    assert sheet.is_percent(0, 2)


def test_dates_of_the_1904_calendar_are_the_same_days():
    book = OpenpyxlBook()
    book.epoch = CALENDAR_MAC_1904
    book.active["A1"] = date(2026, 9, 1)
    out = io.BytesIO()
    book.save(out)

    assert only_sheet(out.getvalue()).value(0, 0) == date(2026, 9, 1)
