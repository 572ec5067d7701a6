"""What a cell of an update says; pure."""

import calendar
import re
from datetime import date, datetime
from decimal import Decimal
from math import isfinite

from scrutable.evidence.intake import Value
from scrutable.kernel.money import to_the_penny
from scrutable.kernel.periods import MONTH_NAMES

MOST_SHOWN = 40
YEARS = range(1990, 2100)
MOST_DIGITS = 30
MONTHS = {
    name[:length].casefold(): at for at, name in enumerate(MONTH_NAMES, 1) for length in (3, 20)
}
MONTHS["sept"] = 9
IN_FIGURES = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
IN_WORDS = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)? |end (?:of )?)?([a-z]+)\.?,? (\d{4})", re.IGNORECASE
)
IN_DIGITS = re.compile(r"-?[0-9]{1,30}(\.[0-9]{1,10})?")
YEAR = re.compile(r"(\d{4})(?:\s*[/-]\s*(?:\d{2}|\d{4}))?")
SIGNS = str.maketrans("", "", "£, \u00a0")


def words_of(value: Value) -> str:
    """Return the cell as words: whole numbers without their point, unprintable signs as spaces."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in str(value))
    return text.strip()


def plain(text: str) -> str:
    r"""Return the text in the form in which words and headings are compared.

    >>> plain("  In\n flight ")
    'in flight'
    """
    return " ".join(text.casefold().split())


def day_in(value: Value) -> date | None:
    """Return the day in a cell; None for anything else, and for another age."""
    if isinstance(value, datetime):
        value = value.date()
    return value if isinstance(value, date) and value.year in YEARS else None


def day_said(value: Value) -> tuple[date, str] | None:
    """Return the day that a cell says, in figures or words, and the month where it names no day.

    A month without a day is its last day: whoever says “December 2020” has until then.

    >>> day_said("21/01/2019"), day_said("End of December 2020")
    ((datetime.date(2019, 1, 21), ''), (datetime.date(2020, 12, 31), 'December 2020'))
    >>> day_said("31/02/2019"), day_said("soon"), day_said("Q4 2020/21")
    (None, None, None)
    """
    if not isinstance(value, str):
        found = day_in(value)
        return (found, "") if found else None
    parts = _parts_of_day(" ".join(value.split()))
    if parts is None:
        return None
    day, month, year = parts
    if year not in YEARS or month not in range(1, 13):
        return None
    last = calendar.monthrange(year, month)[1]
    if day is None:
        return date(year, month, last), f"{MONTH_NAMES[month - 1]} {year}"
    return (date(year, month, day), "") if day in range(1, last + 1) else None


def _parts_of_day(text: str) -> tuple[int | None, int, int] | None:
    """Return day, month and year; no day where only the month is named."""
    if found := IN_FIGURES.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := ISO.fullmatch(text):
        return int(found[3]) if found[3] else None, int(found[2]), int(found[1])
    found = IN_WORDS.fullmatch(text)
    if not found or found[2].casefold() not in MONTHS:
        return None
    return int(found[1]) if found[1] else None, MONTHS[found[2].casefold()], int(found[3])


def number_in(value: Value) -> Decimal | None:
    """Return the number in a cell, also one written as text with commas; None for anything else.

    >>> number_in("1,234.50"), number_in(True), number_in("1e9"), number_in(0.0)
    (Decimal('1234.50'), None, None, Decimal('0'))
    """
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    if isinstance(value, str):
        text = value.translate(SIGNS)
        return Decimal(text) if IN_DIGITS.fullmatch(text) else None
    if not isfinite(value) or abs(value) > 10**MOST_DIGITS:
        return None
    return Decimal(int(value)) if float(value).is_integer() else Decimal(repr(value))


def pounds_in(value: Value) -> Decimal | None:
    """Return the sum of pounds in a cell, to the penny."""
    found = number_in(value)
    return None if found is None else to_the_penny(found)


def year_in(value: Value) -> int | None:
    """Return the year in which a financial year begins.

    >>> year_in("2025/26"), year_in(2025.0), year_in("last")
    (2025, 2025, None)
    """
    found = YEAR.fullmatch(words_of(value))
    year = int(found[1]) if found else 0
    return year if year in YEARS else None


def names_in(text: str) -> tuple[str, ...]:
    """Return the names that stand in a cell, one a line or with semicolons between them."""
    parts = (part.strip() for line in text.splitlines() for part in line.split(";"))
    return tuple(dict.fromkeys(part for part in parts if part))


def short(text: str) -> str:
    """Return as much of the text as a fault quotes."""
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"
