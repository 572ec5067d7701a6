"""Files of pages counted, as printers export them; pure."""

from scrutable.councillors.intake.pages import TEMPLATE, read_pages

__all__ = ["TEMPLATE", "read_pages"]
