"""Downloaded reports opened as files, at both widths, with everything unfolded."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from factories.document_samples import LINKS, hostile, report
from scrutable.documents.html import render

STANDARDS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture
def opened(request, browser, tmp_path):
    path = tmp_path / "report.html"
    path.write_bytes(render(request.param(), links=LINKS))
    page = browser.new_page()
    page.said = []
    page.on("dialog", lambda dialog: page.said.append(dialog.message))
    page.goto(path.as_uri())
    yield page
    page.close()


def unfold(page):
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")


def assert_fits(page, width):
    page.set_viewport_size({"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def assert_accessible(page):
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": STANDARDS}})
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("opened", [report], indirect=True)
def test_a_report_is_accessible_at_every_width_folded_and_unfolded(opened):
    for act in (lambda: None, lambda: unfold(opened)):
        act()
        for width in (1280, 390, 320):
            assert_fits(opened, width)
            assert_accessible(opened)


@pytest.mark.parametrize("opened", [hostile], indirect=True)
def test_hostile_names_fit_and_do_nothing(opened):
    unfold(opened)
    for width in (1280, 390, 320):
        assert_fits(opened, width)

    assert opened.said == []
    assert opened.locator("script").count() == 0


def test_the_summary_is_seen_before_anything_is_unfolded(browser, tmp_path):
    path = tmp_path / "report.html"
    path.write_bytes(render(report(), links=LINKS))
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(path.as_uri())

    assert page.get_by_role("heading", name="Summary").bounding_box()["y"] < 844
    assert page.get_by_text("38 of 46 KPIs met their target.").bounding_box()["y"] < 844
    page.close()
