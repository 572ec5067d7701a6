"""Costs of IT, pure: sums that close, units, two years told apart, files read, the picture."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.cost_facts import areas, driver, pools, steps
from scrutable.documents.charts.facts import ShareBar, ShareBars
from scrutable.documents.charts.sharing import draw_shares
from scrutable.documents.charts.svg import svg
from scrutable.money import facts
from scrutable.money.intake.costs import read_costs
from scrutable.money.rules import costs as rules
from scrutable.records.rules import refusals_of

LOAD = facts.CostLoad(year=2025, rows=1, pence=1, source=facts.CostSource.FILE, version=7)
POOLS = ("MGMT", "DESK", "DEVICES")
TARGETS = {
    "MGMT": ("DESK", "DEVICES", "CARE", "TRUST"),
    "DESK": ("DEVICES", "CARE", "HIGHWAYS", "TRUST"),
    "DEVICES": ("CARE", "HIGHWAYS", "TRUST"),
}


def run_of(put, drivers, year=2025):
    return rules.allocation_run(LOAD, put, steps(year), drivers, POOLS)


@st.composite
def years(draw):
    weights = st.integers(0, 9)
    made = {
        code: driver(code, **{to: draw(weights) for to in TARGETS[pool]})
        for pool, code in zip(POOLS, ("EFFORT", "CONTACTS", "DEVICES-HELD"), strict=True)
    }
    places = st.sampled_from([*POOLS, "CARE", "HIGHWAYS"])
    return draw(st.dictionaries(places, st.integers(-(10**9), 10**9))), made


@given(years(), years())
def test_what_moved_between_two_years_adds_up_area_by_area(first, second):
    before, after = run_of(*first), run_of(*second)
    last, this = (rules.ordered(steps(), made) for _, made in (first, second))

    middle = rules.between(after, last, this, POOLS)
    found = rules.compared(before, middle, after, {}, pools())

    assert sum(one.before for one in found.everything) == before.put_in
    assert sum(one.after for one in found.everything) == after.put_in
    assert sum(one.by_drivers for one in found.everything) == 0
    for one in found.everything:
        assert one.before + one.by_costs + one.by_drivers == one.after


@given(years())
def test_pools_and_areas_close_in_both_directions(year):
    run = run_of(*year)
    found = rules.pool_costs(run, pools())
    came = rules.area_costs(
        run, {one.code: one for one in areas()}, {one.code: one for one in pools()}
    )

    assert run.is_closed
    for one in found:
        assert one.held == one.to_areas + one.to_pools + one.stays
    assert sum(one.came for one in found) == sum(one.to_pools for one in found)
    for one in came:
        assert sum(one.towers.values()) == one.pence
    assert rules.cost_of_pools(run, ()) == run.put_in
    assert rules.cost_of_pools(run, POOLS) == sum(one.pence for one in run.put if one.area in POOLS)


@given(years())
def test_the_same_inputs_give_the_same_run(year):
    assert run_of(*year) == run_of(*year)


@pytest.mark.parametrize(
    ("of", "place", "fault"),
    [
        (driver("X"), "weights", "No weight is declared"),
        (driver("X", CARE=-1), "weights", "The weight of CARE is below nought"),
        (driver("X", 1999, CARE=1), "year", "1999 is no financial year"),
        (facts.LineToPool(line="L"), "why", "It names no pool and says not why"),
        (facts.CostPool(code="P", title="P", tower=" "), "tower", "The tower is missing"),
    ],
)
def test_what_cannot_be_said_is_refused(of, place, fault):
    assert [(one.place, one.fault) for one in refusals_of(of)] == [(place, fault)]


@pytest.mark.parametrize(
    ("said", "pence"),
    [("1,234.50", 123_450), ("£5", 500), ("(2.50)", -250), ("-0.01", -1), ("0", 0)],
)
def test_sums_are_read_to_the_penny(said, pence):
    found = read_costs(
        f'Pool,Pounds\nDESK,"{said}"\n'.encode(), "c.csv", year=2025, places={"DESK": "Desk"}
    )

    assert [one.pence for one in found.lines] == [pence]
    assert found.errors == ()


@pytest.mark.parametrize("said", ["", "many", "1.234", "NaN", "1e5", "99999999999999"])
def test_what_is_no_sum_is_a_fault_and_never_nought(said):
    found = read_costs(
        f'Pool,Pounds\nDESK,"{said}"\n'.encode(), "c.csv", year=2025, places={"DESK": "Desk"}
    )

    assert found.lines == ()
    assert [one.place for one in found.errors] == ["line 2, column B"]


def test_pence_may_stand_in_their_own_column_and_pools_go_by_title():
    found = read_costs(
        b"Cost pool,Pence\nservice  DESK,250\n", "c.csv", year=2025, places={"D": "Service desk"}
    )

    assert [(one.place, one.pence) for one in found.lines] == [("D", 250)]


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"Pool,Pounds\n", b"\xff\xfe\x00"])
def test_a_file_that_says_nothing_is_refused(content):
    assert read_costs(content, "c.csv", year=2025, places={}).errors


def test_parts_of_a_bar_stay_inside_the_picture_and_are_numbered():
    chart = ShareBars(
        "Which towers?", "So much.", ("Workplace", "Support"),
        (
            ShareBar("Adult care and all its wellbeing services", (Decimal(3), Decimal(4)), "£7"),
            ShareBar("Roads", (Decimal(0), Decimal(0)), "£0"),
        ),
    )  # fmt: skip

    drawn = draw_shares(chart)

    assert [float(bar.x) + float(bar.width) <= 480 for bar in drawn.bars] == [True, True]
    assert {"1", "2", "£7", "£0"} <= {label.text for label in drawn.labels}
    assert "1 Workplace" in svg(chart)


def test_a_part_below_nought_has_no_picture():
    with pytest.raises(ValueError, match="below nought"):
        ShareBar("a", (Decimal(-1),), "-£1")
    with pytest.raises(ValueError, match="an amount for each part"):
        ShareBars("t", "d", ("a", "b"), (ShareBar("x", (Decimal(1),), "£1"),))
