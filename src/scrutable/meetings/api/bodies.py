"""Bodies and their work programmes."""

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
    shown,
)

router = Router(tags=["Bodies"])
Body = shown(facts.Body, "reference")
ProgrammeEntry = shown(facts.ProgrammeEntry, "reference")


class BodyIn(Schema):
    """A body as it is from now on."""

    code: Code
    name: Words
    kind: facts.BodyKind
    chair: Words = ""
    members: tuple[Words, ...] = ()
    ended_on: Day | None = None
    modern_gov_id: Count | None = None


class ProgrammeEntryIn(Schema):
    """An entry of a work programme; number 0 is a new one."""

    number: Count = 0
    title: Words
    purpose: facts.Purpose
    owner: Words
    due_meeting: Code = ""
    every_months: Count | None = None
    asked_in: Reference = ""
    dropped_because: Text = ""


@router.get(
    "/bodies", response=lists(Body), url_name="bodies", auth=those_who_may(Permission.VIEW_MEETINGS)
)
@paginate
def bodies(request: HttpRequest, when: WhenAsked) -> list[facts.Body]:
    """List every body by name."""
    return reads.bodies(when.of(request).known)


@router.post(
    "/bodies",
    response=answers(Body),
    url_name="bodies",
    auth=those_who_may(Permission.MANAGE_MEETINGS),
)
def record_body(request: HttpRequest, sent: BodyIn) -> facts.Body:
    """Record a body as it is from now on."""
    body = facts.Body(**given(sent))
    return writes.record_body(body=body, by=asker(request).username, at=clock.now())


@router.get(
    "/bodies/{code}",
    response=answers(Body),
    url_name="body",
    auth=those_who_may(Permission.VIEW_MEETINGS),
)
def body(request: HttpRequest, code: str, when: WhenAsked) -> facts.Body:
    """Show one body."""
    return reads.body(code, when.of(request).known)


@router.get(
    "/bodies/{code}/programme",
    response=lists(ProgrammeEntry),
    url_name="programme",
    auth=those_who_may(Permission.VIEW_MEETINGS),
)
@paginate
def programme(request: HttpRequest, code: str, when: WhenAsked) -> list[facts.ProgrammeEntry]:
    """List the work programme of a body, dropped entries too."""
    known = when.of(request).known
    reads.body(code, known)
    return reads.programme(code, known)


@router.post(
    "/bodies/{code}/programme",
    response=answers(ProgrammeEntry),
    url_name="programme",
    auth=those_who_may(Permission.MANAGE_MEETINGS),
)
def put_programme_entry(
    request: HttpRequest, code: str, sent: ProgrammeEntryIn
) -> facts.ProgrammeEntry:
    """Put an entry in a work programme, or change one."""
    entry = facts.ProgrammeEntry(body=code, **given(sent))
    return writes.put_programme_entry(entry=entry, by=asker(request).username, at=clock.now())
