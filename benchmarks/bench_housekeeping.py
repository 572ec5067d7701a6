"""Accounts and devices against people: every question beside bare joins written by hand.

Sizes are those of BENCH_SIZES (people and accounts; devices half as many again), 10 thousand to a
million unless said otherwise. Limit: 1.3 times the joins; cost grows no faster than n log n. The
peer besides is pandas where it is installed, and our own rules in plain Python where it is not.
"""

# ruff: noqa: E501  (SQL as somebody would type it)

import math
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import duckdb

from scrutable.housekeeping import engine, facts, rules
from scrutable.housekeeping.facts import DeviceLimits, ExtractKind, LeaverRule, LeaverRuleKind
from scrutable.housekeeping.intake import Asked, take

SIZES = [int(size) for size in os.environ.get("BENCH_SIZES", "10000,100000,1000000").split(",")]
ROUNDS, LIMIT = 5, 1.3
AS_AT = date(2026, 9, 30)
RULE = LeaverRule(kind=LeaverRuleKind.NEXT_WORKING_DAY)
LIMITS = DeviceLimits(unseen_days=90, most_of_a_kind=1)

PEOPLE = """
CREATE OR REPLACE TEMP TABLE people AS
SELECT i AS at_row, CASE WHEN i % 3 = 0 THEN 'E' || lpad(i::VARCHAR, 8, '0') ELSE lpad(i::VARCHAR, 7, '0') END AS number,
       CASE WHEN i % 7 = 0 THEN ' P' || i || '@Council.gov.uk' ELSE 'p' || i || '@council.gov.uk' END AS address,
       'Name ' || (i % {most}) AS name,
       CASE WHEN i % 100 < 12 THEN DATE '2026-09-30' - (hash(i) % 700)::INT END AS left_on
  FROM range(1, {size} + 1) t(i)
"""
ACCOUNTS = """
CREATE OR REPLACE TEMP TABLE accounts AS
SELECT i AS at_row, 'u' || i AS login, CASE WHEN i % 10 < 7 THEN (i * 7 % {size})::VARCHAR ELSE '' END AS number,
       CASE WHEN i % 10 < 9 THEN 'p' || (i * 7 % {size}) ELSE 'x' || i END || '@council.gov.uk' AS address,
       'Name ' || i AS name,
       CASE WHEN i % 50 = 0 THEN 'shared' WHEN i % 77 = 0 THEN 'service' ELSE 'person' END AS account_class,
       i % 13 <> 0 AS is_enabled, DATE '2026-09-30' - (hash(i) % 200)::INT AS last_sign_in,
       CASE WHEN i % 90 = 1 THEN DATE '2026-09-30' + (i % 40)::INT - 20 END AS retained_until
  FROM range({size}) t(i)
"""
DEVICES = """
CREATE OR REPLACE TEMP TABLE devices AS
SELECT i AS at_row, 'D' || i AS tag, CASE WHEN i % 3 = 0 THEN 'Phone' ELSE 'Laptop' END AS kind,
       CASE WHEN i % 10 < 8 THEN (i * 11 % {size})::VARCHAR ELSE '' END AS number,
       'p' || (i * 11 % {size}) || '@council.gov.uk' AS address,
       DATE '2026-09-30' - (hash(i) % 120)::INT AS last_seen,
       DATE '2026-01-01' + (hash(i) % 2000)::INT AS supported_until, i % 20 <> 0 AS is_encrypted,
       CASE WHEN i % 40 = 0 THEN DATE '2026-01-01' END AS disposed_on, '' AS certificate
  FROM range({more}) t(i)
"""
# What somebody would type in an afternoon: keys made alike, one join for each key, no line of a sum.
STAFF = """
CREATE OR REPLACE TEMP TABLE staff AS
SELECT regexp_replace(upper(trim(number)), '^[A-Z]*0*', '') AS number, lower(trim(address)) AS address,
       lower(name) AS name, left_on FROM people
"""
JOINED = """
CREATE OR REPLACE TEMP TABLE joined_{what} AS
SELECT a.*, coalesce(n.number, d.number{of_name}) AS person, coalesce(n.left_on, d.left_on{left_name}) AS left_on
  FROM (SELECT *, regexp_replace(upper(trim(number)), '^[A-Z]*0*', '') AS k, lower(trim(address)) AS m FROM {what}) a
  LEFT JOIN staff n ON n.number = a.k
  LEFT JOIN (SELECT address, any_value(number) AS number, any_value(left_on) AS left_on FROM staff
              GROUP BY address HAVING count(*) = 1) d ON d.address = a.m {by_name}
"""
BY_NAME = """
  LEFT JOIN (SELECT name, any_value(number) AS number, any_value(left_on) AS left_on FROM staff
              GROUP BY name HAVING count(*) = 1) w ON w.name = lower(a.name)
"""
BARE_COUNTS = (
    (
        "SELECT account_class, is_enabled, person IS NULL, left_on < DATE '2026-09-30', last_sign_in > left_on,"
        " retained_until < DATE '2026-09-30', last_sign_in < DATE '2026-07-02', count(*)"
        " FROM joined_accounts GROUP BY ALL ORDER BY ALL"
    ),
    "SELECT person, count(*) FROM joined_accounts WHERE person IS NOT NULL GROUP BY person HAVING count(*) > 1",
    "SELECT person, kind, count(*) FROM joined_devices WHERE person IS NOT NULL GROUP BY ALL HAVING count(*) > 1",
    (
        "SELECT disposed_on IS NULL, person IS NULL, left_on < DATE '2026-09-30', last_seen < DATE '2026-07-02',"
        " supported_until < DATE '2026-09-30', is_encrypted, count(*) FROM joined_devices GROUP BY ALL ORDER BY ALL"
    ),
)


