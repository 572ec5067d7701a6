"""Orders, invoices and suppliers: every question beside a query written by hand.

Sizes are those of BENCH_SIZES (invoices; four orders to five of them), 10 thousand to a million unless
said otherwise. Limits: a million within five seconds, twice the time by hand, which answers less;
cost grows no faster than n log n.
"""

# ruff: noqa: E501  (SQL as somebody would type it)

import math
import os
import statistics
import sys
import time
from datetime import date
from itertools import pairwise

import duckdb

from scrutable.housekeeping.engine import DuckEngine
from scrutable.housekeeping.engine import orders as asking
from scrutable.housekeeping.engine.suppliers import SUPPLIERS
from scrutable.housekeeping.facts import BuyingRules, Exemption, Limit

SIZES = [int(size) for size in os.environ.get("BENCH_SIZES", "10000,100000,1000000").split(",")]
ROUNDS, LIMIT, MOST_SECONDS = 5, 2.0, 5.0
AS_AT = date(2026, 9, 30)
RULES = BuyingRules(
    limits=tuple(
        Limit(approver=f"Post {n}", pence=(n + 1) * 100_000, first=date.min) for n in range(40)
    ),
    exemptions=tuple(Exemption(category=f"Category {n}", first=date.min) for n in range(5)),
    one_time_suppliers=("Supplier 3",),
    split_days=14,
    pay_days=30,
    pay_small_days=10,
)

ORDERS = """
CREATE OR REPLACE TEMP TABLE orders AS
SELECT i AS at_row, 'PO' || i AS number, 'Supplier ' || (hash(i) % {suppliers}) AS supplier,
       CASE WHEN i % 3 = 0 THEN 'S' || (hash(i) % {suppliers}) ELSE '' END AS supplier_number,
       DATE '2026-09-30' - (hash(i, 1) % 365)::INT AS placed_on, (hash(i, 2) % 300000)::BIGINT AS pence,
       'Post ' || (hash(i, 3) % 42) AS approver, CASE WHEN i % 5 = 0 THEN 'C' || (hash(i, 4) % 300) ELSE '' END AS contract
  FROM range({orders}) t(i)
"""
INVOICES = """
CREATE OR REPLACE TEMP TABLE invoices AS
SELECT i AS at_row, 'I' || i AS number, 'Supplier ' || (hash(i) % {suppliers}) AS supplier,
       CASE WHEN i % 3 = 0 THEN 'S' || (hash(i) % {suppliers}) ELSE '' END AS supplier_number,
       CASE WHEN i % 10 < 8 THEN 'PO' || (i * 7 % {size}) ELSE '' END AS order_number,
       DATE '2026-09-30' - (hash(i, 5) % 330)::INT AS billed_on, (hash(i, 2) % 300000)::BIGINT - 3000 AS pence,
       'Category ' || (hash(i, 6) % 40) AS category, '' AS contract,
       DATE '2026-09-30' - (hash(i, 5) % 330)::INT + 2 AS received_on,
       CASE WHEN i % 20 <> 0 THEN DATE '2026-09-30' - (hash(i, 5) % 330)::INT + 3 + (hash(i, 7) % 40)::INT END AS paid_on
  FROM range({size}) t(i)
"""
LISTED = """
CREATE OR REPLACE TEMP TABLE suppliers AS
SELECT i AS at_row, 'S' || i AS number, 'Supplier ' || i AS name,
       CASE i % 4 WHEN 0 THEN 'small' WHEN 1 THEN 'medium' ELSE 'large' END AS size,
       i % 30 = 0 AS is_sole_trader, i % 997 = 0 AS is_one_time
  FROM range({suppliers}) t(i)
"""
# What somebody would type in an afternoon: one join for each question, names as they stand.
BY_HAND = (
    """
    CREATE OR REPLACE TEMP TABLE hand_judged AS
    SELECT i.*, o.placed_on, s.size, s.is_one_time,
           CASE WHEN i.pence < 0 THEN 'credit' WHEN i.billed_on <= o.placed_on THEN 'retrospective'
                WHEN o.number IS NOT NULL THEN 'ordered' WHEN i.order_number <> '' THEN 'unknown'
                WHEN i.category IN ('Category 0', 'Category 1', 'Category 2', 'Category 3', 'Category 4') THEN 'exempt'
                ELSE 'without' END AS line
      FROM (SELECT *, lower(replace(order_number, ' ', '')) AS k, lower(replace(supplier, ' ', '')) AS n FROM invoices) i
      LEFT JOIN (SELECT lower(replace(number, ' ', '')) AS number, min(placed_on) AS placed_on FROM orders GROUP BY 1) o ON o.number = i.k
      LEFT JOIN (SELECT lower(replace(name, ' ', '')) AS name, any_value(size) AS size, any_value(is_one_time) AS is_one_time FROM suppliers GROUP BY 1) s ON s.name = i.n
    """,
    "CREATE OR REPLACE TEMP TABLE hand_months AS SELECT date_trunc('month', billed_on) AS month, line, count(*) AS n, sum(pence) AS pence FROM hand_judged GROUP BY ALL",
    "CREATE OR REPLACE TEMP TABLE hand_suppliers AS SELECT n, size, count(*) AS number, sum(pence) AS pence, count(*) FILTER (line = 'without') AS without, count(*) FILTER (paid_on <= received_on + 30) AS in_time FROM hand_judged GROUP BY ALL",
    "CREATE OR REPLACE TEMP TABLE hand_wrong AS SELECT at_row, line FROM hand_judged WHERE line IN ('retrospective', 'unknown', 'without')",
    "CREATE OR REPLACE TEMP TABLE hand_again AS SELECT * FROM (SELECT at_row, row_number() OVER (PARTITION BY n ORDER BY billed_on, at_row) AS place FROM hand_judged WHERE is_one_time) WHERE place > 1",
    """
    CREATE OR REPLACE TEMP TABLE hand_orders AS
    SELECT at_row, pence, most, together FROM (
        SELECT o.at_row, o.pence, l.pence_limit AS most,
               sum(CASE WHEN o.pence <= l.pence_limit THEN o.pence ELSE 0 END) OVER (PARTITION BY lower(replace(o.supplier, ' ', '')), lower(replace(o.approver, ' ', ''))
                   ORDER BY o.placed_on RANGE BETWEEN INTERVAL 14 DAY PRECEDING AND CURRENT ROW) AS together
          FROM orders o LEFT JOIN limits l ON l.found = lower(replace(o.approver, ' ', '')))
     WHERE most IS NULL OR pence > most OR together > most
    """,
    "CREATE OR REPLACE TEMP TABLE hand_contracts AS SELECT contract, sum(pence) AS pence FROM orders WHERE contract <> '' GROUP BY contract",
)


