"""The workbook that suppliers fill in: what it shows, what it allows, and that it reads back."""

import io
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from factories.contract_facts import contract, kpi, level, row
from scrutable.contracts.facts import Direction, Kind, NoValue
from scrutable.contracts.intake import Typed, read_return, write_template
from scrutable.contracts.intake.months import reason_words
from scrutable.contracts.presenters.words import NO_VALUE_WORDS
from scrutable.evidence.facts import RowError
from scrutable.kernel.periods import Month

SEPTEMBER = Month(2026, 9)
ABANDONED = kpi()
INCIDENTS = kpi(
    code="IMT_KPI_05", kind=Kind.COUNT, unit="incidents", decimals=0, levels=(level(4, None),)
)
HOURS = kpi(code="IMT_KPI_06", kind=Kind.DURATION, unit="hours", decimals=2, levels=())
MONEY = kpi(code="FIN_KPI_01", kind=Kind.MONEY, unit="£", decimals=2)
OVER = kpi(code="FIN_KPI_02", may_exceed_hundred=True, direction=Direction.HIGHER)
ENDED = kpi(code="IMT_KPI_14", discontinued_from=Month(2026, 4))
KPIS = (ABANDONED, INCIDENTS, HOURS, MONEY, OVER, ENDED)


def written(**said):
    plain = {"contract": contract(), "month": SEPTEMBER, "kpis": KPIS, "council": "Westmere"}
    return write_template(**plain | said)


def sheets(content):
    book = load_workbook(io.BytesIO(content))
    return book["Return"], book["How to fill in"]


def read(content, **said):
    plain = {"contract": contract(), "month": SEPTEMBER, "kpis": KPIS}
    return read_return(content, "september.xlsx", **plain | said)


def test_the_same_input_gives_the_same_bytes():
    assert written() == written()


def test_it_says_what_it_is_for():
    sheet, _ = sheets(written())

    assert sheet["A1"].value == "Return of service levels for September 2026"
    assert [sheet[f"B{n}"].value for n in range(2, 6)] == [
        "CSS", "Corporate Support Services", "Norland Services", "September 2026",
    ]  # fmt: skip


def test_it_has_a_row_for_each_kpi_that_is_due_in_the_order_of_codes():
    sheet, _ = sheets(written())

    assert [cell.value for cell in sheet[8]] == [
        "Code", "KPI", "Unit", "Target", "Minimum", "Result", "Numerator", "Denominator",
        "Reason if no result", "Commentary",
    ]  # fmt: skip
    assert [sheet[f"A{n}"].value for n in range(9, 15)] == [
        "CSC_KPI_04", "FIN_KPI_01", "FIN_KPI_02", "IMT_KPI_05", "IMT_KPI_06", None,
    ]  # fmt: skip


def test_levels_are_shown_in_their_unit_and_a_missing_one_in_words():
    sheet, _ = sheets(written())

    assert (sheet["D9"].value, sheet["D9"].number_format) == (0.05, "0.0%")
    assert (sheet["D12"].value, sheet["E12"].value) == (4, "None set")
    assert (sheet["D13"].value, sheet["E13"].value) == ("None set", "None set")


def test_only_what_suppliers_fill_in_is_unlocked():
    sheet, instructions = sheets(written())

    assert sheet.protection.sheet
    assert instructions.protection.sheet
    assert [cell.column_letter for cell in sheet[9] if not cell.protection.locked] == list("FGHIJ")


def test_each_result_allows_what_its_unit_allows():
    sheet, _ = sheets(written())
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}

    assert (rules["F9"].type, rules["F9"].formula1, rules["F9"].formula2) == ("decimal", "0", "1")
    assert (rules["F11"].type, rules["F11"].operator) == ("decimal", "greaterThanOrEqual")
    assert rules["F12"].type == "whole"
    assert rules["I9"].type == "list"
    assert rules["I9"].formula1 == '"' + ",".join(NO_VALUE_WORDS.values()) + '"'


def test_the_reasons_are_said_as_everywhere_else():
    assert {reason: reason_words(reason) for reason in NoValue} == NO_VALUE_WORDS


def test_it_is_a_named_table_with_a_description_and_without_merged_cells():
    sheet, _ = sheets(written())

    assert sheet.tables["Results"].ref == "A8:J13"
    assert not sheet.merged_cells.ranges
    assert sheet.freeze_panes == "C9"
    assert sheet.print_title_rows == "$8:$8"


