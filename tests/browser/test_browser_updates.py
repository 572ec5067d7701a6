"""Updates and cell maps in Debian's chromium: empty, full of faults, long, and loaded."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from factories.project_facts import move, project
from factories.project_workbooks import csv_text, update_book
from scrutable.portfolio import facts, writes

AT = datetime(2026, 9, 30, 9, tzinfo=UTC)
ON = date(2026, 9, 30)
LONG = "A reason that goes on about the supplier’s people, the third party and the store of files "
pytestmark = pytest.mark.django_db(transaction=True)
COLUMNS = tuple(
    facts.MappedColumn(holds=holds, heading=f"Heading of {holds.value}") for holds in facts.Holds
)
WORDS = (
    facts.MappedWord(said="Orange", coded=facts.Coded.RATING, means="amber"),
    facts.MappedWord(said="Blue", coded=facts.Coded.STAGE, means="finished"),
    facts.MappedWord(said="Not yet rated by anybody", coded=facts.Coded.NOTHING, means=""),
)
MAP = facts.CellMap(
    code="capital",
    title="Register of capital projects",
    columns=COLUMNS,
    words=WORDS,
    constants=(facts.Constant(holds=facts.Holds.OVERRIDE_REASON, value=LONG),),
    skips=("Total",),
    approver="Head of Portfolio and Resources",
    approved_on=ON,
    note=LONG,
)
MAP_LINES = (("line", "ours", "theirs"), ("colum", "number", "Ref"), ("word", "rating=red", ""))


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(AT, tick=True):
        yield


def stored():
    """Record forty projects with a go-live each."""
    first = move("baseline", "2026-01-05", "2026-11-30")
    for number in range(1, 41):
        writes.record_project(
            project=project(str(number), title=f"Project {number}"), by="a.patel", at=AT
        )
        writes.move_date(
            project=str(number),
            milestone="go-live",
            title="Go-live",
            move=first,
            by="a.patel",
            at=AT,
        )


def moved(to):
    return [
        {"Project": str(number), "Milestone": "go-live", "Forecast": to, "Reason": LONG}
        for number in range(1, 41)
    ]


def sent(page, content, name="updates.xlsx"):
    page.open("/projects/updates/send/")
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    page.get_by_label("The workbook").set_input_files(file)
    page.get_by_role("button", name="Check the update").click()


def test_an_update_is_sent_looked_at_and_loaded_on_good_pages(page, officer):
    page.sign_in("a.patel")
    for path in ("/projects/updates/", "/projects/maps/", "/projects/maps/send/"):
        page.open(path)
        page.assert_good()
    stored()

    sent(page, update_book(ON, Dates=moved("whenever it is ready, nobody knows")))
    page.get_by_text("40 faults: nothing was loaded").first.wait_for()
    page.refused.clear()  # the browser’s own word for a form that is shown again
    page.assert_good()
    sent(page, update_book(ON, Dates=moved(date(2026, 12, 15))))
    page.get_by_role("heading", name="This would change 40 lines").wait_for()
    page.assert_good()
    page.get_by_role("button", name="Load the update").click()
    page.get_by_role("heading", name="40 dates, as of 30 September 2026").wait_for()
    page.assert_good()
    page.open("/projects/updates/")
    page.assert_good()


def test_a_map_is_shown_and_refused_on_good_pages(page, officer):
    writes.record(of=MAP, by="a.patel", at=AT)
    page.sign_in("a.patel")
    for path in ("/projects/maps/", "/projects/maps/capital/", "/projects/maps/capital/send/"):
        page.open(path)
        page.assert_good()

    file = {"name": "map.csv", "mimeType": "text/csv", "buffer": csv_text(MAP_LINES).encode()}
    page.get_by_label("The map").set_input_files(file)
    page.get_by_label("Approved by").fill("Director")
    page.get_by_role("button", name="Record the map").click()

    page.get_by_text("2 faults: nothing was recorded").first.wait_for()
    page.refused.clear()  # the browser’s own word for a form that is shown again
    page.assert_good()


def test_an_update_is_loaded_without_javascript(plain_page, officer):
    stored()
    page = plain_page
    page.goto(page.address + "/account/sign-in/?next=/projects/updates/send/")
    page.get_by_label("Username").fill("a.patel")
    page.get_by_label("Password", exact=True).fill("a long enough password")
    page.get_by_role("button", name="Sign in").click()
    file = {
        "name": "updates.xlsx",
        "mimeType": "application/octet-stream",
        "buffer": update_book(ON, Dates=moved(date(2026, 12, 15))),
    }

    page.get_by_label("The workbook").set_input_files(file)
    page.get_by_role("button", name="Check the update").click()
    page.get_by_role("button", name="Load the update").click()

    page.get_by_role("heading", name="40 dates, as of 30 September 2026").wait_for()
