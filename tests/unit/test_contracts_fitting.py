"""Which values a KPI can have at all."""

from decimal import Decimal

import pytest

from factories.contract_facts import kpi
from scrutable.contracts.facts import Kind
from scrutable.contracts.rules.fitting import unfit_value

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
        (COUNT, "4", None),
        (COUNT, "4.0", None),
        (COUNT, "4.5", "CSC_KPI_04 must be a whole number, not 4.5."),
        (MONEY, "-12.50", None),
        (kpi(kind=Kind.DURATION, unit="hours"), "720.5", None),
    ],
)
def test_which_values_fit(definition, value, why):
    assert unfit_value(definition, Decimal(value)) == why
