"""How much hangs on each supplier: value spread over months, projects and critical services."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.dependence_facts import (
    CLEARWATER,
    CSS,
    FENBRIDGE,
    HOST,
    NAMES,
    NORLAND,
    RUNNING,
    WAN,
    contract,
    day,
    dependence,
    extension,
    held,
)
from scrutable.kernel.attention import Gravity
from scrutable.portfolio.facts import DependenceLimits
from scrutable.portfolio.presenters.charts import PageChart
from scrutable.portfolio.presenters.dependence import pages
from scrutable.portfolio.presenters.dependence.holdings import contracts_table
from scrutable.portfolio.presenters.dependence.pictures import charts, shown_suppliers
from scrutable.portfolio.presenters.dependence.saying import figures, summary, title
from scrutable.portfolio.presenters.dependence.tables import (
    idle,
    over_time_table,
    supplier_table,
    work_table,
)
from scrutable.portfolio.rules import dependence as rules
from scrutable.portfolio.rules.attending.dependence import dependence_attention, rise
from scrutable.registers.facts import Role

TODAY = day("2026-10-12")
LIMITS = DependenceLimits(
    value_percent=Decimal(50),
    priority_percent=Decimal(50),
    critical_percent=Decimal(50),
    rise_points=Decimal(10),
    fewest_projects=4,
    gravity="concern",
    owner="The council",
)


@pytest.mark.parametrize(
    ("of", "as_at", "yearly"),
    [
        (contract(pounds=600, span="2021-04-01 2026-03-31"), "2022-01-01", "120"),
        (contract(pounds=600, span="2021-04-15 2021-04-20"), "2022-01-01", "7200"),
        (contract(pounds=1, span="2021-04-01 2021-10-31"), "2022-01-01", "2"),
        (contract(pounds=0), "2022-01-01", "0"),
        (contract(pounds=None), "2022-01-01", None),
        (CSS, "2025-05-31", "13680000"),  # the extension is not taken up yet
        (CSS, "2025-06-01", "9771429"),
    ],
)
def test_a_value_is_spread_over_the_months_that_the_contract_runs(of, as_at, yearly):
    assert rules.yearly_value(of, day(as_at)) == (None if yearly is None else Decimal(yearly))


@pytest.mark.parametrize(
    ("on", "is_in_force"),
    [
        ("2021-03-31", False),
        ("2021-04-01", True),
        ("2026-03-31", True),
        ("2026-04-01", True),
        ("2028-03-31", True),
        ("2028-04-01", False),
    ],
)
def test_a_contract_is_in_force_from_its_first_day_to_its_last(on, is_in_force):
    assert rules.in_force(CSS, day(on), TODAY) is is_in_force
    assert not rules.in_force(CSS, day("2026-04-01"), day("2025-05-31"))


def test_what_each_supplier_carries_is_counted_out_by_hand():
    now = dependence().now

    assert [(one.name, one.yearly, one.share) for one in now.shares] == [
        ("Norland Services", Decimal(9771429), Decimal("88.7")),
        ("Fenbridge Networks", Decimal(1240000), Decimal("11.3")),
        ("Clearwater Cloud", None, None),
    ]
    assert [(one.projects, one.priority, one.critical) for one in now.shares] == [
        (3, 2, 3),
        (2, 2, 1),
        (0, 0, 1),
    ]
    assert (now.projects, now.priority, now.supplied, now.critical) == (5, 4, 3, 5)
    assert (now.contracts, now.unvalued, now.yearly) == (3, 1, Decimal(11011429))
    assert now.prime == Decimal(9771429)
    assert [one.unvalued for one in now.shares] == [0, 0, 1]
    assert [one.version for one in now.shares] == [15, 13, 9]
    assert now.version == 15


def test_a_year_before_counts_what_was_in_force_then_and_says_what_was_not_recorded():
    before = dependence().before

    assert before.on == date(2025, 10, 12)
    assert before.projects is None
    assert before.priority is None
    assert before.of(FENBRIDGE.reference).share == Decimal("11.3")
    assert dependence("2026-09-30").before.of(FENBRIDGE.reference) is None
    assert dependence("2026-09-30").before.of(NORLAND.reference).share == Decimal("100.0")


def test_of_nothing_stated_there_is_no_share():
    found = dependence(contracts=(HOST,)).now

    assert found.of(CLEARWATER.reference).share is None
    assert found.of(CLEARWATER.reference).yearly is None
    assert found.yearly == 0


def test_a_supplier_with_projects_alone_is_there_without_a_share():
    found = dependence(contracts=(WAN,), running=(held("1", NORLAND),)).now

    assert found.of(NORLAND.reference).share is None
    assert found.of(NORLAND.reference).projects == 1
    assert found.of(FENBRIDGE.reference).share == Decimal("100.0")


@pytest.mark.parametrize(
    ("amounts", "shares"),
    [
        ((1, 1, 1), ("33.4", "33.3", "33.3")),
        ((2, 1), ("66.7", "33.3")),
        ((0, 0), ("0", "0")),
        ((5,), ("100.0",)),
        ((), ()),
        ((999, 1), ("99.9", "0.1")),
        ((9999, 1), ("100.0", "0.0")),
    ],
)
def test_shares_are_rounded_so_that_they_come_to_a_hundred(amounts, shares):
    found = rules.percentages([Decimal(amount) for amount in amounts])

    assert found == [Decimal(share) for share in shares]


@given(st.lists(st.decimals(0, 10**9, places=2), min_size=1, max_size=40))
def test_shares_come_to_a_hundred_and_are_less_than_a_step_off(amounts):
    found = rules.percentages(amounts)

    total = sum(amounts)
    if not total:
        assert set(found) == {Decimal(0)}
        return
    assert sum(found) == 100
    for amount, share in zip(amounts, found, strict=True):
        assert abs(share - amount * 100 / total) < Decimal("0.1")
        assert amount or not share


@given(
    st.lists(
        st.tuples(
            st.sampled_from([NORLAND, FENBRIDGE, CLEARWATER]),
            st.none() | st.integers(0, 10**8),
            st.integers(2015, 2030),
            st.integers(0, 9),
            st.sampled_from(Role),
        ),
        max_size=8,
    ),
    st.lists(st.sets(st.sampled_from([NORLAND, FENBRIDGE, CLEARWATER])), max_size=8),
)
def test_whatever_is_recorded_adds_up(agreed, firms):
    contracts = [
        contract(f"C{at}", firm, pounds, f"{year}-04-01 {year + years}-03-31", role=role)
        for at, (firm, pounds, year, years, role) in enumerate(agreed)
        if years
    ]
    running = [held(str(at), *those, place=bool(at % 2)) for at, those in enumerate(firms)]
    found = rules.dependence_on(TODAY, rules.agreed(contracts, TODAY), running, NAMES)

    shares = [one.share for one in found.shares if one.share is not None]
    assert sum(shares) in ((0, 100) if found.yearly else (0,))
    assert bool(shares) is bool(found.yearly)
    assert sum(one.yearly or 0 for one in found.shares) == found.yearly
    assert sum(len(one.contracts) for one in found.shares) == found.contracts
    assert sum(one.unvalued for one in found.shares) == found.unvalued
    assert sum(one.critical for one in found.shares) == found.critical
    assert found.prime <= found.yearly
    assert found.supplied <= found.priority <= found.projects == len(running)
    for one in found.shares:
        assert one.priority <= one.projects <= found.projects
        assert one.priority <= found.supplied
    assert sum(one.projects for one in found.shares) == sum(len(those) for those in firms)


@pytest.mark.parametrize(
    ("first", "as_at", "days"),
    [
        ("2026-10-12", "2026-10-12", ["2026-10-12"]),
        ("2026-05-01", "2026-10-12", ["2026-06-30", "2026-09-30", "2026-10-12"]),
        ("2026-05-01", "2026-09-30", ["2026-06-30", "2026-09-30"]),
        (
            "2021-04-01",
            "2026-10-12",
            ["2022-03-31", "2023-03-31", "2024-03-31", "2025-03-31", "2026-03-31", "2026-10-12"],
        ),
        ("2030-01-01", "2026-10-12", ["2026-10-12"]),
    ],
)
def test_time_is_cut_into_quarters_or_after_three_years_into_financial_years(first, as_at, days):
    assert rules.points(day(first), day(as_at)) == [day(one) for one in days]


def test_at_most_twenty_points_are_shown():
    found = rules.points(day("1990-04-01"), TODAY)

    assert len(found) == 20
    assert found[0] == date(2008, 3, 31)
    assert found[-1] == TODAY


def test_the_year_before_a_leap_day_is_the_28th():
    assert rules.year_before(date(2024, 2, 29)) == date(2023, 2, 28)
    assert rules.year_before(date(2026, 10, 12)) == date(2025, 10, 12)


def attending(found, **limits):
    return list(dependence_attention(found, replace(LIMITS, **limits)))


def test_a_supplier_that_so_much_hangs_on_is_named_with_the_day_since_when():
    found = attending(dependence())

    assert [one.what for one in found] == [
        "Dependence on Norland Services",
        "Dependence on Fenbridge Networks",
    ]
    assert found[0].why == (
        "It carries 88.7% of the yearly contract value, 2 of 4 projects on the priority list "
        "and 3 of 5 critical services"
    )
    assert found[0].since == date(2022, 3, 31)
    assert (found[0].gravity, found[0].owner) == (Gravity.CONCERN, "The council")
    assert found[0].version == 15


@pytest.mark.parametrize(
    ("limits", "named"),
    [
        ({"priority_percent": Decimal(51)}, ["Norland Services"]),
        ({"fewest_projects": 5}, ["Norland Services"]),
        (
            {
                "value_percent": Decimal("88.8"),
                "priority_percent": Decimal(51),
                "critical_percent": Decimal(61),
            },
            [],
        ),
        (
            {
                "value_percent": Decimal("88.7"),
                "priority_percent": Decimal(51),
                "critical_percent": Decimal(61),
            },
            ["Norland Services"],
        ),
        (
            {
                "value_percent": Decimal(90),
                "priority_percent": Decimal(51),
                "critical_percent": Decimal(60),
            },
            ["Norland Services"],
        ),
    ],
)
def test_a_limit_is_reached_at_its_number_and_not_below(limits, named):
    found = attending(dependence(), **limits)

    assert [one.what.removeprefix("Dependence on ") for one in found] == named


def test_a_share_that_rose_within_a_year_is_named():
    found = dependence("2026-09-30")
    quiet = {
        "value_percent": Decimal(101),
        "priority_percent": Decimal(101),
        "critical_percent": Decimal(101),
    }

    assert rise(found, FENBRIDGE.reference) == Decimal("11.3")
    assert rise(found, NORLAND.reference) == Decimal("-11.3")
    assert rise(found, CLEARWATER.reference) is None
    named = attending(found, **quiet)
    assert [one.why for one in named] == [
        "It carries a share of value that rose by 11.3 percentage points within a year"
    ]
    assert named[0].since == day("2026-09-30")
    assert attending(found, **quiet, rise_points=Decimal("11.4")) == []


def test_nobody_is_named_where_nothing_is_recorded():
    assert attending(dependence(contracts=(), running=())) == []


def test_the_page_says_the_finding_and_what_it_was_a_year_before():
    found = dependence("2026-09-30")

    assert title(found) == "Norland Services carries 88.7% of the yearly contract value"
    assert summary(found) == (
        "On 30 September 2026 Norland Services carries 88.7% of the yearly contract value, "
        "2 of 4 priority projects and 3 of 5 critical services. A year before, on 30 September "
        "2025, it carried 100.0% of the yearly contract value and 3 of 4 critical services."
    )
    shown = {one.label: (one.value, one.comparison) for one in figures(found)}
    assert shown["Largest share of value"] == ("88.7%", "11.3 percentage points less")
    assert shown["With prime suppliers"] == ("88.7%", "100.0% a year before")
    assert shown["Critical services with Norland Services"] == ("3 of 5", "")
    assert shown["Contracts without a value"][0] == "1 of 3"


def test_a_page_without_contracts_claims_nothing():
    found = dependence(contracts=(), running=())

    assert (title(found), summary(found), figures(found), charts(found)) == (
        "No supplier has a contract in force",
        "",
        (),
        (),
    )
    assert supplier_table(found, []).rows == ()


def test_suppliers_that_carry_something_are_listed_and_the_others_named():
    other = replace(NORLAND, reference="supplier/idle", name="Idle")
    recorded = [other, NORLAND, FENBRIDGE, CLEARWATER]
    table = supplier_table(dependence(), recorded)

    assert idle(dependence(), recorded) == (("Idle", "/suppliers/idle/"),)

    assert [row[0].text for row in table.rows] == [
        "Norland Services",
        "Fenbridge Networks",
        "Clearwater Cloud",
    ]
    assert [cell.text for cell in table.rows[0]] == [
        "Norland Services",
        "Prime",
        "1",
        "£9,771,429",
        "88.7%",
        "As a year before",
        "3",
        "2",
        "3",
        "31 March 2028",
    ]
    assert [cell.text for cell in table.rows[2]][3:6] == ["Not stated", "Not stated", "Not stated"]


def test_the_pictures_say_what_their_tables_say():
    found = dependence("2026-09-30")
    drawn = charts(found)
    shown = shown_suppliers(found)

    assert [type(one) for one in drawn] == [PageChart, PageChart]
    value, work = (one.picture for one in drawn)
    assert [layer.name for layer in value.series] == ["Norland Services", "Fenbridge Networks"]
    assert [sum(layer.counts[at] for layer in value.series) for at in range(6)] == [100] * 6
    assert value.series[0].counts[-1] == 89
    assert [layer.counts for layer in work.series] == [(2, 2), (1, 1), (1, 1)]
    assert [one.name for one in shown] == ["Norland Services", "Fenbridge Networks"]
    over_time = over_time_table(found, shown)
    assert [cell.text for cell in over_time.rows[0]] == [
        "31 March 2022", "1", "0", "£9,771,429", "100.0%", "Nothing in force", "0.0%", "100.0%",
    ]  # fmt: skip
    rows = work_table(found, found.now.shares[0]).rows
    assert [cell.text for cell in rows[0]][1:4] == ["Not recorded then"] * 3
    assert [cell.text for cell in rows[-1]][1:] == ["2", "1", "1", "3", "5"]


def test_one_supplier_has_its_own_page():
    found = dependence()

    assert pages.title(found, NORLAND) == (
        "Norland Services carries 88.7% of the yearly contract value, 2 of 4 priority projects "
        "and 3 of 5 critical services"
    )
    assert pages.title(found, replace(NORLAND, reference="supplier/idle", name="Idle")) == (
        "Idle has no contract in force"
    )
    assert pages.summary(found, CLEARWATER) == (
        "A year before, on 12 October 2025, it carried 1 contract without a stated value and "
        "1 of 5 critical services."
    )
    assert pages.own_table(found, NORLAND).rows[0][3].text == "100.0%"
    [row] = contracts_table([HOST], TODAY).rows
    assert [cell.text for cell in row] == [
        "Contract HOST",
        "Specialist supplier",
        "15 June 2024",
        "14 June 2027",
        "Not stated",
        "Not stated",
        "1",
    ]


def test_an_extension_not_taken_up_does_not_count():
    offered = contract(extensions=(extension("2028-03-31"),))

    assert rules.last_day(offered, TODAY) == date(2026, 3, 31)
    assert not rules.in_force(offered, TODAY, TODAY)


def test_projects_not_on_the_list_count_as_projects_alone():
    assert dependence(running=RUNNING[4:]).now.priority == 0
    assert dependence(running=RUNNING[4:]).now.of(NORLAND.reference).projects == 1
