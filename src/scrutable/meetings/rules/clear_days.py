"""Clear days, periods beginning with a day, months: how the law counts; pure.

Clear days leave out both the day of notice and the day of the event. On the working-day reading
weekends, England's bank holidays and the council's own closed days are not counted either.
"""

from collections.abc import Collection
from datetime import date, timedelta

from scrutable.kernel.periods import Month
from scrutable.kernel.workdays import is_working_day
from scrutable.meetings.facts import Counting

DAY = timedelta(days=1)
NONE_CLOSED: frozenset[date] = frozenset()


def is_open_day(day: date, closed: Collection[date] = NONE_CLOSED) -> bool:
    """Test whether the council works on the day."""
    return is_working_day(day) and day not in closed


def counts(day: date, counting: Counting, closed: Collection[date] = NONE_CLOSED) -> bool:
    """Test whether the day is counted."""
    return counting is Counting.CALENDAR or is_open_day(day, closed)


def latest_notice_day(
    event: date, clear: int, counting: Counting, closed: Collection[date] = NONE_CLOSED
) -> date:
    """Return the last working day on which notice leaves so many clear days before the event.

    >>> latest_notice_day(date(2026, 6, 16), 5, Counting.WORKING)
    datetime.date(2026, 6, 8)
    """
    day = event
    for _ in range(clear):
        day = _step(day, -DAY, counting, closed)
    day -= DAY
    while not is_open_day(day, closed):
        day -= DAY
    return day


def earliest_event_day(
    notice: date, clear: int, counting: Counting, closed: Collection[date] = NONE_CLOSED
) -> date:
    """Return the first day that has so many clear days between the notice and itself.

    It may be a Saturday or a bank holiday: the law forbids no event on one.

    >>> earliest_event_day(date(2026, 4, 2), 5, Counting.WORKING)
    datetime.date(2026, 4, 14)
    """
    return nth_day_after(notice, clear, counting, closed) + DAY


def clear_days_between(
    notice: date, event: date, counting: Counting, closed: Collection[date] = NONE_CLOSED
) -> int:
    """Return how many clear days lie between notice and event.

    >>> clear_days_between(date(2026, 6, 9), date(2026, 6, 16), Counting.WORKING)
    4
    """
    between = (notice + DAY * number for number in range(1, (event - notice).days))
    return sum(counts(day, counting, closed) for day in between)


def last_day_from(
    first: date, days: int, counting: Counting, closed: Collection[date] = NONE_CLOSED
) -> date:
    """Return the last of so many days beginning with the first; never moved.

    >>> last_day_from(date(2026, 3, 31), 30, Counting.CALENDAR)
    datetime.date(2026, 4, 29)
    """
    return nth_day_after(first - DAY, days, counting, closed)


def nth_day_after(
    day: date, number: int, counting: Counting, closed: Collection[date] = NONE_CLOSED
) -> date:
    """Return the counted day of that number after the day, which is not counted itself.

    >>> nth_day_after(date(2026, 4, 2), 5, Counting.WORKING)
    datetime.date(2026, 4, 13)
    """
    for _ in range(number):
        day = _step(day, DAY, counting, closed)
    return day


def last_day_of_months(first: date, months: int) -> date:
    """Return the last of so many months beginning with the day: the eve of the same date.

    Where the last month has no such date, it ends with that month.

    >>> last_day_of_months(date(2026, 1, 15), 2), last_day_of_months(date(2026, 12, 31), 2)
    (datetime.date(2026, 3, 14), datetime.date(2027, 2, 28))
    """
    same = months_after(first, months)
    return same - DAY if same.day == first.day else same


def months_after(day: date, months: int) -> date:
    """Return the same date so many months later, or that month's last day.

    >>> months_after(date(2026, 8, 31), 1)
    datetime.date(2026, 9, 30)
    """
    month = Month.of(day).plus(months)
    return month.first_day.replace(day=min(day.day, month.last_day.day))


def _step(day: date, step: timedelta, counting: Counting, closed: Collection[date]) -> date:
    """Return the next counted day in that direction."""
    day += step
    while not counts(day, counting, closed):
        day += step
    return day