def by_hand(connection: duckdb.DuckDBPyConnection) -> None:
    """Join and count as somebody would by hand; the rows that are wrong are kept, as ours are."""
    for text in BY_HAND:
        connection.execute(text)


def ours(duck: DuckEngine) -> None:
    """Judge every invoice and order, sum them all; findings are kept as a table."""
    asking.judge_orders(duck, RULES, as_at=AS_AT)
    asking.keep_contract_sums(duck)
    asking.keep_order_findings(duck, RULES)
    asking.month_sums(duck)
    asking.supplier_sums(duck)


def laid(size: int) -> DuckEngine:
    """Return an engine with so many invoices, their orders and suppliers."""
    duck = DuckEngine()
    duck.table("suppliers", SUPPLIERS, [])
    for text in (ORDERS, INVOICES, LISTED):
        duck.connection.execute(
            text.format(size=size, orders=size * 4 // 5, suppliers=max(size // 100, 10))
        )
    approved = [(n, f"C{n}", f"Contract {n}", "", 50_000_000, 0) for n in range(250)]
    duck.table("contracts", asking.CONTRACTS, approved)
    duck.table("approvers", asking.APPROVERS, [])
    ours(duck)  # the limits, which the query by hand reads too
    return duck


def main() -> int:
    """Print seconds and ratios for each size; return 1 where a limit is passed."""
    worst, slowest, curve = 0.0, 0.0, []
    for size in SIZES:
        duck, pairs = laid(size), []
        for _ in range(ROUNDS):
            began = time.perf_counter()
            by_hand(duck.connection)
            middle = time.perf_counter()
            ours(duck)
            pairs.append((middle - began, time.perf_counter() - middle))
        bare, full = (statistics.median(one) for one in zip(*pairs, strict=True))
        ratio = statistics.median(full / bare for bare, full in pairs)
        curve.append((size, full))
        if size >= 1_000_000:
            worst, slowest = max(worst, ratio), max(slowest, full * 1_000_000 / size)
        print(
            f"{size:,} invoices, every question | {full:.2f} s"
            f" | by hand {bare:.2f} s, limit {LIMIT} times at a million | {ratio:.2f}"
        )
    grows = [
        (later / sooner) / (big * math.log(big) / (small * math.log(small)))
        for (small, sooner), (big, later) in pairwise(curve)
    ]
    print("growth against n log n:", ", ".join(f"{one:4.2f}" for one in grows) or "one size only")
    return int(worst > LIMIT or slowest > MOST_SECONDS or any(one > 1.0 for one in grows))


if __name__ == "__main__":
    sys.exit(main())
