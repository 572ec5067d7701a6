"""What taking and reconciling cost from 10 thousand rows to 20 million, and how that grows.

Each size is a process of its own, from an extract on disk to findings: as many staff (Parquet) and
accounts (csv), devices half as many again (Parquet). SIZES says which; without it, up to a million.
With --draw, all are measured and the picture and table of docs/large-extracts.md written again.
"""

# ruff: noqa: E501  (SQL as somebody would type it)

import json
import math
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import duckdb
from bench_housekeeping import ACCOUNTS, DEVICES, LIMITS, PEOPLE, RULE

from scrutable.documents.charts.facts import TrendChart, TrendPoint
from scrutable.documents.charts.svg import svg
from scrutable.housekeeping import engine
from scrutable.housekeeping.facts import ExtractKind, Taken
from scrutable.housekeeping.intake import Asked, take

ALL = (10_000, 100_000, 1_000_000, 5_000_000, 20_000_000)
MEGABYTES = 8_000  # of this machine's 24,000, as a council would share it
AS_AT = date(2026, 9, 30)
DOCS = Path(__file__).parents[1] / "docs"
TABLES = {"staff": PEOPLE, "accounts": ACCOUNTS, "devices": DEVICES}
COLUMNS = {
    "staff": 'number AS "Employee No", address AS "E-mail", name AS "Name", left_on AS "Leaving date"',
    "accounts": 'login AS "Login", number AS "Employee No", address AS "UPN", name AS "Name", account_class AS "Type",'
    ' is_enabled AS "Enabled", strftime(last_sign_in, \'%d/%m/%Y\') AS "Last sign in",'
    " strftime(retained_until, '%d/%m/%Y') AS \"Retained until\"",
    "devices": 'tag AS "Asset tag", kind AS "Type", number AS "Employee No", address AS "Assigned to", last_seen AS'
    ' "Last seen", supported_until AS "Support ends", is_encrypted AS "Encrypted", disposed_on AS "Disposed on"',
}


