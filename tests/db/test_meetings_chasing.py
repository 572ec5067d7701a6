"""Whoever owes a commitment hears of it by e-mail, and that is kept in its history."""

from datetime import UTC, datetime

import pytest
from django.core import mail

from factories.promise_facts import day, due
from factories.stored_promises import made, stored_board, taken
from scrutable.audit import reads as audit
from scrutable.meetings import models, reads, writes
from scrutable.meetings.facts import OwnerAddress, StepKind
from scrutable.work.writes import LettersNotSent

pytestmark = pytest.mark.django_db
LINK = "https://scrutable.westmere.example/commitments/"


@pytest.fixture(autouse=True)
def board():
    stored_board()


def moment(on):
    return datetime.combine(day(on), datetime.min.time(), UTC).replace(hour=9)


def chase(on="10-12"):
    return writes.chase(link=LINK, by="timetable", at=moment(on))


def address(owner, given):
    writes.set_owner_address(owner=owner, address=given, by="t.okafor", at=moment("10-12"))


def kinds(code):
    return [step.kind for step in reads.commitment(code, audit.number_at()).steps]


def test_an_owner_is_written_to_and_the_reminder_is_kept():
    address("Director of Finance", "finance@westmere.example")
    code = made().code

    assert chase() == 1

    assert [letter.to for letter in mail.outbox] == [["finance@westmere.example"]]
    assert mail.outbox[0].subject == "Commitments that wait for your answer"
    assert "2026-001, Overview and Scrutiny Management Board" in mail.outbox[0].body
    assert kinds(code) == [StepKind.CHASED]


def test_nobody_is_written_to_again_before_the_days_of_the_policy_have_passed():
    address("Director of Finance", "finance@westmere.example")
    code = made().code

    assert [chase(on) for on in ("10-12", "10-12", "10-18", "10-19")] == [1, 0, 0, 1]
    assert kinds(code) == [StepKind.CHASED, StepKind.CHASED]


def test_one_address_has_one_letter_about_all_its_posts():
    address("Director of Finance", "finance@westmere.example")
    address("Section 151 Officer", "finance@westmere.example")
    made()
    made(owner="Section 151 Officer", due=due("10-15"))

    assert chase() == 1
    assert "2 commitments wait for your answer" in mail.outbox[0].body


def test_a_person_is_found_by_name_and_a_post_set_goes_first(officer):
    made(owner="anita patel")

    assert chase() == 1
    address("Anita Patel", "cover@westmere.example")

    assert chase("10-19") == 1
    assert [letter.to[0] for letter in mail.outbox] == [
        "a.patel@westmere.example",
        "cover@westmere.example",
    ]


def test_owners_without_an_address_are_named_and_get_no_step():
    code = made(owner="Fenbridge Networks").code

    assert chase() == 0
    letters = reads.letters_due(day("10-12"), audit.number_at(), LINK)

    assert [(letter.address, letter.owners) for letter in letters] == [
        ("", ("Fenbridge Networks",))
    ]
    assert kinds(code) == []


def test_a_letter_that_the_server_refused_is_tried_again_and_the_others_go(settings):
    settings.EMAIL_BACKEND = "factories.refusing_mail.Refusing"
    address("Director of Finance", "refused@westmere.example")
    address("Head of IT", "it@westmere.example")
    refused, told = made().code, made(owner="Head of IT").code

    with pytest.raises(LettersNotSent, match=r"No letter went to refused@westmere\.example: full"):
        chase()
    assert (kinds(refused), kinds(told)) == ([], [StepKind.CHASED])
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert chase() == 1
    assert kinds(refused) == [StepKind.CHASED]


def test_an_answered_commitment_is_left_alone():
    address("Director of Finance", "finance@westmere.example")
    taken(made().code, "answered", "10-1", words="Appended")

    assert chase() == 0


def test_an_address_is_changed_in_place_taken_away_and_never_logged():
    address("  Director of  Finance", "finance@westmere.example")
    address("director of finance", "new@westmere.example")

    assert reads.owner_addresses() == [
        OwnerAddress(owner="director of finance", address="new@westmere.example")
    ]
    address("Director of Finance", "")
    assert reads.owner_addresses() == []
    assert not models.OwnerAddress.objects.exists()
    events = audit.events(subject="owner")
    assert [event.verb for event in events] == ["owner_address_set"] * 3
    assert "westmere.example" not in str(events)


@pytest.mark.parametrize("number", [1, 30])
def test_what_needs_a_person_is_one_list_in_as_few_queries(number, django_assert_max_num_queries):
    for _ in range(number):
        taken(made().code, "chased", "10-1")

    with django_assert_max_num_queries(24):
        found = reads.attention(day("10-12"), audit.number_at())

    assert len([one for one in found if one.reference.startswith("commitment/")]) == number
    assert found == sorted(found, key=lambda one: (-one.gravity, one.since, one.reference))
