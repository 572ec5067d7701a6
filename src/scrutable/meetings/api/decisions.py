"""The forward plan, records of decisions, call-in and what each decision owes."""

from collections.abc import Mapping
from typing import Self

from django.http import HttpRequest
from ninja import Router, Schema
from ninja.pagination import paginate
from pydantic import model_validator

from scrutable.access.api import asker, those_who_may
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.meetings import facts, reads, writes
from scrutable.meetings.api.meetings import Deadline
from scrutable.meetings.api.shapes import (
    Closing,
    Code,
    Day,
    Pounds,
    Reference,
    Text,
    WhenAsked,
    Words,
    answers,
    given,
    lists,
    sees_closed,
    shown,
    told,
)
from scrutable.meetings.rules import lifecycle

router = Router(tags=["Decisions"])
PlannedDecision = shown(facts.PlannedDecision, "reference", "is_key")
DecisionRecord = shown(facts.DecisionRecord, "reference")
DecisionCase = shown(facts.DecisionCase, "reference", "is_key", stage=facts.Stage)
CallIn = shown(facts.CallIn)


class PlanIn(Schema):
    """An entry of the forward plan."""

    code: Code
    matter: Words
    maker: Code
    maker_name: Words = ""
    key_grounds: tuple[facts.KeyGround, ...] = ()
    value_pounds: Pounds | None = None
    window_from: Day
    window_to: Day
    owner: Words
    meeting: Code = ""
    documents: tuple[Text, ...] = ()
    copies_at: Text = ""
    requests_to: Text = ""
    closure: Closing = Closing()
    noticed_on: Day | None = None
    route: facts.KeyRoute = facts.KeyRoute.NOTICE
    route_reason: Text = ""
    route_agreed_by: Words = ""
    route_agreed_on: Day | None = None
    withdrawn_because: Text = ""

    @model_validator(mode="after")
    def check(self) -> Self:
        """Refuse a window that ends before it begins."""
        if self.window_to < self.window_from:
            raise ValueError("the window ends before it begins")
        return self


class RecordIn(Schema):
    """The written statement of a decision."""

    decided_on: Day
    maker: Code
    maker_name: Words = ""
    meeting: Code = ""
    item: Reference = ""
    text: Text
    result: facts.Result = facts.Result.AS_RECOMMENDED
    reasons: Text
    alternatives: Text = ""
    none_considered: bool = False
    interests: Text = ""
    no_interests: bool = False
    dispensations: Text = ""
    no_dispensations: bool = False
    closure: Closing = Closing()
    editions: tuple[Reference, ...] = ()
    delegation: Reference = ""
    published_on: Day | None = None
    exempt_from_call_in: Text = ""


class CallInIn(Schema):
    """A request that scrutiny look at a decision before it is carried out."""

    asked_on: Day
    asked_by: tuple[Words, ...]
    grounds: Text


class HearingIn(Schema):
    """What scrutiny made of a call-in."""

    result: facts.CallInResult
    heard_in: Code
    reasons: Text = ""


class CarriedOutIn(Schema):
    """The day on which a decision was carried out."""

    on: Day


@router.get(
    "/plan",
    response=lists(PlannedDecision),
    url_name="plan",
    auth=those_who_may(Permission.VIEW_MEETINGS),
)
@paginate
def plan(
    request: HttpRequest, when: WhenAsked, body: str | None = None
) -> list[facts.PlannedDecision]:
    """List the forward plan by window, withdrawn entries and taken decisions too."""
    found = reads.planned_decisions(when.of(request).known)
    return [one for one in found if body in (None, one.maker)]


@router.post(
    "/plan",
    response=answers(PlannedDecision),
    url_name="plan",
    auth=those_who_may(Permission.MANAGE_MEETINGS),
)
def plan_decision(request: HttpRequest, sent: PlanIn) -> facts.PlannedDecision:
    """Enter a decision in the forward plan as it is from now on."""
    planned = facts.PlannedDecision(**given(sent))
    return writes.plan_decision(planned=planned, by=asker(request).username, at=clock.now())


@router.get(
    "/decisions",
    response=lists(DecisionRecord),
    url_name="decisions",
    auth=those_who_may(Permission.VIEW_MEETINGS),
)
@paginate
def decisions(
    request: HttpRequest, when: WhenAsked, body: str | None = None, edition: str | None = None
) -> list[facts.DecisionRecord]:
    """List records, the newest first; `edition` keeps those taken on that report."""
    closed = sees_closed(request)
    found = reads.decision_records(when.of(request).known, edition=edition, closed=closed)
    return [one for one in found if body in (None, one.maker)]


@router.get(
    "/decisions/{code}",
    response=answers(DecisionCase),
    url_name="decision",
    auth=those_who_may(Permission.VIEW_MEETINGS),
)
def decision(request: HttpRequest, code: str, when: WhenAsked) -> Mapping[str, object]:
    """Show one decision: plan, record, call-in, and how far it has come."""
    at = when.of(request)
    case = reads.case_of(code, at.known, closed=sees_closed(request))
    notices = reads.notices(at.as_at, at.known)
    stage = lifecycle.stage(case, reads.deadline_rules(), notices, at.as_at)
    return told(case, "reference", "is_key", stage=stage)


@router.get(
    "/decisions/{code}/deadlines",
    response=lists(Deadline),
    url_name="decision_deadlines",
    auth=those_who_may(Permission.VIEW_MEETINGS),
)
@paginate
def deadlines(request: HttpRequest, code: str, when: WhenAsked) -> list[facts.Deadline]:
    """List what the decision owes, each with its rule and source."""
    at = when.of(request)
    return reads.deadlines_of_decision(code, at.known, at.as_at)


@router.post(
    "/decisions/{code}/record",
    response=answers(DecisionRecord),
    url_name="record",
    auth=those_who_may(Permission.RECORD_DECISIONS),
)
def record_decision(request: HttpRequest, code: str, sent: RecordIn) -> facts.DecisionRecord:
    """Record a decision, or correct its record: the one that stood is kept."""
    record = facts.DecisionRecord(code=code, **given(sent))
    return writes.record_decision(record=record, by=asker(request).username, at=clock.now())


@router.post(
    "/decisions/{code}/carried-out",
    response=answers(DecisionRecord),
    url_name="carried_out",
    auth=those_who_may(Permission.RECORD_DECISIONS),
)
def carry_out(request: HttpRequest, code: str, sent: CarriedOutIn) -> facts.DecisionRecord:
    """Record that a decision was carried out."""
    by = asker(request).username
    return writes.carry_out_decision(code=code, on=sent.on, by=by, at=clock.now())


@router.post(
    "/decisions/{code}/call-in",
    response=answers(CallIn),
    url_name="call_in",
    auth=those_who_may(Permission.RECORD_DECISIONS),
)
def call_in(request: HttpRequest, code: str, sent: CallInIn) -> facts.CallIn:
    """Record that scrutiny called a decision in."""
    call = facts.CallIn(decision=code, **given(sent))
    return writes.call_in(call_in=call, by=asker(request).username, at=clock.now())


@router.post(
    "/decisions/{code}/hearing",
    response=answers(CallIn),
    url_name="hearing",
    auth=those_who_may(Permission.RECORD_DECISIONS),
)
def hear_call_in(request: HttpRequest, code: str, sent: HearingIn) -> facts.CallIn:
    """Record what scrutiny made of a call-in."""
    by = asker(request).username
    return writes.hear_call_in(decision=code, **given(sent), by=by, at=clock.now())
