"""Asking for a job, carrying it out, and giving up on it if its worker is gone.

SQLite has one writer. A load holds the write lock for one short transaction, so progress is
never written while a transaction is open: what is known before it opens stays on the page
until it has ended. Parse first, saying how far; then say “Saving”; then open the transaction.
"""

import os
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models.functions import Now
from django_tasks import TaskResultStatus
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult

from scrutable.work.facts import JobState
from scrutable.work.models import Job
from scrutable.work.rules import share

LOST_AFTER = timedelta(seconds=60)
LOST = (
    "The worker stopped while this was under way. What was not finished was not kept; "
    "ask for it again."
)
OUR_FAULT = "This stopped because of a fault in Scrutable ({kind}). Tell whoever runs it."


def ask(
    *, title: str, task: Task[..., Any], arguments: Mapping[str, object], by: str, at: datetime
) -> int:
    """Queue the task and return its job's number, which is the task's first argument.

    Job and queue entry stand in one transaction: both are there or neither.
    """
    with transaction.atomic():
        job = Job.objects.create(title=title, asked_by=by, asked_at=at)
        result = task.enqueue(job.pk, **arguments)
        Job.objects.filter(pk=job.pk).update(task=result.id)
    return job.pk


@dataclass(slots=True)
class Work:
    """A job under way: call it to say how far it is, set its outcome and where that leads."""

    number: int
    outcome: str = ""
    link: str = ""
    shown: tuple[int, int, str] = (-1, 0, "")

    def __call__(self, done: int, total: int, message: str = "") -> None:
        """Write the progress if a reader would see a difference and no transaction is open."""
        showing = (share(done, total), total, message)
        if showing == self.shown or connection.in_atomic_block:
            return
        self.shown = showing
        Job.objects.filter(pk=self.number).update(
            done=min(done, total) if total else done, total=total, message=message[:200]
        )


@contextmanager
def carrying_out(number: int) -> Iterator[Work]:
    """Hold the job as running and say at the end how it went.

    An error of our own classes is the job's outcome in its own words; any other is shown as
    our fault and raised again, so that the log has it.
    """
    work = Work(number)
    mine = Job.objects.filter(pk=number)
    mine.update(state=JobState.RUNNING, worker=_worker(), beat_at=Now())
    try:
        yield work
    except Exception as error:
        ours = type(error).__module__.startswith("scrutable.")
        outcome = str(error) if ours else OUR_FAULT.format(kind=type(error).__name__)
        mine.update(state=JobState.FAILED, outcome=outcome)
        if not ours:
            raise
    else:
        mine.update(state=JobState.FINISHED, outcome=work.outcome, link=work.link, message="")


def beat() -> None:
    """Say that this worker is alive."""
    Job.objects.filter(state=JobState.RUNNING, worker=_worker()).update(beat_at=Now())


def reap() -> int:
    """Give up the jobs whose worker has been silent for a minute; return how many.

    A worker that was only slow has the last word: finishing overwrites this.
    """
    with transaction.atomic():
        lost = Job.objects.filter(state=JobState.RUNNING, beat_at__lt=Now() - LOST_AFTER)
        tasks = [task for task in lost.values_list("task", flat=True) if task]
        DBTaskResult.objects.filter(pk__in=tasks, status=TaskResultStatus.RUNNING).update(
            status=TaskResultStatus.FAILED,
            finished_at=Now(),
            exception_class_path="",
            traceback=LOST,
        )
        return lost.update(state=JobState.FAILED, outcome=LOST)


def _worker() -> str:
    return f"{socket.gethostname()}:{os.getpid()}"[:150]
