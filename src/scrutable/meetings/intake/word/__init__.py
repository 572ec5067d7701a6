"""Word documents (.docx) as lines: paragraphs as Word numbers them, tables row by row."""

from scrutable.meetings.intake.word.document import read_word

__all__ = ["read_word"]
