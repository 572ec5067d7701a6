"""The document as plain text, for reading in review and for a screen of letters."""

from collections.abc import Iterator

from scrutable.documents.blocks import (
    Bullets,
    Chart,
    Contents,
    Document,
    Heading,
    KeyFigures,
    Note,
    PageBreak,
    Paragraph,
    Sources,
    StatusItem,
    StatusList,
    Table,
    Tag,
    words_of,
)
from scrutable.documents.cover import NOTES, SHAPES, cover_lines, sources_table
from scrutable.documents.numbering import Numbered, letter, number


def render_plain(document: Document) -> str:
    """Return the whole document, one blank line between blocks."""
    numbered = number(document)
    head = "\n".join(
        [document.council, document.title, *(f"{a}: {b}" for a, b in cover_lines(document))]
    )
    blocks = (_block(each, numbered) for each in numbered)
    return "\n\n".join([head, *(text for text in blocks if text)]) + "\n"


def render(document: Document, *, links: str) -> bytes:  # noqa: ARG001 (as every renderer takes it)
    """Return the plain text as bytes; it has no links to follow."""
    return render_plain(document).encode()


def _block(numbered: Numbered, document: tuple[Numbered, ...]) -> str:
    match numbered.block:
        case Contents(depth):
            return "\n".join(_contents(depth, document))
        case Table() as table:
            return _table(table, numbered.number)
        case Chart() as chart:
            title = f"{numbered.number}: {chart.title}\n{chart.alt}"
            return f"{title}\n\n{_table(chart.table, numbered.table)}"
        case Sources() as sources:
            listed = sources_table(sources)
            return _table(listed, numbered.number) if listed else ""
        case PageBreak():
            return "-" * 20
    return _words(numbered)


def _words(numbered: Numbered) -> str:
    words: tuple[str, ...] = ()
    match numbered.block:
        case Heading(level, text):
            words = (" ".join(filter(None, ("#" * level, numbered.number, text))),)
        case Paragraph(runs):
            words = (" ".join(filter(None, (numbered.number, words_of(runs)))),)
        case Bullets():
            words = ("\n".join(_listed(numbered.block)),)
        case KeyFigures(items):
            words = (
                "\n".join(f"{i.label}: {i.value} ({i.period}; {i.comparison})" for i in items),
            )
        case StatusList(items):
            words = tuple(_status(item) for item in items)
        case Note(kind, runs):
            words = (f"[{NOTES[kind]}] {words_of(runs)}",)
    return "\n\n".join(words)


def _listed(block: Bullets) -> Iterator[str]:
    for count, (item, limbs) in enumerate(zip(block.items, block.limbs_by_item, strict=True), 1):
        yield f"{f'({count})' if block.ordered else '-'} {words_of(item)}"
        for at, limb in enumerate(limbs):
            yield f"    ({letter(at)}) {words_of(limb)}"


def _contents(depth: int, document: tuple[Numbered, ...]) -> Iterator[str]:
    yield "Contents"
    for each in document:
        if isinstance(each.block, Heading) and each.block.level <= depth:
            indent = "  " * (each.block.level - 1)
            yield indent + " ".join(filter(None, (each.number, each.block.text)))


def _tags(tags: tuple[Tag, ...]) -> str:
    return ", ".join(f"{SHAPES[tag.shape]} {tag.word}".strip() for tag in tags)


def _status(item: StatusItem) -> str:
    doing = f"What is being done: {item.being_done}\nBy whom: {item.by_whom}"
    return f"* {item.title}: {_tags(item.tags)}\n{words_of(item.text)}\n{doing}"


def _table(table: Table, label: str) -> str:
    head = " | ".join(column.heading for column in table.columns)
    rows = (" | ".join(cell.words for cell in row) for row in table.rows)
    period = [f"Period: {table.period}"] if table.period else []
    return "\n".join([f"{label}: {table.caption}", *period, head, *rows])
