"""Calendars that other programs take up (RFC 5545); the same records give the same bytes; pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from icalendar import Calendar, Event, Timezone, vUri

from scrutable.kernel.wording import LONDON

FEED = "text/calendar; charset=utf-8"
ZONE = """BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
TZNAME:BST
DTSTART:19970330T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
TZNAME:GMT
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One event: `key` names it for ever, `stamp` is when its record was made, never now.

    Without `at` it fills its day. `version` grows with every change of the record.
    """

    key: str  # meeting/OSMB-2026-09-24
    summary: str
    on: date
    stamp: datetime
    version: int
    at: time | None = None
    place: str = ""
    description: str = ""
    address: str = ""  # of its page, with the host
    is_cancelled: bool = False
    is_busy: bool = False  # a meeting takes time, a deadline none


def ics(entries: Iterable[Entry], *, name: str, installation: str) -> bytes:
    """Return the calendar as a file; `installation` tells one council's events from another's."""
    calendar = Calendar()
    calendar.add("prodid", "-//Scrutable//Meetings//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", LONDON.key)
    calendar.add_component(Timezone.from_ical(ZONE))
    for entry in entries:
        calendar.add_component(_event(entry, installation))
    made: bytes = calendar.to_ical()
    return made


def _event(entry: Entry, installation: str) -> Event:
    event = Event()
    event.add("uid", f"{entry.key}@{installation}.scrutable")
    event.add("dtstamp", entry.stamp.astimezone(UTC))
    event.add("last-modified", entry.stamp.astimezone(UTC))
    event.add("sequence", entry.version)
    event.add("summary", entry.summary)
    starts = datetime.combine(entry.on, entry.at, LONDON) if entry.at else entry.on
    event.add("dtstart", starts)
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    event.add("transp", "OPAQUE" if entry.is_busy else "TRANSPARENT")
    if entry.place:
        event.add("location", entry.place)
    if entry.description:
        event.add("description", entry.description)
    if entry.address:
        event.add("url", vUri(entry.address))
    return event
