"""Dates, numbers and lists as GOV.UK says them."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from scrutable.kernel import wording
from scrutable.kernel.periods import Month


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2026, 1, 5, 0, 5, tzinfo=UTC), "5 January 2026, 12:05am"),
        (datetime(2026, 1, 5, 12, 0, tzinfo=UTC), "5 January 2026, 12:00pm"),
        (datetime(2026, 7, 5, 16, 30, tzinfo=UTC), "5 July 2026, 5:30pm"),  # summer time
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), "29 March 2026, 12:59am"),
        (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), "29 March 2026, 2:00am"),  # the clocks went on
        (datetime(2026, 6, 30, 23, 30, tzinfo=UTC), "1 July 2026, 12:30am"),
    ],
)
def test_moments_are_told_in_london(moment, expected):
    assert wording.moment_words(moment) == expected


@pytest.mark.parametrize(
    ("items", "joint", "expected"),
    [
        ([], "and", ""),
        (["May"], "and", "May"),
        (["May", "June"], "and", "May and June"),
        (["a", "b", "c"], "or", "a, b or c"),
    ],
)
def test_lists(items, joint, expected):
    assert wording.list_words(items, joint=joint) == expected


def test_counts_have_their_noun():
    assert wording.count_words(1, "miss", "misses") == "1 miss"
    assert wording.count_words(0, "miss", "misses") == "0 misses"
    assert wording.count_words(-2, "day") == "-2 days"


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        ([Month(2026, 8)], "August 2026"),
        ([Month(2026, 6), Month(2026, 8)], "June and August 2026"),
        (
            [Month(2025, 12), Month(2026, 1), Month(2026, 2), Month(2026, 3)],
            "December 2025 and January, February and March 2026",
        ),
        (
            [Month(2025, 11).plus(step) for step in range(5)],
            "5 months from November 2025 to March 2026",
        ),
    ],
)
def test_months(months, expected):
    assert wording.months_words(months) == expected


def test_capital_touches_only_the_first_letter():
    assert [wording.capital(text) for text in ("", "its IMT part", "éa")] == [
        "",
        "Its IMT part",
        "Éa",
    ]


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [("1234.5", 1, "1,234.5"), ("92.5", 2, "92.50"), ("0", 0, "0")],
)
def test_decimals(value, decimals, expected):
    assert wording.decimal_words(Decimal(value), decimals) == expected
