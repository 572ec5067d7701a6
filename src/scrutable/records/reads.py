"""Everything that is recorded whole, as it stood and as it came to stand.

Facts are made from plain values: pages show thousands of them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import Enum
from functools import cache, lru_cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from django.db.models import Max, QuerySet, TextField
from django.db.models.functions import Cast
from pydantic import TypeAdapter

from scrutable.audit.models import Kept
from scrutable.audit.reads import as_known
from scrutable.records.facts import Record
from scrutable.records.models import TABLES

Kind = TypeVar("Kind", bound=Record)


class UnknownRecord(Exception):
    """Nothing of the kind has this key."""

    def __init__(self, kind: type[Record], key: dict[str, Any]) -> None:
        said = " ".join(str(value) for value in key.values())
        super().__init__(f"There is no {kind.WHAT} {said}. Check it in the list.")


def every(kind: type[Kind], known: int, /, **only: Any) -> list[Kind]:
    """Return all of the kind that answer `only`, each as it stood then, in the order of the key.

    `only` may name fields as Django looks them up: `project="277"`, `on__lte=day`.
    """
    rows = as_known(rows_of(kind), known).filter(**only)
    return list(facts_of(kind, rows.order_by(*kind.KEY)))


def one(kind: type[Kind], known: int, /, **key: Any) -> Kind:
    """Return the one with the key; raises UnknownRecord."""
    found = stands(kind, known, **key)
    if found is None:
        raise UnknownRecord(kind, key)
    return found


def stands(kind: type[Kind], known: int, /, **key: Any) -> Kind | None:
    """Return the one with the key as it stood then, None where there was none."""
    rows = rows_of(kind).filter(**key, event__lte=known).order_by("-event")[:1]
    return next(facts_of(kind, rows), None)


def versions(kind: type[Kind], known: int, /, **key: Any) -> list[Kind]:
    """Return the one with the key as it stood after each change, oldest first."""
    rows = rows_of(kind).filter(**key, event__lte=known).order_by("event")
    return list(facts_of(kind, rows))


def history(kind: type[Kind], known: int) -> list[Kind]:
    """Return every version of all of the kind by then: by key, the oldest of each first."""
    rows = rows_of(kind).filter(event__lte=known).order_by(*kind.KEY, "event")
    return list(facts_of(kind, rows))


def next_number(kind: type[Record], /, **within: Any) -> int:
    """Return the number after the highest; asked only while the one write lock is held."""
    rows = rows_of(kind).filter(**within)
    highest: int | None = rows.aggregate(highest=Max(kind.KEY[-1]))["highest"]
    return (highest or 0) + 1


def rows_of(kind: type[Record]) -> QuerySet[Kept]:
    """Return all rows of the kind."""
    return TABLES[kind]._default_manager.all()  # noqa: SLF001  (Django's name for it)


@cache
def adapter(kind: type[Any]) -> TypeAdapter[Any]:
    """Return what makes plain values out of facts of the kind."""
    return TypeAdapter(kind)


def facts_of(kind: type[Kind], rows: QuerySet[Any]) -> Iterator[Kind]:
    """Yield what the rows hold, in their order."""
    way = _way_of(kind)
    for row in rows.annotate(**way.texts).values_list(*way.columns):
        values = list(row)
        for at, made in way.made:
            values[at] = made(values[at])
        yield kind(**dict(zip(way.names, values, strict=True)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """How a row becomes a fact: a column for each field, and what makes its value of the stored.

    Lists are read as text: the same few stand in thousands of rows, and each is parsed once.
    """

    names: tuple[str, ...]
    columns: tuple[str, ...]
    texts: Mapping[str, Cast]
    made: Sequence[tuple[int, Callable[[Any], Any]]]  # by the place of the column


@cache
def _way_of(kind: type[Record]) -> _Way:
    hints = get_type_hints(kind)
    names = tuple(field.name for field in fields(kind))
    lists = [name for name in names if get_origin(hints[name]) is tuple]
    stored = {"version": "event", **{name: f"{name}_text" for name in lists}}
    return _Way(
        names=names,
        columns=tuple(stored.get(name, name) for name in names),
        texts={f"{name}_text": Cast(name, TextField()) for name in lists},
        made=[(at, made) for at, name in enumerate(names) if (made := _maker(hints[name]))],
    )


def _maker(hint: Any) -> Callable[[Any], Any] | None:
    """Return what makes a field's value of the stored one, None where they are the same."""
    if get_origin(hint) is tuple:
        return lru_cache(maxsize=4096)(TypeAdapter(hint).validate_json)
    for one in get_args(hint) or (hint,):
        if isinstance(one, type) and issubclass(one, Enum):
            known = {each.value: each for each in one}
            return {**known, None: None}.__getitem__ if get_args(hint) else known.__getitem__
    return None
