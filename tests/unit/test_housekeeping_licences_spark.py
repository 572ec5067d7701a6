"""Spark answers of licences what DuckDB answers, row by row, to the same texts."""

import gc

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from factories import licence_facts as made
from scrutable.housekeeping import engine
from scrutable.housekeeping.rules import licences as rules

pytestmark = [
    pytest.mark.enable_socket,  # Python speaks to Java over one, on this machine
    pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning"),  # which leaves some open
]


@pytest.fixture(scope="module")
def spark():
    made_here = engine.opened("spark", master="local[2]", megabytes=2000, spill_to="")
    made_here.session.conf.set("spark.sql.shuffle.partitions", "2")  # for so few rows
    yield made_here
    made_here.session.stop()
    gc.collect()


@settings(
    max_examples=3,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(rows=made.deployments, lines=made.entitlements, recorded=made.products)
def test_whatever_is_in_use_is_counted_alike(spark, rows, lines, recorded):
    known = rules.known_products(recorded, lines)
    answers = []
    for one in (spark, engine.DuckEngine()):
        made.laid(one, rows)
        columns = (("tag", "VARCHAR"), ("disposed_on", "DATE"))
        one.table("devices", columns, [(row.tag, row.seen) for row in rows])
        answers.append((made.asked(one, known), engine.inventoried(one)))

    assert answers[0] == answers[1]
