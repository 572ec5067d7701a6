from datetime import UTC, datetime
from typing import ClassVar
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import BadRequest
from django.test import Client
from django.urls import path, resolve

from scrutable.audit.clock import now
from scrutable.config import urls
from scrutable.config.pages import NAVIGATION, council_name, supplier_choices


def _break(request):
    raise ZeroDivisionError


def _misunderstand(request):
    raise BadRequest


class Broken:
    urlpatterns: ClassVar = [
        *urls.urlpatterns,
        path("broken/", _break),
        path("odd/", _misunderstand),
    ]
    handler400, handler403 = urls.handler400, urls.handler403
    handler404, handler500 = urls.handler404, urls.handler500


@pytest.mark.parametrize(
    ("address", "status", "title"),
    [
        ("/nowhere/", 404, "Nothing is kept at this address"),
        ("/broken/", 500, "Something went wrong here"),
        ("/odd/", 400, "That request could not be understood"),
    ],
)
def test_what_is_wrong_is_said_in_our_look(db, settings, address, status, title):
    settings.ROOT_URLCONF = Broken
    client = Client(raise_request_exception=False)

    response = client.get(address)

    assert response.status_code == status
    assert f'<h1 class="govuk-heading-l app-title__heading">{title}</h1>' in response.text


def test_a_form_from_elsewhere_is_refused_in_words(db):
    response = Client(enforce_csrf_checks=True).post("/account/sign-in/", {"login": "x"})

    assert response.status_code == 403
    assert "The form had waited too long" in response.text


def test_who_may_not_is_told_what_and_by_whom_it_can_be_changed(client, member):
    client.force_login(member)

    response = client.get("/people/")

    assert response.status_code == 403
    assert "people of your role may not see people and their roles" in response.text
    assert "An administrator can give you another role." in response.text


OF_ALL = (
    "Attention Meetings Decisions Commitments Contracts Projects Estate Money Assurance Councillors"
)


@pytest.mark.parametrize(
    ("fixture", "expected"),
    [
        ("supplier_person", "Contracts Returns"),
        ("member", f"{OF_ALL} Mitigations Reports"),
        ("officer", f"{OF_ALL} Returns Mitigations Reports Policy"),
        ("contract_manager", f"{OF_ALL} Returns Mitigations Reports Log Policy"),
        ("auditor", f"{OF_ALL} Returns Mitigations Reports Log Policy People"),
        ("administrator", f"{OF_ALL} Returns Mitigations Reports Log Policy People"),
    ],
)
def test_the_navigation_leads_where_one_may_go(client, request, fixture, expected):
    client.force_login(request.getfixturevalue(fixture))

    page = client.get("/account/second-factor/").text

    shown = [place.label for place in NAVIGATION if f'href="{place.path}"' in page]
    assert shown == expected.split()
    assert ('action="/search/"' in page) == (fixture != "supplier_person")


@pytest.mark.parametrize("place", NAVIGATION, ids=lambda place: place.label)
def test_every_place_of_the_navigation_is_there(place):
    resolve(place.path)


def test_the_search_box_leads_somewhere():
    resolve("/search/")


def test_the_council_is_called_as_the_setting_says_until_policy_does(db, settings):
    settings.COUNCIL_NAME = "Westmere County Council"

    assert council_name() == "Westmere County Council"


def test_pages_let_no_script_in_but_ours(client, db):
    policy = client.get("/account/sign-in/").headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "'unsafe-inline'" not in policy
    assert "frame-ancestors 'none'" in policy


def test_a_page_that_did_not_change_is_the_same_to_the_byte(client, auditor):
    client.force_login(auditor)

    first, second = (client.get("/people/").text for _ in range(2))

    def without_token(page):
        return [line for line in page.splitlines() if "csrfmiddlewaretoken" not in line]

    assert without_token(first) == without_token(second)


def test_in_a_demonstration_the_clock_stands(settings):
    settings.STANDING_CLOCK = datetime(2026, 10, 12, 9, tzinfo=ZoneInfo("Europe/London"))

    assert now() == datetime(2026, 10, 12, 8, tzinfo=UTC)


def test_suppliers_are_offered_by_name(db):
    assert supplier_choices() == []


def test_what_a_person_is_shown_is_kept_by_nobody_in_between(client, contract_manager):
    client.force_login(contract_manager)

    assert client.get("/returns/")["Cache-Control"] == "private, no-cache"
