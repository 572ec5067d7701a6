"""Changes to the forward plan, decision records and call-in."""

from dataclasses import asdict, replace
from datetime import date, datetime

from scrutable.audit.writes import Change, change
from scrutable.meetings import facts, models
from scrutable.meetings.reads import calendar, decisions, powers
from scrutable.meetings.rules import calling_in, planning
from scrutable.meetings.rules import decisions as rules
from scrutable.meetings.writes.calendar import law, said
from scrutable.meetings.writes.closures import closure_columns
from scrutable.meetings.writes.unfit import UnfitDecision


def plan_decision(
    *, planned: facts.PlannedDecision, by: str, at: datetime
) -> facts.PlannedDecision:
    """Enter a decision in the forward plan as it is from now on.

    Raises UnfitDecision with every fault, UnknownBody, UnknownMeeting.
    """
    with change(verb="decision_planned", subject=planned.reference, by=by, at=at) as under_way:
        known = under_way.number - 1
        case = decisions.case_with(planned, None, known)
        _refuse(planning.faults_of_plan(case, law(under_way)))
        try:
            under_way.before = said(asdict(decisions.planned_decision(planned.code, known)))
        except decisions.UnknownDecision:
            under_way.before = {}
        columns = asdict(planned) | closure_columns(planned.closure)
        columns |= {
            "key_grounds": [ground.value for ground in planned.key_grounds],
            "documents": list(planned.documents),
            "route": planned.route.value,
        }
        models.PlannedDecision.objects.create(**_kept(columns), event=under_way.number)
        under_way.after = said(_kept(columns))
    return replace(planned, version=under_way.number)


def record_decision(*, record: facts.DecisionRecord, by: str, at: datetime) -> facts.DecisionRecord:
    """Record a decision, or correct its record: the one that stood is kept.

    Raises UnfitDecision with every fault: a key decision before its route allows it, a record
    that lacks what the law asks. Raises UnknownBody, UnknownMeeting, UnknownItem,
    UnknownDelegation.
    """
    with change(verb="decision_recorded", subject=record.reference, by=by, at=at) as under_way:
        known = under_way.number - 1
        stands = decisions.decision_record(record.code, known, closed=True)
        planned = _planned(record.code, known)
        call_in = decisions.call_in(record.code, known)
        if record.delegation:
            powers.delegation(record.delegation.removeprefix("delegation/"), known)
        case = decisions.case_with(planned, record, known, call_in=call_in)
        _refuse(rules.faults_of_record(case, law(under_way)))
        if record.item:
            item = calendar.item_called(record.item, known)
            _refuse(rules.faults_of_its_item(record, item))
        under_way.before = said(asdict(stands)) if stands else {}
        carried_out = record.carried_out_on or (stands.carried_out_on if stands else None)
        return _store_record(replace(record, carried_out_on=carried_out), under_way)


def carry_out_decision(*, code: str, on: date, by: str, at: datetime) -> facts.DecisionRecord:
    """Record that a decision was carried out; raises UnfitDecision before call-in is over."""
    with change(verb="decision_carried_out", subject=f"decision/{code}", by=by, at=at) as under_way:
        case = decisions.case_of(code, under_way.number - 1, closed=True)
        _refuse(calling_in.faults_of_carrying_out(case, on, law(under_way)))
        if case.record is None:
            raise decisions.UnknownDecision(code)
        under_way.before = {"carried_out_on": None}
        return _store_record(replace(case.record, carried_out_on=on), under_way)


def call_in(*, call_in: facts.CallIn, by: str, at: datetime) -> facts.CallIn:
    """Record that scrutiny called a decision in; raises UnfitDecision, UnknownDecision."""
    subject = f"decision/{call_in.decision}"
    with change(verb="decision_called_in", subject=subject, by=by, at=at) as under_way:
        case = decisions.case_of(call_in.decision, under_way.number - 1)
        _refuse(calling_in.faults_of_call_in(case, call_in, law(under_way)))
        return _store_call_in(call_in, under_way)


def hear_call_in(
    *,
    decision: str,
    result: facts.CallInResult,
    heard_in: str,
    reasons: str,
    by: str,
    at: datetime,
) -> facts.CallIn:
    """Record what scrutiny made of a call-in.

    Raises UnfitDecision, UnknownDecision, UnknownMeeting.
    """
    subject = f"decision/{decision}"
    with change(verb="call_in_heard", subject=subject, by=by, at=at) as under_way:
        known = under_way.number - 1
        case = decisions.case_of(decision, known)
        heard = calendar.meeting(heard_in, known)
        body = calendar.body(heard.body, known)
        faults = calling_in.faults_of_hearing(case, heard, body, reasons, law(under_way))
        _refuse(faults)
        if case.call_in is None:
            raise decisions.UnknownDecision(decision)
        under_way.before = said(asdict(case.call_in))
        result_of = replace(case.call_in, result=result, heard_in=heard_in, reasons=reasons)
        return _store_call_in(result_of, under_way)


def _planned(code: str, known: int) -> facts.PlannedDecision | None:
    try:
        return decisions.planned_decision(code, known)
    except decisions.UnknownDecision:
        return None


def _store_record(record: facts.DecisionRecord, under_way: Change) -> facts.DecisionRecord:
    columns = asdict(record) | closure_columns(record.closure)
    columns |= {"result": record.result.value, "editions": list(record.editions)}
    models.DecisionRecord.objects.create(**_kept(columns), event=under_way.number)
    under_way.after = said(_kept(columns))
    return replace(record, version=under_way.number)


def _store_call_in(call_in: facts.CallIn, under_way: Change) -> facts.CallIn:
    columns = asdict(call_in)
    columns |= {
        "asked_by": list(call_in.asked_by),
        "result": call_in.result.value if call_in.result else "",
    }
    models.CallIn.objects.create(**_kept(columns), event=under_way.number)
    under_way.after = said(_kept(columns))
    return replace(call_in, version=under_way.number)


def _kept(columns: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in columns.items() if name not in ("version", "closure")}


def _refuse(faults: list[facts.Fault]) -> None:
    if faults:
        raise UnfitDecision(faults)
