"""Terms, notice and running on, right to the day."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from scrutable.housekeeping import rules
from scrutable.housekeeping.facts import Agreement, Coming, ComingDate, Notice, NoticeUnit, Renewal
from scrutable.housekeeping.facts.agreements import Cure, NextStep, Otherwise, TermKind
from scrutable.housekeeping.rules.agreements import (
    agreement_standing,
    approver_of,
    covered_from,
    months_until,
    terms_of,
)

HOST = Agreement(
    code="HOST",
    title="Hosting",
    supplier="supplier/clearwater-cloud",
    starts_on=date(2022, 6, 15),
    months=60,
    notice_count=6,
)
TWELVE = Renewal(
    agreement="HOST",
    number=1,
    months=12,
    agreed_on=date(2026, 1, 5),
    approved_on=date(2026, 1, 20),
    approved_by="The Executive",
)
UNAPPROVED = replace(TWELVE, approved_on=None, approved_by="")
# renews itself by twelve months, three months' notice: 1 April 2024 to 31 March 2025
DESK = Agreement(
    code="DESK",
    title="Service desk software",
    supplier="supplier/clearwater-cloud",
    starts_on=date(2024, 4, 1),
    months=12,
    notice_count=3,
    renews_itself_by=12,
    yearly_pounds=Decimal(36_500),
)


def stands(agreement, as_at, *renewals, cures=()):
    return agreement_standing(agreement, renewals, cures, "Clearwater Cloud", as_at)


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
    assert months_until(starts_on, last) == months


@pytest.mark.parametrize(
    ("starts_on", "last"),
    [
        (date(2021, 4, 1), date(2026, 4, 1)),
        (date(2021, 4, 1), date(2026, 3, 30)),
        (date(2021, 4, 1), date(2021, 4, 1)),
        (date(2021, 4, 1), date(2020, 3, 31)),
    ],
)
def test_a_term_of_no_whole_months_is_none(starts_on, last):
    assert months_until(starts_on, last) is None


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
    assert rules.months_in_all(HOST, [TWELVE]) == 72
    assert rules.ends_on(HOST, [TWELVE]) == date(2028, 6, 14)


def test_what_nobody_approved_ends_with_what_somebody_did():
    renewals = (TWELVE, replace(UNAPPROVED, number=2))
    terms = terms_of(HOST, renewals, date(2026, 6, 1))

    assert rules.ends_on(HOST, renewals) == date(2029, 6, 14)
    assert rules.approved_until(terms, date(2026, 6, 1)) == date(2028, 6, 14)


def test_a_term_that_nobody_approved_is_a_hole_between_those_that_somebody_did():
    renewals = (UNAPPROVED, replace(TWELVE, number=2))

    found = stands(HOST, date(2030, 1, 1), *renewals).ran_on

    assert [(one.since, one.until) for one in found] == [
        (date(2027, 6, 15), date(2028, 6, 14)),
        (date(2029, 6, 15), None),
    ]
    assert [one.approved_on for one in found] == [None, None]


def test_a_year_ahead_shows_notice_and_end_by_day():
    as_at = date(2026, 10, 12)
    other = replace(HOST, code="OLD", closed_on=date(2026, 1, 1))

    found = rules.coming([stands(HOST, as_at), stands(other, as_at)], as_at, date(2027, 10, 11))

    assert found == [
        ComingDate(date(2026, 12, 14), "HOST", Coming.NOTICE),
        ComingDate(date(2027, 6, 14), "HOST", Coming.END),
    ]


def test_one_without_notice_shows_its_end_alone():
    bare = replace(HOST, notice_count=None)

    found = rules.coming([stands(bare, date(2027, 1, 1))], date(2027, 1, 1), date(2027, 12, 31))

    assert found == [ComingDate(date(2027, 6, 14), "HOST", Coming.END)]


def test_one_that_renews_itself_comes_again_with_every_term():
    as_at = date(2024, 12, 1)

    found = rules.coming([stands(DESK, as_at)], as_at, date(2026, 4, 1))

    assert found == [
        ComingDate(date(2024, 12, 31), "DESK", Coming.NOTICE),
        ComingDate(date(2025, 4, 1), "DESK", Coming.RENEWS),
        ComingDate(date(2025, 12, 31), "DESK", Coming.NOTICE, is_assumed=True),
        ComingDate(date(2026, 4, 1), "DESK", Coming.RENEWS, is_assumed=True),
    ]


@pytest.mark.parametrize(
    ("given", "days"),
    [
        (date(2024, 12, 31), [(date(2025, 3, 31), Coming.END)]),
        (
            date(2025, 1, 1),
            [
                (date(2025, 4, 1), Coming.RENEWS),
                (date(2026, 3, 31), Coming.END),
            ],
        ),
    ],
)
def test_notice_ends_it_where_it_is_given_in_time_and_a_term_later_where_not(given, days):
    found = stands(replace(DESK, notice_given_on=given), date(2025, 1, 2))

    coming = rules.coming([found], date(2025, 1, 2), date(2026, 12, 31))

    assert [(one.on, one.what) for one in coming if one.what is not Coming.NOTICE] == days


@pytest.mark.parametrize(
    ("as_at", "step"),
    [
        (
            date(2024, 12, 31),
            NextStep(
                otherwise=Otherwise.RENEWS_ITSELF,
                last=date(2025, 3, 31),
                act_by=date(2024, 12, 31),
                renews_until=date(2026, 3, 31),
            ),
        ),
        (
            date(2025, 4, 1),
            NextStep(
                otherwise=Otherwise.RENEWS_ITSELF,
                last=date(2026, 3, 31),
                act_by=date(2025, 12, 31),
                renews_until=date(2027, 3, 31),
            ),
        ),
    ],
)
def test_one_that_renews_itself_says_by_when_and_to_when(as_at, step):
    assert stands(DESK, as_at).next == step


def test_one_whose_last_day_for_notice_has_gone_by_is_bound_for_a_term_more():
    assert stands(DESK, date(2025, 1, 1)).next == NextStep(
        otherwise=Otherwise.RENEWS_ITSELF,
        last=date(2026, 3, 31),
        act_by=date(2025, 12, 31),
        renews_until=date(2027, 3, 31),
        too_late_for=date(2025, 3, 31),
    )


def test_notice_longer_than_the_term_it_ends_reaches_over_several():
    monthly = replace(DESK, renews_itself_by=1)

    step = stands(monthly, date(2025, 6, 10)).next

    assert (step.act_by, step.last) == (date(2025, 6, 30), date(2025, 9, 30))
    assert step.too_late_for == date(2025, 6, 30)


def test_of_terms_that_follow_month_by_month_only_the_next_days_are_listed():
    monthly = stands(replace(DESK, renews_itself_by=1), date(2025, 6, 10))

    found = rules.coming([monthly], date(2025, 6, 10), date(2026, 6, 9))

    assert [(one.on, one.what) for one in found] == [
        (date(2025, 6, 30), Coming.NOTICE),
        (date(2025, 7, 1), Coming.RENEWS),
    ]


@pytest.mark.parametrize(
    ("changed", "as_at", "step"),
    [
        (
            {},
            date(2027, 6, 14),
            NextStep(otherwise=Otherwise.ENDS, last=date(2027, 6, 14), act_by=date(2026, 12, 14)),
        ),
        (
            {"extensions": (12, 24)},
            date(2026, 1, 1),
            NextStep(
                otherwise=Otherwise.ENDS,
                last=date(2027, 6, 14),
                act_by=date(2026, 12, 14),
                extension=12,
            ),
        ),
        (
            {},
            date(2027, 6, 15),
            NextStep(otherwise=Otherwise.RUNS_ON, last=date(2027, 6, 14)),
        ),
        (
            {"notice_given_on": date(2026, 12, 14)},
            date(2026, 12, 15),
            NextStep(otherwise=Otherwise.ENDS_BY_NOTICE, last=date(2027, 6, 14)),
        ),
        (
            {"closed_on": date(2026, 5, 1)},
            date(2026, 5, 1),
            NextStep(otherwise=Otherwise.IS_CLOSED, last=date(2026, 5, 1)),
        ),
    ],
)
def test_what_is_next_of_one_that_does_not_renew_itself(changed, as_at, step):
    assert stands(replace(HOST, **changed), as_at).next == step


def test_the_second_option_is_next_once_the_first_is_taken_up():
    optional = replace(HOST, extensions=(12, 24))

    assert stands(optional, date(2026, 2, 1), TWELVE).next.extension == 24


@pytest.mark.parametrize(("day", "days"), [(date(2027, 6, 14), None), (date(2027, 6, 15), 1)])
def test_an_agreement_runs_on_from_the_day_after_its_approval(day, days):
    found = stands(HOST, day).ran_on

    assert (found[0].days if found else None) == days


def test_one_that_ran_on_and_was_closed_says_until_when():
    closed = replace(HOST, closed_on=date(2027, 7, 14))

    assert stands(closed, date(2027, 6, 20)).ran_on[0].until is None
    assert stands(closed, date(2028, 1, 1)).ran_on[0].until == date(2027, 7, 14)
    assert stands(closed, date(2028, 1, 1)).ran_on[0].days == 30


def test_an_approval_after_the_fact_says_how_late_it_came():
    late = replace(TWELVE, agreed_on=date(2027, 7, 26), approved_on=date(2027, 7, 26))

    one = stands(HOST, date(2027, 12, 31), late)

    assert one.terms[1].days_late == 41
    assert [(t.since, t.until, t.days, t.approved_on) for t in one.ran_on] == [
        (date(2027, 6, 15), date(2027, 7, 25), 41, date(2027, 7, 26))
    ]


@pytest.mark.parametrize(
    ("approved_on", "since"),
    [(date(2028, 6, 14), date(2027, 6, 15)), (date(2028, 6, 15), date(2027, 6, 15))],
)
def test_an_approval_on_the_last_day_covers_it_and_one_after_covers_nothing(approved_on, since):
    late = replace(TWELVE, agreed_on=date(2027, 7, 1), approved_on=approved_on)

    found = stands(HOST, date(2028, 7, 1), late).ran_on

    assert found[0].since == since
    assert len(found) == (2 if approved_on == date(2028, 6, 14) else 1)


def test_before_it_was_approved_the_same_agreement_still_ran_on():
    late = replace(TWELVE, agreed_on=date(2027, 7, 26), approved_on=date(2027, 7, 26))

    assert stands(HOST, date(2027, 7, 25), late).running.days == 41
    assert stands(HOST, date(2027, 7, 26), late).running is None


def test_a_first_term_of_which_nobody_recorded_an_approval_is_not_said_to_run_on():
    assert stands(HOST, date(2023, 1, 1)).ran_on == ()
    term = terms_of(HOST, (), date(2023, 1, 1))[0]
    assert covered_from(term, date(2023, 1, 1)) == date(2022, 6, 15)


def test_a_first_term_approved_after_it_began_ran_on_until_then():
    late = replace(HOST, approved_on=date(2022, 7, 1), approved_by="Director of Finance")

    assert [(one.since, one.days) for one in stands(late, date(2023, 1, 1)).ran_on] == [
        (date(2022, 6, 15), 16)
    ]


def test_one_that_renewed_itself_has_a_term_that_nobody_approved():
    one = stands(DESK, date(2025, 4, 10))

    assert [(term.kind, term.last) for term in one.terms] == [
        (TermKind.FIRST, date(2025, 3, 31)),
        (TermKind.ITSELF, date(2026, 3, 31)),
    ]
    assert (one.running.since, one.running.days) == (date(2025, 4, 1), 10)
    assert one.running.pounds == 1_000


def test_running_on_again_is_a_recurrence_with_both_times():
    cure = Cure(
        agreement="HOST",
        since=date(2027, 6, 15),
        cause="Nobody kept a calendar",
        cure="A calendar with an owner",
        cured_on=date(2027, 9, 1),
    )
    late = replace(TWELVE, agreed_on=date(2027, 7, 26), approved_on=date(2027, 7, 26))

    first, second = stands(HOST, date(2028, 7, 1), late, cures=[cure]).ran_on

    assert (first.since, first.cure, first.is_recurrence) == (date(2027, 6, 15), cure, False)
    assert (second.since, second.earlier) == (date(2028, 6, 15), date(2027, 6, 15))
    assert second.is_recurrence
    assert second.is_after_cure


@pytest.mark.parametrize(
    ("cured_on", "is_after"), [(date(2028, 6, 15), True), (date(2028, 6, 16), False)]
)
def test_a_recurrence_is_after_the_cure_from_the_day_of_the_cure_on(cured_on, is_after):
    cure = Cure(
        agreement="HOST", since=date(2027, 6, 15), cause="None kept", cure="One", cured_on=cured_on
    )
    late = replace(TWELVE, agreed_on=date(2027, 7, 26), approved_on=date(2027, 7, 26))

    second = stands(HOST, date(2029, 1, 1), late, cures=[cure]).ran_on[1]

    assert second.is_after_cure is is_after


def test_a_cure_that_came_after_the_day_is_not_done_yet():
    cure = Cure(
        agreement="HOST", since=date(2027, 6, 15), cause="A", cure="B", cured_on=date(2027, 9, 1)
    )

    assert stands(HOST, date(2027, 8, 31), cures=[cure]).ran_on[0].cure.cured_on is None
    assert stands(HOST, date(2027, 9, 1), cures=[cure]).ran_on[0].cure.cured_on == date(2027, 9, 1)


POLICY = rules.agreement_policy(
    {
        "notice_within_days": 90,
        "end_within_days": 180,
        "cure_within_days": 28,
        "approval": {
            "executive": {"from_pounds": 500_000, "who": "The Executive", "decision": True},
            "director": {"from_pounds": 50_000, "who": "A director", "decision": True},
            "head": {"from_pounds": 0, "who": "A head of service", "decision": False},
        },
    }
)


@pytest.mark.parametrize(
    ("yearly", "who"),
    [
        (None, None),
        (0, "A head of service"),
        ("9999.99", "A head of service"),
        (10_000, "A director"),
        (100_000, "The Executive"),
    ],
)
def test_who_approves_follows_from_the_worth_of_the_whole_term(yearly, who):
    pounds = None if yearly is None else Decimal(yearly)
    (term,) = terms_of(replace(HOST, yearly_pounds=pounds), (), date(2023, 1, 1))

    found = approver_of(term, POLICY)

    assert (found.who if found else None) == who


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


@given(starts_on=days, months=st.integers(1, 240))
def test_months_are_read_back_from_first_and_last_day(starts_on, months):
    """Two terms may share a last day at the end of a short month; the shorter one is meant then."""
    last = rules.last_day(starts_on, months)
    found = months_until(starts_on, last)

    assert found is not None
    assert rules.last_day(starts_on, found) == last


@given(starts_on=days, first=st.integers(1, 120), more=st.lists(st.integers(1, 24), max_size=4))
def test_renewals_add_up_whatever_short_months_lie_between(starts_on, first, more):
    renewals = [replace(TWELVE, number=at, months=count) for at, count in enumerate(more, 1)]
    found = replace(HOST, starts_on=starts_on, months=first)

    assert rules.ends_on(found, renewals) == rules.last_day(starts_on, first + sum(more))


@given(end=days, count=st.integers(0, 36))
def test_notice_agrees_with_the_library_s_months(end, count):
    notice = Notice(count=count, unit=NoticeUnit.MONTHS)

    assert rules.notice_by(end, notice) == end - relativedelta(months=count)


near = st.dates(date(2020, 1, 1), date(2024, 12, 31))
maybe = st.none() | near


@st.composite
def told(draw):
    """Return an agreement with its renewals, and a day."""
    agreement = replace(
        HOST,
        starts_on=draw(st.dates(date(2020, 1, 1), date(2022, 12, 31))),
        months=draw(st.integers(1, 14)),
        notice_count=draw(st.none() | st.integers(1, 3)),
        approved_on=draw(maybe),
        renews_itself_by=draw(st.none() | st.integers(1, 7)),
        notice_given_on=draw(maybe),
        closed_on=draw(maybe),
    )
    if agreement.closed_on and agreement.closed_on < agreement.starts_on:
        agreement = replace(agreement, closed_on=None)
    renewals = tuple(
        Renewal(
            agreement="HOST",
            number=number,
            months=draw(st.integers(1, 7)),
            agreed_on=draw(near),
            approved_on=draw(maybe),
        )
        for number in range(1, draw(st.integers(0, 3)) + 1)
    )
    return agreement, renewals, draw(st.dates(date(2020, 1, 1), date(2025, 6, 30)))


def oracle(agreement, renewals, as_at):
    """Return every day of use on which nobody had approved its term, one day at a time."""
    renewals = [
        r
        for r in renewals
        if r.agreed_on <= as_at or (r.approved_on or as_at) < as_at or r.approved_on == as_at
    ]
    known = [(0, agreement.months, agreement.approved_on or agreement.starts_on)]
    known += [(n, r.months, r.approved_on) for n, r in enumerate(renewals, 1)]
    ends, total = [], 0
    for _, months, approved_on in known:
        total += months
        ends.append((agreement.starts_on, total, approved_on))
    found, day = set(), agreement.starts_on
    last_used = min(agreement.closed_on or as_at, as_at)
    while day <= last_used:
        approval = next(
            (on for start, months, on in ends if day <= rules.last_day(start, months)), None
        )
        if approval is None or approval > day:
            found.add(day)
        day += timedelta(days=1)
    return found


@given(told())
def test_days_without_approval_are_those_found_one_day_at_a_time(given_):
    agreement, renewals, as_at = given_
    if agreement.closed_on and agreement.closed_on > as_at:
        agreement = replace(agreement, closed_on=None)

    found = stands(agreement, as_at, *renewals).ran_on

    spread = {one.since + timedelta(days=at) for one in found for at in range(one.days)}
    assert spread == oracle(agreement, renewals, as_at)
    assert sum(one.days for one in found) == len(spread)
    for one, after in pairwise(found):
        assert one.since + timedelta(days=one.days) < after.since
        assert after.earlier == one.since
    assert [one.until is None for one in found].count(True) == (
        as_at in spread and agreement.closed_on is None
    )


@given(told())
def test_terms_follow_on_one_another_without_a_hole(given_):
    agreement, renewals, as_at = given_

    terms = stands(agreement, as_at, *renewals).terms

    assert terms[0].first == agreement.starts_on
    for one, after in pairwise(terms):
        assert after.first == one.last + timedelta(days=1)
    assert all(one.first <= one.last for one in terms)


@given(told())
def test_what_comes_up_lies_between_the_days_and_notice_comes_no_later_than_the_end(given_):
    agreement, renewals, as_at = given_
    until = as_at + timedelta(days=365)

    found = rules.coming([stands(agreement, as_at, *renewals)], as_at, until)

    assert all(as_at <= one.on <= until for one in found)
    assert found == sorted(found)
    assert len(set(found)) == len(found)
