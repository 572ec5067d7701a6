"""Lines as they are put together into one text, with the places of its pages and items; pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from scrutable.meetings.intake import refusals
from scrutable.meetings.intake.limits import PACKS, PackLimits

STEP = "   "  # by which a nested line is set in
WIDEST_INDENT = 24
SHORT_CELL = 12  # letters of a cell that numbers or labels the row
LONGEST_ROW = 200  # letters of a row that stands on one line
# What prints nothing, turns the order of letters, or joins the halves of a word.
INVISIBLE = re.compile(
    "[\\x00-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\xad\\u200b-\\u200f\\u202a-\\u202e"
    "\\u2060-\\u2064\\u2066-\\u2069\\ufeff\\ufff9-\\ufffb\\ufffe\\uffff\\ud800-\\udfff]"
)
SPACES = re.compile(
    "[\\t\\x0b\\x0c\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]"
)
LINE_END = re.compile("\\r\\n?|\\n")
PRIVATE = re.compile("[\\ue000-\\uf8ff]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text; `apart` where a blank line stands before it."""

    text: str
    indent: int = 0  # levels
    apart: bool = False

    @property
    def is_blank(self) -> bool:
        """Test whether there is nothing to read in it."""
        return not self.text.strip()


@dataclass(slots=True)
class TextBuilder:
    """A text as it grows, and what its pages or items are called."""

    limits: PackLimits = PACKS
    parts: list[str] = field(default_factory=list)
    places: list[tuple[int, str]] = field(default_factory=list)
    length: int = 0
    awaits: str = ""

    def place(self, name: str) -> None:
        """Call what comes next so."""
        self.awaits = name

    def add(self, lines: Iterable[Line]) -> None:
        """Add the lines that are not blank."""
        for line in lines:
            if not line.is_blank:
                self._add(line)

    def _add(self, line: Line) -> None:
        before = "" if not self.length else "\n\n" if line.apart else "\n"
        indent = (STEP * line.indent)[:WIDEST_INDENT]
        if self.awaits:
            self.places.append((self.length + len(before), self.awaits))
            self.awaits = ""
        said = f"{before}{indent}{line.text}"
        self.parts.append(said)
        self.length += len(said)
        if self.length > self.limits.most_characters:
            raise refusals.too_long(self.limits.most_characters)

    @property
    def text(self) -> str:
        """Return the whole text."""
        return "".join(self.parts)


def clean(text: str) -> str:
    """Return the text without what prints nothing; every space is a plain one."""
    return SPACES.sub(" ", INVISIBLE.sub("", text))


def squeezed(text: str) -> str:
    r"""Return the text on one line, each run of spaces as one.

    >>> squeezed(" ·\u00a0\u00a0 noted  the report ")
    '· noted the report'
    """
    return " ".join(clean(text).split())


def laid_row(cells: Sequence[Sequence[Line]]) -> list[Line]:
    """Return a row of a table as lines.

    A first cell that only numbers or names the row goes before what it stands beside; short
    cells share a line; others follow one another.
    """
    filled = [[line for line in cell if not line.is_blank] for cell in cells]
    filled = [cell for cell in filled if cell]
    if len(filled) < 2:
        return [line for cell in filled for line in cell]
    lines = [cell[0].text for cell in filled]
    is_flat = all(len(cell) == 1 for cell in filled)
    if len(filled) == 2 and len(filled[0]) == 1 and len(lines[0]) <= SHORT_CELL:
        (label, first) = (filled[0][0], filled[1][0])
        return [replace(first, text=f"{label.text} {first.text}", apart=True), *filled[1][1:]]
    if is_flat and sum(map(len, lines)) <= LONGEST_ROW:
        return [Line(" | ".join(lines), filled[0][0].indent, filled[0][0].apart)]
    return [line for cell in filled for line in cell]
