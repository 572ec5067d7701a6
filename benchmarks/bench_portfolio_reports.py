"""2,000 projects × 60 updates: how long each report on the portfolio takes, in every format.

Each has two benefits with four measurements; the first thousand serve a strategy's objectives.
Told is the time to compose, check and render one format after the other, with nothing kept.
"""

import statistics
import sys
import time
from datetime import date, timedelta
from decimal import Decimal

from bench_portfolio import AT, FIRST, PROJECTS, call_command, change, fill, hang

from scrutable.kernel.periods import Month, Span
from scrutable.overview import reads as overview
from scrutable.portfolio import facts, models
from scrutable.reports import reads, writes
from scrutable.reports.facts import Format, ReportAsked, ReportKind

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


def timed(kind: ReportKind, about: str, span: Span | None) -> tuple[str, float, dict[str, float]]:
    """Return the report's name, how long composing and checking take, and each format."""
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
    composing, rendering = [], {}
    for _ in range(TRIES):
        start = time.perf_counter()
        drawing = reads.rendering.drawing_of(edition)
        reads.check(edition.name)
        composing.append(time.perf_counter() - start)
    for form in Format:
        start = time.perf_counter()
        reads.rendered(drawing, only=form)
        rendering[form.value] = time.perf_counter() - start
    return f"{kind.value} {about}", statistics.median(composing), rendering


def main() -> int:
    """Fill a store, time every report and the home page's finding; 1 if any is too slow."""
    call_command("migrate", verbosity=0)
    fill()
    hang()
    serve()
    start = time.perf_counter()
    overview.delivery(AS_AT, overview_known())
    print(f"{'home page, with nothing kept':44} {time.perf_counter() - start:6.2f} s")
    is_slow = False
    for wanted in WANTED:
        name, composed, rendered = timed(*wanted)
        is_slow |= composed > LIMIT
        formats = " ".join(f"{form} {took:.2f}" for form, took in rendered.items())
        print(f"{name:44} {composed:6.2f} s composed twice and checked; {formats}")
    return int(is_slow)


def overview_known() -> int:
    """Return the number of the last event."""
    return int(models.Benefit.objects.order_by("-event").values_list("event", flat=True)[0])


if __name__ == "__main__":
    sys.exit(main())
