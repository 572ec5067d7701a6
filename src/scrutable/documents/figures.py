"""Every figure of a document with its place, and the sources that they rest on; pure."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from scrutable.documents.blocks import (
    Bullets,
    Chart,
    Citation,
    Document,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    Note,
    Paragraph,
    Runs,
    SourceEntry,
    Sources,
    StatusItem,
    StatusList,
    Table,
)
from scrutable.documents.numbering import Numbered, letter, number
from scrutable.documents.pieces import Cell, Column, words_of
from scrutable.kernel.periods import MONTH_NAMES

GAP = "…"  # stands for a figure in the words around it
_MONTH = rf"(?:{'|'.join(f'{name}|{name[:3]}' for name in MONTH_NAMES)})"
_PERIOD = re.compile(
    rf",?(?: ?\b(?:in|for|at|up to))? ?\b(?:\d{{1,2}} )?"
    rf"(?:{_MONTH}(?: \d{{4}})? to )?{_MONTH} \d{{4}}"
)


class SourcePlace(NamedTuple):
    """Where in which file a cited version stands; blank where a record was typed in."""

    file: str
    sheet: str
    cell: str


Places = Mapping[tuple[str, int], SourcePlace]


@dataclass(frozen=True, slots=True)
class PlacedFigure:
    """A figure and where a reader finds it: "section 3, table 2, row 4, column 3".

    `label` says what it is, its period aside: the label of a key figure, a table's caption, row
    and column, or in running text the words around it. `row` is the row of a table or the item
    of a list, `heading` that of the section.
    """

    place: str
    section: str
    figure: Figure
    label: str = ""
    row: str = ""
    heading: str = ""


def figures(document: Document) -> Iterator[PlacedFigure]:
    """Return every figure in reading order: in text, key figures, status items and cells."""
    heading = ""
    for numbered in number(document):
        if isinstance(numbered.block, Heading) and numbered.block.level == 1:
            heading = numbered.block.text
        for place, label, row, figure in _figures(numbered):
            where = f"section {numbered.chapter}, " if numbered.chapter else ""
            yield PlacedFigure(where + place, numbered.section, figure, label, row, heading)


def citations(document: Document) -> tuple[Citation, ...]:
    """Return each cited version once, in the order of its first citing."""
    found = (placed.figure.citation for placed in figures(document))
    once = {
        (cited.reference, cited.version): cited for cited in reversed(list(filter(None, found)))
    }
    return tuple(reversed(once.values()))


def sources(document: Document, places: Places) -> Sources:
    """Return the printed sources of all citations; a place given by the caller wins."""
    return Sources(
        tuple(
            SourceEntry(count, cited.reference, cited.version, *_place(cited, places))
            for count, cited in enumerate(citations(document), 1)
        )
    )


def with_sources(document: Document, places: Places) -> Document:
    """Return the document with its printed sources where they stood, else at the end."""
    listed = sources(document, places)
    if any(isinstance(block, Sources) for block in document.blocks):
        blocks = tuple(listed if isinstance(b, Sources) else b for b in document.blocks)
    else:
        blocks = (*document.blocks, listed)
    return replace(document, blocks=blocks)


def _place(cited: Citation, places: Places) -> SourcePlace:
    own = SourcePlace(cited.file, cited.sheet, cited.cell)
    return places.get((cited.reference, cited.version), own)


Found = Iterator[tuple[str, str, str, Figure]]  # place, label, row


def _figures(numbered: Numbered) -> Found:
    match numbered.block:
        case Paragraph(runs):
            place = f"paragraph {numbered.number}" if numbered.number else "text"
            return _of_runs(place, runs)
        case Note(_, runs):
            return _of_runs("note", runs)
        case Table() as table:
            return _of_table(numbered.number, table)
        case Chart(table=table):
            return _of_table(numbered.table, table)
        case Bullets() | KeyFigures() | StatusList():
            return _of_list(numbered.block)
    return iter(())


def _of_list(block: Bullets | KeyFigures | StatusList) -> Found:
    for count, item in enumerate(block.items, 1):
        match item:
            case KeyFigure():
                figure = Figure(item.value, item.citation, item.period)
                yield f"key figure {count}", item.label, "", figure
            case StatusItem():
                yield from _of_status(f"status item {count}", item)
            case tuple():
                yield from _of_runs(f"list item {count}", item)
                yield from _of_limbs(count, block)


def _of_limbs(count: int, block: object) -> Found:
    if isinstance(block, Bullets):
        for at, limb in enumerate(block.limbs_by_item[count - 1]):
            yield from _of_runs(f"list item {count}, limb {letter(at)}", limb)


def _of_runs(place: str, runs: Runs, about: str = "") -> Found:
    said = f"{about}: " if about else ""
    for at, run in enumerate(runs):
        if isinstance(run, Figure):
            before, after = _sentence(words_of(runs[:at]), words_of(runs[at + 1 :]))
            yield place, f"{said}{before}{GAP}{after}", about, run


def _sentence(before: str, after: str) -> tuple[str, str]:
    """Return what the figure's own sentence says before it and after it."""
    return re.split(r"[.;:] ", before)[-1], re.split(r"[.;](?: |$)", after)[0]


def _of_status(place: str, item: StatusItem) -> Found:
    if item.citation:
        yield place, item.title, item.title, Figure(item.title, item.citation, item.period or None)
    yield from _of_runs(place, item.text, item.title)


def _of_table(number: str, table: Table) -> Found:
    for down, row in enumerate(table.rows, 1):
        for across, (cell, column) in enumerate(zip(row, table.columns, strict=True), 1):
            if cell.is_figure:
                place = f"{number.lower()}, row {down}, column {across}"
                heading = ", ".join(filter(None, (row[0].text, undated(column.title))))
                label = f"{undated(table.caption)}: {heading}"
                yield place, label, row[0].text, _of_cell(cell, column, table)


def undated(text: str) -> str:
    """Return a caption or a heading without its months: "By service in July 2026" by service."""
    return _PERIOD.sub("", text).strip(" ,")


def _of_cell(cell: Cell, column: Column, table: Table) -> Figure:
    return Figure(cell.text, cell.citation, cell.period or column.period or table.period or None)
