"""How long the pages of assessments take: 41 outcomes × 30 systems × 8 assessments, on SQLite.

Cold: a process that has kept nothing; again: the next reader. Queries stand with each. Times are
the processor's, which other work on the machine does not lengthen.
"""

import gc
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

FOLDER = Path(tempfile.mkdtemp(prefix="bench-assurance-"))
os.environ |= {"DATA_DIR": str(FOLDER), "DJANGO_SETTINGS_MODULE": "scrutable.config.settings"}

import django  # noqa: E402  (settings come first)

django.setup()

from django.core.management import call_command  # noqa: E402  (after setup)
from django.db import connection  # noqa: E402  (after setup)
from django.test import Client  # noqa: E402  (after setup)
from django.test.utils import CaptureQueriesContext  # noqa: E402  (after setup)

from scrutable.access.facts import PersonDetails, Role  # noqa: E402  (after setup)
from scrutable.access.models import Person  # noqa: E402  (after setup)
from scrutable.access.writes import add_person  # noqa: E402  (after setup)
from scrutable.assurance import models  # noqa: E402  (after setup)
from scrutable.assurance.intake import frameworks  # noqa: E402  (after setup)
from scrutable.audit.reads import forget  # noqa: E402  (after setup)
from scrutable.audit.writes import change  # noqa: E402  (after setup)

ASSESSMENTS, SYSTEMS, STEPS = 8, 30, 40
LIMIT, TRIES = 100.0, 5
AT = datetime(2026, 10, 1, 9, tzinfo=ZoneInfo("Europe/London"))
V3, V4 = frameworks()["CAF v3.2"], frameworks()["CAF v4.0"]
BASE = "/assurance/assessments/"
PAGES = (
    BASE,
    f"{BASE}A-7/",
    f"{BASE}A-6/",
    f"{BASE}A-7/systems/organisation/",
    f"{BASE}A-7/systems/S-29/",
    f"{BASE}A-7/systems/S-29/B2.a/",
    f"{BASE}A-7/remediation/",
    f"{BASE}A-7/remediation/1/",
    f"{BASE}compare/?before=A-6&after=A-7",
    f"{BASE}compare/?before=A-3&after=A-5",
    "/attention/",
)


def main() -> None:
    """Print each page against its limit, cold and again."""
    client = filled()
    gc.freeze()
    print(f"41 outcomes × {SYSTEMS} systems × {ASSESSMENTS} assessments, twice answered")
    for page in PAGES:
        for state, prepare in (("cold", forget), ("again", _nothing)):
            took, queries = measured(client, page, prepare)
            print(
                f"{page}, {state}, {queries} queries | {took:.0f} ms | {LIMIT:.0f} ms | "
                f"{took / LIMIT:.2f}"
            )


def _nothing() -> None:
    """Leave everything as it is."""


def measured(client: Client, page: str, prepare: Callable[[], None]) -> tuple[float, int]:
    """Return the median time of the page and its queries."""
    client.get(page)
    times, queries = [], 0
    for _ in range(TRIES):
        prepare()
        gc.collect()
        with CaptureQueriesContext(connection) as seen:
            begun = time.process_time()
            answer = client.get(page)
            times.append(1000 * (time.process_time() - begun))
        queries = len(seen)
        if answer.status_code != 200:
            raise SystemExit(f"{page}: {answer.status_code}")
    return statistics.median(times), queries


def filled() -> Client:
    """Return a client signed in as an auditor, of the full store."""
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    details = PersonDetails(username="r.lindqvist", full_name="R. Lindqvist", role=Role.AUDITOR)
    add_person(details=details, password="a long enough password", by="bench", at=AT)
    with change(verb="recorded", subject="system/S-0", by="bench", at=AT) as now:
        models.CriticalSystem.objects.bulk_create(
            models.CriticalSystem(
                code=f"S-{at}", title=f"System {at}", owner="Head of ICT", stands_on=[],
                single_points=[], event=now.number,
            )
            for at in range(SYSTEMS)
        )  # fmt: skip
    for at in range(ASSESSMENTS):
        for _ in range(2):
            _assess(at)
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(Person.objects.get())
    return client


def _assess(at: int) -> None:
    """Record an assessment with every answer of every system, and its plan."""
    framework = V4 if at % 2 else V3
    code = f"A-{at}"
    begun = date(2019, 1, 1) + timedelta(days=365 * at)
    with change(verb="recorded", subject=f"assessment/{code}", by="bench", at=AT) as now:
        models.Assessment.objects.create(
            code=code,
            title=f"Assessment {at}",
            framework=framework.name,
            profile="" if at % 2 else "baseline",
            systems=[f"S-{one}" for one in range(SYSTEMS)],
            begun_on=begun,
            assurer="Halden",
            assured_on=begun + timedelta(days=90),
            visibility="exempt",
            paragraphs=[3, 7],
            public_interest="It would help those who attack the council.",
            open_summary="",
            event=now.number,
        )
        models.Answer.objects.bulk_create(
            (
                _answer(code, system, one.code, place, now.number)
                for system in ("organisation", *(f"S-{each}" for each in range(SYSTEMS)))
                for place, one in enumerate(framework.outcomes)
            ),
            batch_size=500,
        )
        models.Remediation.objects.bulk_create(
            models.Remediation(
                assessment=code, number=number, system="organisation", outcomes=["A2.a"],
                what=f"Step {number}", owner=f"Post {number % 7}",
                due=date(2026, 6, 1) + timedelta(days=7 * number), pence=100_000 * number,
                evidence=[], event=now.number,
            )
            for number in range(1, STEPS + 1)
        )  # fmt: skip


def _answer(code: str, system: str, outcome: str, place: int, event: int) -> models.Answer:
    return models.Answer(
        assessment=code,
        system=system,
        outcome=outcome,
        level="achieved" if place % 3 else "not_achieved",
        reasons="As the evidence shows, and as it was agreed with the owner of the system",
        evidence=[f"Document {place}", "Minutes"],
        assured="achieved" if place % 5 else "not_achieved",
        assured_reasons="Seen otherwise",
        event=event,
    )


if __name__ == "__main__":
    main()
