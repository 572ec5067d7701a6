"""What comes onto the list, why it stays, and what lets it go."""

import tomllib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.contract_facts import contract, kpi, level, mitigation
from factories.judged_months import APRIL, LATER, histories, judged, performance
from scrutable.contracts.facts import (
    Band,
    Charge,
    CreditTerms,
    Direction,
    Matter,
    MatterState,
    Relief,
    ReliefKind,
    Severity,
    Status,
)
from scrutable.contracts.rules.attending import Watched, attention
from scrutable.contracts.rules.credits import credit_sum
from scrutable.contracts.rules.watching import Watch, watch
from scrutable.kernel.attention import Gravity
from scrutable.kernel.periods import Month, Span
from scrutable.registers import facts as registers

SHIPPED = tomllib.loads(
    (Path(registers.__file__).parent / "definitions/policies.toml").read_text("utf-8")
)
MISSES = Watch(
    counted=frozenset({Status.BELOW_TARGET, Status.BELOW_MINIMUM}),
    entry_misses=2,
    mitigated_counts=True,
    exit="met",
    gravity=Gravity.CONCERN,
)
OCTOBER = date(2026, 10, 12)


def watched(said, *definitions, terms=None, as_at=OCTOBER, mitigations=(), **more):
    known = performance(
        {"CSC_KPI_04": said}, *definitions, as_at=as_at, mitigations=mitigations[-1:]
    )
    return Watched(
        performance=replace(known, contract=terms or known.contract),
        attention_policy=SHIPPED["attention"],
        forecast_policy=SHIPPED["forecast"],
        mitigation_versions=mitigations,
        **more,
    )


def listed(said, *definitions, **more):
    return attention(watched(said, *definitions, **more))


@pytest.mark.parametrize(
    ("said", "months"),
    [
        ("6", None),
        ("6 6", 2),
        ("6 4 6", None),
        ("4 6 no_activity 6", 2),
        ("6 6 no_activity", 2),  # no activity lets nobody out
        ("6 6 no_activity not_measured -", 2),
        ("6 6 4", None),
        ("6 6 4 6", None),
        ("6 6 4 6 9", 2),
        ("9 6 9", 3),
    ],
)
def test_in_after_two_misses_and_out_only_when_met(said, months):
    spell = watch(judged(said), MISSES)

    assert (spell and len(spell.misses)) == months


def test_a_rule_may_let_out_without_a_miss():
    assert watch(judged("6 6 no_activity"), replace(MISSES, exit="not_missed")) is None


def test_misses_under_mitigation_may_be_left_out():
    agreed = [mitigation(number=1, span=Span(APRIL, APRIL))]
    rule = replace(MISSES, mitigated_counts=False)

    assert watch(judged("9 9", mitigations=agreed), rule) is None
    assert len(watch(judged("9 9 9", mitigations=agreed), rule).misses) == 2


def test_below_minimum_counts_in_a_row_only_what_is_below_it():
    rule = replace(MISSES, counted=frozenset({Status.BELOW_MINIMUM}))

    assert watch(judged("9 6 9"), rule) is None
    assert len(watch(judged("9 9 6"), rule).misses) == 2  # a lesser miss is not met: it stays


def test_a_discontinued_kpi_leaves():
    assert watch(judged("9 9 -", kpi(discontinued_from=APRIL.plus(2))), MISSES) is None


def test_an_exit_nobody_knows_is_refused():
    table = SHIPPED["attention"]["misses"] | {"exit": "never"}

    with pytest.raises(ValueError, match="exit must be met or not_missed, not never"):
        Watch.of(table, Status.BELOW_TARGET)


@given(said=histories, entry=st.integers(1, 4))
def test_a_met_month_always_lets_it_out(said, entry):
    rule = replace(MISSES, entry_misses=entry)

    assert watch(judged(f"{said} 4.9"), rule) is None


@given(said=histories, entry=st.integers(1, 4))
def test_never_in_with_fewer_misses_than_the_entry_asks(said, entry):
    spell = watch(judged(said), replace(MISSES, entry_misses=entry))

    misses = [e for e in judged(said) if e.status.is_miss]
    assert spell is None or entry <= len(spell.misses) <= len(misses)


@given(said=histories, after=histories)
def test_the_fold_needs_no_memory_of_the_last_time(said, after):
    """The answer depends on the months after the last met one alone."""
    assert watch(judged(f"{said} 4.9 {after}"), MISSES) == watch(
        judged(after, first=APRIL.plus(len(said.split()) + 1)), MISSES
    )


