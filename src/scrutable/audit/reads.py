"""What happened, who did it, and what was known when."""

import json
from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Lock
from typing import Any, ClassVar, Generic, TypeVar
from weakref import WeakSet

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from scrutable.audit.facts import FIRST_SEAL, Break, EventFact, seal_of
from scrutable.audit.models import Event, Kept

Row = TypeVar("Row", bound=Kept)
Answer = TypeVar("Answer")


def as_known(rows: QuerySet[Row], number: int) -> QuerySet[Row]:
    """Keep, of each key, the row that stood at the event with this number."""
    model = rows.model
    same_key = {name: OuterRef(name) for name in model.KEY}
    newer = model._default_manager.filter(  # noqa: SLF001  (Django's name for it)
        event__lte=number, event__gt=OuterRef("event"), **same_key
    )
    return rows.filter(event__lte=number).filter(~Exists(newer))


def number_at(known_at: datetime | None = None) -> int:
    """Return the number of the last event by then (now, if no time is given); 0 before any."""
    events = Event.objects.order_by("-number")
    if known_at is not None:
        events = events.filter(at__lte=known_at)
    return events.values_list("number", flat=True).first() or 0


def last_event(known_at: datetime | None = None) -> tuple[int, str]:
    """Return number and seal of the last event by then; (0, "") before any.

    No other history can have the seal: whatever is read at the number may be kept under it.
    """
    events = Event.objects.order_by("-number")
    if known_at is not None:
        events = events.filter(at__lte=known_at)
    return events.values_list("number", "seal").first() or (0, "")


def seal_of_last_write(known: int, tables: Sequence[type[Kept]]) -> str:
    """Return the seal of the last event by then that wrote into any of the tables; "" of none.

    What is read of these tables alone may be kept under it. "" too for an event that has not
    happened yet.
    """
    rows = Event.objects.filter(number=known)
    names = [f"last_{at}" for at in range(len(tables))]
    last = dict(zip(names, (_last_in(table) for table in tables), strict=True))
    found = rows.annotate(**last).values_list(*names).first()
    number = max((one for one in found or () if one is not None), default=0)
    return (seal_of_event(number) if number else None) or ""


def _last_in(table: type[Kept]) -> Subquery:
    rows = table._default_manager.filter(event__lte=OuterRef("number"))  # noqa: SLF001  (Django's)
    return Subquery(rows.order_by("-event").values("event")[:1])


def recorded_at() -> Subquery:
    """Return when the event of each row that a query finds was recorded, as part of the query."""
    return Subquery(Event.objects.filter(number=OuterRef("event")).values("at"))


def seal_of_event(number: int) -> str | None:
    """Return the event's seal, which no other history can have; None before it has happened."""
    return Event.objects.filter(number=number).values_list("seal", flat=True).first()


def events(
    *, subject: str = "", by: str = "", before: int | None = None, most: int = 100
) -> list[EventFact]:
    """Return the newest events first; `subject` takes in everything below that reference."""
    rows = Event.objects.order_by("-number")
    if subject:
        rows = rows.filter(subject=subject) | rows.filter(subject__startswith=f"{subject}/")
    if by:
        rows = rows.filter(by=by)
    if before is not None:
        rows = rows.filter(number__lt=before)
    return [_fact(row) for row in rows[:most]]


def event(number: int) -> EventFact | None:
    """Return one event, or None."""
    row = Event.objects.filter(number=number).first()
    return _fact(row) if row else None


def verify_chain() -> list[Break]:
    """Walk every event and return the places where number, link or seal does not hold."""
    breaks: list[Break] = []
    last_number, last_seal = 0, FIRST_SEAL
    for row in Event.objects.order_by("number").iterator():
        if row.number != last_number + 1:
            breaks.append(Break(row.number, f"follows {last_number}: events are missing"))
        if row.last_seal != last_seal:
            breaks.append(Break(row.number, "does not link to the event before it"))
        head = (row.by, row.verb, row.subject)
        at = row.at.astimezone(UTC)
        expected = seal_of(number=row.number, at=at, head=head, body=row.body, last=row.last_seal)
        if row.seal != expected:
            breaks.append(Break(row.number, "has been altered since it was sealed"))
        last_number, last_seal = row.number, row.seal
    return breaks


def _fact(row: Event) -> EventFact:
    body = json.loads(row.body)
    return EventFact(
        number=row.number,
        at=row.at,
        by=row.by,
        verb=row.verb,
        subject=row.subject,
        before=body["before"],
        after=body["after"],
        seal=row.seal,
    )


@dataclass(frozen=True, slots=True)
class _Stood(Generic[Answer]):
    """The answers as they stood at an event."""

    known: int
    seal: str
    answers: Mapping[str, Answer]


class Carried(Generic[Answer]):
    """Answers by key that a process carries from one event to the next.

    Each answer is worked out of what the tables hold of its key, and of what else is `asked`; so
    only those keys are worked out again that were written since. `tables` names, of each table,
    the field that holds the key. Answers are right for ever: the seal tells another history.
    """

    MOST_ANEW: ClassVar[int] = 200  # keys; when more were written, all are worked out
    every: ClassVar["WeakSet[Carried[Any]]"] = WeakSet()

    def __init__(self, tables: Mapping[type[Kept], str], most: int = 4) -> None:
        self.tables = tables
        self.most = most
        self.stood: OrderedDict[Hashable, _Stood[Answer]] = OrderedDict()
        self.lock = Lock()
        self.every.add(self)

    def of(
        self,
        known: int,
        asked: Hashable,
        work_out: Callable[[Collection[str] | None], Mapping[str, Answer]],
    ) -> Mapping[str, Answer]:
        """Return the answers as known; `work_out` gives those of the keys, or all for None.

        An event that has not happened yet, or before the one carried, is answered afresh.
        """
        stood = self.stood.get(asked)
        numbers = {known, stood.known if stood else known}
        seals = dict(Event.objects.filter(number__in=numbers).values_list("number", "seal"))
        if stood is not None and seals.get(stood.known) != stood.seal:
            stood = None
        if known not in seals or (stood is not None and known < stood.known):
            return work_out(None)
        answers = self._answers(known, stood, work_out)
        with self.lock:
            self.stood[asked] = _Stood(known, seals[known], answers)
            self.stood.move_to_end(asked)
            while len(self.stood) > self.most:
                self.stood.popitem(last=False)
        return answers

    def _answers(
        self,
        known: int,
        stood: _Stood[Answer] | None,
        work_out: Callable[[Collection[str] | None], Mapping[str, Answer]],
    ) -> Mapping[str, Answer]:
        if stood is None:
            return work_out(None)
        if stood.known == known:
            return stood.answers
        written = self._written(stood.known, known)
        if len(written) > self.MOST_ANEW or not written <= stood.answers.keys():
            return work_out(None)
        return {**stood.answers, **work_out(written)} if written else stood.answers

    def _written(self, after: int, known: int) -> set[str]:
        """Return the keys that the events between wrote of."""
        found: set[str] = set()
        for table, key in self.tables.items():
            rows = table._default_manager.filter(  # noqa: SLF001  (Django's name for it)
                event__gt=after, event__lte=known
            )
            found.update(rows.order_by().values_list(key, flat=True).distinct())
        return found


def forget() -> None:
    """Forget all that is carried; for tests, whose events are undone."""
    for one in Carried.every:
        one.stood.clear()
