"""Which values a KPI can have at all."""

from decimal import Decimal

import pytest

from factories.contract_facts import kpi
from scrutable.contracts.facts import Kind
from scrutable.contracts.rules.fitting import is_kept_exactly, unfit_value

COUNT = kpi(kind=Kind.COUNT, unit="incidents", decimals=0)
MONEY = kpi(kind=Kind.MONEY, unit="£")


@pytest.mark.parametrize(
    ("definition", "value", "why"),
    [
        (kpi(), "100", None),
        (kpi(), "0", None),
        (kpi(), "100.01", "CSC_KPI_04 must be 100 or less, not 100.01."),
        (kpi(may_exceed_hundred=True), "140", None),
        (kpi(), "-0.1", "CSC_KPI_04 must be 0 or more, not -0.1."),
        (kpi(), "NaN", "The value must be a number."),
        (kpi(), "Infinity", "The value must be a number."),
        (COUNT, "1000000000000", None),
        (COUNT, "1000000000001", "CSC_KPI_04 must be 1,000,000,000,000 or less."),
        (MONEY, "-1E+30", "CSC_KPI_04 must be 1,000,000,000,000 or less."),
        (MONEY, "1.0000000001", None),
        (MONEY, "1.00000000001", "CSC_KPI_04 must have 10 decimals at most."),
        (MONEY, "1E+5000000", "CSC_KPI_04 must be 1,000,000,000,000 or less."),
        (MONEY, "1E-40", "CSC_KPI_04 must have 10 decimals at most."),
        (COUNT, "4", None),
        (COUNT, "4.0", None),
        (COUNT, "4.5", "CSC_KPI_04 must be a whole number, not 4.5."),
        (MONEY, "-12.50", None),
        (kpi(kind=Kind.DURATION, unit="hours"), "720.5", None),
    ],
)
def test_which_values_fit(definition, value, why):
    assert unfit_value(definition, Decimal(value)) == why


@pytest.mark.parametrize(
    ("value", "is_kept"),
    [("NaN", False), ("1E+12", True), ("-1E+13", False), ("1E-10", True), ("1E-11", False)],
)
def test_which_numbers_are_kept_exactly(value, is_kept):
    assert is_kept_exactly(Decimal(value)) is is_kept
