"""The forward plan, decision records and call-in, as known at an event.

The words of a record that is exempt or confidential are left out unless `closed` asks for them.
"""

from dataclasses import replace
from datetime import date

from scrutable.audit.reads import as_known
from scrutable.meetings import facts, models
from scrutable.meetings.facts.codes import yearly_code
from scrutable.meetings.reads import calendar
from scrutable.meetings.reads.closures import closure_of, withheld_words
from scrutable.meetings.reads.yearly import of_code


class UnknownDecision(Exception):
    """No decision has this code."""

    def __init__(self, code: str) -> None:
        super().__init__(
            f"There is no decision {code}. Look for its code, such as I017909, in the forward plan."
        )


def planned_decisions(known: int) -> list[facts.PlannedDecision]:
    """Return the forward plan by window and code, withdrawn entries and taken decisions too."""
    rows = as_known(models.PlannedDecision.objects.all(), known)
    return [_planned(row) for row in rows.order_by("window_from", "code")]


def planned_decision(code: str, known: int) -> facts.PlannedDecision:
    """Return one entry of the forward plan; raises UnknownDecision."""
    row = as_known(models.PlannedDecision.objects.filter(code=code), known).first()
    if row is None:
        raise UnknownDecision(code)
    return _planned(row)


def decision_records(
    known: int, *, edition: str | None = None, closed: bool = False
) -> list[facts.DecisionRecord]:
    """Return records, the newest decision first; `edition` keeps those taken on that report."""
    rows = as_known(models.DecisionRecord.objects.all(), known).order_by("-decided_on", "code")
    found = [_record(row, closed=closed) for row in rows]
    return [one for one in found if edition is None or edition in one.editions]


def decision_record(code: str, known: int, *, closed: bool = False) -> facts.DecisionRecord | None:
    """Return the record of a decision, None before it is made."""
    row = as_known(models.DecisionRecord.objects.filter(code=code), known).first()
    return _record(row, closed=closed) if row else None


def call_in(code: str, known: int) -> facts.CallIn | None:
    """Return the call-in of a decision, None where there was none."""
    row = as_known(models.CallIn.objects.filter(decision=code), known).first()
    return _call_in(row) if row else None


def call_ins(known: int) -> dict[str, facts.CallIn]:
    """Return every call-in by the code of its decision."""
    rows = as_known(models.CallIn.objects.all(), known).order_by("decision")
    return {row.decision: _call_in(row) for row in rows}


def case_of(code: str, known: int, *, closed: bool = False) -> facts.DecisionCase:
    """Return a decision with all that its rules ask of; raises UnknownDecision, UnknownBody."""
    row = as_known(models.PlannedDecision.objects.filter(code=code), known).first()
    planned = _planned(row) if row else None
    record = decision_record(code, known, closed=closed)
    either = record or planned
    if either is None:
        raise UnknownDecision(code)
    return case_with(planned, record, known, call_in=call_in(code, known))


def case_with(
    planned: facts.PlannedDecision | None,
    record: facts.DecisionRecord | None,
    known: int,
    *,
    call_in: facts.CallIn | None = None,
) -> facts.DecisionCase:
    """Return the case of a plan and a record, of which one may still be about to be kept."""
    either = record or planned
    if either is None:
        raise ValueError("a case needs a plan or a record")
    meeting = either.meeting or (planned.meeting if planned else "")
    return facts.DecisionCase(
        code=either.code,
        maker=calendar.body(either.maker, known),
        planned=planned,
        record=record,
        call_in=call_in,
        meeting=calendar.meeting(meeting, known) if meeting else None,
        delegated_by=_delegated_by(record, known) if record else None,
        reported_on=_reported_on(record, known) if record else None,
    )


