"""A contract manager has the late returns chased, and asks a second time by mistake."""

import pytest
from django.core import mail

from factories.contract_facts import stored_contract


@pytest.fixture
def late(db):
    stored_contract()


@pytest.mark.usefixtures("late", "supplier_person")
def test_late_returns_are_chased_once_a_day(client, contract_manager):
    client.force_login(contract_manager)

    page = client.get("/returns/").content.decode()
    first = client.post("/returns/chase/", follow=True).content.decode()
    second = client.post("/returns/chase/", follow=True).content.decode()

    assert "Write to those who can mend this" in page
    assert "2 letters sent about late returns" in first
    assert "Everybody concerned has had today’s letter already" in second
    assert sorted(letter.to[0] for letter in mail.outbox) == [
        "j.smith@westmere.example",
        "n.ward@westmere.example",
    ]


@pytest.mark.usefixtures("late")
def test_a_supplier_is_offered_no_such_button(client, supplier_person):
    client.force_login(supplier_person)

    assert "Write to those who can mend this" not in client.get("/returns/").content.decode()