def by_hand(connection: duckdb.DuckDBPyConnection) -> None:
    """Join and count as somebody would by hand; the rows that are wrong are kept, as ours are."""
    connection.execute(STAFF)
    names = {"of_name": ", w.number", "left_name": ", w.left_on", "by_name": BY_NAME}
    connection.execute(JOINED.format(what="accounts", **names))
    connection.execute(JOINED.format(what="devices", of_name="", left_name="", by_name=""))
    for at, text in enumerate(BARE_COUNTS):
        connection.execute(f"CREATE OR REPLACE TEMP TABLE counted_{at} AS {text}")


def ours(duck: engine.Engine) -> None:
    """Judge every account and device, and count every line; findings are kept as a table."""
    engine.know_people(duck)
    engine.judge_accounts(duck, as_at=AS_AT, rule=RULE)
    engine.judge_devices(duck, as_at=AS_AT)
    engine.account_lines(duck)
    engine.device_lines(duck)
    engine.keep_account_findings(duck, as_at=AS_AT, idle_days=90)
    engine.keep_device_findings(duck, as_at=AS_AT, limits=LIMITS)


def taken(size: int) -> float:
    """Return the seconds that a csv of so many people takes from file to snapshot."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "staff.csv"
        with path.open("w", encoding="utf-8") as out:
            out.write("Employee No,E-mail,Name,Leaving date\n")
            out.writelines(
                f"E{n:07},p{n}@council.gov.uk,Name {n},{'30/09/2026' if n % 9 == 0 else ''}\n"
                for n in range(size)
            )
        asked = Asked(kind=ExtractKind.STAFF, as_at=AS_AT, name="staff.csv", mapping={})
        began = time.perf_counter()
        take(path, asked, Path(folder) / "kept")
        return time.perf_counter() - began


def by_rules(connection: duckdb.DuckDBPyConnection) -> float:
    """Return the seconds that the rules take in plain Python, from facts to findings."""

    def rows(what: str) -> list[dict[str, Any]]:
        found = connection.execute(f"SELECT * FROM {what}")
        names = [name.replace("at_row", "row") for name, *_ in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]

    people = [facts.Person(**one) for one in rows("people")]
    accounts = [
        facts.Account(**{**one, "account_class": facts.AccountClass(one["account_class"])})
        for one in rows("accounts")
    ]
    devices = [facts.Device(**one) for one in rows("devices")]
    began = time.perf_counter()
    staff = rules.staff(people)
    judged = rules.judged_accounts(accounts, staff, as_at=AS_AT, rule=RULE)
    rules.account_findings(judged, as_at=AS_AT, idle_days=90)
    held = rules.judged_devices(devices, staff, as_at=AS_AT)
    rules.device_findings(held, as_at=AS_AT, limits=LIMITS)
    return time.perf_counter() - began


def by_pandas(connection: duckdb.DuckDBPyConnection) -> float:
    """Return the seconds of the bare joins and counts in pandas, as somebody would write them."""
    people, accounts, devices = (
        connection.execute(f"SELECT * FROM {what}").df()
        for what in ("people", "accounts", "devices")
    )
    began = time.perf_counter()
    staff = keyed(people)
    by_number = staff[["k", "left_on"]].assign(found=1)
    by_address = only_once(staff, "m", "2")
    by_name = only_once(staff.assign(w=staff["name"].str.lower()), "w", "3")
    joined = (
        keyed(accounts).merge(by_number, on="k", how="left").merge(by_address, on="m", how="left")
    )
    joined = joined.assign(w=joined["name"].str.lower()).merge(by_name, on="w", how="left")
    person = joined["k"].where(joined["found"].notna(), joined["k2"]).fillna(joined["k3"])
    left = joined["left_on"].fillna(joined["left2"]).fillna(joined["left3"])
    count(
        joined.assign(
            person=person,
            nobody=person.isna(),
            left=left < str(AS_AT),
            after=joined["last_sign_in"] > left,
            idle=joined["last_sign_in"] < "2026-07-02",
            past=joined["retained_until"] < str(AS_AT),
        ),
        ["account_class", "is_enabled", "nobody", "left", "after", "idle", "past"],
        ["person"],
    )
    joined = (
        keyed(devices).merge(by_number, on="k", how="left").merge(by_address, on="m", how="left")
    )
    person = joined["k"].where(joined["found"].notna(), joined["k2"])
    count(
        joined.assign(
            person=person,
            nobody=person.isna(),
            left=joined["left_on"].fillna(joined["left2"]) < str(AS_AT),
            gone=joined["disposed_on"].notna(),
            unseen=joined["last_seen"] < "2026-07-02",
            old=joined["supported_until"] < str(AS_AT),
        ),
        ["gone", "nobody", "left", "unseen", "old", "is_encrypted"],
        ["person", "kind"],
    )
    return time.perf_counter() - began


def keyed(frame: Any) -> Any:
    """Return a pandas frame with its keys made alike."""
    number = frame["number"].str.strip().str.upper().str.replace(r"^[A-Z]*0*", "", regex=True)
    return frame.assign(k=number, m=frame["address"].str.strip().str.lower())


def only_once(staff: Any, key: str, mark: str) -> Any:
    """Return whom a key finds that no two people share."""
    found = staff.drop_duplicates(key, keep=False)[[key, "k", "left_on"]]
    return found.rename(columns={"k": f"k{mark}", "left_on": f"left{mark}"})


def count(joined: Any, what: list[str], several: list[str]) -> None:
    """Count a pandas frame by what is wrong, and by who has several."""
    joined.groupby(what, dropna=False).size()
    counted = joined[joined["person"].notna()].groupby(several).size()
    counted[counted > 1]


PEERS: dict[str, Callable[[duckdb.DuckDBPyConnection], float]] = {
    "pandas, bare joins": by_pandas,
    "our rules in plain Python": by_rules,
}
PEER = "pandas, bare joins" if find_spec("pandas") else "our rules in plain Python"


def measured(size: int) -> tuple[float, float, float, float]:
    """Return the seconds of all questions and of the joins by hand, their ratio and the peer's."""
    duck = engine.DuckEngine()
    for text in (PEOPLE, ACCOUNTS, DEVICES):
        duck.connection.execute(text.format(size=size, more=size * 3 // 2, most=size * 9 // 10))
    pairs = []
    for turn in range(ROUNDS):
        took = {}
        for what in ("hand", "ours") if turn % 2 else ("ours", "hand"):
            began = time.perf_counter()
            if what == "hand":
                by_hand(duck.connection)
            else:
                ours(duck)
            took[what] = time.perf_counter() - began
        pairs.append((took["hand"], took["ours"]))
    bare, full = (statistics.median(one) for one in zip(*pairs, strict=True))
    ratio = statistics.median(full / bare for bare, full in pairs)
    return full, bare, ratio, PEERS[PEER](duck.connection)


def main() -> int:
    """Print seconds and ratios for each size; return 1 where a limit is passed."""
    worst, curve = 0.0, []
    for size in SIZES:
        full, bare, ratio, peer = measured(size)
        curve.append((size, full))
        worst = max(worst, ratio) if size >= 1_000_000 else worst
        said = f"{size:,} accounts, all questions"
        print(
            f"{said} | {full:.2f} s | joins by hand {bare:.2f} s, at most {LIMIT} times | {ratio:.2f}"
        )
        print(f"{said} | {full:.2f} s | {PEER} {peer:.2f} s | {full / peer:.2f}", flush=True)
        print(f"{size:,} people from csv to snapshot | {taken(size):.2f} s | none | -", flush=True)
    grows = [
        (later / sooner) / (big * math.log(big) / (small * math.log(small)))
        for (small, sooner), (big, later) in pairwise(curve)
    ]
    print("growth against n log n:", ", ".join(f"{one:4.2f}" for one in grows) or "one size only")
    return int(worst > LIMIT or any(one > 1.0 for one in grows))


if __name__ == "__main__":
    sys.exit(main())
