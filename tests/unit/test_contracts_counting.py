"""Totals add up, whatever was returned and whatever was agreed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.contract_facts import kpi, mitigation
from factories.judged_months import APRIL, histories, judged, performance
from scrutable.contracts.facts import Counts, NoValue, Status
from scrutable.contracts.rules.counting import count, count_by_month, count_by_service
from scrutable.kernel.periods import Span

ABANDONED = kpi()
ANSWERED = kpi(code="CSC_KPI_05")
PATCHED = kpi(code="IMT_KPI_14", service="IMT", discontinued_from=APRIL.plus(6))
AGREED = mitigation(number=1, span=Span(APRIL, APRIL.plus(3)))


def test_every_status_is_counted_apart_and_the_missing_too():
    counts = count(judged("4 6 9 no_activity not_measured - suspended", mitigations=[AGREED]))

    present = {status: n for status, n in counts.by_status.items() if n}
    assert present == {
        Status.MET: 1,
        Status.BELOW_TARGET: 1,
        Status.BELOW_MINIMUM: 1,
        Status.NO_ACTIVITY: 1,
        Status.NOT_MEASURED: 1,
        Status.LATE: 1,
        Status.SUSPENDED: 1,
    }
    assert counts.mitigated == {Status.BELOW_TARGET: 1, Status.BELOW_MINIMUM: 1}
    assert (counts.total, counts.judged, counts.failures_after_mitigation) == (7, 3, 0)


@pytest.mark.parametrize(
    ("status", "owed", "not_judged"),
    [
        (Status.MET, 1, 0),
        (Status.BELOW_MINIMUM, 1, 0),
        (Status.NO_TARGET, 1, 1),
        (Status.LATE, 1, 1),
        (Status.NOT_YET_DUE, 1, 1),
        (Status.NOT_MEASURED, 1, 1),
        (Status.NO_ACTIVITY, 1, 1),
        (Status.SUSPENDED, 1, 1),
        (Status.NOT_APPLICABLE, 0, 0),
        (Status.DISCONTINUED, 0, 0),
    ],
)
def test_what_was_asked_for_leaves_out_only_what_owes_nothing(status, owed, not_judged):
    counts = Counts(by_status={status: 1}, mitigated={})

    assert (counts.total, counts.owed, counts.not_judged) == (1, owed, not_judged)


def test_nobody_at_all_is_nought_of_everything():
    counts = count([])

    assert set(counts.by_status) == set(Status)
    assert counts.total == 0


def test_services_are_counted_in_the_order_of_the_definitions():
    said = {"CSC_KPI_04": "4", "CSC_KPI_05": "9", "IMT_KPI_14": "no_activity"}
    known = performance(said, ABANDONED, ANSWERED, PATCHED)

    services = count_by_service(known, APRIL)

    assert [(name, counts.total) for name, counts in services.items()] == [
        ("Customer Service Centre", 2),
        ("IMT", 1),
    ]


def add(parts):
    """Return the sum of several counts, worked out apart from the product."""
    parts = list(parts)
    return Counts(
        by_status={s: sum(part.by_status[s] for part in parts) for s in Status},
        mitigated={s: sum(part.mitigated[s] for part in parts) for s in Status if s.is_miss},
    )


@given(said=st.fixed_dictionaries(dict.fromkeys(["CSC_KPI_04", "CSC_KPI_05"], histories)))
def test_totals_add_up_by_month_by_service_and_overall(said):
    """Every KPI is in exactly one status; what is mitigated is part of the misses."""
    known = performance(said, ABANDONED, ANSWERED, PATCHED, mitigations=[AGREED])

    overall = count(known.months)
    months = count_by_month(known)

    assert add(months.values()) == overall
    assert overall.total == len(known.span) * 3
    for month, counts in months.items():
        assert counts.total == 3
        assert add(count_by_service(known, month).values()) == counts
        misses = {status for status in Status if status.is_miss}
        assert set(counts.mitigated) == misses
        assert all(counts.mitigated[s] <= counts.by_status[s] for s in misses)
        missing = sum(n for s, n in counts.by_status.items() if not s.is_judged)
        assert counts.judged + missing == counts.total
        unowed = sum(n for s, n in counts.by_status.items() if not s.is_owed)
        assert counts.judged + counts.not_judged + unowed == counts.total
        assert counts.of(Status.MET) + counts.misses == counts.judged
        assert counts.misses_mitigated + counts.failures_after_mitigation == counts.misses


@given(said=histories)
def test_a_missing_value_is_never_met_and_never_a_miss(said):
    for word, entry in zip(said.split(), judged(said), strict=True):
        if word == "-" or word in set(NoValue):
            assert not entry.status.is_judged
