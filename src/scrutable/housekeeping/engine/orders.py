"""Orders and invoices, as `rules.orders` says it, over tables of any size."""

from scrutable.housekeeping.engine.keys import name_key
from scrutable.housekeeping.engine.running import Engine
from scrutable.housekeeping.facts import BuyingRules, OrderFault, OrderFinding
from scrutable.housekeeping.rules import name_key as key_of

PLACED = f"""
SELECT {name_key("number")} AS order_key, min(placed_on) AS placed_on
  FROM orders WHERE {name_key("number")} <> '' GROUP BY 1
"""

INVOICES = f"""
SELECT 'invoices' AS of_what, at_row, fault, number, supplier
  FROM (SELECT i.at_row, i.number, i.supplier,
               CASE WHEN p.order_key IS NOT NULL AND i.billed_on <= p.placed_on
                    THEN '{OrderFault.RETROSPECTIVE.value}'
                    WHEN p.order_key IS NOT NULL THEN NULL
                    WHEN {name_key("i.order_number")} <> '' THEN '{OrderFault.UNKNOWN_ORDER.value}'
                    WHEN e.found IS NULL THEN '{OrderFault.NO_ORDER.value}' END AS fault
          FROM invoices AS i
          LEFT JOIN placed AS p ON p.order_key = {name_key("i.order_number")}
          LEFT JOIN exempt AS e ON e.found = {name_key("i.category")}) AS judged
 WHERE fault IS NOT NULL
"""

ONE_TIME = f"""
SELECT 'invoices' AS of_what, at_row, '{OrderFault.ONE_TIME_AGAIN.value}' AS fault, number, supplier
  FROM (SELECT i.at_row, i.number, i.supplier,
               row_number() OVER (PARTITION BY o.found ORDER BY i.billed_on, i.at_row) AS place
          FROM invoices AS i JOIN one_time AS o ON o.found = {name_key("i.supplier")}) AS counted
 WHERE place > 1
"""


def of_orders(split_days: int) -> str:
    """Return the SQL of what is wrong with orders; a range spans days only as numbers."""
    return f"""
SELECT 'orders' AS of_what, at_row, fault, number, supplier
  FROM (SELECT at_row, number, supplier,
               CASE WHEN pence_limit IS NULL THEN '{OrderFault.NO_LIMIT.value}'
                    WHEN pence > pence_limit THEN '{OrderFault.OVER_LIMIT.value}'
                    WHEN together > pence_limit THEN '{OrderFault.SPLIT.value}' END AS fault
          FROM (SELECT o.at_row, o.number, o.supplier, o.pence, l.pence_limit,
                       sum(CASE WHEN o.pence <= l.pence_limit THEN o.pence ELSE 0 END) OVER (
                           PARTITION BY {name_key("o.supplier")}, {name_key("o.approver")}
                           ORDER BY o.placed_day
                           RANGE BETWEEN {int(split_days)} PRECEDING AND CURRENT ROW) AS together
                  FROM orders AS o
                  LEFT JOIN limits AS l ON l.found = {name_key("o.approver")}) AS summed) AS judged
 WHERE fault IS NOT NULL
"""


def order_findings(engine: Engine, rules: BuyingRules) -> list[OrderFinding]:
    """Return what is wrong with the tables `orders` and `invoices`, in the order of `rules`."""
    found = (("found", "VARCHAR"),)
    for name, said in (("exempt", rules.exempt_categories), ("one_time", rules.one_time_suppliers)):
        engine.table(name, found, [(key,) for key in sorted({*map(key_of, said)} - {""})])
    limits = {key_of(name): pence for name, pence in rules.limits}
    rows = [(key, pence) for key, pence in sorted(limits.items()) if key]
    engine.table("limits", (*found, ("pence_limit", "BIGINT")), rows)
    engine.keep("placed", PLACED)
    asked = " UNION ALL ".join(
        f"SELECT * FROM ({text}) AS part{at}"
        for at, text in enumerate((INVOICES, ONE_TIME, of_orders(rules.split_days)))
    )
    return [
        OrderFinding(of_what, row, OrderFault(fault), number, supplier)
        for of_what, row, fault, number, supplier in engine.rows(f"{asked} ORDER BY 1, 2, 3, 4, 5")
    ]
