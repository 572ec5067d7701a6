"""What happened, who did it, and what was known when."""

import json
from datetime import UTC, datetime
from typing import TypeVar

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from scrutable.audit.facts import FIRST_SEAL, Break, EventFact, seal_of
from scrutable.audit.models import Event, Kept

Row = TypeVar("Row", bound=Kept)


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
