"""On which day the meeting was, where the head of the page says it; pure."""

import re
from datetime import date

from scrutable.kernel.periods import MONTH_NAMES

MONTHS = {name.casefold(): number for number, name in enumerate(MONTH_NAMES, start=1)}
DAY = r"(\d{1,2})(?:st|nd|rd|th)?[ \t]+(?:of[ \t]+)?(" + "|".join(MONTH_NAMES) + r"),?[ \t]+(\d{4})"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
IN_TITLE = re.compile(DAY, re.IGNORECASE)
# At the head of minutes: "Date: 24 September 2026", "held on Thursday, 24th September 2026".
HEAD = re.compile(
    rf"(?:\bdate(?: of (?:the )?meeting)?\s*[:|]\s*|\bheld\b[^.\n]{{0,80}}?\bon\s+|"
    rf"\bmeeting of [^.\n]{{0,120}}?,\s*)(?:{WEEKDAY},?\s+)?(?:the\s+)?{DAY}"
    rf"|^[ \t]*(?:{WEEKDAY},?[ \t]+)?{DAY}"
    r"(?:[ \t]*(?:at|[-–,])?[ \t]*\d{1,2}[.:]\d{2}.{0,8})?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
HEAD_LETTERS = 2_000


def day_in_title(title: str) -> date | None:
    """Return the day that a page's title names: "Agenda for Board on Thursday, 20th May, 2021".

    >>> day_in_title("Agenda for Cabinet on Monday, 4th March, 2019, 2.00 pm")
    datetime.date(2019, 3, 4)
    """
    return _day(IN_TITLE.search(title[:500]))


def day_of(text: str) -> date | None:
    """Return the day that the head of minutes gives as the meeting's, None where it gives none."""
    return _day(HEAD.search(text[:HEAD_LETTERS]))


def _day(found: re.Match[str] | None) -> date | None:
    if found is None:
        return None
    day, month, year = [group for group in found.groups() if group][:3]
    try:
        return date(int(year), MONTHS[month.casefold()], int(day))
    except ValueError:
        return None
