"""How long the pages of projects, benefits, strategies and the home page take on SQLite.

Cold: a process that has kept nothing yet. First: the first visit once the server has made ready,
as it does at its start and every morning. After an event elsewhere, and after one that wrote a
measurement and a status: what readers meet. Queries stand with each. Times are the processor's,
which other work on the machine does not lengthen; those by the clock stand beside them.
"""

import gc
import statistics
import time
from collections.abc import Callable
from datetime import date

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from portfolio_store import AT, SIZE, filled, last_number, measurement, status

from scrutable.access.views import Memory
from scrutable.audit import clock
from scrutable.audit.reads import forget
from scrutable.audit.writes import change
from scrutable.kernel.wording import london_day
from scrutable.overview.reads import warm
from scrutable.portfolio import models
from scrutable.portfolio.writes.rows import row_of_status

LIMIT, TRIES = 100.0, 5
PAGES = (
    "/",
    "/attention/",
    "/projects/",
    "/projects/?row=1001&table=projects",
    "/projects/?order=-late_original",
    "/projects/?stage=delivery&status=red&supplier=",
    "/projects/money/",
    "/projects/dependencies/",
    "/projects/1999/",
    "/benefits/",
    "/benefits/?kind=cashable",
    "/benefits/?order=-measured",
    "/benefits/?row=5901",
    "/benefits/1999-1/",
    "/strategies/",
    "/strategies/IT/",
    "/strategies/IT/sight/",
    "/suppliers/",
    "/suppliers/7/",
    "/outcomes/",
    "/lessons/",
    "/search/?q=Project+1999",
)


def nothing_kept() -> None:
    """Forget whatever a process keeps."""
    forget()
    for memory in gc.get_objects():
        if type(memory) is Memory:  # asking a lazy object what it is would wake it
            memory.answers.clear()


def elsewhere() -> None:
    """Record an event that wrote of no project."""
    with change(verb="recorded", subject="commitment", by="bench", at=AT):
        pass


def of_two_projects() -> None:
    """Record a measurement of one project and a status of another."""
    with change(verb="recorded", subject="project/7", by="bench", at=AT) as now:
        measurement(7, 1, now.number, date(2026, 9, 1), now.number).save()
        row = row_of_status(status(9, date(2026, 9, 30)), now)
        models.Status.objects.bulk_create([row])


def made_ready() -> None:
    """Keep what a server keeps before its first reader comes."""
    nothing_kept()
    warm(london_day(clock.now()), last_number())


def measured(client: Client, page: str) -> list[tuple[str, float, float, int]]:
    """Return the median and the queries of the page in each state, the first of them cold."""
    states: dict[str, Callable[[], None]] = {
        "cold": nothing_kept,
        "first": made_ready,
        "after an event elsewhere": elsewhere,
        "after one of its own": of_two_projects,
        "again": lambda: None,
    }
    client.get(page)
    found = []
    for state, prepare in states.items():
        times, clocks, queries = [], [], 0
        for _ in range(TRIES):
            prepare()
            gc.collect()
            with CaptureQueriesContext(connection) as seen:
                begun, by_the_clock = time.process_time(), time.perf_counter()
                answer = client.get(page)
                times.append(1000 * (time.process_time() - begun))
                clocks.append(1000 * (time.perf_counter() - by_the_clock))
            queries = len(seen)
            if answer.status_code != 200:
                raise SystemExit(f"{page}: {answer.status_code}")
        found.append((state, statistics.median(times), statistics.median(clocks), queries))
    return found


def main() -> None:
    """Print each page against its limit, in each state."""
    client = filled()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)  # as scrutable.config.wsgi does
    print(SIZE)
    for page in PAGES:
        for state, took, clock_took, queries in measured(client, page):
            print(
                f"{page}, {state}, {queries} queries, {clock_took:.0f} ms by the clock | "
                f"{took:.0f} ms | {LIMIT:.0f} ms | {took / LIMIT:.2f}"
            )


if __name__ == "__main__":
    main()
