"""Service points and credits to the penny, from the contract's own numbers."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.contract_facts import kpi, mitigation
from factories.judged_months import APRIL, histories, performance
from scrutable.contracts.facts import (
    Band,
    Charge,
    CreditTerms,
    Relief,
    ReliefKind,
    Severity,
)
from scrutable.contracts.rules.credits import credit_sum, points_of
from scrutable.kernel.periods import Span

CODE = "CSC_KPI_04"
MAY, JUNE, JULY = APRIL.plus(1), APRIL.plus(2), APRIL.plus(3)
# lower is better: 5 met, 6 minor, 7 serious, 8 severe
KPI = kpi(
    bands=(
        Band(severity=Severity.MINOR, from_value=Decimal("5.1"), points=1),
        Band(severity=Severity.SERIOUS, from_value=Decimal("6.5"), points=2),
        Band(severity=Severity.SEVERE, from_value=Decimal("7.5"), points=3),
    )
)
OTHER = replace(KPI, code="IMT_KPI_05")
TERMS = CreditTerms(
    contract="CSS",
    effective_from=APRIL,
    percent_per_point=Decimal(1),
    cap_percent=Decimal(10),
    repeat_multiplier=2,
    points={Severity.MINOR: 11, Severity.SEVERE: 33},
)


def charge(pounds="1000000", month=APRIL):
    return Charge(contract="CSS", month=month, pounds=Decimal(pounds))


def worked(said, month, *, terms=TERMS, reliefs=(), mitigations=(), charged="1000000"):
    known = performance({CODE: said}, KPI, mitigations=mitigations)
    paid = None if charged is None else charge(charged, month)
    return credit_sum(known, month, charge=paid, terms=terms, reliefs=reliefs)


def counted(said, **how):
    """Return the points counted in each month."""
    months = [APRIL.plus(step) for step in range(len(said.split()))]
    return [worked(said, month, **how).points for month in months]


def relief(kind, first, last=None, codes=()):
    return Relief(
        contract="CSS",
        number=1,
        kind=kind,
        span=Span(first, last or first),
        codes=codes,
        reason="The council's own fault",
        granted_by="Partnership Board",
        granted_on=date(2026, 4, 1),
    )


def test_severe_then_minor_repeated_then_severe_repeated():
    """Severe 3, minor 1 × 2 = 2, severe 3 × 2 = 6: standards.md 7.2."""
    assert counted("8 6 8") == [3, 2, 6]

    (line,) = worked("8 6 8", JUNE).lines
    assert (line.severity, line.points, line.is_repeat, line.multiplier, line.counted) == (
        Severity.SEVERE, 3, True, 2, 6,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("8 5 8", [3, 0, 3]),  # a month at target resets
        ("8 no_activity 8", [3, 0, 6]),  # a month without a value is looked past
        ("8 - suspended 8", [3, 0, 0, 6]),
        ("6 6 6", [1, 2, 2]),
        ("5 5", [0, 0]),
    ],
)
def test_what_makes_a_failure_a_repeat(said, expected):
    assert counted(said) == expected


def test_a_contract_may_say_that_a_gap_resets():
    strict = replace(TERMS, gap_resets_repeat=True)

    assert counted("8 no_activity 8", terms=strict) == [3, 0, 3]


def test_relief_takes_the_points_and_makes_no_repeat():
    relieved = relief(ReliefKind.RELIEF, MAY, codes=(CODE,))

    assert counted("8 8 8", reliefs=[relieved]) == [3, 0, 6]
    assert counted("5 8 8", reliefs=[relieved]) == [0, 0, 3]
    (line,) = worked("8 8 8", MAY, reliefs=[relieved]).lines
    assert (line.points, line.multiplier, line.counted) == (3, 2, 0)
    assert line.relieved_by == "suspension/CSS/1"


def test_a_contract_may_count_a_relieved_month_for_repeats():
    terms = replace(TERMS, relieved_month_counts=True)
    relieved = relief(ReliefKind.RELIEF, MAY, codes=(CODE,))

    assert counted("5 8 8", reliefs=[relieved], terms=terms) == [0, 0, 6]


def test_relief_of_another_kpi_changes_nothing():
    assert counted("8", reliefs=[relief(ReliefKind.RELIEF, APRIL, codes=("IMT_KPI_05",))]) == [3]


def test_a_suspended_month_costs_nothing_and_shows_its_points():
    suspended = relief(ReliefKind.SUSPENSION, APRIL, MAY)

    found = worked("8 8 8", MAY, reliefs=[suspended])
    after = worked("8 8 8", JUNE, reliefs=[suspended])

    assert (found.points, found.credit_pounds) == (3, Decimal("0.00"))
    assert (found.suspended_by, found.is_capped) == ("suspension/CSS/1", False)
    assert found.uncapped_pounds == Decimal("30000.00")
    assert (after.points, after.suspended_by) == (3, "")


def test_mitigation_takes_no_points_unless_the_terms_say_so():
    agreed = mitigation(number=4)
    generous = replace(TERMS, mitigation_relieves_points=True)

    assert counted("8 8", mitigations=[agreed]) == [3, 6]
    assert counted("8 8", mitigations=[agreed], terms=generous) == [0, 0]
    (line,) = worked("8", APRIL, mitigations=[agreed], terms=generous).lines
    assert line.relieved_by == "mitigation/CSS/4"


@pytest.mark.parametrize(
    ("charged", "percent", "cap", "expected", "is_capped"),
    [
        ("100.50", "1", "10", "3.02", False),  # 3.015: half a penny rounds up
        ("100.10", "1", "10", "3.00", False),
        ("1000000", "1", "2.5", "25000.00", True),
        ("1000000", "1", "3", "30000.00", False),
        ("0", "1", "10", "0.00", False),
        ("-500", "1", "10", "0.00", False),
        ("333333.33", "0.33", "10", "3300.00", False),
    ],
)
def test_the_credit_to_the_penny(charged, percent, cap, expected, is_capped):
    terms = replace(TERMS, percent_per_point=Decimal(percent), cap_percent=Decimal(cap))

    found = worked("8", APRIL, terms=terms, charged=charged)

    assert (found.credit_pounds, found.is_capped) == (Decimal(expected), is_capped)


def test_without_the_charge_the_points_are_known_and_the_credit_is_not():
    found = worked("8", APRIL, charged=None)

    assert (found.points, found.uncapped_pounds, found.cap_pounds, found.credit_pounds) == (
        3, None, None, None,
    )  # fmt: skip


def test_without_terms_nothing_is_counted():
    found = worked("8", APRIL, terms=None)

    assert (found.lines, found.points, found.credit_pounds) == ((), 0, None)


def test_a_missing_result_is_named_and_never_taken_for_met():
    known = performance({CODE: "8", "IMT_KPI_05": "-", "FIN_KPI_01": "not_measured"},
                        KPI, OTHER, kpi(code="FIN_KPI_01"))  # fmt: skip

    found = credit_sum(known, APRIL, charge=charge(), terms=TERMS)

    assert found.not_judged == ("IMT_KPI_05",)  # FIN_KPI_01 has no bands and carries no points
    assert found.reference == "credits/CSS/2026-04"


@pytest.mark.parametrize(("points", "expected"), [(1, 1), (0, 0), (None, 11)])
def test_the_band_has_its_own_points_or_the_contracts(points, expected):
    banded = kpi(bands=(Band(severity=Severity.MINOR, from_value=Decimal(5), points=points),))

    assert points_of(banded, Severity.MINOR, TERMS) == expected
    assert points_of(banded, Severity.SERIOUS, TERMS) == 0


@given(
    said=histories,
    charged=st.decimals(0, 10**8, places=2),
    percent=st.decimals(0, 5, places=2),
    cap=st.decimals(0, 20, places=1),
)
def test_a_credit_is_never_negative_never_over_the_cap_and_its_lines_add_up(
    said, charged, percent, cap
):
    terms = replace(TERMS, percent_per_point=percent, cap_percent=cap)
    month = APRIL.plus(len(said.split()) - 1)

    found = worked(said, month, terms=terms, charged=str(charged))

    assert 0 <= found.credit_pounds <= found.cap_pounds
    assert found.credit_pounds <= found.uncapped_pounds
    assert sum(line.counted for line in found.lines) == found.points
    assert found.credit_pounds == found.credit_pounds.quantize(Decimal("0.01"))
    assert found.is_capped == (found.uncapped_pounds > found.cap_pounds)


@given(fewer=st.integers(0, 40), more=st.integers(0, 40), charged=st.decimals(0, 10**7, places=2))
def test_more_points_never_cost_less(fewer, more, charged):
    def cost(points):
        banded = replace(
            KPI, bands=(Band(severity=Severity.MINOR, from_value=Decimal(5), points=points),)
        )
        known = performance({CODE: "9"}, banded)
        return credit_sum(known, APRIL, charge=charge(str(charged)), terms=TERMS).credit_pounds

    low, high = sorted((fewer, more))

    assert cost(low) <= cost(high)
