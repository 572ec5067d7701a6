"""What a cell of an update says; pure."""

from datetime import date, datetime

from scrutable.evidence.facts import RowError
from scrutable.evidence.intake import Value

MOST_SHOWN = 40
YEARS = range(1990, 2100)


def refused(place: str, sentence: str) -> RowError:
    """Return a refusal in words as a fault at a place: its first sentence, then what to do."""
    fault, _, remedy = sentence.rstrip(".").partition(". ")
    return RowError(place, fault, (remedy[:1].lower() + remedy[1:]) or "correct it")


def words_of(value: Value) -> str:
    """Return the cell as words: whole numbers without their point, unprintable signs as spaces."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in str(value))
    return text.strip()


def day_in(value: Value) -> date | None:
    """Return the day in a cell; None for anything else, and for another age."""
    if isinstance(value, datetime):
        value = value.date()
    return value if isinstance(value, date) and value.year in YEARS else None


def short(text: str) -> str:
    """Return as much of the text as a fault quotes."""
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"
