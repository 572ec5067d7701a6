"""Profiles are met by every outcome or not at all; codes are known by their version."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutable.assurance.facts import ORGANISATION, Answer, Level, Turn
from scrutable.assurance.intake import frameworks, successions
from scrutable.assurance.rules import differences, in_scope, moved, profile_judged

V3, V4 = frameworks()["CAF v3.2"], frameworks()["CAF v4.0"]
PUBLISHED = Path(__file__).parents[3] / "shared" / "facts" / "caf.csv"
N, P, A = Level.NOT_ACHIEVED, Level.PARTLY, Level.ACHIEVED


def answer(outcome, level, assured=None, system=ORGANISATION):
    return Answer(assessment="2025", system=system, outcome=outcome, level=level, assured=assured)


def by_outcome(*answers):
    return {one.outcome: one for one in answers}


@pytest.mark.parametrize(
    ("framework", "outcomes", "by_objective", "partly"),
    [
        (V3, 39, {"A": 7, "B": 20, "C": 7, "D": 5}, 28),
        (V4, 41, {"A": 9, "B": 20, "C": 7, "D": 5}, 32),
    ],
)
def test_a_framework_has_the_outcomes_that_were_published(
    framework, outcomes, by_objective, partly
):
    found = framework.outcomes

    assert len(found) == outcomes
    assert {o: sum(one.objective == o for one in found) for o in "ABCD"} == by_objective
    assert sum(one.partly_possible for one in found) == partly


def test_it_is_as_the_published_list_has_it():
    if not PUBLISHED.exists():
        return
    rows = csv.DictReader(PUBLISHED.read_text(encoding="utf-8").splitlines())
    said = {(r["framework"], r["id"]): r["title"] for r in rows if r["level"].startswith("contr")}

    assert said == {(f.name, one.code): one.title for f in (V3, V4) for one in f.outcomes}


def test_the_organisation_answers_a_and_d_and_a_system_b_and_c():
    assert len(in_scope(V3, ORGANISATION)) == 12
    assert len(in_scope(V3, "SOCIAL-CARE")) == 27
    assert {code[0] for code in in_scope(V4, ORGANISATION)} == {"A", "D"}


def answered(profile, system=ORGANISATION):
    least = V3.profiles[profile]
    return by_outcome(*(answer(c, least[c], system=system) for c in in_scope(V3, system)))


@pytest.mark.parametrize("profile", ["baseline", "enhanced"])
@pytest.mark.parametrize("system", [ORGANISATION, "SOCIAL-CARE"])
def test_a_profile_is_met_at_its_very_levels(profile, system):
    found = profile_judged(V3, profile, system, answered(profile, system))

    assert found.is_met
    assert (found.shortfalls, found.unanswered) == ((), 0)


def test_one_outcome_below_its_level_fails_it_whatever_the_others_reach():
    answers = {code: answer(code, A) for code in in_scope(V3, ORGANISATION)}
    answers["A2.a"] = answer("A2.a", N)

    found = profile_judged(V3, "baseline", ORGANISATION, answers)

    assert [(one.outcome, one.level, one.least) for one in found.shortfalls] == [("A2.a", N, P)]
    assert found.met == 11


def test_what_nobody_answered_falls_short_unless_nothing_is_asked_of_it():
    found = profile_judged(V3, "baseline", "SOCIAL-CARE", {})

    asked = [code for code in in_scope(V3, "SOCIAL-CARE") if V3.profiles["baseline"][code] is not N]
    assert [one.outcome for one in found.shortfalls] == asked
    assert found.unanswered == 27
    assert "C2.a" not in asked


def test_the_assurer_s_answer_counts():
    answers = answered("baseline")
    answers["A1.a"] = answer("A1.a", A, N)

    found = profile_judged(V3, "baseline", ORGANISATION, answers)

    assert [(one.outcome, one.level) for one in found.shortfalls] == [("A1.a", N)]


def test_only_answers_that_differ_are_differences():
    found = differences(
        [answer("D1.a", P, N), answer("A1.a", A, A), answer("A2.a", N, P), answer("A1.b", A)]
    )

    assert [(one.outcome, one.is_lowered) for one in found] == [("A2.a", False), ("D1.a", True)]


@given(st.dictionaries(st.sampled_from(in_scope(V3, ORGANISATION)), st.sampled_from(Level)))
def test_a_better_answer_never_fails_what_was_met(levels):
    answers = {code: answer(code, level) for code, level in levels.items()}
    better = {code: answer(code, A) for code in levels}

    before = profile_judged(V3, "enhanced", ORGANISATION, answers)
    after = profile_judged(V3, "enhanced", ORGANISATION, better)

    assert before.met + len(before.shortfalls) == 12
    assert after.met >= before.met


def test_between_versions_a_code_used_again_is_not_the_same_outcome():
    found = moved(
        (V3, [answer("A2.b", A), answer("A1.a", N), answer("D1.a", P)]),
        (V4, [answer("A2.b", N), answer("A2.c", N), answer("A1.a", A), answer("D1.a", P)]),
        successions("CAF v3.2", "CAF v4.0"),
    )
    by_code = {one.after: one for one in found if one.now or one.was}

    assert (by_code["A2.b"].turn, by_code["A2.b"].before) == (Turn.NEW, "")
    assert (by_code["A2.c"].turn, by_code["A2.c"].before) == (Turn.WORSE, "A2.b")
    assert by_code["A1.a"].turn is Turn.BETTER
    assert by_code["D1.a"].turn is Turn.SAME


def test_what_the_later_version_dropped_is_said():
    found = moved(
        (V3, [answer("C2.a", N, system="S"), answer("C2.b", P, system="S")]),
        (V4, [answer("C2.a", A, system="S")]),
        successions("CAF v3.2", "CAF v4.0"),
    )

    gone = [(one.before, one.was) for one in found if one.turn is Turn.DROPPED]
    assert gone == [("C2.a", N), ("C2.b", P)]
    assert [one.turn for one in found if one.after == "C2.a"] == [Turn.NEW]


def test_within_a_version_every_code_is_itself():
    found = moved((V3, [answer("A2.b", N)]), (V3, [answer("A2.b", A)]), ())

    assert [(o.before, o.turn) for o in found if o.after == "A2.b"] == [("A2.b", Turn.BETTER)]
