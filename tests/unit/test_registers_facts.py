"""Terms of contracts: what cannot be, months counted from the start, the day it really ends."""

from datetime import date
from decimal import Decimal

import pytest

from factories.contract_facts import contract
from scrutable.contracts.facts import NoValue, Result, Source, Standing
from scrutable.kernel.periods import Month


@pytest.mark.parametrize(
    ("end_on", "stands"), [(date(2021, 3, 31), False), (date(2021, 4, 1), True)]
)
def test_a_contract_does_not_end_before_it_starts(end_on, stands):
    if stands:
        assert contract(end_on=end_on).end_on == end_on
    else:
        with pytest.raises(ValueError, match="CSS ends before it starts"):
            contract(end_on=end_on)


@pytest.mark.parametrize(("value", "no_value"), [(None, None), (Decimal(0), NoValue.NOT_MEASURED)])
def test_a_result_is_a_value_or_a_reason_and_never_both_or_neither(value, no_value):
    with pytest.raises(ValueError, match="a value or a reason for none, and not both"):
        Result(
            contract="CSS", code="CSC_KPI_04", month=Month(2026, 9), value=value, no_value=no_value,
            standing=Standing.PROVISIONAL, source=Source.RETURN,
        )  # fmt: skip
