"""One store for every measurement of the portfolio; importing it sets Django up on it.

2,000 projects × 60 updates, each project with business cases, money, something it waits for, a
cost of delay and 3 benefits × 8 measurements; 20 objectives that half of them serve; 60 suppliers.
"""

import os
import tempfile
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

FOLDER = Path(os.environ.get("BENCH_FOLDER") or tempfile.mkdtemp(prefix="bench-portfolio-"))
os.environ |= {"DATA_DIR": str(FOLDER), "DJANGO_SETTINGS_MODULE": "scrutable.config.settings"}

import django  # noqa: E402  (settings come first)

django.setup()

from django.core.management import call_command  # noqa: E402  (after setup)
from django.test import Client  # noqa: E402  (after setup)

from scrutable.access.facts import PersonDetails, Role  # noqa: E402  (after setup)
from scrutable.access.models import Person  # noqa: E402  (after setup)
from scrutable.access.writes import add_person  # noqa: E402  (after setup)
from scrutable.audit.models import Event  # noqa: E402  (after setup)
from scrutable.audit.writes import change  # noqa: E402  (after setup)
from scrutable.portfolio import facts, models  # noqa: E402  (after setup)
from scrutable.portfolio.writes.rows import row_of_move, row_of_status  # noqa: E402  (after setup)
from scrutable.registers.models import Supplier  # noqa: E402  (after setup)

PROJECTS, UPDATES, BENEFITS, MEASUREMENTS, OBJECTIVES, FIRMS = 2_000, 60, 3, 8, 20, 60
SIZE = (
    f"{PROJECTS:,} projects × {UPDATES} updates, {BENEFITS} benefits each × "
    f"{MEASUREMENTS} measurements"
)
FIRST, LAST = date(2021, 9, 30), date(2026, 9, 30)
AT = datetime(2026, 10, 1, 9, tzinfo=ZoneInfo("Europe/London"))


def filled() -> Client:
    """Return a client signed in as a councillor, who sees every page, of the full store."""
    if not (FOLDER / "filled").exists():
        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        details = PersonDetails(username="a.patel", full_name="A. Patel", role=Role.MEMBER)
        add_person(details=details, password="a long enough password", by="bench", at=AT)
        for fill in (_projects, _updates, _hung, _strategy, _benefits, _measured):
            fill()
        (FOLDER / "filled").touch()
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(Person.objects.get())
    return client


def last_number() -> int:
    """Return the number of the last event."""
    return Event.objects.order_by("-number").values_list("number", flat=True)[0]


def _kept(rows: Iterable[Any]) -> None:
    held: dict[type[Any], list[Any]] = {}
    for row in rows:
        held.setdefault(type(row), []).append(row)
    for table, found in held.items():
        table.objects.bulk_create(found, batch_size=500)


def _projects() -> None:
    with change(verb="recorded", subject="project", by="bench", at=AT) as now:
        _kept(
            Supplier(reference=f"supplier/{at}", name=f"Firm {at}", event=now.number)
            for at in range(FIRMS)
        )
        _kept(
            models.Project(
                number=str(number),
                title=f"Project {number}",
                theme="modernise",
                sponsor="Sponsor",
                manager="Manager",
                stage="finished" if number % 10 == 0 else "delivery",
                suppliers=[f"supplier/{number % FIRMS}"],
                objectives=[f"objective/IT/{number % OBJECTIVES + 1}"] if number % 2 else [],
                third_parties=[],
                event=now.number,
            )
            for number in range(PROJECTS)
        )


def _updates() -> None:
    """Put every update into an event of its own, as sixty monthly workbooks would."""
    lines: dict[int, facts.DateLine | None] = dict.fromkeys(range(PROJECTS))
    for month in range(UPDATES):
        on = FIRST + timedelta(days=30 * month)
        with change(verb="update_loaded", subject=f"update/{month}", by="bench", at=AT) as now:
            rows: list[Any] = []
            for number, line in lines.items():
                if line and line.actual is not None:
                    continue
                key = (str(number), "go-live", "Go-live")
                lines[number], row = row_of_move(line, key, _move(number, month, on), now)
                rows += [row, row_of_status(status(number, on), now)]
            _kept(rows)


