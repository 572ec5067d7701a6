"""How reports say things, whatever they are about: signs, paragraphs with numbers, counts; pure."""

from decimal import Decimal

from scrutable.documents.blocks import Cell, Citation, Paragraph, Run
from scrutable.documents.charts.facts import Colour
from scrutable.documents.pieces import Shape

# The signs and colours of the tags of pages, as documents call them.
SHAPES: dict[str, Shape] = {
    "●": "circle",
    "▲": "triangle",
    "■": "square",
    "○": "ring",
    "◒": "ring",
    "◆": "diamond",
}
COLOURS: dict[str, Colour] = {
    "green": "green",
    "yellow": "yellow",
    "red": "red",
    "grey": "grey",
    "blue": "blue",
}


def numbered(*runs: Run) -> Paragraph:
    """Return a paragraph that a member can call by its number."""
    return Paragraph(runs, numbered=True)


def plain(text: str) -> Paragraph:
    """Return a numbered paragraph of one text."""
    return numbered(text)


def count_cell(count: int, cited: Citation | None = None, period: str = "") -> Cell:
    """Return a count; nought is a count here and never a blank."""
    return Cell(f"{count:,}", cited, number=Decimal(count), period=period)
