"""Who is who, and what is wrong with accounts and devices: the truth, in a few lines each."""

from scrutable.housekeeping.rules.accounts import account_findings, close_by, judged_accounts
from scrutable.housekeeping.rules.agreements import (
    agreement_policy,
    approved_until,
    coming,
    ends_on,
    last_day,
    months_in_all,
    notice_by,
    ran_on,
    worth,
)
from scrutable.housekeeping.rules.changes import Changes, changes
from scrutable.housekeeping.rules.devices import device_findings, judged_devices
from scrutable.housekeeping.rules.handling import by_snapshot, standing_of
from scrutable.housekeeping.rules.keys import address_key, name_key, number_key
from scrutable.housekeeping.rules.orders import order_findings
from scrutable.housekeeping.rules.people import Staff, person_key, staff

__all__ = [
    "Changes",
    "Staff",
    "account_findings",
    "address_key",
    "agreement_policy",
    "approved_until",
    "by_snapshot",
    "changes",
    "close_by",
    "coming",
    "device_findings",
    "ends_on",
    "judged_accounts",
    "judged_devices",
    "last_day",
    "months_in_all",
    "name_key",
    "notice_by",
    "number_key",
    "order_findings",
    "person_key",
    "ran_on",
    "staff",
    "standing_of",
    "worth",
]
