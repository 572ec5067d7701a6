"""Agreements in Debian's chromium: seen at both widths, written without JavaScript, printed."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
import time_machine

from factories import stored_agreements as told

pytestmark = pytest.mark.django_db(transaction=True)
LONG = "Case management for adult and children’s social care and whatever else uses it " * 2
PAGES = [
    "/estate/agreements/",
    "/estate/agreements/?words=nothing+has+these",
    "/estate/agreements/MAIL/",
    "/estate/agreements/DESK/",
    "/estate/agreements/LONG/",
    "/estate/agreements/calendar/",
    "/estate/agreements/ran-on/",
    "/estate/agreements/new/",
    "/estate/agreements/load/",
    "/estate/agreements/MAIL/change/",
    "/estate/agreements/MAIL/renewals/new/",
    "/estate/agreements/MAIL/ran-on/2025-04-01/",
]


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(datetime(2026, 10, 12, 9, tzinfo=UTC), tick=True):
        yield


@pytest.fixture
def stored(housekeeper):
    told.stored()
    long = replace(
        told.MAIL, code="LONG", title=LONG.strip(), owner="Head of " + "x" * 80, renews_itself_by=1
    )
    told.record(long)


@pytest.mark.usefixtures("stored")
def test_every_page_is_good_at_both_widths(page):
    page.sign_in("b.khan")

    for path in PAGES:
        page.open(path)
        page.assert_good()


@pytest.mark.usefixtures("housekeeper")
def test_every_page_is_good_where_nothing_is_recorded(page):
    page.sign_in("b.khan")

    for path in (
        "/estate/agreements/",
        "/estate/agreements/calendar/",
        "/estate/agreements/ran-on/",
    ):
        page.open(path)
        page.assert_good()


@pytest.mark.usefixtures("stored")
def test_cause_and_cure_are_written_without_javascript(plain_page):
    plain_page.goto(f"{plain_page.address}/account/sign-in/")
    plain_page.get_by_label("Username").fill("b.khan")
    plain_page.get_by_label("Password", exact=True).fill("a long enough password")
    plain_page.get_by_role("button", name="Sign in").click()
    plain_page.goto(f"{plain_page.address}/estate/agreements/MAIL/")
    plain_page.get_by_role("link", name="Record cause and cure of running on").first.click()
    plain_page.get_by_label("Cause").fill("The letter went to somebody who had left")
    plain_page.get_by_role("button", name="Keep it").click()

    assert plain_page.get_by_role(
        "link", name="The letter went to somebody who had left"
    ).is_visible()


@pytest.mark.usefixtures("stored")
def test_the_calendar_prints_on_few_pages(page):
    page.sign_in("b.khan")
    page.open("/estate/agreements/calendar/")

    made = page.page.pdf(format="A4")

    assert made.startswith(b"%PDF")
    assert made.count(b"/Type /Page\n") <= 3
