"""When returns arrive and are verified, unless the story says otherwise; pure."""

from datetime import date, datetime, time, timedelta

from scrutable.demo.rules.chance import pick
from scrutable.kernel.periods import Month
from scrutable.kernel.wording import LONDON

SATURDAY = 5
DAYS_TO_VERIFY = 9


def arrival(contract: str, month: Month) -> datetime:
    """Return when the month's return comes: in working hours, before the tenth working day."""
    first = month.plus(1).first_day
    day = _no_later_weekday(first.replace(day=pick(6, 11, "day", contract, month)))
    return moment(day, pick(8, 16, "hour", contract, month), pick(0, 59, "minute", contract, month))


def verification(arrived: datetime) -> datetime:
    """Return when the council has checked a return that arrived then."""
    day = _no_later_weekday(arrived.date() + timedelta(days=DAYS_TO_VERIFY))
    return moment(day, 16, arrived.minute)


def charge_noted(month: Month) -> datetime:
    """Return when the month's invoice is written down."""
    return moment(_no_later_weekday(month.plus(1).first_day + timedelta(days=3)), 11, 0)


def moment(day: date, hour: int, minute: int) -> datetime:
    """Return the moment in London."""
    return datetime.combine(day, time(hour, minute), tzinfo=LONDON)


def _no_later_weekday(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - SATURDAY + 1))
