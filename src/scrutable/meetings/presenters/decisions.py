"""One decision as its page shows it: how far it has come, plan, record, call-in; pure."""

from collections.abc import Mapping, Sequence
from datetime import date

from scrutable.govuk.facts import Cell, Column, Table, Tag, Term
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import capital, date_words, list_words
from scrutable.meetings import facts
from scrutable.meetings.facts import (
    CallInResult,
    DecisionCase,
    KeyGround,
    KeyRoute,
    Result,
    Stage,
)
from scrutable.meetings.presenters.addresses import (
    body_address,
    meeting_address,
)
from scrutable.meetings.presenters.schedule import closure_reason

Names = Mapping[str, str]  # of bodies by their code
STAGE_TAGS: Mapping[Stage, Tag] = {
    Stage.PLANNED: Tag("Planned", "grey", "○"),
    Stage.NOTICED: Tag("Notice published", "blue", "○"),
    Stage.WITHDRAWN: Tag("Withdrawn", "grey", "×"),
    Stage.DECIDED: Tag("Decided, record not published", "yellow", "▲"),
    Stage.CALL_IN_OPEN: Tag("May be called in", "blue", "○"),
    Stage.CALLED_IN: Tag("Called in", "yellow", "▲"),
    Stage.SENT_BACK: Tag("Sent back by scrutiny", "red", "■"),
    Stage.FREE: Tag("May be carried out", "green", "●"),
    Stage.CARRIED_OUT: Tag("Carried out", "green", "●"),
    Stage.NOT_TAKEN: Tag("Refused or deferred", "grey", "×"),
}
ROUTE_WORDS: Mapping[KeyRoute, str] = {
    KeyRoute.NOTICE: "28 clear days’ notice (regulation 9)",
    KeyRoute.GENERAL_EXCEPTION: "General exception, 5 clear days (regulation 10)",
    KeyRoute.SPECIAL_URGENCY: "Special urgency (regulation 11)",
}
GROUND_WORDS: Mapping[KeyGround, str] = {
    KeyGround.MONEY: "significant spending or savings",
    KeyGround.COMMUNITIES: "significant effects in two or more divisions",
}
RESULT_WORDS: Mapping[Result, str] = {
    Result.AS_RECOMMENDED: "As recommended",
    Result.CHANGED: "Otherwise than recommended",
    Result.REFUSED: "Refused",
    Result.DEFERRED: "Deferred",
}
CALL_IN_WORDS: Mapping[CallInResult, str] = {
    CallInResult.NO_ACTION: "No action: it stands as it was made",
    CallInResult.RECONSIDER: "To be reconsidered by whoever made it",
    CallInResult.TO_COUNCIL: "Put to the full council",
}
NONE, UNSAID = "None", "Not recorded"


def decision_title(case: DecisionCase) -> str:
    """Return what the decision is about, in its plan's words or its record's."""
    if case.planned:
        return case.planned.matter
    first = (case.record.text if case.record else "").strip().splitlines()
    return first[0] if first else f"Decision {case.code}"


def stage_words(case: DecisionCase, stage: Stage, window: facts.Deadline | None) -> str:
    """Return in one sentence how far the decision has come and what may happen next."""
    record = case.record
    if record is None:
        return _words_before(case, stage)
    said = f"Decided on {date_words(record.decided_on)} by {case.maker.name}"
    if stage is Stage.CALL_IN_OPEN and window and window.by and window.earliest:
        until, free = date_words(window.by), date_words(window.earliest)
        return f"{said}. It may be called in until {until} and carried out from {free}."
    if stage is Stage.CARRIED_OUT and record.carried_out_on:
        return f"{said} and carried out on {date_words(record.carried_out_on)}."
    return f"{said}. {AFTER_WORDS.get(stage, '')}".strip()


AFTER_WORDS: Mapping[Stage, str] = {
    Stage.DECIDED: "Its record is not published yet.",
    Stage.CALLED_IN: "Scrutiny called it in: it is not carried out before that is heard.",
    Stage.SENT_BACK: "Scrutiny sent it back: it is not carried out as it stands.",
    Stage.FREE: "It may be carried out.",
    Stage.NOT_TAKEN: "Nothing is carried out.",
}


def _words_before(case: DecisionCase, stage: Stage) -> str:
    plan = case.planned
    if plan is None:
        return ""
    if stage is Stage.WITHDRAWN:
        return f"Withdrawn from the forward plan: {plan.withdrawn_because}"
    return f"To be decided {window_words(plan)} by {case.maker.name}."


def window_words(plan: facts.PlannedDecision) -> str:
    """Return when a decision is to be made.

    >>> from scrutable.meetings.facts import PlannedDecision
    >>> from datetime import date
    >>> day = date(2026, 7, 1)
    >>> window_words(PlannedDecision(code="I1", matter="", maker="", window_from=day,
    ...     window_to=day, owner=""))
    'on 1 July 2026'
    """
    first, last = date_words(plan.window_from), date_words(plan.window_to)
    return f"on {first}" if first == last else f"between {first} and {last}"


def maker_words(person: str, body: str) -> str:
    """Return who decides: the person with their office, each named once.

    >>> maker_words("Councillor N Rahimi, Leader", "Leader"), maker_words("", "The Executive")
    ('Councillor N Rahimi, Leader', 'The Executive')
    """
    if not person:
        return body
    return person if body in person else f"{person}, {body}"


