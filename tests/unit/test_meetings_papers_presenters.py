"""What is said of a decision report: titles, notices, windows, reasons of closure."""

from dataclasses import replace
from datetime import date

import pytest

from factories.decision_papers import (
    CONFIDENTIAL,
    EXEMPT_APPENDIX,
    OPEN_APPENDIX,
    PLANNED,
    POLICY_PAPER,
    TEXTS,
    complete,
    listing,
    said,
    with_appendices,
    without,
)
from scrutable.meetings.facts import (
    KeyGround,
    KeyRoute,
    Lack,
    Part,
    PartState,
    PartText,
)
from scrutable.meetings.presenters import papers, papers_lists, papers_page
from scrutable.meetings.presenters.papers import NONE_WORDS, PART_TITLES
from scrutable.meetings.presenters.schedule import SCHEDULE_12A, closure_reason
from scrutable.meetings.reads import guidance
from scrutable.meetings.rules.papers import MAY_BE_NONE, lacks


def test_every_part_has_a_title_and_each_that_may_be_none_says_so_in_words():
    assert set(PART_TITLES) == set(Part)
    assert set(NONE_WORDS) == MAY_BE_NONE
    assert list(SCHEDULE_12A) == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"key_grounds": ()}, "No"),
        ({}, "Yes: significant spending or savings (£1,200,000)"),
        (
            {"key_grounds": tuple(KeyGround), "value_pounds": None},
            (
                "Yes: significant spending or savings and significant effects on communities in "
                "two or more divisions"
            ),
        ),
    ],
)
def test_key_or_not(changes, words):
    assert papers.key_words(replace(PLANNED, **changes)) == words


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"key_grounds": ()}, ""),
        ({}, "Published on 20 October 2026"),
        ({"noticed_on": None}, "Not recorded yet"),
        (
            {"route": KeyRoute.GENERAL_EXCEPTION, "route_reason": "The offer ends."},
            "General exception, noticed on 20 October 2026: The offer ends.",
        ),
        (
            {
                "route": KeyRoute.SPECIAL_URGENCY,
                "noticed_on": None,
                "route_agreed_by": "Councillor Osei",
            },
            "Special urgency, agreed by Councillor Osei: no reason recorded yet",
        ),
    ],
)
def test_how_it_was_noticed(changes, words):
    assert papers.notice_words(replace(PLANNED, **changes)) == words


def test_one_day_is_no_range():
    assert papers.window_words(replace(PLANNED, window_to=PLANNED.window_from)) == "1 December 2026"


@pytest.mark.parametrize(
    ("person", "words"),
    [
        ("", "Executive"),
        ("Councillor R Adeyemi", "Councillor R Adeyemi, Executive"),
        ("Councillor R Adeyemi, Executive", "Councillor R Adeyemi, Executive"),
        ("Executive", "Executive"),
    ],
)
def test_to_whom_it_is_made(person, words):
    assert papers.decider_words(complete(planned=replace(PLANNED, maker_name=person))) == words


def test_how_far_it_is_is_its_title():
    fault = Lack("legal", "A.", "B.")
    missing, written = PartState.MISSING, PartState.WRITTEN

    assert papers.standing_words((fault,), (missing, written)) == "1 part of 2 still missing"
    assert (
        papers.standing_words((fault,), (written,))
        == "Every part is filled in; 1 fault to put right"
    )
    assert papers.standing_words((replace(fault, stops=False),), (written,)) == "Ready to issue"


def test_a_text_without_its_moment_names_its_writer_only():
    assert papers.written_words(PartText(part=Part.LEGAL, text="A.", by="d.reyes")) == "d.reyes"


def test_why_a_matter_is_closed():
    assert closure_reason(OPEN_APPENDIX.closure) == "Open to the public."
    assert closure_reason(EXEMPT_APPENDIX.closure) == (
        "Paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972: the financial or "
        "business affairs of any particular person, the council included. Openness before the "
        "award would let bidders see one another’s prices, and the council would pay more."
    )
    assert closure_reason(CONFIDENTIAL).startswith("Section 100A(3)")


def row(paper, part):
    table = papers_page.parts_table(paper, guidance())
    return dict(zip(Part, table.rows, strict=True))[part]


def test_the_table_of_parts_says_what_each_says():
    assert row(complete(), Part.CRIME)[2].text == NONE_WORDS[Part.CRIME]
    assert row(complete(), Part.APPENDICES)[2].text == "2 appendices"
    assert row(complete(), Part.EQUALITY)[2].text == "9 of 9 characteristics stated"
    assert row(listing(POLICY_PAPER), Part.BACKGROUND_PAPERS)[2].text == "1 paper"
    assert row(without(Part.LEGAL), Part.LEGAL)[2].text == "Nothing yet"
    assert row(without(Part.LEGAL), Part.LEGAL)[3].text == "Nobody yet"
    assert row(complete(), Part.LEGAL)[2].text == TEXTS[Part.LEGAL]


def test_a_long_text_is_cut_at_a_word():
    long = "The council " * 20

    assert row(said(Part.LEGAL, long), Part.LEGAL)[2].text.endswith("The council The …")
    assert len(row(said(Part.LEGAL, long), Part.LEGAL)[2].text) <= 162


def test_faults_lead_to_their_part_and_unwritten_parts_are_told_apart():
    paper = without(Part.LEGAL)
    told = lacks(replace(paper, dated=date(2026, 12, 31)), final=True)

    assert papers_page.unwritten(paper) == [("Legal comments", "/decisions/I020611/report/legal/")]
    assert papers_page.faults(paper, told, stops=True) == [
        {
            "place": "Cover",
            "href": "/decisions/I020611/report/cover/",
            "fault": "The report is dated 31 December 2026, after the decision window.",
            "remedy": "Move the window in the forward plan, or date it earlier.",
        }
    ]


def test_a_closed_title_is_marked_and_a_file_leads_to_itself():
    file = replace(EXEMPT_APPENDIX, file="0" * 64, file_name="soundings.docx")
    table = papers_lists.appendix_table(with_appendices(OPEN_APPENDIX, file))

    assert [cells[0].note for cells in table.rows] == ["", "Its title is not shown"]
    assert table.rows[1][2].href == "/decisions/I020611/report/appendices/B/file/"
    assert table.rows[0][2].text == "Text, no file"


def test_characteristics_that_nothing_is_stated_on_are_still_missing():
    table = papers_lists.impact_table(complete(equality=()))

    assert {cells[1].tags[0].word for cells in table.rows} == {"Still missing"}
    assert table.rows[8][0].note == "First aim only"
