"""“What you asked for and what was done”, told to the body that asked; pure."""

from scrutable.meetings.compose.asked.papers import Asked
from scrutable.meetings.compose.asked.section import ANCHOR, TITLE, what_was_asked

__all__ = ["ANCHOR", "TITLE", "Asked", "what_was_asked"]
