"""Pieces of WordprocessingML as text: runs, links, fields, paragraphs, tables; pure."""

from collections.abc import Iterable
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


class Look(NamedTuple):
    """A paragraph's style by its id, and what it adds to it."""

    style: str
    align: str = ""
    keep_next: bool = False
    new_page: bool = False


class TableLook(NamedTuple):
    """Widths in twentieths of a point, the title that a screen reader says, and the last row."""

    widths: tuple[int, ...]
    title: str
    totals: bool = False


def run(text: str, *, bold: bool = False, style: str = "", fill: str = "", ink: str = "") -> str:
    """Return a run of text; a tabulator in it is one."""
    properties = f'<w:rStyle w:val="{style}"/>' if style else ""
    properties += "<w:b/><w:bCs/>" if bold else ""
    properties += f'<w:color w:val="{ink}"/>' if ink else ""
    properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    wrapped = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    words = "<w:tab/>".join(
        f'<w:t xml:space="preserve">{escape(part)}</w:t>' if part else ""
        for part in text.split("\t")
    )
    return f"<w:r>{wrapped}{words}</w:r>"


def link(content: str, relation: str) -> str:
    """Return runs that lead to an outside address, by its relation."""
    return f'<w:hyperlink r:id="{relation}" w:history="1">{content}</w:hyperlink>'


def inner_link(content: str, bookmark: str) -> str:
    """Return runs that lead to a bookmark."""
    return f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{content}</w:hyperlink>'


def mark(kind: str) -> str:
    """Return the begin, separate or end of a field."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def instruction(text: str) -> str:
    """Return what a field is to show."""
    return f'<w:r><w:instrText xml:space="preserve"> {escape(text)} </w:instrText></w:r>'


def field(text: str, shown: str) -> str:
    """Return a field whose result is already written, so that nothing need be updated."""
    return mark("begin") + instruction(text) + mark("separate") + run(shown) + mark("end")


def bookmarked(content: str, name: str, number: int) -> str:
    """Return the content as a place that links can lead to."""
    start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
    return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'


def paragraph(content: str, look: Look) -> str:
    """Return a paragraph in its style."""
    properties = f'<w:pStyle w:val="{look.style}"/>'
    properties += "<w:keepNext/>" if look.keep_next else ""
    properties += "<w:pageBreakBefore/>" if look.new_page else ""
    properties += f'<w:jc w:val="{look.align}"/>' if look.align else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def table(rows: Iterable[Iterable[str]], look: TableLook) -> str:
    """Return a table whose first row is repeated on each page and no row is split."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in look.widths)
    drawn = [list(row) for row in rows]
    body = "".join(
        _row(row, look.widths, place, last=look.totals and place == len(drawn) - 1)
        for place, row in enumerate(drawn)
    )
    total = sum(look.widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{total}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="57" w:type="dxa"/>'
        '<w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" '
        'w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={quoteattr(look.title)}/></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )


def _row(cells: list[str], widths: tuple[int, ...], place: int, *, last: bool) -> str:
    head = "<w:tblHeader/>" if place == 0 else ""
    top = '<w:top w:val="single" w:sz="8" w:space="0" w:color="0B0C0C"/>' if last else ""
    size, ink = ("8", "0B0C0C") if place == 0 else ("4", "B1B4B6")
    borders = f'{top}<w:bottom w:val="single" w:sz="{size}" w:space="0" w:color="{ink}"/>'
    stand = '<w:vAlign w:val="bottom"/>' if place == 0 else ""
    drawn = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:tcBorders>{borders}</w:tcBorders>'
        f"{stand}</w:tcPr>{cell}</w:tc>"
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{drawn}</w:tr>"
