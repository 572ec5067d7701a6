"""How fast the pages of money answer with 20,000 budget lines of five years, 60 months each.

A fifth of the lines has approvals and commitments, all have a ledger and a forecast. Each page in
four states: with nothing kept in the process, after an event elsewhere, after an approval of its
own, and again. Prints `page | ms | limit | ratio`.
"""

import gc
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

FOLDER = Path(os.environ.get("BENCH_FOLDER") or tempfile.mkdtemp(prefix="bench-money-"))
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
from scrutable.access.writes import add_person  # noqa: E402  (after setup)
from scrutable.audit.reads import forget  # noqa: E402  (after setup)
from scrutable.audit.writes import change  # noqa: E402  (after setup)
from scrutable.money import facts  # noqa: E402  (after setup)
from scrutable.money.intake.ledger import read_ledger  # noqa: E402  (after setup)
from scrutable.money.writes.ledger import load_ledger  # noqa: E402  (after setup)
from scrutable.records.facts import Record  # noqa: E402  (after setup)
from scrutable.records.writes import keep_all  # noqa: E402  (after setup)

LIMIT, TRIES = 100.0, 5
LINES, YEARS, TIED = 20_000, range(2022, 2027), 4_000
BY, AT = "h.brandt", datetime(2026, 10, 12, 9, tzinfo=UTC)
PAGES = (
    "/money/?as_at=2026-10-12",
    "/money/lines/?as_at=2026-10-12",
    "/money/lines/?as_at=2026-10-12&order=-over&table=lines&row=15001",
    "/money/lines/?as_at=2026-10-12&fund=capital&state=over",
    "/money/lines/?as_at=2026-10-12&year=2023",
    "/money/lines/L00007/2026/?as_at=2026-10-12",
    "/money/approvals/?as_at=2026-10-12&year=2026",
    "/money/commitments/?as_at=2026-10-12&year=2026",
    "/money/ledger/?as_at=2026-10-12",
    "/money/savings/?as_at=2026-10-12",
)


def filled() -> Client:
    """Return a client signed in as the director of finance, of the full store."""
    if not (FOLDER / "filled").exists():
        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        details = PersonDetails(username=BY, full_name="H. Brandt", role=Role.FINANCE_DIRECTOR)
        add_person(details=details, password="a long enough password", by="bench", at=AT)
        for year in YEARS:
            _year(year)
        (FOLDER / "filled").touch()
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(Person.objects.get())
    return client


def _keep(found: list[Record]) -> None:
    with change(verb="money_loaded", subject="bench", by=BY, at=AT) as under_way:
        keep_all(found, under_way)


def _year(year: int) -> None:
    """Keep a year: its lines, forecasts, approvals and commitments, and 240,000 rows of ledger."""
    codes = [f"L{at:05}" for at in range(LINES)]
    funds = (facts.Fund.CAPITAL, facts.Fund.REVENUE)
    _keep([
        facts.BudgetLine(code=code, year=year, title=f"Line {code}", fund=funds[at % 2],
                         area=f"Area {at % 200}", pence=12_000_00)
        for at, code in enumerate(codes)
    ])  # fmt: skip
    _keep([
        facts.Forecast(line=code, year=year, months=(1_000_00 + at % 7,) * 12,
                       pence=12 * (1_000_00 + at % 7), on=date(year, 9, 30))
        for at, code in enumerate(codes)
    ])  # fmt: skip
    tied = codes[:TIED]
    _keep([facts.Approval(number=0, line=one, pence=9_000_00, on=date(year, 4, 1),
                          year=year, decision="decision/I1")
           for one in tied])  # fmt: skip
    _keep([facts.Commitment(number=0, line=one, pence=8_000_00, on=date(year, 4, 2),
                            year=year, decision="decision/I1")
           for one in tied])  # fmt: skip
    path = FOLDER / f"{year}.csv"
    months = [(year, at) for at in range(4, 13)] + [(year + 1, at) for at in range(1, 4)]
    with path.open("w") as file:
        file.write("line,date,amount\n")
        for at, code in enumerate(codes):
            file.writelines(f"{code},{y}-{m:02}-09,{900 + at % 90}.17\n" for y, m in months)
    begun = time.perf_counter()
    read = read_ledger(path, path.name)
    took = time.perf_counter() - begun
    if not isinstance(read, facts.LedgerRead):
        raise SystemExit(str(read))
    begun = time.perf_counter()
    load_ledger(read=read, control=None, by=BY, at=AT)
    kept = time.perf_counter() - begun
    print(f"{year}: {read.rows:,} rows read in {took:.1f} s, kept in {kept:.1f} s")


def elsewhere() -> None:
    """Record an event that wrote of no money."""
    with change(verb="recorded", subject="commitment", by="bench", at=AT):
        pass


def own() -> None:
    """Approve money of one line."""
    _keep([facts.Approval(number=0, line="L00007", year=2026, pence=1, on=date(2026, 5, 1),
                          decision="decision/I1")])  # fmt: skip


def measured(client: Client, page: str) -> list[tuple[str, float, int]]:
    """Return the median and the queries of the page in each state, the first of them cold."""
    states: dict[str, Callable[[], None]] = {
        "cold": forget,
        "after an event elsewhere": elsewhere,
        "after one of its own": own,
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
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)  # as scrutable.config.wsgi does
    print(f"{LINES:,} lines of {len(YEARS)} years")
    for page in PAGES:
        for state, took, queries in measured(client, page):
            print(
                f"{page}, {state}, {queries} queries | {took:.0f} ms | {LIMIT:.0f} ms | "
                f"{took / LIMIT:.2f}"
            )


if __name__ == "__main__":
    main()
