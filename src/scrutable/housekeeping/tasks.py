"""Long work on the estate, for the worker: taking a large extract, reconciling a large day."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.urls import reverse
from django_tasks import task

from scrutable.audit import clock
from scrutable.housekeeping import writes
from scrutable.housekeeping.facts import Extract, ExtractKind
from scrutable.housekeeping.intake import Asked
from scrutable.kernel.wording import count_words, date_words
from scrutable.work.writes import ask, carrying_out

TAKEN_AT_ONCE = 2_000_000  # bytes; a larger file is taken by the worker, with its progress shown
RECONCILED_AT_ONCE = 50_000  # rows of the day's extracts
FAULTS_TOLD = 5  # of a file that cannot be taken
OF_THE_FILE = re.compile(r"“[^”]*”|(?<=headings )\(.*\)")  # what jobs are kept without


def extracts_folder() -> Path:
    """Return where the rows of extracts lie."""
    return Path(settings.DATA_DIR) / "extracts"


def ask_to_take(*, path: Path, asked: Asked, by: str, at: datetime) -> int:
    """Queue the taking of what was laid aside and return its job's number."""
    arguments = {
        "path": str(path),
        "asked": {
            "kind": asked.kind.value,
            "as_at": asked.as_at.isoformat(),
            "name": asked.name,
            "mapping": dict(asked.mapping),
            "month_first": asked.month_first,
        },
        "by": by,
    }
    return ask(title=f"Take {asked.name}"[:200], task=take, arguments=arguments, by=by, at=at)


@task()
def take(job: int, path: str, asked: Mapping[str, Any], by: str) -> None:
    """Take an extract; what is wrong with it is the job's outcome."""
    with carrying_out(job) as work:
        wanted = Asked(
            kind=ExtractKind(asked["kind"]),
            as_at=date.fromisoformat(asked["as_at"]),
            name=asked["name"],
            mapping=asked["mapping"],
            month_first=asked["month_first"],
        )
        work(0, 0, f"Reading {wanted.name}")
        found = writes.take_sent(
            path=Path(path),
            asked=wanted,
            folder=extracts_folder(),
            megabytes=settings.EXTRACTS_MEGABYTES,
            by=by,
            at=clock.now(),
        )
        if isinstance(found, Extract):
            work.link = reverse("housekeeping:extract", args=[asked["kind"], asked["as_at"]])
            work.outcome = taken_words(found)
        else:
            told = "; ".join(OF_THE_FILE.sub("“…”", str(one)) for one in found[:FAULTS_TOLD])
            work.outcome = f"{wanted.name} was not taken: {told}."


def taken_words(one: Extract) -> str:
    """Return what became of the rows of an extract."""
    kept = f"{one.name} is taken: {count_words(one.fit, 'row')} kept"
    return f"{kept}, {one.refused:,} refused." if one.refused else f"{kept}, none refused."


def ask_to_reconcile(*, as_at: date, by: str, at: datetime) -> int:
    """Queue the reconciling of a day and return its job's number."""
    return ask(
        title=f"Reconcile the extracts as at {date_words(as_at)}",
        task=reconcile,
        arguments={"as_at": as_at.isoformat(), "by": by},
        by=by,
        at=at,
    )


@task()
def reconcile(job: int, as_at: str, by: str) -> None:
    """Hold the extracts of a day against each other and keep what comes of it."""
    with carrying_out(job) as work:
        day = date.fromisoformat(as_at)
        work(0, 0, f"Holding the extracts as at {date_words(day)} against each other")
        found = writes.reconcile(
            folder=extracts_folder(),
            as_at=day,
            megabytes=settings.EXTRACTS_MEGABYTES,
            by=by,
            at=clock.now(),
        )
        work.link = reverse("housekeeping:estate")
        parts = ", ".join(one.part.value for one in found)
        work.outcome = f"Reconciled as at {date_words(day)}: {parts}."
