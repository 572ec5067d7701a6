"""Suppliers' own workbooks, read by a map of cells."""

from datetime import date

import pytest

from factories.workbooks import ods, repacked, xlsx
from scrutable.contracts.intake.cellmap import CellType, MappedCell, read_map
from scrutable.contracts.intake.cells import read_cells
from scrutable.contracts.intake.folders import FEW, check_folder, workbooks_in
from scrutable.contracts.intake.headings import Column
from scrutable.evidence.facts import RowError

HEAD = "cell_key,template_sheet,cell_reference,type\n"


def cell(kind=None, reference=(0, 0), **said):
    plain = {"key": "Calls", "sheet": "Summary", "row": reference[0], "column": reference[1]}
    return MappedCell(**plain | {"type": kind and CellType(kind)} | said)


def faults(content):
    _, errors = read_map(content.encode(), "datamap.csv")
    assert all(error.remedy for error in errors)
    return [str(error).partition(";")[0] for error in errors]


def test_a_map_in_the_form_of_government_returns():
    cells, errors = read_map(
        f"{HEAD}Calls,Summary,B3,NUMBER\nName,Summary,$b$4,text\nAny,Other,AA10,\n".encode(),
        "m.csv",
    )

    assert errors == []
    assert cells == [
        cell("NUMBER", (2, 1)),
        cell("TEXT", (3, 1), key="Name"),
        cell(None, (9, 26), key="Any", sheet="Other"),
    ]


