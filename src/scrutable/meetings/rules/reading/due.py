"""By when: what the words of a due date come to in days."""

import re
from datetime import date, timedelta

from scrutable.meetings.facts.reading import Due
from scrutable.meetings.rules.reading.numerals import BELOW_TWENTY

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    r"aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)

YEAR = r"(?:19|20)\d\d"

LARGEST_COUNT = 12  # of months and weeks, but for "eighteen months"
NUMBERS = {
    word: number for word, number in BELOW_TWENTY.items() if 1 <= number <= LARGEST_COUNT
} | {"a": 1, "an": 1, "the next": 1, "next": 1, "eighteen": 18}

COUNT = r"(?:\d{1,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"

DAY = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({MONTH}),? ({YEAR}|\d\d)\b", re.IGNORECASE
)

SLASHED = re.compile(rf"\b(\d{{1,2}})[/.](\d{{1,2}})[/.]({YEAR}|\d\d)\b")

ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")

OF_MONTH = re.compile(rf"\b({MONTH}),? ({YEAR})\b", re.IGNORECASE)

QUARTER = re.compile(
    rf"\b(?:quarter |q)([1-4])(?: of)?,? ({YEAR})(?:[/-](\d\d(?:\d\d)?))?\b", re.IGNORECASE
)

NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}

NTH_QUARTER = re.compile(
    rf"\b({'|'.join(NTH)}) quarter(?: of)?,? ({YEAR})(?:[/-](\d\d(?:\d\d)?))?\b", re.IGNORECASE
)

FINANCIAL = re.compile(rf"\bfinancial year ({YEAR})[/-](\d\d(?:\d\d)?)\b", re.IGNORECASE)

FROM_NOW = re.compile(
    rf"\b(in|within|after|for)? ?(?:the next |the following |a further |another )?({COUNT})[ -]"
    r"(?:working |calendar )?(day|week|fortnight|month|year)s?\b",
    re.IGNORECASE,
)

END = re.compile(r"\bend of\b", re.IGNORECASE)

BEFORE = re.compile(r"\b(?:before|prior to|ahead of)\b", re.IGNORECASE)

BY = re.compile(r"\b(?:by|until|no later than|not later than|within|before)\b", re.IGNORECASE)

OFTEN = re.compile(
    r"\b(?:every|each|per|at least|ly basis)\b|monthly|quarterly|annual", re.IGNORECASE
)

COMING = re.compile(
    r"\b(?:meeting|committee|cabinet|council|board|panel|executive|cycle|session|agenda)\b",
    re.IGNORECASE,
)

LAST_MONTH = 12


def resolve_due(words: str, meeting_on: date | None) -> Due:
    """Return the words with the days that they come to, None where they cannot be worked out."""
    first, last = _days(words, meeting_on)
    if first and BEFORE.search(words) and not END.search(words):
        return Due(words=words, last=first - timedelta(days=1))
    if last and BY.search(words):
        first = None
    return Due(words=words, first=first, last=last)


def waits_for_calendar(words: str) -> bool:
    """Test whether the words name a coming meeting, so that only the calendar knows the day."""
    return bool(COMING.search(words)) and _days(words, None) == (None, None)


def _days(words: str, meeting_on: date | None) -> tuple[date | None, date | None]:
    if any(pattern.search(words) for pattern in (DAY, SLASHED, ISO)):
        return _day(words)
    quarter = QUARTER.search(words) or NTH_QUARTER.search(words)
    if quarter:
        return _quarter(quarter)
    year = FINANCIAL.search(words)
    if year:
        return date(int(year[1]), 4, 1), date(int(year[1]) + 1, 3, 31)
    month = OF_MONTH.search(words)
    if month:
        return _month(_month_of(month[1]), int(month[2]), words)
    return _from_now(words, meeting_on)


def _day(words: str) -> tuple[date | None, date | None]:
    """Return the one day; nothing for a day that no calendar has."""
    said = DAY.search(words)
    if said:
        numbers = (_year(said[3]), _month_of(said[2]), int(said[1]))
    elif slashed := SLASHED.search(words):
        numbers = (_year(slashed[3]), int(slashed[2]), int(slashed[1]))
    else:
        iso = ISO.search(words)
        numbers = (int(iso[1]), int(iso[2]), int(iso[3])) if iso else (0, 0, 0)
    try:
        day = date(*numbers)
    except ValueError:
        return None, None
    return day, day


def _quarter(found: re.Match[str]) -> tuple[date, date]:
    """Return the days of the quarter: of the financial year for 2022/23, else of the year."""
    number = NTH.get(found[1].lower()) or int(found[1])
    year = int(found[2])
    month = number * 3 + (1 if found[3] else -2)
    if month > LAST_MONTH:
        month, year = month - LAST_MONTH, year + 1
    return date(year, month, 1), _last_of(year, month + 2)


def _month(month: int, year: int, words: str) -> tuple[date, date]:
    last = _last_of(year, month)
    return (last, last) if END.search(words) else (date(year, month, 1), last)


def _from_now(words: str, meeting_on: date | None) -> tuple[date | None, date | None]:
    found = FROM_NOW.search(words)
    if found is None or meeting_on is None or OFTEN.search(words):
        return None, None
    said = found[2].lower()
    many = NUMBERS.get(said) or int(said)
    day = _later(meeting_on, many, found[3].lower())
    if day is None:
        return None, None
    return (meeting_on if (found[1] or "").lower() == "within" else day), day


def _later(day: date, many: int, unit: str) -> date | None:
    try:
        if unit in {"month", "year"}:
            return _months_on(day, many * (12 if unit == "year" else 1))
        return day + timedelta(days=many * {"day": 1, "week": 7, "fortnight": 14}[unit])
    except (ValueError, OverflowError):
        return None


def _months_on(day: date, many: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + many, 12)
    return date(year, month + 1, min(day.day, _last_of(year, month + 1).day))


def _last_of(year: int, month: int) -> date:
    after = date(year + month // 12, month % 12 + 1, 1)
    return after - timedelta(days=1)


def _month_of(name: str) -> int:
    return next(i for i, month in enumerate(MONTHS, 1) if month.startswith(name[:3].lower()))


def _year(digits: str) -> int:
    return int(digits) if len(digits) > 2 else 2000 + int(digits)
