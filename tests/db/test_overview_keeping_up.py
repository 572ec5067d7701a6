"""The server's processes work out ahead what pages rest on, and do so once for a day and event."""

import subprocess
import sys

import pytest
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext

from factories.stored_portfolio import stored_portfolio
from scrutable.audit import clock
from scrutable.audit.reads import last_event, number_at
from scrutable.audit.writes import change
from scrutable.kernel.wording import london_day
from scrutable.overview import reads, tasks

pytestmark = pytest.mark.django_db(transaction=True)
LONG = ("portfolio_status", "portfolio_measurement", "portfolio_benefit")


def test_once_it_is_worked_out_ahead_pages_read_no_long_table():
    stored_portfolio()

    stand = tasks.look(None)

    assert stand == tasks.Stand(london_day(clock.now()), last_event())
    with CaptureQueriesContext(connection) as asked:
        items = reads.attention(stand.day, number_at())
        reads.delivery(stand.day, number_at())
        hits = reads.search("printers", among=(), known=number_at())
    assert items
    assert hits
    read = [query["sql"].partition("audit_event")[0] for query in asked]
    assert [sql for sql in read if any(f'FROM "{name}"' in sql for name in LONG)] == []


def test_nothing_is_worked_out_again_until_something_happens(django_assert_num_queries):
    stored_portfolio()
    stand = tasks.look(None)

    with django_assert_num_queries(1):
        assert tasks.look(stand) == stand

    with change(verb="recorded", subject="project/1", by="a.patel", at=clock.now()):
        pass
    assert tasks.look(stand).event == last_event() != stand.event


def test_a_store_that_does_not_answer_is_told_and_looked_at_again(caplog):
    def refuse(_execute, _sql, _params, _many, _context):
        raise OperationalError("the disk is gone")

    with connection.execute_wrapper(refuse):
        assert tasks.look(None) is None

    assert "could not be worked out ahead" in caplog.text
    assert tasks.look(None) is not None


def test_every_view_and_template_loads_before_the_first_reader_comes():
    tasks.make_ready()


def test_gunicorn_takes_what_it_is_told():
    told = [sys.executable, "-m", "gunicorn", "--check-config", "scrutable.config.wsgi"]

    done = subprocess.run(
        [*told, "--config", "python:scrutable.config.server"], check=False, capture_output=True
    )

    assert (done.returncode, done.stderr) == (0, b"")
