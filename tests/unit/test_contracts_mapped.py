"""A return read from a supplier's own workbook by a map whose lines name KPIs."""

from decimal import Decimal

from factories.contract_facts import contract, kpi
from factories.workbooks import xlsx
from scrutable.contracts.facts import Kind, NoValue
from scrutable.contracts.intake import read_mapped
from scrutable.contracts.intake.cellmap import read_map
from scrutable.evidence.intake import open_workbook
from scrutable.kernel.periods import Month

INCIDENTS = kpi(code="IMT_KPI_05", kind=Kind.COUNT, unit="incidents", decimals=0)
KPIS = (kpi(), INCIDENTS)
ROWS = [["Calls", 0.049, 49.0, 1000.0], ["Incidents", None, "No activity", "All quiet."]]
LINES = (
    "Calls,Summary,B1,PERCENT,csc kpi 4,",
    "Abandoned,Summary,C1,NUMBER,CSC_KPI_04,numerator",
    "Offered,Summary,D1,NUMBER,CSC_KPI_04,denominator",
    "Incidents,Summary,B2,NUMBER,IMT_KPI_05,result",
    "Why none,Summary,C2,TEXT,IMT_KPI_05,reason",
    "Remark,Summary,D2,TEXT,IMT_KPI_05,commentary",
    "Nothing of ours,Elsewhere,A1,TEXT,,",
)


def read(rows, *lines, kpis=KPIS, formats=None):
    head = "cell_key,template_sheet,cell_reference,type,code,holds"
    cells, errors = read_map("\n".join([head, *lines]).encode(), "map.csv")
    assert errors == []
    shown = {(0, 1): "0.0%"} if formats is None else formats
    workbook = open_workbook(xlsx(rows, sheet="Summary", formats=shown), "own.xlsx")
    return read_mapped(workbook, cells, contract=contract(), month=Month(2026, 9), kpis=kpis)


def faults(reading):
    assert all(error.remedy for error in reading.errors)
    return [(error.place, error.fault) for error in reading.errors]


def test_good_cells_keep_their_own_places():
    reading = read(ROWS, *LINES)

    assert faults(reading) == []
    calls, incidents = reading.rows
    assert (calls.value, calls.numerator, calls.place) == (Decimal("4.9"), 49, "Summary!B1")
    assert (incidents.no_value, incidents.place) == (NoValue.NO_ACTIVITY, "Summary!C2")
    assert incidents.commentary == "All quiet."


def test_every_fault_stands_at_its_own_cell():
    rows = [["Calls", 0.049, 50.0, 1000.0], ["Incidents", 2.5, None, ("=X", "#REF!")]]

    assert faults(read(rows, *LINES)) == [
        ("Summary!B1", "The value is 4.9% but 50 of 1000 is 5.0%"),
        ("Summary!B2", "IMT_KPI_05 must be a whole number, not 2.5"),
        ("Summary!D2", "The formula failed with #REF!"),
    ]


def test_a_blank_cell_is_neither_result_nor_reason():
    assert faults(read([["Calls"], ["Incidents", 3.0]], LINES[0], LINES[3])) == [
        ("Summary!B1", "CSC_KPI_04 has neither a result nor a reason")
    ]


def test_a_kpi_that_is_due_and_not_on_the_map():
    assert faults(read(ROWS, LINES[0])) == [
        ("", "IMT_KPI_05 is due and the map has no cell for it")
    ]


def test_a_code_that_is_no_kpi_and_a_sheet_that_is_missing():
    reading = read(
        ROWS, *LINES[:3], "A,Summary,B2,,CSC_KPI_99,", "B,Gone,A1,,IMT_KPI_05,", kpis=(kpi(),)
    )

    assert faults(reading) == [
        ("", "There is no sheet named “Gone”"),
        ("", "The map names CSC_KPI_99, which is no KPI"),
    ]


def test_the_month_and_the_contract_are_held_to_what_is_meant():
    rows = [["Calls", 4.9], ["August 2026", "WAN"]]
    lines = (LINES[0], "Month,Summary,A2,,,month", "Contract,Summary,B2,,,contract")

    assert faults(read(rows, *lines, kpis=(kpi(),), formats={})) == [
        ("Summary!A2", "The return is for August 2026, not September 2026"),
        ("Summary!B2", "The return is for the contract “WAN”, not CSS"),
    ]
