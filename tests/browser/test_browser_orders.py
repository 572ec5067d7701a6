"""Orders in a browser: the sum, every supplier, one of them; each with axe."""

import pytest

from factories import bought


@pytest.fixture
def _orders(transactional_db, settings, tmp_path, housekeeper):
    settings.DATA_DIR = tmp_path / "data"
    bought.reconciled(tmp_path)


@pytest.mark.usefixtures("_orders")
def test_orders_lead_to_a_supplier_and_to_what_is_wrong(page):
    page.sign_in("b.khan")
    page.open("/estate/orders/")
    page.assert_good()
    assert "40% of invoices that needed an order had none" in page.locator("h1").inner_text()
    page.get_by_role("link", name="Every supplier").click()
    page.assert_good()
    page.get_by_role("link", name="Acme Ltd").first.click()
    page.assert_good()
    assert "What was found wrong" in page.locator("main").inner_text()
