"""Months and reasons as people write them; pure."""

import re
from datetime import date, datetime

from scrutable.contracts.facts import NoValue
from scrutable.evidence.intake import Value
from scrutable.kernel.periods import MONTH_NAMES, Month

LONGEST = 60  # characters of a cell that may still be a month or a reason
NAMES = {name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, 1)}
NAMED = re.compile(
    r"(?:(?:[0-3]?[0-9])(?:st|nd|rd|th)?[ .,/-]+)?([A-Za-z]{3,9})\.?[ ,/'’-]*(20[0-9]{2}|[0-9]{2})"
)
ISO = re.compile(r"(20[0-9]{2})[-/.]([01]?[0-9])(?:[-/.][0-3]?[0-9])?(?:[T ][0-9:.]+)?")
NUMBERED = re.compile(r"(?:[0-3]?[0-9][/.-])?([01]?[0-9])[/.-](20[0-9]{2})")


def month_in(value: Value) -> Month | None:
    """Return the month that a cell names, as a date or in words, or None.

    Days come before months, as in "01/09/2026".

    >>> str(month_in("Sept-26")), str(month_in("30 September 2026")), str(month_in("01/09/2026"))
    ('2026-09', '2026-09', '2026-09')
    """
    if isinstance(value, datetime | date):
        return _month(value.year, value.month)
    if not isinstance(value, str) or len(value) > LONGEST:
        return None
    text = value.strip()
    if found := NAMED.fullmatch(text):
        number = _named(found[1])
        year = int(found[2])
        return _month(year if year > 99 else 2000 + year, number) if number else None
    if found := ISO.fullmatch(text):
        return _month(int(found[1]), int(found[2]))
    if found := NUMBERED.fullmatch(text):
        return _month(int(found[2]), int(found[1]))
    return None


def _named(word: str) -> int | None:
    number = NAMES.get(word[:3].lower())
    if number is None:
        return None
    full = MONTH_NAMES[number - 1].lower()
    return number if full.startswith(word.lower()) or word.lower() == "sept" else None


def _month(year: int, number: int) -> Month | None:
    return Month(year, number) if 1 <= number <= 12 and 2000 <= year <= 2099 else None


def reason_words(reason: NoValue) -> str:
    """Return the reason as the template offers it.

    >>> reason_words(NoValue.NO_ACTIVITY)
    'No activity'
    """
    return reason.value.replace("_", " ").capitalize()


REASONS = {reason.value.replace("_", ""): reason for reason in NoValue}


def reason_in(text: str) -> NoValue | None:
    """Return the reason that the words name, however they are spaced; None for none of them.

    >>> reason_in("no-activity "), reason_in("n/a")
    (<NoValue.NO_ACTIVITY: 'no_activity'>, None)
    """
    if len(text) > LONGEST:
        return None
    return REASONS.get(re.sub(r"[\s_-]+", "", text).lower().rstrip("."))
