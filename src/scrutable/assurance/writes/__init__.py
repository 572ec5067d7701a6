"""Assurance recorded, and what does not fit the other records."""

from scrutable.assurance.writes import assessments, exempting  # noqa: F401  (register what they refuse)
from scrutable.assurance.writes.answers import checked_answers, load_answers
from scrutable.assurance.writes.issues import accept_closure, move_on, send_back
from scrutable.assurance.writes.registers import checked_register, load_register

__all__ = [
    "accept_closure",
    "checked_answers",
    "checked_register",
    "load_answers",
    "load_register",
    "move_on",
    "send_back",
]
