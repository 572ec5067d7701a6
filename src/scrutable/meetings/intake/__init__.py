"""Minutes and meetings as files and services give them."""

from scrutable.meetings.intake.documents import open_minutes
from scrutable.meetings.intake.pages import text_of_html

__all__ = ["open_minutes", "text_of_html"]
