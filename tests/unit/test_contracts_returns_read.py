"""A return is read whole: good rows with their cells, every fault at once, in file order."""

from datetime import date
from decimal import Decimal

import pytest

from factories.contract_facts import contract, kpi
from factories.workbooks import ods, ods_cell, ods_row, repacked, xlsx
from scrutable.contracts.facts import Kind, NoValue
from scrutable.contracts.intake import identify, read_return
from scrutable.evidence.facts import RowError
from scrutable.evidence.intake import open_workbook
from scrutable.kernel.periods import Month

SEPTEMBER = Month(2026, 9)
CODE = "CSC_KPI_04"
HEAD = ["Code", "Result", "Numerator", "Denominator", "Reason if no result", "Commentary"]
ABANDONED = kpi()
INCIDENTS = kpi(code="IMT_KPI_05", kind=Kind.COUNT, unit="incidents", decimals=0)
HOURS = kpi(code="IMT_KPI_06", kind=Kind.DURATION, unit="hours", decimals=2)


def read(content, *kpis, name="september.xlsx", month=SEPTEMBER):
    return read_return(content, name, contract=contract(), month=month, kpis=kpis or (ABANDONED,))


def rows_of(reading):
    assert reading.errors == ()
    return [(row.code, row.value or row.no_value, row.place) for row in reading.rows]


def faults(*rows, kpis=(ABANDONED,), head=HEAD):
    reading = read(xlsx([head, *rows]), *kpis)
    assert all(error.remedy for error in reading.errors)
    return [(error.place, error.fault) for error in reading.errors]


def test_a_good_row_keeps_its_cell_and_what_stands_beside_it():
    row = ["CSC_KPI_04", 4.9, 49.0, 1000.0, None, "  Calls were few.  "]

    reading = read(xlsx([HEAD, row]))

    assert reading.errors == ()
    (found,) = reading.rows
    assert (found.code, found.value, found.place) == ("CSC_KPI_04", Decimal("4.9"), "Return!B2")
    assert (found.numerator, found.denominator) == (49, 1000)
    assert found.commentary == "Calls were few."


@pytest.mark.parametrize(
    "code", ["CSC_KPI_04", "CSC_KPI04", "CSC KPI04", " csc_kpi_4 ", "CSC-KPI-04"]
)
def test_every_spelling_of_a_code_is_the_code(code):
    assert rows_of(read(xlsx([HEAD, [code, 4.9]])))[0][0] == "CSC_KPI_04"


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("No activity", NoValue.NO_ACTIVITY),
        (" not measured ", NoValue.NOT_MEASURED),
        ("NOT-APPLICABLE", NoValue.NOT_APPLICABLE),
        ("suspended.", NoValue.SUSPENDED),
        ("not_yet_due", NoValue.NOT_YET_DUE),
        ("Late", NoValue.LATE),
    ],
)
def test_a_reason_in_words(words, reason):
    row = ["CSC_KPI_04", None, None, None, words]

    assert rows_of(read(xlsx([HEAD, row]))) == [("CSC_KPI_04", reason, "Return!E2")]


def test_a_reason_where_the_result_should_be():
    found = rows_of(read(xlsx([HEAD, ["CSC_KPI_04", "No activity"]])))

    assert found == [("CSC_KPI_04", NoValue.NO_ACTIVITY, "Return!B2")]


def test_nought_is_a_result_and_a_blank_is_not():
    reading = read(xlsx([HEAD, ["CSC_KPI_04", 0.0]]))

    assert reading.rows[0].value == 0
    assert faults(["CSC_KPI_04", "   "]) == [
        ("Return!B2", "CSC_KPI_04 has neither a result nor a reason")
    ]


