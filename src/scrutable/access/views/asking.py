"""As known when: what `?known_at=` of an address asks."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from django.http import Http404, HttpRequest
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.timezone import is_naive

from scrutable.audit import clock
from scrutable.audit import reads as audit
from scrutable.kernel.periods import Month
from scrutable.kernel.wording import LONDON, london_day, moment_words

YEARS = range(2000, 2100)  # of which a page speaks; calendars end, and sums with months beyond them


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The day and the event that a page speaks of; `known_words` is "" where that is now."""

    as_at: date
    known: int
    known_words: str
    seal: str

    @property
    def month(self) -> Month:
        """Return the last whole month before the day."""
        return Month.of(self.as_at).plus(-1)


def asked(request: HttpRequest) -> Asked:
    """Return what `?known_at=2026-10-12T09:00` asks, or the end of a day; 404 for neither."""
    text = request.GET.get("known_at", "")
    moment = _moment(text) if text else None
    number, seal = audit.last_event(moment)
    return Asked(
        as_at=london_day(moment or clock.now()),
        known=number,
        known_words=moment_words(moment) if moment else "",
        seal=seal,
    )


def _moment(text: str) -> datetime:
    try:
        day = parse_date(text)
        moment = datetime.combine(day, time.max) if day else parse_datetime(text.replace(" ", "+"))
    except ValueError as fault:
        raise Http404(text) from fault
    if moment is None or moment.year not in YEARS:
        raise Http404(text)
    moment = moment.replace(tzinfo=LONDON) if is_naive(moment) else moment
    return moment.astimezone(UTC)  # PostgreSQL refuses zones that are half a day and more away
