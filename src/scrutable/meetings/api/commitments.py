"""Commitments with their history."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router, Schema
from ninja.pagination import paginate
from pydantic import AfterValidator

from scrutable.access.api import asker, those_who_may
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.kernel.wording import london_day
from scrutable.meetings import facts, reads, writes
from scrutable.meetings.api.shapes import (
    Closing,
    Code,
    Day,
    DueIn,
    Reference,
    Text,
    When,
    WhenAsked,
    Words,
    answers,
    given,
    lists,
    sees_closed,
    shown,
    told,
)
from scrutable.meetings.rules.promises import standing

router = Router(tags=["Commitments"])
Commitment = shown(facts.Commitment, "code", "reference", standing=facts.Standing)


def _not_an_answer(kind: facts.StepKind) -> facts.StepKind:
    if kind is facts.StepKind.ANSWERED:
        raise ValueError("an answer is sent to …/answer")
    return kind


class CommitmentsAsked(When):
    """Which commitments are asked for."""

    body: str | None = None
    contract: str | None = None
    owner: str | None = None
    state: facts.CommitmentState | None = None


class CommitmentIn(Schema):
    """Something that somebody owes a body."""

    body: Code
    text: Text
    kind: facts.OutcomeKind
    source: facts.CommitmentSource
    source_reference: Reference = ""
    made_in: Code = ""
    made_on: Day
    owner: Words
    consultees: tuple[Words, ...] = ()
    due: DueIn | None = None
    due_meeting: Code = ""
    condition: Text = ""
    contract: Code = ""
    closure: Closing = Closing()


class AnswerIn(Schema):
    """The answer to a commitment."""

    on: Day
    words: Text
    paper: Reference = ""


class StepIn(Schema):
    """What happened to a commitment; that it was answered is sent as an answer."""

    kind: Annotated[facts.StepKind, AfterValidator(_not_an_answer)]
    on: Day
    words: Text = ""
    due: DueIn | None = None
    due_meeting: Code = ""
    owner: Words = ""
    agreed_in: Code = ""
    paper: Reference = ""


@router.get(
    "/commitments",
    response=lists(Commitment),
    url_name="commitments",
    auth=those_who_may(Permission.VIEW_MEETINGS),
)
@paginate
def commitments(
    request: HttpRequest, asked: Annotated[CommitmentsAsked, Query()]
) -> list[Mapping[str, object]]:
    """List commitments, each with its history and where it stands on the day."""
    at = asked.of(request)
    found = reads.commitments(
        at.known, body=asked.body, contract=asked.contract, closed=sees_closed(request)
    )
    placed = [(one, standing(one, at.as_at)) for one in found]
    return [
        told(one, "code", "reference", standing=stands)
        for one, stands in placed
        if asked.owner in (None, stands.owner) and asked.state in (None, stands.state)
    ]


@router.post(
    "/commitments",
    response=answers(Commitment),
    url_name="commitments",
    auth=those_who_may(Permission.MANAGE_COMMITMENTS),
)
def make_commitment(request: HttpRequest, sent: CommitmentIn) -> Mapping[str, object]:
    """Make a commitment."""
    one = facts.Commitment(year=sent.made_on.year, number=0, **given(sent))
    now = clock.now()
    made = writes.make_commitment(commitment=one, by=asker(request).username, at=now)
    return _commitment(made, london_day(now))


@router.get(
    "/commitments/{code}",
    response=answers(Commitment),
    url_name="commitment",
    auth=those_who_may(Permission.VIEW_MEETINGS),
)
def commitment(request: HttpRequest, code: str, when: WhenAsked) -> Mapping[str, object]:
    """Show one commitment with its whole history."""
    at = when.of(request)
    return _commitment(reads.commitment(code, at.known, closed=sees_closed(request)), at.as_at)


@router.post(
    "/commitments/{code}/answer",
    response=answers(Commitment),
    url_name="answer_commitment",
    auth=those_who_may(Permission.ANSWER_COMMITMENTS),
)
def answer_commitment(request: HttpRequest, code: str, sent: AnswerIn) -> Mapping[str, object]:
    """Answer a commitment; it is closed when the committee agrees."""
    return _step(request, code, kind=facts.StepKind.ANSWERED, **given(sent))


@router.post(
    "/commitments/{code}/steps",
    response=answers(Commitment),
    url_name="steps",
    auth=those_who_may(Permission.MANAGE_COMMITMENTS),
)
def take_step(request: HttpRequest, code: str, sent: StepIn) -> Mapping[str, object]:
    """Take any other step of a commitment."""
    return _step(request, code, **given(sent))


def _step(request: HttpRequest, code: str, **said: Any) -> Mapping[str, object]:
    person, now = asker(request), clock.now()
    step = facts.Step(by=person.full_name or person.username, **said)
    taken = writes.take_step(commitment=code, step=step, by=person.username, at=now)
    return _commitment(taken, london_day(now))


def _commitment(one: facts.Commitment, as_at: date) -> Mapping[str, object]:
    return told(one, "code", "reference", standing=standing(one, as_at))
