"""What scrutiny recommends, with notices and answers."""

from collections.abc import Mapping
from datetime import date

from django.http import HttpRequest
from ninja import Router, Schema
from ninja.pagination import paginate

from scrutable.access.api import asker, those_who_may
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.kernel.wording import london_day
from scrutable.meetings import facts, reads, writes
from scrutable.meetings.api.shapes import (
    Code,
    Day,
    DueIn,
    Reference,
    Text,
    WhenAsked,
    Words,
    answers,
    given,
    lists,
    shown,
    told,
)
from scrutable.meetings.rules import powers as rules

router = Router(tags=["Recommendations"])
Recommendation = shown(
    facts.Recommendation,
    "code",
    "reference",
    state=facts.RecommendationState,
    due_on=date | None,
)


class RecommendationIn(Schema):
    """What a committee recommends."""

    body: Code
    to: Code
    text: Text
    made_in: Code
    source_reference: Reference = ""


class NoticeIn(Schema):
    """The days from which the two months run."""

    received_on: Day
    noticed_on: Day
    published_on: Day | None = None


class ExecutiveAnswerIn(Schema):
    """How the executive answers."""

    answer: facts.Answer
    on: Day
    action: Text = ""
    reasons: Text = ""
    owner: Words = ""
    due: DueIn | None = None


class PublishedIn(Schema):
    """The day on which something was published."""

    on: Day


@router.get(
    "/recommendations",
    response=lists(Recommendation),
    url_name="recommendations",
    auth=those_who_may(Permission.VIEW_MEETINGS),
)
@paginate
def recommendations(
    request: HttpRequest, when: WhenAsked, body: str | None = None, to: str | None = None
) -> list[object]:
    """List what scrutiny recommended, with the answers and when they are due."""
    at = when.of(request)
    found = reads.recommendations(at.known, body=body, to=to)
    return [_recommendation(one, at.as_at) for one in found]


@router.post(
    "/recommendations",
    response=answers(Recommendation),
    url_name="recommendations",
    auth=those_who_may(Permission.MANAGE_RECOMMENDATIONS),
)
def recommend(request: HttpRequest, sent: RecommendationIn) -> Mapping[str, object]:
    """Record what a committee recommends; its year is that of the meeting."""
    one = facts.Recommendation(year=0, number=0, **given(sent))
    now = clock.now()
    made = writes.recommend(recommendation=one, by=asker(request).username, at=now)
    return _recommendation(made, london_day(now))


@router.get(
    "/recommendations/{code}",
    response=answers(Recommendation),
    url_name="recommendation",
    auth=those_who_may(Permission.VIEW_MEETINGS),
)
def recommendation(request: HttpRequest, code: str, when: WhenAsked) -> Mapping[str, object]:
    """Show one recommendation."""
    at = when.of(request)
    return _recommendation(reads.recommendation(code, at.known), at.as_at)


@router.post(
    "/recommendations/{code}/notice",
    response=answers(Recommendation),
    url_name="notice",
    auth=those_who_may(Permission.MANAGE_RECOMMENDATIONS),
)
def notice(request: HttpRequest, code: str, sent: NoticeIn) -> Mapping[str, object]:
    """Record when report and notice were received."""
    now = clock.now()
    noticed = writes.notice_recommendation(
        code=code, **given(sent), by=asker(request).username, at=now
    )
    return _recommendation(noticed, london_day(now))


@router.post(
    "/recommendations/{code}/answer",
    response=answers(Recommendation),
    url_name="answer",
    auth=those_who_may(Permission.MANAGE_RECOMMENDATIONS),
)
def answer(request: HttpRequest, code: str, sent: ExecutiveAnswerIn) -> Mapping[str, object]:
    """Record the executive's answer; what it accepts becomes a commitment."""
    now = clock.now()
    answered = writes.answer_recommendation(
        code=code, **given(sent), by=asker(request).username, at=now
    )
    return _recommendation(answered, london_day(now))


@router.post(
    "/recommendations/{code}/publication",
    response=answers(Recommendation),
    url_name="publication",
    auth=those_who_may(Permission.MANAGE_RECOMMENDATIONS),
)
def publish(request: HttpRequest, code: str, sent: PublishedIn) -> Mapping[str, object]:
    """Record when the answer was published."""
    now = clock.now()
    published = writes.publish_answer(code=code, on=sent.on, by=asker(request).username, at=now)
    return _recommendation(published, london_day(now))


def _recommendation(one: facts.Recommendation, as_at: date) -> Mapping[str, object]:
    return told(
        one,
        "code",
        "reference",
        state=rules.state_of_recommendation(one, as_at),
        due_on=rules.answer_due(one),
    )
