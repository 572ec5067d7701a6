"""What is read from a csv file."""

import pytest

from scrutable.evidence.facts import RowError
from scrutable.evidence.intake import Limits, open_workbook


def only_sheet(content, name="september.csv"):
    workbook = open_workbook(content, name)
    assert not isinstance(workbook, list), workbook
    return workbook.sheets[0]


@pytest.mark.parametrize(
    "content",
    [
        b"Code,Result\nCSC_KPI_04,4.5\n",
        b"\xef\xbb\xbfCode,Result\r\nCSC_KPI_04,4.5\r\n",
        b"Code;Result\nCSC_KPI_04;4.5\n",
        b"Code\tResult\rCSC_KPI_04\t4.5\r",
        b'"Code","Result"\n"CSC_KPI_04","4.5"',
    ],
)
def test_separators_line_ends_and_marks_at_the_start(content):
    assert only_sheet(content).rows == [["Code", "Result"], ["CSC_KPI_04", "4.5"]]


def test_places_name_the_line_on_which_a_row_begins():
    sheet = only_sheet(b'Code,Remark\nA,"two\nlines"\nB,one\n')

    assert sheet.place(1, 1) == "line 2, column B"
    assert sheet.place(2, 0) == "line 4, column A"


def test_a_first_line_without_separators_does_not_decide():
    assert only_sheet(b"Return for September\nCode;Result\nA;1,5\n").rows[2] == ["A", "1,5"]


def test_characters_that_are_not_utf8_are_refused_at_their_line():
    found = open_workbook("Code,Result\nA,£5\n".encode("cp1252"), "september.csv")

    assert found == [
        RowError(
            "line 2",
            "The line holds characters that are not UTF-8",
            "save it as “CSV UTF-8 (comma delimited)” and send that",
        )
    ]


@pytest.mark.parametrize("coding", ["utf-16", "utf-16-be"])
def test_utf_16_is_refused(coding):
    mark = b"\xfe\xff" if coding == "utf-16-be" else b""
    found = open_workbook(mark + "Code,Result\n".encode(coding), "september.csv")

    assert [error.fault for error in found] == ["The file is in UTF-16"]


def test_nought_bytes_are_no_text():
    found = open_workbook(b"Code,\x00Result\n", "september.csv")

    assert [error.fault for error in found] == ["This is not a workbook that can be read"]


def test_a_cell_without_end_is_refused():
    found = open_workbook(b'Code\n"' + b"x" * 200_000, "september.csv")

    assert [error.place for error in found] == ["line 2"]


def test_more_cells_than_are_read():
    found = open_workbook(b"a,b\n" * 10, "september.csv", limits=Limits(most_cells=10))

    assert [error.fault for error in found] == ["The sheet reaches too far down or to the right"]


def test_a_file_of_blank_lines_is_an_empty_table():
    assert only_sheet(b"\n\n\n").rows == [[], [], []]
