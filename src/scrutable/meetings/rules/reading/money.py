"""Sums of money as minutes write them: £2m, £1.107m, £250k, and slips such as £681,839,00."""

import re
from decimal import Decimal

SUM = re.compile(
    r"£\s?(\d{1,12}(?:,\d{2,3})*(?:\.\d{1,4})?)\s?"
    r"(m(?:illions?|n)?\b|bn\b|billions?\b|k\b|thousands?\b)?",
    re.IGNORECASE,
)

PENCE = re.compile(r",\d\d$")  # £681,839,00: a comma for the point

TIMES = {"m": 1_000_000, "b": 1_000_000_000, "k": 1_000, "t": 1_000}


def sums_in(text: str) -> list[tuple[int, int, Decimal]]:
    """Return where each sum stands and what it comes to in pounds."""
    return [(*found.span(), _pounds(found)) for found in SUM.finditer(text)]


def pounds_in(text: str) -> Decimal | None:
    """Return the first sum of the text in pounds."""
    found = SUM.search(text)
    return _pounds(found) if found else None


def _pounds(found: re.Match[str]) -> Decimal:
    figure = PENCE.sub(lambda pence: "." + pence[0][1:], found[1])
    times = TIMES[found[2][0].lower()] if found[2] else 1
    return Decimal(figure.replace(",", "")) * times