def _move(number: int, month: int, on: date) -> facts.Move:
    """Return what a project says in a month; every tenth has gone live by its fiftieth."""
    to = on + timedelta(days=400 + number % 300 - month)
    if month == 0:
        return facts.Move(kind=facts.MoveKind.BASELINE, on=on, to=to, approver="Board")
    if month == 50 and number % 10 == 0:
        return facts.Move(kind=facts.MoveKind.ACTUAL, on=on, to=on)
    return facts.Move(kind=facts.MoveKind.FORECAST, on=on, to=to)


def status(number: int, on: date) -> facts.Status:
    """Return a status in which everything is green."""
    green = facts.Rating.GREEN
    return facts.Status(
        project=str(number),
        on=on,
        scale=facts.Scale.THREE,
        overall=green,
        time=green,
        cost=green,
        scope=green,
        benefits=green,
        assessor="Manager",
        reasons="On plan",
    )


def _hung() -> None:
    with change(verb="recorded", subject="project", by="bench", at=AT) as now:
        for number in range(PROJECTS):
            _kept(_hanging(number, {"project": str(number), "event": now.number}))


def _hanging(number: int, of: dict[str, Any]) -> Iterable[Any]:
    """Yield a project's cases, its money, what it waits for and what its delay cost."""
    for stage in ("outline", "full"):
        yield models.BusinessCase(
            stage=stage,
            outcome="approved",
            complete=["strategic"],
            decided_on=FIRST,
            decided_by="Board",
            note="In part",
            **of,
        )
    for source, spent in (("capital", None), ("grant", Decimal("40000.25"))):
        yield models.Funding(
            source=source,
            year=2026,
            approved=Decimal("100000.50"),
            spent=spent,
            spent_by=FIRST if spent else None,
            expected=Decimal(120_000),
            **of,
        )
    yield models.Dependency(
        number=1,
        what="The connector",
        needed_by=date(2026, 9, 1),
        on_whom=f"project/{(number + 1) % PROJECTS}" if number % 10 else "OpenText",
        state="open",
        owner="Manager",
        **of,
    )
    yield models.DelayCost(number=1, on=FIRST, pounds=Decimal(1200), what_for="Testers", **of)


def _strategy() -> None:
    with change(verb="recorded", subject="strategy/IT", by="bench", at=AT) as now:
        models.Strategy.objects.create(
            code="IT",
            title="IT Strategy",
            starts_on=FIRST,
            ends_on=FIRST + timedelta(days=2_000),
            purpose="Better services",
            principles=[],
            sub_strategies=[],
            owner="Chief Digital Officer",
            event=now.number,
        )
        _kept(
            models.Objective(
                strategy="IT",
                number=number,
                text=f"Objective {number}",
                theme="modernise",
                corporate_outcome="Services work",
                owner="Owner",
                due_on=LAST,
                event=now.number,
            )
            for number in range(1, OBJECTIVES + 1)
        )


def _benefits() -> None:
    with change(verb="recorded", subject="benefit", by="bench", at=AT) as now:
        _kept(
            _profile(project, number, now.number)
            for project in range(PROJECTS)
            for number in range(1, BENEFITS + 1)
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


def _measured() -> None:
    """Record a round of measurements an event."""
    for nth in range(MEASUREMENTS):
        on = date(2024, 7, 1) + timedelta(days=91 * nth)
        with change(verb="recorded", subject=f"round/{nth}", by="bench", at=AT) as now:
            _kept(
                measurement(project, number, nth, on, now.number)
                for project in range(PROJECTS)
                for number in range(1, BENEFITS + 1)
            )


def measurement(project: int, number: int, nth: int, on: date, event: int) -> models.Measurement:
    """Return what was measured of a benefit in a round."""
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
