"""Which supplier is which, as `rules.suppliers` says it, over tables of any size."""

from collections.abc import Iterable

from scrutable.housekeeping.engine.keys import name_key
from scrutable.housekeeping.engine.running import Columns, Engine
from scrutable.housekeeping.facts import SMALL_SIZES
from scrutable.housekeeping.rules import name_key as key_of

SUPPLIERS: Columns = (
    ("at_row", "BIGINT"),
    ("number", "VARCHAR"),
    ("name", "VARCHAR"),
    ("size", "VARCHAR"),
    ("is_sole_trader", "BOOLEAN"),
    ("is_one_time", "BOOLEAN"),
)
FOUND: Columns = (("found", "VARCHAR"),)
SMALL = ", ".join(f"'{size.value}'" for size in sorted(SMALL_SIZES))


def code_key(column: str) -> str:
    """Return the SQL of `rules.suppliers.code_key`."""
    return f"regexp_replace({name_key(column)}, '^0+', '')"


def supplier_key(code: str, name: str) -> str:
    """Return the SQL of `rules.suppliers.listed_key`, of two keys."""
    return f"CASE WHEN {code} <> '' THEN concat('c:', {code}) ELSE concat('n:', {name}) END"


KEYED = f"""
SELECT at_row, number, name, name_key, {supplier_key("code_key", "name_key")} AS supplier_key,
       size, sole, one_time
  FROM (SELECT at_row, number, name, {code_key("number")} AS code_key,
               {name_key("name")} AS name_key, coalesce(size, 'unknown') AS size,
               CASE WHEN is_sole_trader THEN 2
                    WHEN is_sole_trader IS NULL THEN 1 ELSE 0 END AS sole,
               CASE WHEN is_one_time THEN 1 ELSE 0 END AS one_time
          FROM suppliers) AS line
"""

# A name is a sole trader's as soon as anybody of that name is, or may be, one.
LISTED = """
SELECT g.supplier_key, k.number, k.name, k.name_key, g.size, g.sole, g.one_time
  FROM (SELECT s.supplier_key, min(s.at_row) AS first_row, max(m.sole) AS sole,
               max(s.one_time) AS one_time,
               CASE WHEN min(s.size) = max(s.size) THEN min(s.size) ELSE 'unknown' END AS size
          FROM keyed_suppliers AS s
          JOIN (SELECT name_key, max(sole) AS sole FROM keyed_suppliers GROUP BY name_key) AS m
            ON m.name_key = s.name_key
         WHERE s.supplier_key <> 'n:' GROUP BY s.supplier_key) AS g
  JOIN keyed_suppliers AS k ON k.at_row = g.first_row
"""

BY_NAME = """
SELECT name_key AS found_by, min(supplier_key) AS supplier_key FROM keyed_suppliers
 WHERE name_key <> '' GROUP BY name_key HAVING min(supplier_key) = max(supplier_key)
"""

# Keys are made of the few names and numbers that there are, not of every invoice.
NAMED = f"""
SELECT n.supplier_number, n.supplier, n.name_key,
       coalesce(l.supplier_key, b.supplier_key, {supplier_key("n.code_key", "n.name_key")})
           AS supplier_key
  FROM (SELECT supplier_number, supplier, {code_key("supplier_number")} AS code_key,
               {name_key("supplier")} AS name_key
          FROM (SELECT coalesce(supplier_number, '') AS supplier_number,
                       coalesce(supplier, '') AS supplier FROM orders
                 UNION
                SELECT coalesce(supplier_number, '') AS supplier_number,
                       coalesce(supplier, '') AS supplier FROM invoices) AS both_of) AS n
  LEFT JOIN listed_suppliers AS l
    ON l.supplier_key = CASE WHEN n.code_key <> '' THEN concat('c:', n.code_key) END
  LEFT JOIN suppliers_by_name AS b ON b.found_by = n.name_key
"""

USED = f"""
SELECT u.supplier_key, coalesce(l.number, u.number) AS number, coalesce(l.name, u.name) AS name,
       coalesce(l.size, 'unknown') AS size, coalesce(l.sole, 1) AS sole,
       CASE WHEN l.one_time = 1 OR u.one_time = 1 OR o.found IS NOT NULL THEN true ELSE false END
           AS is_one_time,
       coalesce(l.size IN ({SMALL}), false) AS is_small
  FROM (SELECT n.supplier_key, min(n.supplier_number) AS number, min(n.supplier) AS name,
               max(CASE WHEN o.found IS NOT NULL THEN 1 ELSE 0 END) AS one_time
          FROM named_suppliers AS n LEFT JOIN one_time AS o ON o.found = n.name_key
         GROUP BY n.supplier_key) AS u
  LEFT JOIN listed_suppliers AS l ON l.supplier_key = u.supplier_key
  LEFT JOIN one_time AS o ON o.found = l.name_key
"""

# By number and name as an invoice has them: what a row needs to know of its supplier.
SUPPLIED = """
SELECT n.supplier_number, n.supplier, n.supplier_key, u.is_one_time, u.is_small
  FROM named_suppliers AS n JOIN used_suppliers AS u ON u.supplier_key = n.supplier_key
"""

WHICH_IS_WHICH = (
    ("keyed_suppliers", KEYED),
    ("listed_suppliers", LISTED),
    ("suppliers_by_name", BY_NAME),
    ("named_suppliers", NAMED),
    ("used_suppliers", USED),
    ("supplied", SUPPLIED),
)


def know_suppliers(engine: Engine, one_time: Iterable[str]) -> None:
    """Work out of `suppliers`, `orders` and `invoices` which supplier is which."""
    names = sorted({*map(key_of, one_time)} - {""})
    engine.table("one_time", FOUND, [(name,) for name in names])
    for name, text in WHICH_IS_WHICH:
        engine.keep(name, text)
