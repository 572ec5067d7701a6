"""Devices against people, as `rules.devices` says it, over tables of any size."""

from datetime import date, timedelta

from scrutable.housekeeping.engine.keys import address_key, name_key, number_key
from scrutable.housekeeping.engine.running import Engine
from scrutable.housekeeping.facts import DeviceFault, DeviceFinding, DeviceLimits, DeviceLine

JUDGED = f"""
WITH asked AS (SELECT CAST(? AS DATE) AS as_at),
matched AS (
    SELECT v.*, coalesce(n.person, d.person) AS person, {name_key("v.kind")} AS kind_key
      FROM devices AS v
      LEFT JOIN by_number AS n ON n.found_by = {number_key("v.number")}
      LEFT JOIN by_address AS d ON d.found_by = {address_key("v.address")}
),
held AS (
    SELECT at_row, row_number() OVER (PARTITION BY person, kind_key ORDER BY tag, at_row) AS place
      FROM matched WHERE person IS NOT NULL AND disposed_on IS NULL
)
SELECT m.at_row, m.tag, m.person, h.place, m.last_seen, m.supported_until, m.is_encrypted,
       m.certificate,
       CASE WHEN m.disposed_on IS NOT NULL THEN 'disposed' WHEN m.person IS NULL THEN 'nobody'
            WHEN s.left_on < asked.as_at THEN 'leaver' ELSE 'held' END AS line
  FROM matched AS m CROSS JOIN asked
  LEFT JOIN held AS h ON h.at_row = m.at_row
  LEFT JOIN staff AS s ON s.person = m.person
"""

LINES = "SELECT line, count(*) FROM judged_devices GROUP BY line ORDER BY line"

FAULTS = (
    (
        DeviceFault.NO_CERTIFICATE,
        "line = 'disposed' AND trim(coalesce(certificate, '')) = ''",
    ),
    (DeviceFault.NOBODYS, "line = 'nobody'"),
    (DeviceFault.LEAVERS, "line = 'leaver'"),
    (DeviceFault.SEVERAL, "line = 'held' AND place > most"),
    (
        DeviceFault.NOT_SEEN,
        "line <> 'disposed' AND (last_seen IS NULL OR last_seen < unseen_since)",
    ),
    (DeviceFault.OUT_OF_SUPPORT, "line <> 'disposed' AND supported_until < as_at"),
    (DeviceFault.ENCRYPTION_UNKNOWN, "line <> 'disposed' AND is_encrypted IS NULL"),
    (DeviceFault.UNENCRYPTED, "line <> 'disposed' AND NOT is_encrypted"),
)
FINDINGS = (
    "WITH asked AS (SELECT CAST(? AS DATE) AS as_at, CAST(? AS DATE) AS unseen_since,"
    " CAST(? AS INT) AS most)\n"
    + "\nUNION ALL\n".join(
        f"SELECT at_row, '{fault.value}' AS fault, tag, coalesce(person, '') AS person"
        f" FROM judged_devices CROSS JOIN asked WHERE {condition}"
        for fault, condition in FAULTS
    )
    + "\nORDER BY 1, 2"
)


def judge_devices(engine: Engine, *, as_at: date) -> None:
    """Judge the table `devices` into `judged_devices`, once `know_people` has run."""
    engine.keep("judged_devices", JUDGED, [as_at])


def device_lines(engine: Engine) -> dict[DeviceLine, int]:
    """Return how many devices count on each line; together they are all devices."""
    counted = {DeviceLine(line): int(number) for line, number in engine.rows(LINES)}
    return {line: counted.get(line, 0) for line in DeviceLine}


def device_findings(engine: Engine, *, as_at: date, limits: DeviceLimits) -> list[DeviceFinding]:
    """Return everything that is wrong, by row, then by fault."""
    asked = (as_at, as_at - timedelta(days=limits.unseen_days), limits.most_of_a_kind)
    return [
        DeviceFinding(row, DeviceFault(fault), tag, person)
        for row, fault, tag, person in engine.rows(FINDINGS, asked)
    ]
