"""On which line of the sum each invoice counts, as `rules.orders` says it."""

from datetime import date

from scrutable.housekeeping.engine.keys import name_key
from scrutable.housekeeping.engine.running import Columns, Engine
from scrutable.housekeeping.engine.suppliers import know_suppliers
from scrutable.housekeeping.facts import BuyingRules
from scrutable.housekeeping.rules.orders.periods import exempt_periods, limit_periods

APPROVERS: Columns = (("at_row", "BIGINT"), ("name", "VARCHAR"), ("pence", "BIGINT"))
CONTRACTS: Columns = (
    ("at_row", "BIGINT"),
    ("code", "VARCHAR"),
    ("title", "VARCHAR"),
    ("supplier", "VARCHAR"),
    ("pence", "BIGINT"),
    ("billed_before", "BIGINT"),
)
PERIODS: Columns = (
    ("found", "VARCHAR"),
    ("pence_limit", "BIGINT"),
    ("first_on", "DATE"),
    ("last_on", "DATE"),
)

PLACED = f"""
SELECT order_key, min(placed_on) AS placed_on, min(nullif(contract_key, '')) AS contract_key
  FROM (SELECT {name_key("number")} AS order_key, placed_on,
               {name_key("contract")} AS contract_key FROM orders) AS keyed
 WHERE order_key <> '' GROUP BY order_key
"""

LIMITS = f"""
SELECT found, min(pence) AS pence_limit, DATE '0001-01-01' AS first_on, DATE '9999-12-31' AS last_on
  FROM (SELECT {name_key("name")} AS found, pence FROM approvers) AS said
 WHERE found <> '' GROUP BY found
 UNION ALL
SELECT p.found, p.pence_limit, p.first_on, p.last_on
  FROM policy_limits AS p
  LEFT JOIN (SELECT DISTINCT {name_key("name")} AS found FROM approvers) AS a ON a.found = p.found
 WHERE a.found IS NULL
"""


def judged(rules: BuyingRules) -> str:
    """Return the SQL of every invoice with its line; days are added only as numbers."""
    return f"""
WITH asked AS (SELECT CAST(? AS DATE) AS as_at, count(paid_on) > 0 AS says_paid FROM invoices),
keyed AS (
    SELECT i.at_row, i.number, i.supplier, i.billed_on, i.pence, i.paid_on,
           {name_key("i.order_number")} AS order_key, {name_key("i.category")} AS category_key,
           {name_key("i.contract")} AS contract_key, s.supplier_key, s.is_one_time, s.is_small,
           coalesce(i.received_on, i.billed_on) + CASE WHEN s.is_small
               THEN {int(rules.pay_small_days)} ELSE {int(rules.pay_days)} END AS due_on
      FROM invoices AS i
      JOIN supplied AS s ON s.supplier_number = coalesce(i.supplier_number, '')
                        AND s.supplier = coalesce(i.supplier, '')
)
SELECT k.at_row, k.number, k.supplier, k.supplier_key, k.billed_on, k.pence, k.is_one_time,
       k.is_small, coalesce(nullif(k.contract_key, ''), p.contract_key, '') AS contract_key,
       CASE WHEN k.pence < 0 THEN 'credit'
            WHEN k.billed_on <= p.placed_on THEN 'retrospective'
            WHEN p.order_key IS NOT NULL THEN 'ordered'
            WHEN k.order_key <> '' THEN 'unknown'
            WHEN e.found IS NOT NULL THEN 'exempt' ELSE 'without' END AS line,
       CASE WHEN k.pence < 0 OR NOT asked.says_paid THEN 'unknown'
            WHEN k.paid_on <= k.due_on THEN 'in_time'
            WHEN k.paid_on IS NOT NULL THEN 'late'
            WHEN asked.as_at <= k.due_on THEN 'not_due' ELSE 'overdue' END AS payment
  FROM keyed AS k CROSS JOIN asked
  LEFT JOIN placed AS p ON p.order_key = k.order_key
  LEFT JOIN exempt AS e ON e.found = k.category_key AND k.billed_on >= e.first_on
                       AND k.billed_on <= e.last_on
"""


def judge_orders(engine: Engine, rules: BuyingRules, *, as_at: date) -> None:
    """Judge the table `invoices` into `judged_invoices`.

    There must be tables of `orders`, `suppliers`, `contracts` and `approvers` too, if empty ones.
    """
    know_suppliers(engine, rules.one_time_suppliers)
    engine.table("exempt", PERIODS, exempt_periods(rules.exemptions))
    engine.table("policy_limits", PERIODS, limit_periods(rules.limits))
    engine.keep("limits", LIMITS)
    engine.keep("placed", PLACED)
    engine.keep("judged_invoices", judged(rules), [as_at])
