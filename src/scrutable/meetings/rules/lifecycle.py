"""What a decision owes from its notice to the end of its keeping, and how far it has come; pure."""

from dataclasses import replace
from datetime import date

from scrutable.meetings.facts import (
    BodyKind,
    CallInResult,
    Counting,
    Deadline,
    DeadlineKind,
    DeadlineRule,
    DecisionCase,
    KeyRoute,
    Notices,
    PlannedDecision,
    Result,
    Stage,
    Way,
)
from scrutable.meetings.rules import clear_days
from scrutable.meetings.rules.deadlines import (
    CALL_IN,
    Rules,
    count_of,
    counting_of,
    deadline,
    earliest_first,
)

NOTICE_RULES = {
    KeyRoute.NOTICE: "EA9-KEY",
    KeyRoute.GENERAL_EXCEPTION: "EA10-GENERAL",
    KeyRoute.SPECIAL_URGENCY: "EA11-URGENT",
}
RECORD_RULES = {
    "alone": ("EA12-RECORD", "EA16-MEMBERS", "EA21-DECISIONS6", "EA21-BACKGROUND4"),
    "executive": ("EA12-RECORD", "EA21-DECISIONS6", "EA21-BACKGROUND4"),
    "officer": ("OD7-RECORD", "OD8-DECISIONS6", "OD8-BACKGROUND4"),
    "meeting": ("LGA100C-MINUTES6", "LGA100D-BACKGROUND4"),
}


def of_decision(case: DecisionCase, rules: Rules, notices: Notices) -> list[Deadline]:
    """Return what a decision owes from its notice to the end of its keeping, earliest first."""
    if case.planned and case.planned.withdrawn_because and not case.record:
        return []
    found = [*_notices_of(case, rules, notices), *_record_of(case, rules, notices)]
    window = call_in_window(case, rules, notices)
    return earliest_first([*found, window] if window else found)


def _notices_of(case: DecisionCase, rules: Rules, notices: Notices) -> list[Deadline]:
    plan, event = case.planned, case.event_on
    if plan is None or not plan.is_key or event is None or not case.is_executive:
        return []
    rule = rules[NOTICE_RULES[plan.route]]
    is_urgent = plan.route is KeyRoute.SPECIAL_URGENCY
    done_on = plan.route_agreed_on if is_urgent else plan.noticed_on
    owed = deadline(rule, event, notices, about=case.reference, done_on=done_on)
    by, earliest = latest_notice(rule, event, notices), earliest_day(plan, rules, notices)
    found = [replace(owed, by=by, earliest=earliest)]
    if is_urgent and case.record and plan.route_agreed_on:
        found.append(_report_to_council(case, plan.route_agreed_on, rules, notices))
    return found


def _report_to_council(
    case: DecisionCase, agreed: date, rules: Rules, notices: Notices
) -> Deadline:
    rule = rules["EA19-REPORT"]
    return deadline(rule, agreed, notices, about=case.reference, done_on=case.reported_on)


def latest_notice(rule: DeadlineRule, event: date, notices: Notices) -> date:
    """Return the last day on which the rule's notice is in time for the event."""
    if rule.way not in (Way.NOTICE, Way.WAIT):
        return event
    counting = counting_of(rule, notices) or Counting.CALENDAR
    count = count_of(rule, notices)
    return clear_days.latest_notice_day(event, count, counting, notices.closed_days)


def earliest_day(plan: PlannedDecision, rules: Rules, notices: Notices) -> date | None:
    """Return the first day on which a key decision may be made by its route, None before notice."""
    if plan.route is KeyRoute.SPECIAL_URGENCY:
        return plan.route_agreed_on
    rule = rules[NOTICE_RULES[plan.route]]
    if plan.noticed_on is None:
        return None
    counting = counting_of(rule, notices) or Counting.CALENDAR
    count = count_of(rule, notices)
    return clear_days.earliest_event_day(plan.noticed_on, count, counting, notices.closed_days)


def _record_of(case: DecisionCase, rules: Rules, notices: Notices) -> list[Deadline]:
    record = case.record
    if record is None:
        return []
    names = RECORD_RULES[_record_kind(case)]
    return [
        deadline(
            rules[name],
            record.decided_on,
            notices,
            about=case.reference,
            done_on=record.published_on if rules[name].kind is DeadlineKind.DUE else None,
        )
        for name in names
    ]


def _record_kind(case: DecisionCase) -> str:
    if case.is_executive:
        return "executive" if case.maker.kind is BodyKind.EXECUTIVE else "alone"
    return "officer" if case.maker.kind is BodyKind.OFFICER else "meeting"


def is_callable(case: DecisionCase, notices: Notices) -> bool:
    """Test whether council policy lets scrutiny call the decision in."""
    if case.record is None or case.record.exempt_from_call_in:
        return False
    if case.maker.kind is BodyKind.OFFICER:
        return case.is_key and notices.officers_key_callable
    return case.maker.kind in notices.callable_makers


def call_in_window(case: DecisionCase, rules: Rules, notices: Notices) -> Deadline | None:
    """Return the window in which call-in may be asked; `by` is None before publication."""
    record = case.record
    if record is None or not is_callable(case, notices):
        return None
    window = deadline(rules[CALL_IN], record.published_on, notices, about=case.reference)
    free = clear_days.nth_day_after(window.by, 1, Counting.CALENDAR) if window.by else None
    return replace(window, earliest=free)


def stage(case: DecisionCase, rules: Rules, notices: Notices, as_at: date) -> Stage:
    """Return how far the decision has come on the day."""
    if case.record is None:
        return _stage_before(case, as_at)
    if case.record.result in (Result.REFUSED, Result.DEFERRED):
        return Stage.NOT_TAKEN
    if case.record.published_on is None or case.record.published_on > as_at:
        return Stage.DECIDED
    if case.record.carried_out_on is not None and case.record.carried_out_on <= as_at:
        return Stage.CARRIED_OUT
    return _stage_called(case) or _stage_window(case, rules, notices, as_at)


def _stage_before(case: DecisionCase, as_at: date) -> Stage:
    plan = case.planned
    if plan is None:
        return Stage.PLANNED
    if plan.withdrawn_because:
        return Stage.WITHDRAWN
    is_noticed = plan.noticed_on is not None and plan.noticed_on <= as_at
    return Stage.NOTICED if is_noticed else Stage.PLANNED


def _stage_called(case: DecisionCase) -> Stage | None:
    if case.call_in is None:
        return None
    if case.call_in.result is None:
        return Stage.CALLED_IN
    is_over = case.call_in.result is CallInResult.NO_ACTION
    return Stage.FREE if is_over else Stage.SENT_BACK


def _stage_window(case: DecisionCase, rules: Rules, notices: Notices, as_at: date) -> Stage:
    window = call_in_window(case, rules, notices)
    is_open = window is not None and window.by is not None and as_at <= window.by
    return Stage.CALL_IN_OPEN if is_open else Stage.FREE
