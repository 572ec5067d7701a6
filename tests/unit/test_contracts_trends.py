"""Better or worse, and the last twelve months."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.contract_facts import kpi, level
from factories.judged_months import APRIL, judged
from scrutable.contracts.facts import Arrow, Direction, Kind, RuleKind
from scrutable.contracts.rules.trends import arrow, arrows, trailing, trailing_year
from scrutable.kernel.periods import Span

LOWER = kpi()
HIGHER = kpi(direction=Direction.HIGHER, levels=(level(90, 85),))
BOTH_SIDES = kpi(rule=RuleKind.TWO_SIDED, rule_numbers={"tolerance": Decimal(1)})
STARS = kpi(
    rule=RuleKind.TWO_SIDED,
    rule_numbers={"tolerance": Decimal(1), "better_is_met": Decimal(1)},
)


@pytest.mark.parametrize(
    ("definition", "before", "after", "expected"),
    [
        (LOWER, "5.0", "4.9", Arrow.BETTER),
        (LOWER, "4.9", "5.0", Arrow.WORSE),
        (HIGHER, "4.9", "5.0", Arrow.BETTER),
        (LOWER, "5.0", "5.04", Arrow.SAME),  # the same at the precision of the contract
        (LOWER, "5.0", "5.05", Arrow.WORSE),
        (LOWER, "5.0", "no_activity", Arrow.UNKNOWN),
        (LOWER, "-", "5.0", Arrow.UNKNOWN),
        (LOWER, "0", "0", Arrow.SAME),
        (BOTH_SIDES, "8.0", "4.5", Arrow.BETTER),  # nearer to the target of 5
        (BOTH_SIDES, "4.0", "2.0", Arrow.WORSE),
        (BOTH_SIDES, "4.0", "6.0", Arrow.SAME),
        (STARS, "4.0", "2.0", Arrow.BETTER),
    ],
)
def test_arrow(definition, before, after, expected):
    earlier, later = judged(f"{before} {after}", definition)

    assert arrow(earlier, later, definition) is expected


def test_nothing_before_gives_no_arrow():
    assert arrow(None, judged("4")[0], LOWER) is Arrow.UNKNOWN


def test_two_sided_without_a_target_gives_no_arrow():
    definition = replace(BOTH_SIDES, levels=())

    assert arrow(*judged("4 5", definition), definition) is Arrow.UNKNOWN


def test_arrows_of_every_month():
    assert arrows(LOWER, judged("5 4 no_activity 4 6")) == (
        Arrow.UNKNOWN, Arrow.BETTER, Arrow.UNKNOWN, Arrow.UNKNOWN, Arrow.WORSE,
    )  # fmt: skip


@given(before=st.decimals(0, 10, places=2), after=st.decimals(0, 10, places=2))
def test_the_arrow_turned_round_is_the_opposite(before, after):
    opposite = {Arrow.BETTER: Arrow.WORSE, Arrow.WORSE: Arrow.BETTER, Arrow.SAME: Arrow.SAME}
    one, other = judged(f"{before} {after}")

    assert arrow(other, one, LOWER) is opposite[arrow(one, other, LOWER)]


def test_the_last_twelve_months_include_the_last():
    entries = judged(" ".join(["4"] * 15))

    kept = trailing(entries)

    assert (kept[0].month, kept[-1].month, len(kept)) == (APRIL.plus(3), APRIL.plus(14), 12)
    assert trailing(entries, 1) == entries[-1:]
    assert trailing(()) == ()


def test_counts_add_up_over_the_year():
    incidents = kpi(kind=Kind.COUNT, unit="incidents", decimals=0, levels=(level(4, 6),))

    year = trailing_year(incidents, judged("3 no_activity 2 0", incidents))

    assert (year.value, year.basis) == (Decimal(5), "3 measured months")
    assert year.span == Span(APRIL, APRIL.plus(3))
    assert year.counts.judged == 3


def _with_parts(entries, *parts):
    return [
        replace(
            entry,
            result=replace(entry.result, numerator=Decimal(above), denominator=Decimal(below)),
        )
        for entry, (above, below) in zip(entries, parts, strict=True)
    ]


def test_percentages_are_pooled_and_never_averaged():
    entries = _with_parts(judged("10 50"), (1, 10), (50, 100))

    year = trailing_year(LOWER, entries)

    assert (year.value, year.basis) == (Decimal("46.4"), "2 measured months together")


def test_hours_are_pooled_in_their_own_unit():
    hours = kpi(kind=Kind.DURATION, unit="hours")

    assert trailing_year(hours, _with_parts(judged("2 4"), (20, 10), (4, 1))).value == Decimal(
        "2.2"
    )


def test_a_month_without_its_parts_leaves_no_pooled_value():
    year = trailing_year(LOWER, [*judged("4"), *_with_parts(judged("4"), (4, 100))])

    assert year.value is None
    assert year.basis == "not every measured month has its numerator and denominator"


def test_a_year_without_a_measurement_has_no_value():
    year = trailing_year(LOWER, judged("no_activity - suspended"))

    assert (year.value, year.basis) == (None, "no month was measured")


def test_no_months_at_all_is_a_fault():
    with pytest.raises(ValueError, match="no month to look back from"):
        trailing_year(LOWER, ())