def exported(folder: Path, size: int) -> dict[ExtractKind, Path]:
    """Write the extracts as a council's systems would."""
    said = {"size": size, "more": size * 3 // 2, "most": size * 9 // 10}
    paths = {}
    with duckdb.connect(
        config={"memory_limit": f"{MEGABYTES}MB", "temp_directory": str(folder)}
    ) as connection:
        for name, text in TABLES.items():
            form = "csv" if name == "accounts" else "parquet"
            paths[ExtractKind(name)] = folder / f"{name}.{form}"
            rows = text.format(**said).split(" AS\n", 1)[1]
            connection.execute(
                f"COPY (SELECT {COLUMNS[name]} FROM ({rows})) TO '{paths[ExtractKind(name)]}' (FORMAT {form})"
            )
    return paths


def measured(size: int) -> dict[str, float]:
    """Take and reconcile extracts of so many rows; return seconds, CPU seconds and the peak."""
    with tempfile.TemporaryDirectory() as folder:
        paths = exported(Path(folder), size)
        kept: dict[str, Path] = {}
        took = timed(lambda: kept.update(all_taken(paths, Path(folder) / "kept")))
        duck = engine.DuckEngine(megabytes=MEGABYTES, spill_to=folder)
        judged = timed(lambda: reconciled(duck, kept))
        wrong = sum(
            duck.rows(f"SELECT count(*) FROM {one}_findings")[0][0] for one in ("account", "device")
        )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000
    return {
        "size": size, "took": took[0], "took_cpu": took[1], "judged": judged[0], "judged_cpu": judged[1],
        "peak": peak, "wrong": wrong,
    }  # fmt: skip


def timed(job: Callable[[], None]) -> tuple[float, float]:
    """Return seconds, and CPU seconds of all threads."""
    began, before = time.perf_counter(), time.process_time()
    job()
    return time.perf_counter() - began, time.process_time() - before


def all_taken(paths: dict[ExtractKind, Path], folder: Path) -> dict[str, Path]:
    """Take every extract; return where each snapshot lies."""
    kept = {}
    for kind, path in paths.items():
        asked = Asked(kind=kind, as_at=AS_AT, name=path.name, mapping={})
        taken = take(path, asked, folder, megabytes=MEGABYTES)
        if not isinstance(taken, Taken) or taken.refused:
            sys.exit(f"{path.name}: {taken}")
        kept["people" if kind is ExtractKind.STAFF else kind.value] = Path(taken.snapshot)
        path.unlink()
    return kept


def reconciled(duck: engine.DuckEngine, kept: dict[str, Path]) -> None:
    """Hold accounts and devices against the people, and keep what is wrong as tables."""
    for name, path in kept.items():
        duck.snapshot(name, path)
    engine.know_people(duck)
    engine.judge_accounts(duck, as_at=AS_AT, rule=RULE)
    engine.account_lines(duck)
    engine.keep_account_findings(duck, as_at=AS_AT, idle_days=90)
    engine.judge_devices(duck, as_at=AS_AT)
    engine.device_lines(duck)
    engine.keep_device_findings(duck, as_at=AS_AT, limits=LIMITS)


def apart(size: int) -> dict[str, float]:
    """Measure in a process of its own, so that one size's memory is not another's."""
    rounds = 3 if size <= 1_000_000 else 1
    told = [
        json.loads(
            subprocess.run(
                [sys.executable, __file__, "--size", str(size)], check=True, capture_output=True, text=True
            ).stdout
        )
        for _ in range(rounds)
    ]  # fmt: skip
    return min(told, key=lambda one: one["took_cpu"] + one["judged_cpu"])


def cost(one: dict[str, float]) -> float:
    """Return millionths of a CPU second a row of accounts."""
    return (one["took_cpu"] + one["judged_cpu"]) / one["size"] * 1e6


def words(size: float) -> str:
    """Say a size shortly."""
    return f"{size / 1e6:g} million" if size >= 1e6 else f"{size:,.0f}"


def draw(curve: list[dict[str, float]]) -> None:
    """Write the picture and its table into the document that shows them."""
    first = curve[0]
    points = tuple(
        TrendPoint(
            period=words(one["size"]),
            value=Decimal(round(cost(one), 1)).quantize(Decimal("0.1")),
            target=Decimal(cost(first) * math.log(one["size"]) / math.log(first["size"])).quantize(Decimal("0.1")),
        )
        for one in curve
    )  # fmt: skip
    chart = TrendChart(
        title="Cost of a row, from ten thousand accounts to twenty million",
        description="Millionths of a CPU second for each account, taken and reconciled; the target grows as n log n does.",
        points=points,
        decimals=1,
        direction="lower",
    )
    (DOCS / "pictures").mkdir(exist_ok=True)
    (DOCS / "pictures" / "large-extracts.svg").write_text(svg(chart) + "\n", encoding="utf-8")
    path = DOCS / "large-extracts.md"
    text = path.read_text(encoding="utf-8")
    begin, end = text.index("| Accounts |"), text.index("\n\n", text.index("| Accounts |"))
    lines = [
        "| Accounts | All rows | Taken | Reconciled | CPU, µs an account | n log n would allow | Most memory |",
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
        *(
            f"| {one['size']:,} | {one['size'] * 7 // 2:,} | {one['took']:.1f} s | {one['judged']:.1f} s"
            f" | {point.value} | {point.target} | {one['peak']:,.0f} MB |"
            for one, point in zip(curve, points, strict=True)
        ),
    ]
    path.write_text(text[:begin] + "\n".join(lines) + text[end:], encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Print what each size costs; return 1 where that grows faster than n log n."""
    if "--size" in arguments:
        print(json.dumps(measured(int(arguments[-1]))))
        return 0
    sizes: tuple[int, ...] = ALL if "--draw" in arguments else ALL[:3]
    if said := os.environ.get("SIZES"):
        sizes = tuple(int(one) for one in said.split(","))
    curve, worst = [], 0.0
    for size in sizes:
        curve.append(apart(size))
        one = curve[-1]
        print(
            f"Extracts, {words(size)} accounts | taken {one['took']:.1f} s, reconciled {one['judged']:.1f} s,"
            f" {one['peak']:,.0f} MB | CPU a row | {cost(one):.1f} µs",
            flush=True,
        )
    for sooner, later in pairwise(curve):
        worst = max(
            worst, cost(later) / cost(sooner) * math.log(sooner["size"]) / math.log(later["size"])
        )
    print(f"Extracts, growth | {worst:.2f} | of n log n, at most 1.0 | {worst:.2f}")
    if "--draw" in arguments:
        draw(curve)
    return int(worst > 1.0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
