"""How many people are at work: the engine counts whom the rule counts."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutable.housekeeping import engine, rules
from scrutable.housekeeping.facts import Person

AS_AT = date(2026, 9, 30)
COLUMNS = (
    ("at_row", "BIGINT"),
    ("number", "VARCHAR"),
    ("address", "VARCHAR"),
    ("name", "VARCHAR"),
    ("left_on", "DATE"),
)
people = st.lists(
    st.builds(
        Person,
        row=st.just(0),
        number=st.sampled_from(["", " ", "E0007", "7", "8", "E8", "0"]),
        address=st.sampled_from(["", "a@x", "A@X ", "b@x"]),
        name=st.sampled_from(["", "Ann Marsh", "ann  marsh", "Zoë"]),
        left_on=st.none() | st.dates(date(2026, 9, 28), date(2026, 10, 2)),
    ),
    max_size=8,
)


@pytest.fixture(scope="module")
def duck():
    return engine.DuckEngine()


def counted(duck, found):
    rows = [(at, p.number, p.address, p.name, p.left_on) for at, p in enumerate(found, start=2)]
    duck.table("people", COLUMNS, rows)
    engine.know_people(duck)
    return engine.people_at_work(duck, AS_AT)


@given(found=people)
def test_people_at_work_are_those_who_have_not_left(duck, found):
    staff = rules.staff([replace(one, row=at) for at, one in enumerate(found, start=2)])

    assert counted(duck, found) == sum(
        not staff.has_left(person, AS_AT) for person in staff.left_on
    )


@pytest.mark.parametrize(
    ("left_on", "number"),
    [(None, 1), (date(2026, 10, 1), 1), (AS_AT, 1), (date(2026, 9, 29), 0)],
)
def test_somebody_is_at_work_on_their_last_day(duck, left_on, number):
    assert (
        counted(duck, [Person(row=2, number="7", address="", name="", left_on=left_on)]) == number
    )
