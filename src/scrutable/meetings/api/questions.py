"""Members' questions, and what bodies asked to be told."""

from django.http import HttpRequest
from ninja import Router, Schema
from ninja.pagination import paginate

from scrutable.access.api import asker, those_who_may
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.meetings import facts, reads, writes
from scrutable.meetings.api.shapes import (
    Code,
    Count,
    Day,
    Reference,
    Text,
    WhenAsked,
    Words,
    answers,
    given,
    lists,
    sees_closed,
    shown,
)

router = Router(tags=["Questions, and what bodies asked to be told"])
Question = shown(facts.Question, "reference", "is_unanswered")
Wanted = shown(facts.Wanted, "reference")


class QuestionIn(Schema):
    """What a member asked or remarked; number 0 is a new one."""

    meeting: Code
    number: Count = 0
    item: Reference = ""
    asked_by: Words
    text: Text
    to: Words = ""


class AnsweredIn(Schema):
    """The answer to a member's question."""

    answer: Text
    answered_by: Words
    answered_on: Day
    commitment: Code = ""


class WantedIn(Schema):
    """Something that a body asks to be told in future reports; number 0 is a new one."""

    body: Code
    number: Count = 0
    words: Text
    section: Words
    report_kind: Code = ""
    from_on: Day
    until_on: Day | None = None
    asked_in: Code
    source_reference: Reference = ""


class EndedIn(Schema):
    """The last day of a wish, and the meeting that ended it."""

    until_on: Day
    ended_in: Code


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
    known, closed = when.of(request).known, sees_closed(request)
    return reads.questions(known, meeting=meeting, body=body, closed=closed)


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
    return reads.question(meeting, number, when.of(request).known, closed=sees_closed(request))


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
    answered = facts.Question(
        meeting=meeting, number=number, item="", asked_by="", text="", **given(sent)
    )
    return writes.answer_question(answered=answered, by=asker(request).username, at=clock.now())


@router.get(
    "/wanted",
    response=lists(Wanted),
    url_name="wanted",
    auth=those_who_may(Permission.VIEW_MEETINGS),
)
@paginate
def wanted(
    request: HttpRequest, when: WhenAsked, body: str | None = None, on: Day | None = None
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
