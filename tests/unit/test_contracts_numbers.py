"""How a cell becomes a KPI's number, and what is said where it does not."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest

from factories.contract_facts import kpi
from scrutable.contracts.facts import Kind
from scrutable.contracts.intake.numbers import Cell, Fault, kpi_number, plain_number
from scrutable.evidence.intake import NOT_CALCULATED, CellError

PERCENTAGE = kpi()
COUNT = kpi(code="IMT_KPI_05", kind=Kind.COUNT, unit="incidents", decimals=0)
HOURS = kpi(code="IMT_KPI_06", kind=Kind.DURATION, unit="hours")
MINUTES = kpi(code="IMT_KPI_07", kind=Kind.DURATION, unit="minutes")
WORKING_DAYS = kpi(code="IMT_KPI_08", kind=Kind.DURATION, unit="working days")
MONEY = kpi(code="FIN_KPI_01", kind=Kind.MONEY, unit="£", decimals=2)


def number(value, definition=PERCENTAGE, **said):
    found = kpi_number(Cell(value=value, **said), definition)
    assert isinstance(found, Decimal), found
    return found


def fault(value, definition=PERCENTAGE, **said):
    found = kpi_number(Cell(value=value, **said), definition)
    assert isinstance(found, Fault), found
    assert found.remedy
    return found.fault


@pytest.mark.parametrize(
    ("value", "said", "expected"),
    [
        (0.92, {"is_percent": True}, "92"),
        (0.925, {"is_percent": True}, "92.5"),
        (0.9250000000000001, {"is_percent": True}, "92.5"),
        (1.0, {"is_percent": True}, "100"),
        (0.0, {"is_percent": True}, "0"),
        (92.0, {}, "92"),
        (92.5, {}, "92.5"),
        (0.0, {}, "0"),
        (1.5, {}, "1.5"),
        ("92%", {}, "92"),
        ("92.5 %", {}, "92.5"),
        (" 0.9% ", {}, "0.9"),
        ("92", {}, "92"),
        (0.92, {"in_points": True}, "0.92"),
        ("100", {}, "100"),
    ],
)
def test_percentages_by_what_their_cell_says(value, said, expected):
    assert number(value, **said) == Decimal(expected)


@pytest.mark.parametrize("value", [0.92, "0.92", 1.0, 0.01])
def test_a_share_without_a_sign_may_mean_either_and_is_never_guessed(value):
    assert "may mean" in fault(value)


def test_ninety_two_in_a_percent_cell_is_told():
    found = kpi_number(Cell(value=92.0, is_percent=True), PERCENTAGE)

    assert found == Fault(
        "The cell says 9,200%, which is more than 100%", "enter 92% if that is meant"
    )


@pytest.mark.parametrize(
    ("value", "said"), [(1.05, {"is_percent": True}), (101.0, {}), ("250%", {})]
)
def test_more_than_a_hundred_percent(value, said):
    assert "must be 100 or less" in fault(value, **said)


def test_more_than_a_hundred_percent_where_the_kpi_permits_it():
    permitted = kpi(may_exceed_hundred=True)

    assert number(1.05, permitted, is_percent=True) == 105
    assert number("250%", permitted) == 250


@pytest.mark.parametrize(
    ("value", "definition"),
    [(-0.01, PERCENTAGE), ("-1%", PERCENTAGE), (-1.0, COUNT), ("-2.5", HOURS)],
)
def test_less_than_nought(value, definition):
    assert "must be 0 or more" in fault(value, definition)


def test_money_may_be_less_than_nought():
    assert number("-£1,234.50", MONEY) == Decimal("-1234.50")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (3.0, "3"),
        ("1,234", "1234"),
        ("1 234", "1234"),
        ("1\u00a0234", "1234"),
        ("12 incidents", "12"),
        ("1 incident", "1"),
        ("+7", "7"),
        (0.0, "0"),
    ],
)
def test_counts(value, expected):
    assert number(value, COUNT) == Decimal(expected)


@pytest.mark.parametrize("value", [3.5, "2.5"])
def test_a_fraction_of_a_count(value):
    assert "must be a whole number" in fault(value, COUNT)


@pytest.mark.parametrize(
    ("value", "definition", "expected"),
    [
        (2.5, HOURS, "2.5"),
        (timedelta(hours=2, minutes=30), HOURS, "2.5"),
        (timedelta(days=1, hours=6), HOURS, "30"),
        (time(2, 30), HOURS, "2.5"),
        (datetime.fromisoformat("1899-12-31T06:00:00"), HOURS, "30"),
        ("2h 30m", HOURS, "2.5"),
        ("2 hours 30 minutes", HOURS, "2.5"),
        ("02:30:00", HOURS, "2.5"),
        ("2:30", HOURS, "2.5"),
        ("90m", HOURS, "1.5"),
        ("1d", HOURS, "24"),
        ("2.5 hours", HOURS, "2.5"),
        ("45s", MINUTES, "0.75"),
        (timedelta(seconds=90), MINUTES, "1.5"),
        ("3", WORKING_DAYS, "3"),
        ("3 working days", WORKING_DAYS, "3"),
    ],
)
def test_durations(value, definition, expected):
    assert number(value, definition) == Decimal(expected)


def test_a_time_says_nothing_of_working_days():
    assert fault(timedelta(hours=30), WORKING_DAYS) == "A time cannot be turned into working days"


@pytest.mark.parametrize(
    ("value", "expected"), [("£1,234.50", "1234.50"), (1234.5, "1234.5"), ("£ 12", "12")]
)
def test_money(value, expected):
    assert number(value, MONEY) == Decimal(expected)


@pytest.mark.parametrize(
    "value",
    [
        "soon", "n/a", "-", "92,5", "1,23", "12 34", "1e5", "٣", "0x10", "nan", "inf", "4.5.6",
        "(5)", "~5", "5 apples", True, False, date(2026, 3, 4),
        datetime.fromisoformat("2026-03-04T00:00:00"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("definition", [PERCENTAGE, COUNT, HOURS, MONEY])
def test_what_is_no_number_is_quoted(value, definition):
    assert fault(value, definition).startswith("The result must be ")


def test_a_date_that_excel_made_of_a_fraction_is_named():
    assert fault(date(2026, 3, 4)).endswith("not the date 4 March 2026")


def test_a_long_text_is_quoted_short():
    assert fault("x" * 5_000).endswith(f"“{'x' * 40}…”")


def test_marks_that_steer_a_terminal_are_not_passed_on():
    assert fault("\x1b[2Jgone\x07").endswith("not “?[2Jgone?”")


@pytest.mark.parametrize("value", [1e13, -1e13, float("inf"), float("nan"), "9" * 15])
def test_numbers_beyond_all_bounds(value):
    assert fault(value, MONEY)


def test_tiny_numbers_are_kept_to_ten_places():
    assert number(1e-300, MONEY) == 0
    assert number(0.1 + 0.2, MONEY) == Decimal("0.3")


def test_failed_and_uncounted_formulas_are_named():
    assert fault(CellError("#DIV/0!")) == "The formula failed with #DIV/0!"
    assert fault(NOT_CALCULATED) == "The formula was saved without its value"


@pytest.mark.parametrize("value", [CellError("#N/A"), NOT_CALCULATED, True, time(1), "x", ""])
def test_a_plain_number_is_needed(value):
    assert isinstance(plain_number(value), Fault)


@pytest.mark.parametrize(
    ("value", "blank"), [("", True), ("  \n", True), ("0", False), (0.0, False)]
)
def test_spaces_are_nothing_and_nought_is_something(value, blank):
    assert Cell(value=value).is_blank is blank
