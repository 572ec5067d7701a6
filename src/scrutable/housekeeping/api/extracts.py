"""Extracts: those taken, one sent, the rows of it that were refused, and what a day comes to."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import File, Form, Router, Schema
from ninja.files import UploadedFile
from ninja.pagination import paginate

from scrutable.access.api import asker
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.evidence.facts import RowError
from scrutable.housekeeping import facts, intake, reads, tasks, writes
from scrutable.housekeeping.api.shapes import MANAGE, NAMES, VIEW, Counted, made, unkept
from scrutable.housekeeping.facts.sums import EstatePart, SumLine, Used
from scrutable.housekeeping.forms.extracts import file_name
from scrutable.housekeeping.intake import Asked
from scrutable.housekeeping.tasks import RECONCILED_AT_ONCE, TAKEN_AT_ONCE
from scrutable.meetings.api.recording import several
from scrutable.meetings.api.shapes import (
    Day,
    WhenAsked,
    Words,
    answers,
    lists,
    shown,
    told,
)
from scrutable.records.writes import UnfitRecord

router = Router(tags=["Extracts"])
Extract = shown(
    facts.Extract,
    "reference",
    columns=dict[str, str],
    taken_at=datetime,
    taken_by=str,
    taken_event=int,
)
Snapshot = shown(
    facts.Snapshot, "reference", "number", lines=several(Counted), faults=several(Counted)
)
Line = shown(SumLine, wrong=several(Counted))
Sums = shown(
    EstatePart, snapshot=Snapshot, before=Snapshot | None, lines=several(Line), used=list[str]
)


RefusedRow = made(
    "RefusedRow",
    "A row that was refused: its line, why, and what it says, which may name people.",
    line=str,
    why=str,
    said=str,
)


class ExtractIn(Schema):
    """Of what and as at which day an extract is; empty fields are read off the file."""

    as_at: Day
    kind: facts.ExtractKind | None = None
    mapping: Words = ""
    month_first: bool = False


ExtractTaken = made(
    "ExtractTaken",
    "The extract, or the job that takes a large one.",
    extract=Extract | None,
    job=int | None,
)


class DayIn(Schema):
    """The day of the extracts that are to be held against each other."""

    as_at: Day


Reconciled = made(
    "Reconciled",
    "What each part came to, or the job that works it out for a large day.",
    snapshots=several(Snapshot),
    job=int | None,
)


@router.get("/estate/extracts", response=lists(Extract), url_name="extracts", auth=VIEW)
@paginate
def extracts(request: HttpRequest, when: WhenAsked) -> list[Mapping[str, object]]:
    """List every extract by the day, the last day first."""
    at = when.of(request)
    return [_extract(one) for one in reads.extracts(at.known, at.as_at)]


@router.post("/estate/extracts", response=answers(ExtractTaken), url_name="extracts", auth=MANAGE)
def take(
    request: HttpRequest,
    file: Annotated[UploadedFile, File()],
    sent: Annotated[ExtractIn, Form()],
) -> Mapping[str, object]:
    """Take an extract: at once where it is small, else by a worker, and then the job is told."""
    by, at = asker(request).username, clock.now()
    saved = reads.saved_mappings(sent.mapping, number_at()) if sent.mapping else {}
    path = _laid_aside(file)
    mappings = {kind.value: dict(one.columns) for kind, one in saved.items()}
    kind = sent.kind or intake.kind_of(path, mappings)
    asked = Asked(
        kind=kind,
        as_at=sent.as_at,
        name=path.name,
        mapping=mappings.get(kind.value, {}),
        month_first=sent.month_first or (kind in saved and saved[kind].month_first),
    )
    if (file.size or 0) > TAKEN_AT_ONCE:
        return {"extract": None, "job": tasks.ask_to_take(path=path, asked=asked, by=by, at=at)}
    found = writes.take_sent(
        path=path,
        asked=asked,
        folder=tasks.extracts_folder(),
        megabytes=settings.EXTRACTS_MEGABYTES,
        by=by,
        at=at,
    )
    if isinstance(found, list):
        raise UnfitRecord(found)
    return {"extract": _extract(Used(found, at, by, found.version)), "job": None}


@router.get(
    "/estate/extracts/{kind}/{day}", response=answers(Extract), url_name="extract", auth=VIEW
)
def extract(
    request: HttpRequest, kind: facts.ExtractKind, day: Day, when: WhenAsked
) -> Mapping[str, object]:
    """Show one extract: its file, its columns, and how many rows it has."""
    return _extract(reads.extract(kind, day, when.of(request).known))


@router.get(
    "/estate/extracts/{kind}/{day}/refused",
    response=lists(RefusedRow),
    url_name="refused_rows",
    auth=NAMES,
)
@paginate
def refused(
    request: HttpRequest,
    kind: facts.ExtractKind,
    day: Day,
    when: WhenAsked,
    response: HttpResponse,
) -> list[Mapping[str, str]]:
    """List the rows that were refused; they may name people, and the look is logged."""
    found = reads.extract(kind, day, when.of(request).known).extract
    rows = reads.refused_rows(tasks.extracts_folder(), found)
    if rows:
        writes.record_look(extract=found, by=asker(request).username, at=clock.now())
    unkept(response)
    return [{"line": row.line, "why": row.why, "said": row.said} for row in rows]


@router.get("/estate/sums", response=lists(Sums), url_name="sums", auth=VIEW)
@paginate
def sums(request: HttpRequest, when: WhenAsked) -> list[Mapping[str, object]]:
    """List what each part of the estate comes to by the day, line by line, and what is wrong."""
    at = when.of(request)
    return [_sums(one) for one in reads.estate(at.known, at.as_at).parts]


@router.get("/estate/snapshots", response=lists(Snapshot), url_name="snapshots", auth=VIEW)
@paginate
def snapshots(
    request: HttpRequest, when: WhenAsked, part: facts.PartOfEstate | None = None
) -> list[Mapping[str, object]]:
    """List what each part came to, day by day, the oldest first."""
    at = when.of(request)
    only = {"part": part} if part else {}
    return [_snapshot(one) for one in reads.snapshots(at.known, at.as_at, **only)]


@router.post("/estate/snapshots", response=answers(Reconciled), url_name="snapshots", auth=MANAGE)
def reconcile(request: HttpRequest, sent: DayIn) -> Mapping[str, object]:
    """Hold the extracts of a day against each other and keep what comes of it, part by part."""
    by, at = asker(request).username, clock.now()
    taken = reads.extracts(number_at(), sent.as_at)
    rows = sum(one.extract.rows for one in taken if one.extract.as_at == sent.as_at)
    if rows > RECONCILED_AT_ONCE:
        return {"snapshots": [], "job": tasks.ask_to_reconcile(as_at=sent.as_at, by=by, at=at)}
    found = writes.reconcile(
        folder=tasks.extracts_folder(),
        as_at=sent.as_at,
        megabytes=settings.EXTRACTS_MEGABYTES,
        by=by,
        at=at,
    )
    return {"snapshots": [_snapshot(one) for one in found], "job": None}


def _laid_aside(file: UploadedFile) -> Path:
    try:
        return writes.lay_aside(file.chunks(), file_name(file), tasks.extracts_folder())
    except OSError as fault:
        said = f"The extract cannot be kept ({fault.strerror or fault})"
        raise UnfitRecord([RowError("file", said, "make room, then send it again")]) from fault


def _extract(used: Used) -> Mapping[str, object]:
    one = used.extract
    return told(
        one,
        "reference",
        columns=dict(one.columns),
        taken_at=used.at,
        taken_by=used.by,
        taken_event=used.event,
    )


def _snapshot(one: facts.Snapshot) -> Mapping[str, object]:
    return told(one, "reference", "number")


def _sums(one: EstatePart) -> Mapping[str, object]:
    return told(
        one,
        snapshot=_snapshot(one.snapshot),
        before=_snapshot(one.before) if one.before else None,
        used=_used(one.used),
    )


def _used(found: Sequence[Used]) -> list[str]:
    """Return the extracts that were read, each with its event: extract/staff/2026-09-30@7."""
    return [f"{one.extract.reference}@{one.event}" for one in found]
