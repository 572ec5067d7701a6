"""Reading English minutes by rules: text in, outcomes with their places out; pure."""

from scrutable.meetings.rules.reading.due import resolve_due, waits_for_calendar
from scrutable.meetings.rules.reading.language import looks_welsh
from scrutable.meetings.rules.reading.page import READER, read
from scrutable.meetings.rules.reading.shapes import as_json, from_json

__all__ = [
    "READER",
    "as_json",
    "from_json",
    "looks_welsh",
    "read",
    "resolve_due",
    "waits_for_calendar",
]
