"""A straight line, an honest fan, and no forecast where there is too little to go by."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.contract_facts import kpi, level
from factories.judged_months import APRIL, judged
from scrutable.contracts.facts import Direction, Kind, RuleKind, Status
from scrutable.contracts.rules.forecasting import fit, forecast
from scrutable.kernel.periods import Month

POLICY = {"fewest_months": 6, "most_months": 12, "spread": 2}
SEPTEMBER = date(2026, 9, 30)
LOWER = kpi()
HIGHER = kpi(direction=Direction.HIGHER, levels=(level(90, 85),))


def ahead(said, definition=LOWER, as_at=SEPTEMBER, policy=POLICY):
    return forecast(definition, judged(said, definition), as_at, policy)


def test_a_perfect_line_is_followed_to_the_end_of_the_year():
    found = ahead("3.0 3.2 3.4 3.6 3.8 4.0")

    assert found.month == Month(2027, 3)
    assert (found.low, found.value, found.high) == (Decimal("5.2"),) * 3
    assert found.status is Status.BELOW_TARGET
    assert found.basis == "a straight line through 6 measured months, April 2026 to September 2026"
    assert found.breach_in == Month(2027, 3)


def test_a_line_that_fits_badly_has_a_wide_fan():
    """Slope 6/35, residual variance 48/35: 5.457 in March, two standard errors of 2.694."""
    found = ahead("3 5 3 5 3 5")

    assert (found.low, found.value, found.high) == (Decimal("0.1"), Decimal("5.5"), Decimal("10.8"))


def test_the_fan_by_hand():
    """y = 1, 2, 2, 3 at x = 0..3: slope 0.6, height 1.1, residual variance 0.1."""
    line = fit([(APRIL.plus(x), Decimal(y)) for x, y in enumerate([1, 2, 2, 3])])

    assert (line.slope, line.height, line.variance) == (
        Fraction(3, 5), Fraction(11, 10), Fraction(1, 10),
    )  # fmt: skip
    assert line.at(APRIL.plus(5)) == Fraction(41, 10)
    # square: 0.1 × (1 + 1/4 + 3.5²/5) = 0.37
    assert line.spread_at(APRIL.plus(5), 1) == Decimal("0.37").sqrt()


def test_too_few_months_give_no_forecast():
    found = ahead("3 4 no_activity 3 4 5")

    assert (found.value, found.low, found.high, found.status, found.breach_in) == (None,) * 5
    assert found.basis == "5 measured months, and a forecast needs 6"


def test_a_policy_of_fewer_than_three_months_still_needs_three():
    assert ahead("4 5", policy=POLICY | {"fewest_months": 1}).value is None
    assert ahead("4 5 6", policy=POLICY | {"fewest_months": 1}).value is not None


def test_months_without_a_value_are_left_out_not_taken_for_nought():
    assert ahead("4 no_activity 4 4 suspended 4 4 4", as_at=date(2026, 11, 30)).value == Decimal(
        "4.0"
    )


def test_only_the_months_the_policy_looks_back_on_count():
    said = " ".join(["9"] * 12 + ["4"] * 12)

    assert ahead(said, as_at=date(2028, 3, 1)).value == Decimal("4.0")


def test_months_after_the_day_asked_about_do_not_count():
    known = ahead("4 4 4 4 4 4 9 9 9 9")

    assert known == ahead("4 4 4 4 4 4")


@pytest.mark.parametrize(
    ("definition", "said", "expected"),
    [
        (HIGHER, "90 92 94 96 98 100", Decimal("100.0")),
        (LOWER, "10 8 6 4 2 0", Decimal("0.0")),
        (kpi(may_exceed_hundred=True), "100 110 120 130 140 150", Decimal("210.0")),
        (kpi(kind=Kind.MONEY, unit="£"), "50 40 30 20 10 0", Decimal("0.0")),
        (kpi(kind=Kind.MONEY, unit="£"), "40 30 20 10 0 -10", Decimal("-70.0")),
        (kpi(kind=Kind.COUNT, unit="incidents", decimals=0), "5 4 3 2 1 0", Decimal(0)),
    ],
)
def test_values_stay_within_their_unit(definition, said, expected):
    assert ahead(said, definition).value == expected


def test_the_fan_of_money_goes_below_nought_only_where_money_has():
    """Slope 60/35, residual variance 4800/35: 24.571 in March, two standard errors of 26.942."""
    pounds, six = kpi(kind=Kind.MONEY, unit="£"), POLICY | {"most_months": 6}
    paid = ahead("0 20 0 20 0 20", pounds, policy=six)
    entries = judged("-1 0 20 0 20 0 20", pounds, first=Month(2026, 3))
    paid_back = forecast(pounds, entries, SEPTEMBER, six)

    assert (paid.low, paid.value, paid.high) == (Decimal("0.0"), Decimal("24.6"), Decimal("78.5"))
    assert (paid_back.low, paid_back.high) == (Decimal("-29.3"), Decimal("78.5"))


def test_the_first_month_of_the_breach_is_named():
    assert ahead("4.0 4.2 4.4 4.6 4.8 5.0").breach_in == Month(2026, 10)
    assert ahead("4.0 4.0 4.0 4.0 4.0 4.0").breach_in is None


def test_a_target_that_moves_is_a_breach_too():
    moving = kpi(levels=(level(5, 8), level(3, 8, "2026-12")))

    assert ahead("4 4 4 4 4 4", moving).breach_in == Month(2026, 12)


def test_what_misses_already_is_no_warning():
    assert ahead("4.0 4.5 5.0 5.5 6.0 6.5").breach_in is None


def test_a_kpi_that_ends_before_the_year_has_no_forecast():
    ending = kpi(discontinued_from=Month(2027, 1))

    found = ahead("3.0 3.2 3.4 3.6 3.8 4.0", ending)

    assert (found.value, found.basis) == (None, "no result is owed for March 2027")


def test_a_kpi_that_ends_before_its_breach_is_no_warning():
    ending = kpi(discontinued_from=Month(2027, 5), levels=(level(5, 8), level(1, 8, "2027-06")))

    assert ahead("4 4 4 4 4 4", ending).breach_in is None


def test_when_the_last_month_of_the_year_is_known_it_is_no_forecast():
    said = "5 " * 11 + "6.04"

    found = ahead(said, as_at=date(2027, 3, 31))

    assert (found.low, found.value, found.high) == (Decimal("6.0"),) * 3
    assert found.status is Status.BELOW_TARGET
    assert found.basis == "the value measured in March 2027"


def test_the_last_month_of_the_year_is_known_however_few_were_measured():
    found = ahead("no_activity " * 11 + "6.04", as_at=date(2027, 3, 31))

    assert (found.value, found.basis) == (Decimal("6.0"), "the value measured in March 2027")


def test_a_rule_that_looks_back_holds_the_year_end_against_the_year_before():
    havering = kpi(
        rule=RuleKind.LAST_YEAR,
        rule_numbers={"near_percent": Decimal(10)},
        levels=(level(5, None),),
    )
    entries = judged("8 " * 11 + "9 " + "7 " * 6, havering, first=Month(2025, 4))

    assert forecast(havering, entries, SEPTEMBER, POLICY).status is Status.BELOW_TARGET


@given(values=st.lists(st.decimals(0, 100, places=1), min_size=6, max_size=12))
def test_the_fan_holds_the_line_and_stays_in_its_unit(values):
    found = ahead(" ".join(map(str, values)), as_at=date(2027, 2, 28))

    assert 0 <= found.low <= found.value <= found.high <= 100


@given(
    points=st.dictionaries(
        st.integers(0, 30), st.decimals(-1000, 1000, places=3), min_size=3, max_size=12
    )
)
def test_the_line_is_the_one_of_least_squares(points):
    """What is left over sums to nought, weighed by the months too, and exactly so."""
    months = [(APRIL.plus(x), y) for x, y in sorted(points.items())]

    line = fit(months)

    left = [Fraction(y) - line.at(month) for month, y in months]
    assert sum(left) == 0
    assert sum(x * rest for (x, _), rest in zip(sorted(points.items()), left, strict=True)) == 0
    assert line.variance * (len(points) - 2) == sum(rest * rest for rest in left)


def test_two_points_have_no_line_with_a_spread():
    with pytest.raises(ValueError, match="a line with a spread needs three points"):
        fit([(APRIL, Decimal(1)), (APRIL.plus(1), Decimal(2))])
