"""Pounds to the penny, in tables and in prose."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutable.kernel.money import money_exact, to_the_penny


@pytest.mark.parametrize(
    ("pounds", "expected"),
    [
        ("0.005", "0.01"),
        ("0.0049", "0.00"),
        ("-0.005", "-0.01"),
        ("2.675", "2.68"),
        ("1E+40", f"1{'0' * 40}.00"),
        ("170880.995", "170881.00"),
    ],
)
def test_half_a_penny_rounds_away_from_nought(pounds, expected):
    assert str(to_the_penny(Decimal(pounds))) == expected


@pytest.mark.parametrize(
    ("pounds", "expected"),
    [
        ("0", "£0"),
        ("-0.001", "£0"),
        ("0.5", "£0.50"),
        ("1200", "£1,200"),
        ("1200.00", "£1,200"),
        ("1199.995", "£1,200"),
        ("-1200.5", "-£1,200.50"),
        ("116473", "£116,473"),
    ],
)
def test_money_in_tables(pounds, expected):
    assert money_exact(Decimal(pounds)) == expected


@given(pounds=st.decimals(-(10**9), 10**9, places=2))
def test_what_a_table_prints_can_be_read_back(pounds):
    text = money_exact(pounds)

    assert Decimal(text.replace("£", "").replace(",", "")) == pounds
