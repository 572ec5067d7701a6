"""An answer that is kept until its tables are written into reads of no table besides."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.stored_portfolio import AS_AT, stored_portfolio
from scrutable.audit.models import Event, Kept
from scrutable.audit.reads import number_at
from scrutable.overview import reads as overview
from scrutable.portfolio import facts, reads
from scrutable.portfolio.reads import resting

pytestmark = pytest.mark.django_db
NAMED = re.compile(r'(?:FROM|JOIN)\s+"?(\w+)"?', re.IGNORECASE)
ANSWERS = {
    **{name: (part.attention, part.on) for name, part in overview.PARTS.items() if part.on},
    "strategies seen": (
        lambda as_at, known: list(reads.strategies_seen(known, as_at)),
        resting.ON_STRATEGIES,
    ),
    "benefits found": (reads.benefits_found, resting.ON_BENEFITS),
    "delivery": (overview.delivery, (*resting.ON_PROJECTS, *resting.ON_BENEFITS)),
    "dependencies": (
        lambda _, known: (reads.every(facts.Dependency, known), reads.project_titles(known)),
        resting.ON_DEPENDENCIES,
    ),
    "judged": (lambda as_at, known: reads.judged(known, as_at), resting.ON_PROJECTS),
}


def kept_tables():
    every = {table._meta.db_table for table in Kept.__subclasses__()}
    return every - {Event._meta.db_table}


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_rests_on_the_tables_that_are_named(name):
    stored_portfolio()
    read, on = ANSWERS[name]

    with CaptureQueriesContext(
        connection,
    ) as asked:
        read(AS_AT, number_at())

    used = {table for query in asked for table in NAMED.findall(query["sql"])} & kept_tables()
    assert used
    assert used - {table._meta.db_table for table in on} == set()
