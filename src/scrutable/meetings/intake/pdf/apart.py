"""Runs by itself, in a process of its own: a PDF on stdin, the lines of its pages on stdout.

A PDF of forty kilobytes can make any reader of PDF take gigabytes or minutes. Here it takes what
this process may have, and no more. Imports nothing of ours, so that it begins at once.

stdout, one JSON a line: how many pages there are; then for each its height and its lines, each with
its text, left edge, and the baselines on which it begins and ends; or an object with a fault.
"""

import ctypes
import json
import resource
import sys
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

Line = tuple[str, float, float, float]


def main(most_pages: int, most_page_characters: int, most_characters: int) -> None:
    """Write the pages; what is wrong with them is the last line."""
    try:
        document = pdfium.PdfDocument(sys.stdin.buffer.read())
        say(len(document))
        if len(document) > most_pages:
            return
        for at in range(len(document)):
            found = page_of(document, at, most_page_characters)
            say(found)
            most_characters -= sum(len(line[0]) for line in found[1])
            if most_characters < 0:
                return
    except pdfium.PdfiumError as fault:
        locked = getattr(fault, "err_code", None) == pdfium_c.FPDF_ERR_PASSWORD
        say({"fault": "password" if locked else "damaged"})


def say(value: object) -> None:
    """Write one line for whoever asked."""
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


def page_of(document: Any, at: int, most_characters: int) -> tuple[float, list[Line]]:
    """Return the page's height and lines; none beyond what any page holds."""
    page = document[at]
    text_page = page.get_textpage()
    try:
        if text_page.count_chars() > most_characters:
            say({"fault": "page"})
            sys.exit()
        return page.get_height(), list(lines_of(text_page))
    finally:
        text_page.close()
        page.close()


def lines_of(text_page: Any) -> Iterator[Line]:
    """Yield the lines; a word broken at a line's end keeps pdfium's mark in it."""
    index = 0  # in units of UTF-16, as pdfium counts
    for line in text_page.get_text_range().split("\r\n"):
        said = line.strip()
        if said:
            first = index + units(line[: len(line) - len(line.lstrip())])
            left, bottom = origin(text_page, first)
            yield said, left, bottom, origin(text_page, first + units(said) - 1)[1]
        index += units(line) + 2


def origin(text_page: Any, index: int) -> tuple[float, float]:
    """Return where the sign stands; the corner of the page where pdfium does not know."""
    x, y = ctypes.c_double(), ctypes.c_double()
    char = pdfium_c.FPDFText_GetCharIndexFromTextIndex(text_page, index)
    if char < 0 or not pdfium_c.FPDFText_GetCharOrigin(text_page, char, x, y):
        return 0.0, 0.0
    return x.value, y.value


def units(text: str) -> int:
    """Return how long the text is as UTF-16 counts."""
    return len(text) + sum(sign > "\uffff" for sign in text)


if __name__ == "__main__":
    memory, seconds, *limits = map(int, sys.argv[1:])
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main(*limits)
