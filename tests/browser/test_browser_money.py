"""Money in a browser: at a glance, a line, approvals, the ledger, savings; each with axe."""

from datetime import UTC, datetime

import pytest

from scrutable.money.facts import BudgetLine, Fund, Saving
from scrutable.money.intake.ledger import read_ledger
from scrutable.money.writes.ledger import load_ledger
from scrutable.records.writes import record

AT = datetime(2026, 4, 2, 9, tzinfo=UTC)


@pytest.fixture
def _money(transactional_db, settings, tmp_path, finance_director):
    settings.DATA_DIR = tmp_path / "data"
    for year, pence in ((2025, 1200_00), (2026, 1000_00)):
        line = BudgetLine(
            code="NET", year=year, title="Network", fund=Fund.CAPITAL, area="IT", pence=pence
        )
        record(of=line, by="h.brandt", at=AT)
    saving = Saving(code="S-1", year=2025, title="Less", line="NET", planned=1_00, owner="A post")
    record(of=saving, by="h.brandt", at=AT)
    path = tmp_path / "ledger.csv"
    path.write_text("code,date,amount\nNET,2025-05-01,1300.00\nOLD,2025-05-02,1.00\n")
    load_ledger(read=read_ledger(path, path.name), control=None, by="h.brandt", at=AT)


@pytest.mark.usefixtures("_money")
def test_money_leads_from_the_glance_to_a_line_and_to_the_ledger(page):
    page.sign_in("h.brandt")
    page.open("/money/?year=2025")
    page.assert_good()
    assert page.locator("h1").inner_text() == "£2,200 of capital"
    page.get_by_role("link", name="NET: Network").first.click()
    page.assert_good()
    assert "£100 more is spent than may be spent" in page.locator("h1").inner_text()
    for address in ("/money/lines/", "/money/approvals/", "/money/commitments/", "/money/ledger/",
                    "/money/ledger/2025/", "/money/savings/", "/money/savings/S-1/2025/",
                    "/money/virements/", "/money/approvals/new/", "/money/load/",
                    "/money/lines/NET/2026/forecast/"):  # fmt: skip
        page.open(address)
        page.assert_good()
