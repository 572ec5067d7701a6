"""Westmere's projects: what is in the story is found on the pages."""

from datetime import date

import pytest
from django.test import Client

from scrutable.access.models import Person
from scrutable.audit.reads import number_at
from scrutable.demo.reads import finds
from scrutable.portfolio import reads, rules
from scrutable.portfolio.facts import ProjectStage, Rating, Tolerance

pytestmark = pytest.mark.usefixtures("westmere")
TODAY = date(2026, 10, 12)


def standing(number):
    return next(one for one in reads.standings(number_at(), TODAY) if one.project.number == number)


def test_24_projects_of_which_twenty_have_a_place_with_its_reason():
    found = reads.projects(number_at())

    assert len(found) == 24
    assert sorted(one.place for one in found if one.place) == list(range(1, 21))
    assert all(one.place_reason for one in found if one.place)
    stopped = [one.number for one in found if one.stage is ProjectStage.STOPPED]
    assert stopped == ["221", "222"]


def test_the_finance_system_is_29_months_behind_and_green_on_each_new_plan():
    moves = reads.moves("201", number_at(), TODAY)["go-live"]
    slip = rules.slip_of(standing("201").go_live, TODAY)
    tolerance = Tolerance(amber_after=7, red_after=28)

    assert slip.expected == date(2027, 4, 30)
    assert (slip.against_original, slip.against_current, slip.rebaselines) == (882, 0, 4)
    assert [days for _, days in rules.days_moved(moves)] == [213, 184, 273, 212]
    assert rules.by_latest_baseline(slip, tolerance) is Rating.GREEN
    assert rules.by_both_baselines(slip, tolerance) is Rating.RED
    said = reads.statuses("201", number_at(), TODAY)
    assert {one.overall for one in said} == {Rating.GREEN}


def test_its_page_says_so_and_the_demonstration_prints_it():
    client = Client()
    client.force_login(Person.objects.get(username="c.osei"))

    page = client.get("/projects/201/").text

    assert "Finance system rebuild: 882 days late" in page
    assert "green by the latest plan alone" in page
    words = "A project planned anew 4 times, on time each time it was"
    assert (words, "/projects/201/") in [(one.words, one.page) for one in finds(TODAY)]


def test_the_device_refresh_came_early():
    slip = rules.slip_of(standing("203").go_live, TODAY)

    assert (slip.against_original, slip.is_reached) == (-28, True)


def test_ranges_rest_on_what_nine_projects_reached():
    others = reads.histories(number_at(), TODAY, without="202")
    moves = reads.moves("202", number_at(), TODAY)["go-live"]

    found = rules.forecast_range(standing("202").go_live, moves, others, TODAY)

    assert len(others) == 9
    assert found.low <= found.likely <= found.high
    assert found.own == 3
