"""Terms, notice and running on, right to the day; pure.

Months are counted by corresponding days: a month from the 14th ends with the 13th. Where the last
month has no such day, the term ends with the month. Every end is counted from the first day, so
that a short month on the way shortens nothing after it.
"""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from scrutable.housekeeping.facts import Agreement, Coming, ComingDate, Notice, NoticeUnit, RanOn


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


def months_in_all(agreement: Agreement, *, approved_only: bool) -> int:
    """Return the months of the first term and of every renewal, or of those approved.

    A renewal of twelve months after sixty makes seventy-two.
    """
    taken = [one for one in agreement.renewals if one.approved_on or not approved_only]
    return agreement.months + sum(one.months for one in taken)


def ends_on(agreement: Agreement) -> date:
    """Return the last day that was agreed, whether or not anybody approved it."""
    return last_day(agreement.starts_on, months_in_all(agreement, approved_only=False))


def approved_until(agreement: Agreement) -> date:
    """Return the last day that somebody approved."""
    return last_day(agreement.starts_on, months_in_all(agreement, approved_only=True))


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


def coming(agreements: Iterable[Agreement], first: date, last: date) -> list[ComingDate]:
    """Return the last days for notice and the ends between two days, both counted, by day.

    What is no longer used has none.
    """
    found = []
    for one in agreements:
        if one.closed_on is not None:
            continue
        end = ends_on(one)
        found.append(ComingDate(end, one.code, Coming.END))
        if one.notice:
            found.append(ComingDate(notice_by(end, one.notice), one.code, Coming.NOTICE))
    return sorted(date_ for date_ in found if first <= date_.on <= last)


def ran_on(agreement: Agreement, as_at: date) -> RanOn | None:
    """Return how far the agreement was used beyond its approval by the day; None where not."""
    approved = approved_until(agreement)
    used = min(agreement.closed_on or as_at, as_at)
    if used <= approved:
        return None
    return RanOn(
        agreement=agreement.code,
        approved_until=approved,
        until=agreement.closed_on if agreement.closed_on and agreement.closed_on <= as_at else None,
        days=(used - approved).days,
        is_recurrence=agreement.cured_on is not None and agreement.cured_on <= approved,
    )


def _month_after(day: date, months: int) -> tuple[int, int]:
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return years, month + 1
