"""Where lessons were applied, for whom they may be, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.outcome_facts import lesson, use
from factories.project_facts import project
from scrutable.portfolio import rules
from scrutable.portfolio.facts import LessonWhy, Theme

NAMED = ("project/277", "project/278", "project/279")


def test_a_lesson_cited_by_one_of_three_is_wanting_in_two():
    told = lesson(1, should_apply_to=NAMED)
    found = rules.lesson_standing(told, [use(), use(lesson=2, applied_to="project/278")])

    assert [one.applied_to for one in found.uses] == ["project/277"]
    assert found.wanting == ("project/278", "project/279")


def test_one_applied_elsewhere_takes_nothing_from_where_it_should_have_been():
    found = rules.lesson_standing(
        lesson(1, should_apply_to=NAMED[:1]), [use(applied_to="project/300")]
    )

    assert found.wanting == ("project/277",)


def test_lessons_of_something_are_those_from_it_and_those_for_it():
    found = [
        rules.lesson_standing(lesson(1, learned_from="project/277"), []),
        rules.lesson_standing(lesson(2, should_apply_to=NAMED), []),
        rules.lesson_standing(lesson(3), []),
    ]

    kept = rules.lessons_from(found, {"project/277"})

    assert [one.lesson.number for one in kept] == [1, 2]
    assert rules.lessons_from(found, ()) == []


def test_a_project_is_offered_the_nearest_lessons_first_each_for_one_reason():
    new = project("300", theme=Theme.OPTIMISE, suppliers=("supplier/norland-services",))
    origins = {
        "project/9": project("9", theme=Theme.OPTIMISE),
        "project/10": project("10", suppliers=("supplier/norland-services",)),
        "project/11": project("11"),
    }
    told = [
        lesson(1),
        lesson(2, learned_from="project/10"),
        lesson(3, learned_from="project/11"),
        lesson(4, learned_from="contract/CSS"),
        lesson(5, learned_from="project/11", should_apply_to=("project/300",)),
        lesson(6, learned_from="project/300"),
        lesson(7, learned_from="strategy/IMT"),
    ]
    found = [rules.lesson_standing(one, []) for one in told]
    suppliers = {"contract/CSS": "supplier/norland-services"}

    offered = rules.offered(new, found, origins, suppliers)

    assert [(one.lesson.number, one.why) for one in offered] == [
        (5, LessonWhy.NAMED),
        (6, LessonWhy.LEARNED_HERE),
        (2, LessonWhy.SUPPLIER),
        (4, LessonWhy.SUPPLIER),
        (1, LessonWhy.THEME),
    ]


def test_a_lesson_applied_says_what_the_project_did():
    applied = use(applied_to="project/300")
    found = [rules.lesson_standing(lesson(1), [applied])]

    offered = rules.offered(project("300", theme=Theme.TRANSFORM), found, {}, {})

    assert [(one.why, one.use) for one in offered] == [(LessonWhy.NAMED, applied)]


projects = st.lists(st.sampled_from([*NAMED, "project/300"]), unique=True)


@given(named=projects, applied=projects)
def test_a_project_named_has_applied_a_lesson_or_is_wanting_and_never_both(named, applied):
    uses = [use(applied_to=one) for one in applied]

    found = rules.lesson_standing(lesson(1, should_apply_to=tuple(named)), uses)

    assert [one for one in named if one not in applied] == list(found.wanting)
    assert {one.applied_to for one in found.uses} == set(applied)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (lesson(1), []),
        (lesson(1, cause=" ", owner=""), ["cause", "owner"]),
        (lesson(1, learned_from=""), ["learned_from"]),
        (lesson(1, learned_from="kpi/CSS/CSC_KPI_04"), ["learned_from"]),
        (lesson(1, learned_from="strategy/IMT"), []),
        (lesson(1, should_apply_to=("contract/CSS",)), ["should_apply_to"]),
        (use(), []),
        (use(applied_to="277", what=""), ["what", "applied_to"]),
    ],
)
def test_what_is_wanting_is_named_by_its_field(of, expected):
    assert [one.place for one in rules.refusals_of(of)] == expected
