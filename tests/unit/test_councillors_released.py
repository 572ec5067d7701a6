"""What may be counted when: nobody is found out by comparing two days, nor by a sum."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutable.councillors.facts import (
    Confidence,
    CoverLine,
    Helped,
    Kit,
    KitFault,
    KitKind,
    KitOpinion,
    Liking,
    Place,
    Session,
    SkillArea,
    SkillsSaid,
    Trouble,
)
from scrutable.councillors.rules import (
    kit_totals,
    lacking,
    programme,
    released,
    session_totals,
    totals,
)

TODAY = date(2026, 10, 12)
MAIL = SkillArea(code="MAIL", title="E-mail", asks="I can send an attachment")


def said(councillor, level=Confidence.ALONE, version=0, on=TODAY, wants=()):
    return SkillsSaid(
        councillor=councillor, on=on, confidence=(("MAIL", level),), wants=wants, version=version
    )


def of(*councillors):
    return [said(one, version=at) for at, one in enumerate(councillors, 1)]


@pytest.mark.parametrize(
    ("councillors", "counted"),
    [
        ((1, 2, 3, 4), 0),
        ((1, 2, 3, 4, 5), 5),
        ((1, 1, 1, 2, 3, 4, 5), 7),
        ((1, 2, 3, 4, 5, 6, 7, 8, 9), 5),
        ((1, 2, 3, 4, 5, 6, 7, 8, 9, 1), 10),
    ],
)
def test_what_is_said_is_counted_once_five_have_spoken(councillors, counted):
    assert len(released(of(*councillors), 5)) == counted


@given(st.lists(st.integers(1, 9), max_size=40), st.integers(2, 5))
def test_two_moments_differ_by_nobody_or_by_five(councillors, least):
    every = of(*councillors)
    shown = [len(released(every[:at], least)) for at in range(len(every) + 1)]

    for before, after in itertools.pairwise(shown):
        assert after == before or len({one.councillor for one in every[before:after]}) >= least


@given(
    st.lists(st.one_of(st.none(), st.integers(0, 30)), min_size=4, max_size=4),
    st.sampled_from(list(Confidence)),
)
def test_how_many_lack_a_skill_is_said_only_where_the_line_says_it(counts, enough):
    hidden = 12
    answered = sum(one or 0 for one in counts) + (hidden if None in counts else 0)
    line = CoverLine(skill="MAIL", counts=tuple(counts), answered=answered)
    cut = enough - 1
    below, above = counts[:cut], counts[cut:]

    found = lacking(line, enough)

    if None in below and None in above:
        assert found is None
    elif None in below:
        assert found == answered - sum(above)
    else:
        assert found == sum(below)


def test_of_too_few_answers_nothing_is_said():
    found = totals([MAIL], of(1, 2, 3, 4), [], {1, 2, 3, 4}, as_at=TODAY, least=5)

    assert (found.answered, found.counted_to) == (0, None)
    assert found.lines[0].counts == (0, 0, 0, 0)


def test_who_leaves_is_counted_until_five_can_be_left_out():
    every = of(*range(1, 13))

    def answered(serving):
        found = totals([MAIL], every, [], frozenset(serving), as_at=TODAY, least=5)
        return found.answered

    assert answered(range(1, 13)) == 10
    assert answered(range(2, 13)) == 10
    assert answered(range(6, 13)) == 5


def session(on=TODAY + timedelta(days=9), **more):
    given = {"number": 1, "title": "Mail", "skills": ("MAIL",), "on": on, "minutes": 30}
    return Session(**given, by="Trainer", **more)


def test_a_session_called_off_meets_no_need():
    found = programme([MAIL], said(1, Confidence.NOT_YET), [session(called_off="ill")], TODAY)

    assert found == [(MAIL, [])]


def test_who_came_is_a_total_and_a_small_one_is_withheld():
    def came(number):
        places = [Place(session=1, councillor=one, came=one <= number) for one in range(1, 9)]
        return session_totals(session(date(2026, 9, 1)), places, TODAY, 5).came

    assert [came(number) for number in (0, 1, 4, 5, 8)] == [0, None, None, 5, 8]


def test_whether_it_helped_waits_for_five_answers():
    def helped(number):
        places = [
            Place(session=1, councillor=one, came=True, helped=Helped.MUCH, version=one)
            for one in range(1, number + 1)
        ]
        found = session_totals(session(date(2026, 6, 1)), places, TODAY, 5)
        return found.answered, found.helped

    assert helped(4) == (0, (0, 0, 0))
    assert helped(5) == (5, (0, 0, 5))


def test_kit_in_totals():
    kit = [
        Kit(
            number=n,
            councillor=n,
            kind=KitKind.TABLET if n < 8 else KitKind.LAPTOP,
            model="x",
            issued_on=date(2025, 5, 5),
        )
        for n in range(1, 10)
    ]
    likes = [
        KitOpinion(
            councillor=n,
            kind=KitKind.TABLET,
            liking=Liking.LIKES if n < 6 else Liking.DISLIKES,
            on=TODAY,
        )
        for n in range(1, 11)
    ]
    faults = [
        KitFault(
            number=n,
            councillor=n,
            trouble=Trouble.MAIL,
            raised_on=date(2026, 10, 1),
            mended_on=date(2026, 10, n),
        )
        for n in range(2, 8)
    ]

    found = kit_totals(kit, faults, likes, TODAY, 5)

    tablet, laptop = found.lines[0], found.lines[1]
    assert (tablet.devices, tablet.likings, tablet.answered) == (7, (5, 0, 5), 10)
    assert (laptop.devices, laptop.answered) == (None, 0)
    mail = next(one for one in found.faults if one.trouble is Trouble.MAIL)
    assert (mail.raised, mail.median_days, mail.longest_days) == (6, 3, 6)
    assert (found.raised, found.open) == (6, 0)
