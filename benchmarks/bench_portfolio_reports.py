"""2,000 projects × 60 updates: how long each report on the portfolio takes, in every format.

Each has two benefits with four measurements; the first thousand serve a strategy's objectives.
Told is the time to compose a report, then to make all of its formats, and apart from that to check
it. Of a report the first two count against the limit.
"""

import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from bench_portfolio import AT, FIRST, PROJECTS, fill, hang  # which sets Django up
from django.core.management import call_command

from scrutable.audit.writes import change
from scrutable.kernel.periods import Month, Span
from scrutable.overview.reads import delivery
from scrutable.portfolio import facts, models
from scrutable.reports import reads, writes
from scrutable.reports.facts import ReportAsked, ReportKind
from scrutable.reports.reads.rendering import drawing_of

LIMIT, TRIES = 3.0, 3
AS_AT = date(2026, 9, 30)
HALF_YEAR = Span(Month(2026, 4), Month(2026, 9))
OBJECTIVES = 20
WANTED = (
    (ReportKind.IT_OVERVIEW, "portfolio/IT", HALF_YEAR),
    (ReportKind.PROGRAMME_UPDATE, "portfolio/IT", None),
    (ReportKind.BENEFITS_REVIEW, "portfolio/IT", None),
    (ReportKind.BENEFITS_REVIEW, "project/1999", None),
    (ReportKind.STRATEGY_RETROSPECTIVE, "strategy/IT", None),
)


def serve() -> None:
    """Give the projects a strategy to serve, and benefits that are measured."""
    with change(verb="records_recorded", subject="strategy/IT", by="bench", at=AT) as now:
        event = {"event": now.number}
        models.Strategy.objects.create(
            code="IT",
            title="IT Strategy",
            starts_on=FIRST,
            ends_on=FIRST + timedelta(days=2_000),
            purpose="Better services",
            principles=[],
            sub_strategies=[],
            owner="Chief Digital Officer",
            **event,
        )
        models.Objective.objects.bulk_create(
            models.Objective(
                strategy="IT",
                number=number,
                text=f"Objective {number}",
                theme="modernise",
                corporate_outcome="Services work",
                owner="Owner",
                due_on=AS_AT,
                **event,
            )
            for number in range(1, OBJECTIVES + 1)
        )
        models.Benefit.objects.bulk_create(
            (benefit(str(project), number, now.number) for project in range(PROJECTS)
             for number in (1, 2)),
            batch_size=200,
        )  # fmt: skip
        models.Measurement.objects.bulk_create(
            (
                models.Measurement(
                    project=str(project),
                    benefit=number,
                    on=AS_AT - timedelta(days=90 * back),
                    value=Decimal(150_000 - 1_000 * back),
                    pounds=Decimal(50_000),
                    source="Ledger",
                    measured_by="Finance",
                    **event,
                )
                for project in range(PROJECTS)
                for number in (1, 2)
                for back in range(1, 5)
            ),
            batch_size=500,
        )


def benefit(project: str, number: int, event: int) -> models.Benefit:
    """Return a saving of a project."""
    return models.Benefit(
        project=project,
        number=number,
        title=f"Saving {number} of {project}",
        kind=facts.BenefitKind.CASHABLE.value,
        description="Fewer machines",
        service="Desktop",
        metric=f"Cost of {project}-{number}",
        measure=facts.Measure.POUNDS.value,
        lower_is_better=True,
        baseline=Decimal(200_000),
        baseline_on=FIRST,
        target=Decimal(120_000),
        target_on=AS_AT + timedelta(days=365),
        yearly_pounds=Decimal(80_000),
        budget_line=f"IT-{project}-{number}",
        owner="Owner",
        measure_on=[],
        event=event,
    )


def timed(kind: ReportKind, about: str, span: Span | None) -> tuple[str, list[float]]:
    """Return the report's name, and how long composing, making its files and checking take."""
    asked = ReportAsked(
        kind=kind,
        about=about,
        span=span,
        as_at=AS_AT,
        author="Bench",
        council="Bench",
        links="https://bench.example",
    )
    edition = writes.open_edition(asked=asked, by="bench", at=AT)
    steps: list[Callable[[], object]] = [
        lambda: drawing_of(edition),
        lambda: reads.rendered(drawing),
        lambda: reads.check(edition.name),
    ]
    drawing = drawing_of(edition)
    return f"{kind.value} {about}", [statistics.median(map(taken, [of] * TRIES)) for of in steps]


def taken(step: Callable[[], object]) -> float:
    """Return how many seconds the step takes."""
    start = time.perf_counter()
    step()
    return time.perf_counter() - start


def main() -> int:
    """Fill a store, time every report and the home page's finding; 1 if any is too slow."""
    call_command("migrate", verbosity=0)
    fill()
    hang()
    serve()
    known = int(models.Benefit.objects.order_by("-event").values_list("event", flat=True)[0])
    print(f"home page’s finding, with nothing kept: {taken(lambda: delivery(AS_AT, known)):.2f} s")
    is_slow = False
    for wanted in WANTED:
        name, (composed, made, checked) = timed(*wanted)
        is_slow |= composed + made > LIMIT
        said = f"composed {composed:.2f} s, four files {made:.2f} s, checked {checked:.2f} s"
        print(f"{name} | {composed + made:.2f} s | {LIMIT:.0f} s | {said}")
    return int(is_slow)


if __name__ == "__main__":
    sys.exit(main())
