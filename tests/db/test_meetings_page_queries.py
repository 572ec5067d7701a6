"""The calendar and the forward plan ask a fixed handful of queries, however much they show."""

import pytest
import time_machine

from factories.democratic_services import AT, BY, stored_services
from scrutable.audit.reads import number_at
from scrutable.meetings import reads, writes
from scrutable.meetings.facts import Meeting

pytestmark = pytest.mark.django_db


@pytest.fixture
def few():
    with time_machine.travel(AT, tick=False):
        stored_services()
        yield


@pytest.fixture
def many(few):
    for month in range(1, 13):
        for day in (6, 13, 20):
            on = AT.date().replace(year=2027, month=month, day=day)
            writes.record_meeting(meeting=Meeting(code="", body="OSMB", on=on), **BY)


@pytest.mark.parametrize("world", ["few", "many"])
def test_the_calendar_and_the_plan_ask_as_much_of_many_as_of_few(
    world, request, client, clerk, django_assert_max_num_queries
):
    request.getfixturevalue(world)
    client.force_login(clerk)
    for address, most in (("/meetings/", 22), ("/bodies/OSMB/", 20), ("/decisions/", 20)):
        with django_assert_max_num_queries(most):
            assert client.get(address).status_code == 200


@pytest.mark.parametrize("world", ["few", "many"])
def test_attention_to_deadlines_asks_a_handful(world, request, django_assert_max_num_queries):
    request.getfixturevalue(world)
    known = number_at()

    with django_assert_max_num_queries(10):
        reads.attending_deadlines(AT.date(), known)
