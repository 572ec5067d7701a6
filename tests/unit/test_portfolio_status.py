"""A status is no better than its worst part unless somebody says why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.project_facts import project, status
from scrutable.portfolio import rules
from scrutable.portfolio.facts import Rating, Scale

ORDER = [Rating.GREEN, Rating.AMBER_GREEN, Rating.AMBER, Rating.AMBER_RED, Rating.RED]
MAYBE = st.one_of(st.none(), st.sampled_from(ORDER))


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ({}, ""),
        ({"cost": Rating.AMBER}, "better than the worst part"),
        ({"cost": Rating.AMBER, "override_reason": "Money is set aside"}, ""),
        ({"overall": "red"}, ""),
        ({"cost": None, "scope": None, "benefits": None}, ""),
        ({"time": None, "cost": None, "scope": None, "benefits": None}, "silence is not green"),
        ({"overall": "amber_red"}, "A scale of three"),
        ({"overall": "amber_red", "scale": Scale.FIVE}, ""),
        ({"confidence": Rating.AMBER_GREEN}, "A scale of three"),
        ({"assessor": " "}, "who assessed it"),
        ({"reasons": ""}, "reasons: The status has no reasons"),
    ],
)
def test_what_may_be_recorded(said, refused):
    found = " ".join(map(str, rules.refusals_of_status(status(**said))))

    assert refused in found
    assert bool(found) is bool(refused)


@pytest.mark.parametrize(
    ("said", "by_dates", "shown"),
    [
        ({}, None, Rating.GREEN),
        ({}, Rating.GREEN, Rating.GREEN),
        ({}, Rating.RED, Rating.RED),
        ({"overall": "red"}, Rating.GREEN, Rating.RED),
        ({"overall": "amber", "override_reason": "Tested"}, Rating.RED, Rating.AMBER),
    ],
)
def test_the_overall_rating_that_is_shown(said, by_dates, shown):
    assert rules.shown_overall(status(**said), by_dates) is shown


def test_delivery_confidence_is_kept_apart():
    doubted = status(confidence=Rating.RED)

    assert rules.refusals_of_status(doubted) == []
    assert rules.shown_overall(doubted, Rating.GREEN) is Rating.GREEN


def test_time_found_better_than_the_dates_say():
    assert rules.better_than_dates(status(), Rating.AMBER)
    assert not rules.better_than_dates(status(time=Rating.RED, overall="red"), Rating.AMBER)
    assert not rules.better_than_dates(status(time=None), Rating.RED)


@given(overall=st.sampled_from(ORDER), parts=st.tuples(MAYBE, MAYBE, MAYBE, MAYBE), dates=MAYBE)
def test_what_is_shown_is_the_worst_of_all_that_was_said(overall, parts, dates):
    time, cost, scope, benefits = parts
    said = status(overall, scale=Scale.FIVE, time=time, cost=cost, scope=scope, benefits=benefits)

    shown = rules.shown_overall(said, dates)

    assert ORDER.index(shown) == max(
        ORDER.index(one) for one in (overall, *parts, dates) if one is not None
    )


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, []),
        ({"place": 1, "place_reason": "Payroll stands on it"}, []),
        (
            {"place": 1},
            [
                (
                    "place_reason: Its place on the priority list has no reason; "
                    "enter why it has this place"
                )
            ],
        ),
        (
            {"place": 0, "place_reason": "First"},
            ["place: 0 is no place on the priority list; give 1 or more"],
        ),
        (
            {"place_reason": "First"},
            [
                (
                    "place: There is a reason for its place on the priority list, and no place; "
                    "give the place, or leave out the reason"
                )
            ],
        ),
    ],
)
def test_a_place_on_the_priority_list_has_its_reason(changed, said):
    assert list(map(str, rules.refusals_of_project(project(**changed)))) == said
