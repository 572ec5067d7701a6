"""Accounts against people, as `rules.accounts` says it, over tables of any size."""

from datetime import date, timedelta

from scrutable.housekeeping.engine.keys import address_key, name_key, number_key
from scrutable.housekeeping.engine.running import Engine
from scrutable.housekeeping.facts import AccountFault, AccountFinding, AccountLine, LeaverRule
from scrutable.housekeeping.rules import close_by

OWNED = f"""
WITH asked AS (SELECT CAST(? AS DATE) AS as_at),
matched AS (
    SELECT a.at_row, a.login, a.is_enabled, a.account_class, a.last_sign_in, a.retained_until,
           CASE WHEN n.person_id IS NOT NULL THEN 1 WHEN d.person_id IS NOT NULL THEN 2
                WHEN w.person_id IS NOT NULL THEN 3 ELSE 4 END AS sureness,
           coalesce(n.person_id, d.person_id, w.person_id) AS person_id
      FROM accounts AS a
      LEFT JOIN by_number AS n ON n.found_by = {number_key("a.number")}
      LEFT JOIN by_address AS d
        ON d.found_by = CASE WHEN n.person_id IS NULL THEN {address_key("a.address")} END
      LEFT JOIN by_name AS w
        ON w.found_by = CASE WHEN n.person_id IS NULL AND d.person_id IS NULL
                             THEN {name_key("a.name")} END
)
SELECT m.at_row, m.login, m.sureness, m.person_id, m.last_sign_in, m.retained_until, s.left_on,
       coalesce(s.left_on < asked.as_at, false) AS has_left,
       CASE WHEN NOT m.is_enabled THEN 'disabled'
            WHEN m.account_class <> 'person' THEN m.account_class
            WHEN m.retained_until IS NOT NULL THEN 'retained'
            WHEN m.person_id IS NULL THEN 'nobody'
            WHEN s.left_on < asked.as_at THEN 'leaver' ELSE 'person' END AS line
  FROM matched AS m CROSS JOIN asked
  LEFT JOIN staff AS s ON s.person_id = m.person_id
"""

# Of the few who have several, every account after the first is a second one.
JUDGED = """
WITH several AS (
    SELECT person_id FROM owned_accounts
     WHERE line = 'person' GROUP BY person_id HAVING count(*) > 1
),
placed AS (
    SELECT o.at_row,
           row_number() OVER (PARTITION BY o.person_id ORDER BY sureness, login, at_row) AS place
      FROM owned_accounts AS o JOIN several AS s ON s.person_id = o.person_id
     WHERE o.line = 'person'
)
SELECT o.at_row, o.login, o.sureness, o.person_id, o.left_on, d.due_on, o.last_sign_in,
       o.retained_until, o.has_left, CASE WHEN p.place > 1 THEN 'second' ELSE o.line END AS line
  FROM owned_accounts AS o
  LEFT JOIN placed AS p ON p.at_row = o.at_row
  LEFT JOIN deadlines AS d ON d.left_on = o.left_on
"""

LINES = "SELECT line, count(*) FROM judged_accounts GROUP BY line ORDER BY line"

FAULTS = (
    (AccountFault.LEAVER_OPEN, "line = 'leaver' AND due_on < as_at"),
    (
        AccountFault.SIGNED_IN_AFTER,
        (
            "has_left AND last_sign_in > left_on"
            " AND line IN ('administrator', 'disabled', 'leaver', 'retained')"
        ),
    ),
    (AccountFault.SECOND_ACCOUNT, "line = 'second'"),
    (AccountFault.NOBODYS, "line = 'nobody'"),
    (AccountFault.RETAINED_WITHOUT_END, "line = 'retained' AND retained_until IS NULL"),
    (AccountFault.RETAINED_PAST, "line = 'retained' AND retained_until < as_at"),
    (
        AccountFault.IDLE,
        (
            "last_sign_in < idle_since"
            " AND line IN ('administrator', 'agency', 'partner', 'person', 'second')"
        ),
    ),
)
FINDINGS = (
    "WITH asked AS (SELECT CAST(? AS DATE) AS as_at, CAST(? AS DATE) AS idle_since)\n"
    + "\nUNION ALL\n".join(
        f"SELECT at_row, '{fault.value}' AS fault, login, person_id"
        f" FROM judged_accounts CROSS JOIN asked WHERE {condition}"
        for fault, condition in FAULTS
    )
)


def judge_accounts(engine: Engine, *, as_at: date, rule: LeaverRule) -> None:
    """Judge the table `accounts` into `judged_accounts`, once `know_people` has run."""
    left = engine.rows("SELECT DISTINCT left_on FROM staff WHERE left_on IS NOT NULL ORDER BY 1")
    days = [(day, close_by(day, rule)) for (day,) in left]
    engine.table("deadlines", (("left_on", "DATE"), ("due_on", "DATE")), days)
    engine.keep("owned_accounts", OWNED, [as_at])
    engine.keep("judged_accounts", JUDGED)


def account_lines(engine: Engine) -> dict[AccountLine, int]:
    """Return how many accounts count on each line; together they are all accounts."""
    counted = {AccountLine(line): int(number) for line, number in engine.rows(LINES)}
    return {line: counted.get(line, 0) for line in AccountLine}


def keep_account_findings(engine: Engine, *, as_at: date, idle_days: int) -> None:
    """Find everything that is wrong, by row, then by fault, into the table `account_findings`."""
    asked = [as_at, as_at - timedelta(days=idle_days)]
    engine.keep("account_findings", FINDINGS, asked)


def account_findings(engine: Engine) -> list[AccountFinding]:
    """Return what was found wrong, by row, then by fault."""
    found = engine.rows(
        "SELECT f.at_row, f.fault, f.login, coalesce(s.person, '') FROM account_findings AS f"
        " LEFT JOIN staff AS s ON s.person_id = f.person_id ORDER BY 1, 2"
    )
    return [
        AccountFinding(row, AccountFault(fault), login, person)
        for row, fault, login, person in found
    ]
