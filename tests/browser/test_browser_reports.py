"""Reports in Debian's chromium: every page at both widths, commentary that keeps itself."""

import pytest

from factories.stored_reports import OCTOBER, correct, draft, frozen, stored_results
from scrutable.audit.reads import number_at
from scrutable.reports import facts, reads, writes

pytestmark = pytest.mark.django_db(transaction=True)

PAGES = [
    "/reports/",
    "/reports/new/",
    "/reports/CSS-2026-1/",
    "/reports/CSS-2026-1/verify/",
    "/reports/CSS-2026-2/",
    "/reports/CSS-2026-2/check/",
    "/reports/CSS-2026-2/commentary/",
    "/reports/CSS-2026-2/commentary/summary/",
    "/reports/compare/",
    "/reports/compare/?before=CSS-2026-1&after=CSS-2026-2",
    "/reports/superseded/",
    "/reports/template/",
]


@pytest.fixture
def editions(contract_manager):
    """One frozen edition with a figure restated since, and a draft with a fault."""
    stored_results(m08=(9.3, 82), m09=(9.4, 83))
    issued = frozen()
    correct("CSC_KPI_05", "2026-07", 72.0)
    begun = draft(kind=facts.ReportKind.EXCEPTIONS)
    writes.narrate(
        edition=begun.name,
        section="summary",
        text="Calls abandoned remained strong in August 2026.",
        based_on=None,
        by="j.smith",
        at=OCTOBER,
    )
    return issued, begun


def test_every_page_is_good_at_both_widths(page, editions):
    page.sign_in("j.smith")
    for path in PAGES:
        page.open(path)
        page.assert_good()


def test_a_report_that_is_verified_on_its_page(page, editions):
    page.sign_in("j.smith")
    page.open("/reports/CSS-2026-1/verify/")

    page.locator("main form button").click()

    page.get_by_role("heading", name="Made again to the byte in every format").wait_for()
    page.assert_good()


def test_commentary_keeps_itself_a_moment_after_the_writing_pauses(page, editions):
    _, begun = editions
    page.sign_in("j.smith")
    page.open(f"/reports/{begun.name}/commentary/attention/")

    page.get_by_label("Commentary").fill("The queues were parted on 7 September 2026.")

    page.get_by_text("Kept at").wait_for()
    kept = reads.narrative(begun.name, number_at())["attention"]
    assert kept.text == "The queues were parted on 7 September 2026."


def test_commentary_is_kept_by_its_button_without_a_script(plain_page, editions):
    _, begun = editions
    page = plain_page.page
    page.goto(f"{plain_page.address}/account/sign-in/")
    page.get_by_label("Username").fill("j.smith")
    page.get_by_label("Password", exact=True).fill("a long enough password")
    page.get_by_role("button", name="Sign in").click()
    page.goto(f"{plain_page.address}/reports/{begun.name}/commentary/changes/")

    page.get_by_label("Commentary").fill("One figure was misprinted.")
    page.get_by_role("button", name="Keep").click()

    page.get_by_text("One figure was misprinted.").wait_for()
    assert reads.narrative(begun.name, number_at())["changes"].by == "j.smith"


def test_a_figure_of_the_report_leads_to_where_it_came_from(page, editions):
    page.sign_in("j.smith")
    page.open("/reports/CSS-2026-1/")

    page.locator("a[href='/trace/kpi/CSS/CSC_KPI_05/2026-09']").first.click()

    page.page.wait_for_url("**/trace/kpi/CSS/CSC_KPI_05/2026-09")
    assert "2026-09.xlsx" in page.locator("main").inner_text()
