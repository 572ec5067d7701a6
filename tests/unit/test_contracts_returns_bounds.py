"""Where reading a return stops, and the corners of what a cell may hold."""

from decimal import Decimal

import pytest

from factories.contract_facts import contract, kpi
from factories.workbooks import xlsx
from scrutable.contracts.facts import Kind
from scrutable.contracts.intake import read_mapped, read_return
from scrutable.contracts.intake.cellmap import CellType, MappedCell, read_map
from scrutable.contracts.intake.cells import read_cells
from scrutable.contracts.intake.months import month_in, reason_in
from scrutable.evidence.intake import open_workbook
from scrutable.kernel.periods import Month

SEPTEMBER = Month(2026, 9)
HEAD = ["Code", "Result", "Numerator", "Denominator", "Reason if no result", "Commentary"]


def read(*rows):
    found = kpi(), kpi(code="IMT_KPI_05", kind=Kind.COUNT, unit="incidents", decimals=0)
    return read_return(
        xlsx(list(rows)), "september.xlsx", contract=contract(), month=SEPTEMBER, kpis=found[:1]
    )


def test_after_a_thousand_faults_nothing_more_is_read():
    reading = read(HEAD, *([f"CSC_KPI_{n:04}", "soon"] for n in range(5, 1_200)))

    assert len(reading.errors) == 1_000
    assert reading.errors[-1].place < "Return!B1010"


def test_after_a_thousand_headings_no_more_tables_are_looked_for():
    table = ["Code", "Result"], ["CSC_KPI_04", 4.9]

    within, beyond = (read(*[["Code"]] * before, *table) for before in (999, 1_000))

    assert [row.place for row in within.rows] == ["Return!B1001"]
    assert beyond.rows == ()
    assert "No table with the headings" in beyond.errors[0].fault


@pytest.mark.parametrize(
    ("parts", "fault"),
    [
        ((49.0, "a thousand"), "not “a thousand”"),
        ((0.0, 0.0), "0.92"),
        ((None, 1000.0), "0.92"),
    ],
)
def test_parts_that_settle_nothing_leave_the_question_open(parts, fault):
    reading = read(HEAD, ["CSC_KPI_04", 0.92, *parts])

    assert reading.rows == ()
    assert any(fault in str(error) for error in reading.errors)
    assert any(error.place == "Return!B2" for error in reading.errors)


def test_a_commentary_that_is_a_number_is_kept_as_it_was_typed():
    (row,) = read(HEAD, ["CSC_KPI_04", 4.9, None, None, None, 7.0]).rows

    assert row.commentary == "7"


def test_of_two_headings_with_one_meaning_and_other_words_the_first_is_taken():
    reading = read(["Code", "Result", "Actual"], ["CSC_KPI_04", 4.9, 9.9])

    assert [(row.value, row.place) for row in reading.rows] == [(Decimal("4.9"), "Return!B2")]


def test_a_map_may_say_where_month_and_contract_stand():
    lines = (
        "Month,Summary,A1,TEXT,,month",
        "Contract,Summary,B1,TEXT,,contract",
        "Calls,Summary,C1,PERCENT,CSC_KPI_04,result",
    )
    head = "cell_key,template_sheet,cell_reference,type,code,holds"
    cells, errors = read_map("\n".join([head, *lines]).encode(), "map.csv")
    book = xlsx([["September 2026", "CSS", 0.049]], sheet="Summary", formats={(0, 2): "0.0%"})

    reading = read_mapped(
        open_workbook(book, "own.xlsx"), cells, contract=contract(), month=SEPTEMBER, kpis=(kpi(),)
    )

    assert (errors, reading.errors) == ([], ())
    assert [row.value for row in reading.rows] == [Decimal("4.9")]


def test_a_percentage_beyond_all_bounds_is_told_at_its_cell():
    cell = MappedCell(key="Calls", sheet="Summary", row=0, column=0, type=CellType.PERCENT)

    read = read_cells(xlsx([[1e200]], sheet="Summary"), "own.xlsx", [cell])

    assert [error.place for error in read.errors] == ["Summary!A1"]
    assert read.errors[0].fault == "Calls: The number is too large"


@pytest.mark.parametrize("text", ["Foo 2026", "Sepp 2026", "September " * 10])
def test_words_that_name_no_month(text):
    assert month_in(text) is None


def test_a_long_text_is_no_reason():
    assert reason_in("no activity") is not None
    assert reason_in("no " + " " * 60 + "activity") is None


@pytest.mark.parametrize("label", ["Month", "Contract"])
def test_a_failed_formula_where_the_month_or_the_contract_stands(label):
    reading = read([label, ("=1/0", "#DIV/0!")], [], HEAD, ["CSC_KPI_04", 4.9])

    assert [(error.place, error.fault) for error in reading.errors] == [
        ("Return!B1", "The formula failed with #DIV/0!")
    ]
