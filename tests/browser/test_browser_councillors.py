"""A councillor on a phone: skills answered with the thumb, needs told and erased; with axe."""

from datetime import UTC, date, datetime

import pytest

from scrutable.councillors import writes
from scrutable.councillors.facts import Councillor, PaperTarget, Session, SkillArea
from scrutable.records.writes import record

AT = datetime(2026, 10, 2, 9, tzinfo=UTC)
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def _learning(transactional_db):
    for code in ("MAIL", "PAPERS", "VIDEO"):
        area = SkillArea(code=code, title=code.capitalize(), asks=f"I can do {code}")
        record(of=area, by="a.clerk", at=AT)
    one = Councillor(number=0, name="Comfort Osei", person="c.osei", since=date(2025, 5, 5))
    writes.record_councillor(councillor=one, by="a.clerk", at=AT)
    made = Session(
        number=0, title="Mail", skills=("MAIL",), on=date(2099, 1, 1), minutes=20, by="Trainer"
    )
    record(of=made, by="a.clerk", at=AT)
    target = PaperTarget(
        body="all", by=date(2027, 3, 31), pages=6, baseline=21, baseline_to=date(2024, 3, 31)
    )
    record(of=target, by="a.clerk", at=AT)


@pytest.mark.usefixtures("_learning", "member")
def test_a_councillor_answers_books_and_tells_what_they_need_on_a_phone(page):
    page.set_viewport_size(PHONE)
    page.sign_in("c.osei")
    page.open("/councillors/mine/skills/")
    page.assert_good()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.locator("label", has_text="With help").first.click()
    page.get_by_role("button", name="Keep my answers").click()
    assert "1 of 3 answered" in page.locator("main").inner_text() + page.content()
    page.assert_good()
    page.get_by_role("link", name="Mail", exact=True).first.click()
    page.get_by_role("button", name="Book my place").click()
    assert "You have booked a place" in page.locator("main").inner_text()
    page.assert_good()
    page.open("/councillors/mine/access/")
    page.assert_good()
    page.locator("label", has_text="In large print").click()
    page.get_by_role("button", name="Keep it").click()
    page.open("/councillors/mine/access/")
    assert page.locator("input[value=large_print]").is_checked()
    page.get_by_role("button", name="Erase what I told").click()
    for address in ("", "skills/", "sessions/", "pilots/", "kit/", "paper/", "access/officers/"):
        page.open(f"/councillors/{address}")
        page.assert_good()


@pytest.mark.usefixtures("_learning", "clerk")
def test_the_clerk_arranges(page):
    page.sign_in("a.clerk")
    for address in (
        *("people/", "people/new/", "skills/needs/", "skills/areas/new/", "sessions/new/"),
        *("pilots/new/", "kit/devices/", "kit/devices/new/", "kit/faults/", "paper/load/"),
        *("paper/targets/new/", "access/officers/new/"),
    ):
        page.open(f"/councillors/{address}")
        page.assert_good()
