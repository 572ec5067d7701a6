import re

import pytest
from django.contrib.auth import SESSION_KEY
from django.urls import reverse

from scrutable.access.facts import PersonDetails, Role
from scrutable.access.models import Person
from scrutable.access.writes import add_person, deactivate
from scrutable.audit.models import Event
from scrutable.registers.facts import Supplier
from scrutable.registers.writes import record_supplier

FIRST = {
    "username": "m.doyle",
    "full_name": "Maeve Doyle",
    "email": "m.doyle@westmere.example",
    "password": "four words make one",
}
NEW = {
    "username": "a.patel",
    "full_name": "Anita Patel",
    "email": "a.patel@westmere.example",
    "role": "officer",
    "supplier": "",
    "password": "",
}


def test_the_first_administrator_is_made_once(client, db):
    assert reverse("access:first") in client.get(reverse("account_login")).text

    response = client.post(reverse("access:first"), FIRST)

    assert response.url == reverse("account_login")
    assert Person.objects.get().role == Role.ADMINISTRATOR
    assert Event.objects.get().verb == "first_administrator_added"
    assert client.get(reverse("access:first")).status_code == 404
    assert client.post(reverse("access:first"), FIRST).status_code == 404
    assert reverse("access:first") not in client.get(reverse("account_login")).text

    credentials = {"login": "m.doyle", "password": FIRST["password"]}
    client.post(reverse("account_login"), credentials)
    assert SESSION_KEY in client.session


def test_the_set_up_code_is_asked_for_where_there_is_one(client, db, settings):
    settings.SETUP_CODE = "from the installer"

    wrong = client.post(reverse("access:first"), FIRST | {"setup_code": "a guess"})
    wanting = client.post(reverse("access:first"), FIRST)

    assert wrong.status_code == wanting.status_code == 422
    assert "This is not the set-up code" in wrong.text
    assert "Enter the set-up code" in wanting.text
    assert not Person.objects.exists()

    client.post(reverse("access:first"), FIRST | {"setup_code": "from the installer"})
    assert Person.objects.exists()


def test_every_fault_is_told_at_once(client, db):
    response = client.post(reverse("access:first"), {"username": "Jo Smith", "password": "short"})

    assert response.status_code == 422
    assert "Username must be small letters and digits" in response.text
    assert "Enter your full name" in response.text
    assert "at least 12 characters" in response.text


def test_an_administrator_adds_somebody_who_chooses_their_password(client, administrator):
    client.force_login(administrator)

    page = client.post(reverse("access:add"), NEW, follow=True)

    assert "Anita Patel is added" in page.text
    link = re.search(r'app-secret">http://127.0.0.1:8000([^<]+)<', page.text)[1]
    client.logout()
    form = client.get(link, follow=True)
    new = "another long password"
    client.post(form.redirect_chain[-1][0], {"password1": new, "password2": new})
    client.post(reverse("account_login"), {"login": "a.patel", "password": new})
    assert SESSION_KEY in client.session


def test_the_log_knows_no_address(client, administrator):
    client.force_login(administrator)

    client.post(reverse("access:add"), NEW)

    event = Event.objects.get(verb="person_added", subject="person/a.patel")
    assert "westmere.example" not in event.body
    assert "Anita Patel" in event.body


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"username": "m.doyle"}, "m.doyle is somebody’s username already; choose another"),
        ({"role": "supplier"}, "Select the supplier they work for"),
        ({"role": ""}, "Select a role"),
        ({"full_name": ""}, "Enter their full name"),
        ({"email": "nobody"}, "E-mail address must be like jo.smith@council.gov.uk"),
        ({"password": "scrutable-demo"}, "this one is shown to everybody"),
    ],
)
def test_what_is_wrong_is_said(client, administrator, said, expected):
    client.force_login(administrator)

    response = client.post(reverse("access:add"), NEW | said)

    assert response.status_code == 422
    assert expected in response.text
    assert not Person.objects.filter(username="a.patel").exists()


