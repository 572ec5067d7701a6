"""Changes to reports: begin one, write its commentary, freeze it, keep a Word template."""

from scrutable.reports.writes.editions import DayToCome, open_edition
from scrutable.reports.writes.freezing import AlreadyFrozen, ChangedMeanwhile, NotFit, freeze
from scrutable.reports.writes.narrative import TooLong, UnknownSection, WrittenMeanwhile, narrate
from scrutable.reports.writes.templates import UnfitTemplate, keep_word_template

__all__ = [
    "AlreadyFrozen",
    "ChangedMeanwhile",
    "DayToCome",
    "NotFit",
    "TooLong",
    "UnfitTemplate",
    "UnknownSection",
    "WrittenMeanwhile",
    "freeze",
    "keep_word_template",
    "narrate",
    "open_edition",
]
