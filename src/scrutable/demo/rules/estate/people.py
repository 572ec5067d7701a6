"""Invented people: who is at work on a day, who has left and when; pure."""

import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from scrutable.demo.facts import Estate, EstateDay, Names
from scrutable.demo.rules.chance import pick

HEADINGS = ("Employee Number", "Full Name", "Work Email", "Service", "Leaving Date")
STRIDE = 7919  # no part of how many names there are, so that each comes once
LISTED = 640  # leavers that the staff extract still lists
LEAVING_DAYS = 25  # of a month, on which people leave
Row = tuple[str, ...]


def staff(estate: Estate, day: EstateDay) -> Iterator[Row]:
    """Yield the staff extract: everybody at work, and those who left in the last two years."""
    yield HEADINGS
    names, (first, last) = estate.names, day.at_work
    for place in range(-LISTED, last):
        left = uk(left_on(place, estate)) if place < first else ""
        service = names.services[pick(0, len(names.services) - 1, "service", place)]
        yield number(place), name(place, names), address(place, names), service, left


def number(place: int) -> str:
    """Return the employee number."""
    return f"E{20_700 + place:06}"


def name(place: int, names: Names) -> str:
    """Return the name; nobody has another's."""
    at = place * STRIDE % (len(names.first) * len(names.last))
    return f"{names.first[at % len(names.first)]} {names.last[at // len(names.first)]}"


def login(place: int, names: Names) -> str:
    """Return the name as a login holds it."""
    plain = unicodedata.normalize("NFKD", name(place, names)).replace("’", "")
    return plain.encode("ascii", "ignore").decode().casefold().replace(" ", ".")


def address(place: int, names: Names) -> str:
    """Return the address, which leads nowhere."""
    return f"{login(place, names)}@westmere.example"


def left_on(place: int, estate: Estate) -> date:
    """Return the last day at work of somebody who has left by the last of the days."""
    first, *later = estate.days
    if place < first.at_work[0]:
        return first.on - timedelta(days=first.at_work[0] - place + 4)
    for before, after in pairwise((first, *later)):
        if place < after.at_work[0]:
            begun, ended = before.at_work[0], after.at_work[0]
            steps = (place - begun) * LEAVING_DAYS // (ended - begun)
            return before.on + timedelta(days=1 + steps)
    raise ValueError(f"{place} has not left")


def uk(day: date) -> str:
    """Return the day as exports write it here."""
    return f"{day:%d/%m/%Y}"
