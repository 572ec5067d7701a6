"""What a strategy, an objective and a look back may not say; lateness; what a person should see."""

from datetime import date

import pytest

from factories.strategy_facts import day, objective, review, strategy
from scrutable.kernel.attention import Gravity
from scrutable.portfolio import rules
from scrutable.portfolio.facts import ObjectiveSeen, StrategySeen
from scrutable.portfolio.rules.attending.strategies import strategy_attention

PART = review(on="2020-09-30", verdict="partly", delivered_on=date(2020, 5, 1))
POLICY = {"review_within_days": 60, "overdue_serious_after_days": 183}


def places(of):
    return [one.place for one in rules.refusals_of(of)]


@pytest.mark.parametrize(
    ("changed", "fields"),
    [
        ({}, []),
        ({"code": "new"}, ["code"]),
        ({"code": "IT 2019"}, ["code"]),
        ({"title": " ", "purpose": "", "owner": ""}, ["title", "purpose", "owner"]),
        ({"ends_on": day("2019-05-06")}, ["ends_on"]),
        ({"ends_on": day("2019-05-07"), "review_on": None}, []),
        ({"review_on": day("2019-05-07")}, []),
        ({"review_on": day("2019-05-06")}, ["review_on"]),
        ({"review_on": day("2024-04-01")}, []),
        ({"review_on": day("2024-04-02")}, ["review_on"]),
        ({"approved_on": day("2019-05-07")}, ["approved_by"]),
        ({"approved_by": "Executive"}, ["approved_on"]),
        ({"decision": "decision/I017909"}, ["approved_on"]),
        ({"decision": "decision/I017909", "approved_on": day("2022-04-01")}, ["approved_on"]),
        ({"approved_by": "Executive", "approved_on": day("2022-03-31")}, []),
        ({"follows": "IT-2019"}, ["follows"]),
        ({"sub_strategies": ("Technical",)}, ["sub_strategies"]),
        ({"sub_strategies": (": what it runs on",)}, ["sub_strategies"]),
    ],
)
def test_a_strategy_is_refused_for_each_field_that_cannot_be(changed, fields):
    assert places(strategy(**changed)) == fields


def test_everything_that_is_wrong_is_said_at_once_with_its_remedy():
    wrong = strategy(code="new", owner="", ends_on=day("2019-01-01"), sub_strategies=("Technical",))

    found = rules.refusals_of(wrong)

    assert [one.place for one in found] == ["code", "owner", "ends_on", "sub_strategies"]
    assert str(found[2]) == (
        "ends_on: It ends before it starts on 7 May 2019; give that day or a later one"
    )


def test_an_objective_needs_its_words_its_outcome_and_its_owner():
    assert places(objective()) == []
    assert places(objective(text="", corporate_outcome=" ", owner="")) == [
        "text",
        "corporate_outcome",
        "owner",
    ]


@pytest.mark.parametrize(
    ("said", "fields"),
    [
        (review(), []),
        (review(evidence=()), ["evidence"]),
        (review(verdict="partly", evidence=()), ["evidence"]),
        (review(verdict="not_delivered", evidence=()), []),
        (review(verdict="superseded", evidence=()), []),
        (review(delivered_on=None), ["delivered_on"]),
        (review(verdict="partly", delivered_on=None), []),
        (review(verdict="not_delivered", delivered_on=day("2020-01-01")), ["delivered_on"]),
        (review(delivered_on=day("2020-09-30")), []),
        (review(delivered_on=day("2020-10-01")), ["delivered_on"]),
        (review(reasons="", reviewer=" "), ["reasons", "reviewer"]),
        (review(planned="", delivered=" "), ["planned", "delivered"]),
        (review(carries_to="objective/IT-2019/1"), ["carries_to"]),
        (review(carries_to="objective/IT-2019/2"), []),
    ],
)  # fmt: skip
def test_a_look_back_is_refused_for_each_field_that_cannot_be(said, fields):
    assert places(said) == fields


def test_nobody_looks_back_from_a_day_that_has_not_come():
    assert rules.refusals_on(review(on="2020-09-30"), date(2020, 9, 30)) == []
    assert [one.place for one in rules.refusals_on(review(on="2020-09-30"), date(2020, 9, 29))] == [
        "on"
    ]


