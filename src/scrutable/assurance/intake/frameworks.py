"""The frameworks that come with the product, read from its own files."""

import csv
import io
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from scrutable.assurance.facts import Framework, FrameworkOutcome, Level, Succession

PROFILES = ("baseline", "enhanced")
Row = Mapping[str, str]


@cache
def frameworks() -> Mapping[str, Framework]:
    """Return every version of every framework by its name."""
    rows = _rows("frameworks.csv")
    names = dict.fromkeys(row["framework"] for row in rows)
    return {name: _framework(name, [r for r in rows if r["framework"] == name]) for name in names}


@cache
def successions(before: str, after: str) -> tuple[Succession, ...]:
    """Return which outcome takes the place of which between two versions; none for others."""
    return tuple(
        Succession(before=row["from_code"], after=row["to_code"], note=row["note"])
        for row in _rows("changes.csv")
        if (row["from_framework"], row["to_framework"]) == (before, after)
    )


def _framework(name: str, rows: list[Row]) -> Framework:
    outcomes = [row for row in rows if row["kind"] == "outcome"]
    return Framework(
        name=name,
        titles={row["code"]: row["title"] for row in rows if row["kind"] != "outcome"},
        outcomes=tuple(_outcome(row) for row in outcomes),
        profiles={
            profile: least
            for profile in PROFILES
            if (least := {row["code"]: Level(row[profile]) for row in outcomes if row[profile]})
        },
    )


def _outcome(row: Row) -> FrameworkOutcome:
    return FrameworkOutcome(
        code=row["code"],
        title=row["title"],
        principle=row["within"],
        objective=row["within"][0],
        partly_possible=row["partly_possible"] == "yes",
    )


def _rows(name: str) -> list[dict[str, str]]:
    text = files("scrutable.assurance").joinpath("definitions", name).read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text)))
