"""Every sheet of an update: what is read, what is left alone, and each fault with its cell."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.project_facts import day, line_at, move, project, status
from factories.project_workbooks import update_book
from factories.workbooks import xlsx
from scrutable.portfolio import facts
from scrutable.portfolio.intake import Issued, Known, read_update, write_template
from scrutable.portfolio.intake.sheets import COLUMNS

ON = date(2026, 9, 30)
LINE = line_at("277", "go-live", "Go-live", [move("baseline", "2026-01-05", "2026-11-30")])
FUNDING = facts.Funding(
    project="277",
    source=facts.FundingSource.CAPITAL,
    year=2026,
    approved=Decimal("250000.00"),
    spent=Decimal("10.00"),
    spent_by=day("2026-06-30"),
)
WAITS = facts.Dependency(
    project="277",
    number=1,
    on_whom="OpenText",
    what="The hosted store",
    needed_by=day("2026-10-01"),
    state=facts.DependencyState.OPEN,
    owner="Sam Hale",
)


def benefit(number=1, measure=facts.Measure.COUNT):
    return facts.Benefit(
        project="277",
        number=number,
        title="Fewer searches",
        kind=facts.BenefitKind.NON_CASHABLE,
        description="Staff find what they look for",
        service="Records",
        metric="Searches a day",
        measure=measure,
        owner="Head of Records",
    )


KNOWN = Known(
    projects={"277": project(), "278": project("278", place=1, place_reason="Payroll")},
    lines={("277", "go-live"): LINE},
    statuses={"277": status("green", "2026-08-31")},
    suppliers={"norland": "supplier/norland", "supplier/norland": "supplier/norland"},
    fundings={("277", facts.FundingSource.CAPITAL, 2026): FUNDING},
    dependencies={("277", 1): WAITS},
    benefits={
        ("277", 1): benefit(),
        ("277", 2): benefit(2, facts.Measure.PERCENT),
        ("277", 3): benefit(3, facts.Measure.WORDS),
    },
)
NEW = {
    "Project": "300",
    "Title": "Telephony",
    "Theme": "Optimise",
    "Stage": "Business case",
    "Sponsor": "Director",
    "Manager": "Alex Roe",
}
SPENT = {"Project": "277", "Source": "capital", "Year": "2026/27"}
MEASURED = {"Benefit": "277-1", "Measured by": "Head of Records", "Source": "The search log"}


def read(**sheets):
    return read_update(update_book(ON, **sheets), "updates.xlsx", KNOWN)


def faults(**sheets):
    return [str(one) for one in read(**sheets).errors]


def test_a_new_project_comes_with_its_first_date_and_what_is_said_of_it_below():
    found = read(
        Projects=[
            {
                **NEW,
                "Suppliers": "Norland; supplier/norland",
                "Third parties": "OpenText\nMicrosoft",
                "Place": 2,
                "Reason for place": "Nobody can be reached",
                "First go-live": "31 March 2027",
                "First date approved by": "Executive",
            }
        ],
        Dates=[{"Project": "300", "Milestone": "go-live", "Forecast": day("2027-04-30")}],
    )

    assert found.errors == ()
    told = found.projects[0]
    assert (told.project.stage, told.project.theme) == (
        facts.ProjectStage.BUSINESS_CASE,
        facts.Theme.OPTIMISE,
    )
    assert told.project.suppliers == ("supplier/norland",)
    assert told.project.third_parties == ("OpenText", "Microsoft")
    assert (told.project.place, told.place) == (2, "Projects!B6")
    assert [(one.kind.value, one.to, one.approver) for one in found.dates] == [
        ("baseline", day("2027-03-31"), "Executive"),
        ("forecast", day("2027-04-30"), ""),
    ]


def test_what_is_left_blank_of_a_known_project_stays_and_the_same_again_is_nothing():
    changed = read(Projects=[{"Project": "278", "Stage": "testing"}])
    same = read(Projects=[{"Project": "278", "Title": project().title}])
    off = read(Projects=[{"Project": "278", "Place": "off the list"}])

    assert changed.projects[0].project == replace(
        KNOWN.projects["278"], stage=facts.ProjectStage.TESTING
    )
    assert (same.projects, same.errors, same.unchanged) == ((), (), 1)
    assert (off.projects[0].project.place, off.projects[0].project.place_reason) == (None, "")


def test_two_projects_may_change_places_in_one_file():
    found = read(
        Projects=[
            {"Project": "278", "Place": 3, "Reason for place": "Less is at stake"},
            {"Project": "277", "Place": 1, "Reason for place": "Members’ papers"},
        ]
    )

    assert found.errors == ()
    assert {one.project.number: one.project.place for one in found.projects} == {"277": 1, "278": 3}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"Project": "300"}, "Projects!B6: A new project needs its title; enter it, or correct"),
        ({**NEW, "Project": "updates"}, "Projects!A6: “updates” is not the number of a project"),
        ({**NEW, "Project": "../x"}, "Projects!A6: “../x” is not the number of a project"),
        ({**NEW, "Theme": "grow"}, "Projects!C6: “grow” is none of those known; choose one of"),
        ({**NEW, "Suppliers": "Nobody"}, "Projects!G6: There is no supplier “Nobody”; record"),
        ({**NEW, "Place": "first"}, "Projects!I6: “first” is no place on the list; enter 1 or"),
        (
            {**NEW, "Place": 2},
            "Projects!J6: Its place on the priority list has no reason; enter why",
        ),
        (
            {**NEW, "Place": 1, "Reason for place": "Me first"},
            "Projects!B6: Place 1 is project 278’s; give that one another first",
        ),
        ({**NEW, "First go-live": "soon"}, "Projects!K6: “soon” is not a date; enter a day"),
        (
            {**NEW, "First go-live": "1/2/2027"},
            "Projects!L6: Nobody is named who approved the first date",
        ),
        ({**NEW, "Title": ("=1/0", "#DIV/0!")}, "Projects!B6: The formula gives no value; mend"),
    ],
)
def test_a_project_that_cannot_be_is_refused_in_its_cell(row, said):
    found = faults(Projects=[row])

    assert any(one.startswith(said) for one in found), found
    assert len(found) < 6


def test_a_new_plan_needs_its_approver_and_comes_before_the_forecast():
    row = {"Project": "277", "Milestone": "go-live", "New plan": day("2027-01-31")}
    approved = {
        **row,
        "Approved by": "Executive",
        "Reason": "Testing",
        "Forecast": day("2027-02-14"),
    }

    assert faults(Dates=[row]) == [
        "Dates!J6: Nobody is named who approved the new plan; enter who did",
        "Dates!H6: The new plan has no reason; enter why it was planned anew",
    ]
    found = read(Dates=[{**approved, "Approved on": day("2026-09-15")}])
    assert [(one.kind.value, one.to, one.on) for one in found.dates] == [
        ("rebaseline", day("2027-01-31"), day("2026-09-15")),
        ("forecast", day("2027-02-14"), None),
    ]


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("December 2026", "2026-12-31"),
        ("end of Feb 2027", "2027-02-28"),
        ("2027-02", "2027-02-28"),
        ("21st January 2027", "2027-01-21"),
        ("21.1.2027", "2027-01-21"),
    ],
)
def test_a_day_in_words_is_read_and_a_month_is_its_last_day(text, to):
    found = read(Dates=[{"Project": "277", "Milestone": "go-live", "Forecast": text}])

    assert found.dates[0].to == day(to)
    is_month = "taken as its last day" in found.dates[0].reason
    assert is_month == any("names no day" in str(one) for one in found.notices)
    assert is_month == (text not in ("21st January 2027", "21.1.2027"))


def test_the_stage_comes_with_the_status_and_says_nothing_where_it_is_the_same():
    said = {"Project": "277", "Overall": "amber", "Time": "amber", "Assessor": "Sam"}
    more = {**said, "Reasons": "Testing", "To be green again": "Pass", "Green by": "30/11/2026"}
    found = read(Status=[{**more, "Stage": "testing"}])

    assert found.projects[0].project.stage is facts.ProjectStage.TESTING
    assert found.projects[0].place == "Status!O6"
    assert (found.statuses[0].to_green, found.statuses[0].green_by) == ("Pass", day("2026-11-30"))
    assert read(Status=[{**more, "Stage": "delivery"}]).projects == ()
    assert faults(
        Status=[{**more, "Stage": "testing"}], Projects=[{"Project": "277", "Stage": "live"}]
    ) == ["Status!O6: The stage is live in Projects!B6; say the same in both"]


def test_money_is_read_to_the_penny_and_what_is_blank_stays():
    found = read(Funding=[{**SPENT, "Spent £": "£12,500.50"}])
    nought = read(Funding=[{**SPENT, "Expected £": 0}])

    assert found.records[0].record == replace(FUNDING, spent=Decimal("12500.50"), spent_by=ON)
    assert found.records[0].place == "Funding!F6"
    assert nought.records[0].record == replace(FUNDING, expected=Decimal("0.00"))
    assert faults(Funding=[{**SPENT}]) == ["Nothing is reported; fill in a forecast or a status"]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({**SPENT, "Spent £": "a lot"}, "Funding!F6: “a lot” is not a number; enter it in figures"),
        ({**SPENT, "Spent £": True}, "Funding!F6: “True” is not a number"),
        ({**SPENT, "Source": "grant"}, "Funding!C6: Project 277 has no grant for 2026/27; record"),
        ({**SPENT, "Source": None}, "Funding!C6: The source is missing; enter capital"),
        ({**SPENT, "Year": "last"}, "Funding!D6: The financial year is missing; enter it, such as"),
    ],
)
def test_money_that_cannot_be_is_refused_in_its_cell(row, said):
    assert any(one.startswith(said) for one in faults(Funding=[row])), faults(Funding=[row])


def test_a_dependency_is_changed_by_its_number_and_a_new_one_has_none():
    found = read(
        Dependencies=[
            {"Project": "277", "Number": 1, "State": "met", "Settled on": day("2026-09-20")},
            {
                "Project": "277",
                "Waits for": "Microsoft",
                "What": "A fix",
                "Needed by": day("2026-12-01"),
                "Owner": "Sam Hale",
            },
        ]
    )

    met, new = (one.record for one in found.records)
    assert met == replace(WAITS, state=facts.DependencyState.MET, settled_on=day("2026-09-20"))
    assert (new.number, new.state) == (0, facts.DependencyState.OPEN)
    assert faults(Dependencies=[{"Project": "277", "Number": 9}])[0].startswith(
        "Dependencies!B6: Project 277 has no dependency 9; correct it"
    )
    assert faults(Dependencies=[{"Project": "277", "What": "A fix"}])[0].startswith(
        "Dependencies!C6: A new dependency needs “Waits for”"
    )


def test_nought_was_measured_and_a_blank_was_not():
    nought = read(Benefits=[{**MEASURED, "Measured": 0}])
    why = read(Benefits=[{**MEASURED, "Not measured because": "The counter broke"}])

    assert nought.records[0].record.value == 0
    assert (why.records[0].record.value, why.records[0].record.words) == (None, "The counter broke")
    assert str(read(Benefits=[{"Benefit": "277-1"}]).errors[0]).startswith("Nothing is reported")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            {**MEASURED, "Benefit": "277-9", "Measured": 1},
            "Benefits!A6: There is no benefit “277-9",
        ),
        ({**MEASURED, "Measured": 1, "Not measured because": "x"}, "Benefits!F6: Both a value"),
        ({**MEASURED, "Measured by": None, "Measured": 1}, "Benefits!H6: Nobody measured it"),
        ({**MEASURED, "Source": None, "Measured": 1}, "Benefits!I6: The value has no source"),
        (
            {**MEASURED, "Taken from the budget £": 5},
            "Benefits!F6: Nothing is measured, and nobody",
        ),
        ({**MEASURED, "Benefit": "277-2", "Measured": 0.92}, "Benefits!E6: 0.92 may be that many"),
    ],
)
def test_a_measurement_that_cannot_be_is_refused_in_its_cell(row, said):
    assert any(one.startswith(said) for one in faults(Benefits=[row])), faults(Benefits=[row])


def test_a_percentage_is_read_with_its_sign():
    found = read(Benefits=[{**MEASURED, "Benefit": "277-2", "Measured": "92%"}])

    assert found.records[0].record.value == Decimal(92)


def test_a_project_with_a_fault_of_its_own_brings_no_further_ones():
    found = faults(
        Projects=[{**NEW, "Theme": "grow"}],
        Dates=[{"Project": "300", "Milestone": "go-live", "Forecast": day("2027-04-30")}],
        Status=[{"Project": "300", "Overall": "red"}],
    )

    assert len(found) == 1, found


def test_a_sheet_that_is_not_ours_is_named_and_not_read():
    content = xlsx([["Report date", ON]], sheet="Notes", more={"Projects": [["Project", "Title"]]})

    found = read_update(content, "updates.xlsx", KNOWN)

    assert "Notes: This sheet is not read" in [str(one) for one in found.notices]
    assert "Projects!A3: The sheet does not say its report date; write “Report date” and" in str(
        found.errors[0]
    )


def test_the_issued_workbook_has_every_sheet_and_reads_back_without_a_change():
    asked = Issued(
        projects=list(KNOWN.projects.values()),
        lines=[LINE],
        dependencies=[WAITS],
        fundings=[FUNDING],
        benefits=[benefit(), benefit(2, facts.Measure.PERCENT)],
    )

    content = write_template(asked, on=ON, council="=cmd|' /C calc'!A0")
    found = read_update(content, "updates.xlsx", KNOWN)

    assert content == write_template(asked, on=ON, council="=cmd|' /C calc'!A0")
    assert found.errors == ()
    assert (found.is_empty, found.unchanged) == (True, 1)


def test_a_hostile_title_is_text_in_the_workbook_that_is_issued():
    bad = '=HYPERLINK("http://evil.example","x")'
    asked = Issued(projects=[project("277", title=bad)], lines=[LINE])

    found = read_update(write_template(asked, on=ON), "updates.xlsx", KNOWN)

    assert [str(one) for one in found.errors] == [
        "Nothing is reported; fill in a forecast or a status"
    ]


CELLS = st.one_of(
    st.none(),
    st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Z"]), max_size=30),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.integers(-(10**12), 10**12),
    st.booleans(),
    st.dates(date(1900, 3, 1), date(9999, 12, 31)),
    st.sampled_from(["277", "300", "go-live", "green", "capital", "2026/27", "277-1", "1", "off"]),
    st.sampled_from([("=1/0", "#DIV/0!"), ("=NA()", "#N/A"), ("=A1", "")]),
)
GOOD = {
    "Projects": {**NEW, "First go-live": day("2027-03-31"), "First date approved by": "Executive"},
    "Dates": {"Project": "277", "Milestone": "go-live", "Forecast": day("2026-12-31")},
    "Status": {
        "Project": "277",
        "Overall": "green",
        "Time": "green",
        "Assessor": "Sam",
        "Reasons": "On plan",
    },
    "Dependencies": {"Project": "277", "Number": "1", "Note": "Promised again"},
    "Funding": {**SPENT, "Spent £": 5000},
    "Benefits": {**MEASURED, "Measured": 12},
}


@given(st.sampled_from(sorted(GOOD)), st.data())
def test_a_good_row_with_any_cell_put_wrong_is_read_or_refused_in_that_row(name, data):
    column = data.draw(st.sampled_from([title for title, _ in COLUMNS[name]]))
    row = {**GOOD[name], column: data.draw(CELLS)}

    found = read(**{name: [row]})

    said = [one.place for one in (*found.dates, *found.statuses, *found.records, *found.projects)]
    assert found.errors or said or found.unchanged
    assert all(
        place.startswith((f"{name}!", "Projects!")) and place.endswith("6") for place in said
    )
    for one in found.errors:
        assert not one.place or one.place.endswith("6"), str(one)
        assert one.fault
        assert one.remedy


@given(st.lists(st.lists(CELLS, max_size=14), max_size=4))
def test_rows_of_anything_are_read_or_refused(rows):
    heads = [title for title, _ in COLUMNS["Projects"]]
    said = [dict(zip(heads, row, strict=False)) for row in rows]

    found = read(Projects=said)

    assert found.errors or found.projects or found.unchanged or not found.dates
