"""What a cell or a field of money says; pure."""

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from math import isfinite

from scrutable.evidence.intake import Value, cells
from scrutable.evidence.intake.cells import YEARS, words_of
from scrutable.kernel.money import to_the_penny

SUM = re.compile(r"-?\d{1,13}(\.\d{1,2})?")
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(\D|$))")
SIGNS = str.maketrans("", "", "£ \u00a0")
PLAIN_DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%y")
DAYS = (*PLAIN_DAYS, "%d %B %Y", "%d %b %Y", "%d-%b-%Y", "%d-%b-%y", "%Y-%m-%d %H:%M:%S",
        "%Y-%m-%dT%H:%M:%S", "%d/%m/%Y %H:%M", "%d/%m/%Y %H:%M:%S")  # fmt: skip
YEAR = re.compile(r"(\d{4})(?:[/-](\d{2}|\d{4}))?(?:\.0)?")


def plain(heading: str) -> str:
    """Return the form in which headings are compared.

    >>> plain(" Cost_Centre (code) ")
    'cost centre code'
    """
    return " ".join(re.sub(r"[^a-z0-9£]+", " ", heading.casefold()).split())


def pence_in(value: Value) -> int | None:
    """Return the sum of pounds in a cell as pence; None for anything else.

    >>> pence_in("£1,107,123.21"), pence_in("(12.50)"), pence_in("12.50-"), pence_in(0.1)
    (110712321, -1250, -1250, 10)
    >>> pence_in("1,2"), pence_in("12.345"), pence_in("1e5"), pence_in(True)
    (None, None, None, None)
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        if not isfinite(value) or abs(value) > 10**13:
            return None
        return int(to_the_penny(Decimal(repr(value))) * 100)
    return _pence_said(value) if isinstance(value, str) else None


@lru_cache(maxsize=1 << 14)
def _pence_said(value: str) -> int | None:
    text = THOUSANDS.sub("", value.translate(SIGNS))
    if text.startswith("(") and text.endswith(")"):
        text = f"-{text[1:-1]}"
    elif text.endswith("-"):
        text = f"-{text[:-1]}"
    return int(Decimal(text) * 100) if SUM.fullmatch(text) else None


def day_in(value: Value) -> date | None:
    """Return the day in a cell, as a day or in words; None for anything else.

    >>> day_in("31/03/2026"), day_in("2026-03-31 00:00:00"), day_in("31/02/2026")
    (datetime.date(2026, 3, 31), datetime.date(2026, 3, 31), None)
    """
    return cells.day_in(value, DAYS)


def year_in(value: Value) -> int | None:
    """Return the year in whose April a financial year begins.

    >>> year_in("2025/26"), year_in(2025.0), year_in("2025/27"), year_in("last")
    (2025, 2025, None, None)
    """
    found = YEAR.fullmatch(words_of(value))
    if not found or int(found[1]) not in YEARS:
        return None
    follows = found[2] is None or int(found[2]) % 100 == (int(found[1]) + 1) % 100
    return int(found[1]) if follows else None
