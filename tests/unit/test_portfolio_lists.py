"""The list of projects counts as home and the overview do: those that run, and says so."""

from dataclasses import replace

from factories.project_facts import day, line_at, move, project, status
from scrutable.portfolio import facts, rules
from scrutable.portfolio.presenters import lists

TODAY = day("2026-09-30")
TOLERANCE = facts.Tolerance(amber_after=7, red_after=28)
FIRST = move("baseline", "2026-01-05", "2026-06-30")


def judged(number, stage, *moves, said="red"):
    line = line_at(number, "go-live", "Go-live", (FIRST, *moves))
    of = replace(project(number), stage=facts.ProjectStage(stage))
    given = replace(status(said), project=number)
    return rules.judged(facts.Standing(project=of, go_live=line, status=given), TODAY, TOLERANCE)


EVERY = (
    judged("1", "delivery"),
    judged("2", "delivery", move("forecast", "2026-03-02", "2026-12-31")),
    judged("3", "testing", move("forecast", "2026-03-02", "2026-06-30"), said="green"),
    judged("4", "finished", move("actual", "2026-09-01", "2026-09-01")),
)


def test_the_title_and_every_figure_are_of_projects_that_run():
    assert lists.title(EVERY) == "3 of 3 running projects are late against the day first set"
    assert lists.title(EVERY[3:]) == "1 project, none of them running"
    assert lists.summary(EVERY).endswith(
        " The figures leave out 1 project that is over; the list has all."
    )
    assert "leave out" not in lists.summary(EVERY[:3])
    assert [(one.label, one.value, one.comparison) for one in lists.figures(EVERY, TODAY)] == [
        ("Late against the first date", "3", "of 3 running"),
        ("Planned anew", "0", "of 3 running"),
        ("Red", "3", "of 3 running"),
        ("Without a status", "0", "of 3 running"),
    ]


def test_a_project_that_is_over_owes_no_way_back_to_green():
    running, over = EVERY[0], EVERY[3]

    assert (running.shown, running.is_to_be_green_again) == (facts.Rating.RED, True)
    assert (over.shown, over.is_to_be_green_again) == (facts.Rating.RED, False)
