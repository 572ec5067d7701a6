"""Long work on meetings, for the worker: a pack of minutes, an import from modern.gov."""

import secrets
from datetime import date, datetime

from django.conf import settings
from django.core.cache import cache
from django.urls import reverse
from django_tasks import task

from scrutable.audit import clock
from scrutable.kernel.wording import count_words
from scrutable.meetings import facts, writes
from scrutable.meetings.intake.asking import Asked, all_meetings
from scrutable.meetings.intake.service import Service
from scrutable.work.writes import ask, carrying_out

KEPT_SECONDS = 24 * 3600


class SentTooLongAgo(Exception):
    """What was sent was not kept until the worker came to it."""

    def __init__(self) -> None:
        super().__init__(
            "What was sent is kept for a day only, and nothing was loaded. Send it again."
        )


def ask_to_load(*, incoming: facts.IncomingMinutes, by: str, at: datetime) -> int:
    """Queue the loading of minutes and return its job's number."""
    token = secrets.token_urlsafe(24)
    cache.set(_key(token), incoming, KEPT_SECONDS)
    title = f"Read {incoming.name} for {incoming.meeting}"[:200]
    return ask(title=title, task=load, arguments={"token": token, "by": by}, by=by, at=at)


@task()
def load(job: int, token: str, by: str) -> None:
    """Read and load what was sent; what stops it is the job's outcome."""
    with carrying_out(job) as work:
        incoming = cache.get(_key(token))
        if not isinstance(incoming, facts.IncomingMinutes):
            raise SentTooLongAgo
        found = writes.load_minutes(incoming=incoming, by=by, at=clock.now(), progress=work)
        cache.delete(_key(token))
        work.link = reverse("meetings:minutes", args=[found.code])
        outcomes = count_words(len(found.reading.outcomes), "outcome")
        work.outcome = f"{found.name} is loaded as {found.code}: {outcomes} to look at."


def _key(token: str) -> str:
    return f"minutes-sent-{token}"


def ask_to_import(*, asked: Asked, by: str, at: datetime) -> int:
    """Queue the import of the meetings asked for and return its job's number."""
    first, last = asked.first.isoformat(), asked.last.isoformat()
    arguments = {"days": [first, last], "committees": list(asked.committees), "by": by}
    title = f"Import meetings of {first} to {last} from modern.gov"
    return ask(title=title, task=import_meetings, arguments=arguments, by=by, at=at)


@task()
def import_meetings(job: int, days: list[str], committees: list[int], by: str) -> None:
    """Import what modern.gov serves; what stops it is the job's outcome."""
    with carrying_out(job) as work:
        first, last = (date.fromisoformat(day) for day in days)
        with Service(settings.MODERN_GOV_URL) as service:
            served = all_meetings(service, Asked(first, last, tuple(committees)), work)
        work(0, 0, "Saving")
        imported = writes.import_served(served=served, by=by, at=clock.now())
        work.link = reverse("meetings:minutes_list")
        new = sum(one.became == "new" for one in imported)
        work.outcome = f"{count_words(new, 'new record')} of {count_words(len(served), 'meeting')}."
