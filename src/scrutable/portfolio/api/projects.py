"""Projects, each judged by the day, and the lessons that may be for one."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Field, Query, Router
from ninja.pagination import paginate
from pydantic import AfterValidator

from scrutable.access.api import asker
from scrutable.audit import clock
from scrutable.meetings.api.shapes import (
    Reference,
    When,
    WhenAsked,
    Words,
    answers,
    lists,
    shown,
    told,
)
from scrutable.portfolio import facts, reads, rules, writes
from scrutable.portfolio.api.shapes import CHANGE, VIEW, Key, Sent, Sentences, said

router = Router(tags=["Projects"])
Project = shown(facts.Project, "reference")
Judged = shown(facts.Judged, "is_late", "is_behind_plan", project=Project, first=date | None)
LessonOffered = shown(
    facts.LessonOffered,
    lesson=shown(facts.Lesson, "reference"),
    use=shown(facts.LessonApplied, "reference") | None,
)


def _not_reserved(number: str) -> str:
    if number in facts.RESERVED_NUMBERS:
        raise ValueError("another page has this address")
    return number


class ProjectsAsked(When):
    """Which projects are asked for."""

    theme: facts.Theme | None = None
    stage: facts.ProjectStage | None = None
    status: facts.Rating | Literal["none"] | None = None
    supplier: str | None = None
    objective: str | None = None
    on_priority_list: bool | None = None

    def holds(self, one: facts.Judged) -> bool:
        """Test whether the project is among them."""
        project = one.project
        return (
            self.theme in (None, project.theme)
            and self.stage in (None, project.stage)
            and self.status in (None, one.shown or "none")
            and (self.supplier is None or self.supplier in project.suppliers)
            and (self.objective is None or self.objective in project.objectives)
            and self.on_priority_list in (None, project.place is not None)
        )


class ProjectIn(Sent):
    """A project as it is from now on."""

    number: Annotated[Key, AfterValidator(_not_reserved)]
    title: Words
    theme: facts.Theme
    objective: Sentences = ""
    sponsor: Words
    manager: Words
    stage: facts.ProjectStage
    suppliers: tuple[Reference, ...] = ()
    objectives: tuple[Reference, ...] = ()
    contracts: tuple[Reference, ...] = ()
    kpis: tuple[Reference, ...] = ()
    third_parties: tuple[Words, ...] = ()
    place: Annotated[int, Field(ge=1, le=999)] | None = None
    place_reason: Sentences = ""


@router.get("/projects", response=lists(Judged), url_name="projects", auth=VIEW)
@paginate
def projects(
    request: HttpRequest, asked: Annotated[ProjectsAsked, Query()]
) -> list[Mapping[str, object]]:
    """List projects by number, each with its go-live, both slips and the status that is shown."""
    at = asked.of(request)
    return [_judged(one) for one in reads.judged(at.known, at.as_at) if asked.holds(one)]


@router.post("/projects", response=answers(Project), url_name="projects", auth=CHANGE)
def record_project(request: HttpRequest, sent: ProjectIn) -> facts.Project:
    """Record a project as it is from now on."""
    return writes.record_project(
        project=facts.Project(**said(sent)),
        by=asker(request).username,
        at=clock.now(),
        based_on=sent.based_on,
    )


@router.get("/projects/{number}", response=answers(Judged), url_name="project", auth=VIEW)
def project(request: HttpRequest, number: str, when: WhenAsked) -> Mapping[str, object]:
    """Show one project with its go-live, both slips and the status that is shown."""
    at = when.of(request)
    one = reads.project(number, at.known)
    lines = reads.lines(number, at.known, at.as_at)
    go_live = next((line for line in lines if line.milestone == facts.GO_LIVE), None)
    standing = reads.standing(one, go_live, reads.statuses(number, at.known, at.as_at))
    return _judged(rules.judged(standing, at.as_at, reads.tolerance_at(at.as_at, at.known)))


@router.get(
    "/projects/{number}/lessons",
    response=lists(LessonOffered),
    url_name="project_lessons",
    auth=VIEW,
)
@paginate
def lessons_for(request: HttpRequest, number: str, when: WhenAsked) -> list[facts.LessonOffered]:
    """List the lessons that may be for a project, the nearest first, and why."""
    at = when.of(request)
    return reads.lessons_for(reads.project(number, at.known), at.known, at.as_at)


def _judged(one: facts.Judged) -> Mapping[str, object]:
    return told(one, "is_late", "is_behind_plan", "first")
