"""Pages of outcomes and lessons ask as much of many records as of few, and answer at once."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.test import Client

from factories.outcome_facts import evidence, hand_over, judgement, lesson, outcome, transition, use
from factories.project_facts import project
from scrutable.portfolio import writes

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 10, 12, 9, tzinfo=UTC)
MOST = {
    "/outcomes/": 12,
    "/outcomes/INFRA/": 12,
    "/outcomes/INFRA/1/": 12,
    "/lessons/": 8,
    "/lessons/1/": 8,
}


@pytest.fixture
def client(officer):
    client = Client()
    client.force_login(officer)
    return client


def record(of):
    writes.record(of=of, by="a.patel", at=NOW)


def stored(many):
    record(transition())
    for number in range(1, many + 1):
        writes.record_project(project=project(str(number)), by="a.patel", at=NOW)
        record(outcome())
        record(evidence(outcome=number, source=f"project/{number}"))
        record(judgement(outcome=number))
        record(hand_over(str(number)))
        record(lesson(learned_from=f"project/{number}", should_apply_to=("project/1",)))
        record(use(lesson=number, applied_to="project/1"))


@pytest.mark.parametrize("many", [1, 6])
@pytest.mark.parametrize("path", MOST)
@time_machine.travel(NOW, tick=False)
def test_a_page_asks_the_same_of_many_as_of_one(many, path, client, django_assert_max_num_queries):
    stored(many)

    with django_assert_max_num_queries(MOST[path]):
        assert client.get(path).status_code == 200
