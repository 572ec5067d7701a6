"""The lines of one page of a PDF, with where they stand on it."""

import ctypes
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from scrutable.meetings.intake import refusals
from scrutable.meetings.intake.limits import PackLimits

BROKEN = "￾"  # pdfium's mark for a hyphen at the end of a line, whose next line it runs on


@dataclass(frozen=True, slots=True)
class Printed:
    """One line as it is printed: where it begins and on which height, in points from below."""

    text: str
    left: float
    bottom: float
    height: float


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
            before = _units(line[: len(line) - len(line.lstrip())])
            found.append(_placed(text_page, said, index + before))
        index += _units(line) + 2
    return found


def _placed(text_page: pdfium.PdfTextPage, said: str, index: int) -> Printed:
    char = pdfium_c.FPDFText_GetCharIndexFromTextIndex(text_page, index)
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    if char < 0 or not pdfium_c.FPDFText_GetCharBox(text_page, char, left, right, bottom, top):
        return Printed(said, 0.0, 0.0, 0.0)
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium_c.FPDFText_GetCharOrigin(text_page, char, x, y)
    size = pdfium_c.FPDFText_GetFontSize(text_page, char)
    return Printed(said, left.value, y.value, size)


def _units(text: str) -> int:
    return len(text) + sum(sign > "￿" for sign in text)
