"""Decisions as money knows them: what was decided, when, for how much, and whether it is open."""

from scrutable.meetings import reads as meetings
from scrutable.meetings.facts import DecisionRecord, PlannedDecision, Result
from scrutable.money.facts import Decided

NOT_TAKEN = frozenset({Result.REFUSED, Result.DEFERRED})
CLOSED = "Exempt matter, not shown here"


def decisions(known: int) -> dict[str, Decided]:
    """Return every decision that was taken, by its reference; two queries.

    Its sum is that of its entry in the forward plan, which everybody may read.
    """
    plans = {plan.code: plan for plan in meetings.planned_decisions(known)}
    return {
        one.reference: _decided(one, plans.get(one.code))
        for one in meetings.decision_records(known)
        if one.result not in NOT_TAKEN
    }


def decision(reference: str, known: int) -> Decided | None:
    """Return one decision that was taken; None where no record of it is known."""
    code = reference.removeprefix("decision/")
    record = meetings.decision_record(code, known) if reference != code else None
    if record is None or record.result in NOT_TAKEN:
        return None
    try:
        return _decided(record, meetings.planned_decision(code, known))
    except meetings.UnknownDecision:
        return _decided(record, None)


def _decided(record: DecisionRecord, plan: PlannedDecision | None) -> Decided:
    pounds = plan.value_pounds if plan else None
    return Decided(
        reference=record.reference,
        matter=plan.matter if plan else record.text or CLOSED,
        on=record.decided_on,
        pence=None if pounds is None else int(pounds * 100),
        is_open=record.closure.is_open,
        has_exempt_part=plan is not None and not plan.closure.is_open,
    )
