"""Devices against people, as `rules.devices` says it, over tables of any size."""

from datetime import date, timedelta

from scrutable.housekeeping.engine.judging import counted, findings_text, found
from scrutable.housekeeping.engine.keys import address_key, name_key, number_key
from scrutable.housekeeping.engine.running import Engine
from scrutable.housekeeping.facts import DeviceFault, DeviceFinding, DeviceLimits, DeviceLine

OWNED = f"""
WITH asked AS (SELECT CAST(? AS DATE) AS as_at),
matched AS (
    SELECT v.at_row, v.tag, v.last_seen, v.supported_until, v.is_encrypted, v.certificate,
           v.disposed_on, {name_key("v.kind")} AS kind_key,
           coalesce(n.person_id, d.person_id) AS person_id,
           CASE WHEN n.person_id IS NOT NULL THEN n.left_on ELSE d.left_on END AS left_on
      FROM devices AS v
      LEFT JOIN by_number AS n ON n.found_by = {number_key("v.number")}
      LEFT JOIN by_address AS d
        ON d.found_by = CASE WHEN n.person_id IS NULL THEN {address_key("v.address")} END
)
SELECT at_row, tag, person_id, kind_key, last_seen, supported_until, is_encrypted, certificate,
       CASE WHEN disposed_on IS NOT NULL THEN 'disposed' WHEN person_id IS NULL THEN 'nobody'
            WHEN left_on < as_at THEN 'leaver' ELSE 'held' END AS line
  FROM matched CROSS JOIN asked
"""

# Only among several of one kind has a device a place of its own; any other is the first.
JUDGED = """
WITH several AS (
    SELECT person_id, kind_key FROM owned_devices WHERE line = 'held'
     GROUP BY person_id, kind_key HAVING count(*) > 1
),
placed AS (
    SELECT o.at_row,
           row_number() OVER (PARTITION BY o.person_id, o.kind_key ORDER BY tag, at_row) AS place
      FROM owned_devices AS o
      JOIN several AS s ON s.person_id = o.person_id AND s.kind_key = o.kind_key
     WHERE o.line = 'held'
)
SELECT o.at_row, o.tag, o.person_id, o.last_seen, o.supported_until, o.is_encrypted, o.certificate,
       o.line, CASE WHEN o.line = 'held' THEN coalesce(p.place, 1) END AS place
  FROM owned_devices AS o LEFT JOIN placed AS p ON p.at_row = o.at_row
"""

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
FINDINGS = findings_text(
    "devices",
    "tag",
    "CAST(? AS DATE) AS as_at, CAST(? AS DATE) AS unseen_since, CAST(? AS INT) AS most",
    FAULTS,
)


def judge_devices(engine: Engine, *, as_at: date) -> None:
    """Judge the table `devices` into `judged_devices`, once `know_people` has run."""
    engine.keep("owned_devices", OWNED, [as_at])
    engine.keep("judged_devices", JUDGED)
    engine.drop("owned_devices")


def device_lines(engine: Engine) -> dict[DeviceLine, int]:
    """Return how many devices count on each line; together they are all devices."""
    return counted(engine, "devices", DeviceLine)


def keep_device_findings(engine: Engine, *, as_at: date, limits: DeviceLimits) -> None:
    """Find everything that is wrong, by row, then by fault, into the table `device_findings`."""
    asked = [as_at, as_at - timedelta(days=limits.unseen_days), limits.most_of_a_kind]
    engine.keep("device_findings", FINDINGS, asked)


def device_findings(engine: Engine) -> list[DeviceFinding]:
    """Return what was found wrong, by row, then by fault."""
    return [
        DeviceFinding(row, DeviceFault(fault), tag, person)
        for row, fault, tag, person in found(engine, "device_findings", "tag")
    ]