def test_all_faults_come_at_once_in_file_order():
    rows = [
        ["CSC_KPI_04", "soon"],
        ["CSC_KPI_99", 5.0],
        ["IMT_KPI_05", 2.5],
        ["CSC KPI 4", 4.9],
    ]

    found = faults(*rows, kpis=(ABANDONED, INCIDENTS, HOURS))

    assert found == [
        ("Return!B2", "The result must be a percentage such as 92.5%, not “soon”"),
        ("Return!A3", "There is no KPI CSC_KPI_99 in CSS"),
        ("Return!B4", "IMT_KPI_05 must be a whole number, not 2.5"),
        ("Return!A5", "CSC_KPI_04 is at Return!A2 already"),
        ("Return!A1", "IMT_KPI_06 is due and has no row"),
    ]


def test_a_fault_reads_as_place_fault_and_remedy():
    reading = read(xlsx([HEAD, ["CSC_KPI_04"]]))

    assert str(reading.errors[0]) == (
        "Return!B2: CSC_KPI_04 has neither a result nor a reason; give a result or a reason"
    )


@pytest.mark.parametrize(
    ("row", "place", "fault"),
    [
        ([CODE, 4.9, None, None, "Late"], "E2", f"{CODE} has a result and the reason “Late”"),
        ([CODE, None, None, None, "n/a"], "E2", "“n/a” is not one of the reasons"),
        ([CODE, None, None, None, 5.0], "E2", "“5.0” is not one of the reasons"),
        ([CODE, *[None] * 3, "Discontinued"], "E2", f"{CODE} is not discontinued in this month"),
        ([CODE, 4.9, 49.0], "D2", "The denominator is missing"),
        ([CODE, 4.9, None, 1000.0], "C2", "The numerator is missing"),
        ([CODE, 4.9, -1.0, 1000.0], "C2", "-1 is less than nought"),
        ([CODE, 4.9, "many", 1000.0], "C2", "A number is needed, not “many”"),
        ([CODE, 4.9, 50.0, 40.0], "C2", "The numerator 50 is more than the denominator 40"),
        ([CODE, 4.9, 0.0, 0.0], "B2", "The value is 4.9 but its denominator is 0"),
        ([CODE, 4.9, 50.0, 1000.0], "B2", "The value is 4.9% but 50 of 1000 is 5.0%"),
        ([CODE, ("=1/0", "#DIV/0!")], "B2", "The formula failed with #DIV/0!"),
        ([CODE, 4.9, ("=NA()", "#N/A"), 9.0], "C2", "The formula failed with #N/A"),
        ([CODE, 4.9, *[None] * 3, ("=X", "#NAME?")], "F2", "The formula failed with #NAME?"),
        ([CODE, None, None, None, ("=X", "#REF!")], "E2", "The formula failed with #REF!"),
        ([None, 4.9], "A2", "The row has a result but no code"),
        ([("=X", "#REF!"), 4.9], "A2", "The formula failed with #REF!"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_row(row, place, fault):
    assert (f"Return!{place}", fault) in faults(row)


def test_the_parts_are_held_to_the_result_at_the_precision_of_the_contract():
    assert faults(["CSC_KPI_04", 4.9, 49.4, 1000.0]) == []  # 4.94% rounds to 4.9%
    assert faults(["CSC_KPI_04", 4.9, 49.5, 1000.0]) != []  # 4.95% rounds to 5.0%


def test_the_parts_settle_what_a_share_without_a_sign_means():
    reading = read(xlsx([HEAD, ["CSC_KPI_04", 0.049, 49.0, 1000.0]]))

    assert reading.rows[0].value == Decimal("4.9")


def test_a_formula_with_its_value_is_read():
    assert rows_of(read(xlsx([HEAD, ["CSC_KPI_04", ("=A1*2", 4.9)]])))[0][1] == Decimal("4.9")


def test_every_kpi_that_is_due_needs_a_row():
    reading = read(xlsx([HEAD, ["CSC_KPI_04", 4.9]]), ABANDONED, INCIDENTS)

    assert reading.errors == (
        RowError("Return!A1", "IMT_KPI_05 is due and has no row", "give a result or a reason"),
    )


def test_a_kpi_that_is_worked_out_from_others_needs_none():
    total = kpi(code="IMT_KPI_09", formula="IMT_KPI_05 + IMT_KPI_06", kind=Kind.COUNT, unit="x")

    assert read(xlsx([HEAD, ["CSC_KPI_04", 4.9], ["IMT_KPI_09"]]), ABANDONED, total).errors == ()
    stated = read(xlsx([HEAD, ["CSC_KPI_04", 4.9], ["IMT_KPI_09", 5.0]]), ABANDONED, total)
    assert [row.value for row in stated.rows] == [Decimal("4.9"), 5]


ENDED = kpi(code="IMT_KPI_14", discontinued_from=Month(2026, 4))
LATER = kpi(code="IMT_KPI_15", first_month=Month(2026, 10))


@pytest.mark.parametrize(
    ("definition", "fault"),
    [
        (ENDED, "IMT_KPI_14 was discontinued from April 2026"),
        (LATER, "IMT_KPI_15 is measured only from October 2026"),
    ],
)
def test_a_value_for_a_kpi_that_is_not_due(definition, fault):
    found = faults(["CSC_KPI_04", 4.9], [definition.code, 4.9], kpis=(ABANDONED, definition))

    assert found == [("Return!B3", fault)]


@pytest.mark.parametrize("answer", [[], [None, None, None, "Discontinued"]])
def test_a_kpi_that_is_not_due_may_be_there_without_a_value(answer):
    rows = [HEAD, ["CSC_KPI_04", 4.9], ["IMT_KPI_14", *answer]]

    reading = read(xlsx(rows), ABANDONED, ENDED)

    assert reading.errors == ()
    assert [row.code for row in reading.rows] == ["CSC_KPI_04"]


def test_codes_that_are_none_of_the_usual_form_are_matched_by_their_letters():
    assert rows_of(read(xlsx([HEAD, ["sd-1", 4.9]]), kpi(code="SD1")))[0][0] == "SD1"


# where a supplier may have put things


def test_headings_and_totals_between_the_rows_are_passed_over_with_a_notice():
    rows = [HEAD, ["Customer Service Centre"], ["CSC_KPI_04", 4.9], [], ["Average", 4.9]]

    reading = read(xlsx(rows))

    assert len(reading.rows) == 1
    assert [(n.place, n.text) for n in reading.notices if n.place] == [
        ("Return!A5", "“Average” is not a KPI; its row was not read")
    ]


def test_extra_rows_and_columns_around_the_table():
    rows = [
        [],
        ["x"],
        [None, None, "KPI", "Ref", "Note", "Actual"],
        [None, None, "t", "CSC_KPI_04", "n", 4.9],
    ]

    assert rows_of(read(xlsx(rows))) == [("CSC_KPI_04", Decimal("4.9"), "Return!F4")]


def test_several_tables_on_a_sheet_one_below_the_other():
    rows = [
        HEAD, ["CSC_KPI_04", 4.9], ["Total", 4.9], [], ["IMT"],
        ["Commentary", "Result", "KPI code"], ["fine", 3.0, "IMT_KPI_05"],
    ]  # fmt: skip

    reading = read(xlsx(rows), ABANDONED, INCIDENTS)

    assert rows_of(reading) == [
        ("CSC_KPI_04", Decimal("4.9"), "Return!B2"),
        ("IMT_KPI_05", 3, "Return!B7"),
    ]
    assert reading.rows[1].commentary == "fine"


def test_two_tables_side_by_side():
    rows = [
        ["Code", "Result", "Comment", None, "Code", "Result"],
        ["CSC_KPI_04", 4.9, "a", None, "IMT_KPI_05", 3.0],
    ]

    assert rows_of(read(xlsx(rows), ABANDONED, INCIDENTS)) == [
        ("CSC_KPI_04", Decimal("4.9"), "Return!B2"),
        ("IMT_KPI_05", 3, "Return!F2"),
    ]


def test_tables_on_several_sheets_and_a_hidden_one_that_is_not_read():
    content = xlsx(
        [HEAD, ["CSC_KPI_04", 4.9]],
        more={"IMT": [HEAD, ["IMT_KPI_05", 3.0]], "Old": [HEAD, ["CSC_KPI_04", 9.9]]},
        hidden=("Old",),
    )

    reading = read(content, ABANDONED, INCIDENTS)

    assert [place for _, _, place in rows_of(reading)] == ["Return!B2", "IMT!B2"]
    assert ("Old", "The sheet is hidden and was not read") in [
        (n.place, n.text) for n in reading.notices
    ]


def test_headings_in_two_rows_merged_down_and_across():
    rows = [[], [None, "Result", "Numerator"], ["CSC_KPI_04", 4.9, 49.0, 1000.0]]
    rows[1] = [None, "Result", "Numerator", "Denominator"]
    content = xlsx(rows, merged=[(0, 0, 1, 0, "Code"), (0, 1, 0, 3, "September 2026")])

    assert rows_of(read(content)) == [("CSC_KPI_04", Decimal("4.9"), "Return!B3")]


def test_months_side_by_side_under_their_own_headings():
    rows = [
        [],
        [None, "Result", "Numerator", "Result", "Numerator"],
        ["CSC_KPI_04", 1.5, None, 4.9],
    ]
    content = xlsx(
        rows,
        merged=[
            (0, 0, 1, 0, "Code"), (0, 1, 0, 2, "August 2026"), (0, 3, 0, 4, "September 2026"),
        ],
    )  # fmt: skip

    assert rows_of(read(content)) == [("CSC_KPI_04", Decimal("4.9"), "Return!D3")]


@pytest.mark.parametrize("head", ["September 2026", "Sep-26", "2026-09", date(2026, 9, 1)])
def test_a_column_for_each_month(head):
    rows = [["Code", "August 2026", head, "October 2026"], ["CSC_KPI_04", 1.5, 4.9, 2.5]]

    assert rows_of(read(xlsx(rows, formats={(0, 2): "mmm yyyy"})))[0][1:] == (
        Decimal("4.9"),
        "Return!C2",
    )


def test_two_columns_of_the_same_heading_are_a_fault():
    found = faults(["CSC_KPI_04", 4.9, 5.9], head=["Code", "Result", "Result"])

    assert found == [("Return!C1", "The heading “Result” is at Return!B1 already")]


def test_a_heading_that_says_percent_settles_what_is_meant():
    assert rows_of(read(xlsx([["Code", "Result (%)"], ["CSC_KPI_04", 0.9]])))[0][1] == Decimal(
        "0.9"
    )


def test_no_table_at_all():
    reading = read(xlsx([["Dear council"], ["all is well"]]))

    assert [error.fault for error in reading.errors] == [
        "No table with the headings “Code” and “Result” was found"
    ]


def test_a_file_that_cannot_be_opened_gives_its_one_fault():
    assert [error.fault for error in read(b"nothing").errors] == [
        "This is not a workbook that can be read"
    ]


def test_macros_are_noticed():
    content = repacked(xlsx([HEAD, ["CSC_KPI_04", 4.9]]), {"xl/vbaProject.bin": b"x"})

    assert "The workbook holds macros; only its values were read" in [
        n.text for n in read(content).notices
    ]


# month and contract


@pytest.mark.parametrize(
    "said",
    [
        ["Month", "September 2026"], ["Month:", "Sept 2026"], ["Period", "2026-09"],
        ["Month: September 2026"], ["Reporting period", None, "30/09/2026"],
        ["Month", "1 September 2026"], ["Month", "09/2026"], ["Month", "Sep-26"],
    ],
)  # fmt: skip
def test_the_month_in_any_words(said):
    assert read(xlsx([said, HEAD, ["CSC_KPI_04", 4.9]])).notices == ()
    wrong = read(xlsx([said, HEAD, ["CSC_KPI_04", 4.9]]), month=Month(2026, 8))
    assert [e.fault for e in wrong.errors] == ["The return is for September 2026, not August 2026"]


def test_the_month_as_a_date():
    content = xlsx(
        [["Month", date(2026, 9, 30)], HEAD, ["CSC_KPI_04", 4.9]], formats={(0, 1): "mmmm yyyy"}
    )

    assert read(content).errors == ()
    assert read(content, month=Month(2026, 10)).errors[0].place == "Return!B1"


def test_a_month_that_is_none():
    reading = read(xlsx([["Month", "Michaelmas"], HEAD, ["CSC_KPI_04", 4.9]]))

    assert reading.errors == (
        RowError("Return!B1", "“Michaelmas” is not a month", "enter the month, as September 2026"),
    )


def test_a_file_that_does_not_say_its_month_gets_a_notice():
    assert [n.text for n in read(xlsx([HEAD, ["CSC_KPI_04", 4.9]])).notices] == [
        "The file does not say its month; it was read for September 2026"
    ]


@pytest.mark.parametrize(
    "said", ["CSS", "css", "CSS – Corporate Support Services", "Corporate Support Services"]
)
def test_the_contract_by_code_or_title(said):
    assert read(xlsx([["Contract", said], HEAD, ["CSC_KPI_04", 4.9]])).errors == ()


def test_another_contract():
    reading = read(xlsx([["Contract", "WAN"], HEAD, ["CSC_KPI_04", 4.9]]))

    assert [e.fault for e in reading.errors] == ["The return is for the contract “WAN”, not CSS"]


def test_a_csv_file_with_its_month_and_contract_in_columns():
    content = (
        b"contract,month,code,result,reason\n"
        b"CSS,2026-09,CSC_KPI_04,4.9%,\n"
        b"CSS,2026-08,IMT_KPI_05,,No activity\n"
    )

    reading = read(content, ABANDONED, INCIDENTS, name="september.csv")

    assert (reading.rows[0].value, reading.rows[0].place) == (
        Decimal("4.9"),
        "line 2, column D",
    )
    assert [(e.place, e.fault) for e in reading.errors] == [
        ("line 3, column B", "The return is for August 2026, not September 2026")
    ]


def test_an_opendocument_return():
    percent = ods_cell("4.9%", valuetype="percentage", value="0.049")
    content = ods([["Month", "September 2026"], HEAD, ods_row(["CSC_KPI_04", percent])])

    assert rows_of(read(content, name="september.ods")) == [
        ("CSC_KPI_04", Decimal("4.9"), "Return!B3")
    ]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (xlsx([["Contract", "CSS"], ["Month", "September 2026"], HEAD]), "a.xlsx"),
        (b"contract,month,code\nCSS,2026-09,CSC_KPI_04\n", "a.csv"),
    ],
)
def test_what_a_file_says_it_is_for(content, name):
    found = identify(open_workbook(content, name))

    assert (found.contract, found.month) == ("CSS", SEPTEMBER)


def test_a_file_that_does_not_say_what_it_is_for():
    found = identify(open_workbook(xlsx([HEAD, ["CSC_KPI_04", 4.9]]), "a.xlsx"))

    assert (found.contract, found.month) == ("", None)


def test_control_signs_in_a_text_are_taken_as_spaces():
    plain = xlsx([HEAD, ["CSC_KPI_04", 4.5, "", "", "", "busy-week-again"]])
    hidden = {"xl/sharedStrings.xml": lambda old: old.replace(b"y-w", b"y_x0000_w", 1)}

    found = read(repacked(plain, hidden), ABANDONED)

    assert found.errors == ()
    assert found.rows[0].commentary == "busy week-again"


@pytest.mark.parametrize(("letters", "errors"), [(150, 0), (151, 1)])
def test_a_sheet_whose_name_would_not_fit_into_a_place(letters, errors):
    content = ods([HEAD, ["CSC_KPI_04", 4.5]], sheet="S" * letters)

    found = read(content, ABANDONED, name="september.ods")

    assert len([one for one in found.errors if "has 151 letters" in one.fault]) == errors
    assert len(found.rows) == 1 - errors
