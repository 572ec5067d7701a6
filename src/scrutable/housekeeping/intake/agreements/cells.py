"""What a cell of a register of agreements says; pure."""

import re
from datetime import date
from decimal import Decimal
from math import isfinite

from scrutable.evidence.intake import Value, cells
from scrutable.evidence.intake.cells import words_of
from scrutable.housekeeping.facts.agreements import Notice, NoticeUnit
from scrutable.housekeeping.intake.typing import DAY_FIRST, EITHER
from scrutable.kernel.money import to_the_penny

DAYS = (*DAY_FIRST, *EITHER)
SUM = re.compile(r"\d{1,12}(\.\d{1,2})?")
SIGNS = str.maketrans("", "", "£ \u00a0")
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(\D|$))")
MONTHS = re.compile(r"(\d{1,4})(?:\.0)? ?(?:(months?|m)|(years?|yrs?|y))?", re.IGNORECASE)
OPTIONS = re.compile(r"\d{1,2}(\s*\+\s*\d{1,2})+( ?(years?|yrs?))?", re.IGNORECASE)
NOTICE = re.compile(r"(\d{1,4}) ?(?:calendar )?(day|week|month)s?( notice)?", re.IGNORECASE)
NONE = frozenset({"", "no", "n", "none", "nil", "n/a", "-"})
MONTHS_OF_YEAR = 12


def day_in(value: Value) -> date | None:
    """Return the day that a cell says, as a day or in words; None for anything else.

    >>> day_in("31/03/2026"), day_in("31 March 2026"), day_in("31 November 2026")
    (datetime.date(2026, 3, 31), datetime.date(2026, 3, 31), None)
    """
    return cells.day_in(value, DAYS)


def pounds_in(value: Value) -> Decimal | None:
    """Return the sum of pounds in a cell, to the penny; None for anything else.

    >>> pounds_in("£1,107,123.21"), pounds_in(681839.0), pounds_in("£681,839,00")
    (Decimal('1107123.21'), Decimal('681839.00'), None)
    """
    if isinstance(value, float):
        return to_the_penny(Decimal(repr(value))) if isfinite(value) and value >= 0 else None
    text = THOUSANDS.sub("", words_of(value).translate(SIGNS))
    return to_the_penny(Decimal(text)) if SUM.fullmatch(text) else None


def months_in(value: Value) -> int | None:
    """Return the months that a cell says; None for anything else, and for none.

    >>> months_in("60"), months_in("5 years"), months_in("12 months"), months_in("soon")
    (60, 60, 12, None)
    """
    found = MONTHS.fullmatch(words_of(value))
    if not found:
        return None
    return int(found[1]) * (MONTHS_OF_YEAR if found[3] else 1) or None


def options_in(value: Value) -> tuple[int, ...] | None:
    """Return the months of a term and of each option after it, said in years as councils do.

    >>> options_in("2+1+1"), options_in("24")
    ((24, 12, 12), None)
    """
    text = words_of(value)
    if not OPTIONS.fullmatch(text):
        return None
    return tuple(int(years) * MONTHS_OF_YEAR for years in re.findall(r"\d+", text))


def several_months_in(value: Value) -> tuple[int, ...] | None:
    """Return the months of each option, with commas or semicolons between them.

    >>> several_months_in("12, 12 months"), several_months_in("2 x 12")
    ((12, 12), None)
    """
    parts = [months_in(part) for part in re.split(r"[,;+]", words_of(value))]
    found = tuple(part for part in parts if part)
    return found if len(found) == len(parts) else None


def notice_in(value: Value) -> Notice | None:
    """Return the notice that a cell says; a number alone does not say of what.

    >>> notice_in("3 months"), notice_in("90")
    (Notice(count=3, unit=<NoticeUnit.MONTHS: 'months'>), None)
    """
    found = NOTICE.fullmatch(words_of(value))
    return Notice(count=int(found[1]), unit=NoticeUnit(f"{found[2].lower()}s")) if found else None
