"""2,000 projects × 60 updates: how long each report on the portfolio takes, in every format.

Told is the time to compose a report, then to make all of its formats, and apart from that to check
it. Of a report the first two count against the limit.
"""

import statistics
import sys
import time
from collections.abc import Callable
from datetime import date

from portfolio_store import AT, SIZE, filled, last_number

from scrutable.audit.reads import forget
from scrutable.kernel.periods import Month, Span
from scrutable.overview.reads import delivery
from scrutable.reports import reads, writes
from scrutable.reports.facts import ReportAsked, ReportKind
from scrutable.reports.reads.rendering import drawing_of

LIMIT, TRIES = 3.0, 3
AS_AT = date(2026, 9, 30)
HALF_YEAR = Span(Month(2026, 4), Month(2026, 9))
WANTED = (
    (ReportKind.IT_OVERVIEW, "portfolio/IT", HALF_YEAR),
    (ReportKind.PROGRAMME_UPDATE, "portfolio/IT", None),
    (ReportKind.BENEFITS_REVIEW, "portfolio/IT", None),
    (ReportKind.BENEFITS_REVIEW, "project/1999", None),
    (ReportKind.STRATEGY_RETROSPECTIVE, "strategy/IT", None),
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
    """Return how many seconds the step takes a process that has kept nothing."""
    forget()
    start = time.perf_counter()
    step()
    return time.perf_counter() - start


def main() -> int:
    """Fill a store, time every report and the home page's finding; 1 if any is too slow."""
    filled()
    known = last_number()
    print(SIZE)
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
