"""Savings that two projects claim are found by rule, and sums count each once."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.benefit_facts import (
    benefit,
    day,
    disbenefit,
    found,
    in_words,
    measured,
    plain,
    stand,
)
from scrutable.portfolio import facts, rules

AT = "2026-06-30"
LATER = {
    "baseline_on": day("2026-04-02"),
    "target_on": day("2027-04-01"),
    "metric": "Leases",
}


def claims(*benefits, settled=(), as_at=AT):
    return rules.double_claims(benefits, settled, day(as_at))


def settled(outcome="shares", on="2026-02-01"):
    return facts.ClaimSettled(
        first="203-1",
        second="213-2",
        on=day(on),
        outcome=facts.ClaimOutcome(outcome),
        why="Half each",
        said_by="Portfolio Board",
    )


def test_the_same_line_over_the_same_time_and_the_same_measure_are_signs():
    one = benefit()
    both = claims(one, benefit("213-2"))
    line_alone = claims(one, benefit("213-2", metric="Leases", target=Decimal(1)))
    measure_alone = claims(one, benefit("213-2", budget_line="IT-9"))

    assert [(of.same_line, of.same_measure, of.codes) for of in both] == [
        (True, True, ("203-1", "213-2"))
    ]
    assert [(of.same_line, of.same_measure) for of in line_alone] == [(True, False)]
    assert [(of.same_line, of.same_measure) for of in measure_alone] == [(False, True)]


@pytest.mark.parametrize(
    "other",
    [
        benefit("213-2", **LATER),  # the same line, once the first has come in
        benefit("213-2", budget_line="IT-9", target=Decimal(110000)),
        benefit("213-2", budget_line="IT-9", baseline=Decimal(210000)),
        benefit("213-2", budget_line="IT-9", metric="Pages printed a year"),
        benefit("203-2"),  # of the same project
        benefit("213-2", withdrawn_on=day(AT), withdrawn_reason="It is 203’s"),
        plain("213-2", budget_line="IT-4100"),  # no saving is taken from the line
        in_words("213-2"),
    ],
)
def test_what_is_no_second_claim(other):
    assert claims(benefit(), other) == ()


def test_days_that_touch_are_the_same_time_and_blanks_and_large_letters_make_no_difference():
    other = benefit("213-2", **{**LATER, "baseline_on": day("2026-04-01")})

    assert claims(benefit(), other)
    assert claims(benefit(), benefit("213-2", **{**LATER, "begins_on": day("2027-01-01")})) == ()
    assert claims(benefit(budget_line="it-4100 "), benefit("213-2", metric="Other"))[0].same_line


def test_a_claim_withdrawn_or_settled_later_stands_until_then():
    other = benefit("213-2", withdrawn_on=day("2026-07-01"), withdrawn_reason="It is 203’s")

    assert claims(benefit(), other)
    assert claims(benefit(), other, as_at="2026-07-01") == ()
    before = claims(benefit(), other, settled=[settled()], as_at="2026-01-31")
    assert before[0].settled is None
    assert claims(benefit(), other, settled=[settled()])[0].settled == settled()


def test_two_disbenefits_are_one_and_a_benefit_and_a_harm_are_not():
    harm = disbenefit("213-2", metric="Cost of printing a year")

    assert claims(benefit(measure=facts.Measure.COUNT), harm) == ()
    assert len(claims(disbenefit("203-2"), disbenefit("213-2"))) == 1


def test_a_saving_claimed_twice_counts_once_and_what_is_left_out_is_said():
    one, other = benefit(), benefit("213-2", yearly_pounds=Decimal(60000))
    seen = found(stand(one, AT), stand(other, AT))
    sums = rules.cashable_sums(seen)

    assert (sums.count, sums.promised) == (
        2,
        facts.Pounds(pounds=Decimal(80000), made_of=1, out_of=1),
    )
    assert sums.left_out == facts.Pounds(pounds=Decimal(60000), made_of=1, out_of=1)


def test_the_one_that_was_measured_stands_for_both():
    one, other = benefit(), benefit("213-2", yearly_pounds=Decimal(60000))
    said = measured(other, "2026-04-01", "150000", pounds="50000")
    seen = found(stand(one, AT), stand(other, AT, said))
    sums = rules.cashable_sums(seen)

    assert rules.counted_elsewhere(seen.standings, seen.claims) == {"203-1"}
    assert (sums.promised.pounds, sums.realised.pounds) == (Decimal(60000), Decimal(50000))


def test_of_two_alike_the_first_counts_and_a_settled_claim_counts_both():
    one, other = stand(benefit(), AT), stand(benefit("213-2"), AT)

    alike = found(one, other)
    assert rules.counted_elsewhere(alike.standings, alike.claims) == {"213-2"}
    shared = found(one, other, settled=[settled()])
    assert rules.counted_elsewhere(shared.standings, shared.claims) == frozenset()
    assert rules.cashable_sums(shared).promised.pounds == Decimal(160000)


def test_a_blank_is_in_no_sum_and_is_counted():
    one, other = benefit(), benefit("204-1", budget_line="IT-9", metric="Paper")
    said = measured(one, "2026-04-01", "160000", pounds="0")
    sums = rules.cashable_sums(found(stand(one, AT, said), stand(other, AT)))

    assert sums.realised == facts.Pounds(pounds=Decimal(0), made_of=1, out_of=2)
    assert sums.in_state(facts.BenefitState.NOT_MEASURED) == 1
    assert sums.verified == facts.Pounds(pounds=Decimal(0), made_of=0, out_of=2)


def test_what_is_withdrawn_is_in_no_sum_and_kinds_stand_apart():
    gone = benefit("204-1", withdrawn_on=day(AT), withdrawn_reason="No printers left")
    seen = found(stand(benefit(), AT), stand(gone, AT), stand(disbenefit(), AT))
    kinds = rules.sums_by_kind(seen)

    assert list(kinds) == [facts.BenefitKind.CASHABLE, facts.BenefitKind.DISBENEFIT]
    cashable = kinds[facts.BenefitKind.CASHABLE]
    assert (cashable.count, cashable.in_state(facts.BenefitState.WITHDRAWN)) == (1, 1)
    assert cashable.promised.pounds == Decimal(80000)


CLAIMANTS = st.lists(
    st.tuples(
        st.sampled_from(["IT-1", "IT-2", "IT-3"]),
        st.sampled_from(["Paper", "Leases", "Toner"]),
        st.integers(0, 5),
    ),
    max_size=8,
)


@given(CLAIMANTS)
def test_no_two_that_are_counted_claim_the_same_and_each_left_out_is_counted_elsewhere(said):
    benefits = [
        benefit(f"{200 + nth}-1", budget_line=line, metric=metric, yearly_pounds=Decimal(pounds))
        for nth, (line, metric, pounds) in enumerate(said)
    ]
    seen = found(*(stand(of, AT) for of in benefits))
    left_out = rules.counted_elsewhere(seen.standings, seen.claims)
    pairs = [set(claim.codes) for claim in seen.claims]

    assert all(pair & left_out for pair in pairs)
    assert all(any(code in pair and pair - left_out for pair in pairs) for code in left_out)
    alike = {
        frozenset((one.code, other.code))
        for one in benefits
        for other in benefits
        if one.code < other.code
        and (one.budget_line == other.budget_line or one.metric == other.metric)
    }
    assert {frozenset(pair) for pair in pairs} == alike
