"""A clerk at the text and its reading: side by side on a desk, one below the other on a phone."""

import pytest

from factories.stored_minutes import MEETING, stored_minutes

pytestmark = pytest.mark.django_db(transaction=True)
ADDRESS = f"/minutes/{MEETING}-1/"
UNCLEAR = (
    "\nIt was moved by Councillor A and seconded by Councillor B that the strategy be refused.\n"
)


@pytest.fixture
def minutes(clerk):
    return stored_minutes()


def boxes(page):
    text = page.get_by_role("heading", name="The text", exact=True).element_handle()
    reading = page.get_by_role("heading", name="What it was read as").element_handle()
    both = "found => found.map(one => one.getBoundingClientRect().toJSON())"
    return page.evaluate(both, [text, reading])  # at one moment: the page may be laid out anew


def test_text_and_reading_lead_to_one_another_and_are_confirmed(page, clerk):
    stored_minutes(UNCLEAR)
    page.sign_in("a.clerk")
    page.open(ADDRESS)
    page.assert_good()
    page.set_viewport_size({"width": 1280, "height": 900})
    text, reading = boxes(page)
    assert (text["y"], text["x"] < reading["x"]) == (reading["y"], True)

    page.locator("#span-1").click()
    assert page.url.endswith("#limb-1")
    page.locator("#limb-1").get_by_role("link", name="Limb 1 in the text").click()
    assert page.url.endswith("#span-1")
    page.locator("#limb-1").get_by_role("button", name="Read rightly").click()
    page.get_by_role("button", name="Confirm the minutes").click()
    page.get_by_text("1 outcome confirmed by a.clerk").wait_for()
    page.assert_good()


def test_a_limb_is_corrected_on_a_phone_without_javascript(plain_page, minutes):
    page = plain_page
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{page.address}/account/sign-in/")
    page.get_by_label("Username").fill("a.clerk")
    page.get_by_label("Password", exact=True).fill("a long enough password")
    page.get_by_role("button", name="Sign in").click()
    page.goto(page.address + ADDRESS)
    text, reading = boxes(page)
    assert text["y"] < reading["y"]

    page.locator("#limb-2").get_by_role("link", name="Correct").click()
    page.get_by_label("Owner").fill("Chief Digital Officer")
    page.get_by_label("Reason").fill("The post was renamed")
    page.get_by_role("button", name="Correct it").click()

    assert page.url.endswith("#limb-2")
    assert "Chief Digital Officer" in page.locator("#limb-2").inner_text()
    assert "Reason: The post was renamed" in page.locator("#limb-2").inner_text()


def test_the_forms_and_the_list_are_good(page, minutes):
    page.sign_in("a.clerk")
    for path in ("/minutes/", "/minutes/load/", f"{ADDRESS}limbs/2/", f"{ADDRESS}limbs/new/"):
        page.open(path)
        page.assert_good()
