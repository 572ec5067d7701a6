"""Spark as an engine: this machine's cores, or a cluster's by its master's address."""

from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import PurePath
from typing import Any

from scrutable.housekeeping.engine.running import Columns, NoEngine, Row

EVERYWHERE = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.ansi.enabled": "true",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
}
ON_THIS_MACHINE = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.sql.shuffle.partitions": "16",  # two hundred cost a small question more than it takes
}
MISSING = (
    "Spark is not installed here. Install requirements-spark.txt and Java 17, or leave out --engine"
)


class SparkEngine:
    """A Spark session; what is kept is worked out at once, and lies with whoever worked it out."""

    name = "spark"

    def __init__(self, *, master: str = "local[*]", megabytes: int = 0, spill_to: str = "") -> None:
        try:
            builder = import_module("pyspark.sql").SparkSession.builder
        except ImportError as fault:
            raise NoEngine(MISSING) from fault
        most = f"{megabytes}m" if megabytes else ""
        said = {"spark.driver.memory": most, "spark.local.dir": spill_to}
        here = ON_THIS_MACHINE if master.startswith("local") else {}
        builder = builder.master(master).appName("Scrutable")
        for name, value in {**EVERYWHERE, **here, **said}.items():
            builder = builder.config(name, value) if value else builder
        try:
            self.session = builder.getOrCreate()
        except Exception as fault:  # whatever Java or the master says
            raise NoEngine(_without_start(master)) from fault

    def table(self, name: str, columns: Columns, rows: Iterable[Row]) -> None:
        """Make a table of the rows, in place of any of that name."""
        said = ", ".join(
            f"{column} {'STRING' if kind == 'VARCHAR' else kind}" for column, kind in columns
        )
        self._keep(name, self.session.createDataFrame([tuple(row) for row in rows], said))

    def snapshot(self, name: str, path: PurePath) -> None:
        """Make a table of a snapshot, in place of any of that name."""
        self.session.read.parquet(str(path)).createOrReplaceTempView(name)

    def keep(self, name: str, text: str, asked: Sequence[object] = ()) -> None:
        """Keep what a query gives as a table, in place of any of that name."""
        self._keep(name, self.session.sql(text, list(asked)))

    def drop(self, *names: str) -> None:
        """Forget tables, so that there is room for others."""
        for name in names:
            self.session.catalog.dropTempView(name)

    def rows(self, text: str, asked: Sequence[object] = ()) -> list[Row]:
        """Return what a query gives, in its own order."""
        return [tuple(row) for row in self.session.sql(text, list(asked)).collect()]

    def _keep(self, name: str, frame: Any) -> None:
        frame.localCheckpoint(eager=True).createOrReplaceTempView(name)


def _without_start(master: str) -> str:
    if master.startswith("local"):
        return "Spark did not start. It needs Java 17: install it, or leave out --engine"
    return f"Spark did not start at {master}. See that it answers there and that Java 17 is here"
