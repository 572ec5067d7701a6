"""What runs the questions: DuckDB in this process, or a Spark session; the same texts on both."""

from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any, Protocol

import duckdb

Row = tuple[Any, ...]
Columns = Sequence[tuple[str, str]]  # name and type, VARCHAR, BIGINT, BOOLEAN or DATE


class NoEngine(Exception):
    """The engine that was asked for is not to be had; says in a sentence what to do."""


class Engine(Protocol):
    """Tables by name, and SQL in the subset that every engine speaks."""

    name: str

    def table(self, name: str, columns: Columns, rows: Iterable[Row]) -> None:
        """Make a table of the rows, in place of any of that name."""

    def snapshot(self, name: str, path: PurePath) -> None:
        """Make a table of a snapshot, in place of any of that name."""

    def keep(self, name: str, text: str, asked: Sequence[object] = ()) -> None:
        """Keep what a query gives as a table, in place of any of that name."""

    def drop(self, *names: str) -> None:
        """Forget tables, so that there is room for others."""

    def rows(self, text: str, asked: Sequence[object] = ()) -> list[Row]:
        """Return what a query gives, in its own order."""


class DuckEngine:
    """DuckDB, in memory and on disk where that is short."""

    name = "duckdb"

    def __init__(self, *, megabytes: int = 0, spill_to: str = "") -> None:
        most = f"{megabytes}MB" if megabytes else ""
        said = {"memory_limit": most, "temp_directory": spill_to}
        self.connection = duckdb.connect(config={name: to for name, to in said.items() if to})
        self.views: set[str] = set()

    def table(self, name: str, columns: Columns, rows: Iterable[Row]) -> None:
        """Make a table of the rows, in place of any of that name."""
        self.drop(name)
        said = ", ".join(f"{column} {kind}" for column, kind in columns)
        self.connection.execute(f"CREATE TEMP TABLE {name} ({said})")
        given = [list(row) for row in rows]
        if given:
            signs = ", ".join("?" for _ in columns)
            self.connection.executemany(f"INSERT INTO {name} VALUES ({signs})", given)

    def snapshot(self, name: str, path: PurePath) -> None:
        """Make a table of a snapshot, in place of any of that name; it stays where it lies."""
        self.drop(name)
        said = str(path).replace("'", "''")
        self.connection.execute(
            f"CREATE TEMP VIEW {name} AS"
            f" SELECT * FROM read_parquet('{said}', hive_partitioning = false)"
        )
        self.views.add(name)

    def keep(self, name: str, text: str, asked: Sequence[object] = ()) -> None:
        """Keep what a query gives as a table, in place of any of that name."""
        if name in self.views:
            self.drop(name)
        self.connection.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS {text}", list(asked))

    def drop(self, *names: str) -> None:
        """Forget tables, so that there is room for others."""
        for name in names:
            what = "VIEW" if name in self.views else "TABLE"
            self.connection.execute(f"DROP {what} IF EXISTS {name}")
            self.views.discard(name)

    def rows(self, text: str, asked: Sequence[object] = ()) -> list[Row]:
        """Return what a query gives, in its own order."""
        return self.connection.execute(text, list(asked)).fetchall()
