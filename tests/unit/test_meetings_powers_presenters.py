"""Delegations and recommendations in words: a finding for every state, never a colour alone."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from scrutable.contracts.presenters.addresses import record_address
from scrutable.meetings.facts import (
    Answer,
    Delegation,
    DelegationState,
    DelegationUse,
    Recommendation,
    RecommendationState,
)
from scrutable.meetings.presenters.addresses import reference_address
from scrutable.meetings.presenters.powers import delegations, recommendations, words

TODAY = date(2026, 10, 12)
DELEGATION = Delegation(
    year=2026,
    number=3,
    body="EXEC",
    to="Director of Finance",
    acts=("Appoint ICT officers", "Commence procurement"),
    consultees=("Leader",),
    limit_pounds=Decimal(250_000),
    each_pounds=Decimal(100_000),
    from_on=date(2026, 6, 1),
    expires_on=date(2026, 12, 31),
    made_in="EXEC-2026-05-19",
)
FREE = replace(DELEGATION, limit_pounds=None, each_pounds=None, consultees=(), expires_on=None)
USE = DelegationUse(
    delegation="2026-003",
    number=1,
    on=date(2026, 7, 1),
    used_by="Director of Finance",
    act="Appoint ICT officers",
    what="Two engineers",
    pounds=Decimal(90_000),
)
REFUSED = replace(USE, number=2, refused_because=("Sum: too much. Stop.",))
ADVICE = Recommendation(
    year=2026, number=1, body="OSMB", to="EXEC", text="Publish.", made_in="OSMB-2026-07-23"
)
NOTICED = replace(ADVICE, received_on=date(2026, 8, 4), noticed_on=date(2026, 8, 4))
MAY_USE, MOST = "Director of Finance may use it", "at most £100,000 each time"
LAST = "31 December 2026"
NAMES = {"EXEC": "Executive", "OSMB": "Board"}


@pytest.mark.parametrize(
    ("states", "tags"),
    [
        (DelegationState, words.DELEGATION_TAGS),
        (RecommendationState, words.RECOMMENDATION_TAGS),
    ],
)
def test_every_state_has_its_own_word_and_a_shape(states, tags):
    assert set(tags) == set(states)
    assert len({tag.word for tag in tags.values()}) == len(tags)
    assert all(tag.shape and tag.colour for tag in tags.values())
    assert set(words.ANSWER_WORDS) == set(recommendations.ANSWER_COLOURS) == set(Answer)


@pytest.mark.parametrize(
    ("found", "uses", "title"),
    [
        ([], {}, "Nothing has been delegated"),
        ([DELEGATION], {}, "One delegation is in force"),
        ([DELEGATION, FREE], {"2026-003": [USE]}, "Two delegations are in force"),
        (
            [DELEGATION],
            {"2026-003": [USE, REFUSED]},
            "One delegation is in force, and one use was refused",
        ),
        (
            [replace(DELEGATION, from_on=date(2027, 1, 1))],
            {"2026-003": [REFUSED, REFUSED]},
            "No delegations are in force, and two uses were refused",
        ),
    ],
)
def test_the_list_begins_with_its_finding(found, uses, title):
    assert delegations.title(found, uses, TODAY) == title


@pytest.mark.parametrize(
    ("one", "title"),
    [
        (DELEGATION, "Director of Finance has £160,000 of £250,000 left"),
        (FREE, "Director of Finance may act without a limit in pounds"),
        (
            replace(DELEGATION, from_on=date(2026, 11, 1)),
            "Director of Finance may act from 1 November 2026",
        ),
        (
            replace(DELEGATION, expires_on=date(2026, 10, 11)),
            "The delegation to Director of Finance expired on 11 October 2026",
        ),
        (
            replace(DELEGATION, ended_on=date(2026, 10, 1), ended_because="x"),
            "The delegation to Director of Finance was ended on 1 October 2026",
        ),
    ],
)
def test_one_delegation_begins_with_where_it_stands(one, title):
    assert delegations.one_title(one, [USE, REFUSED], TODAY) == title


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (
            DELEGATION,
            f"{MAY_USE} after consulting Leader, for £160,000 more, {MOST}, until {LAST}.",
        ),
        (FREE, f"{MAY_USE}."),
    ],
)
def test_the_form_says_what_may_be_done(one, said):
    assert delegations.scope_words(one, [USE]) == said


def test_a_delegation_without_limits_leaves_no_cell_blank():
    (row,) = delegations.delegation_table([FREE], {}, NAMES, TODAY).rows
    (used,) = delegations.use_table(FREE, [replace(USE, pounds=None)]).rows

    assert [cell.text for cell in row[3:6]] == ["No limit set", "£0", "No limit set"]
    assert [cell.words for cell in used][4:9] == [
        "Director of Finance",
        "No sum",
        "No limit set",
        "Nobody",
        "None named",
    ]


def test_what_is_left_stands_beside_each_use_in_turn():
    table = delegations.use_table(DELEGATION, [USE, REFUSED, replace(USE, number=3)])

    assert [(row[0].text, row[6].text) for row in table.rows] == [
        ("3", "£70,000"),
        ("2", "£160,000"),
        ("1", "£160,000"),
    ]


@pytest.mark.parametrize(
    ("found", "title"),
    [
        ([], "Scrutiny has recommended nothing to the executive"),
        ([ADVICE], "No answer to scrutiny is awaited or overdue"),
        ([NOTICED], "One answer to scrutiny is overdue"),
        ([NOTICED, NOTICED], "Two answers to scrutiny are overdue"),
        (
            [replace(NOTICED, noticed_on=date(2026, 8, 13))],
            "No answer is overdue, and one is awaited",
        ),
        (
            [replace(NOTICED, noticed_on=date(2026, 8, 13))] * 2,
            "No answer is overdue, and two are awaited",
        ),
    ],
)
def test_the_list_of_recommendations_begins_with_what_is_owed(found, title):
    assert recommendations.title(found, TODAY) == title


@pytest.mark.parametrize(
    ("one", "title", "summary"),
    [
        (ADVICE, "No answer is owed, because no notice was given", ADVICE.text),
        (
            NOTICED,
            "Executive owed an answer by 3 October 2026",
            "That was 9 days ago. The law gives two months: s.9FE.",
        ),
        (
            replace(NOTICED, noticed_on=date(2026, 8, 13)),
            "Executive owes an answer by 12 October 2026",
            "That is today. The law gives two months: s.9FE.",
        ),
        (
            replace(NOTICED, answer=Answer.REJECTED, answered_on=date(2026, 9, 1)),
            "Executive rejected what scrutiny recommended",
            NOTICED.text,
        ),
        (
            replace(
                NOTICED,
                published_on=date(2026, 8, 1),
                answer=Answer.ACCEPTED,
                answered_on=date(2026, 9, 1),
            ),
            "Executive accepted what scrutiny recommended, but has not published its answer",
            NOTICED.text,
        ),
    ],
)
def test_one_recommendation_begins_with_where_it_stands(one, title, summary):
    assert recommendations.one_title(one, NAMES, TODAY) == title
    assert recommendations.summary(one, TODAY) == summary


def test_an_answer_is_said_with_its_reasons_and_days():
    one = replace(
        NOTICED,
        answer=Answer.ACCEPTED_IN_PART,
        action="Publish ten",
        answer_reasons="Ten are sensitive.",
        answered_on=date(2026, 9, 1),
        answer_published_on=date(2026, 9, 2),
    )
    (row,) = recommendations.recommendation_table([one], NAMES, TODAY).rows

    assert [tag.word for tag in row[1].tags] == ["Accepted in part", "Answered"]
    assert row[5].text == "Publish ten. Ten are sensitive."
    assert row[5].note == "1 September 2026, published 2 September 2026"


@pytest.mark.parametrize(
    ("reference", "address"),
    [
        ("limb/OSMB-2026-09-24-1/3", "/minutes/OSMB-2026-09-24-1/?limb=3#limb-3"),
        ("decision/I017909", "/decisions/I017909/"),
        ("", ""),
    ],
)
def test_a_source_leads_to_its_page(reference, address):
    assert reference_address(reference) == address


def test_a_use_leads_to_its_delegation():
    assert record_address("delegation/2026-003") == "/delegations/2026-003/"
    assert record_address("delegation/2026-003/2") == "/delegations/2026-003/"
