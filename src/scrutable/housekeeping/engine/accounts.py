"""Accounts against people, as `rules.accounts` says it, over tables of any size."""

from datetime import date, timedelta

from scrutable.housekeeping.engine.judging import counted, findings_text, found
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
           coalesce(n.person_id, d.person_id, w.person_id) AS person_id,
           CASE WHEN n.person_id IS NOT NULL THEN n.left_on
                WHEN d.person_id IS NOT NULL THEN d.left_on ELSE w.left_on END AS left_on
      FROM accounts AS a
      LEFT JOIN by_number AS n ON n.found_by = {number_key("a.number")}
      LEFT JOIN by_address AS d
        ON d.found_by = CASE WHEN n.person_id IS NULL THEN {address_key("a.address")} END
      LEFT JOIN by_name AS w
        ON w.found_by = CASE WHEN n.person_id IS NULL AND d.person_id IS NULL
                             THEN {name_key("a.name")} END
)
SELECT at_row, login, sureness, person_id, left_on, last_sign_in, retained_until,
       CASE WHEN NOT is_enabled THEN 'disabled'
            WHEN account_class <> 'person' THEN account_class
            WHEN retained_until IS NOT NULL THEN 'retained'
            WHEN person_id IS NULL THEN 'nobody'
            WHEN left_on < as_at THEN 'leaver' ELSE 'person' END AS line
  FROM matched CROSS JOIN asked
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
       o.retained_until, CASE WHEN p.place > 1 THEN 'second' ELSE o.line END AS line
  FROM owned_accounts AS o
  LEFT JOIN placed AS p ON p.at_row = o.at_row
  LEFT JOIN deadlines AS d ON d.left_on = o.left_on
"""

FAULTS = (
    (AccountFault.LEAVER_OPEN, "line = 'leaver' AND due_on < as_at"),
    (
        AccountFault.SIGNED_IN_AFTER,
        (
            "left_on < as_at AND last_sign_in > left_on"
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
FINDINGS = findings_text(
    "accounts", "login", "CAST(? AS DATE) AS as_at, CAST(? AS DATE) AS idle_since", FAULTS
)


def judge_accounts(engine: Engine, *, as_at: date, rule: LeaverRule) -> None:
    """Judge the table `accounts` into `judged_accounts`, once `know_people` has run."""
    left = engine.rows("SELECT DISTINCT left_on FROM staff WHERE left_on IS NOT NULL ORDER BY 1")
    days = [(day, close_by(day, rule)) for (day,) in left]
    engine.table("deadlines", (("left_on", "DATE"), ("due_on", "DATE")), days)
    engine.keep("owned_accounts", OWNED, [as_at])
    engine.keep("judged_accounts", JUDGED)
    engine.drop("owned_accounts")


def account_lines(engine: Engine) -> dict[AccountLine, int]:
    """Return how many accounts count on each line; together they are all accounts."""
    return counted(engine, "accounts", AccountLine)


def keep_account_findings(engine: Engine, *, as_at: date, idle_days: int) -> None:
    """Find everything that is wrong, by row, then by fault, into the table `account_findings`."""
    asked = [as_at, as_at - timedelta(days=idle_days)]
    engine.keep("account_findings", FINDINGS, asked)


def account_findings(engine: Engine) -> list[AccountFinding]:
    """Return what was found wrong, by row, then by fault."""
    return [
        AccountFinding(row, AccountFault(fault), login, person)
        for row, fault, login, person in found(engine, "account_findings", "login")
    ]
