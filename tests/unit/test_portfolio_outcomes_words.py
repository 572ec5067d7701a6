"""What pages say of outcomes and lessons: titles that are findings, numbers that close."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.outcome_facts import (
    day,
    evidence,
    hand_over,
    judgement,
    lesson,
    outcome,
    transition,
    use,
)
from scrutable.meetings import facts as meetings_facts
from scrutable.meetings.rules.programme import placed
from scrutable.portfolio import facts, rules
from scrutable.portfolio.facts import Bearing, OutcomeState
from scrutable.portfolio.presenters import lessons
from scrutable.portfolio.presenters.outcomes import finding, one, tables
from scrutable.portfolio.presenters.outcomes import words as outcome_words

AS_AT = date(2026, 10, 12)
JUDGED = {
    "e": ([judgement()], [evidence()]),
    "p": ([judgement("partly")], [evidence()]),
    "n": ([judgement("not_evidenced")], [evidence("against")]),
    "0": ([], []),
    "?": ([], [evidence()]),
}


def standing(states, **more):
    outcomes = tuple(
        rules.outcome_standing(outcome(at), transition().judged_on, *JUDGED[state])
        for at, state in enumerate(states, 1)
    )
    return facts.TransitionStanding(
        **{"transition": transition(), "outcomes": outcomes, "titles": {}, **more}
    )


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ("", "Infrastructure support: no outcome is stated yet"),
        ("e", "The one outcome: evidenced"),
        ("ee", "Both outcomes are evidenced"),
        ("0", "The one outcome: no evidence at all"),
        ("eee", "All three outcomes are evidenced"),
        ("ep", "One of two outcomes is evidenced"),
        ("eep", "Two of three outcomes are evidenced"),
        ("eeeeeeppp0", "Six of ten outcomes are evidenced, one has no evidence at all"),
        ("n00", "None of three outcomes is evidenced, two have no evidence at all"),
    ],
)
def test_the_title_says_how_many_are_evidenced_and_how_many_have_nothing(states, expected):
    assert finding.title(standing(states)) == expected


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ("e0", ""),
        ("p", "One is partly evidenced."),
        ("ppn", "Two are partly evidenced and one is not evidenced."),
        ("pn??", "One is partly evidenced, one is not evidenced and two are not judged yet."),
    ],
)
def test_the_rest_is_said_in_a_sentence(states, expected):
    assert finding.rest(standing(states)) == expected


@given(st.lists(st.sampled_from("epn0?"), max_size=12))
def test_every_outcome_is_in_one_column_of_the_list(states):
    row = tables.transition_table([standing(states)], AS_AT).rows[0]
    numbers = [int(cell.number) for cell in row[2:8]]

    assert numbers[0] == len(states) == sum(numbers[1:])
    assert numbers[1:] == [states.count(sign) for sign in "epn0?"]


def test_the_list_of_several_transitions_counts_all_outcomes():
    assert finding.all_title([]) == "No transition is recorded"
    assert finding.all_title([standing("e0")]) == (
        "Infrastructure support: one of two outcomes is evidenced, one has no evidence at all"
    )
    assert finding.all_title([standing("")]) == "Infrastructure support: no outcome is stated yet"
    several = [standing("e0"), standing("ee")]
    assert finding.all_title(several) == "3 of 4 outcomes of 2 transitions are evidenced"


def test_an_outcome_shows_the_verdict_before_and_the_verdict_now():
    april, october = judgement("partly"), judgement(on="2026-10-12")
    judged = rules.outcome_standing(outcome(1), (), (april, october), (evidence(),))
    found = standing("", outcomes=(judged,))

    row = tables.outcome_table(found, AS_AT).rows[0]

    assert [cell.words for cell in row] == [
        "1. Have no licensing liabilities",
        "Head of Procurement",
        "Partly evidenced; 14 April 2026",
        "Evidenced; 12 October 2026",
        "1",
        "0",
        "None is set",
    ]


@pytest.mark.parametrize(
    ("judgements", "found", "expected"),
    [
        ([], [], "No evidence at all; Not judged"),
        ([], [evidence()], "Not judged yet"),
        (
            [judgement("not_evidenced")],
            [],
            "No evidence at all; judged not evidenced on 14 April 2026",
        ),
        (
            [judgement(version=5)],
            [evidence(version=1), evidence(version=9)],
            "Evidenced; Evidence has come since; 14 April 2026",
        ),
        (
            [judgement(version=5)],
            [evidence(version=1), evidence(version=9, withdrawn_reason="Miscounted")],
            "Evidenced; Evidence withdrawn since; 14 April 2026",
        ),
    ],
)
def test_a_verdict_is_never_shown_without_what_came_since(judgements, found, expected):
    judged = rules.outcome_standing(outcome(1), (), judgements, found)

    assert tables.now_cell(judged).words == expected


@pytest.mark.parametrize(
    ("bearings", "expected"),
    [
        ("", "No evidence speaks for it and none against it."),
        ("f", "One piece of evidence speaks for it and none against it."),
        ("ffa", "Two pieces of evidence speak for it and one against it."),
        ("aa", "No evidence speaks for it and two against it."),
    ],
)
def test_how_much_speaks_for_it_and_against_it(bearings, expected):
    found = [evidence("for" if sign == "f" else "against") for sign in bearings]

    assert one.speaks(rules.outcome_standing(outcome(1), (), (), found)) == expected


def test_evidence_leads_to_the_record_it_names_and_words_stay_words():
    found = [
        evidence(number=1, source="project/277"),
        evidence(number=2, source="kpi/CSS/CSC_KPI_04/2026-09"),
        evidence(number=3, source="Letter of 3 March 2026"),
    ]
    judged = rules.outcome_standing(outcome(1), (), (), found)

    table = one.evidence_table(
        judged, Bearing.FOR, lambda text: text[0].islower(), {"277": "Store"}, may_withdraw=False
    )

    assert [(row[1].text, row[1].href) for row in table.rows] == [
        ("Letter of 3 March 2026", ""),
        ("KPI CSS/CSC_KPI_04/2026-09", "/trace/kpi/CSS/CSC_KPI_04/2026-09"),
        ("277 Store", "/projects/277/"),
    ]


def test_a_look_says_the_meeting_it_is_put_to_and_what_became_of_its_entry():
    entry = meetings_facts.ProgrammeEntry(
        body="OSMB",
        number=1,
        title="The outcomes",
        purpose=meetings_facts.Purpose.REPORT_BACK,
        owner="Head of Infrastructure",
        due_meeting="OSMB-2026-10-15",
    )
    meeting = meetings_facts.Meeting(code="OSMB-2026-10-15", body="OSMB", on=day("2026-10-15"))
    look = facts.Look(transition="INFRA", on=day("2026-10-12"), entry="programme/OSMB/1")
    found = standing("e", transition=transition(body="OSMB"), looks=(look,))
    put = {entry.reference: placed(entry, [meeting])}

    rows = tables.look_table(found, put, AS_AT, may_put=True).rows

    assert [[cell.words for cell in row] for row in rows] == [
        ["14 April 2026", "Held", "Not put in", "None"],
        ["12 October 2026", "To come", "OSMB/1", "15 October 2026"],
    ]
    bare = tables.look_table(found, {}, date(2026, 10, 13), may_put=False).rows
    assert [cell.words for cell in bare[1]][1:] == ["Overdue", "OSMB/1", "None"]


def test_who_may_not_put_a_look_in_is_not_offered_it():
    found = standing("e", transition=transition(body="OSMB"))

    asked = [
        tables.look_table(found, {}, AS_AT, may_put=may_put).rows[1][2].words
        for may_put in (True, False)
    ]

    assert asked == ["Put it in the work programme", "Not put in"]
    assert tables.look_table(standing("e"), {}, AS_AT, may_put=True).rows[1][2].words == (
        "No body looks at it"
    )


def test_a_project_in_flight_is_never_shown_with_a_blank():
    found = standing(
        "",
        hand_overs=(
            hand_over(),
            hand_over("278", "handed_over", on=day("2026-06-28"), accepted_by="S. Hale"),
            hand_over("279", "stopped", on=day("2026-06-28"), note="Nobody uses it"),
        ),
        titles={"277": "Store"},
    )

    rows = tables.hand_over_table(found, AS_AT, may_change=True).rows

    assert [[cell.words for cell in row[2:]] for row in rows] == [
        ["Waits; Late", "30 June 2026", "Not yet", "Not yet", "None"],
        ["Handed over", "30 June 2026", "28 June 2026", "S. Hale", "None"],
        ["Not taken over", "30 June 2026", "28 June 2026", "Nobody", "Nobody uses it"],
    ]
    assert rows[0][0].href == "/projects/277/"
    assert rows[1][0].href == ""


def taught(*wanting):
    named = ("project/1", "project/2", "project/3")
    uses = [use(applied_to=one) for one in named if one not in wanting]
    return rules.lesson_standing(lesson(1, should_apply_to=named), uses)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([], "No lesson is recorded"),
        ([taught()], "Every lesson is applied everywhere it should be"),
        ([taught("project/1")], "The one lesson is not applied everywhere it should be"),
        (
            [taught("project/1"), taught("project/2"), taught()],
            "Two of three lessons are not applied everywhere they should be",
        ),
    ],
)
def test_the_title_of_lessons_says_how_many_wait(found, expected):
    assert lessons.title(found) == expected


def test_every_state_and_reason_has_its_own_word():
    for words in (
        [tag.word for tag in outcome_words.STATE_TAGS.values()],
        [tag.word for tag in outcome_words.HAND_OVER_TAGS.values()],
        list(lessons.WHY_WORDS.values()),
    ):
        assert len(set(words)) == len(words)
    assert set(outcome_words.STATE_TAGS) == set(OutcomeState)
