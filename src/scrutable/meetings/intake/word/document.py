"""The body of a Word document as lines."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from scrutable.meetings.intake.limits import PackLimits
from scrutable.meetings.intake.lines import Line, TextBuilder, laid_row, squeezed
from scrutable.meetings.intake.word.numbering import Numbering, place_in, read_numbering
from scrutable.meetings.intake.word.package import Package, W, open_package

FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
GONE = frozenset((f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", FALLBACK))
BOX = f"{W}txbxContent"
OFF = ("0", "false", "off")


def read_word(content: bytes, limits: PackLimits, builder: TextBuilder) -> bool:
    """Add the document's lines; return whether the archive is a Word document at all."""
    package = open_package(content, limits)
    if package is None:
        return False
    root = package.tree(package.main)
    body = root.find(f"{W}body") if root is not None else None
    if body is not None:
        builder.add(_Body(_numbering(package)).lines(body))
    return True


def _numbering(package: Package) -> Numbering:
    return read_numbering(
        package.related("numbering", "numbering.xml"), package.related("styles", "styles.xml")
    )


@dataclass(slots=True)
class _Paragraph:
    """What is gathered of one paragraph: its text, and the boxes drawn beside it."""

    text: list[str]
    boxes: list[Element]


class _Body:
    """A walk through paragraphs and tables; no deeper than the tree was let in."""

    def __init__(self, numbering: Numbering) -> None:
        self.numbering = numbering
        self.was_numbered = False

    def lines(self, above: Element) -> Iterator[Line]:
        """Yield the lines of what stands in a body, a cell or a box."""
        for element in above:
            if element.tag == f"{W}p":
                yield from self._paragraph(element)
            elif element.tag == f"{W}tbl":
                yield from self._table(element)
            elif element.tag not in GONE:
                yield from self.lines(element)

    def _table(self, table: Element) -> Iterator[Line]:
        for row in _below(table, f"{W}tr"):
            cells = [list(self.lines(cell)) for cell in _below(row, f"{W}tc")]
            yield from laid_row(cells)
        self.was_numbered = False

    def _paragraph(self, paragraph: Element) -> Iterator[Line]:
        properties = paragraph.find(f"{W}pPr")
        gathered = _Paragraph([], [])
        _gather(paragraph, gathered)
        text = "".join(gathered.text)
        if text.strip():
            yield from self._said(text, properties)
        for box in gathered.boxes:
            yield from self.lines(box)

    def _said(self, text: str, properties: Element | None) -> Iterator[Line]:
        place = self.numbering.place_of(place_in(properties), _style(properties))
        label = self.numbering.label(*place) if place else ""
        apart = not (label and self.was_numbered)
        indent = place[1] if place else 0
        for part in text.split("\n"):
            said = squeezed(part)
            if said:
                yield Line(f"{label} {said}" if label else said, indent, apart)
                label, apart = "", False
        self.was_numbered = place is not None


def _below(above: Element, tag: str) -> Iterator[Element]:
    """Yield the rows or cells, in wrappers of content controls too, not those of inner tables."""
    for element in above:
        if element.tag == tag:
            yield element
        elif element.tag not in GONE and element.tag != f"{W}tbl":
            yield from _below(element, tag)


def _gather(element: Element, into: _Paragraph) -> None:
    for child in element:
        tag = child.tag
        if tag == f"{W}t":
            into.text.append(child.text or "")
        elif tag in (f"{W}br", f"{W}cr"):
            into.text.append("\n")
        elif tag in (f"{W}tab", f"{W}ptab"):
            into.text.append(" ")
        elif tag == f"{W}noBreakHyphen":
            into.text.append("-")
        elif tag == BOX:
            into.boxes.append(child)
        elif tag not in GONE and tag != f"{W}pPr" and not _is_hidden(child):
            _gather(child, into)


def _is_hidden(run: Element) -> bool:
    """Test whether the run is hidden text, which Word neither shows nor prints."""
    mark = run.find(f"{W}rPr/{W}vanish") if run.tag == f"{W}r" else None
    return mark is not None and mark.get(f"{W}val", "") not in OFF


def _style(properties: Element | None) -> str:
    style = properties.find(f"{W}pStyle") if properties is not None else None
    return "Normal" if style is None else style.get(f"{W}val", "")
