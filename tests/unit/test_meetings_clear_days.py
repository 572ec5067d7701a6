"""Clear days against literal cases, a search day by day, and a sheet of cases where it exists."""

import csv
import doctest
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutable.kernel.workdays import is_working_day
from scrutable.meetings.facts import Counting
from scrutable.meetings.rules import clear_days, codes
from scrutable.meetings.rules.clear_days import (
    clear_days_between,
    earliest_event_day,
    last_day_from,
    last_day_of_months,
    latest_notice_day,
    months_after,
    nth_day_after,
)

SHEET = Path(__file__).parents[3] / "shared/facts/clear_days_cases.csv"
WORKING, CALENDAR = Counting.WORKING, Counting.CALENDAR
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("event", "clear", "counting", "expected"),
    [
        (date(2026, 6, 16), 5, WORKING, date(2026, 6, 8)),  # Tuesday, an ordinary week
        (date(2026, 6, 22), 5, WORKING, date(2026, 6, 12)),  # lands on a Sunday, moved back
        (date(2026, 6, 20), 5, WORKING, date(2026, 6, 12)),  # an event on a Saturday
        (date(2026, 4, 9), 5, WORKING, date(2026, 3, 30)),  # across Easter
        (date(2025, 1, 2), 5, WORKING, date(2024, 12, 20)),  # across Christmas and New Year
        (date(2026, 12, 31), 5, WORKING, date(2026, 12, 21)),  # a substitute bank holiday
        (date(2026, 7, 1), 28, CALENDAR, date(2026, 6, 2)),
        (date(2026, 7, 1), 28, WORKING, date(2026, 5, 20)),
        (date(2026, 5, 5), 28, CALENDAR, date(2026, 4, 2)),  # lands on Easter Monday, moved back
        (date(2024, 3, 18), 28, CALENDAR, date(2024, 2, 16)),  # a leap year
        (date(2026, 6, 16), 0, WORKING, date(2026, 6, 15)),  # no clear day: the eve
    ],
)
def test_notice_is_given_on_this_working_day_at_the_latest(event, clear, counting, expected):
    assert latest_notice_day(event, clear, counting) == expected
    assert clear_days_between(expected, event, counting) >= clear
    following = next(d for n in range(1, 20) if is_working_day(d := expected + n * DAY))
    assert following >= event or clear_days_between(following, event, counting) < clear


@pytest.mark.parametrize(
    ("notice", "clear", "counting", "expected"),
    [
        (date(2026, 4, 2), 5, WORKING, date(2026, 4, 14)),
        (date(2026, 6, 5), 5, WORKING, date(2026, 6, 13)),  # a Saturday is not moved
        (date(2024, 12, 20), 5, WORKING, date(2025, 1, 1)),  # nor is a bank holiday
        (date(2026, 6, 2), 28, CALENDAR, date(2026, 7, 1)),
        (date(2026, 6, 3), 28, CALENDAR, date(2026, 7, 2)),
        (date(2024, 2, 1), 28, CALENDAR, date(2024, 3, 1)),
        (date(2026, 6, 8), 0, WORKING, date(2026, 6, 9)),
    ],
)
def test_the_event_is_on_this_day_at_the_earliest(notice, clear, counting, expected):
    assert earliest_event_day(notice, clear, counting) == expected
    assert clear_days_between(notice, expected, counting) == clear
    assert clear_days_between(notice, expected - DAY, counting) < max(clear, 1)


@pytest.mark.parametrize(
    ("notice", "event", "counting", "expected"),
    [
        (date(2026, 6, 8), date(2026, 6, 16), WORKING, 5),
        (date(2026, 6, 9), date(2026, 6, 16), WORKING, 4),
        (date(2026, 6, 16), date(2026, 6, 16), WORKING, 0),
        (date(2026, 6, 17), date(2026, 6, 16), WORKING, 0),  # notice after the event
        (date(2026, 6, 12), date(2026, 6, 15), CALENDAR, 2),
        (date(2026, 6, 12), date(2026, 6, 15), WORKING, 0),
    ],
)
def test_clear_days_leave_out_both_ends(notice, event, counting, expected):
    assert clear_days_between(notice, event, counting) == expected


@pytest.mark.parametrize(
    ("first", "days", "counting", "expected"),
    [
        (date(2026, 3, 31), 30, CALENDAR, date(2026, 4, 29)),
        (date(2026, 6, 1), 1, CALENDAR, date(2026, 6, 1)),
        (date(2026, 11, 26), 30, CALENDAR, date(2026, 12, 25)),  # Christmas Day is not moved
        (date(2026, 6, 6), 8, WORKING, date(2026, 6, 17)),  # begins on a Saturday
        (date(2026, 4, 1), 8, WORKING, date(2026, 4, 14)),
    ],
)
def test_days_beginning_with_a_day_count_it(first, days, counting, expected):
    assert last_day_from(first, days, counting) == expected


@pytest.mark.parametrize(
    ("first", "months", "expected"),
    [
        (date(2026, 1, 15), 2, date(2026, 3, 14)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 12, 29), 2, date(2027, 2, 28)),
        (date(2026, 12, 28), 2, date(2027, 2, 27)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
        (date(2024, 2, 29), 72, date(2030, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 28)),
        (date(2026, 6, 16), 72, date(2032, 6, 15)),
    ],
)
def test_months_beginning_with_a_day_end_on_the_eve_of_its_date(first, months, expected):
    assert last_day_of_months(first, months) == expected


