"""KPIs worked out from others, and nothing but arithmetic in a formula."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.contract_facts import kpi
from factories.judged_months import APRIL, performance, result
from scrutable.contracts.facts import NoValue, Standing, Status
from scrutable.contracts.rules.formulas import (
    FormulaFault,
    formula_fault,
    formula_value,
    read_formula,
    with_formulas,
)

ONE, TWO = Decimal(1), Decimal(2)


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("IMT_KPI_01 + IMT_KPI_02", "8"),
        ("IMT KPI1-IMT_KPI02", "4"),
        ("IMT_KPI_01 - IMT_KPI_02 - 1", "3"),  # from left to right
        ("IMT_KPI_01 / IMT_KPI_02 / 3", "1"),
        ("IMT_KPI_01 + IMT_KPI_02 * 2", "10"),
        ("(IMT_KPI_01 + IMT_KPI_02) / 2", "4"),
        ("-(IMT_KPI_01 - 2) * -1.5", "6.0"),
        ("IMT_KPI_02 / 3", "0.6666666666666666666666666667"),
        ("100 * IMT_KPI_02 / (IMT_KPI_01 + IMT_KPI_02)", "25"),
        ("0.1 + 0.2", "0.3"),
    ],
)
def test_a_formula(formula, expected):
    known = {"IMT_KPI_01": Decimal(6), "IMT_KPI_02": TWO}

    assert formula_value(formula, known) == Decimal(expected)


@pytest.mark.parametrize(
    ("formula", "fault"),
    [
        ("", "“” breaks off: finish it with a code or a number"),
        ("IMT_KPI_01 +", "“IMT_KPI_01 +” breaks off: finish it with a code or a number"),
        ("IMT_KPI_01 IMT_KPI_02", "is out of place in"),
        ("(1 + 2", "lacks a closing parenthesis: add it"),
        ("1 + 2)", "“)” is out of place in “1 + 2)”: write a sign before it"),
        ("* 2", "“*” is out of place in “* 2”: put a code or a number"),
        ("1 ** 2", "is out of place"),
        ("__import__('os')", "“__import__('os')” is neither a KPI’s code, a number nor one of"),
        ("IMT_KPI_01; 1", "“;” is neither"),
        ("(" * 30 + "1" + ")" * 30, "nests too deeply: use fewer parentheses"),
    ],
)
def test_what_is_no_formula_is_refused_in_words(formula, fault):
    with pytest.raises(FormulaFault) as refused:
        read_formula(formula)

    assert fault in str(refused.value)


@pytest.mark.parametrize("known", [{}, {"IMT_KPI_01": None}])
def test_a_missing_input_gives_nothing(known):
    assert formula_value("IMT_KPI_01 * 0", known) is None


def test_dividing_by_nought_gives_nothing():
    assert formula_value("1 / (IMT_KPI_01 - 1)", {"IMT_KPI_01": ONE}) is None


@given(a=st.decimals(-99, 99, places=2), b=st.decimals(-99, 99, places=2))
def test_a_formula_agrees_with_arithmetic(a, b):
    known = {"A_KPI_01": a, "B_KPI_02": b}

    assert formula_value("(A_KPI_01 + B_KPI_02) * (A_KPI_01 - B_KPI_02)", known) == a * a - b * b


TOTAL = kpi(code="TOT_KPI_01", formula="ONE_KPI_01 + TWO_KPI_02")
PARTS = (kpi(code="ONE_KPI_01"), kpi(code="TWO_KPI_02"))


def statuses(said, *definitions):
    found = performance(said, *definitions)
    return [entry.status for entry in found.of("TOT_KPI_01")]


def test_a_total_is_worked_out_only_from_all_its_parts():
    said = {"ONE_KPI_01": "2 2 no_activity 6 -", "TWO_KPI_02": "2 4 1 - -"}

    assert statuses(said, TOTAL, *PARTS) == [
        Status.MET, Status.BELOW_TARGET, Status.NOT_MEASURED, Status.LATE, Status.LATE,
    ]  # fmt: skip


def test_what_the_return_states_stands():
    said = {"ONE_KPI_01": "2", "TWO_KPI_02": "2", "TOT_KPI_01": "9"}

    assert statuses(said, TOTAL, *PARTS) == [Status.BELOW_MINIMUM]


def test_a_part_no_longer_owed_leaves_the_total_not_measured():
    gone = kpi(code="TWO_KPI_02", discontinued_from=APRIL)

    assert statuses({"ONE_KPI_01": "2"}, TOTAL, PARTS[0], gone) == [Status.NOT_MEASURED]


def test_formulas_may_stand_on_formulas():
    double = kpi(code="TWICE_KPI_01", formula="TOT_KPI_01 * 2")
    said = {"ONE_KPI_01": "2", "TWO_KPI_02": "1"}

    found = performance(said, double, TOTAL, *PARTS).of("TWICE_KPI_01")[0]

    assert found.result.value == 6


def test_a_worked_out_result_is_as_firm_as_its_weakest_part():
    parts = {
        "ONE_KPI_01": {APRIL: (result(code="ONE_KPI_01", version=3),)},
        "TWO_KPI_02": {
            APRIL: (result(code="TWO_KPI_02", standing=Standing.UNDER_REVIEW, version=7),)
        },
    }

    (made,) = with_formulas([TOTAL, *PARTS], parts)["TOT_KPI_01"][APRIL]

    assert (made.value, made.standing, made.version) == (8, Standing.UNDER_REVIEW, 7)
    assert made.why == "Worked out: ONE_KPI_01 + TWO_KPI_02"


def test_a_missing_part_makes_a_worked_out_result_without_a_value():
    parts = {
        "ONE_KPI_01": {APRIL: (result(code="ONE_KPI_01"),)},
        "TWO_KPI_02": {APRIL: (result(code="TWO_KPI_02", value="suspended"),)},
    }

    (made,) = with_formulas([TOTAL, *PARTS], parts)["TOT_KPI_01"][APRIL]

    assert made.no_value is NoValue.NOT_MEASURED


@pytest.mark.parametrize(
    ("formula", "fault"),
    [
        ("ONE_KPI_01 + 1", None),
        ("", None),
        ("NEW_KPI_09", "NEW_KPI_09 is not a KPI of the contract: correct its code"),
        ("TOT_KPI_01", "TOT_KPI_01 would depend on itself: take it out of the formula"),
        ("RING_KPI_01", "TOT_KPI_01 would depend on itself: take it out of the formula"),
        ("1 +", "“1 +” breaks off: finish it with a code or a number"),
        ("ONE_KPI_01 + ONE_KPI_01 + TWO_KPI_02", None),
        ("TWICE_KPI_01 + ONE_KPI_01", None),  # reaches ONE_KPI_01 on two ways
    ],
)
def test_whether_a_formula_can_stand_among_the_kpis(formula, fault):
    ring = kpi(code="RING_KPI_01", formula="TOT_KPI_01 + 1")
    twice = kpi(code="TWICE_KPI_01", formula="ONE_KPI_01 * 2")
    others = [ring, twice, *PARTS]

    assert formula_fault(kpi(code="TOT_KPI_01", formula=formula), others) == fault


def test_a_ring_that_got_in_never_comes_and_harms_nobody():
    ring = kpi(code="RING_KPI_01", formula="TOT_KPI_01 + 1")
    turn = kpi(code="TOT_KPI_01", formula="RING_KPI_01 + 1")

    assert statuses({"ONE_KPI_01": "2"}, ring, turn, PARTS[0]) == [Status.LATE]
