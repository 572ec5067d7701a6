"""What a cell of a file of costs says; pure."""

import re
from decimal import Decimal
from math import isfinite

from scrutable.evidence.facts import RowError
from scrutable.evidence.intake import CellError, NotCalculated, Value
from scrutable.evidence.intake.cells import words_of

MOST_PENCE = 10**13  # of one line; no council pays more
SUM = re.compile(r"-?\d{1,14}(\.\d{1,9})?")
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(\D|$))")
SIGNS = str.maketrans("", "", "£ \u00a0")
NEAR = Decimal("0.000001")  # what a spreadsheet's binary fractions are out by
FIGURES = "enter it in figures, such as 1,234.56; 0 where it is nothing"
UNREAD = (CellError, NotCalculated)


def plain(text: str) -> str:
    """Return the text in the form in which headings and names are compared."""
    return " ".join(text.casefold().split())


def pence_in(value: Value, *, in_pounds: bool) -> int | tuple[str, str]:
    """Return the pence that a cell says, or what is wrong and what to do.

    >>> pence_in("1,234.50", in_pounds=True), pence_in(-2.5, in_pounds=True)
    (123450, -250)
    >>> pence_in("12.345", in_pounds=True)[0]
    '12.345 is no whole number of pence'
    """
    if isinstance(value, UNREAD):
        return f"The formula gives no value ({value})", "mend it, or enter the value"
    number = _number(value)
    if number is None:
        said = words_of(value)
        return (f"“{said[:40]}” is no sum of money" if said else "The sum is missing"), FIGURES
    exact = number * 100 if in_pounds else number
    pence = exact.to_integral_value()
    if abs(exact - pence) > NEAR:
        return f"{words_of(value)} is no whole number of pence", "round it to the penny"
    if abs(pence) > MOST_PENCE:
        return "The sum is out of reach", f"give at most {MOST_PENCE // 100:,} pounds"
    return int(pence)


def _number(value: Value) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, float | int | str):
        return None
    if isinstance(value, float):
        return Decimal(repr(value)) if isfinite(value) and abs(value) < MOST_PENCE * 10 else None
    text = THOUSANDS.sub("", str(value).translate(SIGNS))
    if text.startswith("(") and text.endswith(")"):  # as accounts write less than nought
        text = f"-{text[1:-1]}"
    return Decimal(text) if SUM.fullmatch(text) else None


def fault(place: str, said: tuple[str, str]) -> RowError:
    """Return the fault at a place."""
    return RowError(place, *said)
