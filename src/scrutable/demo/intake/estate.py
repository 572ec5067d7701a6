"""The days on which extracts of Westmere's own systems are drawn, and what is said of them."""

from collections.abc import Iterator, Mapping
from datetime import datetime, time, timedelta

from pydantic import TypeAdapter

from scrutable.demo.facts import (
    Council,
    Estate,
    EstateDay,
    ExtractsTaken,
    FindingsAssigned,
    FindingsExplained,
    FindingsFixed,
    Happening,
    LicencesSigned,
    Names,
)
from scrutable.demo.facts.estate import EstateWhat
from scrutable.demo.intake import files

OWNER = "b.khan"
TAKEN_AFTER = timedelta(days=2)
SAID: Mapping[str, TypeAdapter[EstateWhat]] = {
    "assigned": TypeAdapter(FindingsAssigned),
    "explained": TypeAdapter(FindingsExplained),
    "fixed": TypeAdapter(FindingsFixed),
    "signed": TypeAdapter(LicencesSigned),
}
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


def said(council: Council) -> Iterator[Happening]:
    """Yield what was said of findings, and what was signed of licences."""
    told = files.table(council, "estate.toml")
    for name, made in SAID.items():
        for entry in told[name]:
            at = files.in_london(entry.pop("at"))
            yield Happening(at=at, by=OWNER, what=made.validate_python(entry))
