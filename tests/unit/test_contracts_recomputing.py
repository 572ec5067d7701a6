"""Whether a value agrees with its own numerator and denominator."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.contract_facts import kpi
from scrutable.contracts.facts import Kind
from scrutable.contracts.rules.recomputing import Mismatch, mismatch, recomputed

SHARE = kpi()
HOURS = kpi(kind=Kind.DURATION, unit="hours")


def number(text):
    return None if text is None else Decimal(text)


@pytest.mark.parametrize(
    ("definition", "value", "numerator", "denominator"),
    [
        (SHARE, "33.3", "1", "3"),
        (SHARE, "66.7", "2", "3"),
        (SHARE, "66.66", "2", "3"),  # both read 66.7 at the precision of the contract
        (SHARE, "53", None, "100"),
        (SHARE, "53", "35", None),
        (SHARE, None, "0", "0"),
        (SHARE, "0", "0", "9"),
        (HOURS, "2.5", "10", "4"),
    ],
)
def test_they_agree(definition, value, numerator, denominator):
    parts = number(value), number(numerator), number(denominator)

    assert mismatch(definition, *parts) is None


@pytest.mark.parametrize(
    ("definition", "value", "numerator", "denominator", "fault"),
    [
        (SHARE, "53", "35", "100", "the value is 53% but 35 of 100 is 35.0%"),
        (SHARE, "0.35", "35", "100", "the value is 0.35% but 35 of 100 is 35.0%"),
        (SHARE, "100", "0", "0", "the value is 100 but its denominator is 0"),
        (SHARE, "0", "0", "0", "the value is 0 but its denominator is 0"),
        (SHARE, None, "35", "100", "there is no value although 35 of 100 is 35.0%"),
        (HOURS, "25", "10", "4", "the value is 25 but 10 of 4 is 2.5"),
    ],
)
def test_they_do_not_agree(definition, value, numerator, denominator, fault):
    found = mismatch(definition, number(value), number(numerator), number(denominator))

    assert isinstance(found, Mismatch)
    assert found.fault == fault
    assert found.remedy


@given(numerator=st.decimals(0, 10_000, places=0), denominator=st.decimals(1, 10_000, places=0))
def test_what_is_recomputed_always_agrees(numerator, denominator):
    value = recomputed(SHARE, numerator, denominator)

    assert mismatch(SHARE, value, numerator, denominator) is None
