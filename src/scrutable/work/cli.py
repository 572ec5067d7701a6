"""`scrutable work`: the worker, and the progress bar of every command that takes long."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import click
from django.db import OperationalError, close_old_connections, connection
from django_tasks_db.management.commands.db_worker import Worker
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from scrutable.govuk.cli import with_format, write_rows
from scrutable.work import presenters, reads, writes
from scrutable.work.facts import Progress, silent

SECONDS_BETWEEN_BEATS = 10.0
SECONDS_BETWEEN_LOOKS = 0.5


@contextmanager
def progress_bar(title: str) -> Iterator[Progress]:
    """Show a bar on stderr while the work runs; nothing where stderr is not a terminal."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield silent
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task(title, total=None)

        def show(done: int, total: int, message: str = "") -> None:
            bar.update(task, completed=done, total=total or None, description=message or title)

        yield show


@click.group(name="work")
def group() -> None:
    """Jobs, and the worker that carries them out."""


@group.command()
@click.option("--until-idle", is_flag=True, help="Stop when nothing is waiting.")
def run(*, until_idle: bool) -> None:
    """Carry out the jobs that people ask for on pages.

    Runs until it is told to stop (Ctrl+C or SIGTERM), and then finishes the job it is at.
    Several may run at once. Jobs whose worker was killed are given up after a minute.
    """
    worker = Worker(
        queue_names=["default"],
        interval=SECONDS_BETWEEN_LOOKS,
        batch=until_idle,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=f"scrutable-{threading.get_native_id()}",
        excluded_queue_names=[],
    )
    worker.configure_signals()
    click.echo("Waiting for jobs. Ctrl+C stops.", err=True)
    stop = threading.Event()
    heart = threading.Thread(target=_beat_until, args=(stop,), daemon=True)
    heart.start()
    try:
        worker.run()
    finally:
        stop.set()
        heart.join()


@group.command(name="jobs")
@with_format
@click.option("--most", default=50, show_default=True, help="How many, newest first.")
def list_jobs(form: str, most: int) -> None:
    """List the newest jobs."""
    rows = [_row(presenters.present_job(job)) for job in reads.jobs(most=most)]
    write_rows(rows, COLUMNS, form)


COLUMNS = ("reference", "title", "asked_by", "asked_at", "state", "progress", "outcome")


def _row(view: presenters.JobView) -> dict[str, str]:
    texts = (view.reference, view.title, view.asked_by, view.asked_at, view.tag.word)
    return dict(zip(COLUMNS, (*texts, view.progress, view.outcome), strict=True))


def _beat_until(stop: threading.Event) -> None:
    """Say every few seconds that this worker lives, and give up the jobs of those that do not.

    A database that is locked for longer than its time-out is asked again at the next beat.
    """
    while not stop.wait(SECONDS_BETWEEN_BEATS):
        try:
            writes.beat()
            writes.reap()
        except OperationalError as busy:
            click.echo(f"The database did not take a heartbeat: {busy}", err=True)
        close_old_connections()
    connection.close()
