"""Long work on updates, for the worker: reading a large one, and taking it in.

What was sent waits in the cache, for its sender alone, until it is confirmed.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.core.cache import cache
from django.urls import reverse
from django_tasks import task

from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.kernel.wording import count_words
from scrutable.portfolio import writes
from scrutable.portfolio.intake import Reading
from scrutable.portfolio.writes import Sent
from scrutable.work.writes import ask, carrying_out

KEPT_SECONDS = 24 * 3600


@dataclass(frozen=True, slots=True)
class Held:
    """A file that waits to be confirmed, with what was read from it once that is over."""

    sent: Sent
    reading: Reading | None = None


class SentTooLongAgo(Exception):
    """What was sent was not kept until the worker came to it."""

    def __init__(self) -> None:
        super().__init__(
            "What was sent is kept for a day only, and nothing was loaded. Send it again."
        )


def hold(person: int, held: Held, token: str = "") -> str:
    """Keep what was sent until it is confirmed, and return its token."""
    token = token or secrets.token_urlsafe(24)
    cache.set(_key(person, token), held, KEPT_SECONDS)
    return token


def held(person: int, token: str) -> Held | None:
    """Return what this very person sent, or None where it is gone."""
    found = cache.get(_key(person, token))
    return found if isinstance(found, Held) else None


def let_go(person: int, token: str) -> None:
    """Drop it: it is loaded."""
    cache.delete(_key(person, token))


def ask_to_read(*, person: int, token: str, name: str, by: str, at: datetime) -> int:
    """Queue the reading of what is held and return its job's number."""
    arguments = {"person": person, "token": token}
    return ask(title=f"Read {name}"[:200], task=read, arguments=arguments, by=by, at=at)


@task()
def read(job: int, person: int, token: str) -> None:
    """Read what was sent; its page then shows every fault, or what it would change."""
    with carrying_out(job) as work:
        found = _held(person, token)
        reading = writes.read_sent(found.sent, number_at(), clock.now(), work)
        hold(person, Held(found.sent, reading), token)
        work.link = reverse("portfolio:update_plan", args=[token])
        faults = count_words(len(reading.errors), "fault")
        work.outcome = (
            f"{found.sent.name} has {faults}: nothing can be loaded."
            if reading.errors
            else f"{found.sent.name} is read. Nothing is loaded until you confirm it."
        )


def ask_to_load(*, person: int, token: str, name: str, by: str, at: datetime) -> int:
    """Queue the loading of what was read and return its job's number."""
    arguments = {"person": person, "token": token, "by": by}
    return ask(title=f"Load {name}"[:200], task=load, arguments=arguments, by=by, at=at)


@task()
def load(job: int, person: int, token: str, by: str) -> None:
    """Take in what was read; what stops it is the job's outcome."""
    with carrying_out(job) as work:
        found = _held(person, token)
        work(0, 0, "Reading it once more")
        reading = writes.read_sent(found.sent, number_at(), clock.now(), work)
        if reading.errors:
            hold(person, Held(found.sent, reading), token)
            work.link = reverse("portfolio:update_plan", args=[token])
            work.outcome = "It no longer goes together with what is recorded. Nothing was loaded."
            return
        incoming = writes.incoming_update(found.sent, reading, number_at())
        work(0, 0, "Saving")
        received = writes.load_update(incoming=incoming, by=by, at=clock.now())
        let_go(person, token)
        work.link = reverse("portfolio:update", args=[received.number])
        work.outcome = f"{received.file_name} is loaded as {received.reference}."


def _held(person: int, token: str) -> Held:
    found = held(person, token)
    if found is None:
        raise SentTooLongAgo
    return found


def _key(person: int, token: str) -> str:
    return f"update-sent-{person}-{token}"
