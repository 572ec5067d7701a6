"""Dependence on suppliers and plans side by side, as reports say them."""

from dataclasses import replace

import pytest

from factories.dependence_facts import HOST, WAN, dependence
from factories.document_samples import document
from factories.project_facts import day, line_at, move, project
from scrutable.documents.blocks import Chart, Heading
from scrutable.documents.figures import citations
from scrutable.documents.plain import render_plain
from scrutable.portfolio.compose.charts import timeline_section
from scrutable.portfolio.compose.dependence import (
    METHOD,
    dependence_section,
    finding,
    key_figures,
)
from scrutable.portfolio.facts import Planned, ProjectStage, Standing
from scrutable.portfolio.rules.judging import expected_slip
from scrutable.reports.rules.printed import not_adding_up, without_period

TODAY = day("2026-10-12")


def planned(number="277", said=("baseline 2023-04-01 2024-11-30",), **changed):
    moves = [move(*one.split(), version=at) for at, one in enumerate(said, 20)]
    line = line_at(number, "go-live", "Go-live", moves) if moves else None
    held = project(number, version=3, **changed)
    standing = Standing(project=held, go_live=line, status=None)
    notches = tuple(one.to for one in moves if one.kind.value == "rebaseline")
    return Planned(project=held, line=line, slip=expected_slip(standing, TODAY), notches=notches)


MOVED = (
    "baseline 2023-04-01 2024-11-30",
    "rebaseline 2024-06-01 2025-11-30",
    "rebaseline 2025-06-01 2026-06-30",
    "forecast 2026-06-01 2027-04-30",
)
PLANNED = [
    planned("201", MOVED, title="Finance system rebuild", place=1, place_reason="Payroll"),
    planned("202", ("baseline 2024-01-01 2026-03-31", "actual 2026-03-01 2026-02-27")),
    planned("203", ("baseline 2024-01-01 2026-03-31",), stage=ProjectStage.STOPPED),
    planned("204", ()),
]


def words(*blocks):
    return render_plain(document(*blocks))


def test_the_section_on_dependence_reads_as_it_is_kept(golden):
    golden("section_dependence.txt", words(*dependence_section(dependence("2026-09-30"))))


def test_the_timeline_reads_as_it_is_kept(golden):
    golden("section_timeline.txt", words(*timeline_section(PLANNED, TODAY, of_all=4)))


@pytest.mark.parametrize(
    "blocks",
    [
        dependence_section(dependence()),
        dependence_section(dependence(contracts=(HOST,))),
        dependence_section(dependence(contracts=(), running=())),
        timeline_section(PLANNED, TODAY, of_all=4),
        timeline_section([], TODAY, of_all=0),
    ],
    ids=["all", "no value", "nothing", "timeline", "no project"],
)
def test_every_figure_has_its_period_and_every_sum_adds_up(blocks):
    kept = document(*blocks)

    assert isinstance(blocks[0], Heading)
    assert len(blocks) > 1
    assert list(without_period(kept)) == []
    assert list(not_adding_up(kept)) == []


def test_what_is_said_of_a_supplier_rests_on_it():
    kept = document(*dependence_section(dependence()))
    found = {(one.reference, one.version) for one in citations(kept)}

    assert ("supplier/norland-services", 15) in found
    assert ("portfolio/IT", 15) in found


def test_the_summary_gets_a_sentence_and_a_figure_where_there_is_something_to_say():
    nothing = dependence(contracts=(), running=())

    assert key_figures(nothing) == ()
    assert finding(nothing) == ("No contract with a supplier is in force.",)
    [figure] = key_figures(dependence())
    assert (figure.label, figure.value) == ("Contract value with Norland Services", "88.7%")
    assert len(METHOD) == 3


def test_contracts_without_a_value_are_told_apart():
    text = words(*dependence_section(dependence(contracts=(HOST, replace(HOST, code="H2"), WAN))))

    assert "2 of 3 contracts in force state no value and count in no share" in text
    assert "with Clearwater Cloud" in text
    only = words(*dependence_section(dependence(contracts=(HOST,))))
    assert "No contract in force states its value" in only


def test_a_long_timeline_is_cut_into_pictures_that_a_page_holds():
    many = [planned(str(300 + at)) for at in range(40)]
    blocks = timeline_section(many, TODAY, of_all=2000)
    charts = [block for block in blocks if isinstance(block, Chart)]

    assert [len(chart.table.rows) for chart in charts] == [14, 14, 12]
    assert charts[0].title.endswith("part 1 of 3")
    assert "The 40 of 2,000 projects shown" in words(*blocks)
