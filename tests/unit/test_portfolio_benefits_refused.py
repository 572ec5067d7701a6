"""What of benefits, measurements, forecasts and claims cannot be recorded, with every fault."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from factories.benefit_facts import (
    benefit,
    day,
    disbenefit,
    forecast,
    in_words,
    measured,
    plain,
)
from factories.project_facts import project
from scrutable.portfolio import facts, rules

TODAY = date(2026, 6, 30)


def places(found):
    return [one.place for one in found]


@pytest.mark.parametrize("of", [benefit(), plain(), disbenefit(), in_words()])
def test_a_whole_profile_lacks_nothing(of):
    assert list(rules.refusals_of(of)) == []
    assert list(rules.refusals_on(of, TODAY)) == []
    assert list(rules.refusals_in_project(of, project("203"))) == []


@pytest.mark.parametrize(
    ("of", "place", "fault"),
    [
        (benefit(budget_line=" "), "budget_line", "A cashable benefit has no budget line"),
        (benefit(yearly_pounds=None), "yearly_pounds", "A cashable benefit has no full-year value"),
        (benefit(yearly_pounds=Decimal(-1)), "yearly_pounds", "The full-year value is below"),
        (plain(baseline=None), "baseline", "There is a target and no baseline"),
        (disbenefit(baseline=None), "baseline", "There is a target and no baseline"),
        (plain(baseline_on=None), "baseline_on", "The baseline has no day"),
        (plain(target_on=None), "target_on", "The target has no day"),
        (plain(target_on=day("2024-03-31")), "target_on", "a day before the baseline’s, 1 April"),
        (plain(target=Decimal(59)), "target", "The target is worse than the baseline"),
        (benefit(lower_is_better=False), "target", "The target is worse than the baseline"),
        (disbenefit(target=Decimal(399)), "target", "lies below the baseline"),
        (in_words(target=Decimal(1)), "target", "A qualitative benefit has no values"),
        (in_words(baseline=Decimal(1)), "target", "A qualitative benefit has no values"),
        (in_words(measure=facts.Measure.COUNT), "measure", "is told in words"),
        (plain(measure=facts.Measure.WORDS), "measure", "is told in words"),
        (plain(owner=" "), "owner", "Nobody answers for it"),
        (plain(unowned_since=TODAY), "unowned_since", "It has an owner"),
        (plain(withdrawn_on=TODAY), "withdrawn_reason", "withdrawn without a reason"),
        (plain(withdrawn_reason="Spent"), "withdrawn_on", "withdrawn without a day"),
        (plain(begins_on=day("2026-04-02")), "begins_on", "after the day of its target"),
        (plain(title=""), "title", "Its name is missing"),
        (plain(description=" "), "description", "The description is missing"),
        (plain(metric=""), "metric", "The measure is missing"),
    ],
)
def test_a_profile_that_lacks_something_is_refused(of, place, fault):
    refused = [one for one in rules.refusals_of(of) if one.place == place]

    assert len(refused) == 1
    assert fault in refused[0].fault
    assert refused[0].remedy


@pytest.mark.parametrize(
    "of",
    [
        plain(target_on=day("2024-04-01")),  # the baseline's own day
        plain(begins_on=day("2026-04-01")),
        plain(target=Decimal(60)),  # to be held
        plain(owner="", unowned_since=TODAY),
        plain(target=None, target_on=None),
        plain(baseline=None, baseline_on=None, target=None, target_on=None),
        disbenefit(target=Decimal(400)),
        plain(yearly_pounds=Decimal(5000)),
        plain(withdrawn_on=TODAY, withdrawn_reason="It is 213’s"),
    ],
)
def test_a_profile_on_the_edge_is_taken(of):
    assert list(rules.refusals_of(of)) == []
    assert list(rules.refusals_on(of, TODAY)) == []


def test_every_fault_is_said_at_once():
    found = rules.refusals_of(benefit(budget_line="", yearly_pounds=None, baseline=None, owner=""))

    assert places(found) == ["owner", "budget_line", "yearly_pounds", "baseline"]


@pytest.mark.parametrize("owner", ["Sam Hale", " sam  HALE "])
def test_the_projects_manager_is_no_owner(owner):
    found = list(rules.refusals_in_project(benefit(owner=owner), project("203")))

    assert places(found) == ["owner"]
    assert "manages project 203" in found[0].fault


@pytest.mark.parametrize("name", ["baseline_on", "withdrawn_on"])
def test_days_of_a_profile_that_are_to_come_are_refused(name):
    of = plain(target_on=None, target=None, withdrawn_reason="Spent")

    assert places(rules.refusals_on(replace(of, **{name: day("2026-07-01")}), TODAY)) == [name]
    assert not rules.refusals_on(replace(of, **{name: TODAY}), TODAY)


def refused(of, **said):
    said = {"on": "2026-04-01", "value": "160000", **said}
    return refusals(measured(of, **said), of)


def refusals(measurement, of):
    return [
        *rules.refusals_of(measurement),
        *rules.refusals_on(measurement, TODAY),
        *rules.refusals_in_benefit(measurement, of),
    ]


@pytest.mark.parametrize(
    ("said", "place", "fault"),
    [
        ({"on": "2026-07-01"}, "on", "1 July 2026 is to come"),
        ({"value": None}, "words", "Nothing was found"),
        ({"source": ""}, "source", "The value has no source"),
        ({"measured_by": " "}, "measured_by", "Nobody measured it"),
        ({"verified_by": "A. Udit"}, "verified_on", "It is half verified"),
        ({"verified_on": TODAY}, "verified_on", "It is half verified"),
        (
            {"verified_by": "f. inance ", "verified_on": TODAY},
            "verified_by",
            "f. inance measured it too",
        ),
        (
            {"verified_by": "A. Udit", "verified_on": day("2026-03-31")},
            "verified_on",
            "verified before it was measured on 1 April 2026",
        ),
        (
            {"verified_by": "A. Udit", "verified_on": day("2026-07-01")},
            "verified_on",
            "1 July 2026 is to come",
        ),
    ],
)
def test_a_measurement_that_lacks_something_is_refused(said, place, fault):
    found = refused(benefit(), **said)

    assert places(found) == [place]
    assert fault in found[0].fault


@pytest.mark.parametrize(
    "said",
    [
        {"on": TODAY},
        {"value": None, "words": "The ledger was closed", "source": ""},
        {"value": None, "pounds": "40000"},
        {"verified_by": "A. Udit", "verified_on": day("2026-04-01")},
    ],
)
def test_a_measurement_on_the_edge_is_taken(said):
    assert refused(benefit(), **said) == []


def test_a_measurement_is_held_against_its_benefit():
    of = in_words()

    assert places(refused(of)) == ["value"]
    assert places(refused(plain(), pounds="1")) == ["pounds"]
    found = refusals(measured(of, TODAY, words="Good"), None)
    assert [str(one) for one in found] == [
        "benefit: There is no benefit 203-3; check it in the list of benefits"
    ]


def test_a_benefit_of_a_project_that_is_over_can_be_measured():
    over = project("203", stage=facts.ProjectStage.FINISHED)

    assert list(rules.refusals_in_project(benefit(), over)) == []
    assert refused(benefit()) == []


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ({"why": " "}, "why"),
        ({"said_by": ""}, "said_by"),
        ({"by_when": "2026-03-31"}, "by_when"),
        ({"on": "2026-07-01", "by_when": "2026-07-01"}, "on"),
    ],
)
def test_a_forecast_that_lacks_something_is_refused(said, place):
    of = forecast(plain(), **{"on": "2026-04-01", "value": "85", "by_when": "2026-09-01", **said})

    assert places([*rules.refusals_of(of), *rules.refusals_on(of, TODAY)]) == [place]
    told = forecast(in_words(), "2026-04-01", "1", "2026-09-01")
    assert places(rules.refusals_in_benefit(told, in_words())) == ["value"]


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ({"second": "203-2"}, "second"),
        ({"why": ""}, "why"),
        ({"said_by": " "}, "said_by"),
        ({"on": date(2026, 7, 1)}, "on"),
        ({}, None),
    ],
)
def test_a_settlement_names_two_projects_a_reason_and_who_says_so(said, place):
    of = facts.ClaimSettled(
        **{
            "first": "203-1",
            "second": "213-2",
            "on": TODAY,
            "outcome": facts.ClaimOutcome.SEPARATE,
            "why": "Two ledgers",
            "said_by": "Portfolio Board",
            **said,
        }
    )

    assert places([*rules.refusals_of(of), *rules.refusals_on(of, TODAY)]) == (
        [place] if place else []
    )
