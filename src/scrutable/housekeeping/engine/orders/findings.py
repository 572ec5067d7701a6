"""What is wrong with how things were bought, as `rules.orders` says it."""

from scrutable.housekeeping.engine.keys import name_key
from scrutable.housekeeping.engine.running import Engine
from scrutable.housekeeping.facts import BuyingRules, OrderFault, OrderFinding

COLUMNS = "at_row, fault, number, supplier, supplier_key, pence, approver"


def _of_invoices(fault: str, condition: str) -> str:
    return (
        f"SELECT 'invoices' AS of_what, at_row, {fault} AS fault, number, supplier, supplier_key,"
        f" pence, '' AS approver FROM judged_invoices WHERE {condition}"
    )


LINES = f"""
SELECT 'invoices' AS of_what, {COLUMNS}
  FROM (SELECT at_row, number, supplier, supplier_key, pence, '' AS approver,
               CASE line WHEN 'retrospective' THEN '{OrderFault.RETROSPECTIVE.value}'
                    WHEN 'unknown' THEN '{OrderFault.UNKNOWN_ORDER.value}'
                    WHEN 'without' THEN '{OrderFault.NO_ORDER.value}' END AS fault
          FROM judged_invoices) AS lined
 WHERE fault IS NOT NULL
"""

UNPAID = _of_invoices(f"'{OrderFault.UNPAID.value}'", "is_small AND payment = 'overdue'")

UNKNOWN_CONTRACT = f"""
SELECT 'invoices' AS of_what, j.at_row, '{OrderFault.UNKNOWN_CONTRACT.value}' AS fault, j.number,
       j.supplier, j.supplier_key, j.pence, '' AS approver
  FROM judged_invoices AS j
  CROSS JOIN (SELECT count(*) AS number FROM contracts) AS counted
  LEFT JOIN contract_sums AS c ON c.contract_key = j.contract_key
 WHERE counted.number > 0 AND j.contract_key <> '' AND c.contract_key IS NULL
"""

ONE_TIME = f"""
SELECT 'invoices' AS of_what, at_row, '{OrderFault.ONE_TIME_AGAIN.value}' AS fault, number,
       supplier, supplier_key, pence, '' AS approver
  FROM (SELECT at_row, number, supplier, supplier_key, pence,
               row_number() OVER (PARTITION BY supplier_key ORDER BY billed_on, at_row) AS place
          FROM judged_invoices WHERE is_one_time AND line <> 'credit') AS counted
 WHERE place > 1
"""

CONTRACTS = f"""
SELECT 'contracts' AS of_what, at_row,
       CASE WHEN billed > pence THEN '{OrderFault.OVER_CONTRACT.value}'
            ELSE '{OrderFault.ORDERED_OVER.value}' END AS fault,
       code AS number, name AS supplier, '' AS supplier_key,
       CASE WHEN billed > pence THEN billed - pence ELSE ordered - pence END AS pence,
       '' AS approver
  FROM contract_sums WHERE billed > pence OR ordered > pence
"""


def of_orders(split_days: int) -> str:
    """Return the SQL of what is wrong with orders; a range spans days only as numbers."""
    return f"""
WITH keyed AS (
    SELECT o.at_row, o.number, o.supplier, o.placed_on, o.pence, s.supplier_key,
           coalesce(o.approver, '') AS approver, {day_number("o.placed_on")} AS placed_day,
           {name_key("o.approver")} AS approver_key
      FROM orders AS o
      JOIN supplied AS s ON s.supplier_number = coalesce(o.supplier_number, '')
                        AND s.supplier = coalesce(o.supplier, '')
)
SELECT 'orders' AS of_what, {COLUMNS}
  FROM (SELECT at_row, number, supplier, supplier_key, pence, approver,
               CASE WHEN pence_limit IS NULL THEN '{OrderFault.NO_LIMIT.value}'
                    WHEN pence > pence_limit THEN '{OrderFault.OVER_LIMIT.value}'
                    WHEN together > pence_limit THEN '{OrderFault.SPLIT.value}' END AS fault
          FROM (SELECT k.at_row, k.number, k.supplier, k.supplier_key, k.pence, k.approver,
                       l.pence_limit,
                       sum(CASE WHEN k.pence <= l.pence_limit THEN k.pence ELSE 0 END) OVER (
                           PARTITION BY k.supplier_key, k.approver_key ORDER BY k.placed_day
                           RANGE BETWEEN {int(split_days)} PRECEDING AND CURRENT ROW) AS together
                  FROM keyed AS k
                  LEFT JOIN limits AS l ON l.found = k.approver_key AND k.placed_on >= l.first_on
                                       AND k.placed_on <= l.last_on) AS summed) AS judged
 WHERE fault IS NOT NULL
"""


def day_number(column: str) -> str:
    """Return the SQL of a day's number, as `date.toordinal` counts it; every engine speaks it."""
    before = f"(extract(YEAR FROM {column}) - 1)"
    leap = " ".join(
        f"{sign} CAST(floor({before} / {years}) AS BIGINT)"
        for sign, years in (("+", "4.0"), ("-", "100.0"), ("+", "400.0"))
    )
    return f"CAST({before} * 365 {leap} + extract(DOY FROM {column}) AS BIGINT)"


def keep_order_findings(engine: Engine, rules: BuyingRules) -> None:
    """Find everything that is wrong into the table `order_findings`, once all is summed."""
    parts = [LINES, UNPAID, UNKNOWN_CONTRACT, ONE_TIME, CONTRACTS]
    ((known,),) = engine.rows("SELECT count(*) FROM limits")
    if known:
        parts.append(of_orders(rules.split_days))
    asked = " UNION ALL ".join(
        f"SELECT * FROM ({text}) AS part{at}" for at, text in enumerate(parts)
    )
    engine.keep("order_findings", asked)


def order_findings(engine: Engine) -> list[OrderFinding]:
    """Return what was found wrong, in the order of `rules`."""
    rows = engine.rows(
        f"SELECT of_what, {COLUMNS} FROM order_findings ORDER BY 1, 2, 3, 4, 5, 6, 7, 8"
    )
    return [
        OrderFinding(of_what, row, OrderFault(fault), number, name, supplier, int(pence), by)
        for of_what, row, fault, number, name, supplier, pence, by in rows
    ]
