"""Transitions of a service: outcomes, evidence, judgements, projects handed over, looks."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from django.http import HttpRequest
from ninja import Router, Schema
from ninja.pagination import paginate
from pydantic import StringConstraints

from scrutable.access.api import asker
from scrutable.audit import clock
from scrutable.meetings.api.shapes import (
    Count,
    Day,
    WhenAsked,
    Words,
    answers,
    lists,
    shown,
    told,
)
from scrutable.portfolio import facts, reads, writes
from scrutable.portfolio.api.shapes import (
    CHANGE,
    VIEW,
    Key,
    Sent,
    Sentences,
    changed,
    kept,
    several,
    there,
)

router = Router(tags=["Outcomes"])
Transition = shown(facts.Transition, "reference")
Outcome = shown(facts.Outcome, "reference")
Evidence = shown(facts.OutcomeEvidence, "reference")
Judgement = shown(facts.OutcomeJudgement, "reference")
HandOver = shown(facts.HandOver, "reference", "name")
Look = shown(facts.Look, "reference")
Standing = shown(
    facts.OutcomeStanding,
    "state",
    outcome=Outcome,
    judgements=several(Judgement),
    evidence=several(Evidence),
)
TransitionStanding = shown(
    facts.TransitionStanding,
    "first_look",
    transition=Transition,
    outcomes=several(Standing),
    hand_overs=several(HandOver),
    looks=several(Look),
    next_look=date | None,
)


class TransitionIn(Sent):
    """A service that came over from somebody else."""

    code: Key
    title: Words
    from_whom: Words
    to_whom: Words
    on: Day
    owner: Words
    judged_on: tuple[Day, ...] = ()
    body: Annotated[Words, StringConstraints(max_length=20)] = ""


class TransitionOutcomeIn(Sent):
    """What a transition is to have achieved; number 0 is a new one."""

    number: Count = 0
    text: Sentences
    owner: Words


class OutcomeEvidenceIn(Sent):
    """Something that speaks for an outcome or against it; number 0 is a new one."""

    number: Count = 0
    on: Day
    bearing: facts.Bearing
    what: Sentences
    source: Words
    withdrawn_reason: Sentences = ""


class EvidenceWithdrawnIn(Sent):
    """Why evidence no longer counts; it is never deleted."""

    withdrawn_reason: Sentences


class OutcomeJudgementIn(Sent):
    """What a named person judged of an outcome on a day."""

    on: Day
    verdict: facts.OutcomeVerdict
    reasons: Sentences
    judge: Words
    answer: Sentences = ""
    next_look: Day | None = None


class HandOverIn(Sent):
    """How far a project in flight has come over."""

    project: Annotated[Words, StringConstraints(max_length=40)]
    for_whom: Words
    state: facts.HandOverState
    due_on: Day
    on: Day | None = None
    accepted_by: Words = ""
    note: Sentences = ""


class LookIn(Schema):
    """The look of which day is put in the work programme of the body that looks."""

    on: Day


@router.get("/transitions", response=lists(TransitionStanding), url_name="transitions", auth=VIEW)
@paginate
def transitions(request: HttpRequest, when: WhenAsked) -> list[Mapping[str, object]]:
    """List every transition with how its outcomes stand by the day."""
    at = when.of(request)
    return [_transition(one) for one in reads.transitions(at.known, at.as_at)]


@router.post("/transitions", response=answers(Transition), url_name="transitions", auth=CHANGE)
def record_transition(request: HttpRequest, sent: TransitionIn) -> facts.Transition:
    """Record a transition as it is from now on."""
    return kept(request, facts.Transition, sent)


@router.get(
    "/transitions/{code}", response=answers(TransitionStanding), url_name="transition", auth=VIEW
)
def transition(request: HttpRequest, code: str, when: WhenAsked) -> Mapping[str, object]:
    """Show one transition with its outcomes, evidence, judgements and hand-overs by the day."""
    at = when.of(request)
    return _transition(reads.transition(code, at.known, at.as_at))


@router.post(
    "/transitions/{code}/outcomes", response=answers(Outcome), url_name="outcomes", auth=CHANGE
)
def record_outcome(request: HttpRequest, code: str, sent: TransitionOutcomeIn) -> facts.Outcome:
    """Record an outcome as it is stated from now on."""
    there(facts.Transition, code=code)
    return kept(request, facts.Outcome, sent, transition=code)


@router.get(
    "/transitions/{code}/outcomes/{int:number}",
    response=answers(Standing),
    url_name="outcome",
    auth=VIEW,
)
def outcome(request: HttpRequest, code: str, number: int, when: WhenAsked) -> Mapping[str, object]:
    """Show one outcome: where it stands by the day, every judgement, all evidence."""
    at = when.of(request)
    for one in reads.transition(code, at.known, at.as_at).outcomes:
        if one.outcome.number == number:
            return _standing(one)
    raise reads.UnknownRecord(facts.Outcome, {"transition": code, "number": number})


@router.post(
    "/transitions/{code}/outcomes/{int:number}/evidence",
    response=answers(Evidence),
    url_name="evidence",
    auth=CHANGE,
)
def record_evidence(
    request: HttpRequest, code: str, number: int, sent: OutcomeEvidenceIn
) -> facts.OutcomeEvidence:
    """Record evidence for an outcome or against it."""
    there(facts.Outcome, transition=code, number=number)
    return kept(request, facts.OutcomeEvidence, sent, transition=code, outcome=number)


@router.post(
    "/transitions/{code}/outcomes/{int:number}/evidence/{int:evidence}/withdrawal",
    response=answers(Evidence),
    url_name="withdraw_evidence",
    auth=CHANGE,
)
def withdraw_evidence(
    request: HttpRequest, code: str, number: int, evidence: int, sent: EvidenceWithdrawnIn
) -> facts.OutcomeEvidence:
    """Withdraw evidence; it stays, and counts no more."""
    key = {"transition": code, "outcome": number, "number": evidence}
    return changed(request, there(facts.OutcomeEvidence, **key), sent)


@router.post(
    "/transitions/{code}/outcomes/{int:number}/judgements",
    response=answers(Judgement),
    url_name="judgements",
    auth=CHANGE,
)
def judge(
    request: HttpRequest, code: str, number: int, sent: OutcomeJudgementIn
) -> facts.OutcomeJudgement:
    """Record what somebody judged of an outcome."""
    there(facts.Outcome, transition=code, number=number)
    return kept(request, facts.OutcomeJudgement, sent, transition=code, outcome=number)


@router.post(
    "/transitions/{code}/hand-overs", response=answers(HandOver), url_name="hand_overs", auth=CHANGE
)
def hand_over(request: HttpRequest, code: str, sent: HandOverIn) -> facts.HandOver:
    """Record how far a project in flight has come over."""
    there(facts.Transition, code=code)
    return kept(request, facts.HandOver, sent, transition=code)


@router.post("/transitions/{code}/looks", response=answers(Look), url_name="looks", auth=CHANGE)
def put_look(request: HttpRequest, code: str, sent: LookIn) -> facts.Look:
    """Put the look of a day in the work programme of the body that looks."""
    by = asker(request).username
    return writes.put_look(transition=code, on=sent.on, by=by, at=clock.now())


def _transition(one: facts.TransitionStanding) -> Mapping[str, object]:
    return told(one, "first_look", "next_look", outcomes=[_standing(each) for each in one.outcomes])


def _standing(one: facts.OutcomeStanding) -> Mapping[str, object]:
    return told(one, "state")
