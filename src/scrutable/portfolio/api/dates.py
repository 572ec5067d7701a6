"""What was said of projects' dates and status, how far they slip, what to expect."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from django.http import HttpRequest
from ninja import Router, Schema
from ninja.pagination import paginate
from pydantic import StringConstraints

from scrutable.access.api import asker
from scrutable.audit import clock
from scrutable.kernel.wording import london_day
from scrutable.meetings.api.shapes import (
    Day,
    WhenAsked,
    Words,
    answers,
    given,
    lists,
    shown,
    told,
)
from scrutable.portfolio import facts, reads, rules, writes
from scrutable.portfolio.api.shapes import CHANGE, VIEW, Sentences

router = Router(tags=["Dates and status"])
Dates = shown(
    facts.DateLine,
    "reference",
    slip=facts.Slip,
    rating=facts.Rating,
    rating_by_latest_baseline=facts.Rating,
)
Move = shown(facts.Move, milestone=str)
Status = shown(facts.Status, "reference")


class MoveIn(Schema):
    """What is said of a milestone's date; the date first set stays for ever."""

    milestone: Annotated[str, StringConstraints(max_length=40, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    title: Annotated[Words, StringConstraints(max_length=100)] = ""
    kind: facts.MoveKind
    on: Day
    to: Day
    approver: Words = ""
    reason: Sentences = ""


class StatusIn(Schema):
    """What somebody found of a project on a day; for the same day again, it corrects."""

    on: Day
    scale: facts.Scale
    overall: facts.Rating
    time: facts.Rating | None = None
    cost: facts.Rating | None = None
    scope: facts.Rating | None = None
    benefits: facts.Rating | None = None
    assessor: Words
    reasons: Sentences
    override_reason: Sentences = ""
    confidence: facts.Rating | None = None
    to_green: Sentences = ""
    green_by: Day | None = None


class RangeShown(Schema):
    """Between which days a milestone is to be expected, and how often such a range has held."""

    range: facts.ForecastRange | None
    coverage: facts.HeldBack


@router.get("/slips", response=lists(Dates), url_name="slips", auth=VIEW)
@paginate
def slips(request: HttpRequest, when: WhenAsked) -> list[Mapping[str, object]]:
    """List every milestone of every project with both slips, in days."""
    at = when.of(request)
    limits = reads.tolerance_at(at.as_at, at.known)
    return [_dates(one, at.as_at, limits) for one in reads.every_line(at.known, at.as_at)]


@router.get("/projects/{number}/dates", response=lists(Dates), url_name="dates", auth=VIEW)
@paginate
def dates(request: HttpRequest, number: str, when: WhenAsked) -> list[Mapping[str, object]]:
    """List a project's milestones with both slips, by original date."""
    at = when.of(request)
    reads.project(number, at.known)
    limits = reads.tolerance_at(at.as_at, at.known)
    found = reads.lines(number, at.known, at.as_at)
    return [_dates(one, at.as_at, limits) for one in found]


@router.post("/projects/{number}/dates", response=answers(Dates), url_name="dates", auth=CHANGE)
def move_date(request: HttpRequest, number: str, sent: MoveIn) -> Mapping[str, object]:
    """Record a first date, a forecast, a new plan, or the day on which a milestone was reached."""
    now = clock.now()
    told_of = given(sent)
    milestone, title = told_of.pop("milestone"), told_of.pop("title")
    line = writes.move_date(
        project=number,
        milestone=milestone,
        title=title or milestone,
        move=facts.Move(**told_of),
        by=asker(request).username,
        at=now,
    )
    today = london_day(now)
    return _dates(line, today, reads.tolerance_at(today, line.version))


@router.get("/projects/{number}/moves", response=lists(Move), url_name="moves", auth=VIEW)
@paginate
def moves(request: HttpRequest, number: str, when: WhenAsked) -> list[Mapping[str, object]]:
    """List everything that was said of a project's dates: by milestone, the oldest first."""
    at = when.of(request)
    reads.project(number, at.known)
    found = reads.moves(number, at.known, at.as_at)
    return [told(one, milestone=milestone) for milestone, said in found.items() for one in said]


@router.get("/projects/{number}/range", response=answers(RangeShown), url_name="range", auth=VIEW)
def forecast_range(
    request: HttpRequest, number: str, when: WhenAsked, milestone: str = facts.GO_LIVE
) -> Mapping[str, object]:
    """Show between which days a milestone is to be expected, by what became of past forecasts."""
    at = when.of(request)
    reads.project(number, at.known)
    lines = {one.milestone: one for one in reads.lines(number, at.known, at.as_at)}
    if milestone not in lines:
        raise reads.UnknownMilestone(number, milestone)
    own = reads.moves(number, at.known, at.as_at)[milestone]
    others = reads.histories(at.known, at.as_at, without=number)
    return {
        "range": rules.forecast_range(lines[milestone], own, others, at.as_at),
        "coverage": rules.coverage(others),
    }


@router.get("/projects/{number}/statuses", response=lists(Status), url_name="statuses", auth=VIEW)
@paginate
def statuses(request: HttpRequest, number: str, when: WhenAsked) -> list[facts.Status]:
    """List what was found of a project, as last corrected, the oldest first."""
    at = when.of(request)
    reads.project(number, at.known)
    return reads.statuses(number, at.known, at.as_at)


@router.post(
    "/projects/{number}/statuses", response=answers(Status), url_name="statuses", auth=CHANGE
)
def give_status(request: HttpRequest, number: str, sent: StatusIn) -> facts.Status:
    """Give a project's status."""
    status = facts.Status(project=number, **given(sent))
    return writes.give_status(status=status, by=asker(request).username, at=clock.now())


def _dates(one: facts.DateLine, as_at: date, limits: facts.Tolerance) -> Mapping[str, object]:
    slip = rules.slip_of(one, as_at)
    return told(
        one,
        "reference",
        slip=slip,
        rating=rules.by_both_baselines(slip, limits),
        rating_by_latest_baseline=rules.by_latest_baseline(slip, limits),
    )
