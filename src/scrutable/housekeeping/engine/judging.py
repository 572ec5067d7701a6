"""What accounts and devices are asked alike: how many count on each line, and what is wrong."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TypeVar

from scrutable.housekeeping.engine.running import Engine, Row

Line = TypeVar("Line", bound=StrEnum)


def counted(engine: Engine, things: str, lines: type[Line]) -> dict[Line, int]:
    """Return how many of the judged things count on each line; none is left out."""
    text = f"SELECT line, count(*) FROM judged_{things} GROUP BY line ORDER BY line"
    numbers = {line: int(number) for line, number in engine.rows(text)}
    return {line: numbers.get(line.value, 0) for line in lines}


def findings_text(things: str, name: str, asked: str, faults: Sequence[tuple[StrEnum, str]]) -> str:
    """Return the SQL of the judged things on which each fault's condition holds."""
    return f"WITH asked AS (SELECT {asked})\n" + "\nUNION ALL\n".join(
        f"SELECT at_row, '{fault.value}' AS fault, {name}, person_id"
        f" FROM judged_{things} CROSS JOIN asked WHERE {condition}"
        for fault, condition in faults
    )


def found(engine: Engine, findings: str, name: str) -> list[Row]:
    """Return row, fault, name and person of each finding, by row, then by fault."""
    return engine.rows(
        f"SELECT f.at_row, f.fault, f.{name}, coalesce(s.person, '') FROM {findings} AS f"
        " LEFT JOIN staff AS s ON s.person_id = f.person_id ORDER BY 1, 2"
    )
