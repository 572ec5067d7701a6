"""Everything that is recorded whole: strategies, benefits, outcomes, lessons and the like."""

from collections.abc import Iterator
from typing import Any, TypeVar

from django.db.models import Max, QuerySet
from pydantic import TypeAdapter

from scrutable.audit.models import Kept
from scrutable.audit.reads import as_known
from scrutable.portfolio import facts, models

Kind = TypeVar("Kind", bound=facts.Record)
ADAPTERS: dict[type[facts.Record], TypeAdapter[Any]] = {
    kind: TypeAdapter(kind) for kind in models.TABLES
}


class UnknownRecord(Exception):
    """Nothing of the kind has this key."""

    def __init__(self, kind: type[facts.Record], key: dict[str, Any]) -> None:
        said = " ".join(str(value) for value in key.values())
        super().__init__(f"There is no {kind.WHAT} {said}. Check it in the list.")


def every(kind: type[Kind], known: int, **only: Any) -> list[Kind]:
    """Return all of the kind that answer `only`, each as it stood then, in the order of the key.

    `only` may name fields as Django looks them up: `project="277"`, `on__lte=day`.
    """
    rows = as_known(rows_of(kind), known).filter(**only)
    return list(_facts(kind, rows.order_by(*kind.KEY)))


def one(kind: type[Kind], known: int, **key: Any) -> Kind:
    """Return the one with the key; raises UnknownRecord."""
    found = stands(kind, known, **key)
    if found is None:
        raise UnknownRecord(kind, key)
    return found


def stands(kind: type[Kind], known: int, **key: Any) -> Kind | None:
    """Return the one with the key as it stood then, None where there was none."""
    rows = rows_of(kind).filter(**key, event__lte=known).order_by("-event")[:1]
    return next(_facts(kind, rows), None)


def versions(kind: type[Kind], known: int, **key: Any) -> list[Kind]:
    """Return the one with the key as it stood after each change, oldest first."""
    rows = rows_of(kind).filter(**key, event__lte=known).order_by("event")
    return list(_facts(kind, rows))


def history(kind: type[Kind], known: int) -> list[Kind]:
    """Return every version of all of the kind by then: by key, the oldest of each first."""
    rows = rows_of(kind).filter(event__lte=known).order_by(*kind.KEY, "event")
    return list(_facts(kind, rows))


def next_number(kind: type[facts.Record], **within: Any) -> int:
    """Return the number after the highest; asked only while the one write lock is held."""
    rows = rows_of(kind).filter(**within)
    highest: int | None = rows.aggregate(highest=Max(kind.KEY[-1]))["highest"]
    return (highest or 0) + 1


def rows_of(kind: type[facts.Record]) -> QuerySet[Kept]:
    """Return all rows of the kind."""
    return models.TABLES[kind]._default_manager.all()  # noqa: SLF001  (Django's name for it)


def adapter(kind: type[Kind]) -> TypeAdapter[Kind]:
    """Return what makes facts of the kind out of stored values, and plain values out of facts."""
    return ADAPTERS[kind]


def _facts(kind: type[Kind], rows: QuerySet[Kept]) -> Iterator[Kind]:
    made = adapter(kind)
    for values in rows.values():
        yield made.validate_python({**values, "version": values["event"]})
