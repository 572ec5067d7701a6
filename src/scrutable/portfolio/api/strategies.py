"""Strategies with their objectives, what was found of each, and the line of sight below them."""

from collections.abc import Iterator, Mapping
from datetime import date

from django.http import HttpRequest
from ninja import Router, Schema
from ninja.pagination import paginate

from scrutable.meetings.api.shapes import (
    Code,
    Count,
    Day,
    Reference,
    WhenAsked,
    Words,
    answers,
    lists,
    shown,
)
from scrutable.portfolio import facts, reads
from scrutable.portfolio.api.shapes import CHANGE, VIEW, Key, Sent, Sentences, kept, there

router = Router(tags=["Strategies"])
Strategy = shown(facts.Strategy, "reference")
Objective = shown(facts.Objective, "reference")
Review = shown(facts.ObjectiveReview, "reference")


class StrategyIn(Sent):
    """A strategy as it is from now on."""

    code: Key
    title: Words
    starts_on: Day
    ends_on: Day
    purpose: Sentences
    principles: tuple[Sentences, ...] = ()
    sub_strategies: tuple[Sentences, ...] = ()
    owner: Words
    approved_by: Words = ""
    approved_on: Day | None = None
    decision: Reference = ""
    review_on: Day | None = None
    follows: Code = ""


class ObjectiveIn(Sent):
    """Something that a strategy is to achieve; number 0 is a new one."""

    number: Count = 0
    text: Sentences
    theme: facts.Theme
    corporate_outcome: Words
    measure: Sentences = ""
    due_on: Day | None = None
    owner: Words


class ObjectiveReviewIn(Sent):
    """What a look back at a day found of an objective."""

    on: Day
    planned: Sentences
    delivered: Sentences
    delivered_on: Day | None = None
    evidence: tuple[Words, ...] = ()
    verdict: facts.ObjectiveVerdict
    reasons: Sentences
    carries_to: Reference = ""
    reviewer: Words


class SightLine(Schema):
    """A line of the line of sight: how deep it stands, what it is, what is missing below it."""

    depth: int
    rung: facts.Rung
    reference: str
    label: str
    gap: facts.Gap | None
    version: int


class LookedShown(Schema):
    """An objective in the look back on its strategy."""

    objective: facts.Objective
    review: facts.ObjectiveReview | None
    earlier: list[facts.ObjectiveReview]
    projects: list[str]
    lessons: list[str]
    lateness: int | None
    carried_to: str | None


class RetrospectiveShown(Schema):
    """What became of a strategy, objective by objective."""

    strategy: str
    as_at: date
    looked: list[LookedShown]
    successor: str | None
    lessons: list[str]


@router.get("/strategies", response=lists(Strategy), url_name="strategies", auth=VIEW)
@paginate
def strategies(request: HttpRequest, when: WhenAsked) -> list[facts.Strategy]:
    """List every strategy, the one that starts last first."""
    return reads.strategies(when.of(request).known)


@router.post("/strategies", response=answers(Strategy), url_name="strategies", auth=CHANGE)
def record_strategy(request: HttpRequest, sent: StrategyIn) -> facts.Strategy:
    """Record a strategy as it is from now on."""
    return kept(request, facts.Strategy, sent)


@router.get("/strategies/{code}", response=answers(Strategy), url_name="strategy", auth=VIEW)
def strategy(request: HttpRequest, code: str, when: WhenAsked) -> facts.Strategy:
    """Show one strategy."""
    return reads.strategy(code, when.of(request).known)


@router.get("/strategies/{code}/sight", response=lists(SightLine), url_name="sight", auth=VIEW)
@paginate
def line_of_sight(request: HttpRequest, code: str, when: WhenAsked) -> list[Mapping[str, object]]:
    """List the line of sight in its order: objective, project, contract, KPI, benefit.

    Whatever hangs on two things stands below both. How a KPI did is its contract's to say.
    """
    at = when.of(request)
    seen = reads.strategy_seen(code, at.known, at.as_at)
    return [line for one in seen.objectives for line in _lines(one.tree, 0)]


@router.get(
    "/strategies/{code}/retrospective",
    response=answers(RetrospectiveShown),
    url_name="retrospective",
    auth=VIEW,
)
def retrospective(request: HttpRequest, code: str, when: WhenAsked) -> Mapping[str, object]:
    """Show what became of every objective of a strategy: planned, delivered, verdict, lessons."""
    at = when.of(request)
    found = reads.retrospective(code, at.known, at.as_at)
    return {
        "strategy": found.strategy.reference,
        "as_at": at.as_at,
        "looked": [_looked(one) for one in found.looked],
        "successor": found.successor.reference if found.successor else None,
        "lessons": [one.lesson.reference for one in found.lessons],
    }


@router.get(
    "/strategies/{code}/objectives", response=lists(Objective), url_name="objectives", auth=VIEW
)
@paginate
def objectives(request: HttpRequest, code: str, when: WhenAsked) -> list[facts.Objective]:
    """List the objectives of a strategy by number."""
    known = when.of(request).known
    return reads.objectives(known, reads.strategy(code, known).code)


@router.post(
    "/strategies/{code}/objectives", response=answers(Objective), url_name="objectives", auth=CHANGE
)
def record_objective(request: HttpRequest, code: str, sent: ObjectiveIn) -> facts.Objective:
    """Record an objective as it is from now on."""
    there(facts.Strategy, code=code)
    return kept(request, facts.Objective, sent, strategy=code)


@router.get(
    "/strategies/{code}/objectives/{int:number}",
    response=answers(Objective),
    url_name="objective",
    auth=VIEW,
)
def objective(request: HttpRequest, code: str, number: int, when: WhenAsked) -> facts.Objective:
    """Show one objective."""
    return reads.objective(code, number, when.of(request).known)


@router.get(
    "/strategies/{code}/objectives/{int:number}/reviews",
    response=lists(Review),
    url_name="reviews",
    auth=VIEW,
)
@paginate
def reviews(
    request: HttpRequest, code: str, number: int, when: WhenAsked
) -> list[facts.ObjectiveReview]:
    """List what looks back by the day found of an objective, the oldest first."""
    at = when.of(request)
    reads.objective(code, number, at.known)
    return reads.reviews(at.known, at.as_at, strategy=code, objective=number)


@router.post(
    "/strategies/{code}/objectives/{int:number}/reviews",
    response=answers(Review),
    url_name="reviews",
    auth=CHANGE,
)
def review(
    request: HttpRequest, code: str, number: int, sent: ObjectiveReviewIn
) -> facts.ObjectiveReview:
    """Record what a look back found of an objective; of the same day again, it corrects."""
    there(facts.Objective, strategy=code, number=number)
    return kept(request, facts.ObjectiveReview, sent, strategy=code, objective=number)


def _lines(node: facts.SightNode, depth: int) -> Iterator[Mapping[str, object]]:
    said = ("rung", "reference", "label", "gap", "version")
    yield {"depth": depth} | {name: getattr(node, name) for name in said}
    for one in node.below:
        yield from _lines(one, depth + 1)


def _looked(one: facts.Looked) -> Mapping[str, object]:
    return {
        "objective": one.objective,
        "review": one.review,
        "earlier": one.earlier,
        "projects": [of.project.reference for of in one.projects],
        "lessons": [of.lesson.reference for of in one.lessons],
        "lateness": one.lateness,
        "carried_to": one.carried_to.reference if one.carried_to else None,
    }
