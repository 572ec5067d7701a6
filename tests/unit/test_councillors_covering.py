"""Totals of skills that give nobody away, and needs with the sessions that meet them."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutable.councillors.facts import Confidence, CoverLine, Session, SkillArea, SkillsSaid
from scrutable.councillors.rules import cover, needs, withheld

AS_AT = date(2026, 9, 30)
MAIL = SkillArea(code="MAIL", title="E-mail", asks="I can send an attachment")
CALL = SkillArea(code="CALL", title="Video meetings", asks="I can join and mute")


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ((10, 20, 0, 19), (10, 20, 0, 19)),
        ((5, 5), (5, 5)),
        ((4, 10, 35, 0), (None, None, 35, 0)),
        ((1, 2, 46), (None, None, None)),
        ((3, 3, 43), (None, None, 43)),
        ((2, 3, 44), (None, None, 44)),
        ((3, 0, 0), (None, None, None)),
        ((4, 0, 45), (None, 0, None)),
        ((0, 0), (0, 0)),
    ],
)
def test_small_numbers_are_withheld_and_so_is_what_would_give_them_away(counts, shown):
    assert withheld(counts, 5) == shown


COUNTS = st.lists(st.integers(0, 12), min_size=2, max_size=4)


@given(COUNTS, st.integers(2, 6))
def test_nobody_can_work_out_a_small_number_from_the_total(counts, least):
    shown = withheld(counts, least)
    hidden = [at for at, count in enumerate(shown) if count is None]

    assert all(shown[at] in (None, counts[at]) for at in range(len(counts)))
    assert not any(count is not None and 0 < count < least for count in shown)
    total = sum(counts) - sum(count or 0 for count in shown)
    if hidden and sum(counts) >= least:
        could_be = [
            found for found in product(range(total + 1), repeat=len(hidden)) if sum(found) == total
        ]
        assert all(len({found[at] for found in could_be}) > 1 for at in range(len(hidden)))


def said(councillor, mail=Confidence.ALONE, call=None, on=AS_AT, wants=()):
    told = [("MAIL", mail)] + ([("CALL", call)] if call else [])
    return SkillsSaid(councillor=councillor, on=on, confidence=tuple(told), wants=wants)


def test_the_later_answer_counts_and_an_answer_not_given_counts_nowhere():
    first = [said(n, Confidence.NOT_YET, on=date(2025, 9, 30)) for n in range(6)]
    later = [said(n, Confidence.ALONE) for n in range(6)]

    assert cover([MAIL, CALL], [*later, *first], 5) == [
        CoverLine(skill="MAIL", counts=(0, 0, 6, 0), answered=6),
        CoverLine(skill="CALL", counts=(0, 0, 0, 0), answered=0),
    ]


def test_a_total_that_is_small_is_withheld_too():
    assert cover([MAIL], [said(1), said(2)], 5) == [
        CoverLine(skill="MAIL", counts=(None,) * 4, answered=None)
    ]


def session(number, *skills, on=AS_AT, places=None):
    return Session(
        number=number, title="x", skills=skills, on=on, minutes=20, by="y", places=places
    )


def test_needs_are_grouped_with_the_sessions_to_come():
    people = [
        said(1, Confidence.WITH_HELP, Confidence.NOT_YET),
        said(2, Confidence.ALONE, Confidence.ALONE, wants=("CALL",)),
        said(3, Confidence.ALONE, Confidence.WITH_HELP),
    ]
    sessions = [
        session(1, "CALL", places=2),
        session(2, "CALL", "MAIL", places=1),
        session(3, "MAIL", on=date(2026, 9, 29)),
    ]

    call, mail = needs([MAIL, CALL], people, sessions, AS_AT)

    assert (call.skill, call.councillors, call.asked) == ("CALL", frozenset({1, 2, 3}), 1)
    assert (call.sessions, call.places) == ((1, 2), 3)
    assert (mail.councillors, mail.sessions, mail.places) == (frozenset({1}), (2,), 1)


def test_a_need_that_no_session_meets_says_so():
    (found,) = needs([MAIL], [said(1, Confidence.NOT_YET)], [], AS_AT)

    assert (found.sessions, found.places) == ((), 0)


def test_where_any_number_may_come_places_are_not_counted():
    (found,) = needs([MAIL], [said(1, Confidence.NOT_YET)], [session(1, "MAIL")], AS_AT)

    assert found.places is None
