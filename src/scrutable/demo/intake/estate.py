"""The days on which extracts of Westmere's own systems are drawn."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from pydantic import TypeAdapter

from scrutable.demo.facts import (
    Council,
    Estate,
    EstateDay,
    ExtractsTaken,
    Happening,
    Names,
)
from scrutable.demo.intake import files

OWNER = "b.khan"
TAKEN_AFTER = timedelta(days=2)
DAYS = TypeAdapter(tuple[EstateDay, ...])


def extracts(council: Council) -> Iterator[Happening]:
    """Yield the taking of each day's extracts, two days after they were drawn."""
    told = files.table(council, "estate.toml")
    names = Names(
        first=tuple(told["first_names"]),
        last=tuple(told["last_names"]),
        services=tuple(told["services"]),
    )
    estate = Estate(names=names, days=DAYS.validate_python(told["day"]))
    for day in estate.days:
        at = files.in_london(datetime.combine(day.on + TAKEN_AFTER, time(9, 40)))
        yield Happening(at=at, by=OWNER, what=ExtractsTaken(estate=estate, day=day))
