"""Westmere's assessments as the story tells them: what was found, lowered, planned, overdue."""

from datetime import date

import pytest

from scrutable.access.models import Person
from scrutable.assurance.facts import ORGANISATION, StepState, Turn
from scrutable.assurance.presenters.assessments.one import finding, summary
from scrutable.assurance.reads import assessments as reads
from scrutable.audit.reads import number_at

pytestmark = [pytest.mark.usefixtures("westmere"), pytest.mark.django_db]
TODAY = date(2026, 10, 12)


def stood():
    return reads.standing("CAF-2025", number_at(), TODAY)


def test_the_assurer_lowered_six_answers_and_the_organisation_meets_nine_of_twelve():
    found = stood()

    assert finding(found) == (
        "The organisation meets 9 of 12 outcomes of the baseline; it is not met"
    )
    assert summary(found) == (
        "2 of 3 critical systems meet it. The assurer lowered six answers of 93 checked."
    )
    assert {(one.system, one.outcome) for one in found.lowered} == {
        (ORGANISATION, "A2.b"),
        (ORGANISATION, "D1.c"),
        ("CARE", "B2.c"),
        ("CARE", "B5.c"),
        ("CARE", "C1.a"),
        ("HOSTING", "B4.d"),
    }


def test_of_fourteen_steps_three_are_overdue_and_two_wait():
    plan = stood().plan

    assert len(plan.steps) == 14
    assert [one.step.number for one in plan.of(StepState.OVERDUE)] == [1, 3, 7]
    assert [one.step.number for one in plan.of(StepState.WAITING)] == [8, 13]
    assert len(plan.of(StepState.DONE)) == 6


def test_since_the_year_before_some_are_better():
    found = reads.compared("CAF-2024", "CAF-2025", number_at())

    assert (found.count(Turn.BETTER), found.count(Turn.WORSE)) == (5, 0)


def test_everybody_may_read_what_gives_nothing_away(client):
    client.force_login(Person.objects.get(username="c.osei"))
    text = client.get("/assurance/assessments/").content.decode()

    assert "6 of 14 steps done" in text
    for said in ("Achieved", "achieved", "B5.c", "Social care records", "overdue"):
        assert said not in text, said
