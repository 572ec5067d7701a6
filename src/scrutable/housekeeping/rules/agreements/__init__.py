"""Agreements: terms and notice right to the day, and who let each run on; pure."""

from scrutable.housekeeping.rules.agreements import refusing as refusing
from scrutable.housekeeping.rules.agreements.approving import (
    agreement_policy,
    approver_of,
    wants_decision,
    worth,
)
from scrutable.housekeeping.rules.agreements.attending import agreements_attention
from scrutable.housekeeping.rules.agreements.days import last_day, months_until, notice_by
from scrutable.housekeeping.rules.agreements.fitting import refusals_beside
from scrutable.housekeeping.rules.agreements.running import (
    agreement_standing,
    approved_until,
    covered_from,
    every_time,
    ran_on,
)
from scrutable.housekeeping.rules.agreements.terms import (
    SHORT,
    act_by,
    as_stood,
    coming,
    ends_on,
    months_in_all,
    next_step,
    terms_of,
    told_by,
)

__all__ = [
    "SHORT",
    "act_by",
    "agreement_policy",
    "agreement_standing",
    "agreements_attention",
    "approved_until",
    "approver_of",
    "as_stood",
    "coming",
    "covered_from",
    "ends_on",
    "every_time",
    "last_day",
    "months_in_all",
    "months_until",
    "next_step",
    "notice_by",
    "ran_on",
    "refusals_beside",
    "refusing",
    "terms_of",
    "told_by",
    "wants_decision",
    "worth",
]
