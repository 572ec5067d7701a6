"""What of each product is in use, as `rules.licences` says it, over millions of deployments."""

from collections.abc import Mapping
from datetime import date, timedelta

from scrutable.housekeeping.engine.keys import address_key, name_key
from scrutable.housekeeping.engine.running import Engine
from scrutable.housekeeping.facts import (
    Consumption,
    Entitlement,
    GapWhy,
    Inventoried,
    LicenceGap,
    Licensed,
    Metric,
)

ENTITLEMENTS = """
SELECT at_row, agreement, product, metric, quantity, pack_size, starts_on, ends_on,
       yearly_pence, once_pence
  FROM entitlements ORDER BY at_row
"""

# Few names stand in millions of rows: each is known once, and joins and groups go by a number.
SAID = f"""
SELECT judged.*, dense_rank() OVER (ORDER BY product, metric, standing) AS line
  FROM (SELECT d.said, d.said_metric, coalesce(n.product, d.said_key) AS product,
               CASE WHEN d.said_metric <> '' THEN d.said_metric
                    ELSE coalesce(n.metric, '') END AS metric,
               coalesce(n.least_cores, 0) AS least_cores,
               CASE WHEN n.product IS NULL THEN '{GapWhy.UNRECOGNISED.value}'
                    WHEN NOT n.needs_licence THEN 'free'
                    WHEN d.said_metric = '' AND n.metric = '' THEN '{GapWhy.NO_METRIC.value}'
                    ELSE 'counted' END AS standing
          FROM (SELECT DISTINCT coalesce(product, '') AS said, coalesce(metric, '') AS said_metric,
                       {name_key("product")} AS said_key FROM deployments) AS d
          LEFT JOIN licensed AS n ON n.found_by = d.said_key) AS judged
"""

LINES = """
SELECT DISTINCT line, product, metric, least_cores FROM said WHERE standing = 'counted'
"""

CONSUMED = f"""
WITH asked AS (SELECT CAST(? AS DATE) AS idle_since),
counted AS (
    SELECT s.line, d.cores, d.peak, d.seen,
           CASE WHEN s.metric = '{Metric.CONCURRENT.value}' THEN 'all'
                WHEN s.metric = '{Metric.USER.value}' THEN {address_key("d.login")}
                ELSE {address_key("d.tag")} END AS unit
      FROM deployments AS d
      JOIN said AS s ON s.said = coalesce(d.product, '') AND s.said_metric = coalesce(d.metric, '')
     WHERE s.standing = 'counted'
),
units AS (
    SELECT line, unit, max(cores) AS cores, max(peak) AS peak, max(seen) AS seen,
           count(*) AS of_unit
      FROM counted GROUP BY line, unit
)
SELECT l.product, l.metric,
       sum(CASE WHEN unit = '' THEN 0
                WHEN l.metric = '{Metric.CORE.value}'
                THEN greatest(l.least_cores, coalesce(cores, 0))
                WHEN l.metric = '{Metric.CONCURRENT.value}' THEN coalesce(peak, 0)
                ELSE 1 END) AS number,
       sum(of_unit) AS in_all,
       sum(CASE WHEN unit = '' THEN of_unit
                WHEN l.metric = '{Metric.CORE.value}' AND cores IS NULL THEN of_unit
                WHEN l.metric = '{Metric.CONCURRENT.value}' AND peak IS NULL THEN of_unit
                ELSE 0 END) AS uncounted,
       sum(CASE WHEN unit <> '' AND seen < idle_since
                 AND l.metric IN ('{Metric.USER.value}', '{Metric.DEVICE.value}')
                THEN 1 ELSE 0 END) AS idle
  FROM units JOIN licensed_lines AS l ON l.line = units.line CROSS JOIN asked
 GROUP BY l.product, l.metric ORDER BY l.product, l.metric
"""

GAPS = f"""
SELECT s.product, s.standing, min(s.said) AS title, count(*) AS of_product
  FROM deployments AS d
  JOIN said AS s ON s.said = coalesce(d.product, '') AND s.said_metric = coalesce(d.metric, '')
 WHERE s.standing IN ('{GapWhy.UNRECOGNISED.value}', '{GapWhy.NO_METRIC.value}')
 GROUP BY s.product, s.standing ORDER BY s.product, s.standing
"""

INVENTORIED = f"""
SELECT count(*), count(t.tag)
  FROM (SELECT DISTINCT {address_key("tag")} AS tag FROM devices
         WHERE disposed_on IS NULL AND {address_key("tag")} <> '') AS d
  LEFT JOIN (SELECT DISTINCT {address_key("tag")} AS tag FROM deployments) AS t ON t.tag = d.tag
"""


def entitlements(engine: Engine) -> list[Entitlement]:
    """Return the table `entitlements`, by row; a price below nought is none."""
    return [
        Entitlement(
            row=row,
            agreement=agreement,
            product=product,
            metric=Metric(metric),
            quantity=quantity,
            pack_size=pack_size,
            starts_on=starts_on,
            ends_on=ends_on,
            yearly_pence=_price(yearly),
            once_pence=_price(once),
        )
        for row, agreement, product, metric, quantity, pack_size, starts_on, ends_on, yearly, once
        in engine.rows(ENTITLEMENTS)
    ]  # fmt: skip


def _price(pence: int | None) -> int | None:
    return None if pence is None or pence < 0 else pence


def know_licensed(engine: Engine, known: Mapping[str, Licensed]) -> None:
    """Work out which products of the table `deployments` are recognised, and how each counts."""
    columns = (
        ("found_by", "VARCHAR"),
        ("product", "VARCHAR"),
        ("metric", "VARCHAR"),
        ("least_cores", "BIGINT"),
        ("needs_licence", "BOOLEAN"),
    )
    rows = [
        (
            said,
            one.product,
            one.metric.value if one.metric else "",
            one.least_cores,
            one.needs_licence,
        )
        for said, one in sorted(known.items())
    ]
    engine.table("licensed", columns, rows)
    engine.keep("said", SAID)
    engine.keep("licensed_lines", LINES)


def licence_consumption(engine: Engine, *, as_at: date, idle_days: int) -> list[Consumption]:
    """Return how much is in use, by product and metric, once `know_licensed` has run."""
    asked = [as_at - timedelta(days=idle_days)]
    return [
        Consumption(
            product=product,
            metric=Metric(metric),
            number=int(number),
            rows=int(in_all),
            uncounted=int(uncounted),
            idle=int(idle),
        )
        for product, metric, number, in_all, uncounted, idle in engine.rows(CONSUMED, asked)
    ]


def licence_gaps(engine: Engine, *, as_at: date) -> list[LicenceGap]:
    """Return the products that were not assessed at all, by product and reason."""
    return [
        LicenceGap(
            as_at=as_at, product=product, why=GapWhy(why), title=title.strip(" "), rows=int(rows)
        )
        for product, why, title, rows in engine.rows(GAPS)
    ]


def deployed(engine: Engine) -> tuple[int, int]:
    """Return how many rows the deployments have and how many products they speak of."""
    found = engine.rows(
        "SELECT (SELECT count(*) FROM deployments), (SELECT count(DISTINCT product) FROM said)"
    )
    return int(found[0][0]), int(found[0][1])


def inventoried(engine: Engine) -> Inventoried:
    """Return of how many of the table `devices` the deployments speak; what was disposed of not."""
    devices, seen = engine.rows(INVENTORIED)[0]
    return Inventoried(devices=int(devices), inventoried=int(seen))
