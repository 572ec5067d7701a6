"""What stands on the cover and how sources are printed, the same in every format; pure."""

from urllib.parse import quote

from scrutable.documents.blocks import Cell, Citation, Column, Document, SourceEntry, Sources, Table
from scrutable.kernel.wording import date_words

VISIBILITY = {"open": "Open to the public", "exempt": "Exempt"}
NOTES = {"information": "Note", "warning": "Warning", "method": "How this was worked out"}
SHAPES = {
    "circle": "●",
    "triangle": "▲",
    "square": "■",
    "ring": "○",
    "diamond": "◆",
    "none": "",
}


def visibility_words(document: Document) -> str:
    """Return whether the paper is open, or exempt and by which paragraph."""
    words = VISIBILITY[document.visibility]
    return f"{words}: {document.exempt_paragraph}" if document.exempt_paragraph else words


def cover_lines(document: Document) -> tuple[tuple[str, str], ...]:
    """Return what the cover says, each line with its label."""
    lines = (
        ("Reference", document.reference),
        *document.cover,
        ("Meeting", document.meeting),
        ("Date", date_words(document.dated)),
        ("Author", document.author),
        ("Subject", document.subject),
        ("Status", visibility_words(document)),
    )
    return tuple((label, text) for label, text in lines if text.strip())


def trace_address(links: str, citation: Citation) -> str:
    """Return the address of the page that shows where the cited version came from."""
    return f"{links.rstrip('/')}/trace/{quote(citation.reference)}"


def sources_table(sources: Sources) -> Table | None:
    """Return the printed sources as a table like any other, or None where nothing is cited."""
    if not sources.entries:
        return None
    columns = (
        Column("Reference"),
        Column("Version", numeric=True),
        Column("File"),
        Column("Sheet"),
        Column("Cell"),
    )
    return Table(sources.caption, columns, tuple(_source_row(entry) for entry in sources.entries))


def _source_row(entry: SourceEntry) -> tuple[Cell, ...]:
    citation = Citation(entry.reference, entry.version)
    return (
        Cell(entry.reference, citation),
        Cell(str(entry.version)),
        Cell(entry.file.strip() or "No file: worked out or entered here"),
        Cell(entry.sheet.strip() or "None"),
        Cell(entry.cell.strip() or "None"),
    )
