"""Findings in a browser: the list, many explained at once by keyboard, one; what may be printed."""

import pytest

from factories import estate_kept
from factories.findings import found, reconciled

NAMES = (estate_kept.LEAVER, estate_kept.TRADER, estate_kept.LOGIN)


@pytest.fixture
def _estate(transactional_db, settings, tmp_path, housekeeper):
    settings.DATA_DIR = tmp_path
    settings.STANDING_CLOCK = estate_kept.AT.replace(day=12)
    estate_kept.one_of_each()
    many = [found(f"a.{'very-long-login-' * 4}{at}", person=f"p{at}") for at in range(130)]
    reconciled(settings.STANDING_CLOCK.date(), *many, at=settings.STANDING_CLOCK)


@pytest.mark.usefixtures("_estate")
def test_a_hundred_findings_are_listed_chosen_and_explained_by_keyboard(page):
    page.sign_in("b.khan")
    page.open("/estate/findings/?part=accounts")
    page.assert_good()
    page.set_viewport_size({"width": 1280, "height": 900})
    page.locator("main input[type=checkbox][name=tick]").first.focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Explain those ticked").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Why they may stand").focus()
    page.keyboard.type("Kept for the inquiry")
    for part in ("31", "12", "2026"):
        page.keyboard.press("Tab")
        page.keyboard.type(part)
    page.assert_good()
    page.keyboard.press("Enter")
    page.get_by_text("is explained until 31 December 2026").wait_for()


@pytest.mark.usefixtures("_estate")
def test_a_finding_and_everything_beside_it_hold_to_the_standards(page):
    page.sign_in("b.khan")
    for address in (
        "/estate/findings/?state=every&names=yes",
        "/estate/findings/2/",
        "/estate/things/2/person/",
        "/estate/licences/",
        "/estate/licences/statements/1/",
        "/estate/agreements/",
        "/estate/agreements/MAIL/",
        "/estate/orders/",
        "/estate/suppliers/S2/",
    ):
        page.open(address)
        page.assert_good()


@pytest.mark.usefixtures("_estate")
def test_the_estate_is_printed_without_navigation_and_without_names(page):
    page.sign_in("b.khan")
    page.open("/estate/")
    page.emulate_media(media="print")

    assert not page.locator("header nav, .govuk-service-navigation").first.is_visible()
    assert page.locator("h1").is_visible()
    assert not any(name in page.locator("body").inner_text() for name in NAMES)
    assert len(page.pdf(format="A4")) > 5000
