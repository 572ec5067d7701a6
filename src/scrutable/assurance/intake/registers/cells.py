"""What a cell of a register of assurance says; pure."""

from datetime import date
from enum import Enum
from typing import TypeVar

from scrutable.evidence.intake import Value, cells

FORMS = ("%d/%m/%Y", "%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%d/%m/%y", "%d.%m.%Y", "%d-%m-%Y")
EVERY_YEAR = range(1, 10_000)  # whether it may lie there, the record's own rules say
MOST_DIGITS = 9
Choice = TypeVar("Choice", bound=Enum)


def words_of(value: Value) -> str:
    """Return the cell as words, line by line."""
    lines = value.splitlines() if isinstance(value, str) else [value]
    return "\n".join(cells.words_of(line) for line in lines).strip()


def day_in(value: Value) -> date | None:
    """Return the day that a cell says, as a day or in words; None for anything else.

    >>> day_in("31/03/2026"), day_in("31 March 2026"), day_in("31 November 2026")
    (datetime.date(2026, 3, 31), datetime.date(2026, 3, 31), None)
    """
    return cells.day_in(value, FORMS, EVERY_YEAR)


def whole_in(value: Value) -> int | None:
    """Return the whole number in a cell; None for anything else.

    >>> whole_in("1,200"), whole_in(24.0), whole_in("24.5"), whole_in("-1")
    (1200, 24, None, None)
    """
    text = words_of(value).replace(",", "")
    is_number = text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS
    return int(text) if is_number else None


def yes_in(value: Value) -> bool | None:
    """Return what a cell answers; None for neither yes nor no.

    >>> yes_in("Yes"), yes_in("n"), yes_in("perhaps")
    (True, False, None)
    """
    text = words_of(value).casefold()
    return {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}.get(text)


def lines_in(value: Value) -> tuple[str, ...]:
    """Return each line of a cell once; a semicolon ends one too.

    >>> lines_in("Minute 12; Test report"), lines_in("")
    (('Minute 12', 'Test report'), ())
    """
    parts = words_of(value).replace(";", "\n").splitlines()
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def codes_in(value: Value) -> tuple[str, ...]:
    """Return the codes in a cell, with commas, semicolons or lines between them.

    >>> codes_in("NET, CARE")
    ('NET', 'CARE')
    """
    return lines_in(words_of(value).replace(",", ";"))


def choice_in(value: Value, of: type[Choice]) -> Choice | None:
    """Return the choice that a cell names; None for anything else."""
    text = words_of(value).casefold().replace(" ", "_")
    return next((one for one in of if str(one.value) == text), None)
