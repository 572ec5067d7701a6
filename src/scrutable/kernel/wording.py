"""How dates, numbers and lists are said; pure. GOV.UK style for content."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from scrutable.kernel.periods import MONTH_NAMES

LONDON = ZoneInfo("Europe/London")


def date_words(day: date) -> str:
    """Return the date in words.

    >>> date_words(date(2019, 1, 21))
    '21 January 2019'
    """
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def moment_words(moment: datetime) -> str:
    """Return the time in London, in words; the moment must carry a zone.

    >>> from datetime import UTC
    >>> moment_words(datetime(2026, 10, 12, 8, 5, tzinfo=UTC))
    '12 October 2026, 9:05am'
    """
    local = moment.astimezone(LONDON)
    hour = local.hour % 12 or 12
    return f"{date_words(local)}, {hour}:{local.minute:02}{'am' if local.hour < 12 else 'pm'}"


def range_words(first: date, last: date) -> str:
    """Return "1 April to 30 June 2019", naming the year twice only where it changes."""
    if first.year == last.year:
        return f"{first.day} {MONTH_NAMES[first.month - 1]} to {date_words(last)}"
    return f"{date_words(first)} to {date_words(last)}"


def list_words(items: Sequence[str], *, joint: str = "and") -> str:
    """Join the items as in a sentence.

    >>> list_words(["May", "June", "July"])
    'May, June and July'
    """
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {joint} {items[-1]}"


def count_words(number: int, one: str, many: str | None = None) -> str:
    """Return the number with its noun.

    >>> count_words(1, "KPI"), count_words(0, "KPI"), count_words(1200, "month")
    ('1 KPI', '0 KPIs', '1,200 months')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def capital(text: str) -> str:
    """Return the text with its first letter large, the rest as it was."""
    return text[:1].upper() + text[1:]


def decimal_words(value: Decimal, decimals: int) -> str:
    """Return the number with commas and so many decimals, as it was rounded for judging."""
    return f"{value:,.{decimals}f}"
