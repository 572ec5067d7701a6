"""What a cell says in words, and which day it names; pure."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache

from scrutable.evidence.intake.workbooks import Value

YEARS = range(1990, 2100)


def words_of(value: Value) -> str:
    """Return the cell as words: whole numbers without their point, unprintable signs as spaces."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, datetime | date):
        value = value.strftime("%d/%m/%Y")
    text = "".join(sign if sign.isprintable() else " " for sign in str(value))
    return " ".join(text.split())


def day_in(value: Value, forms: Sequence[str], years: range = YEARS) -> date | None:
    """Return the day that a cell says, as a day or written in one of the forms; None for others.

    >>> day_in("31/03/2026", ("%d/%m/%Y",)), day_in("31/11/2026", ("%d/%m/%Y",))
    (datetime.date(2026, 3, 31), None)
    """
    if isinstance(value, datetime):
        value = value.date()
    found = value if isinstance(value, date) else _day_said(words_of(value), tuple(forms))
    return found if found is not None and found.year in years else None


@lru_cache(maxsize=1 << 12)
def _day_said(text: str, forms: Sequence[str]) -> date | None:
    for form in forms:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007  (a day has no zone)
        except ValueError:
            continue
    return None
