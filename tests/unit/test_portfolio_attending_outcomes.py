"""When a look, an outcome without evidence and a late hand-over come to the list, and how grave."""

from datetime import timedelta

import pytest

from factories.outcome_facts import day, evidence, hand_over, judgement, outcome, transition
from scrutable.portfolio import facts, rules
from scrutable.portfolio.rules.attending.outcomes import OutcomesWatched, outcomes_attention

POLICY = {
    "look_within_days": 28,
    "placed_within_days": 200,
    "evidence_within_days": 90,
    "graver_after_days": 28,
    "look_overdue": {"gravity": "concern"},
    "not_placed": {"gravity": "note"},
    "no_evidence": {"gravity": "concern"},
    "evidence_since": {"gravity": "note"},
    "hand_over_late": {"gravity": "concern"},
}
SHOWN = (evidence(),)


def standing(number, judged_on, found=SHOWN):
    return rules.outcome_standing(
        outcome(number), transition().judged_on, [judgement(on=judged_on)], found
    )


def attended(as_at, outcomes=(), hand_overs=(), body=""):
    of = transition(body=body)
    found = facts.TransitionStanding(
        transition=of, outcomes=outcomes, hand_overs=hand_overs, titles={}
    )
    watched = OutcomesWatched(as_at=day(as_at), found=[found], policy=POLICY)
    return list(outcomes_attention(watched))


@pytest.mark.parametrize(
    ("as_at", "gravity", "why"),
    [
        ("2026-09-14", "NOTE", "The look is due in 28 days"),
        ("2026-10-12", "NOTE", "The look is due today"),
        ("2026-10-13", "CONCERN", "The look was due on 12 October 2026, 1 day ago"),
        ("2026-11-09", "CONCERN", "The look was due on 12 October 2026, 28 days ago"),
        ("2026-11-10", "SERIOUS", "The look was due on 12 October 2026, 29 days ago"),
    ],
)
def test_a_look_is_named_four_weeks_ahead_and_is_graver_four_weeks_late(as_at, gravity, why):
    judged_early = standing(2, "2026-10-01")

    (found,) = attended(as_at, (standing(1, "2026-04-14"), judged_early))

    assert (found.gravity.name, found.why) == (gravity, why)
    assert found.what == "Infrastructure support: 1 outcome to be judged"
    assert found.due == day("2026-10-12")


def test_a_look_further_off_is_not_named():
    assert attended("2026-09-13", (standing(1, "2026-04-14"),)) == []


def test_a_coming_look_that_no_work_programme_holds_is_noted():
    def named(as_at):
        found = attended(as_at, (standing(1, "2026-04-14"),), body="OSMB")
        return [(one.gravity.name, one.why) for one in found]

    assert named("2026-04-01") == [("NOTE", "It is not in the work programme of OSMB")]


def test_an_outcome_waits_ninety_days_for_its_first_evidence():
    bare = rules.outcome_standing(outcome(1), (day("2027-10-12"),), [], [])
    told = rules.outcome_standing(outcome(2), (day("2027-10-12"),), [], [evidence("against")])
    begun = transition().on

    def named(days):
        return [one.why for one in attended(str(begun + timedelta(days=days)), (bare, told))]

    assert named(89) == []
    assert named(90) == ["No evidence for it or against it, 90 days after the change"]


def test_evidence_that_went_is_named_as_what_came():
    gone = evidence(version=9, withdrawn_reason="Miscounted")

    (found,) = attended("2026-05-01", (standing(1, "2026-04-14", (evidence(), gone)),))

    assert found.why == "Evidence has come or gone since it was judged on 14 April 2026"


@pytest.mark.parametrize(
    ("as_at", "gravity"),
    [
        ("2026-06-30", []),
        ("2026-07-01", ["CONCERN"]),
        ("2026-07-28", ["CONCERN"]),
        ("2026-07-29", ["SERIOUS"]),
    ],
)
def test_a_hand_over_is_late_after_its_day_while_it_waits(as_at, gravity):
    done = hand_over("9", "handed_over", on=day("2026-08-01"), accepted_by="Sam Hale")

    found = attended(as_at, (standing(1, "2026-10-01"),), (hand_over(), done))

    assert [one.gravity.name for one in found if "hand-over" in one.reference] == gravity


def test_nothing_is_asked_of_a_transition_that_is_to_come():
    assert attended("2026-03-31", (), (hand_over(due="2026-01-01"),)) == []
