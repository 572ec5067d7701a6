"""Strategies and what hangs on them: refused, kept, and read as they were known."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.project_facts import project
from factories.strategy_facts import benefit, day, objective, review, strategy
from scrutable.audit.reads import number_at
from scrutable.portfolio import facts, reads, writes
from scrutable.portfolio.facts import Gap
from scrutable.portfolio.reads import attending
from scrutable.portfolio.reads.attending.strategies import attention

pytestmark = pytest.mark.django_db
AT = datetime(2026, 1, 5, 9, tzinfo=UTC)
TODAY = date(2026, 1, 5)


def record(of, **options):
    return writes.record(of=of, by="a.patel", at=AT, **options)


def faults(of):
    with pytest.raises(writes.UnfitRecord) as refused:
        record(of)
    return [(one.place, one.fault) for one in refused.value.faults]


def record_project(number="277", **changed):
    return writes.record_project(project=project(number, **changed), by="a.patel", at=AT)


def test_a_strategy_follows_one_that_is_there_and_earlier():
    assert faults(strategy(follows="IT-2015")) == [("follows", "There is no strategy IT-2015")]
    record(strategy())
    later = strategy(
        "IT-2022", starts_on=day("2022-04-01"), ends_on=day("2025-03-31"), review_on=None
    )
    assert faults(strategy("IT-2018", follows="IT-2019")) == [
        ("follows", "IT-2019 starts on 7 May 2019, no earlier than this one")
    ]

    record(
        strategy(
            "IT-2022",
            follows="IT-2019",
            starts_on=later.starts_on,
            ends_on=later.ends_on,
            review_on=None,
        )
    )

    found = reads.strategy_seen("IT-2019", number_at(), TODAY)
    assert found.followed_by == "IT-2022"
    assert [one.code for one in reads.strategies(number_at())] == ["IT-2022", "IT-2019"]


def test_the_decision_that_approved_it_is_one_that_was_recorded_or_planned():
    told = strategy(decision="decision/I017909", approved_on=day("2019-05-07"))

    assert faults(told) == [("decision", "There is no decision I017909")]


def test_an_objective_belongs_to_a_strategy_and_is_due_in_its_period():
    assert faults(objective()) == [("strategy", "There is no strategy IT-2019")]
    record(strategy())
    outside = ("due_on", "Its day lies outside the strategy’s period, 7 May 2019 to 31 March 2022")
    assert faults(objective(due_on=day("2022-04-01"))) == [outside]
    assert faults(objective(due_on=day("2019-05-06"))) == [outside]

    assert record(objective(0, due_on=day("2022-03-31"))).number == 1
    assert record(objective(0, due_on=day("2019-05-07"))).number == 2


def test_a_period_that_would_leave_an_objective_outside_is_refused():
    record(strategy())
    record(objective(due_on=day("2022-03-31")))

    assert faults(strategy(ends_on=day("2022-03-30"))) == [
        ("ends_on", "Objective 1 is due on 31 March 2022, outside the period")
    ]


def test_a_look_back_rests_on_what_is_recorded():
    assert faults(review()) == [("strategy", "There is no strategy IT-2019")]
    record(strategy())
    record(objective())
    wrong = review(
        2,
        on="2019-05-06",
        verdict="partly",
        evidence=("project/999", "Minutes of 3 April"),
        carries_to="objective/IT-2022/1",
    )

    assert faults(wrong) == [
        ("objective", "Strategy IT-2019 has no objective 2"),
        ("on", "The strategy starts only on 7 May 2019"),
        ("evidence", "Nothing is recorded as project/999"),
        ("carries_to", "There is no objective objective/IT-2022/1"),
    ]
    record_project()
    record(objective(2))
    assert record(review(evidence=("project/277",), carries_to="objective/IT-2019/2")).version


def test_looks_at_several_objectives_are_kept_together_or_not_at_all():
    record(strategy())
    record(objective(1))
    record(objective(2))
    before = number_at()
    whole, wrong = review(1), review(2, evidence=())

    with pytest.raises(writes.UnfitRecord) as refused:
        writes.review_objectives(reviews=[whole, wrong], by="a.patel", at=AT)

    assert [one.place for one in refused.value.faults] == ["2.evidence"]
    assert number_at() == before
    kept = writes.review_objectives(reviews=[whole, review(2)], by="a.patel", at=AT)
    assert [one.objective for one in kept] == [1, 2]
    assert number_at() == before + 2


def test_what_hangs_on_a_strategy_is_read_as_it_was_known():
    record(strategy())
    record(objective())
    early = number_at()
    record_project(objectives=("objective/IT-2019/1",))
    record_project("300")
    record(benefit())
    late = number_at()

    before = reads.strategy_seen("IT-2019", early, TODAY)
    after = reads.strategy_seen("IT-2019", late, TODAY)

    assert before.objectives[0].tree.gap is Gap.NO_PROJECT
    assert before.unhung == ()
    tree = after.objectives[0].tree
    assert [one.reference for one in tree.below] == ["project/277"]
    assert [(one.reference, one.gap) for one in tree.below[0].below] == [
        ("project/277/benefit/1", Gap.NOT_MEASURED)
    ]
    assert [one.project.number for one in after.unhung] == ["300"]


def test_a_benefit_is_measured_by_a_value_and_qualitative_ones_by_words():
    record(strategy())
    record(objective())
    record_project(objectives=("objective/IT-2019/1",))
    record(benefit(number=1))
    record(
        benefit(
            number=2,
            kind=facts.BenefitKind.QUALITATIVE,
            measure=facts.Measure.WORDS,
            metric="Asked",
        )
    )
    for number in (1, 2):
        record(
            facts.Measurement(
                project="277",
                benefit=number,
                on=day("2026-01-02"),
                words="Not counted in the week of the flood",
                source="Survey",
                measured_by="Sam Hale",
            )
        )

    below = reads.strategy_seen("IT-2019", number_at(), TODAY).objectives[0].tree.below[0].below
    day_before = reads.strategy_seen("IT-2019", number_at(), day("2026-01-01"))

    assert [one.gap for one in below] == [Gap.NOT_MEASURED, None]
    assert [one.gap for one in day_before.objectives[0].tree.below[0].below] == [
        Gap.NOT_MEASURED,
        Gap.NOT_MEASURED,
    ]


def test_the_look_back_knows_lateness_lessons_and_what_takes_it_up():
    record(strategy())
    record(objective(1, due_on=day("2020-03-31")))
    record(objective(2))
    record_project(objectives=("objective/IT-2019/1",))
    record(review(1, verdict="partly", carries_to="objective/IT-2019/2"))
    record(review(1, on="2021-09-30", delivered_on=day("2021-03-31")))
    record(
        facts.Lesson(
            number=0,
            learned_from="project/277",
            learned_on=day("2021-01-01"),
            happened="One provider did everything",
            cause="Nobody else was asked",
            effect="A year",
            recommendation="Ask specialists",
            owner="Head of Portfolio",
        )
    )

    found = reads.retrospective("IT-2019", number_at(), TODAY)
    first, second = found.looked
    earlier = reads.retrospective("IT-2019", number_at(), day("2020-12-31")).looked[0]

    assert (first.lateness, first.carried_to, len(first.earlier)) == (365, None, 1)
    assert [one.lesson.number for one in first.lessons] == [1]
    assert (second.review, second.lateness, second.lessons) == (None, 2106, ())
    assert earlier.review is not None
    assert (earlier.lateness, earlier.lessons) == (275, ())
    assert earlier.carried_to is not None
    assert earlier.carried_to.number == 2


def test_an_objective_is_found_by_its_number():
    record(strategy())
    record(objective(1))
    record(objective(2))

    assert reads.objective("IT-2019", 2, number_at()).reference == "objective/IT-2019/2"
    with pytest.raises(reads.UnknownRecord, match="There is no objective IT-2019 9"):
        reads.objective("IT-2019", 9, number_at())


@pytest.mark.parametrize("many", [1, 12])
def test_a_strategy_is_read_in_as_many_queries_whatever_hangs_on_it(many):
    record(strategy())
    for number in range(1, many + 1):
        record(objective(number))
        record_project(str(number), objectives=(f"objective/IT-2019/{number}",))
        record(benefit(str(number)))
        record(review(number))

    with CaptureQueriesContext(connection) as seen:
        reads.strategy_seen("IT-2019", number_at(), TODAY)
    with CaptureQueriesContext(connection) as looked:
        reads.retrospective("IT-2019", number_at(), TODAY)
    with CaptureQueriesContext(connection) as again:
        reads.strategy_seen("IT-2019", number_at(), TODAY)

    # what is judged of projects and benefits is carried from the first to the others
    assert (len(seen), len(looked), len(again)) == (22, 9, 9)


def test_what_needs_a_person_is_gathered_from_every_strategy():
    record(strategy())
    record(objective(due_on=day("2020-03-31")))

    found = attention(day("2020-10-01"), number_at())

    assert [(one.reference, one.why) for one in found] == [
        ("strategy/IT-2019", "It was to be looked at again by 30 September 2020, 1 day ago"),
        (
            "objective/IT-2019/1",
            "It was due on 31 March 2020, and nobody has said what became of it",
        ),
        ("objective/IT-2019/1", "No project is done for it"),
    ]
    assert attention(day("2020-10-01"), number_at() - 2) == []
    assert {one.reference for one in found} <= {
        one.reference for one in attending.attention(day("2020-10-01"), number_at())
    }
