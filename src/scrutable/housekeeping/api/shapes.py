"""Who may ask what of the estate, what may be sent, and how names leave."""

from collections.abc import Iterable
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Field, Schema
from pydantic import create_model

from scrutable.access.api import asker, those_who_may
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.housekeeping import facts, writes
from scrutable.meetings.api.shapes import shown

VIEW = those_who_may(Permission.VIEW_ESTATE)
NAMES = those_who_may(Permission.VIEW_FINDINGS)
MANAGE = those_who_may(Permission.MANAGE_ESTATE)
AGREE = those_who_may(Permission.MANAGE_AGREEMENTS)


def made(name: str, about: str, **fields: Any) -> Any:
    """Return the schema of an answer that no fact is made for."""
    every: dict[str, Any] = {field: (kind, ...) for field, kind in fields.items()}
    return create_model(name, __base__=Schema, __doc__=about, **every)


Number = Annotated[int, Field(ge=0, le=2**53)]
Months = Annotated[int, Field(ge=0, le=1200)]
Event = Annotated[int, Field(ge=1, le=2**53)]
Counted = shown(facts.Counted)
Thing = shown(facts.Thing)
Standing = shown(facts.FindingStanding, "reference")


def unkept(response: HttpResponse) -> None:
    """Have an answer that may name people kept nowhere."""
    response["Cache-Control"] = "private, no-store"


def log_look(
    request: HttpRequest, response: HttpResponse, things: Iterable[facts.Thing], where: str
) -> None:
    """Log the look at these names before they leave; where that fails, they do not."""
    writes.look(things=things, where=where, by=asker(request).username, at=clock.now())
    unkept(response)
