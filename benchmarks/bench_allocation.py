"""How long 20,000 cost lines take to 200 areas, from the store to the pages, and once a file."""

import os
import tempfile
import time
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

FOLDER = tempfile.mkdtemp(prefix="bench-allocation-")
os.environ |= {
    "DATA_DIR": FOLDER,
    "DJANGO_SETTINGS_MODULE": "scrutable.config.settings",
    "REQUIRE_SECOND_FACTOR": "0",
}

import django  # noqa: E402  (settings come first)

django.setup()

from django.core.management import call_command  # noqa: E402  (after setup)
from django.test import Client  # noqa: E402  (after setup)

from scrutable.access.facts import PersonDetails, Role  # noqa: E402  (after setup)
from scrutable.access.writes import add_person  # noqa: E402  (after setup)
from scrutable.audit.reads import forget, number_at  # noqa: E402  (after setup)
from scrutable.audit.writes import change  # noqa: E402  (after setup)
from scrutable.money import facts  # noqa: E402  (after setup)
from scrutable.money.reads import costs as reads  # noqa: E402  (after setup)
from scrutable.money.rules import costs as rules  # noqa: E402  (after setup)
from scrutable.money.writes import costs as writes  # noqa: E402  (after setup)
from scrutable.records.writes import keep_all  # noqa: E402  (after setup)

LINES, AREAS, POOLS, YEAR = 20_000, 200, 50, 2025
SIZE = f"{LINES:,} cost lines, {POOLS} pools, {AREAS} areas"
AT = datetime(2026, 5, 4, 9, tzinfo=ZoneInfo("Europe/London"))
ALLOCATION_LIMIT, PAGE_LIMIT, LOAD_LIMIT = 1_000.0, 100.0, 10_000.0
PAGES = ("", "matrix/", "areas/A007/", "areas/A007/from/P49/", "pools/P07/", "drivers/D07/",
         "set-up/", "compare/?year=2026")  # fmt: skip


def set_up(year: int) -> None:
    """Keep areas, pools, drivers and steps; each pool gives to all areas and to the next ones."""
    day = AT.date()
    areas = [
        facts.BusinessArea(code=f"A{at:03}", title=f"Area {at}", side=facts.Side.INSIDE)
        for at in range(AREAS)
    ]
    pools = [
        facts.CostPool(code=f"P{at:02}", title=f"Pool {at}", tower=f"Tower {at % 5}")
        for at in range(POOLS)
    ]
    drivers = [
        facts.CostDriver(
            code=f"D{at:02}", year=year, title=f"Driver {at}", unit="users", source="Register",
            declared_by="Head of IT", declared_on=day,
            weights=(
                *(facts.Weight(f"A{to:03}", Decimal((to * 7 + at) % 31)) for to in range(AREAS)),
                *(facts.Weight(f"P{to:02}", Decimal(3)) for to in range(at + 1, min(at + 4, POOLS))
                ),
            ),
        )
        for at in range(POOLS)
    ]  # fmt: skip
    steps = [
        facts.AllocationStep(year=year, number=at + 1, pool=f"P{at:02}", driver=f"D{at:02}")
        for at in range(POOLS)
    ]
    with change(verb="bench", subject="costs", by="bench", at=AT) as under_way:
        keep_all([*areas, *pools, *drivers, *steps], under_way)


def taken(year: int) -> float:
    """Take a year's lines in from a file and return how long that took, in milliseconds."""
    rows = (f"C{at},P{at % POOLS:02},{at % 997}.{at % 100:02},Line {at}" for at in range(LINES))
    content = ("Code,Pool,Pounds,Text\n" + "\n".join(rows)).encode()
    begun = time.perf_counter()
    writes.load_costs(content=content, name="c.csv", year=year, control=None, by="bench", at=AT)
    return 1000 * (time.perf_counter() - begun)


def allocated() -> float:
    """Read a year's lines, steps and drivers, allocate them, and return how long that took."""
    known = number_at()
    forget()
    begun = time.perf_counter()
    load = reads.load_of(YEAR, known)
    if load is None:
        raise SystemExit("nothing is loaded")
    put = reads.put_of(load)
    now = reads.beside(known, YEAR)
    run = rules.allocation_run(load, put, now.steps, now.drivers, now.pools.keys())
    took = 1000 * (time.perf_counter() - begun)
    if not run.is_closed or len(run.areas) != AREAS:
        raise SystemExit("a penny is lost")
    return took


def pages(client: Client) -> None:
    """Print how long each page takes the first time and again."""
    for page in PAGES:
        forget()
        client.get(f"/money/costs/{page}")
        times = []
        for _ in range(5):
            begun = time.perf_counter()
            answer = client.get(f"/money/costs/{page}")
            times.append(1000 * (time.perf_counter() - begun))
            if answer.status_code != 200:
                raise SystemExit(f"{page}: {answer.status_code}")
        took = sorted(times)[2]
        name = f"page costs/{page}"
        print(f"{name} | {took:.0f} ms | {PAGE_LIMIT:.0f} ms | {took / PAGE_LIMIT:.2f}")


def main() -> None:
    """Fill a store and measure."""
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    details = PersonDetails(username="a.patel", full_name="A. Patel", role=Role.MEMBER)
    person = add_person(details=details, password="a long enough password", by="bench", at=AT)
    for year in (YEAR, YEAR + 1):
        set_up(year)
        took = taken(year)
    print(f"load, {SIZE} | {took:.0f} ms | {LOAD_LIMIT:.0f} ms | {took / LOAD_LIMIT:.2f}")
    took = sorted(allocated() for _ in range(3))[1]
    ratio = took / ALLOCATION_LIMIT
    print(f"allocation, {SIZE} | {took:.0f} ms | {ALLOCATION_LIMIT:.0f} ms | {ratio:.2f}")
    begun = time.perf_counter()
    for year in (YEAR, YEAR + 1):
        writes.allocate(year=year, by="bench", at=AT)
    took = 1000 * (time.perf_counter() - begun) / 2
    print(f"allocation kept, {SIZE} | {took:.0f} ms | {ALLOCATION_LIMIT:.0f} ms | "
          f"{took / ALLOCATION_LIMIT:.2f}")  # fmt: skip
    client = Client(headers={"host": "localhost"})
    client.force_login(person)
    pages(client)


if __name__ == "__main__":
    main()