def test_the_reason_is_printed_in_words():
    (item,) = listed("4 4 6 6 6 -")

    assert item.reference == "kpi/CSS/CSC_KPI_04"
    assert item.what == "CSC_KPI_04 Calls abandoned"
    assert item.why == "Missed target in June, July and August 2026; out only when a month meets it"
    assert (item.since, item.gravity) == (date(2026, 6, 1), Gravity.CONCERN)
    assert (item.owner, item.doing) == ("Norland Services", "")


def test_below_minimum_comes_in_at_once():
    (item,) = listed("4 4 4 9")

    assert item.why == "Below minimum in July 2026; out only when a month meets it"
    assert item.gravity is Gravity.SERIOUS


def test_both_reasons_make_one_item():
    (item,) = listed("4 4 6 6 9 6")

    assert item.why == (
        "Below minimum in August 2026; missed target in June, July, August and September 2026; "
        "out only when a month meets it"
    )


def test_silence_since_the_last_miss_is_said():
    (item,) = listed("4 6 6 no_activity")

    assert item.why == (
        "Missed target in May and June 2026; nothing has been judged since June 2026; "
        "out only when a month meets it"
    )


def test_a_critical_kpi_is_graver_and_a_mitigated_one_milder():
    agreed = [mitigation(number=1, span=Span(APRIL, Month(2027, 3)), fix_due=date(2027, 2, 1))]

    (critical,) = listed("9", kpi(critical=True))
    (milder,) = listed("9", mitigations=agreed)

    assert critical.gravity is Gravity.GRAVE
    assert milder.gravity is Gravity.CONCERN
    assert milder.doing == "Mitigation agreed until March 2027: Two systems talk to each other"
    assert milder.due == date(2027, 2, 1)


def matter(**said):
    plain = {
        "contract": "CSS",
        "number": 2,
        "title": "Calls are routed to the old queue",
        "owner": "Jo Smith",
        "state": MatterState.OPEN,
        "raised_on": date(2026, 6, 1),
        "due": date(2026, 11, 1),
        "codes": ("CSC_KPI_04",),
    }
    return Matter(**plain | said)


def test_what_is_being_done_is_the_open_matter_that_is_due_first():
    matters = [
        matter(number=1, due=None),
        matter(),
        matter(number=3, due=date(2026, 10, 20), state=MatterState.CLOSED),
    ]

    (item,) = listed("9", matters=matters)

    assert item.doing == "Calls are routed to the old queue (Jo Smith)"
    assert item.due == date(2026, 11, 1)


def test_a_matter_past_its_day_is_listed_until_it_is_resolved():
    late = matter(due=date(2026, 10, 2), codes=())
    resolved = replace(late, number=3, state=MatterState.RESOLVED)
    today = replace(late, number=4, due=OCTOBER)

    (item,) = listed("4", matters=[late, resolved, today])

    assert (item.reference, item.owner) == ("matter/CSS/2", "Jo Smith")
    assert item.why == "It was due on 2 October 2026, 10 days ago"


def test_the_trend_warns_before_the_breach():
    (item,) = listed("4.0 4.2 4.4 4.6 4.8 4.9")

    assert item.why == (
        "Meets its target now, but the trend (a straight line through 6 measured months, "
        "April 2026 to September 2026) crosses it in October 2026"
    )
    assert (item.gravity, item.due) == (Gravity.NOTE, date(2026, 10, 31))


def test_a_breach_far_off_is_no_warning_yet():
    assert listed("4.0 4.0 4.0 4.1 4.1 4.1") == []


RUNNING = mitigation(
    number=3, span=Span(Month(2025, 4), Month(2026, 3)), fix_due=date(2026, 3, 1), version=5
)
RENEWED = replace(RUNNING, span=Span(Month(2025, 4), Month(2026, 9)), fix_due=date(2026, 9, 1))
RENEWED_AGAIN = replace(
    RENEWED, span=Span(Month(2025, 4), Month(2026, 12)), fix_due=date(2026, 12, 1), version=9
)


def test_a_mitigation_that_runs_on_and_slips_is_noticed():
    (item,) = listed("4", mitigations=[RUNNING, RENEWED, RENEWED_AGAIN])

    assert item.reference == "mitigation/CSS/3"
    assert item.what == "Mitigation of CSC_KPI_04 Calls abandoned"
    assert item.why == (
        "It has run for 19 months since April 2025; it has been renewed twice; "
        "its long-term fix has slipped twice"
    )
    assert (item.since, item.gravity, item.version) == (date(2025, 4, 1), Gravity.SERIOUS, 9)
    assert (item.owner, item.due) == ("Contract manager", date(2026, 12, 1))
    assert item.doing == "Two systems talk to each other"


