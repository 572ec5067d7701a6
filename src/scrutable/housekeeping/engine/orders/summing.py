"""What invoices and orders come to, as `rules.orders` says it."""

from scrutable.housekeeping.engine.keys import name_key
from scrutable.housekeeping.engine.running import Engine
from scrutable.housekeeping.facts import (
    ContractSum,
    KnownSupplier,
    MonthSum,
    OrderLine,
    SupplierSize,
    SupplierSum,
)

SOLE = {2: True, 1: None, 0: False}

MONTHS = """
SELECT month, line, count(*), sum(pence)
  FROM (SELECT CAST(date_trunc('month', billed_on) AS DATE) AS month, line, pence
          FROM judged_invoices) AS dated
 GROUP BY month, line ORDER BY month, line
"""

ORDERED = """
SELECT s.supplier_key, count(*) AS orders, sum(o.pence) AS ordered
  FROM orders AS o JOIN supplied AS s ON s.supplier_number = coalesce(o.supplier_number, '')
                                     AND s.supplier = coalesce(o.supplier, '')
 GROUP BY s.supplier_key
"""

BILLED = """
SELECT supplier_key, count(*) AS invoices, sum(pence) AS pence,
       sum(CASE WHEN line = 'without' THEN 1 ELSE 0 END) AS without,
       sum(CASE WHEN line = 'without' THEN pence ELSE 0 END) AS without_pence,
       sum(CASE WHEN line = 'retrospective' THEN 1 ELSE 0 END) AS retrospective,
       sum(CASE WHEN payment = 'in_time' THEN 1 ELSE 0 END) AS in_time,
       sum(CASE WHEN payment = 'late' THEN 1 ELSE 0 END) AS late,
       sum(CASE WHEN payment = 'overdue' THEN 1 ELSE 0 END) AS overdue
  FROM judged_invoices GROUP BY supplier_key
"""

SUPPLIERS = f"""
SELECT u.supplier_key, u.number, u.name, u.size, u.sole, u.is_one_time, coalesce(o.orders, 0),
       coalesce(o.ordered, 0), coalesce(b.invoices, 0), coalesce(b.pence, 0),
       coalesce(b.without, 0), coalesce(b.without_pence, 0), coalesce(b.retrospective, 0),
       coalesce(b.in_time, 0), coalesce(b.late, 0), coalesce(b.overdue, 0)
  FROM used_suppliers AS u
  LEFT JOIN ({ORDERED}) AS o ON o.supplier_key = u.supplier_key
  LEFT JOIN ({BILLED}) AS b ON b.supplier_key = u.supplier_key
 ORDER BY u.supplier_key
"""

CONTRACTS = f"""
WITH keyed AS (
    SELECT at_row, code, title, supplier, pence, coalesce(billed_before, 0) AS billed_before,
           {name_key("code")} AS contract_key
      FROM contracts
),
approved AS (
    SELECT contract_key, min(at_row) AS first_row, max(pence) AS pence,
           max(billed_before) AS billed_before
      FROM keyed WHERE contract_key <> '' GROUP BY contract_key
)
SELECT a.contract_key, k.at_row, k.code, k.title, k.supplier AS name, a.pence,
       a.billed_before + coalesce(b.pence, 0) AS billed,
       a.billed_before + coalesce(o.pence, 0) AS ordered
  FROM approved AS a JOIN keyed AS k ON k.at_row = a.first_row
  LEFT JOIN (SELECT contract_key, sum(pence) AS pence FROM judged_invoices
              WHERE contract_key <> '' GROUP BY contract_key) AS b
    ON b.contract_key = a.contract_key
  LEFT JOIN (SELECT contract_key, sum(pence) AS pence
               FROM (SELECT {name_key("contract")} AS contract_key, pence FROM orders) AS own
              WHERE contract_key <> '' GROUP BY contract_key) AS o
    ON o.contract_key = a.contract_key
"""


def keep_contract_sums(engine: Engine) -> None:
    """Sum what each contract was billed and ordered for into the table `contract_sums`."""
    engine.keep("contract_sums", CONTRACTS)


def contract_sums(engine: Engine) -> list[ContractSum]:
    """Return what each contract was billed and ordered for, in the order of the extract."""
    rows = engine.rows(
        "SELECT at_row, code, coalesce(title, ''), coalesce(name, ''), pence, billed, ordered"
        " FROM contract_sums ORDER BY 1"
    )
    return [
        ContractSum(
            row=row,
            code=code,
            title=title,
            name=name,
            pence=int(pence),
            billed=int(billed),
            ordered=int(ordered),
        )
        for row, code, title, name, pence, billed, ordered in rows
    ]


def month_sums(engine: Engine) -> list[MonthSum]:
    """Return the invoices by month and line, in that order; together they are all invoices."""
    return [
        MonthSum(month, OrderLine(line), int(number), int(pence))
        for month, line, number, pence in engine.rows(MONTHS)
    ]


def supplier_sums(engine: Engine) -> list[SupplierSum]:
    """Return what was bought of each supplier, by key."""
    return [
        SupplierSum(
            supplier=KnownSupplier(
                key=key,
                number=number,
                name=name,
                size=SupplierSize(size),
                is_sole_trader=SOLE[sole],
                is_one_time=once,
            ),
            **dict(zip(SUMMED, map(int, summed), strict=True)),
        )
        for key, number, name, size, sole, once, *summed in engine.rows(SUPPLIERS)
    ]


SUMMED = (
    "orders",
    "ordered_pence",
    "invoices",
    "pence",
    "without",
    "without_pence",
    "retrospective",
    "in_time",
    "late",
    "overdue",
)
