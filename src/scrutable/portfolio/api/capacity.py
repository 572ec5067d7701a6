"""Posts, procurements on the way, people taken off projects."""

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
from scrutable.portfolio.api.shapes import (
    CHANGE,
    VIEW,
    DaysCount,
    Key,
    Sent,
    Sentences,
    kept,
    several,
)

router = Router(tags=["Capacity"])
Post = shown(facts.Post, "reference")
Team = shown(facts.TeamCount, "today")
Staffing = shown(
    facts.Staffing,
    posts=several(Post),
    teams=several(Team),
    total=Team,
    open_posts=several(shown(facts.OpenPost, post=Post)),
)
Procurement = shown(facts.Procurement, "reference")
ProcurementJudged = shown(facts.ProcurementJudged, "is_open", "is_late", procurement=Procurement)
Redirection = shown(facts.Redirection, "reference")
RedirectionJudged = shown(facts.RedirectionJudged, redirection=Redirection)


class PostIn(Sent):
    """A post of the IT service as it is from a day on."""

    code: Key
    title: Words
    team: Words
    filling: facts.Filling
    since: Day
    is_wanted: bool
    note: Sentences = ""


class ProcurementIn(Sent):
    """Something being bought, as it is from a day on."""

    code: Key
    title: Words
    stage: facts.ProcurementStage
    since: Day
    value: Pounds | None = None
    signed_by: Day
    owner: Words
    projects: tuple[Key, ...] = ()
    note: Sentences = ""


class RedirectionIn(Sent):
    """People taken off a project for something else; number 0 is a new one."""

    project: Key
    number: Count = 0
    to_what: Words
    cause: Sentences
    people: Count
    starts_on: Day
    ended_on: Day | None = None
    days_lost: DaysCount | None = None
    effect: Sentences = ""
    decided_by: Words


@router.get("/staffing", response=answers(Staffing), url_name="staffing", auth=VIEW)
def staffing(request: HttpRequest, when: WhenAsked) -> facts.Staffing:
    """Show every post by the day, counted by team, and those that nobody holds for good."""
    at = when.of(request)
    return reads.staffing(at.known, at.as_at)


@router.get("/posts", response=lists(Post), url_name="posts", auth=VIEW)
@paginate
def posts(request: HttpRequest, when: WhenAsked) -> list[facts.Post]:
    """List posts by code, as they were on the day."""
    at = when.of(request)
    return list(reads.staffing(at.known, at.as_at).posts)


@router.post("/posts", response=answers(Post), url_name="posts", auth=CHANGE)
def record_post(request: HttpRequest, sent: PostIn) -> facts.Post:
    """Record a post as it is from a day on."""
    return kept(request, facts.Post, sent)


@router.get("/posts/{code}", response=answers(Post), url_name="post", auth=VIEW)
def post(request: HttpRequest, code: str, when: WhenAsked) -> facts.Post:
    """Show one post as last recorded."""
    return reads.one(facts.Post, when.of(request).known, code=code)


@router.get("/procurements", response=lists(ProcurementJudged), url_name="procurements", auth=VIEW)
@paginate
def procurements(request: HttpRequest, when: WhenAsked) -> list[facts.ProcurementJudged]:
    """List procurements by the day, those that go on first, with the days they are late."""
    at = when.of(request)
    return reads.procurements(at.known, at.as_at)


@router.post("/procurements", response=answers(Procurement), url_name="procurements", auth=CHANGE)
def record_procurement(request: HttpRequest, sent: ProcurementIn) -> facts.Procurement:
    """Record a procurement as it is from a day on."""
    return kept(request, facts.Procurement, sent)


@router.get(
    "/procurements/{code}", response=answers(Procurement), url_name="procurement", auth=VIEW
)
def procurement(request: HttpRequest, code: str, when: WhenAsked) -> facts.Procurement:
    """Show one procurement as last recorded."""
    return reads.one(facts.Procurement, when.of(request).known, code=code)


@router.get("/redirections", response=lists(RedirectionJudged), url_name="redirections", auth=VIEW)
@paginate
def redirections(
    request: HttpRequest, when: WhenAsked, project: str | None = None
) -> list[facts.RedirectionJudged]:
    """List who was taken off projects by the day, the newest first, and what it cost in days."""
    at = when.of(request)
    return reads.redirections(at.known, at.as_at, project)


@router.post("/redirections", response=answers(Redirection), url_name="redirections", auth=CHANGE)
def record_redirection(request: HttpRequest, sent: RedirectionIn) -> facts.Redirection:
    """Record that people were taken off a project."""
    return kept(request, facts.Redirection, sent)


@router.get(
    "/redirections/{project}/{int:number}",
    response=answers(Redirection),
    url_name="redirection",
    auth=VIEW,
)
def redirection(
    request: HttpRequest, project: str, number: int, when: WhenAsked
) -> facts.Redirection:
    """Show one redirection as last recorded."""
    known = when.of(request).known
    return reads.one(facts.Redirection, known, project=project, number=number)
