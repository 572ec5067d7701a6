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
