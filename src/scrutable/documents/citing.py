"""What a report’s figures rest on, and how days and statuses stand in it; pure."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from scrutable.documents.blocks import Cell, Citation, Figure, Tag
from scrutable.documents.saying import COLOURS, SHAPES
from scrutable.govuk.facts import Tag as PageTag
from scrutable.kernel.wording import date_words


class Kept(Protocol):
    """Anything that has a reference and the number of the event that gave it its present form."""

    @property
    def reference(self) -> str:
        """Return the reference."""

    @property
    def version(self) -> int:
        """Return the version."""


def cite(one: Kept, *, file: str = "", place: str = "") -> Citation:
    """Return the citation of a record; `file` is the name of its file, `place` Sheet!B7 in it."""
    sheet, found, cell = place.rpartition("!")
    return Citation(one.reference, one.version, file, sheet if found else "", cell)


def cite_many(reference: str, parts: Iterable[Kept]) -> Citation:
    """Return the citation of a count or a sum; its version is that of the latest part."""
    return Citation(reference, max((part.version for part in parts), default=0))


def figure(text: str, cited: Citation, period: str) -> Figure:
    """Return a figure for running text with what it rests on and when it is of."""
    return Figure(text, cited, period)


def tag(of: PageTag) -> Tag:
    """Return a page's tag as a document has it: the same word, its shape and its colour."""
    return Tag(of.word, COLOURS.get(of.colour, "grey"), SHAPES.get(of.shape, "none"))


def tag_cell(of: PageTag, cited: Citation | None = None, period: str = "") -> Cell:
    """Return a status as a cell; the word is its text."""
    return Cell(of.word, cited, (tag(of),), period=period)


def day_cell(day: date | None, cited: Citation | None = None, none: str = "No date set") -> Cell:
    """Return a day as a cell, or the words for there being none."""
    return Cell(date_words(day) if day else none, cited)


def period_at(as_at: date) -> str:
    """Return the period of a figure that holds on a day.

    >>> period_at(date(2026, 9, 30))
    'at 30 September 2026'
    """
    return f"at {date_words(as_at)}"