def test_mitigations_one_after_the_other_run_as_one():
    before = mitigation(number=1, span=Span(Month(2025, 4), Month(2026, 3)), fix_due=None)
    after = mitigation(number=2, span=Span(APRIL, Month(2027, 3)), fix_due=None)

    (item,) = listed("4", mitigations=[before, after])

    assert item.why == "It has run for 19 months since April 2025"


def test_a_gap_between_mitigations_starts_the_count_again():
    before = mitigation(number=1, span=Span(Month(2025, 4), Month(2026, 2)), fix_due=None)
    after = mitigation(number=2, span=Span(APRIL, Month(2027, 3)), fix_due=None)

    assert listed("4", mitigations=[before, after]) == []


@pytest.mark.parametrize(
    ("as_at", "why"),
    [
        (date(2026, 10, 31), None),
        (date(2026, 11, 1), "It lapses on 31 December 2026, in 60 days"),
        (date(2026, 12, 31), "It lapses on 31 December 2026, today"),
        (date(2027, 1, 1), None),
    ],
)
def test_a_mitigation_about_to_lapse(as_at, why):
    agreed = [mitigation(number=1, fix_due=None)]

    found = [i.why for i in listed("4", as_at=as_at, mitigations=agreed) if "mitig" in i.reference]

    assert found == ([why] if why else [])


def test_a_fix_past_its_day_is_noticed():
    agreed = [mitigation(number=1, span=Span(APRIL, Month(2027, 3)), fix_due=date(2026, 9, 1))]

    (item,) = listed("4", mitigations=agreed)

    assert item.why == "Its long-term fix was due on 1 September 2026"


def test_a_discontinued_kpi_needs_no_mitigation():
    gone = kpi(discontinued_from=Month(2026, 9))

    assert listed("4", gone, mitigations=[RUNNING, RENEWED, RENEWED_AGAIN]) == []


def test_a_return_that_has_not_come():
    (item,) = listed("4 4 4 4 -", as_at=date(2026, 9, 20))

    assert item.reference == "contract/CSS"
    assert item.what == "CSS: return for August 2026"
    assert item.why == ("Nothing has been returned: it was due on 14 September 2026, 6 days ago")
    assert (item.due, item.gravity) == (date(2026, 9, 14), Gravity.CONCERN)


def test_a_return_that_came_in_part():
    known = performance(
        {"CSC_KPI_04": "4", "CSC_KPI_05": "-"}, kpi(), kpi(code="CSC_KPI_05"), as_at=OCTOBER
    )
    asked = replace(watched("4"), performance=known)

    (item,) = attention(asked)

    assert item.why == ("1 KPI missing from the return that was due on 15 May 2026, 150 days ago")
    assert item.gravity is Gravity.SERIOUS


BANDED = kpi(bands=(Band(severity=Severity.SERIOUS, from_value=Decimal("5.1"), points=3),))
TERMS = CreditTerms(
    contract="CSS",
    effective_from=APRIL,
    percent_per_point=Decimal(1),
    cap_percent=Decimal(2),
    repeat_multiplier=2,
    points={},
    version=4,
)


def sums(said, pounds, terms=TERMS):
    charge = Charge(contract="CSS", month=APRIL, pounds=Decimal(pounds))
    return [
        credit_sum(performance({"CSC_KPI_04": said}, BANDED), APRIL, charge=charge, terms=terms)
    ]


def test_money_at_risk_is_said_with_the_kpi_and_for_the_month():
    item, month = listed("9", BANDED, credits=sums("9", "1000000"))

    assert item.why == (
        "Below minimum in April 2026; 3 service points in April 2026, £30,000 before the cap; "
        "out only when a month meets it"
    )
    assert month.reference == "credits/CSS/2026-04"
    assert month.why == "3 service points come to £20,000, as far as the cap allows"
    assert month.gravity is Gravity.SERIOUS


