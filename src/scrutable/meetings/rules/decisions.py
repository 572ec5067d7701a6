"""What stops a decision from being recorded: every fault with its remedy; pure."""

from collections.abc import Iterator
from datetime import date

from scrutable.kernel.wording import count_words, date_words
from scrutable.meetings import facts
from scrutable.meetings.facts import BodyKind, Counting, DecisionCase, Fault, KeyRoute
from scrutable.meetings.rules import clear_days, lifecycle
from scrutable.meetings.rules.deadlines import Law, count_of, counting_of
from scrutable.meetings.rules.planning import code_faults, route_faults


def faults_of_record(case: DecisionCase, law: Law) -> list[Fault]:
    """Return what stops a decision from being recorded, by its place."""
    record = case.record
    if record is None:
        return []
    return [
        *code_faults(record.code),
        *_day_faults(case, record, law),
        *_maker_faults(case, record),
        *_too_early(case, record, law),
        *_statement_faults(case, record),
        *_either_faults(case, record),
    ]


def faults_of_its_item(record: facts.DecisionRecord, item: facts.AgendaItem) -> list[Fault]:
    """Return why the decision cannot have been made under the agenda item."""
    found = []
    if record.meeting and item.meeting != record.meeting:
        said = f"{item.reference} is not on the agenda of {record.meeting}."
        found.append(Fault("Item", said, "Name an item of the meeting that decided."))
    if item.withdrawn:
        said = f"{item.reference} was withdrawn from the agenda."
        found.append(Fault("Item", said, "Put it back on the agenda, or name another."))
    return found


def _day_faults(case: DecisionCase, record: facts.DecisionRecord, law: Law) -> Iterator[Fault]:
    decided = date_words(record.decided_on)
    if record.decided_on > law.today:
        yield Fault("Decided on", f"{decided} has not come yet.", "Record it once it is made.")
    if case.meeting and record.meeting and case.meeting.on != record.decided_on:
        yield Fault(
            "Decided on",
            f"{record.meeting} was on {date_words(case.meeting.on)}, not on {decided}.",
            "Enter the day of the meeting, or name the meeting that decided.",
        )
    published = record.published_on
    if published and published < record.decided_on:
        yield Fault("Published on", f"It is before {decided}.", "Enter the day of publication.")
    if published and published > law.today:
        yield Fault(
            "Published on",
            f"{date_words(published)} has not come yet.",
            "Leave it empty until the record is published.",
        )


def _maker_faults(case: DecisionCase, record: facts.DecisionRecord) -> Iterator[Fault]:
    plan = case.planned
    if plan and plan.withdrawn_because:
        yield Fault(
            "Decision",
            f"{plan.code} was withdrawn from the forward plan.",
            "Enter it in the plan again before it is decided.",
        )
    if plan and plan.maker != record.maker:
        yield Fault(
            "Decided by",
            f"The forward plan names {plan.maker}, not {record.maker}.",
            "Record it for the body that was noticed, or change the plan first.",
        )
    if case.meeting and record.meeting and case.meeting.body != record.maker:
        yield Fault(
            "Meeting",
            f"{record.meeting} is a meeting of {case.meeting.body}, not of {record.maker}.",
            "Name a meeting of the body that decided.",
        )
    if case.meeting and record.meeting and case.meeting.state is facts.MeetingState.CANCELLED:
        yield Fault("Meeting", f"{record.meeting} was cancelled.", "Name the meeting that decided.")


def _too_early(case: DecisionCase, record: facts.DecisionRecord, law: Law) -> Iterator[Fault]:
    """Yield why a key decision may not be made on its day by its route, with the sum of days."""
    plan = case.planned
    if plan is None or not plan.is_key or not case.is_executive:
        return
    if plan.route is KeyRoute.SPECIAL_URGENCY:
        yield from _unagreed(plan, record)
        return
    yield from route_faults(case, law)
    if plan.noticed_on is None:
        yield Fault(
            "Notice",
            f"{plan.code} is a key decision and no notice of it was published.",
            "Publish its notice and wait (reg 9), or have scrutiny’s chair agree that it is urgent "
            "(reg 11).",
        )
        return
    earliest = lifecycle.earliest_day(plan, law.rules, law.notices)
    if earliest and record.decided_on < earliest:
        yield _sum_of_days(plan, record, earliest, law)
    told = plan.route_agreed_on
    if plan.route is KeyRoute.GENERAL_EXCEPTION and told and told > record.decided_on:
        yield Fault(
            "General exception",
            f"The chair was told on {date_words(told)}, after {date_words(record.decided_on)}.",
            "The chair is told first (reg 10): decide again, or record the day of the letter.",
        )


