"""Benefits in a browser: their list, one with its chart, and a form refused; each with axe."""

from datetime import UTC, datetime

import pytest

from factories.benefit_facts import benefit, disbenefit, forecast, in_words, measured
from factories.project_facts import project
from scrutable.portfolio import writes

AT = datetime(2026, 6, 30, 9, tzinfo=UTC)


@pytest.fixture
def _benefits(transactional_db):
    for number in ("203", "213"):
        writes.record_project(project=project(number), by="a.patel", at=AT)
    of = benefit()
    for one in (
        of,
        disbenefit(),
        in_words(),
        benefit("213-1"),
        measured(of, "2025-04-01", "165000", pounds="35000"),
        measured(of, "2025-10-01", words="The ledger was closed", source=""),
        measured(of, "2026-04-01", "130000", pounds="70000"),
        forecast(of, "2025-10-01", "125000", "2026-12-01"),
    ):
        writes.record(of=one, by="a.patel", at=AT)


@pytest.mark.usefixtures("_benefits", "officer")
def test_benefits_can_be_seen_and_measured(page):
    page.sign_in("a.patel")
    page.open("/benefits/")
    page.assert_good()
    page.get_by_role("link", name="203-1 Less printing").first.click()
    page.assert_good()
    page.get_by_role("link", name="Record a measurement").click()
    page.get_by_role("button", name="Record the measurement").click()
    assert "Enter who measured it" in page.locator("main").inner_text()
    page.refused.clear()  # the browser says that the form was refused
    page.assert_good()
    page.open("/benefits/claims/203-1/213-1/")
    page.assert_good()
