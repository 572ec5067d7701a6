"""The lines of the pages of a PDF, read in a process that cannot take more than its share."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scrutable.evidence.intake.refusals import Refused
from scrutable.meetings.intake import refusals
from scrutable.meetings.intake.limits import PackLimits
from scrutable.work.facts import Progress

PROGRAM = Path(__file__).with_name("apart.py")
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


def read_pages(content: bytes, limits: PackLimits, progress: Progress) -> list[Page]:
    """Return every page; raises Refused for what is locked, damaged or beyond the limits."""
    said = _said(content, limits)
    number = next(said, None)
    if not isinstance(number, int):
        raise _refusal(number)
    if number > limits.most_pages:
        raise refusals.too_many_pages(number, limits.most_pages)
    pages: list[Page] = []
    letters = 0
    for page in said:
        if not isinstance(page, list):
            raise _refusal(page)
        progress(len(pages), number, "Reading pages")
        pages.append(Page(tuple(Printed(*line) for line in page[1]), page[0]))
        letters += sum(len(line.text) for line in pages[-1].lines)
        if letters > limits.most_characters:
            raise refusals.too_long(limits.most_characters)
    if not number or len(pages) < number:
        raise refusals.too_demanding() if number else refusals.damaged("PDF")
    progress(number, number, "Reading pages")
    return pages


def _said(content: bytes, limits: PackLimits) -> Iterator[Any]:
    """Yield what the process says of the PDF; it ends early where it took too much."""
    shares = (limits.most_memory, limits.most_seconds)
    most = (limits.most_pages, limits.most_page_characters, limits.most_characters)
    command = [sys.executable, str(PROGRAM), *map(str, (*shares, *most))]
    with subprocess.Popen(  # noqa: S603  (our own interpreter and program)
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        if process.stdin is None or process.stdout is None:
            return
        try:
            process.stdin.write(content)
            process.stdin.close()
            for line in process.stdout:
                yield json.loads(line)
        except (BrokenPipeError, ValueError):
            return
        finally:
            process.kill()


def _refusal(said: object) -> Refused:
    fault = said.get("fault") if isinstance(said, dict) else None
    if fault == "password":
        return refusals.pdf_password()
    if fault == "page":
        return refusals.swelling("PDF")
    return refusals.damaged("PDF") if fault else refusals.too_demanding()