def _unagreed(plan: facts.PlannedDecision, record: facts.DecisionRecord) -> Iterator[Fault]:
    decided = date_words(record.decided_on)
    if not (plan.route_agreed_on and plan.route_agreed_by.strip() and plan.route_reason.strip()):
        yield Fault(
            "Special urgency",
            f"{plan.code} has no recorded agreement of scrutiny’s chair with its reason.",
            "Record who agreed, when and why it could not be deferred, or give notice and wait.",
        )
    elif plan.route_agreed_on > record.decided_on:
        yield Fault(
            "Special urgency",
            f"The chair agreed on {date_words(plan.route_agreed_on)}, after {decided}.",
            "The agreement comes first: decide again, or record the day on which it was given.",
        )


def _sum_of_days(
    plan: facts.PlannedDecision, record: facts.DecisionRecord, earliest: date, law: Law
) -> Fault:
    rule = law.rules[lifecycle.NOTICE_RULES[plan.route]]
    counting = counting_of(rule, law.notices) or Counting.CALENDAR
    needed = count_of(rule, law.notices)
    noticed, decided = plan.noticed_on or record.decided_on, record.decided_on
    between = clear_days.clear_days_between(noticed, decided, counting, law.notices.closed_days)
    other = (
        "take the general exception (reg 10) or special urgency (reg 11) with its reasons"
        if plan.route is KeyRoute.NOTICE
        else "have scrutiny’s chair agree that it is urgent (reg 11)"
    )
    return Fault(
        "Decided on",
        f"Notice was published on {date_words(noticed)}; between it and {date_words(decided)} lie "
        f"{count_words(between, 'clear day')}, counted in {counting} days, and {needed} are needed "
        f"({rule.source}).",
        f"Decide on {date_words(earliest)} or later, or {other}.",
    )


def _statement_faults(case: DecisionCase, record: facts.DecisionRecord) -> Iterator[Fault]:
    if not record.text.strip():
        yield Fault("Decision", "It is empty.", "Enter what was decided, word for word.")
    if not record.reasons.strip():
        yield Fault("Reasons", "None are given.", f"Enter the reasons ({_law_of(case)}).")


def _either_faults(case: DecisionCase, record: facts.DecisionRecord) -> Iterator[Fault]:
    """Yield where neither something nor “none” is said, or both."""
    pairs = (
        ("Alternatives", record.alternatives, record.none_considered),
        ("Interests", record.interests, record.no_interests),
        ("Dispensations", record.dispensations, record.no_dispensations),
    )
    asked = _asked_of(case)
    for place, text, none in pairs:
        if none and text.strip():
            yield Fault(place, "Both a text and “none” are given.", "Keep one of the two.")
        elif place in asked and not none and not text.strip():
            yield Fault(
                place,
                "Nothing is said.",
                f"Enter them, or say that there were none ({_law_of(case)}).",
            )


def _asked_of(case: DecisionCase) -> tuple[str, ...]:
    if case.is_executive:
        return ("Alternatives", "Interests", "Dispensations")
    return ("Alternatives", "Interests") if case.maker.kind is BodyKind.OFFICER else ()


def _law_of(case: DecisionCase) -> str:
    if case.is_executive:
        is_body = case.maker.kind is BodyKind.EXECUTIVE
        return f"SI 2012/2089 reg {12 if is_body else 13}"
    return "SI 2014/2095 reg 7" if case.maker.kind is BodyKind.OFFICER else "council’s practice"
