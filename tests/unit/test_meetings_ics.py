"""Calendars for other programs: read back whole, in London's own time, the same bytes again."""

from datetime import UTC, date, datetime, time

from icalendar import Calendar

from scrutable.kernel.wording import LONDON
from scrutable.meetings.presenters.ics import Entry, ics

STAMP = datetime(2026, 9, 1, 9, tzinfo=UTC)


def entry(**given):
    usual = {
        "key": "meeting/OSMB-2026-03-30",
        "summary": "Overview; scrutiny, and “more”",
        "on": date(2026, 3, 30),
        "stamp": STAMP,
        "version": 7,
    }
    return Entry(**(usual | given))


def written(*entries):
    return ics(entries, name="Meetings", installation="abc")


def test_an_event_is_read_back_as_it_was_written():
    given = entry(at=time(10), place="Wharf Room, Westmere", description="1. Minutes\n2. IT")
    read = Calendar.from_ical(written(given)).walk("VEVENT")[0]

    assert str(read["summary"]) == "Overview; scrutiny, and “more”"
    assert str(read["location"]) == "Wharf Room, Westmere"
    assert str(read["description"]) == "1. Minutes\n2. IT"
    assert str(read["uid"]) == "meeting/OSMB-2026-03-30@abc.scrutable"
    assert read["dtstart"].dt == datetime(2026, 3, 30, 10, tzinfo=LONDON)
    assert read["dtstart"].dt.astimezone(UTC) == datetime(2026, 3, 30, 9, tzinfo=UTC)
    assert read["dtstamp"].dt == STAMP
    assert read["sequence"] == 7


def test_without_a_time_an_event_fills_its_day_and_takes_none_of_it():
    read = Calendar.from_ical(written(entry())).walk("VEVENT")[0]

    assert read["dtstart"].dt == date(2026, 3, 30)
    assert read["transp"] == "TRANSPARENT"


def test_a_cancelled_event_says_so():
    read = Calendar.from_ical(written(entry(is_cancelled=True))).walk("VEVENT")[0]

    assert read["status"] == "CANCELLED"


def test_the_same_records_give_the_same_bytes_in_lines_of_75():
    long = entry(summary="A" * 300)

    assert written(long) == written(long)
    assert max(len(line) for line in written(long).split(b"\r\n")) <= 75


def test_the_zone_changes_when_london_does():
    read = Calendar.from_ical(written(entry(at=time(10))))
    zone = read.walk("VTIMEZONE")[0].to_tz()

    for month, day, hour, minute in (
        (3, 29, 0, 59),
        (3, 29, 2, 0),
        (10, 25, 0, 59),
        (10, 25, 3, 0),
    ):
        moment = datetime(2026, month, day, hour, minute, tzinfo=LONDON)
        assert moment.replace(tzinfo=zone).utcoffset() == moment.utcoffset()


def test_a_calendar_of_nothing_is_one_still():
    assert Calendar.from_ical(written()).walk("VEVENT") == []
