"""The engine that somebody asks for by its name."""

from scrutable.housekeeping.engine.running import DuckEngine, Engine
from scrutable.housekeeping.engine.spark import SparkEngine

ENGINES = ("duckdb", "spark")


def opened(name: str, *, master: str, megabytes: int, spill_to: str) -> Engine:
    """Return the engine of the name; `master` is Spark's alone. Raises NoEngine."""
    if name == "spark":
        return SparkEngine(master=master, megabytes=megabytes, spill_to=spill_to)
    return DuckEngine(megabytes=megabytes, spill_to=spill_to)
