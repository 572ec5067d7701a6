"""Spark answers of orders and suppliers what DuckDB answers, row by row, to the same texts."""

import gc
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from factories import buying_facts as made
from scrutable.housekeeping import engine

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


def is_rich(bought):
    """Test whether there is enough of everything to be judged."""
    return min(map(len, (bought.orders, bought.invoices, bought.suppliers))) > 3


@settings(
    max_examples=2,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(bought=made.everything.filter(is_rich), buying=made.buying)
def test_whatever_is_bought_is_judged_alike(spark, bought, buying):
    as_at = made.DAY + timedelta(days=30)

    found = made.judged(spark, bought, buying, as_at)

    assert found == made.judged(engine.DuckEngine(), bought, buying, as_at)
