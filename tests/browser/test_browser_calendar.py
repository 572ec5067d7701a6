"""Meetings, programmes and the forward plan in Debian's chromium, with long names and nothing."""

import pytest
import time_machine

from factories.democratic_services import AT, stored_services

pytestmark = pytest.mark.django_db(transaction=True)

PAGES = [
    "/meetings/",
    "/meetings/new/",
    "/meetings/OSMB-2026-09-24/",
    "/meetings/OSMB-2026-09-24/items/2/",
    "/meetings/OSMB-2026-09-24/items/2/change/",
    "/meetings/EXEC-2026-09-10/",
    "/meetings/OSMB-2026-07-16/",
    "/bodies/",
    "/bodies/OSMB/",
    "/bodies/EXIT/",
    "/bodies/OSMB/programme/1/",
    "/decisions/",
    "/decisions/?key=no",
    "/decisions/plan/",
    "/decisions/I017909/",
    "/decisions/I017909/record/",
    "/decisions/I017909/call-in/",
    "/decisions/I018000/",
]


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(AT, tick=True):
        yield


def test_every_page_reads_well_for_the_clerk_at_both_widths(page, clerk):
    stored_services()
    page.sign_in(clerk.username)

    for path in PAGES:
        page.open(path)
        page.assert_good()


def test_with_nothing_recorded_the_pages_say_what_would_be_here(page, clerk):
    page.sign_in(clerk.username)

    for path in ("/meetings/", "/bodies/", "/decisions/"):
        page.open(path)
        page.assert_good()


def test_a_meeting_is_added_without_javascript(plain_page, clerk):
    stored_services()
    page = plain_page.page
    page.goto(plain_page.address + "/account/sign-in/")
    page.get_by_label("Username").fill(clerk.username)
    page.get_by_label("Password", exact=True).fill("a long enough password")
    page.get_by_role("button", name="Sign in").click()
    page.goto(plain_page.address + "/meetings/new/?body=OSMB")
    page.get_by_role("group", name="Day").get_by_label("Day").fill("26")
    page.get_by_role("group", name="Day").get_by_label("Month").fill("11")
    page.get_by_role("group", name="Day").get_by_label("Year").fill("2026")
    page.get_by_role("button", name="Add the meeting").click()

    page.get_by_text("The meeting on 26 November 2026 is recorded").wait_for()
    page.get_by_text("18 November 2026").first.wait_for()
