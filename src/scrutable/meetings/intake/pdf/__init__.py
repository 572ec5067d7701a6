"""PDF as lines, page by page, without what is printed on every page."""

from scrutable.meetings.intake.pdf.document import read_pdf

__all__ = ["read_pdf"]
