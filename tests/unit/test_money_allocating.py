"""Pools emptied into areas: the total to the penny, whatever the drivers."""

from decimal import Decimal
from fractions import Fraction
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutable.money.facts import Allocated, Residue, Share, Step
from scrutable.money.rules import UnorderedSteps, allocated, split, unit_cost

WEIGHTS = st.dictionaries(
    st.text("abcdef", min_size=1, max_size=2),
    st.decimals(0, 1000, places=3, allow_nan=False, allow_infinity=False),
    min_size=1,
)
PENCE = st.integers(-(10**12), 10**12)


def step(pool, driver="users", **weights):
    return Step(pool=pool, driver=driver, weights={k: Decimal(v) for k, v in weights.items()})


@pytest.mark.parametrize(
    ("pence", "weights", "expected"),
    [
        (100, {"a": 1, "b": 1, "c": 1}, {"a": 34, "b": 33, "c": 33}),
        (-100, {"a": 1, "b": 1, "c": 1}, {"a": -34, "b": -33, "c": -33}),
        (1, {"a": 1, "b": 2}, {"a": 0, "b": 1}),
        (10, {"a": 0, "b": 5}, {"b": 10}),
        (0, {"a": 1, "b": 2}, {"a": 0, "b": 0}),
    ],
)
def test_pennies_left_go_to_those_that_lost_most(pence, weights, expected):
    assert split(pence, {name: Decimal(weight) for name, weight in weights.items()}) == expected


@given(PENCE, WEIGHTS)
def test_a_split_adds_up_and_nobody_is_a_penny_out(pence, weights):
    whole = sum(map(Fraction, weights.values()))
    if not whole:
        with pytest.raises(ValueError, match="no weight"):
            split(pence, weights)
        return

    found = split(pence, weights)

    assert sum(found.values()) == pence
    for name, weight in weights.items():
        assert abs(found.get(name, 0) - Fraction(weight) * pence / whole) < 1


def test_a_weight_is_never_below_nought():
    with pytest.raises(ValueError, match="below nought"):
        split(100, {"a": Decimal(-1), "b": Decimal(2)})


def test_a_pool_may_give_to_pools_that_are_emptied_later():
    steps = [
        step("support", servers=1, network=3),
        step("servers", care=1),
        step("network", care=1, roads=1),
    ]

    found = allocated([("support", 400), ("servers", 50), ("roads", 7)], steps)

    assert found.shares == (
        Share("support", "network", 300),
        Share("support", "servers", 100),
        Share("servers", "care", 150),
        Share("network", "care", 150),
        Share("network", "roads", 150),
    )
    assert found.areas == (Allocated("care", 300), Allocated("roads", 157))
    assert found.is_closed


def test_what_no_driver_moves_is_shown_as_left():
    found = allocated([("print", 900)], [step("print", care=0, roads=0)])

    assert found.residues == (Residue("print", 900, "the driver has no weight anywhere"),)
    assert found.areas == ()
    assert found.is_closed


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ([step("a", x=1), step("a", y=1)], "Two steps empty a"),
        ([step("a", x=1), step("b", a=1)], "b gives to a"),
        ([step("a", a=1)], "a gives to a"),
    ],
)
def test_steps_out_of_order_are_refused(steps, said):
    with pytest.raises(UnorderedSteps, match=said):
        allocated([("a", 1)], steps)


POOLS = ("p0", "p1", "p2", "p3")


@st.composite
def worlds(draw):
    steps = []
    for at, pool in enumerate(POOLS):
        targets = st.sampled_from([*POOLS[at + 1 :], "x", "y", "z"])
        weights = draw(st.dictionaries(targets, st.integers(0, 9).map(Decimal), max_size=4))
        steps.append(Step(pool=pool, driver="d", weights=weights))
    costs = draw(st.lists(st.tuples(st.sampled_from([*POOLS, "x", "other"]), PENCE)))
    return costs, steps


@given(worlds())
def test_every_penny_is_somewhere(world):
    costs, steps = world

    found = allocated(costs, steps)

    assert found.is_closed
    assert found.put_in == sum(pence for _, pence in costs)
    assert not {one.area for one in found.areas} & set(POOLS)


def test_twenty_thousand_lines_come_to_two_hundred_areas_within_a_second():
    areas = {f"area{n:03}": Decimal(n % 17 + 1) for n in range(200)}
    steps = [Step(pool=f"pool{n:02}", driver="users", weights=areas) for n in range(50)]
    costs = [(f"pool{n % 50:02}", 1_000_003 + n) for n in range(20_000)]

    began = perf_counter()
    found = allocated(costs, steps)
    took = perf_counter() - began

    assert found.is_closed
    assert len(found.areas) == 200
    assert took < 1


@pytest.mark.parametrize(
    ("pence", "units", "expected"),
    [(12_345, "10", "12.35"), (12_355, "10", "12.36"), (100, "0", None), (-100, "3", "-0.33")],
)
def test_a_unit_cost_is_to_the_penny(pence, units, expected):
    assert unit_cost(pence, Decimal(units)) == (None if expected is None else Decimal(expected))
