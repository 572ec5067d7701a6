"""The document tree: frozen blocks that every renderer reads; pure.

A text is one line: a commentary of several paragraphs is split by `paragraphs`.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from scrutable.documents.charts.facts import ChartFact
from scrutable.documents.pieces import (
    Cell,
    Citation,
    Column,
    Figure,
    KeyFigure,
    Run,
    Runs,
    SourceEntry,
    StatusItem,
    Table,
    Tag,
    settled_runs,
    words_of,
)
from scrutable.documents.texts import settle, settled

__all__ = [
    "Block",
    "Bullets",
    "Cell",
    "Chart",
    "Citation",
    "Column",
    "Contents",
    "Document",
    "Figure",
    "Heading",
    "KeyFigure",
    "KeyFigures",
    "Note",
    "NoteKind",
    "PageBreak",
    "Paragraph",
    "Run",
    "Runs",
    "SourceEntry",
    "Sources",
    "StatusItem",
    "StatusList",
    "Table",
    "Tag",
    "Visibility",
    "paragraphs",
    "words_of",
]

Visibility = Literal["open", "exempt"]
NoteKind = Literal["information", "warning", "method"]

DEEPEST_HEADING = 3


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is a section below the document's title. The anchor names the section."""

    level: int
    text: str
    anchor: str
    numbered: bool = True

    def __post_init__(self) -> None:
        settle(self)
        if not 1 <= self.level <= DEEPEST_HEADING:
            raise ValueError(f"Heading: level must be 1 to {DEEPEST_HEADING}, not {self.level}")
        if not re.fullmatch(r"[a-z][a-z0-9-]{0,60}", self.anchor):
            raise ValueError(f"Heading: anchor must be small letters and hyphens: {self.anchor}")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a numbered one is "4.3" to a member who wants to ask about it."""

    runs: Runs
    numbered: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "runs", settled_runs(self, self.runs))


def paragraphs(text: str, *, numbered: bool = False) -> tuple[Paragraph, ...]:
    """Return a typed-in text as paragraphs, one a line, blank lines dropped."""
    lines = (settled(line) for line in text.splitlines())
    return tuple(Paragraph((line,), numbered) for line in lines if line.strip())


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; an ordered one is numbered (1), (2) as recommendations are.

    `limbs` are those of each item, lettered (a), (b) below it; of an ordered list only.
    """

    items: tuple[Runs, ...]
    ordered: bool = False
    limbs: tuple[tuple[Runs, ...], ...] = ()

    def __post_init__(self) -> None:
        if not self.items:
            raise ValueError("Bullets: a list needs an item")
        if self.limbs and (not self.ordered or len(self.limbs) != len(self.items)):
            raise ValueError("Bullets: give the limbs of each item of an ordered list")
        object.__setattr__(self, "items", tuple(settled_runs(self, item) for item in self.items))
        limbs = tuple(tuple(settled_runs(self, limb) for limb in own) for own in self.limbs)
        object.__setattr__(self, "limbs", limbs)

    @property
    def limbs_by_item(self) -> tuple[tuple[Runs, ...], ...]:
        """Return the limbs of each item, none of one that has none."""
        return self.limbs or ((),) * len(self.items)


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """The figures that a reader takes away."""

    items: tuple[KeyFigure, ...]

    def __post_init__(self) -> None:
        if not self.items:
            raise ValueError("KeyFigures: give at least one")


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as facts with its description and always its table."""

    title: str
    alt: str
    fact: ChartFact
    table: Table

    def __post_init__(self) -> None:
        settle(self)


@dataclass(frozen=True, slots=True)
class StatusList:
    """What needs attention, gravest and oldest first."""

    items: tuple[StatusItem, ...]

    def __post_init__(self) -> None:
        if not self.items:
            raise ValueError("StatusList: give at least one, or a paragraph saying there is none")


@dataclass(frozen=True, slots=True)
class Note:
    """A boxed note."""

    kind: NoteKind
    runs: Runs

    def __post_init__(self) -> None:
        object.__setattr__(self, "runs", settled_runs(self, self.runs))


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page where there are pages."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of headings to a depth, filled in by each renderer."""

    depth: int = 2


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the figures come from, in the order in which they are first cited."""

    entries: tuple[SourceEntry, ...]
    caption: str = "Sources of the figures"


Block = (
    Heading
    | Paragraph
    | Bullets
    | KeyFigures
    | Table
    | Chart
    | StatusList
    | Note
    | PageBreak
    | Contents
    | Sources
)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper: its cover and its blocks.

    `cover` are lines, label and words, that a kind of paper adds to those of every cover.
    `exempt_paragraph` names the paragraph of Schedule 12A, and an exempt document must have it.
    """

    title: str
    reference: str
    council: str
    meeting: str
    author: str
    subject: str
    dated: date
    blocks: tuple[Block, ...]
    language: str = "en-GB"
    visibility: Visibility = "open"
    exempt_paragraph: str = ""
    cover: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        settle(self, "exempt_paragraph", "meeting", "subject")
        cover = tuple((settled(label), settled(words)) for label, words in self.cover)
        object.__setattr__(self, "cover", cover)
        if (self.visibility == "exempt") != bool(self.exempt_paragraph.strip()):
            raise ValueError("Document: an exempt document, and no other, names its paragraph")
        anchors = [block.anchor for block in self.blocks if isinstance(block, Heading)]
        if len(anchors) != len(set(anchors)):
            raise ValueError("Document: two headings share an anchor")
        _check_levels([block.level for block in self.blocks if isinstance(block, Heading)])


def _check_levels(levels: list[int]) -> None:
    """Refuse a heading that skips a level: PDF/UA and screen readers do too."""
    before = 0
    for level in levels:
        if level > before + 1:
            raise ValueError(f"Document: a heading of level {level} follows one of level {before}")
        before = level
