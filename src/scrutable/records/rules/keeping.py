"""What no table can keep, or no address name, whatever it is meant to say; pure."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from scrutable.evidence.facts import RowError
from scrutable.records.facts import Record

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

YEARS = range(1970, 2200)  # in which a day may lie; beyond them it is a slip of the hand
MOST_LETTERS = 10_000  # of a text whose table sets no limit
MOST_DIGITS, MOST_DECIMALS = 18, 10
# signs that nothing prints, that halve a letter, or that turn the order of those beside them
UNWRITABLE = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069"
    "\\ud800-\\udfff\\ufffe\\uffff]"
)
CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
NO_NUMBER = "enter it in figures"


def unkeepable(
    of: "DataclassInstance",
    letters: Mapping[str, int],
    numbers: Mapping[str, range],
) -> list[RowError]:
    """Return what cannot be kept of it: the field, what is wrong with it, what to do.

    `letters` says how many letters a field holds, `numbers` which whole numbers.
    """
    found = [
        RowError(one.name, fault, remedy)
        for one in fields(of)
        for said in _parts(getattr(of, one.name))
        for fault, remedy in _wrong(
            said, letters.get(one.name, MOST_LETTERS), numbers.get(one.name)
        )
    ]
    return found or (list(_odd_codes(of)) if isinstance(of, Record) else [])


def _parts(value: object) -> Iterator[object]:
    """Yield everything that is said in a field, one thing after another."""
    if isinstance(value, tuple):
        for one in value:
            yield from _parts(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _parts(getattr(value, field.name))
    else:
        yield value


def _wrong(said: object, most: int, whole: range | None) -> Iterator[tuple[str, str]]:
    if isinstance(said, str):
        yield from _wrong_text(said, most)
    elif isinstance(said, Decimal):
        yield from _wrong_number(said)
    elif isinstance(said, date) and said.year not in YEARS:
        yield f"The year {said.year} is out of reach", f"give one from {YEARS[0]} to {YEARS[-1]}"
    elif isinstance(said, int) and whole is not None and said not in whole:
        yield "The number is out of reach", f"give one from {whole[0]:,} to {whole[-1]:,}"


def _wrong_text(said: str, most: int) -> Iterator[tuple[str, str]]:
    if odd := UNWRITABLE.search(said):
        yield f"There is a sign that cannot be printed, U+{ord(odd[0]):04X}", "take it out"
    if len(said) > most:
        yield f"It has more than {most:,} letters", f"say it in {most:,} or fewer"


def _wrong_number(said: Decimal) -> Iterator[tuple[str, str]]:
    """Yield why it is no number to be kept; asked before any is compared, which odd ones refuse."""
    if not said.is_finite():
        yield "This is no number", NO_NUMBER
        return
    exponent = said.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) else 0
    if said and (said.adjusted() >= MOST_DIGITS or decimals > MOST_DECIMALS):
        limit = f"keep to {MOST_DIGITS} digits, and {MOST_DECIMALS} after the point"
        yield "The number has too many digits", limit


def _odd_codes(of: Record) -> Iterator[RowError]:
    for name in type(of).KEY:
        said = getattr(of, name)
        is_code = type(said) is str and name not in type(of).IN_WORDS
        if is_code and said and not CODE.fullmatch(said):
            fault = f"“{said[:40]}” is no code"
            remedy = "begin with a letter or digit; besides those use dots, hyphens, underscores"
            yield RowError(name, fault, remedy)
