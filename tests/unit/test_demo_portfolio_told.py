"""Westmere's portfolio as told: every kind has its file, and a blank is not nought."""

from datetime import date
from decimal import Decimal

from scrutable.demo.facts import Council, ProjectRecorded, UpdateSent
from scrutable.demo.intake import projects, recorded
from scrutable.portfolio import facts

TOLD = list(recorded.records(Council.WESTMERE))


def told(kind):
    return [one.what.record for one in TOLD if isinstance(one.what.record, kind)]


def test_every_kind_that_is_recorded_whole_is_told():
    named = [getattr(facts, name) for name in facts.__all__]
    every = {one for one in named if isinstance(one, type) and issubclass(one, facts.Record)}

    kinds = {kind for folder in recorded.KINDS.values() for kind in folder.values()}
    assert {type(one.what.record) for one in TOLD} == kinds
    # a look is put into a programme by its own write; the claim is left for a reader to settle
    untold = every - set(recorded.OF_PORTFOLIO.values()) - {facts.Record}
    assert untold == {facts.Look, facts.ClaimSettled}


def test_what_is_empty_in_a_file_is_unknown_and_not_nought():
    features = {one.number: one for one in told(facts.Feature)}

    assert (features[7].using, features[7].yearly_pounds) == (None, Decimal(7650))
    assert (features[1].using, features[5].yearly_pounds) == (0, None)
    unowned = told(facts.Benefit)
    assert [one.project for one in unowned if one.owner == ""] == ["212"]


def test_several_in_one_field_come_apart():
    transition = told(facts.Transition)[0]
    bought = next(one for one in told(facts.Procurement) if one.code == "PR-2026-05")

    assert transition.judged_on == (date(2026, 4, 14), date(2026, 10, 12))
    assert bought.projects == ("211", "220")


def test_nothing_is_told_before_the_story_begins_or_after_its_today():
    days = {one.at.date() for one in TOLD}

    assert min(days) >= date(2023, 9, 18)
    assert max(days) == date(2026, 10, 12)


def test_a_project_is_told_as_it_was_then():
    found = [
        one.what.project
        for one in projects.projects(Council.WESTMERE)
        if isinstance(one.what, ProjectRecorded) and one.what.project.number == "203"
    ]

    assert [one.stage.value for one in found] == ["delivery", "finished", "finished"]
    assert [len(one.contracts) for one in found] == [0, 0, 1]


def test_six_months_come_as_workbooks_with_what_was_said_on_their_day():
    found = [one.what for one in projects.updates(Council.WESTMERE)]

    assert all(isinstance(one, UpdateSent) for one in found)
    assert [one.name for one in found] == [
        f"Projects 2026-{month:02}.xlsx" for month in range(4, 10)
    ]
    assert [len(one.moves) for one in found] == [0, 2, 1, 3, 1, 1]
    assert {one.on for sent in found for one in sent.statuses} == {one.on for one in found}