def plan_terms(
    plan: facts.PlannedDecision, names: Names, members: Sequence[str] = ()
) -> tuple[Term, ...]:
    """Return items (a) to (h) of the notice and how the decision came to be noticed."""
    grounds = list_words([GROUND_WORDS[ground] for ground in plan.key_grounds])
    value = money_exact(plan.value_pounds) if plan.value_pounds is not None else UNSAID
    maker, at = names.get(plan.maker, plan.maker), body_address(plan.maker)
    found = [
        Term(label="Key decision", value=f"Yes: {grounds}" if plan.is_key else "No"),
        Term(label="Matter", value=plan.matter),
        Term(label="Decided by", value=maker_words(plan.maker_name, maker), href=at),
        *([Term(label="Its members", value=list_words(members))] if members else []),
        Term(label="When", value=capital(window_words(plan))),
        Term(label="Value", value=value),
        Term(label="Documents", value="; ".join(plan.documents) or "None listed"),
        Term(label="Copies from", value=plan.copies_at or UNSAID),
        Term(
            label="Other documents",
            value=f"May be submitted. To ask for them: {plan.requests_to or UNSAID}",
        ),
        Term(label="Brought by", value=plan.owner),
        Term(label="Considered", value=closure_reason(plan.closure)),
        Term(label="Notice published", value=_day(plan.noticed_on)),
    ]
    if plan.meeting:
        found.append(Term(label="Meeting", value=plan.meeting, href=meeting_address(plan.meeting)))
    return (*found, *(_route_terms(plan) if plan.is_key else ()))


def _day(day: date | None) -> str:
    return date_words(day) if day else "Not yet"


def _route_terms(plan: facts.PlannedDecision) -> tuple[Term, ...]:
    route = Term(label="Route", value=ROUTE_WORDS[plan.route])
    if plan.route is KeyRoute.NOTICE:
        return (route,)
    told = "Told" if plan.route is KeyRoute.GENERAL_EXCEPTION else "Agreed by"
    on = f" on {date_words(plan.route_agreed_on)}" if plan.route_agreed_on else ""
    return (
        route,
        Term(label="Why", value=plan.route_reason or UNSAID),
        Term(label=told, value=f"{plan.route_agreed_by or UNSAID}{on}"),
    )


def record_terms(record: facts.DecisionRecord, names: Names) -> tuple[Term, ...]:
    """Return the fields of a decision's record; each says “none” or what there was."""
    withheld = closure_reason(record.closure) if not record.closure.is_open else ""

    def closed(text: str, none: bool = False) -> str:  # noqa: FBT001, FBT002  (a local shorthand)
        return text or (NONE if none else withheld or UNSAID)

    maker, at = names.get(record.maker, record.maker), body_address(record.maker)
    found = [
        Term(label="Decided on", value=date_words(record.decided_on)),
        Term(label="Decided by", value=maker_words(record.maker_name, maker), href=at),
        Term(label="Decision", value=closed(record.text)),
        Term(label="Result", value=RESULT_WORDS[record.result]),
        Term(label="Reasons", value=closed(record.reasons)),
        Term(
            label="Alternatives considered and rejected",
            value=closed(record.alternatives, record.none_considered),
        ),
        Term(
            label="Interests declared",
            value=closed(record.interests, record.no_interests),
        ),
        Term(
            label="Dispensations",
            value=closed(record.dispensations, record.no_dispensations),
        ),
        Term(label="Record published", value=_day(record.published_on)),
    ]
    if not record.closure.is_open:
        found.append(Term(label="Openness", value=withheld))
    return (*found, *_links_of(record))


def _links_of(record: facts.DecisionRecord) -> list[Term]:
    found = []
    if record.meeting:
        at = meeting_address(record.meeting)
        found.append(Term(label="Meeting", value=record.meeting, href=at))
    if record.delegation:
        at = f"/delegations/{record.delegation.removeprefix('delegation/')}/"
        found.append(Term(label="Taken under", value=record.delegation, href=at))
    if record.exempt_from_call_in:
        found.append(Term(label="Not open to call-in", value=record.exempt_from_call_in))
    return found


def call_in_terms(call_in: facts.CallIn) -> tuple[Term, ...]:
    """Return who called a decision in, why, and what came of it."""
    found = [
        Term(label="Asked on", value=date_words(call_in.asked_on)),
        Term(label="Asked by", value=list_words(call_in.asked_by)),
        Term(label="Grounds", value=call_in.grounds),
    ]
    if call_in.result is None:
        return (*found, Term(label="Result", value="To be heard"))
    heard = Term(label="Heard in", value=call_in.heard_in, href=meeting_address(call_in.heard_in))
    result = Term(label="Result", value=CALL_IN_WORDS[call_in.result])
    return (*found, heard, result, Term(label="Reasons", value=call_in.reasons))


def course_table(case: DecisionCase, earliest: date | None, window: facts.Deadline | None) -> Table:
    """Return the steps of a decision in their order, each with its day."""
    plan, record = case.planned, case.record
    steps: list[tuple[str, date | None, str]] = []
    if plan:
        steps.append(("Notice published", plan.noticed_on, "Not yet"))
    if case.is_key:
        steps.append(("May be decided from", earliest, "Not before notice"))
    steps.append(("Decided", record.decided_on if record else None, "Not yet"))
    steps.append(("Record published", record.published_on if record else None, "Not yet"))
    if window:
        steps.append(("Call-in until", window.by, "Not before publication"))
    if case.call_in:
        steps.append(("Called in", case.call_in.asked_on, "Not yet"))
    steps.append(("Carried out", record.carried_out_on if record else None, "Not yet"))
    return Table(
        name="course",
        caption="Its course",
        columns=(Column("step", "Step"), Column("day", "Day")),
        rows=tuple((Cell(said), Cell(date_words(day) if day else no)) for said, day, no in steps),
        empty="Nothing has happened yet.",
    )
