"""Assessments in reports: the exempt section says everything, the open one gives nothing away."""

import pytest

from factories import assessments as made
from factories.assessments import AS_AT, MARK, V3, V4, A, N, P
from scrutable.assurance import facts
from scrutable.assurance.compose.assessments import exempt_section, key_figures, open_section
from scrutable.assurance.facts import ORGANISATION, Turn
from scrutable.assurance.intake import frameworks, successions
from scrutable.assurance.presenters.assessments.outcomes import picture
from scrutable.assurance.rules.assessing import (
    compared,
    given_away,
    open_part,
    plan_of,
    standing,
    step_standing,
)
from scrutable.documents.charts.facts import LevelChart, LevelRow
from scrutable.documents.charts.svg import svg

TITLES = {"CARE": "Social care records"}


def stood(*answers, **more):
    steps = (made.step(1), made.step(2, said_done_on=AS_AT), made.step(3, due=AS_AT))
    return standing(made.assessment(**more), V3, answers, steps, AS_AT)


def answers():
    return (
        made.answer("A1.a", A, A),
        made.answer("A2.a", A, P),
        made.answer("B2.a", P, N, system="CARE", version=7),
    )


def words(blocks):
    return repr(blocks)


def test_the_exempt_section_says_verdicts_outcomes_changes_and_the_plan():
    found = stood(*answers())
    said = words(exempt_section(found, TITLES))

    for expected in (
        "The organisation meets 2 of 12 outcomes of the baseline; it is not met",
        "Social care records",
        "Where the assurer answered otherwise",
        f"1: {MARK} review risks monthly",
        "Waits to be accepted",
        "£12,500",
        "assessment/CAF-2025/CARE/B2.a",
        "assessment/CAF-2025/remediation/1",
    ):
        assert expected in said, expected
    assert key_figures(found)[0].value == "35"


def test_the_open_section_gives_nothing_away():
    assessment = made.assessment()
    plan = plan_of([made.step(1), made.step(2)], AS_AT)

    said = words(open_section([open_part(assessment, plan)]))

    assert "0 of 2 steps done" in said
    assert "Halden Assurance" in said
    for secret in (MARK, "CARE", "Achieved", "baseline", "A2.a", "overdue"):
        assert secret not in said, secret


def test_without_assessments_it_says_so():
    assert "No assessment is recorded." in words(open_section([]))


def test_a_framework_without_a_profile_judges_nothing():
    found = standing(
        made.assessment(framework="CAF v4.0", profile=""), V4, [made.answer("A1.a")], (), AS_AT
    )

    assert (found.judged, found.is_met, found.answered, len(found.asked)) == ((), False, 1, 41)
    assert "No profile" in words(exempt_section(found, TITLES))


@pytest.mark.parametrize(
    ("step", "state", "over"),
    [
        (made.step(due=AS_AT), "open", 0),
        (made.step(due=AS_AT.replace(day=11)), "overdue", 1),
        (made.step(due=AS_AT.replace(day=11), said_done_on=AS_AT), "waiting", 1),
        (made.step(said_done_on=AS_AT.replace(day=13), due=AS_AT), "open", 0),
        (
            made.step(said_done_on=AS_AT, accepted_on=AS_AT, accepted_by="Audit"),
            *("done", 0),
        ),
        (
            made.step(
                due=AS_AT, said_done_on=AS_AT, accepted_on=AS_AT.replace(day=13), accepted_by="A"
            ),
            *("waiting", 0),
        ),
    ],
)
def test_a_step_stands_by_the_day(step, state, over):
    found = step_standing(step, AS_AT)

    assert (found.state.value, found.days_over) == (state, over)


@pytest.mark.parametrize(
    "text",
    [
        "The council was assessed in 2025 by an outside assurer; a plan is under way.",
        "Of 14 steps of the plan four are done.",
        "Career staff assessed it.",
        "See appendix A1b and section 3.",
    ],
)
def test_plain_words_give_nothing_away(text):
    assert given_away(text, frameworks().values(), {"CARE": "Social care records"}) == []


@pytest.mark.parametrize(
    ("text", "what", "said"),
    [
        ("Weak in b2.a only", "an outcome", "b2.a"),
        ("Principle B4 is weak", "an outcome", "B4"),
        ("Our supply chain is weak", "an outcome", "Supply Chain"),
        ("It was Not Achieved", "a level", "Not Achieved"),
        ("The baseline is not met", "a level", "not met"),
        ("nine of twelve outcomes", "a number of outcomes", "nine of twelve outcomes"),
        ("The care system", "a system", "CARE"),
        ("social-care records", "a system", "Social care records"),
    ],
)
def test_what_would_help_an_attacker_is_found(text, what, said):
    found = given_away(text, frameworks().values(), {"CARE": "Social care records"})

    assert (what, said) in found


def test_only_systems_in_both_scopes_are_compared():
    before = (made.assessment(systems=("CARE", "GIS")), V3, [made.answer("B1.a", system="GIS")])
    after = (
        made.assessment("CAF-2026", systems=("CARE",)),
        V3,
        [made.answer("B1.a", N, system="CARE", assessment="CAF-2026")],
    )

    found = compared(before, after, ())

    assert {one.system for one in found.moved} == {"CARE"}


def test_a_code_with_another_meaning_is_followed():
    before = (made.assessment(), V3, [made.answer("A2.b", A), made.answer("A1.a", N)])
    after = (
        made.assessment("CAF-2026", framework="CAF v4.0", profile=""),
        V4,
        [
            made.answer("A2.c", N, assessment="CAF-2026"),
            made.answer("A2.b", A, assessment="CAF-2026"),
            made.answer("A1.a", A, assessment="CAF-2026"),
        ],
    )
    found = compared(before, after, successions(V3.name, V4.name))
    turns = {one.after: one.turn for one in found.moved if one.system == ORGANISATION}

    assert (turns["A2.c"], turns["A2.b"], turns["A1.a"]) == (Turn.WORSE, Turn.NEW, Turn.BETTER)
    assert isinstance(found, facts.Compared)


def test_the_picture_says_levels_by_shape_and_word():
    found = stood(*answers())
    drawn = svg(picture(found.of(ORGANISATION), V3, "Outcomes", "As found."))

    for said in (
        "Partly achieved",
        "Assurer’s answer",
        "The least",
        "not answered",
        "A1 Governance",
    ):
        assert said in drawn, said
    with pytest.raises(ValueError, match="there is no level 3"):
        LevelChart("t", "d", ("No", "Yes"), (LevelRow("a", "", 3, None, None),))
    with pytest.raises(ValueError, match="2 to 5 levels"):
        LevelChart("t", "d", ("No",), (LevelRow("a", "", 0, None, None),))
