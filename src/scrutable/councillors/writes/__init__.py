"""What councillors say of themselves, and what is recorded of learning, kit and paper."""

from scrutable.councillors.models.sealing import NoKey, WrongKey, has_key, new_key
from scrutable.councillors.writes.access import (
    erase_needs,
    look,
    name_officer,
    seal_again,
    tell_needs,
)
from scrutable.councillors.writes.arranging import (
    erase_councillor,
    mend_fault,
    note_asked,
    record_attendance,
    record_councillor,
    record_kit,
)
from scrutable.councillors.writes.paper import load_pages
from scrutable.councillors.writes.saying import (
    book,
    give_back,
    raise_fault,
    say_helped,
    say_of_kit,
    say_skills,
)

__all__ = [
    "NoKey",
    "WrongKey",
    "book",
    "erase_councillor",
    "erase_needs",
    "give_back",
    "has_key",
    "load_pages",
    "look",
    "mend_fault",
    "name_officer",
    "new_key",
    "note_asked",
    "raise_fault",
    "record_attendance",
    "record_councillor",
    "record_kit",
    "say_helped",
    "say_of_kit",
    "say_skills",
    "seal_again",
    "tell_needs",
]
