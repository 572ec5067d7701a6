"""Values at their boundaries, and everything that may stand where there is none."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.contract_facts import contract, kpi, level, mitigation
from factories.judged_months import judged, result, results
from scrutable.contracts.facts import (
    Band,
    Direction,
    Kind,
    NoValue,
    RuleKind,
    Severity,
    Status,
)
from scrutable.contracts.rules import judging
from scrutable.kernel.periods import Month, Span

MAY = Month(2026, 5)
ABANDONED = kpi()  # lower is better, target 5, minimum 8, one decimal
ANSWERED = kpi(direction=Direction.HIGHER, levels=(level(90, 85),))
NO_MINIMUM = kpi(direction=Direction.HIGHER, levels=(level(90, None),))
INCIDENTS = kpi(kind=Kind.COUNT, unit="incidents", decimals=0, levels=(level(4, 6),))
HOURS = kpi(kind=Kind.DURATION, unit="hours", decimals=2, levels=(level("2.5", "4"),))
SPEND = kpi(
    kind=Kind.MONEY,
    unit="£",
    decimals=0,
    rule=RuleKind.TWO_SIDED,
    rule_numbers={"tolerance": Decimal(50), "limit": Decimal(100)},
    levels=(level(1000, None),),
)
STARS = kpi(
    direction=Direction.HIGHER,
    rule=RuleKind.TWO_SIDED,
    rule_numbers={"tolerance": Decimal(2), "better_is_met": Decimal(1)},
    levels=(level(90, None),),
)
HAVERING = kpi(
    direction=Direction.HIGHER,
    decimals=1,
    rule=RuleKind.LAST_YEAR,
    rule_numbers={"near_percent": Decimal(10)},
    levels=(level(75, None),),
)
HAVERING_LOWER = kpi(
    rule=RuleKind.LAST_YEAR,
    rule_numbers={"near_percent": Decimal(10)},
    levels=(level(20, None),),
)


@pytest.mark.parametrize(
    ("definition", "value", "expected"),
    [
        (ANSWERED, "90", Status.MET),
        (ANSWERED, "89.95", Status.MET),  # rounds half up to 90.0
        (ANSWERED, "89.94", Status.BELOW_TARGET),
        (ANSWERED, "84.95", Status.BELOW_TARGET),  # rounds to 85.0
        (ANSWERED, "84.94", Status.BELOW_MINIMUM),
        (ANSWERED, "0", Status.BELOW_MINIMUM),  # nought is a value
        (ABANDONED, "5", Status.MET),
        (ABANDONED, "5.04", Status.MET),
        (ABANDONED, "5.05", Status.BELOW_TARGET),  # rounds half up to 5.1
        (ABANDONED, "8.04", Status.BELOW_TARGET),
        (ABANDONED, "8.05", Status.BELOW_MINIMUM),
        (NO_MINIMUM, "90", Status.MET),
        (NO_MINIMUM, "0", Status.BELOW_TARGET),
        (INCIDENTS, "4.4", Status.MET),
        (INCIDENTS, "4.5", Status.BELOW_TARGET),
        (INCIDENTS, "7", Status.BELOW_MINIMUM),
        (HOURS, "1E+40", Status.BELOW_MINIMUM),
        (HOURS, "2.504", Status.MET),
        (HOURS, "2.505", Status.BELOW_TARGET),
        (SPEND, "950", Status.MET),
        (SPEND, "1050.49", Status.MET),
        (SPEND, "1050.5", Status.BELOW_TARGET),
        (SPEND, "949", Status.BELOW_TARGET),
        (SPEND, "900", Status.BELOW_TARGET),
        (SPEND, "899", Status.BELOW_MINIMUM),
        (SPEND, "1101", Status.BELOW_MINIMUM),
        (STARS, "99", Status.MET),
        (STARS, "88", Status.MET),
        (STARS, "87.9", Status.BELOW_TARGET),
    ],
)
def test_a_value_is_rounded_and_then_judged(definition, value, expected):
    assert judging.judge(definition, MAY, Decimal(value)) is expected


@pytest.mark.parametrize(
    ("definition", "value", "last_year", "expected"),
    [
        (HAVERING, "67.5", None, Status.MET),  # on the edge of 10% of 75
        (HAVERING, "67.4", "67.4", Status.BELOW_TARGET),  # the same as last year
        (HAVERING, "67.4", "60.0", Status.BELOW_TARGET),
        (HAVERING, "67.4", "67.5", Status.BELOW_MINIMUM),
        (HAVERING, "67.4", None, Status.BELOW_MINIMUM),
        (HAVERING, "67.4", "67.44", Status.BELOW_TARGET),  # last year is rounded too
        (HAVERING_LOWER, "22.0", None, Status.MET),
        (HAVERING_LOWER, "22.1", "22.1", Status.BELOW_TARGET),
        (HAVERING_LOWER, "22.1", "22.0", Status.BELOW_MINIMUM),
    ],
)
def test_near_the_target_or_held_against_last_year(definition, value, last_year, expected):
    before = None if last_year is None else Decimal(last_year)

    assert judging.judge(definition, MAY, Decimal(value), before) is expected


def test_without_a_level_in_force_there_is_no_target():
    later = kpi(levels=(level(5, 8, "2026-06"),))

    assert judging.judge(later, MAY, Decimal(9)) is Status.NO_TARGET
    assert judging.judge(later, Month(2026, 6), Decimal(9)) is Status.BELOW_MINIMUM


def test_a_target_may_change_by_month():
    moving = kpi(levels=(level(3, 8, "2026-05"), level(5, 8, "2026-04")))

    found = [judging.judge(moving, month, Decimal(4)) for month in (Month(2026, 4), MAY)]

    assert found == [Status.MET, Status.BELOW_TARGET]


@pytest.mark.parametrize(
    ("as_at", "expected"),
    [(date(2026, 6, 12), Status.NOT_YET_DUE), (date(2026, 6, 15), Status.LATE)],
)
def test_a_return_is_late_from_the_day_after_it_was_due(as_at, expected):
    assert judging.return_due_on(contract(), MAY) == date(2026, 6, 12)
    entry = judged("-", first=MAY, as_at=as_at)[0]

    assert entry.status is expected


def test_bank_holidays_put_the_day_off():
    assert judging.return_due_on(contract(), Month(2026, 3)) == date(2026, 4, 16)


@pytest.mark.parametrize("reason", NoValue)
def test_each_reason_for_no_value_has_its_own_status(reason):
    entry = judged(reason.value)[0]

    expected = Status.LATE if reason is NoValue.NOT_YET_DUE else Status(reason.value)
    assert entry.status is expected
    assert not entry.status.is_judged


def test_saying_not_yet_due_puts_nothing_off():
    entry = judged("not_yet_due", first=MAY, as_at=date(2026, 6, 12))[0]
    later = judged("not_yet_due", first=MAY, as_at=date(2026, 6, 13))[0]

    assert (entry.status, later.status) == (Status.NOT_YET_DUE, Status.LATE)


def test_nothing_is_owed_before_the_first_month_but_a_value_counts():
    entries = judged("- 4.0 -", kpi(first_month=Month(2026, 6)))

    assert [e.status for e in entries] == [Status.NOT_APPLICABLE, Status.MET, Status.LATE]


def test_discontinued_wins_from_its_month_on_whatever_came():
    entries = judged("4.0 9.9 -", kpi(discontinued_from=MAY))

    assert [e.status for e in entries] == [Status.MET, Status.DISCONTINUED, Status.DISCONTINUED]


def test_nothing_is_late_outside_the_contract():
    entries = judged("- -", first=Month(2021, 3))

    assert [e.status for e in entries] == [Status.NOT_APPLICABLE, Status.LATE]


def test_the_same_month_of_last_year_counts_first_and_then_its_quarter():
    monthly = {month: months[-1] for month, months in results("1 2 3", Month(2025, 4)).items()}
    quarterly = {Month(2025, 6): result(Month(2025, 6), "3")}

    assert judging.value_last_year(monthly, MAY) == 2
    assert judging.value_last_year(quarterly, MAY) == 3
    assert judging.value_last_year(quarterly, Month(2026, 7)) is None


def test_a_month_of_no_activity_last_year_gives_nothing_to_compare_with():
    nothing = {Month(2025, 5): result(Month(2025, 5), "no_activity")}

    assert judging.value_last_year(nothing, MAY) is None


PRINTED_BANDS = kpi(
    direction=Direction.HIGHER,
    decimals=1,
    levels=(level(99, 96),),
    bands=tuple(
        Band(severity=severity, from_value=Decimal(value), points=points)
        for severity, value, points in (
            (Severity.MINOR, "98.9", 1),
            (Severity.SERIOUS, "97.9", 2),
            (Severity.SEVERE, "96.9", 3),
            (Severity.BELOW_THRESHOLD, "95.9", 4),
        )
    ),
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("99", Severity.NONE),
        ("98.95", Severity.NONE),  # rounds to 99.0: no value falls between printed bands
        ("98.94", Severity.MINOR),
        ("98.0", Severity.MINOR),
        ("97.95", Severity.MINOR),
        ("97.94", Severity.SERIOUS),
        ("96.95", Severity.SERIOUS),
        ("96.9", Severity.SEVERE),
        ("95.94", Severity.BELOW_THRESHOLD),
        ("0", Severity.BELOW_THRESHOLD),
    ],
)
def test_severity_by_the_printed_bands(value, expected):
    status = judging.judge(PRINTED_BANDS, MAY, Decimal(value))

    assert judging.severity_of(PRINTED_BANDS, status, Decimal(value)) is expected


def test_severity_where_lower_is_better():
    banded = kpi(
        bands=(
            Band(severity=Severity.MINOR, from_value=Decimal("5.1"), points=1),
            Band(severity=Severity.SERIOUS, from_value=Decimal("8.1"), points=3),
        )
    )

    found = [entry.severity for entry in judged("5.0 5.1 8.0 8.05 no_activity", banded)]

    assert found == [
        Severity.NONE, Severity.MINOR, Severity.MINOR, Severity.SERIOUS, Severity.NONE,
    ]  # fmt: skip


@given(value=st.decimals(-50, 150, places=3), better=st.decimals(0, 50, places=3))
def test_a_better_value_never_has_a_worse_status(value, better):
    """Holds for levels in both directions."""
    order = [Status.BELOW_MINIMUM, Status.BELOW_TARGET, Status.MET]
    up = judging.judge(ANSWERED, MAY, value), judging.judge(ANSWERED, MAY, value + better)
    down = judging.judge(ABANDONED, MAY, value), judging.judge(ABANDONED, MAY, value - better)

    assert order.index(up[0]) <= order.index(up[1])
    assert order.index(down[0]) <= order.index(down[1])


@given(value=st.decimals(-1000, 1000, places=4), decimals=st.integers(0, 3))
def test_what_is_printed_is_what_was_judged(value, decimals):
    definition = kpi(decimals=decimals)
    exact = judging.rounded(definition, value)

    assert judging.judge(definition, MAY, exact) is judging.judge(definition, MAY, value)
    assert abs(exact - value) <= Decimal("0.5").scaleb(-decimals)


def test_a_month_carries_its_mitigation_beside_its_raw_status():

    agreed = mitigation(number=1, span=Span(Month(2026, 5), Month(2026, 6)))
    entries = judged("9.0 9.0 4.0 9.0", mitigations=[agreed])

    assert [e.status for e in entries] == [
        Status.BELOW_MINIMUM, Status.BELOW_MINIMUM, Status.MET, Status.BELOW_MINIMUM,
    ]  # fmt: skip
    assert [e.is_mitigated for e in entries] == [False, True, False, False]
    assert [e.status.is_miss and not e.is_mitigated for e in entries] == [True, False, False, True]


def test_a_withdrawn_mitigation_ends_with_the_month_before():

    agreed = mitigation(number=1, withdrawn_on=date(2026, 5, 20))
    entries = judged("9.0 9.0", mitigations=[agreed])

    assert [e.is_mitigated for e in entries] == [True, False]
