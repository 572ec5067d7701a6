"""Spark beside DuckDB: the same answers to the same texts, row by row, and what either takes.

Sizes are those of ENGINE_SIZES (people and accounts; devices half as many again), a million unless
said otherwise. Spark works on this machine's own cores; its start is told apart.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

from bench_housekeeping import ACCOUNTS, DEVICES, PEOPLE, ours

from scrutable.housekeeping import engine

SIZES = [int(size) for size in os.environ.get("ENGINE_SIZES", "1000000").split(",")]
TABLES = {"people": PEOPLE, "accounts": ACCOUNTS, "devices": DEVICES}
JUDGED = ("judged_accounts", "judged_devices", "account_findings", "device_findings")
MEGABYTES = 6_000


def laid(folder: Path, size: int) -> dict[str, Path]:
    """Write the snapshots that both read."""
    paths = {name: folder / f"{name}.parquet" for name in TABLES}
    duck = engine.DuckEngine()
    for name, text in TABLES.items():
        duck.connection.execute(text.format(size=size, more=size * 3 // 2, most=size * 9 // 10))
        duck.connection.execute(f"COPY {name} TO '{paths[name]}' (FORMAT parquet)")
    return paths


def asked(one: engine.Engine, paths: dict[str, Path]) -> float:
    """Let the engine judge everything; return the seconds."""
    began = time.perf_counter()
    for name, path in paths.items():
        one.snapshot(name, path)
    ours(one)
    return time.perf_counter() - began


def main() -> int:
    """Print what each took; return 1 where any row of an answer differs."""
    differ = 0
    began = time.perf_counter()
    spark = engine.opened("spark", master="local[*]", megabytes=MEGABYTES, spill_to="")
    print(f"Spark’s start | {time.perf_counter() - began:.1f} s | none | -", flush=True)
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            paths = laid(Path(folder), size)
            duck = engine.DuckEngine(megabytes=MEGABYTES, spill_to=folder)
            here, there = asked(duck, paths), asked(spark, paths)
            print(
                f"{size:,} accounts on Spark | {there:.1f} s | DuckDB {here:.1f} s"
                f" | {there / here:.1f}",
                flush=True,
            )
            for name in JUDGED:
                text = f"SELECT * FROM {name} ORDER BY 1, 2"
                found = duck.rows(text)
                same = found == spark.rows(text)
                differ += not same
                told = "the same" if same else "DIFFER"
                print(f"{name}, {size:,} accounts | {len(found):,} rows | {told} | -", flush=True)
    return int(differ > 0)


if __name__ == "__main__":
    sys.exit(main())
