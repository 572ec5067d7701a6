"""A store that several writers share, each in a thread with a connection of its own."""

import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import connection, connections, transaction

PATIENCE = 20  # seconds; a test that waits so long has hung


@pytest.fixture
def store(tmp_path, monkeypatch):
    """A store that threads may share; SQLite's tests otherwise live in the memory of one."""
    if connection.vendor != "sqlite":
        yield
        return
    path = tmp_path / "scrutable.sqlite3"
    connection.ensure_connection()
    with sqlite3.connect(path) as file:
        connection.connection.backup(file)
    file.close()
    monkeypatch.setitem(connections.settings["default"], "NAME", str(path))
    yield


@pytest.fixture
def writers(store):
    """Run each piece of work in a thread, with a connection of its own."""
    with ThreadPoolExecutor(max_workers=4) as pool:

        def start(work, *said):
            def run():
                try:
                    return work(*said)
                finally:
                    connection.close()

            return pool.submit(run)

        yield start


@pytest.fixture
def in_turn(writers):
    """Do the first under the write lock while the second waits for it; return both outcomes."""

    def do(first, second):
        inside, leave = Event(), Event()

        def holding():
            with transaction.atomic():
                done = first()
                inside.set()
                assert leave.wait(PATIENCE)
                return done

        held = writers(holding)
        assert inside.wait(PATIENCE)
        waiting = writers(second)
        time.sleep(0.3)  # the second has looked, has seen nothing of the first, and waits
        is_waiting = not waiting.done()
        leave.set()
        assert is_waiting
        return held.result(PATIENCE), waiting

    return do
