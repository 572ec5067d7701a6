"""Terms, notice and running on, right to the day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from scrutable.housekeeping import rules
from scrutable.housekeeping.facts import Agreement, Coming, ComingDate, Notice, NoticeUnit, Renewal

HOST = Agreement(
    code="HOST",
    title="Hosting",
    supplier="supplier/clearwater-cloud",
    starts_on=date(2022, 6, 15),
    months=60,
    notice=Notice(count=6, unit=NoticeUnit.MONTHS),
)
TWELVE = Renewal(months=12, agreed_on=date(2026, 1, 5), approved_on=date(2026, 1, 20))


@pytest.mark.parametrize(
    ("starts_on", "months", "last"),
    [
        (date(2021, 4, 1), 60, date(2026, 3, 31)),
        (date(2021, 4, 1), 72, date(2027, 3, 31)),
        (date(2022, 6, 15), 60, date(2027, 6, 14)),
        (date(2023, 3, 1), 12, date(2024, 2, 29)),
        (date(2024, 3, 1), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 28)),
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2025, 1, 31), 2, date(2025, 3, 30)),
        (date(2025, 1, 30), 1, date(2025, 2, 28)),
        (date(2025, 1, 29), 1, date(2025, 2, 28)),
        (date(2025, 1, 28), 1, date(2025, 2, 27)),
        (date(2025, 12, 1), 1, date(2025, 12, 31)),
    ],
)
def test_a_term_ends_on_the_day_before_its_corresponding_day(starts_on, months, last):
    assert rules.last_day(starts_on, months) == last


def test_a_term_has_a_month_at_least():
    with pytest.raises(ValueError, match="at least one month, not 0"):
        rules.last_day(date(2025, 1, 1), 0)


@pytest.mark.parametrize(
    ("end", "count", "unit", "by"),
    [
        (date(2027, 6, 14), 6, NoticeUnit.MONTHS, date(2026, 12, 14)),
        (date(2026, 3, 31), 3, NoticeUnit.MONTHS, date(2025, 12, 31)),
        (date(2026, 5, 31), 3, NoticeUnit.MONTHS, date(2026, 2, 28)),
        (date(2028, 5, 31), 3, NoticeUnit.MONTHS, date(2028, 2, 29)),
        (date(2026, 1, 31), 13, NoticeUnit.MONTHS, date(2024, 12, 31)),
        (date(2026, 3, 31), 90, NoticeUnit.DAYS, date(2025, 12, 31)),
        (date(2026, 3, 31), 4, NoticeUnit.WEEKS, date(2026, 3, 3)),
    ],
)
def test_notice_is_counted_back_from_the_end(end, count, unit, by):
    assert rules.notice_by(end, Notice(count=count, unit=unit)) == by


def test_sixty_months_renewed_by_twelve_are_seventy_two():
    renewed = replace(HOST, renewals=(TWELVE,))

    assert rules.months_in_all(renewed, approved_only=False) == 72
    assert rules.ends_on(renewed) == date(2028, 6, 14)


def test_what_nobody_approved_ends_with_what_somebody_did():
    renewed = replace(HOST, renewals=(TWELVE, replace(TWELVE, approved_on=None)))

    assert rules.ends_on(renewed) == date(2029, 6, 14)
    assert rules.approved_until(renewed) == date(2028, 6, 14)


def test_a_year_ahead_shows_notice_and_end_by_day():
    other = replace(HOST, code="OLD", closed_on=date(2026, 1, 1))

    found = rules.coming([HOST, other], date(2026, 10, 12), date(2027, 10, 11))

    assert found == [
        ComingDate(date(2026, 12, 14), "HOST", Coming.NOTICE),
        ComingDate(date(2027, 6, 14), "HOST", Coming.END),
    ]


@pytest.mark.parametrize(("day", "days"), [(date(2027, 6, 14), None), (date(2027, 6, 15), 1)])
def test_an_agreement_runs_on_from_the_day_after_its_approval(day, days):
    found = rules.ran_on(HOST, day)

    assert (found.days if found else None) == days


def test_one_that_ran_on_and_was_closed_says_until_when():
    closed = replace(HOST, closed_on=date(2027, 7, 14))

    assert rules.ran_on(closed, date(2027, 6, 20)).until is None
    assert rules.ran_on(closed, date(2028, 1, 1)).until == date(2027, 7, 14)
    assert rules.ran_on(closed, date(2028, 1, 1)).days == 30


def test_running_on_after_the_cure_is_a_recurrence():
    cured = replace(HOST, cured_on=date(2026, 5, 1), cause="Nobody kept a calendar")

    assert rules.ran_on(cured, date(2027, 7, 1)).is_recurrence
    assert not rules.ran_on(HOST, date(2027, 7, 1)).is_recurrence


days = st.dates(date(2015, 1, 1), date(2035, 12, 31))


@given(starts_on=days, months=st.integers(1, 240))
def test_the_day_after_a_term_is_its_corresponding_day_wherever_there_is_one(starts_on, months):
    after = rules.last_day(starts_on, months) + timedelta(days=1)
    corresponding = starts_on + relativedelta(months=months)

    if corresponding.day == starts_on.day:
        assert after == corresponding
    else:
        assert after == corresponding + timedelta(days=1)
        assert after.day == 1


@given(starts_on=days, first=st.integers(1, 120), more=st.lists(st.integers(1, 24), max_size=4))
def test_renewals_add_up_whatever_short_months_lie_between(starts_on, first, more):
    renewals = tuple(replace(TWELVE, months=count) for count in more)
    found = replace(HOST, starts_on=starts_on, months=first, renewals=renewals)

    assert rules.ends_on(found) == rules.last_day(starts_on, first + sum(more))


@given(end=days, count=st.integers(0, 36))
def test_notice_agrees_with_the_library_s_months(end, count):
    notice = Notice(count=count, unit=NoticeUnit.MONTHS)

    assert rules.notice_by(end, notice) == end - relativedelta(months=count)
