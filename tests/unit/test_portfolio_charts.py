"""A project's dates and the portfolio's timeline, as pages show them."""

from datetime import date

import pytest

from factories.project_facts import day, line_at, move, project
from scrutable.documents.charts.svg import svg
from scrutable.portfolio import rules
from scrutable.portfolio.facts import Judged, Planned, ProjectStage, Standing, Tolerance
from scrutable.portfolio.presenters.charts import (
    milestone_trend,
    portfolio_charts,
    project_charts,
    timeline,
    timeline_table,
    trend_table,
)
from scrutable.portfolio.presenters.charts.trend import moved_sentence
from scrutable.portfolio.rules.planning import most_moved, most_telling, times_moved

TODAY = day("2022-03-01")
LIMITS = Tolerance(amber_after=7, red_after=28)
EXTENDED = (
    "baseline 2018-06-01 2020-04-30",
    "rebaseline 2019-12-01 2020-09-30",
    "rebaseline 2020-06-01 2021-01-31",
    "rebaseline 2020-12-01 2021-06-30",
    "rebaseline 2021-03-01 2021-12-31",
    "rebaseline 2021-10-01 2022-06-30",
)  # North Devon's 16 BCM 07


def moves(*said):
    return [move(*one.split()) for one in said]


def judged(number, *said, **changed) -> Judged:
    line = line_at(number, "go-live", "Go-live", moves(*said)) if said else None
    standing = Standing(project=project(number, **changed), go_live=line, status=None)
    return rules.judged(standing, TODAY, LIMITS)


def as_planned(one, notches=()):
    return Planned(project=one.project, line=one.line, slip=one.slip, notches=notches)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (EXTENDED, "moved 5 times, by 791 days in all, from 30 April 2020 to 30 June 2022"),
        (EXTENDED[:1], "has not moved from 30 April 2020"),
        (
            (*EXTENDED[:1], "forecast 2020-01-01 2020-04-30"),
            "has not moved from 30 April 2020",
        ),
        (
            (*EXTENDED[:1], "actual 2020-05-01 2020-04-30"),
            "was reached on its first date, 30 April 2020",
        ),
        (
            (*EXTENDED[:1], "actual 2020-05-01 2020-04-20"),
            "moved once, by 10 days earlier in all, from 30 April 2020, reached on 20 April 2020",
        ),
        (
            (*EXTENDED[:2], "forecast 2020-01-01 2020-04-30"),
            "moved twice, and back to 30 April 2020",
        ),
    ],
)
def test_the_finding_says_how_often_and_how_far_in_all(said, sentence):
    assert moved_sentence("Go-live", moves(*said), day("2020-04-30")) == f"Go-live {sentence}"


def test_a_day_that_has_passed_without_word_is_said_to_have():
    never = moves(EXTENDED[0])
    reached = moves(EXTENDED[0], "actual 2020-05-01 2020-04-30")

    assert moved_sentence("Go-live", never, day("2020-05-01")) == (
        "Go-live has not moved from 30 April 2020; that day has passed"
    )
    assert "passed" not in moved_sentence("Go-live", reached, day("2020-05-01"))


def test_the_title_is_the_go_lives_finding_and_the_description_has_all():
    said = {"pilot": moves("baseline 2018-06-01 2019-01-31"), "go-live": moves(*EXTENDED)}
    found = milestone_trend(said, {"pilot": "Pilot", "go-live": "Go-live"}, TODAY)

    assert found.title.startswith("Go-live moved 5 times, by 791 days in all")
    assert "Pilot has not moved from 31 January 2019; that day has passed." in found.description
    assert [line.name for line in found.lines] == ["Go-live", "Pilot"]
    assert found.until == TODAY
    assert found.title in svg(found)


def test_six_milestones_are_drawn_and_the_rest_are_in_the_table():
    said = {f"m{at}": moves("baseline 2018-06-01 2019-01-31") for at in range(8)}
    said["m7"] = moves(*EXTENDED)
    found = milestone_trend(said, {}, TODAY)

    assert [line.name for line in found.lines] == ["m7", "m0", "m1", "m2", "m3", "m4"]
    assert "2 more milestones not drawn." in found.description
    assert len({row[0].text for row in trend_table(said, {}).rows}) == 8


