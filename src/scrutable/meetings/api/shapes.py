"""How facts are written as JSON, and what of them may be sent."""

import dataclasses
from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from types import GenericAlias
from typing import Annotated, Any, Self, get_type_hints

from django.http import HttpRequest
from ninja import Field, Query, Schema
from pydantic import (
    AfterValidator,
    BeforeValidator,
    StringConstraints,
    create_model,
    model_validator,
)
from pydantic_core import PydanticCustomError

from scrutable.access.facts import Permission
from scrutable.access.views import Asked, asked, permits
from scrutable.govuk.forms import printable
from scrutable.meetings import facts

Words = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=200), AfterValidator(printable)
]
Text = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=100_000), AfterValidator(printable)
]
Code = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=40), AfterValidator(printable)
]
Reference = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=100), AfterValidator(printable)
]


def as_words(sent: object) -> object:
    """Return a day as it was sent; refuses a number, which none of ours is."""
    is_number = isinstance(sent, int | float) or (isinstance(sent, str) and "-" not in sent[1:])
    if is_number:
        raise PydanticCustomError("date_parsing", "Write a day as 2026-10-12")
    return sent


Day = Annotated[date, BeforeValidator(as_words), Field(ge=date(1970, 1, 1), le=date(2199, 12, 31))]
Count = Annotated[int, Field(ge=0, le=1_000_000)]
Pounds = Annotated[Decimal, Field(ge=0, max_digits=15, decimal_places=2)]
PROBLEMS = frozenset({401, 403, 404, 409, 422})


class Fault(Schema):
    """One thing that is wrong: where, what, and what to do."""

    place: str
    fault: str
    remedy: str = ""


class Problem(Schema):
    """Why something was not done, as RFC 9457 writes it."""

    title: str
    status: int
    detail: str
    faults: list[Fault] = []  # noqa: RUF012  (a schema's defaults are copied)


def answers(kind: Any) -> dict[Any, Any]:
    """Return what an operation answers: what was asked for, or a problem."""
    return {200: kind, PROBLEMS: Problem}


def lists(kind: Any) -> dict[Any, Any]:
    """Return what an operation answers that lists several of a kind."""
    return answers(GenericAlias(list, (kind,)))


def shown(fact: type, *properties: str, without: Collection[str] = (), **derived: Any) -> Any:
    """Return the schema of a fact: its fields, those properties, and what is worked out of it.

    Made of the fact itself, so that the two never differ.
    """
    hints = get_type_hints(fact)
    names = [f.name for f in dataclasses.fields(fact) if f.name not in without]
    fields: dict[str, Any] = {name: (hints[name], ...) for name in names}
    for name in properties:
        fields[name] = (get_type_hints(getattr(fact, name).fget)["return"], ...)
    fields |= {name: (kind, ...) for name, kind in derived.items()}
    name = f"{fact.__name__}{'Listed' if without else 'Shown'}"  # facts nest under their own name
    return create_model(name, __base__=Schema, __doc__=fact.__doc__, **fields)


def told(fact: Any, *properties: str, **derived: object) -> Mapping[str, object]:
    """Return a fact with some of its properties and what is worked out of it."""
    names = [*(f.name for f in dataclasses.fields(fact)), *properties]
    return {name: getattr(fact, name) for name in names} | derived


def given(schema: Schema) -> dict[str, Any]:
    """Return what a schema was given, by field, with facts for what is nested in it."""
    values = {name: getattr(schema, name) for name in type(schema).model_fields}
    return {name: one.fact() if isinstance(one, Nested) else one for name, one in values.items()}


class Nested(Schema):
    """Something within what is sent that is a fact of its own."""

    def fact(self) -> object:
        """Return it as that fact."""
        raise TypeError(f"{type(self).__name__} says nothing of its fact")


class Closing(Nested):
    """Whether a matter is open, exempt with its paragraphs and reason, or confidential."""

    openness: facts.Openness = facts.Openness.OPEN
    paragraphs: list[int] = []  # noqa: RUF012  (a schema's defaults are copied)
    public_interest: Text = ""

    @model_validator(mode="after")
    def check(self) -> Self:
        """Refuse an exempt matter that does not say why, and an open one that does."""
        self.fact()
        return self

    def fact(self) -> facts.Closure:
        """Return it as a fact; raises ValueError where it does not say what it must."""
        return facts.Closure(
            openness=self.openness,
            paragraphs=tuple(self.paragraphs),
            public_interest=self.public_interest,
        )


class DueIn(Nested):
    """By when, in words and, where they come to days, the first and the last of them."""

    words: Words
    first: Day | None = None
    last: Day | None = None

    def fact(self) -> facts.Due:
        """Return it as a fact."""
        return facts.Due(**self.model_dump())


class When(Schema):
    """As known when, and on which day: both now, where they are not given."""

    known_at: str = Field(
        "",
        max_length=40,
        description="Answer as was known then: 2026-10-12T09:00, or the end of a day",
    )
    as_at: Day | None = Field(None, description="The day that states and counts speak of")

    def of(self, request: HttpRequest) -> Asked:
        """Return the day and the event that are spoken of; 404 for another age."""
        found = asked(request)
        return dataclasses.replace(found, as_at=self.as_at) if self.as_at else found


WhenAsked = Annotated[When, Query()]


def sees_closed(request: HttpRequest) -> bool:
    """Test whether exempt and confidential matter is this person's to see."""
    return permits(request, Permission.VIEW_EXEMPT)
