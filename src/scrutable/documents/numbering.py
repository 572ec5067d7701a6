"""Numbers of sections, paragraphs, tables and figures, the same for every renderer; pure."""

from dataclasses import dataclass

from scrutable.documents.blocks import (
    Block,
    Chart,
    Document,
    Heading,
    Paragraph,
    Sources,
    Table,
)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A block with its number ("4", "4.3", "Table 2", "Figure 1" or "") and its section.

    `table` is the number of a chart's table. `section` is the anchor of the nearest heading.
    """

    block: Block
    number: str
    section: str
    chapter: str
    table: str = ""


def letter(place: int) -> str:
    """Return the letter of a limb by its place from 0; after z come aa, ab, ac.

    >>> letter(0), letter(25), letter(26), letter(27)
    ('a', 'z', 'aa', 'ab')
    """
    before, own = divmod(place, 26)
    return (letter(before - 1) if before else "") + chr(ord("a") + own)


@dataclass(slots=True)
class _Counts:
    chapters: int = 0
    paragraphs: int = 0
    tables: int = 0
    figures: int = 0
    chapter: str = ""
    section: str = ""


def number(document: Document) -> tuple[Numbered, ...]:
    """Return the blocks in order with their numbers.

    Sections of level 1 count 1, 2, 3; numbered paragraphs count 1.1, 1.2 within them, across
    headings of a lower level, which carry no number; tables and figures count through the paper,
    a chart's table and the printed sources among the tables.
    """
    counts = _Counts()
    return tuple(_numbered(block, counts) for block in document.blocks)


def _numbered(block: Block, counts: _Counts) -> Numbered:
    label = table = ""
    match block:
        case Heading():
            label = _heading(block, counts)
        case Paragraph(numbered=True):
            counts.paragraphs += 1
            label = ".".join(filter(None, (counts.chapter, str(counts.paragraphs))))
        case Table() | Sources():
            label = _table(counts)
        case Chart():
            counts.figures += 1
            label, table = f"Figure {counts.figures}", _table(counts)
    return Numbered(block, label, counts.section, counts.chapter, table)


def _heading(block: Heading, counts: _Counts) -> str:
    counts.section = block.anchor
    if block.level > 1:
        return ""
    counts.paragraphs = 0
    counts.chapters += block.numbered
    counts.chapter = str(counts.chapters) if block.numbered else ""
    return counts.chapter


def _table(counts: _Counts) -> str:
    counts.tables += 1
    return f"Table {counts.tables}"
