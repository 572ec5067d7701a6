"""Monthly updates: what is read, and every fault with its cell, all at once."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.project_facts import day, line_at, move, project
from factories.project_workbooks import update_book
from factories.workbooks import xlsx
from scrutable.portfolio.facts import MoveKind, Rating
from scrutable.portfolio.intake import Issued, Known, read_update, write_template
from scrutable.portfolio.intake.sheets import DATE_COLUMNS, STATUS_COLUMNS

LINE = line_at("277", "go-live", "Go-live", [move("baseline", "2018-01-05", "2018-11-30")])
KNOWN = Known(
    projects={number: project(number) for number in ("277", "278")},
    lines={("277", "go-live"): LINE},
)
ON = date(2018, 11, 29)
LATE = date(2019, 1, 21)
HEADS = {
    "Dates": [title for title, _ in DATE_COLUMNS],
    "Status": [title for title, _ in STATUS_COLUMNS],
}
DATE = ["277", "Store", "go-live", None, None, LATE, None, "Another phase of testing"]
SAID = [
    "277",
    "Store",
    "three",
    "Amber",
    "amber",
    "green",
    "green",
    None,
    "Red",
    "Sam",
    "Testing",
    "",
]


def book(dates=(DATE,), statuses=(SAID,), on=ON):
    head = [["Update of projects"], [], ["Report date", on], []]
    return xlsx(
        [*head, HEADS["Dates"], *dates],
        sheet="Dates",
        formats={(2, 1): "d mmm yyyy", (5, 5): "d mmm yyyy", (5, 6): "d mmm yyyy"},
        more={"Status": [[], [], [], [], HEADS["Status"], *statuses]},
    )


def faults(content):
    return [str(one) for one in read_update(content, "updates.xlsx", KNOWN).errors]


def test_dates_and_statuses_are_read_with_their_cells():
    found = read_update(book(), "updates.xlsx", KNOWN)

    assert found.errors == ()
    assert found.on == day("2018-11-29")
    assert [(one.kind, one.to, one.reason, one.place) for one in found.dates] == [
        (MoveKind.FORECAST, day("2019-01-21"), "Another phase of testing", "Dates!F6")
    ]
    status = found.statuses[0]
    assert (status.overall, status.benefits, status.confidence, status.place) == (
        Rating.AMBER,
        None,
        Rating.RED,
        "Status!D6",
    )


def test_what_was_reached_and_what_nobody_reports():
    reached = [*DATE[:5], None, date(2018, 11, 28), ""]
    silent = ["277", "Store", "three", *[None] * 9]

    found = read_update(book([reached], [silent]), "updates.xlsx", KNOWN)

    assert found.dates[0].kind is MoveKind.ACTUAL
    assert [str(one) for one in found.notices if one.place] == [
        "Status!D6: project/277 has no status"
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (book([["999", *DATE[1:]]]), "Dates!A6: There is no project “999”; enter the number"),
        (book([[None, *DATE[1:]]]), "Dates!A6: The project is missing; enter"),
        (book([DATE, DATE]), "Dates!A7: This is reported in Dates!A6 already; keep one"),
        (book([[*DATE[:2], "testing", *DATE[3:]]]), "Dates!C6: Project 277 has no milestone"),
        (book([[*DATE[:5], "soon", None, ""]]), "Dates!F6: “soon” is not a date; enter a day"),
        (book([[*DATE[:5], LATE, ON, ""]]), "Dates!G6: Both a forecast and the day"),
        (book([[*DATE[:5], ("=1/0", "#DIV/0!"), None, ""]]), "Dates!F6: The formula gives no"),
        (book([[*DATE[:5], None, LATE, ""]]), "Dates!G6: 21 January 2019 had not come on"),
        (book(on="soon"), "Dates!B3: The report date is not a date; enter it"),
        (book(statuses=[[*SAID[:3], "blue", *SAID[4:]]]), "Status!D6: “blue” is none of those"),
        (book(statuses=[[*SAID[:3], None, *SAID[4:]]]), "Status!D6: The overall rating is missing"),
        (
            book(statuses=[[*SAID[:3], "green", *SAID[4:]]]),
            "Status!D6: The overall rating is better",
        ),
        (
            book(statuses=[[*SAID[:9], None, *SAID[10:]]]),
            "Status!J6: Nobody is named who assessed it; enter who did",
        ),
        (book(statuses=[[*SAID[:10], "x" * 4001, ""]]), "Status!K6: The text has 4,001 characters"),
        (book([[*DATE[:5], None, None, ""]], []), "Nothing is reported; fill in"),
        (xlsx([["Project"]], sheet="Dates"), "There is no sheet named “Status”"),
    ],
)
def test_a_fault_has_its_place_and_its_remedy(content, said):
    assert any(fault.startswith(said) for fault in faults(content)), faults(content)


def test_a_fault_points_at_the_cell_that_is_to_be_filled():
    content = update_book(
        ON,
        Dates=[{"Project": "277", "Milestone": "go-live", "New plan": LATE}],
        Status=[{"Project": "277", "Overall": "red", "Time": "red", "Green by": LATE}],
    )

    assert faults(content) == [
        "Dates!J6: Nobody is named who approved the new plan; enter who did",
        "Dates!H6: The new plan has no reason; enter why it was planned anew",
        "Status!J6: Nobody is named who assessed it; enter who did",
        "Status!K6: The status has no reasons; enter what it rests on",
        (
            "Status!M6: There is a day by which it is green again, and nobody says what that "
            "takes; enter what it takes"
        ),
    ]


def test_sheets_that_are_gone_and_first_dates_written_over_are_said():
    row = {"Project": "277", "Milestone": "go-live", "First date": date(2018, 12, 31)}
    found = read_update(update_book(ON, Dates=[{**row, "Forecast": LATE}]), "u.xlsx", KNOWN)
    kept = {**row, "First date": date(2018, 11, 30), "Forecast": LATE}

    assert [str(one) for one in found.errors] == [
        (
            "Dates!D6: The first date is 30 November 2018, and is never changed; "
            "put it back, and give a later date under “New plan”"
        )
    ]
    assert [one.text for one in found.notices] == [
        (
            "Nothing is read of “Dependencies”, “Funding”, “Benefits” and “Projects”: "
            "the sheet is not there"
        )
    ]
    assert read_update(update_book(ON, Dates=[kept]), "u.xlsx", KNOWN).errors == ()


@pytest.mark.parametrize(("by", "many"), [(date(2019, 1, 20), 1), (LATE, 0)])
def test_green_again_before_the_go_live_is_warned_of(by, many):
    said = {
        "Project": "277",
        "Overall": "red",
        "Time": "red",
        "Assessor": "Sam",
        "Reasons": "Testing",
        "To be green again": "Go live",
        "Green by": by,
    }
    moved = {"Project": "277", "Milestone": "go-live", "Forecast": LATE}

    found = read_update(update_book(ON, Dates=[moved], Status=[said]), "u.xlsx", KNOWN)

    assert found.errors == ()
    assert [str(one) for one in found.warnings] == [
        (
            "Status!N6: It is to be green again by 20 January 2019, before its go-live, "
            "21 January 2019. Check which of them holds"
        )
    ][:many]


def test_all_faults_are_said_at_once():
    content = book([["999", *DATE[1:]], [*DATE[:5], "soon", None, ""]], [["998", *SAID[1:]]])

    assert len(faults(content)) == 3


def test_a_sheet_without_its_headings_is_refused():
    bare = xlsx([["Report date", ON]], sheet="Dates", more={"Status": [["Project", "Title"]]})

    assert (
        "Dates!A5: No row of headings begins with “Project”; use the workbook that was issued"
        in (faults(bare))
    )
    assert "Status!A1: The column “Scale” is missing; use the workbook that was issued" in (
        faults(bare)
    )


def test_the_issued_workbook_is_read_as_it_was_issued():
    asked = Issued(projects=[project()], lines=[LINE])
    issued = write_template(asked, on=day("2018-11-29"))

    assert issued == write_template(asked, on=day("2018-11-29"))
    found = read_update(issued, "updates.xlsx", KNOWN)
    assert [str(one) for one in found.errors] == [
        "Nothing is reported; fill in a forecast or a status"
    ]
    assert [one.place for one in found.notices] == ["Dates!F6", "Status!D6"]


@given(st.binary(max_size=200))
def test_whatever_is_sent_is_answered_and_never_raises(content):
    assert read_update(content, "updates.xlsx", KNOWN).errors


CELLS = st.one_of(
    st.none(),
    st.text(st.characters(codec="utf-8", categories=["L", "N", "P"])),
    st.floats(-1e9, 1e9),
)


@given(st.lists(st.lists(CELLS, min_size=8, max_size=12), max_size=4))
def test_whatever_cells_hold_is_read_or_refused(rows):
    found = read_update(book(rows, rows), "updates.xlsx", KNOWN)

    assert found.errors or found.dates or found.statuses
