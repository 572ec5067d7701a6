"""Runs of misses: what lengthens one, what ends it, what is passed over."""

import pytest
from hypothesis import given

from factories.contract_facts import kpi, mitigation
from factories.judged_months import APRIL, histories, judged
from scrutable.contracts.facts import Status
from scrutable.contracts.rules.runs import run_ending
from scrutable.kernel.periods import Span


@pytest.mark.parametrize(
    ("said", "length", "first", "last", "worst"),
    [
        ("9 9 9", 3, 0, 2, Status.BELOW_MINIMUM),
        ("4 6 6", 2, 1, 2, Status.BELOW_TARGET),
        ("6 9 6", 3, 0, 2, Status.BELOW_MINIMUM),
        ("6 no_activity 6", 2, 0, 2, Status.BELOW_TARGET),
        ("6 suspended not_measured - 6", 2, 0, 4, Status.BELOW_TARGET),
        ("6 6 no_activity", 2, 0, 1, Status.BELOW_TARGET),  # still stands in the run
        ("6 4 6", 1, 2, 2, Status.BELOW_TARGET),
    ],
)
def test_a_run(said, length, first, last, worst):
    run = run_ending(judged(said))

    assert (run.code, run.length, run.worst) == ("CSC_KPI_04", length, worst)
    assert (run.first, run.last) == (APRIL.plus(first), APRIL.plus(last))


@pytest.mark.parametrize("said", ["4", "9 9 4", "no_activity", "9 4 no_activity", "-"])
def test_no_run(said):
    assert run_ending(judged(said)) is None


def test_no_months_no_run():
    assert run_ending([]) is None


def test_mitigation_does_not_break_a_run():
    agreed = mitigation(number=1, span=Span(APRIL, APRIL.plus(11)))

    assert run_ending(judged("9 9", mitigations=[agreed])).length == 2


def test_a_discontinued_kpi_has_no_run():
    assert run_ending(judged("9 9 -", kpi(discontinued_from=APRIL.plus(2)))) is None


@given(said=histories)
def test_a_met_month_always_ends_the_run_and_a_miss_always_lengthens_it(said):
    run = run_ending(judged(said))

    assert run_ending(judged(f"{said} 5.0")) is None
    assert run_ending(judged(f"{said} 5.1")).length == (run.length if run else 0) + 1


@given(said=histories)
def test_a_month_without_a_judgement_changes_no_run(said):
    assert run_ending(judged(f"{said} no_activity")) == run_ending(judged(said))
