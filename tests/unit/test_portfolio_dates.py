"""Slips against both baselines; two published cases told by their dates."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.project_facts import day, line_at, move
from scrutable.evidence.facts import RowError
from scrutable.portfolio import rules
from scrutable.portfolio.facts import Move, MoveKind, Rating, Tolerance

TOLERANCE = Tolerance(amber_after=7, red_after=28)


def line(*moves):
    return line_at("277", "go-live", "Go-live", moves)


PLANNED = move("baseline", "2026-01-05", "2026-06-30")


@pytest.mark.parametrize(
    ("moves", "as_at", "original", "current", "is_overdue"),
    [
        ([], "2026-06-30", 0, 0, False),
        ([], "2026-07-01", 1, 1, True),
        ([move("forecast", "2026-03-02", "2026-07-31")], "2026-03-02", 31, 31, False),
        ([move("rebaseline", "2026-03-02", "2026-07-31")], "2026-03-02", 31, 0, False),
        ([move("forecast", "2026-03-02", "2026-06-29")], "2026-03-02", -1, -1, False),
        ([move("actual", "2026-07-02", "2026-07-01")], "2026-12-31", 1, 1, False),
        ([move("forecast", "2026-03-02", "2026-06-01")], "2026-06-02", -28, -28, True),
    ],
)
def test_a_slip_against_both_baselines(moves, as_at, original, current, is_overdue):
    slip = rules.slip_of(line(PLANNED, *moves), day(as_at))

    assert (slip.against_original, slip.against_current) == (original, current)
    assert slip.is_overdue is is_overdue


@pytest.mark.parametrize(
    ("days", "rating"),
    [
        (-30, Rating.GREEN),
        (7, Rating.GREEN),
        (8, Rating.AMBER),
        (28, Rating.AMBER),
        (29, Rating.RED),
    ],
)
def test_what_a_slip_makes_of_a_project(days, rating):
    assert rules.dates_rating(days, TOLERANCE) is rating


def test_a_later_plan_takes_the_forecast_with_it_and_leaves_the_original():
    now = line(
        PLANNED,
        move("forecast", "2026-03-02", "2026-07-31"),
        move("rebaseline", "2026-03-09", "2026-08-31"),
    )

    assert (now.original, now.current) == (day("2026-06-30"), day("2026-08-31"))
    assert now.forecast == day("2026-08-31")
    assert now.rebaselines == 1
    assert line(PLANNED, move("rebaseline", "2026-03-09", "2026-08-31")).forecast is None


def test_a_forecast_of_a_later_day_stands_beside_a_plan_that_it_misses():
    now = line(
        PLANNED,
        move("forecast", "2026-03-02", "2026-09-30"),
        move("rebaseline", "2026-03-09", "2026-07-01"),
    )

    slip = rules.slip_of(now, day("2026-03-09"))

    assert now.forecast == day("2026-09-30")
    assert (slip.against_original, slip.against_current) == (92, 91)
    assert rules.by_both_baselines(slip, TOLERANCE) is Rating.RED


def test_the_rule_of_the_latest_baseline_turns_green_and_ours_does_not():
    before = [PLANNED, move("forecast", "2026-05-01", "2026-09-30")]
    after = [*before, move("rebaseline", "2026-05-08", "2026-09-30")]

    slips = [rules.slip_of(line(*moves), day("2026-05-08")) for moves in (before, after)]

    assert [rules.by_latest_baseline(slip, TOLERANCE).value for slip in slips] == ["red", "green"]
    assert [rules.by_both_baselines(slip, TOLERANCE).value for slip in slips] == ["red", "red"]


def test_a_plan_brought_forward_is_held_to_its_earlier_date():
    moves = [PLANNED, move("rebaseline", "2026-02-02", "2026-04-30")]

    slip = rules.slip_of(
        line(*moves, move("forecast", "2026-03-02", "2026-06-30")), day("2026-03-02")
    )

    assert (slip.against_original, slip.against_current) == (0, 61)
    assert rules.by_both_baselines(slip, TOLERANCE) is Rating.RED


def test_project_277_as_published_is_red_by_its_revised_date():
    moves = [
        move("baseline", "2018-11-29", "2019-01-21", reason="Another phase of testing"),
        move("forecast", "2019-02-11", "2019-03-11", reason="Supplier's people; Office 365"),
    ]

    before = rules.slip_of(line(moves[0]), day("2018-11-29"))
    at_three_weeks = rules.slip_of(line(moves[0]), day("2019-02-11"))
    after = rules.slip_of(line(*moves), day("2019-02-11"))

    assert before.against_original == 0
    assert (at_three_weeks.against_original, at_three_weeks.is_overdue) == (21, True)
    assert after.against_original == 49
    assert rules.by_both_baselines(after, TOLERANCE) is Rating.RED


def test_every_saying_tells_by_how_much_it_moved_its_date():
    said = [
        move("baseline", "2026-01-05", "2026-06-30"),
        move("forecast", "2026-02-02", "2026-07-30"),
        move("forecast", "2026-03-02", "2026-07-30"),
        move("rebaseline", "2026-04-06", "2026-08-29"),
        move("forecast", "2026-05-04", "2026-08-19"),
        move("actual", "2026-08-24", "2026-08-20"),
    ]

    assert [days for _, days in rules.days_said(said)] == [None, 30, 0, 60, -10, 1]


def test_a_report_extended_again_and_again_is_late_by_all_of_it():
    """North Devon's 16 BCM 07: from 30 April 2020 to June 2022."""
    moves = [
        move("baseline", "2019-09-01", "2020-04-30"),
        move("rebaseline", "2020-03-10", "2020-12-31"),
        move("rebaseline", "2020-12-08", "2021-12-31"),
        move("rebaseline", "2021-12-07", "2022-06-30"),
    ]

    slip = rules.slip_of(line(*moves), day("2021-12-07"))

    assert (slip.against_original, slip.against_current, slip.rebaselines) == (791, 0, 3)
    assert [days for _, days in rules.days_moved(moves)] == [245, 365, 181]
    assert rules.by_latest_baseline(slip, TOLERANCE) is Rating.GREEN
    assert rules.by_both_baselines(slip, TOLERANCE) is Rating.RED


