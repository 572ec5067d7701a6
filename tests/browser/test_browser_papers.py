"""Decision reports in Debian's chromium: every page at both widths, parts that keep themselves."""

import pytest

from factories.stored_papers import CODE, WHO, plan, write_all
from scrutable.audit.reads import number_at
from scrutable.meetings import writes
from scrutable.meetings.facts import Part
from scrutable.meetings.reads import papers

pytestmark = pytest.mark.django_db(transaction=True)
REPORT = f"/decisions/{CODE}/report/"
PAGES = [
    "",
    "cover/",
    "recommendations/",
    "alternatives/",
    "equality/",
    "equality/marriage-and-civil-partnership/",
    "appendices/",
    "appendices/new/",
    "appendices/B/",
    "background-papers/",
    "background-papers/new/",
    "preview/",
    "preview/?version=exempt",
]


@pytest.fixture
def author(page, report_author):
    page.sign_in("d.reyes")
    return page


def test_every_page_of_a_whole_report_is_good_at_both_widths(author):
    write_all()
    for path in PAGES:
        author.open(f"{REPORT}{path}")
        author.assert_good()


def test_a_report_that_is_hardly_begun_is_good_at_both_widths(author):
    plan()
    writes.write_part(decision=CODE, part=Part.SUMMARY, text="Cost TBC.", **WHO)
    for path in ("", "summary/", "appendices/", "background-papers/", "preview/"):
        author.open(f"{REPORT}{path}")
        author.assert_good()


def test_a_part_keeps_itself_a_moment_after_the_writing_pauses(author):
    plan()
    author.open(f"{REPORT}reasons/")

    author.get_by_label("Text").fill("It is the only way that is lawful.")

    author.get_by_text("Kept at").wait_for()
    kept = papers.part_texts(CODE, number_at())[Part.REASONS]
    assert (kept.text, kept.by) == ("It is the only way that is lawful.", "d.reyes")


def test_another_writers_text_is_not_written_over_while_one_types(author):
    plan()
    author.open(f"{REPORT}reasons/")
    writes.write_part(decision=CODE, part=Part.REASONS, text="Theirs.", by="a.patel", at=WHO["at"])

    author.get_by_label("Text").fill("Mine.")

    author.get_by_text("a.patel changed this part after you opened it").wait_for()
    assert papers.part_texts(CODE, number_at())[Part.REASONS].text == "Theirs."
