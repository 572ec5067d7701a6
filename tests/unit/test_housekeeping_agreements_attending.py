"""What of agreements needs a person, on both sides of every limit of the council's policy."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from factories import agreement_facts as told
from scrutable.housekeeping.facts.agreements import TermKind
from scrutable.housekeeping.rules.agreements import (
    agreement_policy,
    agreement_standing,
    agreements_attention,
    wants_decision,
)
from scrutable.kernel.attention import Gravity
from scrutable.registers.reads import defaults

POLICY = defaults()["agreements"]


def attended(agreement, as_at, *renewals, cures=()):
    one = agreement_standing(agreement, renewals, cures, "Clearwater Cloud", as_at)
    return list(agreements_attention([one], POLICY))


@pytest.mark.parametrize(
    ("as_at", "number"),
    [(date(2026, 10, 1), 0), (date(2026, 10, 2), 1), (date(2026, 12, 31), 1)],
)
def test_a_day_to_decide_is_named_so_many_days_before(as_at, number):
    found = attended(told.DESK, as_at)

    assert len(found) == number
    for item in found:
        assert item.what == "Service desk software: decide by 31 December 2026"
        assert (item.due, item.since) == (date(2026, 12, 31), date(2026, 10, 2))
        assert item.gravity is Gravity.CONCERN
        assert item.owner == "Service Desk Manager"


def test_an_option_that_may_be_taken_up_is_named():
    (item,) = attended(told.HOST, date(2026, 12, 14))

    assert item.why == (
        "Unless its option of 12 months is taken up by then it ends on 14 June 2027"
    )


@pytest.mark.parametrize(
    ("as_at", "number"), [(date(2026, 12, 15), 0), (date(2026, 12, 16), 1), (date(2027, 6, 14), 1)]
)
def test_an_end_that_nothing_follows_is_named_once_the_day_to_decide_has_gone_by(as_at, number):
    found = [one for one in attended(told.HOST, as_at) if "ends on" in one.what]

    assert len(found) == number
    for item in found:
        assert item.what == "Hosting of the website ends on 14 June 2027"
        assert item.why == (
            "The last day to decide was 14 December 2026. Nothing is agreed for the day after"
        )


def test_one_that_ends_by_notice_or_is_closed_needs_nobody():
    given = replace(told.DESK, notice_given_on=date(2026, 12, 1))
    closed = replace(told.MAIL, closed_on=date(2024, 3, 31))

    assert attended(given, date(2027, 3, 31)) == []
    assert attended(closed, date(2027, 3, 31)) == []


@pytest.mark.parametrize(("as_at", "number"), [(date(2024, 3, 31), 0), (date(2024, 4, 1), 1)])
def test_an_end_that_passed_without_approval_is_serious(as_at, number):
    found = [one for one in attended(told.MAIL, as_at) if "runs on" in one.what]

    assert len(found) == number
    for item in found:
        assert item.what == "Mail filtering runs on without approval"
        assert item.why == "Nobody approved the 1 day since 1 April 2024"
        assert item.gravity is Gravity.SERIOUS


def test_a_recurrence_is_grave_and_names_the_time_before():
    found = attended(told.MAIL, date(2025, 4, 1), told.LATE, cures=[told.CURE])

    assert found[0].what == "Mail filtering runs on again without approval"
    assert found[0].why == (
        "Nobody approved the 1 day since 1 April 2025. It ran on before, from 1 April 2024, which "
        "was said to be cured"
    )
    assert found[0].gravity is Gravity.GRAVE
    assert len(found) == 1  # its own cure is not overdue yet


@pytest.mark.parametrize(("as_at", "number"), [(date(2024, 4, 29), 0), (date(2024, 4, 30), 1)])
def test_a_cause_that_nobody_recorded_is_named_after_so_many_days(as_at, number):
    found = [one for one in attended(told.MAIL, as_at) if "is recorded" in one.what]

    assert len(found) == number
    for item in found:
        assert item.what == (
            "Mail filtering ran on from 1 April 2024: neither cause nor cure is recorded"
        )
        assert item.due == date(2024, 4, 29)


@pytest.mark.parametrize(
    ("cure", "words", "doing"),
    [
        (replace(told.CURE, cure="", cured_on=None), "no cure is recorded", ""),
        (
            replace(told.CURE, cured_on=None),
            "its cure is not done",
            "A register with an owner of each agreement",
        ),
    ],
)
def test_a_cure_that_is_not_done_is_named_even_after_it_was_approved(cure, words, doing):
    (item,) = attended(told.MAIL, date(2024, 6, 1), told.LATE, cures=[cure])

    assert item.what == f"Mail filtering ran on from 1 April 2024: {words}"
    assert item.doing == doing
    assert attended(told.MAIL, date(2024, 9, 1), told.LATE, cures=[told.CURE]) == []


def test_a_term_that_takes_a_decision_and_names_none_is_noted():
    plain = replace(told.HOST, decision="")

    (item,) = attended(plain, date(2024, 1, 1))

    assert item.what == "Hosting of the website names no decision"
    assert item.why == "A term of its worth is approved by the executive"
    assert item.gravity is Gravity.NOTE
    assert attended(told.HOST, date(2024, 1, 1)) == []


def test_a_term_that_renewed_itself_wants_approval_and_not_a_decision():
    one = agreement_standing(told.DESK, (), (), "", date(2027, 4, 2))
    policy = agreement_policy(POLICY)

    assert one.terms[-1].kind is TermKind.ITSELF
    assert not wants_decision(one.terms[-1], policy)


def test_every_day_of_a_story_says_each_thing_once():
    for days in range(0, 1200, 7):
        found = attended(
            told.MAIL, date(2024, 1, 1) + timedelta(days=days), told.LATE, cures=[told.CURE]
        )
        assert len({one.what for one in found}) == len(found)
