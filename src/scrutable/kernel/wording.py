"""How dates, numbers and lists are said; pure. GOV.UK style for content."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from scrutable.kernel.periods import MONTH_NAMES, Month

MOST_MONTHS_NAMED = 4
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
LONDON = ZoneInfo("Europe/London")


def date_words(day: date) -> str:
    """Return the date in words.

    >>> date_words(date(2019, 1, 21))
    '21 January 2019'
    """
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def london_day(moment: datetime) -> date:
    """Return the day in London; the moment must carry a zone.

    >>> from datetime import UTC
    >>> london_day(datetime(2026, 9, 30, 23, 30, tzinfo=UTC))
    datetime.date(2026, 10, 1)
    """
    return moment.astimezone(LONDON).date()


def moment_words(moment: datetime) -> str:
    """Return the time in London, in words; the moment must carry a zone.

    >>> from datetime import UTC
    >>> moment_words(datetime(2026, 10, 12, 8, 5, tzinfo=UTC))
    '12 October 2026, 9:05am'
    """
    local = moment.astimezone(LONDON)
    hour = local.hour % 12 or 12
    return f"{date_words(local)}, {hour}:{local.minute:02}{'am' if local.hour < 12 else 'pm'}"


def list_words(items: Sequence[str], *, joint: str = "and") -> str:
    """Join the items as in a sentence.

    >>> list_words(["May", "June", "July"])
    'May, June and July'
    """
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {joint} {items[-1]}"


def number_words(number: int) -> str:
    """Return the number as a word up to nine, then in figures.

    >>> number_words(2), number_words(0), number_words(12)
    ('two', 'no', '12')
    """
    return NUMBERS[number] if number < len(NUMBERS) else f"{number:,}"


def pair_words(some: int, of_all: int) -> tuple[str, str]:
    """Return how many of how many: both in words up to ten, or both in figures.

    >>> pair_words(6, 10), pair_words(0, 2), pair_words(6, 12)
    (('six', 'ten'), ('none', 'two'), ('6', '12'))
    """
    if of_all > len(NUMBERS):
        return (f"{some:,}" if some else "none", f"{of_all:,}")
    words = (*NUMBERS, "ten")
    return (words[some] if some else "none", words[of_all])


def share_words(some: int, of_all: int) -> str:
    """Return how many of how many as a sentence says it.

    >>> share_words(6, 10), share_words(0, 12)
    ('six of ten', 'none of 12')
    """
    return " of ".join(pair_words(some, of_all))


def count_words(number: int, one: str, many: str | None = None) -> str:
    """Return the number with its noun.

    >>> count_words(1, "KPI"), count_words(0, "KPI"), count_words(1200, "month")
    ('1 KPI', '0 KPIs', '1,200 months')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def months_words(months: Sequence[Month]) -> str:
    """Return the months, oldest first, naming each year once; more than four become a range.

    >>> months_words([Month(2026, 6), Month(2026, 7), Month(2026, 8)])
    'June, July and August 2026'
    >>> months_words([Month(2025, 12), Month(2026, 1)])
    'December 2025 and January 2026'
    >>> months_words([Month(2025, 11), Month(2025, 12), Month(2026, 1)])
    'November and December 2025 and January 2026'
    >>> months_words([Month(2026, number) for number in (1, 2, 3, 4, 6)])
    '5 months from January 2026 to June 2026'
    """
    if len(months) > MOST_MONTHS_NAMED:
        return f"{len(months)} months from {months[0].words} to {months[-1].words}"
    years = dict.fromkeys(month.year for month in months)
    return list_words([_year_words(year, months) for year in years])


def _year_words(year: int, months: Sequence[Month]) -> str:
    names = [MONTH_NAMES[month.number - 1] for month in months if month.year == year]
    return f"{list_words(names)} {year}"


def times_words(number: int) -> str:
    """Return how often something happened.

    >>> [times_words(number) for number in (1, 2, 3)]
    ['once', 'twice', '3 times']
    """
    return {1: "once", 2: "twice"}.get(number) or f"{number:,} times"


def days_words(days: int) -> str:
    """Return how far off a day is.

    >>> [days_words(days) for days in (0, 1, 63)]
    ['today', 'in 1 day', 'in 63 days']
    """
    return f"in {count_words(days, 'day')}" if days else "today"


def capital(text: str) -> str:
    """Return the text with its first letter large, the rest as it was."""
    return text[:1].upper() + text[1:]


def decimal_words(value: Decimal, decimals: int) -> str:
    """Return the number with commas and so many decimals, as it was rounded for judging."""
    return f"{value:,.{decimals}f}"


def slip_words(days: int) -> str:
    """Return how late something is.

    >>> [slip_words(days) for days in (0, 1, 49, -3)]
    ['on the day', '1 day late', '49 days late', '3 days early']
    """
    if not days:
        return "on the day"
    return f"{count_words(abs(days), 'day')} {'late' if days > 0 else 'early'}"


def shortened(text: str, most: int = 90) -> str:
    """Return the text, cut at a word where it is longer.

    >>> shortened("Have no licensing liabilities", 12), shortened("Short")
    ('Have no …', 'Short')
    """
    return text if len(text) <= most else f"{text[: most - 1].rsplit(' ', 1)[0]} …"


def ended(text: str) -> str:
    """Return the text as a sentence: one stop at its end.

    >>> ended("Counted"), ended("Was it?"), ended("He said “Now.”")
    ('Counted.', 'Was it?', 'He said “Now.”')
    """
    said = text.rstrip()
    return said if said.endswith((".", "!", "?", ".”", "!”", "?”")) else f"{said}."
