"""Months, quarters and spans; financial years from April to March."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutable.kernel.periods import Month, Span, months_apart

months = st.builds(Month, st.integers(1950, 2900), st.integers(1, 12))


@pytest.mark.parametrize(("year", "number"), [(2026, 0), (2026, 13), (1899, 12), (3000, 1)])
def test_what_is_no_month_is_refused(year, number):
    with pytest.raises(ValueError, match="is not a month"):
        Month(year, number)


@pytest.mark.parametrize(
    "text", ["2026", "2026-9", "2026-13", "26-09", "Sep 2026", "2026-09-01", ""]
)
def test_only_year_and_month_are_read(text):
    with pytest.raises(ValueError, match="is not a month"):
        Month.parse(text)


def test_spaces_around_a_month_are_passed_over():
    assert Month.parse(" 2026-09 ") == Month(2026, 9)


@pytest.mark.parametrize(
    ("month", "last"),
    [
        (Month(2024, 2), date(2024, 2, 29)),
        (Month(2026, 2), date(2026, 2, 28)),
        (Month(2100, 2), date(2100, 2, 28)),
        (Month(2026, 12), date(2026, 12, 31)),
    ],
)
def test_the_last_day(month, last):
    assert month.last_day == last


@pytest.mark.parametrize(
    ("month", "start", "end"),
    [
        (Month(2026, 3), Month(2025, 4), Month(2026, 3)),
        (Month(2026, 4), Month(2026, 4), Month(2027, 3)),
        (Month(2026, 12), Month(2026, 4), Month(2027, 3)),
        (Month(2027, 1), Month(2026, 4), Month(2027, 3)),
    ],
)
def test_the_financial_year(month, start, end):
    assert (month.year_start, month.year_end) == (start, end)


@given(month=months, steps=st.integers(-400, 400))
def test_adding_months_is_undone_by_taking_them_away(month, steps):
    later = month.plus(steps)

    assert later.plus(-steps) == month
    assert months_apart(month, later) == steps
    assert (later > month) == (steps > 0)


@given(month=months)
def test_months_read_back_as_they_were_written_and_tile_the_calendar(month):
    assert Month.parse(str(month)) == month
    assert Month.of(month.first_day) == Month.of(month.last_day) == month
    assert month.last_day + timedelta(days=1) == month.plus(1).first_day


@given(month=months)
def test_quarters_tile_the_financial_year(month):
    quarters = [Span.quarter(month.year_start.plus(3 * number)) for number in range(4)]

    days = [m for quarter in quarters for m in quarter]
    assert days == list(month.year_start.until(month.year_end))
    assert month in Span.quarter(month)
    assert [q.quarter_words[:9] for q in quarters] == [f"quarter {n}" for n in (1, 2, 3, 4)]


@given(month=months, length=st.integers(0, 40))
def test_a_span_has_its_length_and_the_one_before_touches_it(month, length):
    span = Span(month, month.plus(length))

    assert len(span) == len(list(span)) == length + 1
    assert len(span.before) == len(span)
    assert span.before.last.plus(1) == span.first
    assert span.first in span
    assert span.last.plus(1) not in span


def test_a_span_that_ends_before_it_starts_is_refused():
    with pytest.raises(ValueError, match="2026-03 comes before 2026-04"):
        Span(Month(2026, 4), Month(2026, 3))


def test_until_an_earlier_month_is_nothing():
    assert list(Month(2026, 4).until(Month(2026, 3))) == []


@pytest.mark.parametrize(
    ("first", "last", "words", "quarter"),
    [
        ("2026-07", "2026-09", "July to September 2026", "quarter 2 of 2026/27"),
        ("2027-01", "2027-03", "January to March 2027", "quarter 4 of 2026/27"),
        ("2099-04", "2099-06", "April to June 2099", "quarter 1 of 2099/00"),
        ("2026-12", "2027-01", "December 2026 to January 2027", None),
        ("2026-05", "2026-05", "May 2026", None),
        ("2026-05", "2026-07", "May to July 2026", None),
    ],
)
def test_spans_in_words(first, last, words, quarter):
    span = Span(Month.parse(first), Month.parse(last))

    assert (span.words, span.quarter_words) == (words, quarter)


def test_months_in_short():
    assert (Month(2026, 9).short, Month(2026, 9).words) == ("Sep 2026", "September 2026")
