"""What each setting of a policy is called, and the words that some of them take; pure."""

from collections.abc import Mapping

from scrutable.kernel.wording import capital, list_words

LABELS: Mapping[str, str] = {
    "trailing_months": "Months that a KPI’s record reaches back",
    "least_run": "Misses in a row that reports tell as a run",
    "misses.entry_misses": "Misses in a row that put a KPI on the list",
    "misses.mitigated_counts": "A miss under mitigation counts as a miss",
    "misses.exit": "What takes a KPI that kept missing off the list",
    "misses.gravity": "How grave a KPI that keeps missing is",
    "below_minimum.entry_misses": "Months below minimum that put a KPI on the list",
    "below_minimum.mitigated_counts": "A month below minimum counts under mitigation too",
    "below_minimum.exit": "What takes a KPI that was below minimum off the list",
    "below_minimum.gravity": "How grave a KPI below minimum is",
    "mitigation.longest_months": "Months after which a mitigation needs a look",
    "mitigation.most_renewals": "Renewals after which a mitigation needs a look",
    "mitigation.most_slips": "Slips of its fix after which a mitigation needs a look",
    "mitigation.lapse_within_days": "Days before a mitigation lapses that it is named",
    "late_return.grave_after_days": "Days after which a late return is serious",
    "forecast.breach_within_months": "Months ahead that a breach by the trend is named",
    "money.credit_pounds": "Service credit of a month, in pounds, that needs a look",
    "dates.notice_within_days": "Days before the last day to give notice that it is named",
    "dates.exercise_within_days": "Days before an extension must be taken up that it is named",
    "dates.end_within_days": "Days before a contract ends that it is named",
    "powers.refused_for_days": "Days for which a refused use of a delegation is named",
    "powers.expires_within_days": "Days before a delegation expires that it is named",
    "amber_after_days": "Days behind either baseline from which a go-live is amber by its dates",
    "report_code": "What reports on the whole of it are numbered under",
    "silent_after_days": "Days without a status from which a project needs a look",
    "red_after_days": "Days behind from which it is red",
    "measured_within_days": "Days after which a benefit that is to be measured is overdue",
    "behind_points": "Hundredths short of the line to its target that are let pass",
    "pounds_unverified": "Pounds a year, verified by nobody, that need a look",
    "beyond_way_percent": "Percent of the way to its target beyond which a value is named",
    "beyond_pounds_percent": "Percent of the pounds promised beyond which pounds taken are named",
    "unverified_after_days": "Days after they were measured that they are named",
    "gravity": "How grave a benefit behind, unmeasured or unverified is",
    "claimed_twice.gravity": "How grave a saving claimed by two projects is",
    "value_percent": "Share of contract value, in percent, from which a supplier is named",
    "priority_percent": "Share of priority projects, in percent, from which a supplier is named",
    "critical_percent": "Share of critical services, in percent, from which a supplier is named",
    "rise_points": "Rise of a share of value within a year, in percentage points, that is named",
    "named.gravity": "How grave it is that much hangs on one supplier",
    "named.owner": "Who looks after how much hangs on whom",
    "fewest_projects": "Fewest projects or critical services by which a supplier is named",
    "powers.used_percent": "Share of a delegation’s limit, in percent, from which it is named",
    "powers.answer_within_days": "Days before an answer to scrutiny is due that it is named",
    "capacity.vacant_after_days": "Days after which a vacant post is named",
    "capacity.interim_after_days": "Days after which a post held for the time being is named",
    "capacity.unmeasured_after_days": "Days after people came back that their loss is to be known",
    "processes.unused_after_days": "Days for which a feature is paid before it is looked at",
    "processes.unused_below_percent": "Share of users, in percent, below which it is named",
    "strategies.review_within_days": "Days before a strategy’s review is due that it is named",
    "strategies.overdue_serious_after_days": "Days overdue after which a look back is serious",
    "exempt_categories": "Categories of invoices that need no order, one a line",
    "limits": "Who may approve how many pounds, one a line, such as Head of ICT: 50000",
    "one_time_suppliers": "Suppliers that are to be used once only, one a line",
    "any.gravity": "How grave a finding of any other kind is",
    "signed_in_after.gravity": "How grave an account used after its owner left is",
    "unencrypted.gravity": "How grave a device that is not encrypted is",
    "idle.gravity": "How grave an account that is not used is",
    "several.gravity": "How grave a device more than somebody is to have is",
    "longest_explanation_days": "Days for which a finding is explained at most",
    "answer_within_days": "Days within which a finding is to be fixed or explained",
    "names_days": "Days after which the name of what a finding is gone of may be erased",
    "split_days": "Days within which orders of one approver with one supplier count together",
    "pay_days": "Days within which an invoice is paid",
    "pay_small_days": "Days within which an invoice of a small or medium supplier is paid",
    "leavers": "By when a leaver’s account is closed",
    "leavers_days": "Days after the last one at work, where it is within some days",
    "idle_days": "Days without a sign-in after which an account is idle",
    "unseen_days": "Days unseen after which a device is asked after",
    "most_of_a_kind": "Devices of one kind that one person may hold",
    "extract_days": "Days after which the rows of an extract are deleted",
    "stale_days": "Days after which the sums of the estate carry a warning",
    "behind.gravity": "How grave an initiative behind its line is",
    "past_due.gravity": "How grave an initiative past its day is",
    "not_measured.gravity": "How grave an initiative is that no snapshot measures",
    "ending_months": "Months ahead that the end of an entitlement is named",
    "statement_wrong.gravity": "How grave a signed statement is that no longer agrees",
    "not_signed.gravity": "How grave a licence position is that nobody signed",
    "commitments.overdue.gravity": "How grave an overdue commitment is",
    "commitments.overdue.graver_after_days": "Days late after which it is one graver",
    "commitments.due_soon.within_days": "Days before a commitment is due that it is named",
    "commitments.due_soon.gravity": "How grave a commitment that is soon due is",
    "commitments.answered.after_days": "Days after its answer that an open commitment is named",
    "commitments.answered.gravity": "How grave an answer not put to the committee is",
    "commitments.closed_unagreed.gravity": "How grave a closure without agreement is",
    "commitments.nobody_named.gravity": "How grave a commitment is that nobody is named for",
    "commitments.question.after_days": "Days after which a member’s unanswered question is named",
    "commitments.question.gravity": "How grave a member’s unanswered question is",
    "commitments.chasing.before_days": "Days before a commitment is due that a letter goes",
    "commitments.chasing.every_days": "Days between two letters about a commitment",
    "fewest_months": "Fewest measured months that give a forecast",
    "most_months": "Months that the trend looks back",
    "spread": "Width of the fan, in standard errors of a month",
    "closed_days": "Days closed beside weekends and bank holidays, such as 2026-12-29",
    "key_decision_pounds": "Spending or savings, in pounds, that make a decision key",
    "warn_within_days": "Days before a notice is due that it is named",
    "counting.LGA100B-AGENDA": "Clear days before a meeting (5, agenda)",
    "counting.EA5-PRIVATE1": "Clear days before a private meeting (28, first notice)",
    "counting.EA5-PRIVATE2": "Clear days before a private meeting (5, second notice)",
    "counting.EA6-PUBLIC": "Clear days before a meeting of the executive (5, agenda)",
    "counting.EA9-KEY": "Clear days before a key decision (28)",
    "counting.EA10-GENERAL": "Clear days under the general exception (5)",
    "counting.EA17-OS": "Clear days to give scrutiny a document (10)",
    "counting.LGA9F-CALLIN": "Days of the call-in window",
    "call_in.days": "Days after publication in which call-in may be asked for",
    "call_in.requisitioners": "Members who must ask for a call-in",
    "call_in.makers": "Who decides what may be called in: executive, executive_member, committee",
    "call_in.key_of_officers": "Key decisions of officers may be called in",
    "look_within_days": "Days before a look at outcomes that it is named",
    "placed_within_days": "Days before a look by which it is to be in the work programme",
    "evidence_within_days": "Days after which an outcome is to have evidence",
    "graver_after_days": "Days after which a late look or hand-over is graver",
    "look_overdue.gravity": "How grave a look that is overdue is",
    "not_placed.gravity": "How grave a look is that no work programme holds",
    "no_evidence.gravity": "How grave an outcome without any evidence is",
    "evidence_since.gravity": "How grave it is that evidence came after the judgement",
    "hand_over_late.gravity": "How grave a project handed over late is",
    "apply_within_days": "Days after which a lesson is to be applied where it should be",
    "not_applied.gravity": "How grave a lesson is that was not applied",
    "notice_within_days": "Days before somebody must decide on an agreement that it is named",
    "end_within_days": "Days before an end that nothing follows that it is named",
    "cure_within_days": "Days after an agreement began to run on by which its cure is done",
    "approval.head_of_service.from_pounds": "Pounds of a term from which the first approve it",
    "approval.head_of_service.who": "The first who approve a term",
    "approval.head_of_service.decision": "Their approval takes a recorded decision",
    "approval.director.from_pounds": "Pounds of a term from which the second approve it",
    "approval.director.who": "The second who approve a term",
    "approval.director.decision": "The approval of the second takes a recorded decision",
    "approval.executive.from_pounds": "Pounds of a term from which the third approve it",
    "approval.executive.who": "The third who approve a term",
    "approval.executive.decision": "The approval of the third takes a recorded decision",
    "notice_due.gravity": "How grave a day to decide on an agreement is",
    "ends_soon.gravity": "How grave an end that nothing follows is",
    "runs_on.gravity": "How grave an agreement that runs on without approval is",
    "recurred.gravity": "How grave one that runs on again is",
    "not_cured.gravity": "How grave a cause or cure not recorded or not done is",
    "no_decision.gravity": "How grave a term is that names no decision",
    "name": "The council’s name",
    "board": "The body that reports go to",
    "contact": "Where readers may write",
    "colour": "Colour of the council’s name",
}
COUNTING = {"working": "Working days only", "calendar": "Every day of the calendar"}
CHOICES: Mapping[str, Mapping[str, str]] = {
    "counting": COUNTING,
    "exit": {"met": "A month that meets the target", "not_missed": "Any month without a miss"},
    "leavers": {
        "last_day": "On the last day",
        "next_working_day": "On the next working day",
        "within_days": "Within some days",
    },
    "gravity": {"note": "Note", "concern": "Concern", "serious": "Serious", "grave": "Grave"},
}


def label(key: str) -> str:
    """Return what the setting is called.

    >>> label("misses.entry_misses"), label("passed_over")
    ('Misses in a row that put a KPI on the list', 'Passed over')
    """
    return LABELS.get(key, capital(key.replace(".", ": ").replace("_", " ")))


def choices(key: str) -> Mapping[str, str]:
    """Return the values that the setting takes, each with its words; none where any will do."""
    table, _, last = key.rpartition(".")
    return CHOICES.get(last) or CHOICES.get(table, {})


def setting_words(key: str, value: object) -> str:
    """Return one setting in words; an empty one says so.

    >>> setting_words("misses.exit", "met"), setting_words("x", True), setting_words("contact", "")
    ('A month that meets the target', 'Yes', 'Not set')
    """
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, (list, tuple)):
        return list_words([str(one).replace("_", " ") for one in value]) or "None"
    text = str(value)
    return choices(key).get(text, text) if text.strip() else "Not set"
