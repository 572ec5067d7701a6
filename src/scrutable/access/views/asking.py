"""As at which day, and as known when: what `?as_at=` and `?known_at=` of an address ask."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.timezone import is_naive

from scrutable.audit import clock
from scrutable.audit import reads as audit
from scrutable.kernel.periods import Month
from scrutable.kernel.wording import LONDON, date_words, london_day, moment_words

YEARS = range(2000, 2100)  # of which a page speaks; calendars end, and sums with months beyond them


class UnreadDay(BadRequest):
    """The address asks for a day that cannot be read as one."""

    def __init__(self, name: str, text: str) -> None:
        time = ", with a time as 2026-06-30T09:00" if name == "known_at" else ""
        super().__init__(
            f"“{text[:40]}” after {name}= is not a day from {YEARS[0]} to {YEARS[-1]}. Write a day "
            f"as 2026-06-30{time}."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The day and the event that a page speaks of.

    `known_words` and `day_words` are "" where the address names no moment and no day.
    """

    as_at: date
    known: int
    known_words: str
    seal: str
    day_words: str = ""

    @property
    def words(self) -> str:
        """Return what the page says of another day than today; "" where none was asked."""
        said = [f"As at {self.day_words}."] if self.day_words else []
        if self.known_words:
            said.append(f"As it was known on {self.known_words}. What came later is left out.")
        return " ".join(said)

    @property
    def month(self) -> Month:
        """Return the last whole month before the day."""
        return Month.of(self.as_at).plus(-1)


def asked(request: HttpRequest) -> Asked:
    """Return what `?as_at=2026-09-30` and `?known_at=2026-10-12T09:00` ask.

    A `known_at` without a time is the end of its day, and one to come is now. Without `as_at` the
    day is that of the moment, and without a moment today. The page then says of itself which it
    is. Raises UnreadDay for what is no day.
    """
    text, day = request.GET.get("known_at", ""), _day(request.GET.get("as_at", ""))
    moment = _moment(text) if text else None
    moment = min(moment, clock.now()) if moment else None
    number, seal = audit.last_event(moment)
    found = Asked(
        as_at=day or london_day(moment or clock.now()),
        known=number,
        known_words=moment_words(moment) if moment else "",
        seal=seal,
        day_words=date_words(day) if day else "",
    )
    request.__dict__["asked"] = found  # for the banner of the page
    return found


def _day(text: str) -> date | None:
    try:
        day = parse_date(text) if text else None
    except ValueError as fault:
        raise UnreadDay("as_at", text) from fault
    if text and (day is None or day.year not in YEARS):
        raise UnreadDay("as_at", text)
    return day


def _moment(text: str) -> datetime:
    try:
        day = parse_date(text)
        moment = datetime.combine(day, time.max) if day else parse_datetime(text.replace(" ", "+"))
    except ValueError as fault:
        raise UnreadDay("known_at", text) from fault
    if moment is None or moment.year not in YEARS:
        raise UnreadDay("known_at", text)
    moment = moment.replace(tzinfo=LONDON) if is_naive(moment) else moment
    return moment.astimezone(UTC)  # PostgreSQL refuses zones that are half a day and more away
