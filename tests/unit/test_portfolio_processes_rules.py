"""What reviews saved, and what of a year's price nobody uses, to the penny."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.capacity_facts import day, feature, review
from scrutable.kernel.attention import Gravity
from scrutable.portfolio import rules
from scrutable.portfolio.presenters import processes

TODAY = day("2026-10-12")
POLICY = {"unused_after_days": 365, "unused_below_percent": 50}


def attended(reviews=(), features=()):
    watched = rules.ProcessesWatched(
        as_at=TODAY,
        reviews=[rules.review_judged(one, TODAY) for one in reviews],
        features=[rules.feature_judged(one, TODAY) for one in features],
        policy=POLICY,
    )
    return list(rules.processes_attention(watched))


@pytest.mark.parametrize(
    ("state", "due", "done", "late"),
    [
        ("under_way", "2026-10-12", None, 0),
        ("under_way", "2026-10-11", None, 1),
        ("planned", "2026-09-12", None, 30),
        ("stopped", "2026-01-01", None, 0),
        ("done", "2026-06-30", "2026-06-30", 0),
        ("done", "2026-06-30", "2026-07-01", 1),
        ("done", "2026-06-30", "2026-05-01", 0),
    ],
)
def test_how_late_a_review_is(state, due, done, late):
    one = review(state, due, done, result="Shorter" if done else "")

    assert rules.review_judged(one, TODAY).days_late == late


def test_what_was_saved_is_before_less_after_and_unknown_where_one_was_not_counted():
    found = rules.review_judged(
        review(
            ways_before=9,
            ways_after=1,
            steps_before=14,
            days_before=Decimal("6.5"),
            days_after=Decimal(2),
        ),
        TODAY,
    )

    assert (found.ways_saved, found.steps_saved, found.days_saved) == (8, None, Decimal("4.5"))


@pytest.mark.parametrize(
    ("entitled", "using", "pounds", "percent", "unused", "cost"),
    [
        (400, 100, "1200", "25", 300, "900.00"),
        (400, 0, "1200", "0", 400, "1200.00"),
        (400, 400, "1200", "100", 0, "0.00"),
        (3, 1, "0.01", None, 2, "0.01"),
        (8, 7, "0.04", "87.5", 1, "0.01"),
        (100, 130, "1200", "130", 0, "0.00"),
        (400, 100, None, "25", 300, None),
    ],
)
def test_what_is_not_used_costs_its_part_of_the_price(
    entitled, using, pounds, percent, unused, cost
):
    found = rules.feature_judged(feature(entitled, using, pounds=pounds), TODAY)

    assert percent is None or found.percent == Decimal(percent)
    assert found.unused == unused
    assert found.unused_pounds == (None if cost is None else Decimal(cost))


def test_what_nobody_has_counted_has_no_share_and_no_sum():
    found = rules.feature_judged(feature(using=None, counted=None), TODAY)

    assert (found.percent, found.unused, found.unused_pounds) == (None, None, None)
    assert rules.unused_pounds([found]) == 0


@given(
    st.integers(1, 5000),
    st.integers(0, 5000),
    st.decimals(0, 10_000_000, places=2),
)
def test_what_is_not_used_lies_between_nothing_and_the_price(entitled, using, pounds):
    found = rules.feature_judged(feature(entitled, using, pounds=str(pounds)), TODAY)

    assert 0 <= found.unused_pounds <= pounds
    exact = pounds * max(entitled - using, 0) / entitled
    assert abs(found.unused_pounds - exact) <= Decimal("0.005")


@pytest.mark.parametrize(
    ("using", "since", "gravity"),
    [
        (199, "2025-10-11", Gravity.CONCERN),
        (200, "2025-10-11", None),
        (0, "2025-10-12", None),
        (None, "2025-10-11", Gravity.NOTE),
    ],
)
def test_a_feature_that_few_use_needs_a_person_after_a_year(using, since, gravity):
    counted = None if using is None else "2026-09-01"

    found = attended(features=[feature(400, using, counted, paid_since=day(since))])

    assert [one.gravity for one in found] == ([gravity] if gravity else [])


def test_why_a_feature_needs_a_person_says_what_it_costs():
    found = attended(features=[feature(400, 0)])

    assert found[0].why == (
        "It has been paid for since 4 April 2025, and 0 of 400 use it, at £1,200 a year"
    )


def test_a_review_past_its_day_needs_a_person_and_a_finished_one_does_not():
    found = attended(reviews=[review(), review("done", done="2026-09-01", number=2, result="A")])

    assert [one.reference for one in found] == ["process-review/1"]
    assert found[0].why == "It was due on 30 June 2026, 104 days ago"


@pytest.mark.parametrize(
    ("of", "places"),
    [
        (review("done"), ["done_on", "result"]),
        (review("under_way", done="2026-05-01"), ["done_on"]),
        (review(steps_after=4), ["steps_before"]),
        (review(ways_before=4), []),
        (feature(0, 0), ["entitled"]),
        (feature(using=None), ["using"]),
        (feature(counted=None), ["counted_on"]),
        (feature(using=0), []),
    ],
)
def test_what_cannot_be_recorded_is_said_with_its_field(of, places):
    assert [one.place for one in rules.refusals_of(of)] == places


@pytest.mark.parametrize(
    ("states", "said"),
    [
        (["planned"], "None of one process review done"),
        (["planned", "under_way"], "None of two process reviews done"),
        (["done"] * 6 + ["planned"] * 4, "Six of ten process reviews done"),
        (["done"] * 6 + ["planned"] * 6, "6 of 12 process reviews done"),
    ],
)
def test_the_title_counts_both_sides_in_words_or_both_in_figures(states, said):
    day = {"done": "2026-06-30"}
    found = [
        rules.review_judged(review(state, "2026-06-30", day.get(state)), TODAY) for state in states
    ]

    assert processes.title(found, []) == said
