"""Every project with its go-live and its last status: the read behind every list, so made fast.

Two thousand projects with sixty updates each: the newest row of each is found by one step into
an index, and the facts are made from plain values.
"""

import json
from collections.abc import Collection, Sequence
from datetime import date
from functools import lru_cache, partial
from typing import Any, TypeVar

from django.db.models import OuterRef, QuerySet, Subquery, TextField
from django.db.models.functions import Cast

from scrutable.audit.models import Kept
from scrutable.audit.reads import Carried, as_known
from scrutable.portfolio import facts, models

PROJECTS: Carried[facts.Project] = Carried({models.Project: "number"})
Row = TypeVar("Row", bound=Kept)
THEMES = {one.value: one for one in facts.Theme}
STAGES = {one.value: one for one in facts.ProjectStage}
SCALES = {one.value: one for one in facts.Scale}
RATINGS = {"": None, **{one.value: one for one in facts.Rating}}
LISTS = ("suppliers", "objectives", "contracts", "kpis", "third_parties")
PROJECT = (
    "number",
    "title",
    "theme",
    "objective",
    "sponsor",
    "manager",
    "stage",
    "place",
    "place_reason",
    "event",
    *(f"{name}_text" for name in LISTS),
)
LINE = (
    "project",
    "milestone",
    "title",
    "original",
    "current",
    "forecast",
    "actual",
    "set_on",
    "on",
    "rebaselines",
    "event",
)
RATED = ("overall", "time", "cost", "scope", "benefits", "confidence")
SAID = ("project", "on", "scale", "assessor", "reasons", "override_reason", "to_green")
STATUS = (*SAID, "green_by", "file", "place", "event", *RATED)


def standing(
    project: facts.Project, go_live: facts.DateLine | None, statuses: Sequence[facts.Status]
) -> facts.Standing:
    """Return one project with its go-live and the last of its statuses."""
    return facts.Standing(
        project=project, go_live=go_live, status=statuses[-1] if statuses else None
    )


def standings(known: int, as_at: date, only: Collection[str] | None = None) -> list[facts.Standing]:
    """Return every project with its go-live and last status by the day, by number.

    Of all, or of those numbers.
    """
    moves = models.DateMove.objects.filter(milestone=facts.GO_LIVE, event__lte=known, on__lte=as_at)
    go_lives = {row[0]: _line(row) for row in _newest(moves, only).values_list(*LINE)}
    said = models.Status.objects.filter(event__lte=known, on__lte=as_at)
    last = {row[0]: _status(row) for row in _newest(said, only).values_list(*STATUS)}
    return [
        facts.Standing(project=one, go_live=go_lives.get(one.number), status=last.get(one.number))
        for one in projects(known, only)
    ]


def projects(known: int, only: Collection[str] | None = None) -> list[facts.Project]:
    """Return every project by number, or those of these numbers."""
    if only is not None:
        return list(_projects(known, only).values())
    return list(PROJECTS.of(known, None, partial(_projects, known)).values())


def _projects(known: int, only: Collection[str] | None) -> dict[str, facts.Project]:
    texts: dict[str, Any] = {f"{name}_text": Cast(name, TextField()) for name in LISTS}
    rows = as_known(_numbered(only), known).annotate(**texts).order_by("number")
    found = (_project(row) for row in rows.values_list(*PROJECT))
    return {one.number: one for one in found}


def _numbered(only: Collection[str] | None) -> QuerySet[models.Project]:
    every = models.Project.objects.all()
    return every if only is None else every.filter(number__in=sorted(only))


def _newest(rows: QuerySet[Row], only: Collection[str] | None) -> QuerySet[Row]:
    """Return the row that was recorded last for each project."""
    of_one = rows.filter(project=OuterRef("number")).order_by("-event", "-id").values("id")[:1]
    last = _numbered(only).order_by().values("number").distinct()
    return rows.model._default_manager.filter(  # noqa: SLF001  (Django's name for it)
        id__in=last.annotate(last=Subquery(of_one)).values("last")
    )


def _project(row: Sequence[Any]) -> facts.Project:
    number, title, theme, objective, sponsor, manager, stage, place, reason, event = row[:10]
    suppliers, objectives, contracts, kpis, third_parties = map(_names, row[10:])
    return facts.Project(
        number=number,
        title=title,
        theme=THEMES[theme],
        objective=objective,
        sponsor=sponsor,
        manager=manager,
        stage=STAGES[stage],
        suppliers=suppliers,
        objectives=objectives,
        contracts=contracts,
        kpis=kpis,
        third_parties=third_parties,
        place=place,
        place_reason=reason,
        version=event,
    )


@lru_cache(maxsize=4096)
def _names(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


def _line(row: Sequence[Any]) -> facts.DateLine:
    project, milestone, title, original, current, forecast, actual, set_on, on, times, event = row
    return facts.DateLine(
        project=project,
        milestone=milestone,
        title=title,
        original=original,
        current=current,
        forecast=forecast,
        actual=actual,
        set_on=set_on,
        said_on=on,
        rebaselines=times,
        version=event,
    )


def _status(row: Sequence[Any]) -> facts.Status:
    project, on, scale, assessor, reasons, override, to_green, green_by, file, place, event = row[
        :11
    ]
    overall, time, cost, scope, benefits, confidence = (RATINGS[text] for text in row[11:])
    if overall is None:
        raise ValueError(f"the status of {project} on {on} has no overall rating")
    return facts.Status(
        project=project,
        on=on,
        scale=SCALES[scale],
        overall=overall,
        time=time,
        cost=cost,
        scope=scope,
        benefits=benefits,
        assessor=assessor,
        reasons=reasons,
        override_reason=override,
        confidence=confidence,
        to_green=to_green,
        green_by=green_by,
        file=file,
        place=place,
        version=event,
    )
