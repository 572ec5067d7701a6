"""Licences in a browser: the position, a product, a statement refused and signed; each with axe."""

from datetime import date

import pytest

from factories.licence_files import in_use, reconcile, run

AS_AT = date(2026, 9, 30)


@pytest.fixture
def _licences(transactional_db, settings, tmp_path):
    settings.DATA_DIR = tmp_path / "data"
    run("product", "Database Enterprise", "--also", "DB Ent", "--least-cores", "4")
    tags = [f"LT{at:04}" for at in range(60)]
    reconcile(tmp_path, AS_AT, used=in_use(people=50), tags=tags)


@pytest.mark.usefixtures("_licences", "housekeeper")
def test_licences_can_be_seen_and_signed_for(page):
    page.sign_in("b.khan")
    page.open("/estate/licences/")
    page.assert_good()
    page.get_by_role("link", name="Database Enterprise").first.click()
    page.assert_good()
    page.open("/estate/licences/products/")
    page.assert_good()
    page.get_by_role("link", name="Database Enterprise").first.click()
    page.assert_good()
    page.open("/estate/licences/sign/")
    page.get_by_label("There are no licensing liabilities").check()
    page.get_by_label("What was not assessed").fill("Odd Tool: nobody knows who sells it")
    page.get_by_label("Post").fill("Director of Finance")
    page.get_by_role("button", name="Sign it").click()
    assert "2 kinds of licence are short" in page.locator("main").inner_text()
    page.refused.clear()  # the browser says that the form was refused
    page.assert_good()
    page.get_by_label("There are licensing liabilities").check()
    page.get_by_role("button", name="Sign it").click()
    page.wait_for_url("**/estate/licences/statements/1/")
    page.assert_good()