def test_without_a_date_there_is_no_picture_and_the_table_says_so():
    assert milestone_trend({}, {}, TODAY) is None
    assert project_charts([], {}, TODAY) == ()
    assert trend_table({}, {}).empty == "Nothing was said of any date yet."


def test_the_table_has_what_was_expected_and_by_how_much_it_moved():
    said = {"go-live": [*moves(*EXTENDED[:2]), *moves("forecast 2019-12-01 2020-10-31")]}
    rows = trend_table(said, {"go-live": "Go-live"}).rows

    assert [[cell.text for cell in row] for row in rows] == [
        ["Go-live", "1 June 2018", "30 April 2020", "First date set", "First given", "699"],
        ["Go-live", "1 December 2019", "31 October 2020", "Forecast", "184 days later", "335"],
    ]


def test_dates_are_drawn_in_the_order_of_the_days_on_which_they_were_said():
    found = milestone_trend({"go-live": moves(*EXTENDED)}, {}, day("2019-01-01"))

    assert found.until == date(2021, 10, 1)
    assert [said.kind for said in found.lines[0].said] == ["baseline", *["rebaseline"] * 5]


def test_the_go_live_comes_first_then_what_moved_most():
    said = {
        "a": moves(*EXTENDED[:2]),
        "b": moves(*EXTENDED[:3]),
        "go-live": moves(*EXTENDED[:1]),
        "c": moves(*EXTENDED[:2]),
        "d": [],
    }

    assert most_moved(said, 3) == ["go-live", "b", "a"]
    assert times_moved(moves(*EXTENDED)) == 5


def test_the_timeline_has_the_list_by_place_then_the_furthest_behind():
    found = [
        judged("1"),
        judged("2", EXTENDED[0], "actual 2020-04-01 2020-04-01"),
        judged("3", EXTENDED[0], stage=ProjectStage.STOPPED),
        judged("4", *EXTENDED[:2]),
        judged("5", *EXTENDED),
        judged("6", EXTENDED[0], place=2, place_reason="Payroll"),
        judged("7", place=1, place_reason="Care"),
    ]

    order = [one.project.number for one in most_telling(found)]

    # 4 has passed its day in silence and so is as late as today, 5 is expected in June
    assert order == ["7", "6", "5", "4", "2", "1", "3"]
    assert [one.project.number for one in most_telling(found, 2)] == ["7", "6"]


def test_a_timeline_says_how_many_are_late_and_who_the_most():
    shown = [
        as_planned(judged("277", *EXTENDED), (day("2022-06-30"),)),
        as_planned(judged("278", "baseline 2020-01-01 2023-01-31")),
        as_planned(judged("279", EXTENDED[0], stage=ProjectStage.STOPPED)),
        as_planned(judged("280")),
    ]
    found = timeline(shown, TODAY, of_all=4)

    assert found.title == (
        "First dates and where they have gone: 1 of 2 with a date is later than first planned, "
        "277 by 791 days"
    )
    assert found.description.startswith("Every project, one a row, at 1 March 2022")
    assert timeline(shown, TODAY, of_all=2000).description.startswith("4 of 2,000 projects")
    assert [row.note for row in found.rows] == ["", "", "Stopped", "No date set"]
    assert [len(row.notches) for row in found.rows] == [1, 0, 0, 0]
    texts = [[cell.text for cell in row] for row in timeline_table(shown).rows]
    assert texts[0][3] == "30 June 2022"
    assert texts[1][3] == "Never"
    assert texts[2][5:] == ["Stopped"] * 3
    assert texts[3][1:] == ["No date set"] * 7


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ([judged("1")], "none of them has a date that anybody expects"),
        (
            [judged("1", "baseline 2020-01-01 2023-01-31")],
            "none of 1 with a date is later than first planned",
        ),
        (
            [judged("1", *EXTENDED), judged("2", *EXTENDED)],
            "2 of 2 with a date are later than first planned, 1 by 791 days",
        ),
    ],
)
def test_a_timeline_claims_no_more_than_there_is(shown, said):
    [chart] = portfolio_charts([as_planned(one) for one in shown], TODAY, of_all=len(shown))

    assert chart.title.endswith(said)
    assert chart.table == "timeline"


def test_without_projects_there_is_no_timeline():
    assert portfolio_charts([], TODAY, of_all=0) == ()
    assert timeline_table([]).rows == ()
