"""2,000 projects changed five times each, 200 contracts with 60 suppliers: who depends on whom.

The pages with nothing kept, and how long the charts of dates take to draw.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

FOLDER = Path(tempfile.mkdtemp(prefix="bench-dependence-"))
os.environ |= {"DATA_DIR": str(FOLDER), "DJANGO_SETTINGS_MODULE": "scrutable.config.settings"}

import django  # noqa: E402  (settings come first)

django.setup()

from django.core.management import call_command  # noqa: E402  (after setup)
from django.test import Client  # noqa: E402  (after setup)

from scrutable.access.facts import PersonDetails, Role  # noqa: E402  (after setup)
from scrutable.access.writes import add_person  # noqa: E402  (after setup)
from scrutable.audit.reads import number_at  # noqa: E402  (after setup)
from scrutable.audit.writes import change  # noqa: E402  (after setup)
from scrutable.documents.charts.facts import (  # noqa: E402  (after setup)
    DateSaid,
    DateTrend,
    DateTrendLine,
    PlanRow,
    Timeline,
)
from scrutable.documents.charts.svg import svg  # noqa: E402  (after setup)
from scrutable.portfolio import models, reads  # noqa: E402  (after setup)
from scrutable.portfolio.views.suppliers import FOUND  # noqa: E402  (after setup)
from scrutable.registers import models as registers  # noqa: E402  (after setup)

PROJECTS, VERSIONS, CONTRACTS, FIRMS, TRIES = 2_000, 5, 200, 60, 7
PAGE, DRAWING = 100.0, 20.0  # milliseconds at most
ZONE = ZoneInfo("Europe/London")
AT = datetime(2021, 10, 1, 9, tzinfo=ZONE)
TODAY = date(2026, 10, 1)


def fill() -> None:
    """Record the suppliers and contracts, then every project in each of five years."""
    with change(verb="recorded", subject="supplier", by="bench", at=AT) as now:
        registers.Supplier.objects.bulk_create(
            registers.Supplier(reference=f"supplier/{at}", name=f"Firm {at}", event=now.number)
            for at in range(FIRMS)
        )
        registers.Contract.objects.bulk_create(
            registers.Contract(
                code=f"C{at}",
                title=f"Contract {at}",
                supplier=f"supplier/{at % FIRMS}",
                role="prime" if at % 5 == 0 else "specialist",
                regime="PCR2015",
                start_on=date(2016 + at % 8, 4, 1),
                end_on=date(2024 + at % 8, 3, 31),
                services=["IMT"],
                critical_services=["IMT"] if at % 3 == 0 else [],
                value_pounds=Decimal(1_000_000 + at) if at % 7 else None,
                extensions=[],
                boards=[],
                return_due_day=10,
                published_only=False,
                event=now.number,
            )
            for at in range(CONTRACTS)
        )
    for year in range(VERSIONS):
        at = AT + timedelta(days=365 * year)
        with change(verb="recorded", subject="project", by="bench", at=at) as now:
            models.Project.objects.bulk_create(
                (project(number, year, now.number) for number in range(PROJECTS)), batch_size=500
            )


def project(number: int, year: int, event: int) -> models.Project:
    """Return a project as it stood in a year."""
    return models.Project(
        number=str(number),
        title=f"Project {number}",
        theme="modernise",
        sponsor="Sponsor",
        manager="Manager",
        stage="finished" if number % 10 == year else "delivery",
        suppliers=[f"supplier/{(number + year) % FIRMS}"],
        contracts=[f"contract/C{number % CONTRACTS}"],
        third_parties=[],
        event=event,
    )


def trend() -> DateTrend:
    """Return six milestones of which sixty things were said."""
    start = date(2021, 10, 1)
    days = [start + timedelta(days=30 * at) for at in range(60)]
    lines = tuple(
        DateTrendLine(
            f"Milestone {one}",
            start + timedelta(days=400),
            tuple(
                DateSaid(on, start + timedelta(days=400 + 60 * one + 20 * at), "forecast")
                for at, on in enumerate(days)
            ),
        )
        for one in range(6)
    )
    return DateTrend("Six milestones", "All late.", lines, TODAY)


def timeline() -> Timeline:
    """Return forty plans of four re-baselines each."""
    first = date(2024, 3, 31)
    notches = tuple(first + timedelta(days=90 * at) for at in range(1, 5))
    row = PlanRow(
        name="277 Document store migration",
        start=date(2023, 1, 1),
        original=first,
        current=notches[-1],
        expected=TODAY,
        notches=notches,
    )
    return Timeline("Forty plans", "All late.", TODAY, (row,) * 40)


def main() -> None:
    """Print the median of each against its limit."""
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    details = PersonDetails(username="a.patel", full_name="A. Patel", role=Role.MEMBER)
    person = add_person(details=details, password="a long enough password", by="bench", at=AT)
    fill()
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(person)
    known = number_at()
    measure("milestone trend, drawn", lambda: svg(trend()), DRAWING)
    measure("timeline, drawn", lambda: svg(timeline()), DRAWING)
    measure("dependence, read", lambda: reads.dependence(TODAY, known), PAGE)
    for page in ("/suppliers/", "/suppliers/7/"):
        measure(page, partial(visit, client, page), PAGE)


def visit(client: Client, page: str) -> None:
    """Ask for the page with nothing kept."""
    FOUND.answers.clear()
    answer = client.get(page)
    if answer.status_code != 200:
        raise SystemExit(f"{page}: {answer.status_code}")


def measure(name: str, act: Callable[[], object], limit: float) -> None:
    """Print how many milliseconds it takes."""
    times = []
    for _ in range(TRIES):
        begun = time.perf_counter()
        act()
        times.append(1000 * (time.perf_counter() - begun))
    middle = statistics.median(times)
    print(f"{name} | {middle:.1f} ms | {limit:.0f} ms | {middle / limit:.2f}")


if __name__ == "__main__":
    main()
