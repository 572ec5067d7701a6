"""How far an initiative has come, by the snapshots alone: at the line, behind it, past its day."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutable.housekeeping.facts import (
    Counted,
    Counts,
    Initiative,
    InitiativeState,
    PartOfEstate,
    Snapshot,
)
from scrutable.housekeeping.rules import initiatives as rules
from scrutable.kernel.attention import Gravity
from scrutable.records.rules import refusals_of, refusals_on

BEGAN, DUE = date(2026, 4, 1), date(2026, 9, 28)  # 180 days
GRAVITY = rules.InitiativeGravity(
    behind=Gravity.CONCERN, past_due=Gravity.SERIOUS, not_measured=Gravity.NOTE
)


def initiative(**changed):
    said = {
        "code": "ACC-1",
        "title": "Fewer leavers’ accounts",
        "part": PartOfEstate.ACCOUNTS,
        "counts": Counts.LINE,
        "name": "leaver",
        "owner": "Head of IT",
        "baseline": 190,
        "baseline_on": BEGAN,
        "target": 10,
        "due": DUE,
    }
    return Initiative(**{**said, **changed})


def snapshot(on, leavers, part=PartOfEstate.ACCOUNTS, **changed):
    said = {
        "part": part,
        "as_at": on,
        "lines": (Counted("person", 5000), Counted("leaver", leavers)),
        "faults": (Counted("leaver_open", leavers),),
        "extracts": (),
        "engine": "duckdb",
        "version": 7,
    }
    return Snapshot(**{**said, **changed})


def stands(value, on, as_at=None, **changed):
    return rules.standing(initiative(**changed), [snapshot(on, value)], as_at or on)


@pytest.mark.parametrize(
    ("value", "day", "state"),
    [
        (100, 90, InitiativeState.ON_TRACK),  # on the line to the account
        (101, 90, InitiativeState.BEHIND),
        (99, 90, InitiativeState.ON_TRACK),
        (190, 0, InitiativeState.ON_TRACK),
        (191, 0, InitiativeState.BEHIND),
        (11, 180, InitiativeState.BEHIND),
        (10, 180, InitiativeState.REACHED),
        (9, 90, InitiativeState.REACHED),
        (11, 181, InitiativeState.PAST_DUE),
        (10, 181, InitiativeState.REACHED),
    ],
)
def test_on_track_is_at_the_straight_line_or_ahead_of_it(value, day, state):
    assert stands(value, BEGAN + timedelta(days=day)).state is state


@pytest.mark.parametrize(
    ("value", "state"),
    [(44, InitiativeState.BEHIND), (45, InitiativeState.ON_TRACK), (60, InitiativeState.REACHED)],
)
def test_what_is_to_become_more_is_held_to_a_line_that_rises(value, state):
    found = stands(value, BEGAN + timedelta(days=90), baseline=30, target=60)

    assert (found.wanted, found.state) == (45, state)


def test_it_is_judged_on_the_day_of_its_last_measurement():
    found = stands(100, BEGAN + timedelta(days=90), as_at=BEGAN + timedelta(days=170))

    assert found.state is InitiativeState.ON_TRACK
    assert (found.wanted, found.percent) == (100, 50)


def test_nothing_is_measured_before_its_baseline_after_the_day_or_in_another_part():
    day = BEGAN + timedelta(days=30)
    others = [
        snapshot(BEGAN - timedelta(days=1), 5),
        snapshot(day + timedelta(days=1), 5),
        snapshot(day, 5, part=PartOfEstate.DEVICES),
    ]

    found = rules.standing(initiative(), others, day)

    assert found.state is InitiativeState.NOT_MEASURED
    assert (found.measured, found.percent, found.wanted, found.saved_pounds) == (
        (),
        None,
        None,
        None,
    )


def test_what_was_stopped_is_neither_behind_nor_past_due():
    stopped = {"stopped_on": BEGAN + timedelta(days=100), "stopped_why": "Sold"}

    assert stands(190, BEGAN + timedelta(days=99), **stopped).state is InitiativeState.BEHIND
    assert stands(190, BEGAN + timedelta(days=100), **stopped).state is InitiativeState.STOPPED


@pytest.mark.parametrize(
    ("changed", "value"),
    [
        ({"counts": Counts.ALL, "name": ""}, 5012),
        ({"counts": Counts.LINE, "name": "leaver"}, 12),
        ({"counts": Counts.LINE, "name": "shared"}, None),
        ({"counts": Counts.FAULT, "name": "leaver_open"}, 12),
        ({"counts": Counts.FAULT, "name": "idle"}, 0),
        ({"counts": Counts.COST, "name": "leaver"}, None),
        ({"counts": Counts.COST, "name": "idle"}, 0),
    ],
)
def test_what_a_snapshot_says_of_it(changed, value):
    assert rules.value_of(initiative(**changed), snapshot(BEGAN, 12)) == value


def test_a_cost_is_measured_in_pence_and_saves_by_itself():
    day = BEGAN + timedelta(days=90)
    lines = (Counted("over", 40, 1_250_050), Counted("covered", 9))
    wasted = snapshot(day, 0, part=PartOfEstate.LICENCES, lines=lines, faults=())
    one = initiative(
        part=PartOfEstate.LICENCES,
        counts=Counts.COST,
        name="over",
        baseline=2_000_000,
        target=500_000,
    )

    found = rules.standing(one, [wasted], day)

    assert found.last.value == 1_250_050
    assert found.saved_pounds == Decimal("7499.50")
    assert (found.wanted, found.percent) == (1_250_000, 49)
    assert found.state is InitiativeState.BEHIND


@pytest.mark.parametrize(
    ("price", "saved"), [(None, None), (Decimal("12.50"), Decimal("1125.00")), (Decimal(0), 0)]
)
def test_a_saving_is_known_only_where_a_price_is(price, saved):
    found = stands(100, BEGAN + timedelta(days=90), each_pounds=price, priced_by="contract/M365")

    assert found.saved_pounds == saved


def test_what_became_worse_saves_less_than_nothing():
    found = stands(200, BEGAN, each_pounds=Decimal(10), priced_by="contract/M365")

    assert (found.saved_pounds, found.percent) == (Decimal(-100), -6)


def test_nothing_short_of_the_target_reads_a_hundred():
    assert stands(11, DUE).percent == 99
    assert stands(10, DUE).percent == 100


@given(
    baseline=st.integers(0, 500),
    target=st.integers(0, 500),
    days=st.integers(1, 400),
    gone=st.integers(-5, 500),
    value=st.integers(0, 600),
)
def test_on_track_says_what_fractions_say(baseline, target, days, gone, value):
    if baseline == target:
        return
    one = initiative(
        baseline=baseline, target=target, due=BEGAN + timedelta(days=days), counts=Counts.LINE
    )
    wanted = rules.wanted_on(one, BEGAN + timedelta(days=gone))
    share = Fraction(min(max(gone, 0), days), days)
    line = baseline + (target - baseline) * share

    assert (value <= wanted) == (value <= line) if target < baseline else True
    assert (value >= wanted) == (value >= line) if target > baseline else True


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"title": " "}, "title"),
        ({"owner": ""}, "owner"),
        ({"due": BEGAN}, "due"),
        ({"target": 190}, "target"),
        ({"target": -1}, "target"),
        ({"name": "held"}, "name"),
        ({"name": ""}, "name"),
        ({"counts": Counts.ALL}, "name"),
        ({"counts": Counts.FAULT}, "name"),
        ({"each_pounds": Decimal(0), "priced_by": "x"}, "each_pounds"),
        ({"each_pounds": Decimal(9)}, "priced_by"),
        ({"each_pounds": Decimal(9), "priced_by": "x", "counts": Counts.COST}, "each_pounds"),
        ({"each_pounds": Decimal(9), "priced_by": "x", "target": 300}, "each_pounds"),
    ],
)
def test_what_is_no_initiative_is_refused_by_its_field(changed, place):
    assert [one.place for one in refusals_of(initiative(**changed))] == [place]


def test_a_whole_one_is_taken():
    one = initiative(each_pounds=Decimal("3.10"), priced_by="contract/M365")

    assert not [*refusals_of(one), *refusals_on(one, BEGAN)]


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"baseline_on": BEGAN + timedelta(days=1)}, "baseline_on"),
        ({"stopped_on": BEGAN + timedelta(days=1), "stopped_why": "x"}, "stopped_on"),
        ({"stopped_on": BEGAN}, "stopped_why"),
    ],
)
def test_days_to_come_are_refused(changed, place):
    assert [one.place for one in refusals_on(initiative(**changed), BEGAN)] == [place]


def test_attention_names_what_lags_what_is_past_due_and_what_nobody_measured():
    half = BEGAN + timedelta(days=90)
    found = [
        stands(100, half),
        stands(101, half),
        stands(101, half, as_at=DUE + timedelta(days=1)),
        rules.standing(initiative(), [], half),
        stands(101, half, stopped_on=half, stopped_why="Sold"),
        stands(10, half),
    ]

    told = [
        (one.gravity, one.since, one.why) for one in rules.initiatives_attention(found, GRAVITY)
    ]

    assert told == [
        (
            Gravity.CONCERN,
            half,
            "Behind the straight line to its target: 49% of the way by 30 June 2026",
        ),
        (
            Gravity.SERIOUS,
            DUE,
            "Due on 28 September 2026 and not reached: 49% of the way by 30 June 2026",
        ),
        (Gravity.NOTE, BEGAN, "No snapshot since 1 April 2026 measures it"),
    ]
    item = next(iter(rules.initiatives_attention([replace(found[1])], GRAVITY)))
    assert (item.reference, item.owner, item.due) == ("initiative/ACC-1", "Head of IT", DUE)
