"""Working days in England: weekends and bank holidays left out."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutable.kernel.periods import Month
from scrutable.kernel.workdays import bank_holidays, is_working_day, nth_working_day


def test_the_bank_holidays_of_2026_as_published():
    assert sorted(bank_holidays(2026)) == [
        date(2026, 1, 1),
        date(2026, 4, 3),
        date(2026, 4, 6),
        date(2026, 5, 4),
        date(2026, 5, 25),
        date(2026, 8, 31),
        date(2026, 12, 25),
        date(2026, 12, 26),  # a Saturday
        date(2026, 12, 28),  # and the Monday in its place
    ]


@pytest.mark.parametrize(
    "day",
    [
        date(2022, 6, 3),  # the Platinum Jubilee
        date(2022, 9, 19),  # the late Queen's funeral
        date(2023, 5, 8),  # the coronation
        date(2020, 5, 8),  # moved from Monday 4 May
        date(2026, 4, 6),  # Easter Monday, which Scotland does not keep
        date(2026, 10, 11),  # a Sunday
    ],
)
def test_days_off(day):
    assert not is_working_day(day)


@pytest.mark.parametrize("day", [date(2020, 5, 4), date(2026, 3, 17), date(2026, 1, 2)])
def test_working_days_that_are_holidays_elsewhere(day):
    assert is_working_day(day)


@pytest.mark.parametrize(
    ("month", "number", "expected"),
    [
        (Month(2026, 10), 1, date(2026, 10, 1)),
        (Month(2026, 10), 10, date(2026, 10, 14)),
        (Month(2026, 4), 2, date(2026, 4, 2)),
        (Month(2026, 4), 3, date(2026, 4, 7)),  # Good Friday and Easter Monday between
        (Month(2026, 12), 21, date(2026, 12, 31)),
        (Month(2026, 12), 22, date(2027, 1, 4)),  # runs on past New Year
    ],
)
def test_the_nth_working_day(month, number, expected):
    assert nth_working_day(month, number) == expected


def test_working_days_are_counted_from_one():
    with pytest.raises(ValueError, match="counted from 1, not 0"):
        nth_working_day(Month(2026, 4), 0)


@given(
    month=st.builds(Month, st.integers(2015, 2040), st.integers(1, 12)), number=st.integers(1, 20)
)
def test_each_working_day_is_the_next_after_the_one_before(month, number):
    day, following = nth_working_day(month, number), nth_working_day(month, number + 1)

    between = [date.fromordinal(n) for n in range(day.toordinal() + 1, following.toordinal())]
    assert is_working_day(day)
    assert not any(is_working_day(other) for other in between)
