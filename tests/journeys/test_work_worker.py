"""A real worker on a store on disk: what it does, and what is left when it is killed."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

CHORES = """
import sys

from django.db import transaction
from django_tasks import task

from scrutable.work import writes
from scrutable.work.models import SentLetter


@task()
def save(job):
    with writes.carrying_out(job) as work:
        work(46, 46, "Reading")
        with transaction.atomic():
            SentLetter.objects.create(recipient="a@b.example", day="2026-10-12", lines=[])
            work(1, 2, "Saving")
            print("inside", flush=True)
            sys.stdin.readline()
        work.outcome = "1 letter written"
"""
ASK = """
from datetime import UTC, datetime
import django; django.setup()
import chores
from scrutable.work import writes
writes.ask(title="Save", task=chores.save, arguments={}, by="j.smith", at=datetime.now(tz=UTC))
"""
REAP = """
import django; django.setup()
from scrutable.work import writes
print(writes.reap())
"""
SCRUTABLE = [sys.executable, "-m", "scrutable"]


class Store:
    """A council of its own in a folder, worked on by other processes."""

    def __init__(self, folder: Path) -> None:
        (folder / "chores.py").write_text(CHORES)
        self.database = folder / "scrutable.sqlite3"
        self.environment = os.environ | {
            "DATA_DIR": str(folder),
            "DJANGO_SETTINGS_MODULE": "scrutable.config.settings",
            "PYTHONPATH": str(folder),
            "PYTHONWARNINGS": "default",
        }
        self.environment.pop("DATABASE_URL", None)

    def run(self, *command: str) -> str:
        return subprocess.run(
            command, env=self.environment, check=True, capture_output=True, text=True
        ).stdout

    def start(self, *command: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            command,
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def rows(self, question: str) -> list[tuple]:
        with closing(sqlite3.connect(self.database, timeout=0)) as connection:
            return connection.execute(question).fetchall()

    def job(self) -> tuple:
        return self.rows("SELECT state, done, total, message, outcome FROM work_job")[0]


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path)
    store.run(*SCRUTABLE, "manage", "migrate", "--verbosity=0")
    store.run(sys.executable, "-c", ASK)
    return store


def is_locked(store: Store) -> bool:
    with closing(sqlite3.connect(store.database, timeout=0)) as connection:
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as refused:
            return "locked" in str(refused)
        return False


def test_a_reader_sees_progress_while_the_worker_holds_the_one_write_lock(store):
    worker = store.start(*SCRUTABLE, "work", "run", "--until-idle")
    assert worker.stdout.readline() == "inside\n"

    shown, locked = store.job(), is_locked(store)
    worker.communicate("\n", timeout=30)

    assert locked
    assert shown == ("running", 46, 46, "Reading", "")
    assert worker.returncode == 0
    assert store.job() == ("finished", 46, 46, "", "1 letter written")
    assert store.rows("SELECT count(*) FROM work_sentletter") == [(1,)]


def test_a_killed_worker_leaves_nothing_behind_and_its_job_is_given_up(store):
    worker = store.start(*SCRUTABLE, "work", "run", "--until-idle")
    assert worker.stdout.readline() == "inside\n"
    worker.send_signal(signal.SIGKILL)
    worker.communicate(timeout=30)

    left, locked = store.rows("SELECT count(*) FROM work_sentletter"), is_locked(store)
    with closing(sqlite3.connect(store.database)) as connection, connection:
        connection.execute("UPDATE work_job SET beat_at = datetime('now', '-61 seconds')")
    reaped = store.run(sys.executable, "-c", REAP)

    assert (left, locked, reaped) == ([(0,)], False, "1\n")
    state, _, _, _, outcome = store.job()
    assert (state, outcome[:18]) == ("failed", "The worker stopped")
    assert store.rows("SELECT status FROM django_tasks_database_dbtaskresult") == [("FAILED",)]
