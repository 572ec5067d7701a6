"""The lines of one page of a PDF, with where they stand on it."""

import ctypes
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from scrutable.meetings.intake import refusals
from scrutable.meetings.intake.limits import PackLimits

BROKEN = "\ufffe"  # pdfium's mark for a hyphen at the end of a line, whose next line it runs on


@dataclass(frozen=True, slots=True)
class Printed:
    """One line as it is printed, in points from the page's left and lower edges.

    `bottom` is the baseline on which it begins, `end` that on which it ends: lower where a word
    was broken at the end of the line and runs on.
    """

    text: str
    left: float
    bottom: float
    end: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its lines from first to last, and how high it is."""

    lines: tuple[Printed, ...]
    height: float


def read_pages_text(document: pdfium.PdfDocument, at: int, limits: PackLimits) -> Page:
    """Return the lines of the page; raises Refused where it holds more than any page does."""
    page = document[at]
    try:
        text_page = page.get_textpage()
        try:
            if text_page.count_chars() > limits.most_page_characters:
                raise refusals.swelling("PDF")
            return Page(tuple(_lines(text_page)), page.get_height())
        finally:
            text_page.close()
    finally:
        page.close()


def _lines(text_page: pdfium.PdfTextPage) -> list[Printed]:
    """Return the lines; a word broken at a line's end keeps pdfium's mark in it."""
    text = text_page.get_text_range()
    found = []
    index = 0  # in units of UTF-16, as pdfium counts
    for line in text.split("\r\n"):
        if said := line.strip():
            first = index + _units(line[: len(line) - len(line.lstrip())])
            last = first + _units(said) - 1
            left, bottom = _origin(text_page, first)
            found.append(Printed(said, left, bottom, _origin(text_page, last)[1]))
        index += _units(line) + 2
    return found


def _origin(text_page: pdfium.PdfTextPage, index: int) -> tuple[float, float]:
    """Return where the sign stands; the corner of the page where pdfium does not know."""
    x, y = ctypes.c_double(), ctypes.c_double()
    char = pdfium_c.FPDFText_GetCharIndexFromTextIndex(text_page, index)
    if char < 0 or not pdfium_c.FPDFText_GetCharOrigin(text_page, char, x, y):
        return 0.0, 0.0
    return x.value, y.value


def _units(text: str) -> int:
    return len(text) + sum(sign > "\uffff" for sign in text)