def test_the_trend_holds_what_was_last_expected_on_each_day():
    moves = [
        PLANNED,
        move("forecast", "2026-02-02", "2026-07-15"),
        move("rebaseline", "2026-02-02", "2026-07-31"),
    ]

    assert rules.trend(moves) == [
        (day("2026-01-05"), day("2026-06-30")),
        (day("2026-02-02"), day("2026-07-31")),
    ]


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (move("baseline", "2026-02-02", "2026-07-31"), "has its first date, 30 June 2026"),
        (move("forecast", "2026-01-04", "2026-07-31"), "was last reported on 5 January 2026"),
        (move("actual", "2026-06-01", "2026-06-02"), "2 June 2026 had not come on 1 June 2026"),
        (
            move("rebaseline", "2026-02-02", "2026-07-31", approver=" "),
            "approver: Nobody is named who approved the new plan",
        ),
        (
            move("rebaseline", "2026-02-02", "2026-07-31", reason=""),
            "reason: The new plan has no reason",
        ),
        (move("rebaseline", "2026-02-02", "2026-06-30"), "is 30 June 2026 already"),
    ],
)
def test_moves_that_are_refused(made, said):
    assert said in "; ".join(map(str, rules.refusals_of_move(line(PLANNED), made)))


@pytest.mark.parametrize(
    "made",
    [
        move("forecast", "2026-01-05", "2026-07-31"),
        move("actual", "2026-06-02", "2026-06-02"),
        move("rebaseline", "2026-02-02", "2026-07-31"),
    ],
)
def test_moves_that_are_taken(made):
    assert rules.refusals_of_move(line(PLANNED), made) == []


def test_what_was_reached_has_no_new_plan_and_nothing_begins_without_a_first_date():
    reached = line(PLANNED, move("actual", "2026-07-01", "2026-07-01"))

    assert rules.refusals_of_move(reached, move("rebaseline", "2026-07-02", "2026-08-01")) == [
        RowError("kind", "Go-live was reached on 1 July 2026", "leave its plan")
    ]
    assert rules.refusals_of_move(None, move("forecast", "2026-07-02", "2026-08-01")) == [
        RowError("milestone", "The milestone has no first date", "record that before all else")
    ]
    assert rules.refusals_of_move(None, PLANNED) == []


