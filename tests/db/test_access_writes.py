import json
from dataclasses import replace

import pytest
from allauth.mfa.models import Authenticator
from django.db import IntegrityError

from scrutable.access import reads, writes
from scrutable.access.facts import DEMONSTRATION_PEOPLE, PersonDetails, Role
from scrutable.access.models import Person
from scrutable.audit.models import Event

PATEL = PersonDetails(
    username="a.patel", full_name="Anita Patel", role=Role.OFFICER, email="a.patel@x.example"
)


@pytest.fixture
def added(db, at):
    return writes.add_person(details=PATEL, password="a long enough password", by="m.doyle", at=at)


def test_add_person(added, at):
    found = reads.person("a.patel")

    assert found.reference == "person/a.patel"
    assert (found.full_name, found.role, found.is_active) == ("Anita Patel", Role.OFFICER, True)
    assert found.has_password
    event = Event.objects.get()
    assert (event.verb, event.subject, event.by) == ("person_added", "person/a.patel", "m.doyle")


def test_without_a_password_nobody_gets_in(db, at):
    person = writes.add_person(details=PATEL, password=None, by="m.doyle", at=at)

    assert not person.has_usable_password()
    assert not reads.person("a.patel").has_password


def test_the_same_address_of_two_people_has_two_digests(added, at):
    again = PersonDetails(
        username="b.patel", full_name="B Patel", role=Role.OFFICER, email=PATEL.email
    )
    writes.add_person(details=again, password=None, by="m.doyle", at=at)

    digests = {json.loads(event.body)["after"]["email_digest"] for event in Event.objects.all()}

    assert len(digests) == 2
    assert all(len(digest) == 64 for digest in digests)


def test_a_username_is_given_once_and_a_refusal_leaves_no_event(added, at):
    with pytest.raises(writes.UsernameTaken, match=r"a.patel is somebody’s username already"):
        writes.add_person(details=PATEL, password=None, by="m.doyle", at=at)

    assert Event.objects.count() == 1


def test_the_first_administrator_is_the_first(added, at):
    with pytest.raises(writes.AlreadySetUp, match="set up already"):
        writes.first_administrator(details=PATEL, password="x", by="a.patel", at=at)


def test_a_change_of_role_is_kept_with_what_it_was(added, at):
    writes.change_person(details=replace(PATEL, role=Role.AUDITOR), by="m.doyle", at=at)

    assert reads.person("a.patel").role is Role.AUDITOR
    body = json.loads(Event.objects.get(verb="person_changed").body)
    assert body["before"]["role"] == "officer"
    assert body["after"]["role"] == "auditor"


def test_nobody_is_changed_who_is_not_there(db, at):
    with pytest.raises(writes.NoSuchPerson, match=r"Nobody has the username a.patel"):
        writes.change_person(details=PATEL, by="m.doyle", at=at)


def test_of_two_administrators_one_may_leave(administrator, at):
    second = PersonDetails(username="x", full_name="X", role=Role.ADMINISTRATOR)
    writes.add_person(details=second, password=None, by="m.doyle", at=at)

    writes.deactivate(username="m.doyle", by="x", at=at)

    with pytest.raises(writes.LastAdministrator):
        writes.change_person(details=replace(second, role=Role.OFFICER), by="x", at=at)
    with pytest.raises(writes.LastAdministrator):
        writes.deactivate(username="x", by="x", at=at)


def test_a_lost_second_factor_is_taken_off(added, at):
    Authenticator.objects.create(user=added, type=Authenticator.Type.TOTP, data={"secret": "x"})
    assert reads.has_second_factor("a.patel")

    writes.remove_second_factor(username="a.patel", by="m.doyle", at=at)

    assert not reads.has_second_factor("a.patel")
    assert Event.objects.latest("number").verb == "second_factor_removed"


def test_an_erased_person_is_no_longer_tied_to_the_digest(added, at):
    salt = added.salt

    writes.erase_address(username="a.patel", by="m.doyle", at=at)

    person = Person.objects.get()
    assert person.email == ""
    assert person.salt != salt


def test_people_are_listed_active_first_then_by_name(db, at):
    for details in DEMONSTRATION_PEOPLE:
        writes.add_person(details=details, password=None, by="tests", at=at)
    writes.deactivate(username="a.patel", by="m.doyle", at=at)

    found = [person.username for person in reads.people()]

    active = [
        *("a.clerk", "b.khan", "c.osei", "d.reyes", "h.brandt", "j.smith", "k.adeyemi", "m.doyle"),
        *("n.ward", "r.lindqvist", "t.okafor"),
    ]
    assert found == [*active, "a.patel"]


def test_people_take_two_queries(db, at, django_assert_num_queries):
    for details in DEMONSTRATION_PEOPLE:
        writes.add_person(details=details, password=None, by="tests", at=at)

    with django_assert_num_queries(2):
        reads.people()


@pytest.mark.parametrize(
    ("role", "supplier"),
    [("supplier", ""), ("officer", "supplier/norland-services"), ("supplier", "norland")],
)
def test_a_supplier_belongs_to_suppliers_people_only(db, role, supplier):
    with pytest.raises(IntegrityError, match="access_person_supplier_for_suppliers_only"):
        Person.objects.create(username="x", full_name="X", role=role, supplier=supplier)


def test_a_role_is_one_of_the_six(db):
    with pytest.raises(IntegrityError, match="access_person_role_is_known"):
        Person.objects.create(username="x", full_name="X", role="king")