def cases(known: int, *, closed: bool = False) -> list[facts.DecisionCase]:
    """Return every decision, planned or made, in a handful of queries, by code."""
    plans = {plan.code: plan for plan in planned_decisions(known)}
    records = {record.code: record for record in decision_records(known, closed=closed)}
    called = call_ins(known)
    bodies = {body.code: body for body in calendar.bodies(known)}
    meetings = {meeting.code: meeting for meeting in calendar.meetings(known)}
    kinds = {
        f"delegation/{yearly_code(row.year, row.number)}": bodies[row.body].kind
        for row in as_known(models.Delegation.objects.all(), known)
        if row.body in bodies
    }
    found = []
    for code in sorted({*plans, *records}):
        planned, record = plans.get(code), records.get(code)
        meeting = (record.meeting if record else "") or (planned.meeting if planned else "")
        is_urgent = planned is not None and planned.route is facts.KeyRoute.SPECIAL_URGENCY
        found.append(
            facts.DecisionCase(
                code=code,
                maker=bodies[record.maker if record else plans[code].maker],
                planned=planned,
                record=record,
                call_in=called.get(code),
                meeting=meetings.get(meeting),
                delegated_by=kinds.get(record.delegation) if record else None,
                reported_on=_reported_on(record, known) if record and is_urgent else None,
            )
        )
    return found


def _delegated_by(record: facts.DecisionRecord, known: int) -> facts.BodyKind | None:
    """Return the kind of body that gave the power under which it was decided."""
    rows = of_code(models.Delegation.objects.all(), record.delegation.removeprefix("delegation/"))
    row = as_known(rows, known).first()
    return calendar.body(row.body, known).kind if row else None


def _reported_on(record: facts.DecisionRecord, known: int) -> date | None:
    """Return when the decision came before the full council, as its paper on an agenda."""
    codes = [item.meeting for item in calendar.items_with(record.reference, known)]
    rows = as_known(models.Meeting.objects.filter(code__in=codes), known)
    council = [body.code for body in calendar.bodies(known) if body.kind is facts.BodyKind.COUNCIL]
    rows = rows.filter(body__in=council, on__gte=record.decided_on).order_by("on")
    return rows.values_list("on", flat=True).first()


def _planned(row: models.PlannedDecision) -> facts.PlannedDecision:
    return facts.PlannedDecision(
        code=row.code,
        matter=row.matter,
        maker=row.maker,
        maker_name=row.maker_name,
        key_grounds=tuple(facts.KeyGround(ground) for ground in row.key_grounds),
        value_pounds=row.value_pounds,
        window_from=row.window_from,
        window_to=row.window_to,
        owner=row.owner,
        meeting=row.meeting,
        documents=tuple(row.documents),
        copies_at=row.copies_at,
        requests_to=row.requests_to,
        closure=closure_of(row),
        noticed_on=row.noticed_on,
        route=facts.KeyRoute(row.route),
        route_reason=row.route_reason,
        route_agreed_by=row.route_agreed_by,
        route_agreed_on=row.route_agreed_on,
        withdrawn_because=row.withdrawn_because,
        version=row.event,
    )


def _record(row: models.DecisionRecord, *, closed: bool) -> facts.DecisionRecord:
    found = facts.DecisionRecord(
        code=row.code,
        decided_on=row.decided_on,
        maker=row.maker,
        maker_name=row.maker_name,
        meeting=row.meeting,
        item=row.item,
        text=row.text,
        result=facts.Result(row.result),
        reasons=row.reasons,
        alternatives=row.alternatives,
        none_considered=row.none_considered,
        interests=row.interests,
        no_interests=row.no_interests,
        dispensations=row.dispensations,
        no_dispensations=row.no_dispensations,
        closure=closure_of(row),
        editions=tuple(row.editions),
        delegation=row.delegation,
        published_on=row.published_on,
        exempt_from_call_in=row.exempt_from_call_in,
        carried_out_on=row.carried_out_on,
        version=row.event,
    )
    if closed or found.closure.is_open:
        return found
    bare = replace(found, text="", reasons="", alternatives="", interests="", dispensations="")
    urgent = found.exempt_from_call_in and withheld_words(found.closure)  # that it was, rules ask
    return replace(bare, exempt_from_call_in=urgent)


def _call_in(row: models.CallIn) -> facts.CallIn:
    return facts.CallIn(
        decision=row.decision,
        asked_on=row.asked_on,
        asked_by=tuple(row.asked_by),
        grounds=row.grounds,
        result=facts.CallInResult(row.result) if row.result else None,
        heard_in=row.heard_in,
        reasons=row.reasons,
        version=row.event,
    )
