"""Minutes beside their reading, in words; pure."""

from scrutable.meetings.presenters.minutes.listed import list_title, minutes_table
from scrutable.meetings.presenters.minutes.page import MinutesView, present
from scrutable.meetings.presenters.minutes.table import limb_table
from scrutable.meetings.presenters.minutes.words import KIND_WORDS, WORDING_WORDS

__all__ = [
    "KIND_WORDS",
    "WORDING_WORDS",
    "MinutesView",
    "limb_table",
    "list_title",
    "minutes_table",
    "present",
]
