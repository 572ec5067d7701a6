"""What is known now that was not known when the last report was frozen."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from factories.contract_facts import kpi, level, mitigation
from factories.judged_months import APRIL, performance
from scrutable.contracts.rules.changing import changes
from scrutable.kernel.periods import Month, Span

CODE = "CSC_KPI_04"
JULY, SEPTEMBER = date(2026, 7, 20), date(2026, 10, 12)


def known(said, number, *definitions, as_at=JULY):
    return performance({CODE: said}, *definitions, known=number, as_at=as_at)


def test_a_misprint_put_right_is_restated_with_both_values():
    found = changes(known("53.0 4", 5), known("35.0 4", 9))

    (restated,) = found.restated
    assert found.since == 5
    assert restated.before.result.value == Decimal("53.0")
    assert restated.after.result.value == Decimal("35.0")
    assert found.arrived == ()


def test_a_late_result_has_arrived_and_is_not_restated():
    found = changes(known("4 -", 5), known("4 6", 9))

    assert [entry.month for entry in found.arrived] == [APRIL.plus(1)]
    assert found.restated == ()


def test_a_value_in_place_of_a_reason_is_restated_and_the_other_way_round():
    given = changes(known("not_measured", 5), known("4", 9))
    taken = changes(known("4", 5), known("not_measured", 9))
    other = changes(known("not_measured", 5), known("no_activity", 9))

    assert [len(found.restated) for found in (given, taken, other)] == [1, 1, 1]


def test_what_reads_the_same_is_not_restated():
    found = changes(known("4.04 no_activity", 5), known("4.0 no_activity", 9))

    assert found.restated == ()


def test_months_after_the_last_report_are_no_change():
    found = changes(known("4", 5), known("4 9 9", 9))

    assert (found.restated, found.arrived) == ((), ())


def test_new_renewed_and_lapsed_mitigations():
    running = mitigation(number=1, span=Span(APRIL, Month(2026, 8)))
    renewed = replace(running, span=Span(APRIL, Month(2027, 3)))
    ending = mitigation(number=2, span=Span(APRIL, Month(2026, 9)))
    withdrawn = mitigation(number=10)
    came_and_went = mitigation(number=11, span=Span(Month(2026, 8), Month(2026, 9)))
    ahead = mitigation(number=12, span=Span(Month(2026, 11), Month(2026, 12)))

    found = changes(
        known("9", 5),
        known("9", 9, as_at=SEPTEMBER),
        mitigations_then=[running, ending, withdrawn],
        mitigations_now=[
            renewed,
            ending,
            replace(withdrawn, withdrawn_on=date(2026, 9, 3)),
            came_and_went,
            ahead,
        ],
    )

    assert [item.number for item in found.new_mitigations] == [11, 12]
    assert [item.number for item in found.lapsed_mitigations] == [2, 10, 11]
    assert [item.number for item in found.renewed_mitigations] == [1]


def test_a_mitigation_that_lapsed_before_the_last_report_is_not_told_again():
    old = mitigation(number=1, span=Span(APRIL, Month(2026, 5)))

    found = changes(
        known("9", 5), known("9", 9, as_at=SEPTEMBER), mitigations_then=[old], mitigations_now=[old]
    )

    assert found.lapsed_mitigations == ()


def test_a_new_target_redefines_and_a_new_event_number_does_not():
    same = kpi(version=8, levels=(replace(level(5, 8), version=8),))
    other = kpi(levels=(level(4, 8),))

    assert changes(known("4", 5, kpi()), known("4", 9, same)).redefined == ()
    assert changes(known("4", 5, kpi()), known("4", 9, other)).redefined == (CODE,)


def test_a_kpi_that_is_new_has_nothing_to_be_compared_with():
    both = performance({CODE: "4", "NEW_KPI_01": "9"}, kpi(), kpi(code="NEW_KPI_01"))

    found = changes(known("4", 5), both)

    assert (found.restated, found.arrived, found.redefined) == ((), (), ())
