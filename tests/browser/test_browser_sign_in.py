import base64
import hmac
import re
import struct
import time

import pytest

from scrutable.access.facts import DEMONSTRATION_PASSWORD, DEMONSTRATION_PEOPLE, Role
from scrutable.access.models import Person
from scrutable.access.writes import add_person


def code_for(secret):
    """Return what an app shows now, by RFC 6238."""
    counter = struct.pack(">Q", int(time.time()) // 30)
    digest = hmac.digest(base64.b32decode(secret), counter, "sha1")
    at = digest[-1] & 0x0F
    return f"{(struct.unpack('>I', digest[at : at + 4])[0] & 0x7FFFFFFF) % 10**6:06}"


def test_the_first_administrator(page, transactional_db):
    page.open("/account/sign-in/")
    page.assert_good()
    page.get_by_role("link", name="Become the first administrator").click()
    page.assert_good()

    page.get_by_role("button", name="Become the first administrator").click()
    assert page.title().startswith("Error: Set up Scrutable")
    assert page.locator(".govuk-error-summary").evaluate("box => box === document.activeElement")
    page.refused.clear()  # the console speaks of every status from 400 on
    page.assert_good()

    page.get_by_label("Username").fill("m.doyle")
    page.get_by_label("Full name").fill("Maeve Doyle")
    page.get_by_label("Password", exact=True).fill("four words make one")
    page.get_by_role("button", name="Show password").click()
    assert page.get_by_label("Password", exact=True).get_attribute("type") == "text"
    page.get_by_role("button", name="Become the first administrator").click()
    page.get_by_text("You are the first administrator").wait_for()
    assert Person.objects.get().role == Role.ADMINISTRATOR


def test_the_second_factor_comes_first(page, settings, administrator):
    settings.REQUIRE_SECOND_FACTOR = True
    page.sign_in("m.doyle")

    page.get_by_role("heading", name="Set up your second factor").wait_for()
    page.assert_good()
    secret = page.locator(".app-secret").inner_text()
    page.get_by_label("Code").fill(code_for(secret))
    page.get_by_role("button", name="Set it up").click()
    page.get_by_role("heading", name="Your recovery codes").wait_for()
    assert page.locator(".app-codes li").count() == 10
    page.assert_good()


@pytest.mark.parametrize("path", ["/people/", "/people/a.patel/", "/people/add/", "/people/x/"])
def test_pages_of_people(page, administrator, officer, path):
    page.sign_in("m.doyle")
    page.open(path)

    page.refused.clear()  # the console speaks of every status from 400 on
    page.assert_good()


def test_a_demonstration_without_javascript(plain_page, settings, transactional_db, at):
    settings.DEMONSTRATION = True
    for details in DEMONSTRATION_PEOPLE:
        add_person(details=details, password=DEMONSTRATION_PASSWORD, by="tests", at=at)
    plain_page.goto(plain_page.address + "/account/sign-in/")
    assert re.search("Westmere is invented", plain_page.content())

    plain_page.get_by_label("Username").fill("m.doyle")
    plain_page.get_by_label("Password", exact=True).fill("scrutable-demo")
    plain_page.get_by_role("button", name="Sign in").click()
    plain_page.get_by_role("link", name="People").click()

    plain_page.get_by_role("heading", name="People").wait_for()
    assert plain_page.locator("tbody tr").count() == len(DEMONSTRATION_PEOPLE)
