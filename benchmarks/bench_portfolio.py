"""2,000 projects × 60 updates: how long the pages of projects take on SQLite.

Each has business cases, two lines of funding, something it waits for and a cost of delay. Two
figures a page: with nothing kept, as after each change, and as people find it from then on.
"""

import os
import statistics
import tempfile
import time
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

FOLDER = Path(tempfile.mkdtemp(prefix="bench-portfolio-"))
os.environ |= {"DATA_DIR": str(FOLDER), "DJANGO_SETTINGS_MODULE": "scrutable.config.settings"}

import django  # noqa: E402  (settings come first)

django.setup()

from django.core.management import call_command  # noqa: E402  (after setup)
from django.test import Client  # noqa: E402  (after setup)

from scrutable.access.facts import PersonDetails, Role  # noqa: E402  (after setup)
from scrutable.access.writes import add_person  # noqa: E402  (after setup)
from scrutable.audit.writes import change  # noqa: E402  (after setup)
from scrutable.portfolio import facts, models, rules  # noqa: E402  (after setup)
from scrutable.portfolio.views import pages  # noqa: E402  (after setup)
from scrutable.portfolio.writes.rows import row_of_move, row_of_status  # noqa: E402  (after setup)

PROJECTS, UPDATES, LIMIT, TRIES = 2_000, 60, 100.0, 7
FIRST = date(2021, 9, 30)
AT = datetime(2026, 10, 1, 9, tzinfo=ZoneInfo("Europe/London"))
PAGES = (
    "/projects/",
    "/projects/?row=1001&table=projects",
    "/projects/?order=-late_original",
    "/projects/?stage=delivery&status=red&supplier=",
    "/projects/money/",
    "/projects/dependencies/",
    "/projects/1999/",
    "/projects/1000/",
)


def fill() -> None:
    """Put every update into an event of its own, as sixty monthly workbooks would."""
    with change(verb="projects_recorded", subject="project", by="bench", at=AT) as now:
        models.Project.objects.bulk_create(
            models.Project(
                number=str(number),
                title=f"Project {number}",
                theme="modernise",
                sponsor="Sponsor",
                manager="Manager",
                stage="delivery",
                suppliers=[],
                third_parties=[],
                event=now.number,
            )
            for number in range(PROJECTS)
        )
    lines: dict[int, facts.DateLine | None] = dict.fromkeys(range(PROJECTS))
    for month in range(UPDATES):
        on = FIRST + timedelta(days=30 * month)
        with change(verb="update_loaded", subject=f"update/{month}", by="bench", at=AT) as now:
            moves, statuses = [], []
            for number, line in lines.items():
                said = move_of(number, month, on)
                if line and line.actual is not None:
                    continue
                lines[number], row = row_of_move(
                    line, (str(number), "go-live", "Go-live"), said, now
                )
                moves.append(row)
                statuses.append(row_of_status(status_of(number, on), now))
            models.DateMove.objects.bulk_create(moves, batch_size=500)
            models.Status.objects.bulk_create(statuses, batch_size=500)


def hang() -> None:
    """Give every project its cases, its money, a dependency and a cost of delay."""
    numbers = [str(number) for number in range(PROJECTS)]
    found: dict[Any, list[Any]] = {}
    with change(verb="records_recorded", subject="project", by="bench", at=AT) as now:
        event = {"event": now.number}
        found[models.BusinessCase] = [
            models.BusinessCase(
                project=one,
                stage=stage,
                outcome="approved",
                complete=["strategic"],
                decided_on=FIRST,
                decided_by="Board",
                note="In part",
                **event,
            )
            for one in numbers
            for stage in ("outline", "full")
        ]
        found[models.Funding] = [
            models.Funding(
                project=one,
                source=source,
                year=2026,
                approved=Decimal("100000.50"),
                spent=Decimal("40000.25") if source == "grant" else None,
                spent_by=FIRST if source == "grant" else None,
                expected=Decimal(120_000),
                **event,
            )
            for one in numbers
            for source in ("capital", "grant")
        ]
        found[models.Dependency] = [
            models.Dependency(
                project=one,
                number=1,
                what="The connector",
                needed_by=date(2026, 9, 1),
                on_whom=f"project/{(int(one) + 1) % PROJECTS}" if int(one) % 10 else "OpenText",
                state="open",
                owner="Manager",
                **event,
            )
            for one in numbers
        ]
        found[models.DelayCost] = [
            models.DelayCost(
                project=one, number=1, on=FIRST, pounds=Decimal(1200), what_for="Testers", **event
            )
            for one in numbers
        ]
        for table, rows in found.items():
            table.objects.bulk_create(rows, batch_size=500)


def move_of(number: int, month: int, on: date) -> facts.Move:
    """Return what a project says in a month; every tenth has gone live by its fiftieth."""
    to = on + timedelta(days=400 + number % 300 - month)
    if month == 0:
        return facts.Move(kind=facts.MoveKind.BASELINE, on=on, to=to, approver="Board")
    if month == 50 and number % 10 == 0:
        return facts.Move(kind=facts.MoveKind.ACTUAL, on=on, to=on)
    return facts.Move(kind=facts.MoveKind.FORECAST, on=on, to=to)


def status_of(number: int, on: date) -> facts.Status:
    """Return a status in which everything is green."""
    return facts.Status(
        project=str(number),
        on=on,
        scale=facts.Scale.THREE,
        overall=facts.Rating.GREEN,
        time=facts.Rating.GREEN,
        cost=facts.Rating.GREEN,
        scope=facts.Rating.GREEN,
        benefits=facts.Rating.GREEN,
        assessor="Manager",
        reasons="On plan",
    )


def main() -> None:
    """Print the median of each page against its limit."""
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    person = add_person(
        details=PersonDetails(username="a.patel", full_name="A. Patel", role=Role.MEMBER),
        password="a long enough password",
        by="bench",
        at=AT,
    )
    fill()
    hang()
    print(f"{models.DateMove.objects.count():,} moves, {rules.TOO_FEW} milestones make a range")
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(person)
    for page in PAGES:
        first, then = [], []
        for _ in range(TRIES):
            pages.JUDGED.answers.clear()
            pages.WAITED.answers.clear()
            first.append(visit(client, page))
            then.append(visit(client, page))
        for what, times in (("nothing kept", first), ("kept", then)):
            middle = statistics.median(times)
            print(f"{page}, {what} | {middle:.0f} ms | {LIMIT:.0f} ms | {middle / LIMIT:.2f}")


def visit(client: Client, page: str) -> float:
    """Return how many milliseconds the page took."""
    begun = time.perf_counter()
    answer = client.get(page)
    if answer.status_code != 200:
        raise SystemExit(f"{page}: {answer.status_code}")
    return 1000 * (time.perf_counter() - begun)


if __name__ == "__main__":
    main()