def test_a_role_is_changed_with_before_and_after(client, administrator, officer):
    client.force_login(administrator)
    said = NEW | {"role": "contract_manager"}

    response = client.post(reverse("access:change", args=["a.patel"]), said, follow=True)

    assert "Anita Patel is changed" in response.text
    event = Event.objects.get(verb="person_changed")
    assert '"role":"officer"' in event.body
    assert '"role":"contract_manager"' in event.body


def test_the_last_administrator_stays(client, administrator):
    client.force_login(administrator)
    words = "This is the only administrator who may sign in. Make another one first."
    said = NEW | {"full_name": "Maeve Doyle"}

    changed = client.post(reverse("access:change", args=["m.doyle"]), said)
    stopped = client.post(reverse("access:do", args=["m.doyle", "deactivate"]), follow=True)

    assert words in changed.text
    assert words in stopped.text
    administrator.refresh_from_db()
    assert administrator.is_active
    assert administrator.role == "administrator"


def test_somebody_who_leaves_is_out_at_once_and_may_return(client, administrator, officer):
    other = type(client)()
    other.force_login(officer)
    client.force_login(administrator)

    client.post(reverse("access:do", args=["a.patel", "deactivate"]))

    assert other.get("/").url.startswith(reverse("account_login"))
    client.post(reverse("access:do", args=["a.patel", "reactivate"]))
    assert other.get("/").status_code == 200


def test_an_auditor_reads_of_people_and_changes_none(client, auditor, officer):
    client.force_login(auditor)

    page = client.get(reverse("access:person", args=["a.patel"])).text

    assert "Anita Patel" in page
    assert "Stop them from signing in" not in page
    refused = client.post(reverse("access:do", args=["a.patel", "deactivate"]))
    assert refused.status_code == 403
    assert "people of your role may not add people or change their roles" in refused.text


def test_a_link_for_a_new_password(client, administrator, officer):
    client.force_login(administrator)

    page = client.get(reverse("access:link", args=["a.patel"])).text

    assert "http://127.0.0.1:8000/account/password/new/" in page


@pytest.mark.parametrize(
    "address",
    [
        "/people/nobody/",
        "/people/nobody/change/",
        "/people/nobody/link/",
    ],
)
def test_who_is_not_there_is_not_found(client, administrator, address):
    client.force_login(administrator)

    assert client.get(address).status_code == 404


def test_what_cannot_be_done_is_not_found(client, administrator, officer):
    client.force_login(administrator)

    assert client.post("/people/a.patel/promote/").status_code == 404
    assert client.get("/people/a.patel/deactivate/").status_code == 405


def test_supplier_people_are_listed_with_their_supplier(client, administrator, at):
    details = PersonDetails(
        username="n.ward",
        full_name="Nick Ward",
        role=Role.SUPPLIER,
        supplier="supplier/norland-services",
    )
    add_person(details=details, password=None, by="tests", at=at)
    client.force_login(administrator)

    page = client.get(reverse("access:people")).text

    assert "supplier/norland-services" in page
    assert "No password yet" in page


def test_a_person_is_shown_by_name_and_has_a_page(officer):
    assert str(officer) == "Anita Patel"
    assert officer.get_absolute_url() == "/people/a.patel/"


def test_only_a_suppliers_person_belongs_to_a_supplier(client, administrator, at):
    norland = Supplier(reference="supplier/norland-services", name="Norland Services")
    record_supplier(supplier=norland, by="tests", at=at)
    client.force_login(administrator)
    wrong = NEW | {"supplier": norland.reference}

    refused = client.post(reverse("access:add"), wrong)
    added = client.post(reverse("access:add"), wrong | {"role": "supplier"}, follow=True)

    assert "Only a supplier’s people belong to a supplier" in refused.text
    assert "Norland Services" in added.text


def test_no_link_for_somebody_who_may_not_sign_in(client, administrator, officer, at):
    deactivate(username="a.patel", by="m.doyle", at=at)
    client.force_login(administrator)

    assert client.get(reverse("access:link", args=["a.patel"])).status_code == 404
