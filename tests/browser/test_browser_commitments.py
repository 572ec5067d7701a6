"""Commitments, questions and wants in Debian's chromium, with long words and with none."""

import pytest
import time_machine

from factories.promise_facts import day, due, in_words, question
from factories.stored_promises import AT, made, stored_board, taken
from scrutable.meetings import facts, writes

pytestmark = pytest.mark.django_db(transaction=True)
LONG = "Bring a report on the service desk, on what was done about calls that nobody took, and " * 4
POST = "Executive Councillor for Corporate Support Services and Transformation of the Council"
PAGES = [
    "/commitments/",
    "/commitments/?show=overdue&order=-due",
    "/commitments/2026-001/",
    "/commitments/2026-002/",
    "/commitments/2026-001/answer/",
    "/commitments/2026-001/steps/extend/",
    "/commitments/2026-001/steps/close/",
    "/commitments/new/",
    "/commitments/owners/",
    "/commitments/owners/set/",
    "/questions/",
    "/questions/new/",
    "/questions/OSMB-2026-06-25/1/",
    "/questions/OSMB-2026-06-25/1/answer/",
    "/wanted/",
    "/wanted/new/",
    "/wanted/OSMB/1/end/",
]


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(AT, tick=True):
        yield


def test_every_page_is_good_at_both_widths(page, clerk):
    stored_board()
    made(text=LONG, owner=POST)
    told = made(owner="", due=in_words("when the work has been fully assessed")).code
    taken(told, "chased", "9-1", words=LONG)
    taken(told, "extended", "9-2", words=LONG, due=due("11-30"))
    taken(told, "answered", "9-3", words=LONG, paper="edition/CSS-2026-4")
    taken(told, "closed_unagreed", "9-4", words=LONG)
    for number in range(14):
        made(owner=f"Post {number}")
    writes.ask_question(question=question(0, text=LONG), by="a.clerk", at=AT)
    wanted = facts.Wanted(
        body="OSMB",
        number=0,
        words=LONG,
        section="credits",
        from_on=day("6-25"),
        asked_in="OSMB-2026-06-25",
    )
    writes.want(wanted=wanted, by="a.clerk", at=AT)
    page.sign_in("a.clerk")

    for address in PAGES:
        page.open(address)
        page.assert_good()


def test_a_clerk_answers_with_the_keyboard_alone(page, clerk):
    stored_board()
    made()
    page.sign_in("a.clerk")
    page.open("/commitments/2026-001/")

    page.get_by_role("link", name="Answer it").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Answer", exact=False).first.focus()
    page.keyboard.type("The report is appended.")
    page.get_by_role("button", name="Keep the answer").focus()
    page.keyboard.press("Enter")

    page.get_by_role("heading", name="Answered on 12 October 2026").wait_for()
    assert page.locator(".app-history__what").all_inner_texts() == ["Made", "Answered"]


@pytest.mark.parametrize("address", ["/commitments/", "/questions/", "/wanted/"])
def test_with_nothing_the_pages_are_good_too(page, clerk, address):
    page.sign_in("a.clerk")

    page.open(address)

    page.assert_good()