def test_a_contract_without_kpis_gives_a_workbook_all_the_same():
    sheet, _ = sheets(written(kpis=()))

    assert not sheet.tables


def test_an_empty_template_asks_for_every_result():
    assert [error.place for error in read(written()).errors] == [
        f"Return!F{n}" for n in range(9, 14)
    ]


FILLED = {
    "CSC_KPI_04": row("4.9", numerator=Decimal(49), denominator=Decimal(1000)),
    "FIN_KPI_01": row("-1234.56", code="FIN_KPI_01", commentary="A refund\nin two lines."),
    "FIN_KPI_02": row("250", code="FIN_KPI_02"),
    "IMT_KPI_05": row(code="IMT_KPI_05", no_value=NoValue.NO_ACTIVITY),
    "IMT_KPI_06": row("2.25", code="IMT_KPI_06"),
}


def test_a_filled_one_reads_back():
    reading = read(written(filled=FILLED))

    assert (reading.errors, reading.notices) == ((), ())
    assert [replace(found, place="") for found in reading.rows] == [
        replace(FILLED[found.code], place="") for found in reading.rows
    ]
    assert [found.place for found in reading.rows] == [
        "Return!F9", "Return!F10", "Return!F11", "Return!I12", "Return!F13",
    ]  # fmt: skip


def test_what_suppliers_type_instead_is_told():
    typed = {
        "CSC_KPI_04": Typed(code="csc kpi4", result=4.9, is_plain=True),
        "FIN_KPI_01": Typed(result="=G9/H$71", shows="#DIV/0!"),
        "FIN_KPI_02": Typed(result="to follow"),
        "IMT_KPI_05": Typed(code="CSC_KPI_04"),
        "IMT_KPI_06": Typed(result=-2.0),
    }

    reading = read(written(filled=FILLED, typed=typed))

    assert [found.code for found in reading.rows] == ["CSC_KPI_04"]
    assert [(error.place, error.fault) for error in reading.errors] == [
        ("Return!F10", "The formula failed with #DIV/0!"),
        ("Return!F11", "The result must be a percentage such as 92.5%, not “to follow”"),
        ("Return!A12", "CSC_KPI_04 is at Return!A9 already"),
        ("Return!F13", "IMT_KPI_06 must be 0 or more, not -2"),
        ("Return!A8", "IMT_KPI_05 is due and has no row"),
    ]


def test_another_month_or_contract_is_told_at_its_cell():
    assert read(written(month=Month(2026, 8))).errors[0].place == "Return!B5"
    found = read(written(contract=contract(code="WAN", title="Wide-area network"))).errors[0]
    assert found == RowError(
        "Return!B2", "The return is for the contract “WAN”, not CSS", "send the return for CSS"
    )


def values(definition):
    top = 100 if definition.kind is Kind.PERCENTAGE and not definition.may_exceed_hundred else 10**9
    bottom = -(10**9) if definition.kind is Kind.MONEY else 0
    places = 0 if definition.kind is Kind.COUNT else 4
    return st.decimals(bottom, top, places=places, allow_nan=False, allow_infinity=False)


def answers(definition):
    reasons = st.sampled_from([r for r in NoValue if r is not NoValue.DISCONTINUED])
    commentary = st.text(st.characters(exclude_categories=("C", "Z")) | st.just(" "), max_size=60)
    given_value = st.builds(
        lambda value, said: row(value, code=definition.code, commentary=said.strip()),
        values(definition),
        commentary,
    )
    no_value = st.builds(
        lambda reason, said: row(code=definition.code, no_value=reason, commentary=said.strip()),
        reasons,
        commentary,
    )
    return given_value | no_value


DUE = tuple(kpi for kpi in KPIS if kpi is not ENDED)


@given(st.fixed_dictionaries({kpi.code: answers(kpi) for kpi in DUE}))
@settings(max_examples=60)
def test_whatever_fit_values_are_written_read_back_equal(filled):
    reading = read(written(filled=filled))

    assert reading.errors == ()
    assert {found.code: replace(found, place="") for found in reading.rows} == {
        code: replace(answer, place="") for code, answer in filled.items()
    }


@pytest.mark.parametrize("code", ["CSC_KPI_04", "x" * 31, "Ünïcode £ & <b>"])
def test_titles_and_names_of_any_marks(code):
    content = written(
        contract=contract(title=code), kpis=(kpi(title=code, unit=code[:5]),), council=code
    )

    assert sheets(content)[0]["B3"].value == code