DAYS = st.integers(min_value=0, max_value=2000).map(
    lambda days: day("2024-01-01") + timedelta(days)
)
MADE = st.lists(
    st.tuples(st.sampled_from([MoveKind.REBASELINE, MoveKind.FORECAST]), DAYS, DAYS), max_size=12
)


def story(first, made):
    later = sorted(made, key=lambda one: one[1])
    moves = [Move(kind=kind, on=on, to=to) for kind, on, to in later]
    return [Move(kind=MoveKind.BASELINE, on=day("2023-01-01"), to=first), *moves]


@given(first=DAYS, made=MADE, as_at=DAYS)
def test_both_slips_differ_by_exactly_what_the_baselines_were_moved(first, made, as_at):
    moves = story(first, made)
    slip = rules.slip_of(line(*moves), as_at)

    by_plans = sum(days for _, days in rules.days_moved(moves))

    assert slip.against_original == slip.against_current + by_plans


@given(first=DAYS, made=MADE, as_at=DAYS, to=DAYS)
def test_a_re_baseline_to_the_expected_day_takes_nothing_from_the_slip(first, made, as_at, to):
    moves = [*story(first, made), Move(kind=MoveKind.FORECAST, on=as_at, to=to)]
    before = rules.slip_of(line(*moves), as_at)
    planned_anew = Move(kind=MoveKind.REBASELINE, on=as_at, to=before.expected)

    after = rules.slip_of(line(*moves, planned_anew), as_at)

    assert after.against_original == before.against_original
    assert after.against_current == 0


@pytest.mark.parametrize(
    ("to", "late", "rating"),
    [
        ("2026-06-29", 29, Rating.RED),  # earlier than the day first set
        ("2026-06-30", 29, Rating.RED),  # back to the day first set
        ("2026-07-28", 29, Rating.RED),  # a day nearer
        ("2026-07-30", 30, Rating.RED),  # a day later
    ],
)
def test_a_plan_back_to_an_earlier_day_without_a_forecast_leaves_the_project_as_it_was(
    to, late, rating
):
    late_plan = move("rebaseline", "2026-03-02", "2026-07-29")
    back = line(PLANNED, late_plan, move("rebaseline", "2026-03-09", to))

    slip = rules.slip_of(back, day("2026-03-09"))

    assert slip.against_original == late
    assert rules.by_both_baselines(slip, TOLERANCE) is rating
    said = move("forecast", "2026-03-16", "2026-06-30")
    again = line(PLANNED, late_plan, move("rebaseline", "2026-03-09", to), said)
    assert rules.slip_of(again, day("2026-03-16")).against_original == 0  # somebody has said so


@given(first=DAYS, made=MADE, on=DAYS, to=DAYS)
def test_no_new_plan_by_itself_takes_anything_from_the_slip_against_the_day_first_set(
    first, made, on, to
):
    told = story(first, made)
    on = max(on, told[-1].on)
    before = rules.slip_of(line(*told), on)

    after = rules.slip_of(line(*told, Move(kind=MoveKind.REBASELINE, on=on, to=to)), on)

    assert after.against_original >= before.against_original


@given(first=DAYS, made=MADE, plans=st.lists(st.tuples(st.integers(0, 60), DAYS), max_size=6))
def test_no_run_of_new_plans_alone_brings_a_forecast_day_nearer(first, made, plans):
    told = story(first, made)
    moves = [*told, Move(kind=MoveKind.FORECAST, on=told[-1].on, to=first + timedelta(40))]
    as_at = moves[-1].on + timedelta(60)
    before = rules.slip_of(line(*moves), as_at)
    later = sorted((moves[-1].on + timedelta(days), to) for days, to in plans)

    after = rules.slip_of(
        line(*moves, *(Move(kind=MoveKind.REBASELINE, on=on, to=to) for on, to in later)), as_at
    )

    assert after.expected >= before.expected
    assert after.against_original >= before.against_original
    assert rules.by_both_baselines(after, TOLERANCE) is Rating.RED
