"""Working days in England: Monday to Friday less bank holidays; pure."""

from datetime import date, timedelta
from functools import cache

import holidays

from scrutable.kernel.periods import Month


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """Return England's bank holidays in the year, substitute days included."""
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))


def is_working_day(day: date) -> bool:
    """Test whether the day is neither a weekend nor a bank holiday in England.

    >>> is_working_day(date(2026, 4, 3)), is_working_day(date(2026, 4, 7))
    (False, True)
    """
    return day.weekday() < 5 and day not in bank_holidays(day.year)


@cache
def nth_working_day(month: Month, number: int) -> date:
    """Return the month's working day of that number, counted from 1.

    A month with fewer working days runs on into the next.

    >>> nth_working_day(Month(2026, 10), 10)
    datetime.date(2026, 10, 14)
    """
    if number < 1:
        raise ValueError(f"working days are counted from 1, not {number}")
    day = month.first_day
    left = number - is_working_day(day)
    while left:
        day += timedelta(days=1)
        left -= is_working_day(day)
    return day
