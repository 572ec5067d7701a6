"""Which heading stands for which column: by a saved mapping, else by the headings known; pure."""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

from scrutable.evidence.facts import RowError
from scrutable.housekeeping.facts import Column, ColumnType, ExtractKind

WORDS = {
    "left_on": "leaving date",
    "pence": "value",
    "placed_on": "order date",
    "billed_on": "invoice date",
    "once_pence": "one-off price",
    "yearly_pence": "yearly price",
    "starts_on": "first day",
    "ends_on": "last day",
    "tag": "asset tag",
    "seen": "day it was last seen",
}
BELONGING = frozenset({ExtractKind.ACCOUNTS, ExtractKind.DEVICES})
NOT_A_LETTER = re.compile(r"[^a-z0-9]+")


@cache
def columns_of(kind: ExtractKind) -> tuple[Column, ...]:
    """Return the columns that an extract of the kind may have."""
    text = resources.files("scrutable.housekeeping").joinpath("definitions/extracts.toml")
    said = tomllib.loads(text.read_text(encoding="utf-8"))[kind.value]
    return tuple(
        Column(
            name=name,
            type=ColumnType(one.get("type", ColumnType.TEXT)),
            headings=tuple(one["headings"]),
            required=one.get("required", False),
            filled=one.get("filled", False),
            missing=one.get("missing"),
        )
        for name, one in said.items()
    )


def plain(heading: str) -> str:
    """Return the form in which headings are compared.

    >>> plain(" E-mail_Address ")
    'e mail address'
    """
    return NOT_A_LETTER.sub(" ", heading.casefold()).strip()


def matched(
    kind: ExtractKind, headings: Sequence[str], mapping: Mapping[str, str]
) -> dict[str, int]:
    """Return the place of each column that a heading stands for.

    `mapping` leads from a column to the council's own heading and comes first. Of the headings
    known for a column, the one named first in the definitions counts.
    """
    places: dict[str, int] = {}
    said = [plain(heading) for heading in headings]
    for column in columns_of(kind):
        own = mapping.get(column.name)
        wanted = [plain(own)] if own else [plain(heading) for heading in column.headings]
        place = next((said.index(one) for one in wanted if one in said), None)
        if place is not None and place not in places.values():
            places[column.name] = place
    return places


def faults_of_headings(
    kind: ExtractKind, headings: Sequence[str], mapping: Mapping[str, str], place: str
) -> list[RowError]:
    """Return what keeps the headings from being read; nothing where they can be."""
    found = matched(kind, headings, mapping)
    seen = ", ".join(heading for heading in headings if heading.strip()) or "none"
    faults = [
        RowError(
            place,
            f"No column for the {words(column.name)} among the headings ({seen})",
            "name the heading in a mapping, or export the column",
        )
        for column in columns_of(kind)
        if column.required and column.name not in found
    ]
    known = {column.name for column in columns_of(kind)}
    faults += [
        RowError(place, f"The mapping names “{heading}”, which is no heading here", "mend it")
        for name, heading in mapping.items()
        if name in known and plain(heading) not in [plain(one) for one in headings]
    ]
    if kind in BELONGING and not {"number", "address", "name"} & set(found):
        lack = "Neither an employee number nor an address nor a name says whose each is"
        faults.append(RowError(place, lack, "export one of them"))
    said = Counter(map(plain, headings))
    doubled = {one for one, number in said.items() if number > 1}
    faults += [
        RowError(place, f"The heading “{one}” stands twice", "keep one of the two")
        for one in sorted(doubled & {plain(headings[at]) for at in found.values()})
    ]
    return faults


def words(name: str) -> str:
    """Return the column's name as people say it."""
    return WORDS.get(name, name.removeprefix("is_").replace("_", " "))
