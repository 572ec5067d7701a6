"""Cell maps: their file, what they refuse, and registers read by them."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.project_facts import day, line_at, move, project, status
from factories.project_workbooks import csv_text
from factories.workbooks import ods, xlsx
from scrutable.portfolio import facts, rules
from scrutable.portfolio.intake import Known, map_lines, read_cell_map, read_register

ON = date(2026, 9, 30)
LINES = (
    ("line", "ours", "theirs"),
    ("sheet", "", "Projects"),
    ("column", "number", "Ref"),
    ("column", "title", "Project"),
    ("column", "overall", "RAG"),
    ("column", "forecast", "column E"),
    ("column", "first_date", "Due"),
    ("word", "rating=amber", "Orange"),
    ("word", "stage=finished", "Blue"),
    ("word", "nothing", "-"),
    ("every", "theme", "modernise"),
    ("every", "stage", "delivery"),
    ("every", "sponsor", "Director"),
    ("every", "manager", "Alex Roe"),
    ("every", "first_approver", "Cabinet"),
    ("every", "assessor", "The council"),
    ("every", "reasons", "As reported"),
    ("every", "override_reason", "No parts are reported"),
    ("skip", "", "Total"),
)
HEADS = ["Ref", "Project", "RAG", "Due", "Expected"]
ROW = ["16 BCM 07", "Recovery test", "Orange", "31/12/2026", "March 2027"]
LINE = line_at("16-BCM-07", "go-live", "Go-live", [move("baseline", "2026-01-05", "2026-12-31")])


def made(lines=LINES, **changed):
    read = read_cell_map(csv_text(lines).encode(), "map.csv")
    assert read.errors == []
    said = {"code": "capital", "title": "Capital", "approver": "Head", "approved_on": ON}
    return facts.CellMap(**said, **(read.parts | changed))


def register(*rows, known=None, by=None, heads=HEADS):
    content = xlsx([["Our register"], [], heads, *rows], sheet="Projects")
    return read_register(content, "register.xlsx", by or made(), known or Known(), ON)


def test_a_register_is_read_in_its_own_words_with_its_cells():
    found = register(ROW)

    assert found.errors == ()
    told = found.projects[0].project
    assert (told.number, told.title, told.stage.value) == ("16-BCM-07", "Recovery test", "delivery")
    assert [(one.kind.value, one.to, one.place) for one in found.dates] == [
        ("baseline", day("2026-12-31"), "Projects!D4"),
        ("forecast", day("2027-03-31"), "Projects!E4"),
    ]
    said = found.statuses[0]
    assert (said.overall.value, said.override_reason, said.place) == (
        "amber",
        "No parts are reported",
        "Projects!C4",
    )


def test_a_word_may_mean_a_stage_or_nothing_and_totals_are_no_projects():
    blue, silent = ["P1", "One", "BLUE", "", ""], ["P2", "Two", "-", "", ""]
    found = register(blue, silent, ["Total", "2", "", "", ""], ["", "", "", "", ""])

    assert [(one.project.number, one.project.stage.value) for one in found.projects] == [
        ("P1", "finished"),
        ("P2", "delivery"),
    ]
    assert found.statuses == ()
    assert [str(one) for one in found.notices] == ["Projects!A6: “Total” is no project"]


def test_what_holds_for_all_never_overwrites_what_is_known_of_one():
    stands = project("16-BCM-07", sponsor="Somebody by name", stage=facts.ProjectStage.TESTING)
    known = Known(projects={"16-BCM-07": stands}, lines={("16-BCM-07", "go-live"): LINE})

    found = register(ROW, known=known)

    after = found.projects[0].project
    assert (after.sponsor, after.stage) == ("Somebody by name", facts.ProjectStage.TESTING)
    assert after.title == "Recovery test"


def test_a_stage_that_a_word_gave_is_lifted_when_the_word_is_gone():
    done = project("16-BCM-07", title="Recovery test", stage=facts.ProjectStage.FINISHED)
    known = Known(projects={"16-BCM-07": done}, lines={("16-BCM-07", "go-live"): LINE})

    assert register(ROW, known=known).projects[0].project.stage is facts.ProjectStage.DELIVERY


def test_the_same_register_again_says_nothing_but_the_forecast_of_its_day():
    first = register(ROW)
    stands = first.projects[0].project
    line = line_at(
        "16-BCM-07",
        "go-live",
        "Go-live",
        [
            move("baseline", "2026-01-05", "2026-12-31"),
            move("forecast", "2026-09-30", "2027-03-31"),
        ],
    )
    known = Known(
        projects={"16-BCM-07": stands},
        lines={("16-BCM-07", "go-live"): line},
        statuses={"16-BCM-07": replace(first.statuses[0], file="a", version=3)},
    )

    again = register(ROW, known=known)

    assert (again.is_empty, again.errors, again.unchanged) == (True, (), 4)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ([*ROW[:2], "Purple", *ROW[3:]], "Projects!C4: “Purple” is no word of the map; add what"),
        ([*ROW[:3], "soon", ROW[4]], "Projects!D4: “soon” is not a date; enter a day"),
        (["updates", *ROW[1:]], "Projects!A4: “updates” is not the number of a project"),
        ([None, *ROW[1:]], "Projects!A4: The project is missing"),
        (["P1", None, *ROW[2:]], "Projects!B4: A new project needs its title"),
        ([*ROW[:2], ("=1/0", "#DIV/0!"), *ROW[3:]], "Projects!C4: The formula gives no value"),
    ],
)
def test_a_row_that_cannot_be_is_refused_in_its_cell(row, said):
    found = [str(one) for one in register(row).errors]

    assert len(found) == 1, found
    assert found[0].startswith(said)


def test_headings_are_found_by_name_or_the_register_is_refused():
    missing = register(ROW, heads=["Ref", "Project", "Status", "Due", "Expected"])
    twice = register(ROW, heads=["Ref", "Project", "RAG", "RAG", "Due"])
    nowhere = read_register(xlsx([HEADS], sheet="Other"), "r.xlsx", made(), Known(), ON)

    assert [str(one) for one in missing.errors] == [
        "Projects!A3: There is no heading “RAG”; rename the column, or correct the map"
    ]
    assert "stands there more than once; let the map name the column" in str(twice.errors[0])
    assert [str(one) for one in nowhere.errors] == [
        "There is no sheet named “Projects”; rename the sheet, or correct the map"
    ]


def test_milestones_of_a_register_have_their_own_dates_and_one_status():
    by = made((*LINES, ("column", "milestone", "Step")))
    long = "The step that has far too long a name to stand in any reference of ours"

    found = register(
        [*ROW, ""], [*ROW, "Testing over"], [*ROW, long], by=by, heads=[*HEADS, "Step"]
    )

    assert found.errors == ()
    assert [(one.milestone, one.title) for one in found.dates if one.kind.value == "baseline"] == [
        ("go-live", "Go-live"),
        ("testing-over", "Testing over"),
        ("the-step-that-has-far-too-long-a-name-to", long),
    ]
    assert len(found.statuses) == len(found.projects) == 1


def test_a_sheet_with_a_name_too_long_to_be_kept_is_refused():
    content = ods([list(HEADS), list(ROW)], sheet="x" * 300)

    found = read_register(content, "r.ods", made(sheet=""), Known(), ON)

    assert "too long to be kept" in str(found.errors[0])


def test_a_word_against_another_is_refused():
    by = made((*LINES, ("column", "stage", "Stage")))
    row = [*ROW, "In testing"]
    by = replace(by, words=(*by.words, facts.MappedWord(
        said="In testing", coded=facts.Coded.STAGE, means="testing"
    )))  # fmt: skip

    found = register([*ROW[:2], "Blue", *ROW[3:], row[-1]], by=by, heads=[*HEADS, "Stage"])

    assert "means testing, and the row says finished" in str(found.errors[0])


def test_a_map_reads_back_as_it_was_written_in_every_form():
    by = made()
    written = [("line", "ours", "theirs"), *map_lines(by)]

    for content, name in (
        (csv_text(written).encode(), "map.csv"),
        (xlsx(written), "map.xlsx"),
        (ods([list(row) for row in written]), "map.ods"),
    ):
        assert read_cell_map(content, name).parts == {
            name: getattr(by, name)
            for name in ("sheet", "heading_row", "columns", "words", "constants", "skips")
        }
    assert ("word", "nothing", "'-") in map_lines(by)  # no spreadsheet takes it for a formula


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            ("colum", "number", "Ref"),
            "line 2, column A: “colum” is no kind of line; use sheet, head",
        ),
        (("column", "size", "Ref"), "line 2, column A: “size” is nothing that a column may hold"),
        (("column", "number", ""), "line 2, column A: The heading is missing; enter it, or"),
        (("word", "colour=red", "Red"), "line 2, column A: “colour=red” is none of our words"),
        (("word", "rating=red", ""), "line 2, column A: The council’s word is missing"),
        (("headings", "", "third"), "line 2, column A: “third” is no row; enter its number"),
        (("every", "theme", ""), "line 2, column A: What holds for every project is missing"),
        (("skip", "", ""), "line 2, column A: The word is missing"),
        (("skip", "", "x" * 201), "line 2, column A: The line is too long"),
    ],
)
def test_a_line_of_a_map_that_cannot_be_is_refused_in_its_place(line, said):
    read = read_cell_map(csv_text([LINES[0], line]).encode(), "map.csv")

    assert str(read.errors[0]).startswith(said), read.errors


def test_a_map_says_everything_that_is_wrong_with_it():
    twice = facts.MappedWord(said="ORANGE", coded=facts.Coded.RATING, means="orange")
    of = made(columns=made().columns[1:], words=(*made().words, twice))
    of = replace(of, code="Not a code", approver=" ", constants=(
        facts.Constant(holds=facts.Holds.THEME, value="grow"),
        facts.Constant(holds=facts.Holds.OVERALL, value="green"),
    ))  # fmt: skip

    assert [(one.place, one.fault) for one in rules.refusals_of(of)] == [
        ("code", "The code is not one"),
        ("approver", "Nobody is named who approved it"),
        ("columns", "No column holds the project’s number"),
        ("columns", "“orange” is translated twice"),
        ("words", "“ORANGE” means rating “orange”, which is not known"),
        ("constants", "Every theme is “grow”, which is not known"),
        ("constants", "“overall” cannot be the same for every project"),
    ]


CELLS = st.one_of(
    st.none(),
    st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Z"]), max_size=20),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.dates(date(1900, 3, 1), date(9999, 12, 31)),
    st.sampled_from(["Orange", "Blue", "-", "Green", "Total", "P1", "December 2026"]),
)


@given(st.lists(st.lists(CELLS, min_size=5, max_size=5), max_size=5))
def test_whatever_a_register_holds_is_read_or_refused(rows):
    found = register(*rows)

    assert found.errors or not found.dates or found.projects
    assert all(one.place.startswith("Projects!") for one in found.errors if one.place)


@given(st.binary(max_size=200), st.sampled_from(["map.csv", "map.xlsx", "map.ods"]))
def test_whatever_is_sent_as_a_map_is_answered(content, name):
    assert read_cell_map(content, name).errors


@given(st.lists(st.tuples(*[st.text(max_size=12)] * 3), max_size=6))
def test_whatever_lines_a_map_has_are_read_or_refused(lines):
    clean = [tuple(cell.replace("\x00", "").replace('"', "") for cell in line) for line in lines]
    read = read_cell_map(csv_text([LINES[0], *clean]).encode("utf-8", "replace"), "map.csv")

    assert read.errors or read.columns


def test_a_status_of_the_day_before_is_not_overwritten_by_an_older_register():
    known = Known(
        projects={"16-BCM-07": project("16-BCM-07")},
        lines={("16-BCM-07", "go-live"): LINE},
        statuses={"16-BCM-07": status("green", "2026-10-31", number="16-BCM-07")},
    )

    found = [str(one) for one in register(ROW, known=known).errors]

    assert found == [
        "Projects!C4: The last status is of 31 October 2026; give that day or a later one"
    ]
