"""Every figure of a document with its place, and the sources that they rest on; pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from scrutable.documents.blocks import (
    Bullets,
    Chart,
    Citation,
    Document,
    Figure,
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
from scrutable.documents.numbering import Numbered, number
from scrutable.documents.pieces import Cell, Column


class SourcePlace(NamedTuple):
    """Where in which file a cited version stands; blank where a record was typed in."""

    file: str
    sheet: str
    cell: str


Places = Mapping[tuple[str, int], SourcePlace]


@dataclass(frozen=True, slots=True)
class PlacedFigure:
    """A figure and where a reader finds it: "section 3, table 2, row 4, column 3"."""

    place: str
    section: str
    figure: Figure


def figures(document: Document) -> Iterator[PlacedFigure]:
    """Return every figure in reading order: in text, key figures, status items and cells."""
    for numbered in number(document):
        for place, figure in _figures(numbered):
            where = f"section {numbered.chapter}, " if numbered.chapter else ""
            yield PlacedFigure(where + place, numbered.section, figure)


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


def _figures(numbered: Numbered) -> Iterator[tuple[str, Figure]]:
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


def _of_list(block: Bullets | KeyFigures | StatusList) -> Iterator[tuple[str, Figure]]:
    for count, item in enumerate(block.items, 1):
        match item:
            case KeyFigure():
                yield f"key figure {count}", Figure(item.value, item.citation, item.period)
            case StatusItem():
                yield from _of_status(f"status item {count}", item)
            case tuple():
                yield from _of_runs(f"list item {count}", item)


def _of_runs(place: str, runs: Runs) -> Iterator[tuple[str, Figure]]:
    for run in runs:
        if isinstance(run, Figure):
            yield place, run


def _of_status(place: str, item: StatusItem) -> Iterator[tuple[str, Figure]]:
    if item.citation:
        yield place, Figure(item.title, item.citation, item.period or None)
    yield from _of_runs(place, item.text)


def _of_table(label: str, table: Table) -> Iterator[tuple[str, Figure]]:
    for down, row in enumerate(table.rows, 1):
        for across, (cell, column) in enumerate(zip(row, table.columns, strict=True), 1):
            if cell.is_figure:
                place = f"{label.lower()}, row {down}, column {across}"
                yield place, _of_cell(cell, column, table)


def _of_cell(cell: Cell, column: Column, table: Table) -> Figure:
    return Figure(cell.text, cell.citation, cell.period or column.period or table.period or None)