def test_another_kpis_points_and_a_suspended_month_put_no_money_at_risk():
    suspended = Relief(
        contract="CSS",
        number=1,
        kind=ReliefKind.SUSPENSION,
        span=Span(APRIL, APRIL),
        codes=(),
        reason="Flood",
        granted_by="Partnership Board",
        granted_on=date(2026, 4, 1),
    )
    quiet = "Below minimum in April 2026; out only when a month meets it"
    charge = Charge(contract="CSS", month=APRIL, pounds=Decimal(1000))
    known = performance({"CSC_KPI_04": "9"}, BANDED)
    nothing = credit_sum(known, APRIL, charge=charge, terms=TERMS, reliefs=[suspended])
    other = kpi(code="IMT_KPI_05")
    both = performance({"CSC_KPI_04": "9", "IMT_KPI_05": "9"}, BANDED, other, as_at=OCTOBER)

    (item,) = listed("9", BANDED, credits=[nothing])
    items = attention(replace(watched("9"), performance=both, credits=sums("9", "1000")))

    assert item.why == quiet
    assert [i.why for i in items if i.reference == other.reference] == [quiet]


@pytest.mark.parametrize(("pounds", "is_listed"), [("249999.50", False), ("250000", True)])
def test_credits_are_listed_from_the_policys_sum(pounds, is_listed):
    found = [i for i in listed("4", BANDED, credits=sums("9", pounds)) if "credits" in i.reference]

    assert bool(found) is is_listed


def test_a_credit_that_is_not_known_is_not_listed():
    assert listed("4", BANDED, credits=sums("9", "1000000", None)) == []


CLEARWATER = contract(
    code="HOST",
    title="Hosting",
    end_on=date(2027, 6, 14),
    notice_by=date(2026, 12, 14),
    extensions=(
        registers.Extension(until=date(2029, 6, 14), exercise_by=date(2027, 1, 31)),
        registers.Extension(until=date(2027, 6, 14), exercise_by=date(2026, 10, 30),
                            exercised_on=date(2026, 9, 1)),
    ),
)  # fmt: skip


def test_the_last_day_for_notice_and_for_an_extension():
    notice, option = listed("4", terms=CLEARWATER)

    assert notice.why == (
        "Notice must be given by 14 December 2026, in 63 days; the contract ends on 14 June 2027"
    )
    assert (notice.due, notice.gravity) == (date(2026, 12, 14), Gravity.CONCERN)
    assert option.why == (
        "The option to extend until 14 June 2029 must be taken up by 31 January 2027, in 111 days"
    )
    assert notice.what == "HOST Hosting"


@pytest.mark.parametrize(
    ("as_at", "names"),
    [
        (date(2026, 9, 14), []),
        (date(2026, 9, 15), ["Notice"]),
        (date(2026, 12, 14), ["Notice", "The option"]),
        (date(2026, 12, 15), ["The option"]),
        (date(2026, 12, 16), ["The contract", "The option"]),
        (date(2027, 6, 14), ["The contract"]),
        (date(2027, 6, 15), []),
    ],
)
def test_each_day_is_listed_only_in_its_time(as_at, names):
    terms = replace(CLEARWATER, extensions=CLEARWATER.extensions[:1])
    items = [i for i in listed("4", terms=terms, as_at=as_at) if i.due and i.due >= as_at]

    assert sorted(" ".join(i.why.split()[: 1 + i.why.startswith("The")]) for i in items) == names


def test_on_the_last_day_it_says_today():
    found = [i.why for i in listed("4", terms=CLEARWATER, as_at=date(2026, 12, 14))]

    assert (
        "Notice must be given by 14 December 2026, today; the contract ends on 14 June 2027"
        in found
    )


def test_gravest_first_then_oldest():
    known = performance(
        {"CSC_KPI_04": "4 6 6", "CSC_KPI_05": "4 4 9", "CSC_KPI_06": "6 6 6"},
        kpi(),
        kpi(code="CSC_KPI_05"),
        kpi(code="CSC_KPI_06"),
        as_at=date(2026, 7, 1),
    )

    items = attention(replace(watched("4"), performance=known))

    assert [item.reference[-2:] for item in items] == ["05", "06", "04"]


def test_a_policy_that_is_no_table_is_a_fault():
    broken = replace(watched("4"), attention_policy={"misses": 2})

    with pytest.raises(TypeError, match=r"attention.misses must be a table"):
        attention(broken)


def test_a_kpi_that_is_met_and_steady_needs_nobody():
    answered = kpi(direction=Direction.HIGHER, levels=(level(90, 85),))

    assert listed("95 95 95 95 95 95", answered) == []


def test_a_contract_without_months_needs_nobody():
    nothing = replace(watched("4").performance, months=())

    assert attention(replace(watched("4"), performance=nothing)) == []


def test_a_span_long_past_every_due_day_is_all_late():
    assert len(listed("- -", as_at=LATER)) == 2
