"""Monthly updates: those received, what each said, one looked at or taken in."""

from collections.abc import Mapping
from typing import Annotated

from django.http import HttpRequest
from ninja import File, Form, Router, Schema
from ninja.files import UploadedFile
from ninja.pagination import paginate

from scrutable.access.api import asker
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.evidence.facts import RowError
from scrutable.meetings.api.shapes import Code, Day, WhenAsked, answers, lists, shown
from scrutable.portfolio import facts, reads, writes
from scrutable.portfolio.api.shapes import CHANGE, VIEW

MOST_BYTES = 1_000_000  # twenty thousand rows: a request waits while they are read

router = Router(tags=["Updates"])
Update = shown(facts.UpdateReceived, "reference")
Line = shown(facts.UpdateLine)


class UpdateIn(Schema):
    """By which cell map a register that is not our own workbook is read, and of which day it is."""

    cell_map: Code = ""
    on: Day | None = None


class PlanShown(Schema):
    """What an update would change, and how many of its rows say just what is known."""

    on: Day
    unchanged: int
    lines: tuple[facts.PlannedLine, ...]


@router.get("/updates", response=lists(Update), url_name="updates", auth=VIEW)
@paginate
def updates(request: HttpRequest, when: WhenAsked) -> list[facts.UpdateReceived]:
    """List the updates that were received, the newest first."""
    at = when.of(request)
    return [one for one in reads.updates(at.known) if one.on <= at.as_at]


@router.post("/updates", response=answers(Update), url_name="updates", auth=CHANGE)
def load(
    request: HttpRequest, file: Annotated[UploadedFile, File()], sent: Annotated[UpdateIn, Form()]
) -> facts.UpdateReceived:
    """Take in an update, all of it or nothing; the same file again gives the earlier update."""
    of = _sent(file, sent)
    earlier = reads.update_of(of.content, writes.map_version(of.cell_map, number_at()))
    if earlier is not None:
        return earlier
    incoming = _incoming(of)[0]
    by = asker(request).username
    return writes.load_update(incoming=incoming, by=by, at=clock.now())


@router.post("/updates/plan", response=answers(PlanShown), url_name="plan_update", auth=CHANGE)
def plan(
    request: HttpRequest,  # noqa: ARG001  (every operation has it)
    file: Annotated[UploadedFile, File()],
    sent: Annotated[UpdateIn, Form()],
) -> Mapping[str, object]:
    """Say what an update would change, and change nothing."""
    incoming, unchanged = _incoming(_sent(file, sent))
    lines = reads.update_plan(incoming, reads.known_to_updates(number_at()))
    return {"on": incoming.on, "unchanged": unchanged, "lines": lines}


@router.get("/updates/{int:number}", response=answers(Update), url_name="update", auth=VIEW)
def update(request: HttpRequest, number: int, when: WhenAsked) -> facts.UpdateReceived:
    """Show one update."""
    return reads.update(number, when.of(request).known)


@router.get("/updates/{int:number}/lines", response=lists(Line), url_name="update_lines", auth=VIEW)
@paginate
def lines(request: HttpRequest, number: int, when: WhenAsked) -> list[facts.UpdateLine]:
    """List everything that an update said, each with its cell."""
    known = when.of(request).known
    reads.update(number, known)
    return reads.update_lines(number, known)


def _sent(file: UploadedFile, sent: UpdateIn) -> writes.Sent:
    """Return what was sent; raises UnfitRecord for a file that is too large to be read here."""
    if (file.size or 0) > MOST_BYTES:
        remedy = "send it by the page, where a worker reads it"
        raise writes.UnfitRecord([RowError("file", "It has more than a megabyte", remedy)])
    return writes.Sent(
        content=file.read(), name=file.name or "", cell_map=sent.cell_map, on=sent.on
    )


def _incoming(sent: writes.Sent) -> tuple[facts.IncomingUpdate, int]:
    """Return the update as read, and how much of it is known; raises UnfitRecord."""
    known = number_at()
    reading = writes.read_sent(sent, known, clock.now())
    if reading.errors:
        raise writes.UnfitRecord(reading.errors)
    return writes.incoming_update(sent, reading, known), reading.unchanged
