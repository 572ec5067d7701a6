"""The cost of IT by area in a browser: looked at, led back, declared, loaded and refused; axe."""

import pytest

from factories.cost_facts import LINES, allocate, council, driver, keep, load, steps


@pytest.fixture
def _council(transactional_db):
    council()
    keep(
        driver("EFFORT", 2024, DESK=1, DEVICES=3),
        driver("CONTACTS", 2024, CARE=1, HIGHWAYS=1),
        driver("DEVICES-HELD", 2024, CARE=1, HIGHWAYS=1),
        *steps(2024),
    )
    load(LINES.replace("600.00", "500.00"), year=2024)
    allocate(2024)


@pytest.mark.usefixtures("_council", "finance_director")
def test_costs_can_be_looked_at_led_back_and_loaded(page, tmp_path):
    page.sign_in("h.brandt")
    page.open("/money/costs/?year=2025")
    page.assert_good()
    page.get_by_role("link", name="Adult care").first.click()
    page.assert_good()
    page.get_by_role("link", name="£510").click()
    assert "declared by Head of IT" in page.locator("main").inner_text()
    page.assert_good()
    for address in (
        "pools/DESK/", "drivers/CONTACTS/?year=2025", "compare/?year=2025", "matrix/",
        "set-up/?year=2025", "set-up/drivers/CONTACTS/2025/", "set-up/counts/new/",
    ):  # fmt: skip
        page.open(f"/money/costs/{address}")
        page.assert_good()
    bad = tmp_path / "costs.csv"
    bad.write_text(f"{LINES}1,Nowhere,5,\n", "utf-8")
    page.open("/money/costs/load/?year=2025")
    page.assert_good()
    page.get_by_label("The cost lines").set_input_files(bad)
    page.get_by_role("button", name="Load them").click()
    assert "There is no pool or area “Nowhere”" in page.locator("main").inner_text()
    page.refused.clear()  # the browser says that the form was refused
    page.assert_good()
