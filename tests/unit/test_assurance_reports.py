"""Systems, issues and the reassurance map in reports, and the picture of the map."""

import pytest
from defusedxml.ElementTree import fromstring

from factories.assurance_facts import (
    AS_AT,
    ago,
    claim,
    closed,
    drill,
    evidence,
    issue,
    phase,
    service,
    system,
)
from scrutable.assurance.compose.issues import issues_section
from scrutable.assurance.compose.issues import key_figures as of_issues
from scrutable.assurance.compose.reassurance import fault_words, key_figures, reassurance_section
from scrutable.assurance.compose.systems import key_figures as of_systems
from scrutable.assurance.compose.systems import systems_section
from scrutable.assurance.facts import Visibility
from scrutable.assurance.presenters.systems.drawing import picture
from scrutable.assurance.rules.claims import reassurance_map, unreassured
from scrutable.assurance.rules.issues import ages, by_phase, standings
from scrutable.assurance.rules.systems import landscape
from scrutable.documents.blocks import Chart, Heading, Paragraph, Table
from scrutable.documents.charts.facts import MOST_NODES, Matrix, MatrixCell, MatrixRow
from scrutable.documents.charts.svg import svg

BODIES = {"OSMB": "Scrutiny Board"}


def cells(table):
    return [[cell.text for cell in row] for row in table.rows]


def seen(*tests, **more):
    systems = [system("CARE", "NET", single_points=("A secret door",), **more), system("NET")]
    return landscape(systems, [service(bearable_hours=8)], tests, AS_AT)


def test_the_map_is_printed_with_what_is_missing_and_every_figure_cited():
    found = reassurance_map(
        [claim(), claim("EXIT", text="Every contract has an exit plan")],
        [evidence(10, number=1, version=7)],
        AS_AT,
    )

    heading, said, chart = reassurance_section(found, BODIES)

    assert (heading.text, heading.anchor) == ("What members are asked to accept", "reassurance")
    assert said.runs[0].text == "1 of 2 claims is borne out by fresh evidence"
    assert said.runs[0].citation.reference == "claims/2026-10-12"
    assert cells(chart.table) == [
        [
            "EXIT: Every contract has an exit plan",
            "Nothing under it",
            *(["Never looked"] * 3),
            "Any evidence, from the second line or a surer one",
            "Scrutiny Board",
        ],
        [
            "RESTORE: Everything that is critical can be restored",
            "Borne out",
            "Never looked",
            "2 October 2026, 10 days old, ICT risk team",
            "Never looked",
            "Nothing is missing",
            "Scrutiny Board",
        ],
    ]
    assert chart.table.rows[1][3].citation.version == 7
    assert [one.value for one in key_figures(found)] == ["0 of 2", "1 of 2", "0 of 2", "0 of 2"]


def test_a_report_without_claims_says_so():
    heading, said = reassurance_section([], BODIES)

    assert isinstance(heading, Heading)
    assert said.runs == ("No claim is recorded that members are asked to accept.",)


@pytest.mark.parametrize(
    ("held", "sentence", "fault", "remedy"),
    [
        (
            [evidence(400)],
            "Members can be reassured on RESTORE.",
            "“Members can be reassured on RESTORE.” rests on claim RESTORE, which is stale",
            "evidence within 365 days is missing: find it, or take the sentence out",
        ),
        (
            [],
            "Members can be reassured that the sea is calm.",
            (
                "“Members can be reassured that the sea is calm.” has no claim under it that "
                "anybody has checked"
            ),
            "record the claim with its evidence, or say what is known and what is not",
        ),
    ],
)
def test_why_a_sentence_stops_the_report(held, sentence, fault, remedy):
    (found,) = unreassured({"summary": sentence}, reassurance_map([claim()], held, AS_AT))

    assert fault_words(found) == (fault, remedy)


def test_the_section_of_systems_names_no_weakness():
    found = seen(drill(ago(10), "failed", number=1, found="A secret key"))

    blocks = systems_section(found)

    assert "secret" not in repr(blocks)
    assert "ailed" not in repr(blocks)
    _, said, systems, services = blocks
    assert said.runs[0].text == "Two of two critical systems: recovery not proved"
    assert cells(systems)[0][:3] == ["CARE: Care", "Not proved", "2 October 2026, within a month"]
    assert cells(services) == [
        ["Visits", "8", "Care", "Care", "16 hours too long", "No way is recorded"]
    ]
    assert [one.value for one in of_systems(found)] == ["0 of 2", "1 of 1", "0 of 2"]


def test_where_every_service_can_wait_it_is_said():
    assert isinstance(systems_section(seen(recovery_hours=4))[-1], Table)
    found = landscape([system(recovery_hours=4)], [service()], [], AS_AT)

    assert isinstance(systems_section(found)[-1], Paragraph)
    assert len(systems_section(landscape([], [], [], AS_AT))) == 2


def test_the_section_of_issues_tells_nothing_exempt():
    history = [
        issue(1, due=ago(100)),
        issue(1, due=ago(5)),
        issue(2, what="A secret", visibility=Visibility.EXEMPT, phase="P1"),
        closed(3),
    ]
    found = standings(history, AS_AT)

    blocks = issues_section(found, ages(found, (30, 90)), by_phase([phase()], found), AS_AT)

    assert "secret" not in repr(blocks)
    _, said, chart, opened, phases = blocks
    assert said.runs[0].text == "Two of two open issues are overdue"
    assert isinstance(chart, Chart)
    assert [row[:1] + row[-1:] for row in cells(chart.table)] == [
        ["Not yet due", "0"], ["1 to 30 days late", "1"], ["31 to 90 days late", "0"],
        ["Over 90 days late", "1"], ["No day is set", "0"],
    ]  # fmt: skip
    assert [row[0] for row in cells(opened)] == [
        "2: Exempt: only those who see the detail of assessments may read it",
        "1: Leavers keep their accounts",
    ]
    assert cells(phases) == [
        ["ICT improvement: Phase P1", "1", "0", "1", "Minute 41"],
        ["In no phase", "2", "1", "1", "None is named"],
    ]
    assert [one.value for one in of_issues(found, AS_AT)] == ["2 of 3", "0", "1 of 2"]
    assert len(issues_section([], [], [], AS_AT)) == 2


def test_a_picture_of_more_than_forty_boxes_keeps_the_most_pressing():
    services = [service(f"S{at}", bearable_hours=at) for at in range(60)]
    found = landscape([system(recovery_hours=48)], services, [], AS_AT)

    drawn = picture(found.systems[0], found)

    assert len(drawn.nodes) == MOST_NODES
    assert drawn.nodes[-1].label == "22 more services"
    assert picture(landscape([system()], [], [], AS_AT).systems[0], found) is None


def test_a_matrix_says_every_box_in_words():
    matrix = Matrix(
        title="Claims",
        description="Two claims.",
        columns=("First line", "Standing"),
        rows=(
            MatrixRow("Everything <critical> & large can be restored in time", (
                MatrixCell("Never looked", "grey"), MatrixCell("Nothing under it", "red"),
            )),
        ),
    )  # fmt: skip

    drawn = fromstring(svg(matrix))

    words = [one.text for one in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert words == [
        "First line", "Standing", "Everything <critical> & large", "can be restored in time",
        "Never looked", "Nothing under it",
    ]  # fmt: skip
    with pytest.raises(ValueError, match="a box for each column"):
        Matrix("T", "D", ("A",), (MatrixRow("B", ()),))
    with pytest.raises(ValueError, match="1 to 40 rows"):
        Matrix("T", "D", ("A",), ())
