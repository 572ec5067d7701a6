"""Where a benefit stands by a day: how far it came, what is owed, and a blank is not nought."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factories.benefit_facts import (
    benefit,
    day,
    disbenefit,
    forecast,
    in_words,
    measured,
    plain,
    stand,
)
from scrutable.portfolio import facts, rules

STATE = facts.BenefitState


@pytest.mark.parametrize(
    ("as_at", "state", "since"),
    [
        ("2025-04-01", "not_yet_due", None),
        ("2025-04-29", "not_yet_due", None),  # twenty-eight days are let pass
        ("2025-04-30", "not_measured", "2025-04-01"),
        ("2026-06-01", "not_measured", "2025-04-01"),
    ],
)
def test_a_benefit_that_nobody_measured_is_not_measured_since_the_day_set(as_at, state, since):
    found = stand(plain(), as_at)

    assert found.state.value == state
    assert found.since == (day(since) if since else None)
    assert (found.share, found.realised, found.verified) == (None, None, None)


def test_a_benefit_without_days_is_owed_on_the_day_of_its_target():
    of = plain(measure_on=())

    assert stand(of, "2026-04-29").state is STATE.NOT_YET_DUE
    assert stand(of, "2026-04-30").overdue_since == day("2026-04-01")


@pytest.mark.parametrize(
    ("value", "state", "percent"),
    [
        ("90", "realised", "100.0"),
        ("96", "realised", "120.0"),  # beyond the target, and said so
        ("89.999", "on_course", "99.9"),  # short of the target never reads 100
        ("72", "on_course", "40.0"),  # half the time is gone, and ten points are let pass
        ("71.99", "behind", "39.9"),
        ("60", "behind", "0.0"),
        ("59", "worse_than_baseline", "-3.4"),
    ],
)
def test_progress_is_judged_against_the_line_on_the_day_of_the_measurement(value, state, percent):
    of = plain()
    found = stand(of, "2025-04-02", measured(of, "2025-04-01", value))

    assert str(rules.percent_of(found.share)) == percent
    assert found.state.value == state


@pytest.mark.parametrize(
    ("value", "state", "share"),
    [
        ("120000", "realised", "1"),
        ("100000", "realised", "5/4"),
        ("160000", "on_course", "1/2"),
        ("176000", "behind", "3/10"),
        ("210000", "worse_than_baseline", "-1/8"),
    ],
)
def test_where_less_is_better_the_way_runs_down(value, state, share):
    of = benefit()
    found = stand(of, "2025-04-01", measured(of, "2025-04-01", value))

    assert (found.state.value, found.share) == (state, Fraction(share))


def test_what_was_short_on_its_day_is_not_realised():
    of = plain()

    assert stand(of, "2026-04-01", measured(of, "2026-04-01", "89")).state is STATE.NOT_REALISED
    assert stand(of, "2026-04-01", measured(of, "2026-04-01", "90")).state is STATE.REALISED


def test_silence_after_the_target_is_not_measured_whatever_was_on_course_before():
    of, before = plain(), measured(plain(), "2026-03-01", "88")

    assert stand(of, "2026-04-29", before).state is STATE.ON_COURSE
    after = stand(of, "2026-04-30", before)
    assert (after.state, after.since) == (STATE.NOT_MEASURED, day("2026-04-01"))
    assert after.share == Fraction(14, 15)  # what was known is still told


def test_what_was_reached_before_its_day_stays_so_and_the_last_look_is_owed():
    of = plain()
    found = stand(of, "2026-06-01", measured(of, "2026-03-01", "91"))

    assert (found.state, found.overdue_since) == (STATE.REALISED, day("2026-04-01"))


def test_a_look_that_found_nothing_answers_no_day():
    of = plain()
    tried = measured(of, "2025-04-02", words="The queue kept no times", source="")
    found = stand(of, "2025-05-01", tried)

    assert (found.state, found.overdue_since) == (STATE.NOT_MEASURED, day("2025-04-01"))
    assert found.tried == tried
    assert found.last is None
    later = stand(of, "2025-05-02", tried, measured(of, "2025-05-02", "75"))
    assert (later.overdue_since, later.tried) == (None, None)


@pytest.mark.parametrize(
    ("value", "by_when", "state"),
    [
        ("90", "2026-04-01", "on_course"),
        ("89", "2026-04-01", "behind"),
        ("90", "2026-04-02", "behind"),  # in full, and a day late
    ],
)
def test_a_forecast_that_falls_short_or_comes_late_puts_it_behind(value, by_when, state):
    of = plain()
    said = forecast(of, "2025-04-01", value, by_when)
    found = stand(of, "2025-04-02", measured(of, "2025-04-01", "75"), expected=[said])

    assert found.state.value == state
    assert found.short_by == ((facts.ShortBy.FORECAST,) if state == "behind" else ())


def test_a_forecast_never_turns_what_is_short_of_the_line_on_course():
    of = plain()
    said = forecast(of, "2025-04-01", "95", "2026-04-01")
    found = stand(of, "2025-04-02", measured(of, "2025-04-01", "61"), expected=[said])

    assert (found.state, found.short_by) == (STATE.BEHIND, (facts.ShortBy.LINE,))


def test_the_line_begins_when_the_benefit_is_expected_to():
    of = plain(begins_on=day("2025-10-01"))

    assert stand(of, "2025-04-01", measured(of, "2025-04-01", "60")).state is STATE.ON_COURSE
    assert stand(of, "2026-01-01", measured(of, "2026-01-01", "60")).state is STATE.BEHIND


@pytest.mark.parametrize(
    ("value", "state"),
    [("500", "as_accepted"), ("501", "worse_than_accepted"), ("390", "as_accepted")],
)
def test_a_disbenefit_is_judged_the_other_way_round(value, state):
    of = disbenefit()

    assert stand(of, "2025-04-01", measured(of, "2025-04-01", value)).state.value == state


def test_what_is_told_in_words_is_never_given_a_number():
    of = in_words()
    said = measured(of, "2025-04-01", words="Most say so", source="Survey")

    assert stand(of, "2025-03-01").state is STATE.NOT_YET_DUE
    assert stand(of, "2025-06-01").state is STATE.NOT_MEASURED
    found = stand(of, "2025-06-01", said)
    assert (found.state, found.share) == (STATE.IN_WORDS, None)


def test_without_a_target_there_is_nothing_to_judge_by():
    of = plain(target=None, target_on=None)

    assert stand(of, "2025-04-01", measured(of, "2025-04-01", "75")).state is STATE.NO_TARGET


def test_where_the_target_is_the_baseline_it_is_to_be_held():
    of = plain(target=Decimal(60))

    held = stand(of, "2025-04-01", measured(of, "2025-04-01", "60"))
    lost = stand(of, "2025-04-01", measured(of, "2025-04-01", "59"))
    assert (held.state, held.share) == (STATE.REALISED, None)
    assert lost.state is STATE.WORSE_THAN_BASELINE


def test_what_is_withdrawn_is_withdrawn_from_its_day_on():
    of = plain(withdrawn_on=day("2025-07-01"), withdrawn_reason="Claimed by 213")

    assert stand(of, "2025-06-30").state is STATE.NOT_MEASURED
    found = stand(of, "2025-07-01")
    assert (found.state, found.since) == (STATE.WITHDRAWN, day("2025-07-01"))
    assert (found.overdue_since, found.next_due, found.is_counted) == (None, None, False)


def test_a_benefit_outlives_its_project():
    of = plain()
    found = stand(
        of, "2025-04-02", measured(of, "2025-04-01", "75"), stage=facts.ProjectStage.STOPPED
    )

    assert found.is_ended
    assert found.state is STATE.ON_COURSE


def test_pounds_count_once_they_were_measured_and_as_verified_once_that_was():
    of = benefit()
    said = measured(
        of,
        "2025-04-01",
        "160000",
        pounds="40000",
        verified_by="A. Udit",
        verified_on=day("2025-05-06"),
    )

    assert stand(of, "2025-03-31", said).realised is None
    before = stand(of, "2025-05-05", said)
    assert (before.realised, before.verified) == (Decimal(40000), None)
    assert stand(of, "2025-05-06", said).verified == Decimal(40000)


def test_pounds_of_a_later_look_that_nobody_verified_are_not_verified():
    of = benefit()
    checked = {"verified_by": "A. Udit", "verified_on": day("2025-05-06")}
    first = measured(of, "2025-04-01", "160000", pounds="40000", **checked)
    found = stand(of, "2025-12-01", first, measured(of, "2025-11-01", "150000", pounds="50000"))

    assert (found.realised, found.verified) == (Decimal(50000), None)


def test_what_comes_of_it_if_it_goes_on_so():
    of = plain()

    assert rules.at_target_day(of, measured(of, "2025-04-01", "75")) == 90
    assert rules.at_target_day(of, measured(of, "2025-04-01", "70")) == 80
    assert rules.at_target_day(of, measured(of, "2024-04-01", "60")) is None
    assert rules.at_target_day(of, measured(of, "2026-04-01", "80")) is None
    assert rules.at_target_day(of, None) is None


NUMBERS = st.decimals(min_value=-1000, max_value=1000, places=2)


@given(NUMBERS, NUMBERS, NUMBERS)
def test_share_and_verdict_agree(baseline, target, value):
    assume(baseline != target)
    of = plain(baseline=baseline, target=target, lower_is_better=target < baseline)
    found = stand(of, "2025-04-01", measured(of, "2025-04-01", value))

    assert (found.state is STATE.REALISED) == (found.share >= 1)
    assert (found.state is STATE.WORSE_THAN_BASELINE) == (found.share < 0)
    assert (rules.percent_of(found.share) >= 100) == (found.share >= 1)
    assert found.share * (Fraction(target) - Fraction(baseline)) + Fraction(baseline) == value


@given(NUMBERS, NUMBERS, NUMBERS)
def test_turning_the_scale_round_changes_nothing(baseline, target, value):
    assume(baseline != target)
    of = plain(baseline=baseline, target=target, lower_is_better=target < baseline)
    turned = replace(of, baseline=-baseline, target=-target, lower_is_better=not of.lower_is_better)
    one = stand(of, "2025-04-01", measured(of, "2025-04-01", value))
    other = stand(turned, "2025-04-01", measured(of, "2025-04-01", -value))

    assert (one.state, one.share) == (other.state, other.share)
