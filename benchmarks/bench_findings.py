"""How fast the pages of findings answer with 100,000 kept, of which 20,000 stand.

Six yearly extracts of 40,000 accounts that come and go, half of what stands explained; then each
page in four states: with nothing kept in the process, after an event elsewhere, after a finding
was explained, and again. Prints `page | ms | limit | ratio`.
"""

import gc
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

FOLDER = Path(os.environ.get("BENCH_FOLDER") or tempfile.mkdtemp(prefix="bench-findings-"))
os.environ |= {
    "DATA_DIR": str(FOLDER),
    "DJANGO_SETTINGS_MODULE": "scrutable.config.settings",
    "REQUIRE_SECOND_FACTOR": "0",
}

import django  # noqa: E402  (settings come first)

django.setup()

from django.core.management import call_command  # noqa: E402  (after setup)
from django.db import connection  # noqa: E402  (after setup)
from django.test import Client  # noqa: E402  (after setup)
from django.test.utils import CaptureQueriesContext  # noqa: E402  (after setup)

from scrutable.access.facts import PersonDetails, Role  # noqa: E402  (after setup)
from scrutable.access.models import Person  # noqa: E402  (after setup)
from scrutable.access.views import Memory  # noqa: E402  (after setup)
from scrutable.access.writes import add_person  # noqa: E402  (after setup)
from scrutable.audit.reads import forget  # noqa: E402  (after setup)
from scrutable.audit.writes import change  # noqa: E402  (after setup)
from scrutable.housekeeping import models, writes  # noqa: E402  (after setup)
from scrutable.housekeeping.facts import CameTo, Counted, Found, PartOfEstate  # noqa: E402  (after setup)

LIMIT, TRIES = 100.0, 5
STANDING, EXTRACTS, KEPT = 20_000, 5, 100_000
BY, FIRST = "b.khan", date(2021, 9, 30)
FAULTS = ("leaver_open", "nobodys", "idle", "second_account", "retained_past")
PAGES = (
    "/estate/findings/",
    "/estate/findings/?state=every",
    "/estate/findings/?state=gone&part=accounts",
    "/estate/findings/?fault=idle&state=explained&owner=Post+3",
    "/estate/findings/?row=15001&table=findings",
    "/estate/findings/?order=-owner&table=findings",
    "/estate/findings/?names=yes",
    "/estate/findings/?as_at=2023-10-01&state=every",
    f"/estate/findings/{KEPT}/",
    f"/estate/things/{KEPT}/",
    f"/estate/things/{KEPT}/person/",
    "/estate/findings/explain/?of=ticked&tick=99999",
    "/estate/findings/explain/?of=all&state=stands",
)


def filled() -> Client:
    """Return a client signed in as the housekeeping owner, of the full store."""
    if not (FOLDER / "filled").exists():
        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        details = PersonDetails(username=BY, full_name="B. Khan", role=Role.HOUSEKEEPER)
        at = _moment(FIRST) - timedelta(days=30)
        add_person(details=details, password="a long enough password", by="bench", at=at)
        for year in range(EXTRACTS):
            _extract(year)
        (FOLDER / "filled").touch()
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(Person.objects.get())
    return client


def _moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, tzinfo=UTC)


def _extract(year: int) -> None:
    """Reconcile a year: all that stood is gone, as much again is found, and half is explained."""
    day = FIRST.replace(year=FIRST.year + year)
    at = _moment(day) + timedelta(days=3)
    first = year * STANDING
    begun = time.perf_counter()
    found = [
        Found(fault=FAULTS[n % 5], key=f"login{n:06}", place=n, person=f"E{n // 3:06}")
        for n in range(first, first + STANDING)
    ]
    came_to = CameTo(
        part=PartOfEstate.ACCOUNTS, as_at=day, lines=(Counted("person", 40_000),), found=found,
        extracts=(), engine="duckdb",
    )  # fmt: skip
    writes.keep_snapshot(came_to=came_to, by=BY, at=at)
    took = 1000 * (time.perf_counter() - begun)
    print(f"{day}: {STANDING:,} findings kept in {took:.0f} ms")
    begun = time.perf_counter()
    numbers = range(first + 1, first + STANDING // 2 + 1)
    until = day + timedelta(days=200)
    writes.explain(numbers=numbers, why="Kept for a case", until=until, by=BY, at=at)
    took = 1000 * (time.perf_counter() - begun)
    print(f"{len(numbers):,} explained at once in {took:.0f} ms")
    for post in range(8):
        some = range(first + 1 + post, first + STANDING, 16)
        writes.assign(numbers=some, owner=f"Post {post}", by=BY, at=at)


def nothing_kept() -> None:
    """Forget whatever a process keeps."""
    forget()
    for memory in gc.get_objects():
        if type(memory) is Memory:  # asking a lazy object what it is would wake it
            memory.answers.clear()


def elsewhere() -> None:
    """Record an event that wrote of no finding."""
    with change(verb="recorded", subject="commitment", by="bench", at=_moment(FIRST)):
        pass


def one_assigned() -> None:
    """Give one finding an owner."""
    writes.assign(numbers=[KEPT], owner="Payroll", by=BY, at=_moment(FIRST))


def measured(client: Client, page: str) -> list[tuple[str, float, int]]:
    """Return the median and the queries of the page in each state, the first of them cold."""
    states: dict[str, Callable[[], None]] = {
        "cold": nothing_kept,
        "after an event elsewhere": elsewhere,
        "after one of its own": one_assigned,
        "again": lambda: None,
    }
    client.get(page)
    found = []
    for state, prepare in states.items():
        times, queries = [], 0
        for _ in range(TRIES):
            prepare()
            gc.collect()
            with CaptureQueriesContext(connection) as seen:
                begun = time.perf_counter()
                answer = client.get(page)
                times.append(1000 * (time.perf_counter() - begun))
            queries = len(seen)
            if answer.status_code != 200:
                raise SystemExit(f"{page}: {answer.status_code}")
        found.append((state, statistics.median(times), queries))
    return found


def main() -> None:
    """Print each page against its limit, in each state."""
    client = filled()
    kept = models.FindingStanding.objects.values("number").distinct().count()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)  # as scrutable.config.wsgi does
    print(f"{kept:,} findings, of which {STANDING:,} stand")
    for page in PAGES:
        for state, took, queries in measured(client, page):
            print(
                f"{page}, {state}, {queries} queries | {took:.0f} ms | {LIMIT:.0f} ms | "
                f"{took / LIMIT:.2f}"
            )


if __name__ == "__main__":
    main()