def test_a_month_later_is_the_same_date_or_the_last_of_the_month():
    assert months_after(date(2026, 6, 30), 1) == date(2026, 7, 30)
    assert months_after(date(2026, 8, 31), 1) == date(2026, 9, 30)
    assert months_after(date(2026, 12, 31), 2) == date(2027, 2, 28)


def test_the_councils_own_closed_days_count_like_bank_holidays():
    closed = frozenset({date(2026, 6, 10)})

    assert latest_notice_day(date(2026, 6, 16), 5, WORKING, closed) == date(2026, 6, 5)
    assert latest_notice_day(date(2026, 7, 1), 28, CALENDAR, {date(2026, 6, 2)}) == date(2026, 6, 1)
    assert earliest_event_day(date(2026, 6, 8), 5, WORKING, closed) == date(2026, 6, 17)
    assert clear_days_between(date(2026, 6, 8), date(2026, 6, 16), CALENDAR, closed) == 7


def ask(row):
    """Answer one row of the sheet."""
    day = date.fromisoformat(row["given"])
    counting = Counting(row["counting"])
    asked = row["event_or_period"]
    if asked.startswith("clear days until "):
        return clear_days_between(day, date.fromisoformat(asked[-10:]), counting)
    count = int(row["count"])
    return {
        "latest notice day before": lambda: latest_notice_day(day, count, counting),
        "earliest event day after": lambda: earliest_event_day(day, count, counting),
        "last day of period, days beginning with": lambda: last_day_from(day, count, counting),
        "last day of period, working days beginning with": lambda: last_day_from(
            day, count, counting
        ),
        "last day of period, months beginning with": lambda: last_day_of_months(day, count),
    }[asked]()


def test_every_case_of_the_sheet_comes_out():
    rows = list(csv.DictReader(SHEET.read_text("utf-8").splitlines())) if SHEET.exists() else []

    assert [str(ask(row)) for row in rows] == [row["expected"] for row in rows]


days = st.dates(date(2015, 1, 1), date(2040, 12, 31))
numbers = st.integers(0, 40)
countings = st.sampled_from(Counting)
closures = st.frozensets(st.dates(date(2026, 1, 1), date(2026, 3, 1)), max_size=10)


def counted(day, counting, closed):
    return counting is CALENDAR or (is_working_day(day) and day not in closed)


@given(event=days, clear=numbers, counting=countings, closed=closures)
def test_the_latest_notice_day_is_what_a_search_day_by_day_finds(event, clear, counting, closed):
    day = event - DAY
    while True:
        between = [event - n * DAY for n in range(1, (event - day).days)]
        enough = sum(counted(one, counting, closed) for one in between) >= clear
        if enough and counted(day, WORKING, closed):
            break
        day -= DAY

    assert latest_notice_day(event, clear, counting, closed) == day


@given(notice=days, clear=numbers, counting=countings, closed=closures)
def test_the_earliest_event_day_is_what_a_search_day_by_day_finds(notice, clear, counting, closed):
    day = notice + DAY
    while True:
        between = [notice + n * DAY for n in range(1, (day - notice).days)]
        if sum(counted(one, counting, closed) for one in between) >= clear:
            break
        day += DAY

    assert earliest_event_day(notice, clear, counting, closed) == day


@given(first=days, count=st.integers(1, 60), counting=countings)
def test_a_period_holds_so_many_counted_days_and_ends_on_one(first, count, counting):
    last = last_day_from(first, count, counting)
    inside = [first + n * DAY for n in range((last - first).days + 1)]

    assert sum(counted(one, counting, ()) for one in inside) == count
    assert counted(last, counting, ())
    assert nth_day_after(first, count, counting) >= last


@given(first=days, months=st.integers(1, 80))
def test_the_day_after_a_period_of_months_begins_the_next(first, months):
    last = last_day_of_months(first, months)
    following = last + DAY

    assert (following.year * 12 + following.month) - (first.year * 12 + first.month) in (
        months,
        months + 1,  # where the last month has no such date, the period ends with that month
    )
    assert following.day in (first.day, 1)


@pytest.mark.parametrize("module", [clear_days, codes])
def test_examples_are_true(module):
    tried = doctest.testmod(module)

    assert tried.attempted
    assert not tried.failed


def test_a_third_meeting_on_a_day_has_its_letter_and_a_27th_is_refused():
    taken = ["OSMB-2026-09-24", *(f"OSMB-2026-09-24{letter}" for letter in codes.LETTERS)]

    assert codes.meeting_code("OSMB", date(2026, 9, 24), taken[:2]) == "OSMB-2026-09-24c"
    with pytest.raises(codes.TooManyMeetings, match="has 26 meetings"):
        codes.meeting_code("OSMB", date(2026, 9, 24), taken)


@pytest.mark.parametrize(
    "code", ["", "2026", "2026-", "2026-14", "2026-0014", "²026-014", "2026-1000000"]
)
def test_what_is_no_code_of_a_year_has_no_parts(code):
    assert codes.yearly_parts(code) is None
