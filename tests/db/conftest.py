"""A store that several writers share, each in a thread with a connection of its own."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections


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
