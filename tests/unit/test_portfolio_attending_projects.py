"""What of projects needs a person, each on its day and not the day before."""

from datetime import date
from decimal import Decimal

import pytest

from factories.project_facts import day, line_at, move, project, status
from scrutable.portfolio import facts, rules
from scrutable.portfolio.rules.attending.projects import ProjectsWatched, projects_attention

POLICY = {"amber_after_days": 7, "red_after_days": 28, "silent_after_days": 45}
FIRST = move("baseline", "2026-01-05", "2026-06-30")


def watched(as_at, said=None, moves=(FIRST,), stage="delivery", **more):
    line = line_at("277", "go-live", "Go-live", moves)
    standing = facts.Standing(
        project=project(stage=facts.ProjectStage(stage)), go_live=line, status=said
    )
    judged = rules.judged(standing, day(as_at), facts.Tolerance(amber_after=7, red_after=28))
    papers = {"cases": (), "funding": (), "dependencies": (), "delays": (), **more}
    return ProjectsWatched(
        papers=facts.ProgrammePapers(as_at=day(as_at), judged=(judged,), **papers), policy=POLICY
    )


def whys(found):
    return [one.why for one in projects_attention(found)]


@pytest.mark.parametrize(
    ("as_at", "said"),
    [
        ("2026-06-30", []),
        (
            "2026-07-01",
            ["Its go-live was expected on 30 June 2026, and nobody has said what came of it"],
        ),
    ],
)
def test_a_go_live_is_missed_from_the_day_after_it(as_at, said):
    assert whys(watched(as_at, status(on="2026-06-15"))) == said


@pytest.mark.parametrize(("to", "many"), [("2026-07-28", 0), ("2026-07-29", 1)])
def test_a_slip_is_named_once_it_makes_a_project_red(to, many):
    later = move("rebaseline", "2026-06-15", to)

    found = whys(watched("2026-06-20", status(on="2026-06-15", to_green="x"), (FIRST, later)))

    assert len(found) == many
    assert all(
        "29 days late against the date first set, on the day against" in one for one in found
    )


def test_red_without_a_way_back_is_named_and_a_day_that_passed_too():
    red = status("red", on="2026-05-01")
    planned = status("red", on="2026-05-01", to_green="Test again", green_by=date(2026, 5, 31))

    assert whys(watched("2026-05-31", red)) == [
        "It is red, and nobody has said what it takes to be green again"
    ]
    assert whys(watched("2026-05-31", planned)) == []
    assert whys(watched("2026-06-01", planned)) == [
        "It was to be green again by 31 May 2026, and is not"
    ]


@pytest.mark.parametrize(
    ("as_at", "to_green", "found"),
    [
        ("2026-06-30", "", [("SERIOUS", date(2026, 6, 20))]),
        ("2026-07-01", "", [("GRAVE", date(2026, 6, 20))]),
        ("2026-07-01", "Test again", []),
    ],
)
def test_red_and_past_its_first_day_without_a_way_back_is_grave_since_it_is_red(
    as_at, to_green, found
):
    later = move("rebaseline", "2026-06-15", "2026-07-20")
    red = status("red", on="2026-06-20", to_green=to_green)

    items = list(projects_attention(watched(as_at, red, (FIRST, later))))

    assert [(one.gravity.name, one.since) for one in items] == found
    assert not found or "nobody has said what it takes to be green again" in items[0].why


def test_silence_is_named_after_its_days():
    assert whys(watched("2026-02-19")) == []
    assert whys(watched("2026-02-20")) == ["No status for 46 days; there never was one"]
    assert whys(watched("2026-02-15", status(on="2026-01-01"))) == []
    assert whys(watched("2026-02-16", status(on="2026-01-01"))) == [
        "No status for 46 days; the last is of 1 January 2026"
    ]


def money(**said):
    return facts.Funding(
        project="277",
        source=facts.FundingSource.CAPITAL,
        year=2026,
        approved=Decimal(100),
        **{name: Decimal(text) for name, text in said.items()},
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (money(spent="100", expected="100"), []),
        (money(spent="100.01"), ["£0.01 more is spent than was approved"]),
        (money(expected="100.01"), ["£0.01 more is expected than was approved"]),
        (money(), []),
    ],
)
def test_money_is_named_once_it_exceeds_what_was_approved(line, said):
    assert whys(watched("2026-01-20", status(on="2026-01-15"), funding=(line,))) == said


def waits(project, on):
    return facts.Dependency(
        project=project,
        number=1,
        on_whom=on,
        what="The connector",
        needed_by=date(2026, 1, 10),
        state=facts.DependencyState.OPEN,
        owner="Sam Hale",
    )


def test_what_is_late_is_named_with_whom_it_holds_up():
    chain = (waits("277", "OpenText"), waits("301", "project/277"))

    found = list(
        projects_attention(watched("2026-01-11", status(on="2026-01-10"), dependencies=chain))
    )

    assert [(one.reference, one.why, one.owner) for one in found] == [
        (
            "project/277/dependency/1",
            "It was needed by 10 January 2026, is 1 day late and holds up project 301",
            "Sam Hale",
        )
    ]


def test_a_circle_is_named_once():
    circle = (waits("277", "project/301"), waits("301", "project/277"))

    found = whys(watched("2026-01-10", status(on="2026-01-10"), dependencies=circle))

    assert found == ["Projects 277 and 301 wait for one another: none can come first"]


def test_what_has_ended_needs_nobody():
    assert whys(watched("2030-01-01", stage="stopped", funding=(money(spent="101"),))) == []
