"""The one way to change anything: numbered, sealed, in one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from django.db import connection, transaction

from scrutable.audit.facts import FIRST_SEAL, canonical_json, seal_of
from scrutable.audit.models import Event


@dataclass(slots=True)
class Change:
    """A change under way; what it puts in subject, before and after is kept with its event."""

    number: int
    at: datetime
    subject: str
    before: dict[str, object] = field(default_factory=dict)
    after: dict[str, object] = field(default_factory=dict)


@contextmanager
def change(*, verb: str, subject: str, by: str, at: datetime) -> Iterator[Change]:
    """Hold the one write lock, hand out the next number, and keep the event at the end.

    Numbers follow the order of commits: the lock is held until the transaction ends, so a read
    at a number answers alike for ever. The time never runs backwards: a clock that is behind
    the last event is taken forward to it. May be nested in a wider `atomic`; an exception
    leaves no event and no gap.
    """
    if not by:
        raise ValueError("a change needs its author")
    with transaction.atomic():
        _take_the_lock()
        last = Event.objects.order_by("-number").values_list("number", "seal", "at").first()
        number, seal, not_before = last or (0, FIRST_SEAL, at)
        moment = max(at, not_before).astimezone(UTC)
        under_way = Change(number + 1, moment, subject)
        yield under_way
        body = canonical_json({"before": under_way.before, "after": under_way.after})
        head = (by, verb, under_way.subject)
        Event.objects.create(
            number=under_way.number,
            at=moment,
            by=by,
            verb=verb,
            subject=under_way.subject,
            body=body,
            last_seal=seal,
            seal=seal_of(number=under_way.number, at=moment, head=head, body=body, last=seal),
        )


def _take_the_lock() -> None:
    """Wait for other writers; SQLite's IMMEDIATE transactions have the lock already."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE audit_event IN SHARE ROW EXCLUSIVE MODE")
