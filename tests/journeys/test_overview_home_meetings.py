"""The home page of whoever follows meetings: what comes next, what was asked and done."""

import re

import pytest

from scrutable.access.models import Person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("westmere")]


def words(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


@pytest.fixture
def see(client):
    def seen(username, address="/"):
        client.force_login(Person.objects.get(username=username))
        return words(client.get(address))

    return seen


def test_a_member_sees_the_next_meetings_and_what_was_asked_and_done_before_all_else(see):
    page = see("c.osei")

    order = ["Next meetings", "What was asked for and what was done", "Latest reports"]
    places = [page.index(part) for part in (*order, "What needs attention")]
    assert places == sorted(places)
    assert "Overview and Scrutiny Management Board OSMB-2026-10-22 22 October 2026" in page
    assert "things that committees asked for: two overdue" in page
    assert "Due next" not in page


def test_a_clerk_sees_what_is_due_for_which_meeting(see):
    page = see("a.clerk")

    assert "Due next" in page
    assert "By 14 October 2026 ○ Due Publish time and place" in page
    assert page.index("Next meetings") < page.index("What needs attention")


def test_an_officer_sees_them_after_what_needs_attention(see):
    page = see("a.patel")

    assert page.index("What needs attention") < page.index("Next meetings")


def test_a_supplier_sees_none_of_it(see):
    assert "Next meetings" not in see("n.ward")


def test_attention_holds_meetings_promises_and_decisions_until_a_contract_is_chosen(see):
    everything = see("c.osei", "/attention/")
    of_one = see("c.osei", "/attention/?contract=CSS")

    for sign in ("Commitment 2024-008", "Decision I026341 relied on 3 restated figures"):
        assert sign in everything
        assert sign not in of_one
    figure = "Contacts made online, share of all contacts, July 2026: printed as 53%, 35% now"
    assert figure in everything
