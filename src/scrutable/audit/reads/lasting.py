"""By which event each table was written into last, as known at an event."""

from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from threading import Lock
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import OuterRef, Subquery

from scrutable.audit.models import Event, Kept
from scrutable.audit.reads.events import seal_of_event

NO_EVENT = -1  # stands for the number in the text of the question
MOST_EVENTS = 64


class Write(NamedTuple):
    """An event that wrote; the seal, which no other history has, is "" before any did."""

    number: int
    seal: str


NEVER = Write(0, "")
Tables = tuple[type[Kept], ...]
Writes = Mapping[type[Kept], Write]
WATCHED: dict[type[Kept], None] = {}  # every table that some answer rests on
READ: OrderedDict[tuple[Write, Tables], Writes] = OrderedDict()
LOCK = Lock()


def watch(tables: Iterable[type[Kept]]) -> None:
    """Say that answers rest on the tables, so that it is read when they were written into."""
    WATCHED.update(dict.fromkeys(tables))


def last_write(known: int, tables: Collection[type[Kept]]) -> Write | None:
    """Return the last event by then that wrote into any of the tables; NEVER where none did.

    What is read of these tables alone may be kept under it. None where the event has not
    happened yet.
    """
    watch(tables)
    found = last_writes(known)
    return None if found is None else max((found[table] for table in tables), default=NEVER)


def last_writes(known: int) -> Writes | None:
    """Return by which event each watched table was written into last by then, read once an event.

    None where the event has not happened yet.
    """
    seal = seal_of_event(known)
    if seal is None:
        return None
    asked = Write(known, seal), tuple(WATCHED)
    with LOCK:
        if asked in READ:
            return READ[asked]
    found = _read(known, tuple(WATCHED))
    with LOCK:
        READ[asked] = found
        while len(READ) > MOST_EVENTS:
            READ.popitem(last=False)
    return found


def _read(known: int, tables: Tables) -> Writes:
    text, values = _question(tables)
    with connection.cursor() as cursor:
        cursor.execute(text, [known if one == NO_EVENT else one for one in values])
        numbers = dict(zip(tables, cursor.fetchone() or (), strict=True))
    events = Event.objects.filter(number__in={one for one in numbers.values() if one})
    seals = {number: Write(number, seal) for number, seal in events.values_list("number", "seal")}
    return {table: seals.get(number, NEVER) for table, number in numbers.items()}


@lru_cache(maxsize=4)
def _question(tables: Tables) -> tuple[str, tuple[Any, ...]]:
    """Return the text of the one query and its values: to put it together takes far longer."""
    names = {f"last_{at}": _last_in(table) for at, table in enumerate(tables)}
    rows = Event.objects.filter(number=NO_EVENT).annotate(**names).values_list(*names)
    return rows.query.sql_with_params()


def _last_in(table: type[Kept]) -> Subquery:
    rows = table._default_manager.filter(event__lte=OuterRef("number"))  # noqa: SLF001  (Django's)
    return Subquery(rows.order_by("-event").values("event")[:1])


def forget_writes() -> None:
    """Forget what was read of events; for tests, whose events are undone."""
    READ.clear()
