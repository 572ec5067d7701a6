"""The last day of a term, and the last day for notice of it; pure.

Months are counted by corresponding days: a month from the 14th ends with the 13th. Where the last
month has no such day, the term ends with the month. Every end is counted from the first day, so
that a short month on the way shortens nothing after it.
"""

from calendar import monthrange
from datetime import date, timedelta

from scrutable.housekeeping.facts.agreements import Notice, NoticeUnit


def last_day(starts_on: date, months: int) -> date:
    """Return the last day of a term of so many months that begins on the day.

    >>> last_day(date(2021, 4, 1), 60)
    datetime.date(2026, 3, 31)
    >>> last_day(date(2025, 1, 31), 1)
    datetime.date(2025, 2, 28)
    """
    if months < 1:
        raise ValueError(f"a term has at least one month, not {months}")
    year, month = _month_after(starts_on, months)
    if starts_on.day > monthrange(year, month)[1]:
        return date(year, month, monthrange(year, month)[1])
    return date(year, month, starts_on.day) - timedelta(days=1)


def months_until(starts_on: date, last: date) -> int | None:
    """Return the months of a term that begins and ends on the days, None if they are not whole.

    >>> months_until(date(2021, 4, 1), date(2026, 3, 31))
    60
    >>> months_until(date(2021, 4, 1), date(2026, 4, 1)) is None
    True
    """
    about = (last.year - starts_on.year) * 12 + last.month - starts_on.month
    tried = (months for months in (about, about + 1) if months >= 1)
    return next((months for months in tried if last_day(starts_on, months) == last), None)


def notice_by(end: date, notice: Notice) -> date:
    """Return the last day on which notice can be given for the end.

    Of months it is the corresponding day, or the month's last where there is none: three months
    before 31 May is 28 February, or 29 in a leap year.
    """
    if notice.unit is NoticeUnit.DAYS:
        return end - timedelta(days=notice.count)
    if notice.unit is NoticeUnit.WEEKS:
        return end - timedelta(weeks=notice.count)
    year, month = _month_after(end, -notice.count)
    return date(year, month, min(end.day, monthrange(year, month)[1]))


def _month_after(day: date, months: int) -> tuple[int, int]:
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return years, month + 1
