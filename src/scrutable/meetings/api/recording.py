"""The one way in which whatever is recorded whole is taken from a program, whichever app has it."""

from collections.abc import Mapping
from dataclasses import replace
from types import GenericAlias
from typing import Annotated, Any, TypeVar

from django.http import HttpRequest
from ninja import Field, Schema
from pydantic import AfterValidator, StringConstraints

from scrutable.access.api import asker
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.forms import printable
from scrutable.meetings.api.shapes import Count, given, told
from scrutable.records import reads, writes
from scrutable.records.facts import Record

Kind = TypeVar("Kind", bound=Record)
Key = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, max_length=40, pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$"
    ),
]
Sentences = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=4000), AfterValidator(printable)
]
DaysCount = Annotated[int, Field(ge=-100_000, le=100_000)]


class Sent(Schema):
    """Something recorded whole: what is left out, it has no more."""

    based_on: Count | None = None


def several(kind: Any) -> Any:
    """Return what a list of a kind is described as."""
    return GenericAlias(list, (kind,))


def kept(request: HttpRequest, kind: type[Kind], sent: Sent, **key: Any) -> Kind:
    """Record what was sent as it is from now on; the key says of what, where the body does not."""
    return recorded(request, kind(**key, **said(sent)), sent.based_on)


def there(kind: type[Kind], **key: Any) -> Kind:
    """Return what is kept at an address; raises UnknownRecord."""
    return reads.one(kind, number_at(), **key)


def changed(request: HttpRequest, of: Kind, sent: Sent) -> Kind:
    """Record the thing with what was sent in it, unless another version stands by now."""
    based_on = of.version if sent.based_on is None else sent.based_on
    return recorded(request, replace(of, **said(sent)), based_on)


def recorded(request: HttpRequest, of: Kind, based_on: int | None) -> Kind:
    """Record the thing as it is from now on."""
    by = asker(request).username
    return writes.record(of=of, by=by, at=clock.now(), based_on=based_on)


def said(sent: Sent) -> dict[str, Any]:
    """Return what was sent of the thing itself, by field."""
    return {name: one for name, one in given(sent).items() if name != "based_on"}


def named(one: Record, **derived: object) -> Mapping[str, object]:
    """Return the record with its reference and what is worked out of it."""
    return told(one, "reference", **derived)
