"""Since when a project is red or late: without a break, however often it is said again."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutable.portfolio.facts import Dated, Rated, Rating
from scrutable.portfolio.rules.attending.holding import held_since

FIRST = date(2026, 1, 1)
DAYS = 90


def day(number):
    return FIRST + timedelta(days=number)


def rated(on, word, *, is_overridden=False):
    return Rated(on=day(on), worst=Rating(word), is_overridden=is_overridden)


def dated(on, said, measure, *, is_reached=False):
    return Dated(on=day(on), said=day(said), measure=day(measure), is_reached=is_reached)


@pytest.mark.parametrize(
    ("words", "since"),
    [
        (["red", "red", "red"], 0),
        (["green", "red", "red"], 10),
        (["red", "amber", "red"], 20),
        (["red", "red", "amber"], None),
    ],
)
def test_red_counts_from_the_first_of_the_unbroken_run(words, since):
    said = [rated(10 * at, word) for at, word in enumerate(words)]

    found = held_since(said, [], 28, day(60))

    assert found.red == (None if since is None else day(since))


@pytest.mark.parametrize(
    ("said", "since"),
    [
        ([dated(0, 30, 30)], 31),
        ([dated(0, 30, 30), dated(10, 50, 30)], 10),
        ([dated(0, 30, 30), dated(10, 50, 30), dated(40, 70, 30)], 10),
        ([dated(0, 30, 30), dated(10, 50, 30), dated(20, 30, 30)], 31),
        ([dated(0, 30, 30), dated(29, 29, 30, is_reached=True)], None),
        ([dated(0, 30, 30), dated(35, 33, 30, is_reached=True)], 31),
    ],
)
def test_late_counts_from_the_day_that_passed_or_the_first_later_forecast(said, since):
    found = held_since([], said, 28, day(60))

    assert found.late == (None if since is None else day(since))


def test_dates_alone_make_a_rated_project_red_from_the_day_after_its_limit():
    said = [rated(5, "green"), rated(70, "red")]

    assert held_since(said, [dated(0, 30, 30)], 28, day(80)).red == day(59)
    assert held_since(said, [dated(0, 30, 30)], 28, day(58)).red is None
    over = [rated(5, "green", is_overridden=True), rated(70, "red")]
    assert held_since(over, [dated(0, 30, 30)], 28, day(80)).red == day(70)


SAID_OF_DATES = st.lists(
    st.builds(
        dated,
        st.integers(0, DAYS),
        st.integers(0, DAYS),
        st.integers(0, DAYS),
        is_reached=st.booleans(),
    ),
    max_size=6,
).map(lambda all_of: sorted(all_of, key=lambda one: one.on))
SAID_OF_STATUS = st.lists(
    st.builds(
        rated,
        st.integers(0, DAYS),
        st.sampled_from(["green", "red"]),
        is_overridden=st.booleans(),
    ),
    max_size=6,
).map(lambda all_of: sorted(all_of, key=lambda one: one.on))


def is_red_and_late(ratings, dates, as_at):
    """Judge one day by itself, as the oracle of what held on it."""
    said = [one for one in ratings if one.on <= as_at]
    line = [one for one in dates if one.on <= as_at]
    days = 0
    if line:
        expected = line[-1].said if line[-1].is_reached else max(line[-1].said, as_at)
        days = (expected - line[-1].measure).days
    by_dates = bool(said) and not said[-1].is_overridden and days > 28
    return bool(said) and (said[-1].worst is Rating.RED or by_dates), days > 0


@given(SAID_OF_STATUS, SAID_OF_DATES)
def test_each_day_agrees_with_its_own_judgement_and_never_moves_since_later(ratings, dates):
    found = [held_since(ratings, dates, 28, day(at)) for at in range(DAYS + 1)]
    holds = [is_red_and_late(ratings, dates, day(at)) for at in range(DAYS + 1)]

    assert [(one.red is not None, one.late is not None) for one in found] == holds
    for at, (one, after) in enumerate(pairwise(found), 1):
        for name in ("red", "late"):
            before, then = getattr(one, name), getattr(after, name)
            if then is not None:
                assert then == (before if before is not None else day(at))
