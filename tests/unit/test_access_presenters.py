import pytest

from scrutable.access.facts import PersonFact, Role
from scrutable.access.presenters import people_summary, people_table, present_person


def person(username="a.patel", **said):
    usual = {
        "full_name": "Anita Patel",
        "email": "",
        "role": Role.OFFICER,
        "supplier": "",
        "is_active": True,
        "has_password": True,
        "has_second_factor": False,
    }
    return PersonFact(username=username, **usual | said)


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ([], "0 people may sign in."),
        ([person()], "1 person may sign in."),
        (
            [person(), person(), person(has_password=False)],
            "2 people may sign in and 1 has no password yet.",
        ),
        (
            [person(), person(has_password=False), person(is_active=False, has_password=False)],
            "1 person may sign in, 1 has no password yet and 1 no longer signs in.",
        ),
        (
            [person(), person(), *[person(has_password=False)] * 2, *[person(is_active=False)] * 2],
            "2 people may sign in, 2 have no password yet and 2 no longer sign in.",
        ),
    ],
)
def test_people_summary(people, expected):
    assert people_summary(people) == expected


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ({}, "May sign in"),
        ({"has_password": False}, "No password yet"),
        ({"is_active": False}, "No longer signs in"),
    ],
)
def test_state_is_a_word(said, word):
    assert present_person(person(**said), {}).state.word == word


def test_nothing_about_a_person_is_blank():
    terms = present_person(person(), {}).terms

    assert [term.value for term in terms] == [
        "a.patel",
        "Officer: reads everything but the log, builds reports and writes commentary",
        "The council",
        "None given",
        "Not set up",
    ]


def test_a_suppliers_person_works_for_the_supplier():
    ward = person(role=Role.SUPPLIER, supplier="supplier/norland-services", has_second_factor=True)

    table = people_table([ward], {"supplier/norland-services": "Norland Services"})

    assert [cell.words for cell in table.rows[0]] == [
        "Anita Patel",
        "a.patel",
        "Supplier",
        "Norland Services",
        "Set up",
        "May sign in",
    ]
