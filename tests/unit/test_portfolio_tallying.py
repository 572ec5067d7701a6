"""Tallies of projects: whatever they are counted by, they add up to the whole."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from factories.project_facts import project, status
from scrutable.portfolio import facts, rules

TOLERANCE = facts.Tolerance(amber_after=7, red_after=28)


def one(number, stage, rating):
    standing = facts.Standing(
        project=project(number, stage=stage),
        go_live=None,
        status=status(rating) if rating else None,
    )
    return rules.judged(standing, date(2026, 9, 30), TOLERANCE)


def test_what_nobody_rated_has_a_column_of_its_own():
    stage = facts.ProjectStage
    found = [
        one("1", stage.DELIVERY, facts.Rating.RED),
        one("2", stage.DELIVERY, None),
        one("3", stage.IDEA, None),
    ]

    by_stage = rules.tallies(found, facts.ProjectStage, "stage")

    assert [(row.of, row.rated[facts.Rating.RED], row.unrated, row.total) for row in by_stage] == [
        ("idea", 0, 1, 1),
        ("delivery", 1, 1, 2),
    ]
    assert rules.total(by_stage).total == 3


@given(
    st.lists(
        st.tuples(st.sampled_from(facts.ProjectStage), st.none() | st.sampled_from(facts.Rating))
    )
)
def test_every_tally_adds_up_to_all_projects(said):
    found = [one(str(number), *each) for number, each in enumerate(said)]

    for kinds, name in ((facts.ProjectStage, "stage"), (facts.Theme, "theme")):
        rows = rules.tallies(found, kinds, name)
        whole = rules.total(rows)
        assert whole.total == len(found)
        assert whole.unrated == sum(each.shown is None for each in found)
        for rating in facts.Rating:
            assert whole.rated[rating] == sum(each.shown is rating for each in found)
