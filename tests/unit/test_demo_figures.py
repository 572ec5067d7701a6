"""The invented figures: always the same, and every thread of the story in them."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.contract_facts import NORLAND
from scrutable.contracts.facts import Direction, Kind, NoValue, RuleKind, Status
from scrutable.contracts.rules.fitting import unfit_value
from scrutable.contracts.rules.judging import judge
from scrutable.contracts.rules.recomputing import mismatch
from scrutable.demo.facts import Council, Happening, SupplierRecorded
from scrutable.demo.intake import made
from scrutable.demo.intake.stories import latest_definitions, westmere_figures
from scrutable.demo.rules.calendar import arrival, verification
from scrutable.demo.rules.chance import chance, pick, wobble
from scrutable.demo.rules.figures import figures
from scrutable.kernel.periods import Month, Span

JULY, AUGUST, SEPTEMBER = Month(2026, 7), Month(2026, 8), Month(2026, 9)
STORY = Span(Month(2023, 10), SEPTEMBER)


@pytest.fixture(scope="module")
def source():
    return westmere_figures()


@pytest.fixture(scope="module")
def css(source):
    """Every figure of the large contract, by code and month."""
    return {(figure.code, month): figure for month in STORY for figure in source.of("CSS", month)}


def values(css, code, *months):
    return [css[code, month].value for month in months]


def statuses(source, css, month):
    kpis = {kpi.code: kpi for kpi in source.definitions["CSS"]}
    found = Counter()
    for (code, when), figure in css.items():
        if when == month:
            last_year = css.get((code, month.plus(-12)))
            found[
                judge(kpis[code], month, figure.value, last_year and last_year.value)
                if figure.value is not None
                else Status(figure.no_value.value)
            ] += 1
    return found


def test_chance_is_the_same_on_every_machine():
    assert chance("CSS", "CSC_KPI_04", Month(2026, 9)) == Decimal(2802679512) / 2**32
    assert [pick(6, 11, "day", "CSS", Month(2026, number)) for number in (1, 2, 3)] == [9, 6, 8]


@given(st.text(), st.integers())
def test_chance_stays_in_its_bounds(word, number):
    assert 0 <= chance(word, number) < 1
    assert -1 <= wobble(word, number) < 1
    assert 3 <= pick(3, 5, word, number) <= 5


def test_the_large_contract_has_46_kpis_over_five_services(source):
    services = Counter(kpi.service for kpi in source.definitions["CSS"])

    assert services == {
        "IMT": 15,
        "People Management": 8,
        "Finance": 8,
        "Customer Service Centre": 10,
        "Adult Care Finance": 5,
    }


def test_the_small_contracts_have_a_few(source):
    assert {code: len(kpis) for code, kpis in source.definitions.items()} == {
        "CSS": 46,
        "HOST": 5,
        "WAN": 6,
    }


def test_kpis_of_every_kind_rule_and_direction_are_there(source):
    kpis = source.definitions["CSS"]

    assert {kpi.kind for kpi in kpis} == set(Kind)
    assert {kpi.direction for kpi in kpis} == set(Direction)
    assert Counter(kpi.rule for kpi in kpis) == {
        RuleKind.LEVELS: 44,
        RuleKind.TWO_SIDED: 1,
        RuleKind.LAST_YEAR: 1,
    }
    assert [kpi.code for kpi in kpis if kpi.formula] == ["IMT_KPI_12"]


def test_every_kpi_says_why_it_matters_and_who_wrote_and_checked_it(source):
    for kpis in source.definitions.values():
        for kpi in kpis:
            assert kpi.why_it_matters, kpi.code
            assert kpi.clause, kpi.code
            assert kpi.authored_by != kpi.checked_by, kpi.code


def test_36_months_are_told_with_a_figure_for_every_kpi_that_is_due(source, css):
    months = Counter(month for _, month in css)

    assert len(months) == 36
    assert {months[month] for month in STORY if month < Month(2026, 4)} == {46}
    assert {months[month] for month in STORY if month >= Month(2026, 4)} == {45}


def test_every_figure_is_one_that_its_kpi_can_have(source):
    for contract, kpis in source.definitions.items():
        defined = {kpi.code: kpi for kpi in kpis}
        for month in made.returns_plan(Council.WESTMERE).spans[contract]:
            for figure in source.of(contract, month):
                kpi = defined[figure.code]
                parts = (figure.value, figure.numerator, figure.denominator)
                assert (figure.value is None) != (figure.no_value is None), (figure.code, month)
                assert figure.value is None or unfit_value(kpi, figure.value) is None
                assert mismatch(kpi, *parts) is None, (figure.code, month)


def test_only_the_story_makes_a_kpi_miss(source):
    """What is not told keeps to the good side of its target, so that every miss has a reason."""
    untold = replace(source, told=())
    for contract, kpis in source.definitions.items():
        plain = {kpi.code: kpi for kpi in kpis}
        for month in made.returns_plan(Council.WESTMERE).spans[contract]:
            for figure in untold.of(contract, month):
                if figure.value is not None:
                    assert judge(plain[figure.code], month, figure.value) is Status.MET, (
                        figure.code,
                        month,
                        figure.value,
                    )


def test_every_told_miss_has_the_suppliers_words(source):
    for entry in made.told(Council.WESTMERE):
        assert entry.commentary, (entry.code, entry.span)


def test_calls_abandoned_are_met_for_two_years_then_missed_and_recover(source, css):
    kpi = next(kpi for kpi in source.definitions["CSS"] if kpi.code == "CSC_KPI_04")
    judged = {m: judge(kpi, m, css["CSC_KPI_04", m].value) for m in STORY}

    assert judged[Month(2024, 5)] is Status.BELOW_TARGET
    assert {judged[m] for m in Span(Month(2024, 6), Month(2026, 5))} == {Status.MET}
    assert values(css, "CSC_KPI_04", Month(2026, 6), JULY, AUGUST, SEPTEMBER) == [
        Decimal("6.1"),
        Decimal("6.9"),
        Decimal("9.4"),
        Decimal("5.6"),
    ]
    assert judged[AUGUST] is Status.BELOW_MINIMUM
    assert "remained strong" in css["CSC_KPI_04", AUGUST].commentary


def test_assessments_lie_between_58_and_71_since_april_2025(css):
    since = [css["ACF_KPI_03", m].value for m in Span(Month(2025, 4), SEPTEMBER)]

    assert len(since) == 18
    assert Decimal(58) < min(since)
    assert max(since) < Decimal(71)
    assert css["ACF_KPI_03", Month(2025, 3)].value >= 75


def test_35_kpis_met_their_target_in_july(source, css):
    assert statuses(source, css, JULY) == {
        Status.MET: 35,
        Status.BELOW_TARGET: 6,
        Status.BELOW_MINIMUM: 1,
        Status.NOT_MEASURED: 1,
        Status.NO_ACTIVITY: 1,
        Status.SUSPENDED: 1,
    }


def test_patching_of_devices_ends_in_april_2026(source, css):
    kpi = next(kpi for kpi in source.definitions["CSS"] if kpi.code == "IMT_KPI_14")

    assert kpi.discontinued_from == Month(2026, 4)
    assert ("IMT_KPI_14", Month(2026, 3)) in css
    assert ("IMT_KPI_14", Month(2026, 4)) not in css


def test_a_month_without_priority_1_incidents_is_no_activity(css):
    figure = css["IMT_KPI_05", Month(2026, 2)]

    assert (figure.value, figure.no_value) == (None, NoValue.NO_ACTIVITY)


def test_the_formula_is_what_it_adds_up(css):
    for month in STORY:
        assert css["IMT_KPI_12", month].value == sum(
            values(css, "IMT_KPI_10", month) + values(css, "IMT_KPI_11", month)
        )


def test_the_networks_alerts_were_not_measured_once(source):
    found = [
        month
        for month in made.returns_plan(Council.WESTMERE).spans["WAN"]
        for figure in source.of("WAN", month)
        if figure.no_value is NoValue.NOT_MEASURED
    ]

    assert found == [Month(2026, 2)]


def test_hosting_has_months_in_which_a_kpi_does_not_apply(source):
    figures = [f for f in source.of("HOST", SEPTEMBER) if f.no_value is NoValue.NOT_APPLICABLE]

    assert [figure.code for figure in figures] == ["HOST_KPI_05"]


@pytest.mark.parametrize("contract", ["CSS", "HOST", "WAN"])
def test_returns_come_on_a_weekday_early_in_the_next_month(contract):
    for month in STORY:
        came = arrival(contract, month)
        assert date(came.year, came.month, 1) == month.plus(1).first_day
        assert 4 <= came.day <= 11
        assert came.weekday() < 5
        assert verification(came) > came
        assert verification(came).weekday() < 5


def test_a_value_that_no_whole_numbers_give_stops_the_story(source):
    kpi = next(kpi for kpi in source.definitions["CSS"] if kpi.code == "CSC_KPI_04")
    finest, shape = replace(kpi, decimals=6), source.shapes["CSS", "CSC_KPI_04"]
    told = replace(
        next(entry for entry in source.told if entry.code == "CSC_KPI_04"),
        span=Span(JULY, JULY),
        value=Decimal("5.123456"),
    )

    with pytest.raises(ValueError, match=r"cannot be 5\.123456 with about"):
        figures([finest], {"CSC_KPI_04": shape}, [told], JULY)


def test_only_definitions_make_a_kpi():
    recorded = Happening(
        at=datetime(2026, 4, 1, tzinfo=UTC), by="j.smith", what=SupplierRecorded(supplier=NORLAND)
    )

    assert latest_definitions([recorded]) == {}