def test_columns_of_our_own_say_which_kpi_a_cell_belongs_to():
    head = "cell_key,template_sheet,cellreference,type,code,holds"
    text = f"{head}\nA,S,B3,PERCENT,CSC_KPI_04,numerator\n"

    cells, errors = read_map(text.encode(), "m.csv")

    assert errors == []
    assert (cells[0].code, cells[0].holds) == ("CSC_KPI_04", Column.NUMERATOR)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cell_key,type\nA,TEXT\n", [
            "line 1: The column template_sheet is missing",
            "line 1: The column cell_reference is missing",
        ]),
        (f"{HEAD},S,B3,TEXT\n", ["line 2: The cell_key is blank"]),
        (f"{HEAD}A,,B3,TEXT\n", ["line 2: The template_sheet is blank"]),
        (f"{HEAD}A,S,,TEXT\n", ["line 2: The cell_reference is blank"]),
        (f"{HEAD}A,S,B3,TEXT\n\nA,S,B4,TEXT\n", ["line 4: The cell_key “A” is there already"]),
        (f"{HEAD}A,S,3B,TEXT\n", ["line 2: “3B” is not a cell"]),
        (f"{HEAD}A,S,B0,TEXT\n", ["line 2: “B0” is not a cell"]),
        (f"{HEAD}A,S,XFE1,TEXT\n", ["line 2: “XFE1” is not a cell"]),
        (f"{HEAD}A,S,A1048577,TEXT\n", ["line 2: “A1048577” is not a cell"]),
        (f"{HEAD}A,S,B3,COLOUR\n", ["line 2: The type “COLOUR” is not known"]),
        ("key,sheet,cellref,holds\nA,S,B3,hope\n", ["line 2: “hope” is not a column of a return"]),
        ("", ["The file is empty"]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_map(text, expected):
    assert faults(text) == expected


def read_one(value, kind, *, shown=None):
    content = xlsx([[value]], sheet="Summary", formats={(0, 0): shown})
    found = read_cells(content, "a.xlsx", [cell(kind)])
    if found.errors:
        return found.errors[0].fault
    return found.values["Calls"]


@pytest.mark.parametrize(
    ("value", "kind", "shown", "expected"),
    [
        ("Norland", "TEXT", None, "Norland"),
        (5.0, "NUMBER", None, 5.0),
        (("=2+3", 5.0), "NUMBER", None, 5.0),
        (date(2026, 9, 30), "DATE", "dd/mm/yyyy", date(2026, 9, 30)),
        (0.925, "PERCENT", "0.0%", 92.5),
        (92.5, "PERCENT", None, 92.5),
        (0.0, "PERCENT", None, 0.0),
        ("anything", None, None, "anything"),
        (None, None, None, ""),
    ],
)
def test_fit_cells(value, kind, shown, expected):
    assert read_one(value, kind, shown=shown) == expected


@pytest.mark.parametrize(
    ("value", "kind", "fault"),
    [
        (5.0, "TEXT", "Calls: A text is needed, not “5.0”"),
        (True, "TEXT", "Calls: A text is needed, not “TRUE”"),
        ("to follow", "NUMBER", "Calls: The cell must hold a number, not the text “to follow”"),
        ("5", "NUMBER", "Calls: The cell must hold a number, not the text “5”"),
        (True, "NUMBER", "Calls: The cell must hold a number, not “TRUE”"),
        ("30/09/2026", "DATE", "Calls: The cell must hold a date, not the text “30/09/2026”"),
        (46_000.0, "DATE", "Calls: The cell must hold a date, not “46000.0”"),
        ("92%", "PERCENT", "Calls: The cell must hold a percentage, not the text “92%”"),
        (0.92, "PERCENT", "Calls: 0.92 may mean 92% or 0.92%"),
        (None, "TEXT", "Calls: The cell is blank"),
        (None, "NUMBER", "Calls: The cell is blank"),
        ("  ", "DATE", "Calls: The cell is blank"),
        (("=1/0", "#DIV/0!"), "NUMBER", "Calls: The formula failed with #DIV/0!"),
        (("=NA()", "#N/A"), "TEXT", "Calls: The formula failed with #N/A"),
        (("=NA()", "#N/A"), "DATE", "Calls: The formula failed with #N/A"),
        (("=NA()", "#N/A"), None, "Calls: The formula failed with #N/A"),
    ],
)
def test_unfit_cells_say_what_they_hold(value, kind, fault):
    assert read_one(value, kind) == fault


def test_every_fault_of_a_workbook_comes_at_once_in_the_order_of_the_map():
    cells = [
        cell("NUMBER", (1, 1), key="B"),
        cell("DATE", (0, 0), key="A"),
        cell("TEXT", (0, 0), key="C", sheet="Elsewhere"),
        cell("TEXT", (0, 1), key="D", sheet="Elsewhere"),
    ]

    found = read_cells(xlsx([["x"], [None, "y"]], sheet="summary "), "a.xlsx", cells)

    assert [(error.place, error.fault.partition(":")[0]) for error in found.errors] == [
        ("summary !B2", "B"),
        ("summary !A1", "A"),
        ("", "There is no sheet named “Elsewhere”"),
    ]


def test_cells_far_outside_the_sheet_are_blank():
    found = read_cells(xlsx([["x"]], sheet="Summary"), "a.xlsx", [cell("TEXT", (900_000, 300))])

    assert [error.place for error in found.errors] == ["Summary!KO900001"]


def test_a_workbook_that_cannot_be_opened():
    assert read_cells(b"x", "a.xlsx", [cell("TEXT")]).errors[0].fault == (
        "This is not a workbook that can be read"
    )


def test_an_opendocument_workbook_and_macros():
    assert read_cells(ods([["Norland"]], sheet="Summary"), "a.ods", [cell("TEXT")]).values == {
        "Calls": "Norland"
    }
    content = repacked(xlsx([["x"]], sheet="Summary"), {"xl/vbaProject.bin": b"x"})
    assert read_cells(content, "a.xlsm", [cell("TEXT")]).notices


@pytest.mark.parametrize("count", [3, FEW + 10])
def test_a_folder_is_checked_in_the_order_of_names_by_one_process_or_several(tmp_path, count):
    for number in range(count):
        value = f"file {number}" if number % 5 else 5.0
        path = tmp_path / f"return {number:03}.xlsx"
        path.write_bytes(xlsx([[value]], sheet="Summary"))
    (tmp_path / "~$return 000.xlsx").write_bytes(b"a lock file")
    (tmp_path / "notes.txt").write_text("not a workbook", "utf-8")
    steps = []

    found = check_folder(
        workbooks_in(tmp_path), [cell("TEXT")], lambda done, total: steps.append((done, total))
    )

    assert [read.name for read in found] == [f"return {n:03}.xlsx" for n in range(count)]
    assert [bool(read.errors) for read in found] == [n % 5 == 0 for n in range(count)]
    assert found[1].values == {"Calls": "file 1"}
    assert steps == [(n, count) for n in range(1, count + 1)]


def test_a_file_that_is_too_large_or_gone_does_not_stop_the_folder(tmp_path):
    good, large = tmp_path / "b.xlsx", tmp_path / "a.xlsx"
    good.write_bytes(xlsx([["x"]], sheet="Summary"))
    with large.open("wb") as file:
        file.truncate(200_000_000)

    found = check_folder([large, tmp_path / "gone.xlsx", good], [cell("TEXT")])

    assert [read.errors for read in found] == [
        (
            RowError(
                "",
                "The file has 200 MB; at most 25 MB are read",
                "take out pictures and sheets that are not asked for and send it again",
            ),
        ),
        (
            RowError(
                "",
                "No such file or directory",
                "check that the file is there and that you may read it",
            ),
        ),
        (),
    ]
