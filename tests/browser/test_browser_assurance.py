"""Systems, issues and the reassurance map in a browser, with axe, at both widths."""

import pytest

from factories.stored_assurance import stored_assurance

PAGES = (
    "/assurance/",
    "/assurance/claims/RESTORE/",
    "/assurance/systems/",
    "/assurance/systems/NET/",
    "/assurance/services/",
    "/assurance/services/VISITS/",
    "/assurance/issues/",
    "/assurance/issues/1/",
    "/assurance/phases/",
    "/assurance/register/",
    "/assurance/systems/new/",
)


@pytest.fixture
def _council(transactional_db):
    stored_assurance()


@pytest.mark.usefixtures("_council", "cyber_lead")
def test_every_page_is_good_and_several_issues_are_moved_on(page):
    page.sign_in("k.adeyemi")
    for address in PAGES:
        page.open(address)
        page.assert_good()
    page.open("/assurance/issues/")
    for number in ("1", "2"):
        page.locator(f"input[name=tick][value='{number}']").check(force=True)
    page.get_by_role("button", name="Say the progress of those ticked").click()
    page.assert_good()
    page.get_by_label("Progress").fill("Looked at by the board")
    page.get_by_role("button", name="Record it").click()
    assert "Progress of 2 issues is recorded" in page.locator("main").inner_text()
    page.assert_good()


@pytest.mark.usefixtures("_council", "clerk")
def test_a_closure_is_accepted_by_another_alone(page):
    page.sign_in("a.clerk")
    page.open("/assurance/issues/3/")
    page.get_by_role("link", name="Accept its closure, or not").click()
    page.assert_good()
    page.get_by_label("Yes, it is closed").check(force=True)
    page.get_by_label("Accepted by").fill("Head of HR")
    page.get_by_role("button", name="Record it").click()
    assert "nobody accepts their own closure" in page.locator("main").inner_text()
    page.refused.clear()  # the browser says that the form was refused
    page.assert_good()
    page.get_by_label("Accepted by").fill("Internal audit")
    page.get_by_role("button", name="Record it").click()
    assert "Issue 3 is closed" in page.locator("main").inner_text()
