"""What happened, who did it, what was known when, and what may be kept of it."""

from scrutable.audit.reads.areas import Area
from scrutable.audit.reads.carrying import Carried
from scrutable.audit.reads.events import (
    as_known,
    event,
    events,
    last_event,
    number_at,
    recorded_at,
    seal_of_event,
    verify_chain,
)
from scrutable.audit.reads.lasting import NEVER, Write, forget_writes, last_write
from scrutable.audit.reads.naming import NamedTooFew, named, resting_on
from scrutable.audit.reads.resting import Resting

__all__ = [
    "NEVER",
    "Area",
    "Carried",
    "NamedTooFew",
    "Resting",
    "Write",
    "as_known",
    "event",
    "events",
    "forget",
    "last_event",
    "last_write",
    "named",
    "number_at",
    "recorded_at",
    "resting_on",
    "seal_of_event",
    "verify_chain",
]


def forget() -> None:
    """Forget all that is kept between events; for tests, whose events are undone."""
    for carried in Carried.every:
        carried.stood.clear()
    for resting in Resting.every:
        resting.answers.clear()
    forget_writes()
