"""Processes looked at again, and features paid for that nobody uses."""

from django.http import HttpRequest
from ninja import Router
from ninja.pagination import paginate

from scrutable.meetings.api.shapes import (
    Count,
    Day,
    Pounds,
    WhenAsked,
    Words,
    answers,
    lists,
    shown,
)
from scrutable.portfolio import facts, reads
from scrutable.portfolio.api.shapes import CHANGE, VIEW, Amount, Sent, Sentences, kept

router = Router(tags=["Processes"])
ProcessReview = shown(facts.ProcessReview, "reference")
ReviewJudged = shown(facts.ReviewJudged, review=ProcessReview)
Feature = shown(facts.Feature, "reference")
FeatureJudged = shown(facts.FeatureJudged, feature=Feature)


class ProcessReviewIn(Sent):
    """A process looked at again; number 0 is a new one."""

    number: Count = 0
    process: Words
    area: Words
    why: Sentences
    state: facts.ReviewState
    due_on: Day
    done_on: Day | None = None
    ways_before: Count | None = None
    ways_after: Count | None = None
    steps_before: Count | None = None
    steps_after: Count | None = None
    days_before: Amount | None = None
    days_after: Amount | None = None
    result: Sentences = ""
    owner: Words


class FeatureIn(Sent):
    """A feature that is paid for, and by how many it is used; number 0 is a new one."""

    number: Count = 0
    product: Words
    title: Words
    of_what: Words
    entitled: Count
    using: Count | None = None
    counted_on: Day | None = None
    yearly_pounds: Pounds | None = None
    paid_since: Day
    plan: Sentences = ""
    owner: Words


@router.get("/process-reviews", response=lists(ReviewJudged), url_name="process_reviews", auth=VIEW)
@paginate
def process_reviews(request: HttpRequest, when: WhenAsked) -> list[facts.ReviewJudged]:
    """List reviews by the day, those that go on first, with what each saved."""
    at = when.of(request)
    return reads.process_reviews(at.known, at.as_at)


@router.post(
    "/process-reviews", response=answers(ProcessReview), url_name="process_reviews", auth=CHANGE
)
def record_process_review(request: HttpRequest, sent: ProcessReviewIn) -> facts.ProcessReview:
    """Record a review of a process as it is from now on."""
    return kept(request, facts.ProcessReview, sent)


@router.get(
    "/process-reviews/{int:number}",
    response=answers(ProcessReview),
    url_name="process_review",
    auth=VIEW,
)
def process_review(request: HttpRequest, number: int, when: WhenAsked) -> facts.ProcessReview:
    """Show one review as last recorded."""
    return reads.one(facts.ProcessReview, when.of(request).known, number=number)


@router.get("/features", response=lists(FeatureJudged), url_name="features", auth=VIEW)
@paginate
def features(request: HttpRequest, when: WhenAsked) -> list[facts.FeatureJudged]:
    """List features paid for by the day, the dearest unused first."""
    at = when.of(request)
    return reads.features(at.known, at.as_at)


@router.post("/features", response=answers(Feature), url_name="features", auth=CHANGE)
def record_feature(request: HttpRequest, sent: FeatureIn) -> facts.Feature:
    """Record a feature as it is from now on."""
    return kept(request, facts.Feature, sent)


@router.get("/features/{int:number}", response=answers(Feature), url_name="feature", auth=VIEW)
def feature(request: HttpRequest, number: int, when: WhenAsked) -> facts.Feature:
    """Show one feature as last recorded."""
    return reads.one(facts.Feature, when.of(request).known, number=number)
