"""2,000 projects × 3 benefits × 8 measurements: how long pages and the review take on SQLite.

The first visit after a change is printed apart: benefits are judged once for each event and day.
"""

import os
import statistics
import tempfile
import time
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

FOLDER = Path(tempfile.mkdtemp(prefix="bench-benefits-"))
os.environ |= {"DATA_DIR": str(FOLDER), "DJANGO_SETTINGS_MODULE": "scrutable.config.settings"}

import django  # noqa: E402  (settings come first)

django.setup()

from django.core.management import call_command  # noqa: E402  (after setup)
from django.test import Client  # noqa: E402  (after setup)

from scrutable.access.facts import PersonDetails, Role  # noqa: E402  (after setup)
from scrutable.access.writes import add_person  # noqa: E402  (after setup)
from scrutable.audit.reads import number_at  # noqa: E402  (after setup)
from scrutable.audit.writes import change  # noqa: E402  (after setup)
from scrutable.documents import html, pdf  # noqa: E402  (after setup)
from scrutable.meetings.compose.reporting import Cover  # noqa: E402  (after setup)
from scrutable.portfolio import facts, models, reads  # noqa: E402  (after setup)
from scrutable.portfolio.compose.review import ReviewPapers, benefits_review  # noqa: E402  (after setup)

PROJECTS, BENEFITS, MEASUREMENTS, TRIES = 2_000, 3, 8, 7
PAGE_LIMIT, REPORT_LIMIT = 100.0, 3_000.0
AT = datetime(2026, 10, 1, 9, tzinfo=ZoneInfo("Europe/London"))
AS_AT = date(2026, 10, 1)
PAGES = ("/benefits/", "/benefits/?kind=cashable", "/benefits/?row=5901", "/benefits/1999-1/")


def fill() -> None:
    """Record every project and profile at once, then a round of measurements an event."""
    with change(verb="projects_recorded", subject="project", by="bench", at=AT) as now:
        models.Project.objects.bulk_create(
            models.Project(
                number=str(number),
                title=f"Project {number}",
                theme="modernise",
                sponsor="Sponsor",
                manager="Manager",
                stage="finished" if number % 5 == 0 else "delivery",
                suppliers=[],
                third_parties=[],
                event=now.number,
            )
            for number in range(PROJECTS)
        )
        models.Benefit.objects.bulk_create(
            [
                _profile(project, number, now.number)
                for project in range(PROJECTS)
                for number in range(1, BENEFITS + 1)
            ],
            batch_size=500,
        )
    for nth in range(MEASUREMENTS):
        on = date(2024, 7, 1) + timedelta(days=91 * nth)
        with change(verb="measurements", subject=f"update/{nth}", by="bench", at=AT) as now:
            models.Measurement.objects.bulk_create(
                [
                    _measurement(project, number, nth, on, now.number)
                    for project in range(PROJECTS)
                    for number in range(1, BENEFITS + 1)
                ],
                batch_size=500,
            )


def _profile(project: int, number: int, event: int) -> models.Benefit:
    is_cashable = number == 1
    return models.Benefit(
        project=str(project),
        number=number,
        title=f"Benefit {number} of {project}",
        kind=("cashable", "non_cashable", "disbenefit")[number - 1],
        description="Fewer printers are leased",
        service="Desktop",
        metric=f"Metric {number} of {project // 2 if project % 50 < 2 else project}",
        measure=facts.Measure.COUNT.value,
        lower_is_better=False,
        baseline=Decimal(100),
        baseline_on=date(2024, 4, 1),
        target=Decimal(200),
        target_on=date(2026, 4, 1),
        yearly_pounds=Decimal(50_000) if is_cashable else None,
        budget_line=f"IT-{project}" if is_cashable else "",
        owner="P. Quayle",
        measure_on=[],
        event=event,
    )


def _measurement(project: int, number: int, nth: int, on: date, event: int) -> models.Measurement:
    return models.Measurement(
        project=str(project),
        benefit=number,
        on=on,
        value=Decimal(100 + 12 * nth + project % 7),
        pounds=Decimal(6_000 * nth) if number == 1 else None,
        words="",
        source="Ledger",
        measured_by="F. Inance",
        event=event,
    )


def pages(client: Client) -> None:
    """Print the median of each page against its limit, and the first visit apart."""
    for page in PAGES:
        times = []
        for _ in range(TRIES):
            begun = time.perf_counter()
            answer = client.get(page)
            times.append(1000 * (time.perf_counter() - begun))
            if answer.status_code != 200:
                raise SystemExit(f"{page}: {answer.status_code}")
        middle = statistics.median(times)
        print(f"{page}, first visit: {times[0]:.0f} ms")
        print(
            f"{page}, {_size()} | {middle:.0f} ms | {PAGE_LIMIT:.0f} ms | {middle / PAGE_LIMIT:.2f}"
        )


def review() -> None:
    """Print how long the review of everything takes, from the store to its pages."""
    begun = time.perf_counter()
    found = reads.benefits_found(AS_AT, number_at())
    read = time.perf_counter()
    cover = Cover(
        reference="edition/IT-2026-1",
        title="Benefit Realisation Review",
        council="Westmere",
        author="Bench",
        dated=AS_AT,
    )
    papers = ReviewPapers(
        cover=cover, subject="Every benefit", as_at=AS_AT, known=number_at(), found=found
    )
    tree = benefits_review(papers)
    composed = time.perf_counter()
    written = html.render(tree, links="")
    on_page = time.perf_counter()
    printed = pdf.render(tree, links="")
    ended = time.perf_counter()
    parts = (read - begun, composed - read, on_page - composed, ended - on_page)
    said = ", ".join(
        f"{what} {1000 * took:.0f} ms"
        for what, took in zip(("read", "composed", "as a page", "as PDF"), parts, strict=True)
    )
    took = 1000 * (ended - begun)
    print(f"review: {said}, {len(written):,} and {len(printed):,} bytes")
    print(f"review, {_size()} | {took:.0f} ms | {REPORT_LIMIT:.0f} ms | {took / REPORT_LIMIT:.2f}")


def _size() -> str:
    return f"{PROJECTS:,} projects × {BENEFITS} benefits × {MEASUREMENTS} measurements"


def main() -> None:
    """Fill a store of its own and print every figure against its limit."""
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    person = add_person(
        details=PersonDetails(username="a.patel", full_name="A. Patel", role=Role.MEMBER),
        password="a long enough password",
        by="bench",
        at=AT,
    )
    fill()
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(person)
    pages(client)
    review()


if __name__ == "__main__":
    main()
