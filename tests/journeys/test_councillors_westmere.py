"""Westmere’s councillors: what the story says, and that the four who need something are safe."""

import pytest

from scrutable.access.models import Person
from scrutable.councillors import reads

pytestmark = pytest.mark.usefixtures("westmere")
NEEDED = ("screen reader", "hearing loop", "Speech to text", "Large print, and a screen")


def signed_in(client, username):
    client.force_login(Person.objects.get(username=username))
    return client


def test_the_figures_of_the_story(client, db):
    client = signed_in(client, "c.osei")

    assert "of 58 councillors" in client.get("/councillors/").text
    assert ">49<" in client.get("/councillors/").text
    kit = client.get("/councillors/kit/").text
    assert "9 of 43 councillors who answered dislike the tablet" in kit
    assert (
        "Paper is behind its target: 96,000 pages in a year"
        in client.get("/councillors/paper/").text
    )


def test_four_need_something_and_nobody_but_the_named_finds_out(client, db):
    forms = reads.access_forms()
    assert sum(reads.access_needs(form).is_any for form in forms) == 4

    for username in ("m.doyle", "r.lindqvist", "t.okafor", "j.smith"):
        looking = signed_in(client, username)
        for address in ("/councillors/access/", "/councillors/access/46/"):
            assert looking.get(address).status_code == 403
        for address in ("/log/", "/attention/", "/search/?q=reader", "/councillors/"):
            page = looking.get(address).text
            assert [words for words in NEEDED if words in page] == []
    assert "hearing loop" in signed_in(client, "a.patel").get("/councillors/access/46/").text


def test_a_report_is_offered_in_the_form_that_a_councillor_reads_best(client, db):
    own = signed_in(client, "c.osei").get("/reports/CSS-2026-1/").text
    first = own.split('class="app-downloads__list"', 1)[1].split("</li>", 1)[0]
    assert "Large print" in first
    assert "your form" in first
    assert "your form" not in signed_in(client, "a.patel").get("/reports/CSS-2026-1/").text

    text = client.get("/reports/CSS-2026-1/forms/plain-text/")
    assert text["Content-Type"] == "text/plain; charset=utf-8"
    assert client.get("/reports/CSS-2026-1/forms/large-print/").content.startswith(b"%PDF")
    assert client.get("/reports/CSS-2026-1/forms/none/").status_code == 404
