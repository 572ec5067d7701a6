"""Each process of the server works out ahead what pages rest on: at its start, then as things are.

At 2,000 projects and 6,000 benefits that takes a second or two, which otherwise the first reader
of a day would wait, and the first after a month's workbook.
"""

import logging
import time
from datetime import date
from typing import NamedTuple, cast

from django.conf import settings
from django.db import DatabaseError, connections
from django.template import engines
from django.template.backends.jinja2 import Jinja2
from django.urls import get_resolver

from scrutable.audit import clock
from scrutable.audit.reads import last_event
from scrutable.kernel.wording import london_day
from scrutable.overview.reads import warm

LOG = logging.getLogger(__name__)


class Stand(NamedTuple):
    """The day and the last event that were worked out."""

    day: date
    event: tuple[int, str]


def make_ready() -> None:
    """Load every view and every template, and work out how things stand."""
    _ = get_resolver().url_patterns
    pages = cast(Jinja2, engines["jinja2"]).env
    for name in pages.list_templates(extensions=["jinja"]):
        pages.get_template(name)
    look(None)


def look(last: Stand | None) -> Stand | None:
    """Work out how things stand, unless that was done already; return what is worked out now.

    A store that does not answer, or has no tables yet, is told in the log and looked at again.
    """
    try:
        now = Stand(london_day(clock.now()), last_event())
        if now != last:
            warm(now.day, now.event[0])
    except DatabaseError:
        LOG.exception(
            "What pages rest on could not be worked out ahead; they work it out themselves"
        )
        return last
    finally:
        connections.close_all()
    return now


def keep_up() -> None:
    """Look again and again, for as long as the process runs."""
    last = None
    while True:
        last = look(last)
        time.sleep(settings.KEEP_UP_SECONDS)
