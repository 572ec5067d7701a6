"""Commitments with their history, members' questions, what bodies asked to be told."""

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

router = Router(tags=["Commitments and questions"])
Commitment = shown(facts.Commitment, "code", "reference", standing=facts.Standing)
Question = shown(facts.Question, "reference", "is_unanswered")
Wanted = shown(facts.Wanted, "reference")


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
    made_on: date
    owner: Words
    consultees: tuple[Words, ...] = ()
    due: DueIn | None = None
    due_meeting: Code = ""
    condition: Text = ""
    contract: Code = ""
    closure: Closing = Closing()


class AnswerIn(Schema):
    """The answer to a commitment."""

    on: date
    words: Text
    paper: Reference = ""


class StepIn(Schema):
    """What happened to a commitment; that it was answered is sent as an answer."""

    kind: Annotated[facts.StepKind, AfterValidator(_not_an_answer)]
    on: date
    words: Text = ""
    due: DueIn | None = None
    due_meeting: Code = ""
    owner: Words = ""
    agreed_in: Code = ""
    paper: Reference = ""


class QuestionIn(Schema):
    """What a member asked or remarked; number 0 is a new one."""

    meeting: Code
    number: int = 0
    item: Reference = ""
    asked_by: Words
    text: Text
    to: Words = ""


class AnsweredIn(Schema):
    """The answer to a member's question."""

    answer: Text
    answered_by: Words
    answered_on: date
    commitment: Code = ""


class WantedIn(Schema):
    """Something that a body asks to be told in future reports; number 0 is a new one."""

    body: Code
    number: int = 0
    words: Text
    section: Words
    report_kind: Code = ""
    from_on: date
    until_on: date | None = None
    asked_in: Code
    source_reference: Reference = ""


class EndedIn(Schema):
    """The last day of a wish, and the meeting that ended it."""

    until_on: date
    ended_in: Code


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


@router.get(
    "/questions",
    response=lists(Question),
    url_name="questions",
    auth=those_who_may(Permission.VIEW_MEETINGS),
)
@paginate
def questions(
    request: HttpRequest, when: WhenAsked, meeting: str | None = None, body: str | None = None
) -> list[facts.Question]:
    """List members' questions and comments with their answers."""
    return reads.questions(when.of(request).known, meeting=meeting, body=body)


@router.post(
    "/questions",
    response=answers(Question),
    url_name="questions",
    auth=those_who_may(Permission.RECORD_QUESTIONS),
)
def ask_question(request: HttpRequest, sent: QuestionIn) -> facts.Question:
    """Record what a member asked or remarked."""
    question = facts.Question(**given(sent))
    return writes.ask_question(question=question, by=asker(request).username, at=clock.now())


@router.get(
    "/questions/{meeting}/{int:number}",
    response=answers(Question),
    url_name="question",
    auth=those_who_may(Permission.VIEW_MEETINGS),
)
def question(request: HttpRequest, meeting: str, number: int, when: WhenAsked) -> facts.Question:
    """Show one question."""
    return reads.question(meeting, number, when.of(request).known)


@router.post(
    "/questions/{meeting}/{int:number}/answer",
    response=answers(Question),
    url_name="answer_question",
    auth=those_who_may(Permission.ANSWER_QUESTIONS),
)
def answer_question(
    request: HttpRequest, meeting: str, number: int, sent: AnsweredIn
) -> facts.Question:
    """Record the answer to a question."""
    answered = facts.Question(meeting=meeting, number=number, asked_by="", text="", **given(sent))
    return writes.answer_question(answered=answered, by=asker(request).username, at=clock.now())


@router.get(
    "/wanted",
    response=lists(Wanted),
    url_name="wanted",
    auth=those_who_may(Permission.VIEW_MEETINGS),
)
@paginate
def wanted(
    request: HttpRequest, when: WhenAsked, body: str | None = None, on: date | None = None
) -> list[facts.Wanted]:
    """List what bodies asked to be told; `on` keeps what holds that day."""
    return reads.wanted(when.of(request).known, body=body, on=on)


@router.post(
    "/wanted",
    response=answers(Wanted),
    url_name="wanted",
    auth=those_who_may(Permission.MANAGE_COMMITMENTS),
)
def want(request: HttpRequest, sent: WantedIn) -> facts.Wanted:
    """Record what a body asks to be told."""
    wish = facts.Wanted(**given(sent))
    return writes.want(wanted=wish, by=asker(request).username, at=clock.now())


@router.post(
    "/wanted/{body}/{int:number}/end",
    response=answers(Wanted),
    url_name="end_want",
    auth=those_who_may(Permission.MANAGE_COMMITMENTS),
)
def end_want(request: HttpRequest, body: str, number: int, sent: EndedIn) -> facts.Wanted:
    """Record that a body no longer asks for it."""
    by = asker(request).username
    return writes.end_want(body=body, number=number, **given(sent), by=by, at=clock.now())


def _commitment(one: facts.Commitment, as_at: date) -> Mapping[str, object]:
    return told(one, "code", "reference", standing=standing(one, as_at))
