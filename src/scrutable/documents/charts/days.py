"""Axes of days: which days get a tick, and how it is labelled; pure."""

from collections.abc import Iterable
from datetime import MAXYEAR, date
from typing import NamedTuple

STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12_000)  # months from tick to tick
LEAST_DAYS = 120  # an axis shows no less
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Days(NamedTuple):
    """From which day to which an axis runs, as ordinals."""

    first: int
    last: int

    def share(self, day: date) -> float:
        """Return how far along the day lies, from 0 to 1."""
        return (day.toordinal() - self.first) / (self.last - self.first)


def days_of(found: Iterable[date]) -> Days:
    """Return an axis that holds all the days with a little room on both sides."""
    ordinals = [day.toordinal() for day in found]
    low, high = min(ordinals), max(ordinals)
    spare = max(LEAST_DAYS - (high - low), 0) // 2 + max((high - low) // 50, 5)
    return Days(low - spare, high + spare)


def day_ticks(days: Days, most: int) -> list[tuple[date, str]]:
    """Return at most so many firsts of months inside the axis, each with its label."""
    for step in STEPS:
        found = _firsts(days, step)
        if len(found) <= most:
            break
    return [(day, str(day.year) if step >= 12 else month_year(day)) for day in found]


def month_year(day: date) -> str:
    """Return the day's month, as axes and labels give it.

    >>> month_year(date(2026, 4, 30))
    'Apr 2026'
    """
    return f"{MONTHS[day.month - 1]} {day.year}"


def _firsts(days: Days, step: int) -> list[date]:
    first = date.fromordinal(max(days.first, 1))
    month = -(-(first.year * 12 + first.month - (first.day == 1)) // step) * step
    found = []
    while month // 12 <= MAXYEAR:
        day = date(month // 12, month % 12 + 1, 1)
        if day.toordinal() > days.last:
            break
        found.append(day)
        month += step
    return found
