"""How outcomes stand by their evidence and judgements, and what is refused."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.outcome_facts import (
    day,
    evidence,
    hand_over,
    judgement,
    outcome,
    transition,
)
from scrutable.portfolio import facts, rules
from scrutable.portfolio.facts import OutcomeState

SET_DAYS = transition().judged_on


def standing(judgements=(), found=()):
    return rules.outcome_standing(outcome(1), SET_DAYS, judgements, found)


@pytest.mark.parametrize(
    ("judgements", "found", "state"),
    [
        ([], [], OutcomeState.NO_EVIDENCE),
        ([], [evidence()], OutcomeState.NOT_JUDGED),
        ([], [evidence("against")], OutcomeState.NOT_JUDGED),
        ([judgement("not_evidenced")], [], OutcomeState.NO_EVIDENCE),
        ([judgement("not_evidenced")], [evidence("against")], OutcomeState.NOT_EVIDENCED),
        ([judgement("partly")], [evidence()], OutcomeState.PARTLY),
        ([judgement()], [evidence()], OutcomeState.EVIDENCED),
        ([judgement()], [evidence(withdrawn_reason="Miscounted")], OutcomeState.NO_EVIDENCE),
        (
            [judgement("partly"), judgement(on="2026-10-12")],
            [evidence(), evidence(withdrawn_reason="Miscounted")],
            OutcomeState.EVIDENCED,
        ),
    ],
)
def test_an_outcome_stands_as_last_judged_unless_no_evidence_stands(judgements, found, state):
    assert standing(judgements, found).state is state


def test_what_came_or_changed_after_the_verdict_is_evidence_since():
    judged = judgement(version=10)
    before = evidence(number=1, version=9)
    recorded_later = evidence(number=2, version=11)
    dated_later = evidence(number=3, on="2026-04-15", version=8)
    withdrawn_later = evidence(number=4, version=12, withdrawn_reason="Miscounted")
    found = [before, recorded_later, dated_later, withdrawn_later]

    assert [one.number for one in standing([judged], found).since] == [2, 3, 4]
    assert standing([], found).since == ()
    assert standing([judged], [before]).since == ()


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (None, "2026-04-14"),
        (judgement(on="2026-04-14"), "2026-10-12"),
        (judgement(on="2026-09-13"), "2026-10-12"),  # 29 days before: another look
        (judgement(on="2026-09-14"), None),  # 28 days before: the look of that day
        (judgement(on="2026-10-12"), None),
        (judgement(on="2026-10-12", next_look=day("2027-04-12")), "2027-04-12"),
        (judgement(on="2026-04-14", next_look=day("2026-07-14")), "2026-07-14"),
        (judgement(on="2026-04-14", next_look=day("2027-04-12")), "2026-10-12"),
    ],
)
def test_the_next_look_is_the_first_day_that_is_set_and_not_held(last, expected):
    assert rules.next_look(SET_DAYS, last) == (day(expected) if expected else None)


@given(
    set_days=st.lists(st.dates(day("2026-01-01"), day("2026-12-31")), max_size=4),
    on=st.dates(day("2026-01-01"), day("2026-12-31")),
    ahead=st.none() | st.integers(1, 400),
)
def test_no_next_look_is_before_the_last_judgement(set_days, on, ahead):
    last = replace(judgement(), on=on, next_look=on + timedelta(days=ahead) if ahead else None)

    found = rules.next_look(set_days, last)

    assert found is None or found > on
    if last.next_look:
        assert found is not None
        assert found <= last.next_look


def test_every_outcome_is_counted_in_one_state():
    found = facts.TransitionStanding(
        transition=transition(),
        outcomes=(
            standing(),
            standing([judgement()], [evidence()]),
            standing([judgement("partly")], [evidence()]),
        ),
        titles={},
    )

    assert [found.count(state) for state in OutcomeState] == [1, 1, 0, 1, 0]
    assert found.count(*OutcomeState) == 3


def test_looks_are_named_by_the_outset_and_by_judgements_and_those_to_come_are_ahead():
    judged = judgement(on="2026-04-14", next_look=day("2026-07-14"))
    found = facts.TransitionStanding(
        transition=transition(), outcomes=(standing([judged], [evidence()]),), titles={}
    )

    assert rules.looks_named(found) == (day("2026-04-14"), day("2026-07-14"), day("2026-10-12"))
    assert rules.looks_ahead(found) == (day("2026-07-14"), day("2026-10-12"))


def test_a_transition_without_outcomes_is_looked_at_first_on_the_first_set_day():
    assert facts.TransitionStanding(transition=transition(), titles={}).next_look == day(
        "2026-04-14"
    )
    bare = facts.TransitionStanding(transition=transition(judged_on=()), titles={})
    assert bare.next_look is None


def test_a_hand_over_is_late_when_its_day_has_passed_while_it_waits():
    found = facts.TransitionStanding(
        transition=transition(),
        hand_overs=(
            hand_over("1"),
            hand_over("2", "handed_over", on=day("2026-07-20"), accepted_by="A. Patel"),
            hand_over("3", "stopped", on=day("2026-05-20"), note="No longer wanted"),
        ),
        titles={},
    )

    assert found.late(day("2026-06-30")) == ()
    assert [one.project for one in found.late(day("2026-07-01"))] == ["1"]


def places(found):
    return [one.place for one in found]


def test_verdicts_need_evidence_for_and_an_answer_to_evidence_against():
    def refused(verdict, found, **said):
        return places(rules.refusals_of_judgement(judgement(verdict, **said), found))

    assert refused("evidenced", []) == ["verdict"]
    assert refused("partly", []) == ["verdict"]
    assert refused("not_evidenced", []) == []
    assert refused("evidenced", [evidence()]) == []
    assert refused("evidenced", [evidence(on="2026-04-14")]) == []
    assert refused("evidenced", [evidence(on="2026-04-15")]) == ["verdict"]
    assert refused("evidenced", [evidence(withdrawn_reason="Miscounted")]) == ["verdict"]
    assert refused("evidenced", [evidence(), evidence("against")]) == ["answer"]
    assert refused("evidenced", [evidence(), evidence("against")], answer="Seen") == []
    assert refused("partly", [evidence("against")]) == ["verdict", "answer"]
    assert refused("not_evidenced", [evidence("against")]) == ["answer"]
    assert refused("not_evidenced", [evidence("against", on="2026-04-15")]) == []


def test_only_the_same_judge_corrects_a_judgement_of_the_same_day():
    first = judgement("not_evidenced")

    assert places(rules.refusals_of_judgement(first, [], first)) == []
    other = judgement("not_evidenced", judge="Sam Hale")
    assert places(rules.refusals_of_judgement(other, [], first)) == ["judge"]


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (transition(), []),
        (transition(code="new"), ["code"]),
        (transition(code="IN/FRA"), ["code"]),
        (transition(title=" ", owner=""), ["title", "owner"]),
        (transition(judged_on=(day("2026-04-14"),) * 2), ["judged_on"]),
        (transition(code="C" * 40, title="T" * 200), []),
        (outcome(1, text=""), ["text"]),
        (hand_over("…"), ["project"]),
        (hand_over("new"), ["project"]),
        (evidence(what="", source=" "), ["what", "source"]),
        (judgement(judge="", reasons=""), ["judge", "reasons"]),
        (judgement(next_look=day("2026-04-14")), ["next_look"]),
        (judgement(next_look=day("2026-04-15")), []),
        (hand_over(), []),
        (hand_over(project="", for_whom=""), ["project", "for_whom"]),
        (hand_over(on=day("2026-06-30")), ["state"]),
        (hand_over(accepted_by="A. Patel"), ["state"]),
        (hand_over(state="handed_over"), ["on", "accepted_by"]),
        (hand_over(state="handed_over", on=day("2026-06-30"), accepted_by="A. Patel"), []),
        (hand_over(state="stopped"), ["on", "note"]),
        (hand_over(state="stopped", on=day("2026-06-30"), note="No longer wanted"), []),
    ],
)
def test_what_is_wanting_is_named_by_its_field(of, expected):
    assert places(rules.refusals_of(of)) == expected