@pytest.mark.parametrize(
    ("due", "said", "as_at", "days"),
    [
        ("2015-06-30", review(delivered_on=day("2019-06-30")), "2020-09-30", 1461),
        ("2020-03-31", review(delivered_on=day("2020-03-31")), "2020-09-30", 0),
        ("2020-03-31", review(delivered_on=day("2020-03-01")), "2020-09-30", -30),
        ("2020-03-31", review(verdict="partly"), "2020-04-01", 1),
        ("2020-03-31", review(verdict="not_delivered"), "2020-03-31", None),
        ("2020-03-31", review(verdict="superseded"), "2020-09-30", None),
        ("2020-03-31", None, "2020-04-30", 30),
        ("2020-03-31", None, "2020-03-31", None),
        (None, review(), "2020-09-30", None),
        ("2020-06-30", PART, "2021-01-01", 185),
        ("2020-12-31", PART, "2020-12-31", None),
        ("2020-12-31", PART, "2021-01-01", 1),
    ],
)
def test_lateness_is_counted_from_the_day_it_was_due(due, said, as_at, days):
    assert rules.lateness(day(due) if due else None, said, day(as_at)) == days


def test_the_last_look_by_the_day_stands_and_the_earlier_follow():
    looks = [review(on="2020-09-30"), review(on="2021-09-30"), review(2, on="2020-09-30")]

    found = rules.last_reviews(looks, day("2021-09-30"))
    before = rules.last_reviews(looks, day("2021-09-29"))

    assert [one.on for one in found[1]] == [day("2021-09-30"), day("2020-09-30")]
    assert [one.on for one in before[1]] == [day("2020-09-30")]
    assert found[2] == (looks[2],)


def seen(as_at, *, projects=True, looked=None, **changed):
    one = objective(due_on=None, **changed)
    tree = rules.lines_of_sight([one], [], [])[0]
    if projects:
        tree = type(tree)(rung=tree.rung, reference=tree.reference, label=tree.label)
    found = ObjectiveSeen(objective=one, projects=(), review=looked, tree=tree)
    return StrategySeen(strategy=strategy(), as_at=day(as_at), objectives=(found,), unhung=())


def attention(*found):
    return [(one.reference, one.gravity, one.why) for one in strategy_attention(found, POLICY)]


def test_a_look_is_asked_for_before_its_day_and_more_gravely_after():
    assert attention(seen("2020-07-31")) == []
    for early in ("2020-08-01", "2020-09-30"):
        assert attention(seen(early)) == [
            ("strategy/IT-2019", Gravity.NOTE, "It is to be looked at again by 30 September 2020")
        ]
    assert attention(seen("2020-10-01")) == [
        (
            "strategy/IT-2019",
            Gravity.CONCERN,
            "It was to be looked at again by 30 September 2020, 1 day ago",
        )
    ]
    assert [one[1] for one in attention(seen("2021-04-01"))] == [Gravity.CONCERN]
    assert [one[1] for one in attention(seen("2021-04-02"))] == [Gravity.SERIOUS]


def test_a_look_at_every_objective_near_its_day_is_enough():
    assert attention(seen("2020-10-01", looked=review(on="2020-09-28"))) == []
    assert attention(seen("2020-10-01", looked=review(on="2020-03-31"))) == []
    assert len(attention(seen("2020-10-01", looked=review(on="2020-03-30")))) == 1


def test_an_objective_past_its_day_without_a_look_needs_a_person():
    def due(as_at, looked=None):
        one = objective(due_on=day("2020-03-31"))
        tree = seen(as_at).objectives[0].tree
        found = ObjectiveSeen(objective=one, projects=(), review=looked, tree=tree)
        plan = strategy(review_on=None)
        return StrategySeen(strategy=plan, as_at=day(as_at), objectives=(found,), unhung=())

    late = "It was due on 31 March 2020, and nobody has said what became of it"
    assert attention(due("2020-03-31")) == []
    assert attention(due("2020-04-01")) == [("objective/IT-2019/1", Gravity.CONCERN, late)]
    assert attention(due("2020-10-01")) == [("objective/IT-2019/1", Gravity.SERIOUS, late)]
    assert attention(due("2020-04-01", review(on="2020-03-31"))) == []
    assert len(attention(due("2020-04-01", review(on="2020-03-30")))) == 1


def test_an_objective_with_nothing_under_it_needs_a_person_while_its_strategy_runs():
    assert attention(seen("2019-05-06", projects=False)) == []
    assert attention(seen("2019-05-07", projects=False)) == [
        ("objective/IT-2019/1", Gravity.CONCERN, "No project is done for it")
    ]
    assert attention(seen("2020-01-01", projects=False, looked=review(on="2019-12-01"))) == []
