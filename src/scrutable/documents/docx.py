"""The document as Word, on the council's own template or ours, the same bytes every time."""

import io
import zipfile
from datetime import UTC, datetime, time

from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Emu

from scrutable.documents.blocks import Document
from scrutable.documents.flow import Flow, flow
from scrutable.documents.pictures import png
from scrutable.documents.word.body import Body
from scrutable.documents.word.template import open_template
from scrutable.documents.word.xml import NAMESPACES, Look, field, paragraph, run

EMU_PER_TWENTIETH = 635
LONGEST_PROPERTY = 255  # letters that Word keeps of a title, subject or author
WIDEST_CHART = 7654  # 13.5 cm in twentieths of a point


def render(document: Document, *, links: str, template: bytes | None = None) -> bytes:
    """Return the Word file; raises NotATemplate where the template cannot be written into."""
    return from_flow(flow(document, links=links), document, template=template)


def from_flow(drawn: Flow, document: Document, *, template: bytes | None = None) -> bytes:
    """Return the Word file of a document whose flow is known."""
    opened = open_template(template)
    file = opened.file
    section = file.sections[-1]
    width = _width(section)
    charts = [block["svg"] for block in drawn["blocks"] if block["is"] == "chart"]
    pictures = Pictures(file, png(charts), width)
    fill(file, Body(opened.ids, width, Relations(file), pictures).xml(drawn))
    _frame(section, drawn, opened.ids)
    _language(file, document.language)
    _properties(file, document)
    out = io.BytesIO()
    file.save(out)
    return settle(out.getvalue(), document)


def settle(data: bytes, document: Document) -> bytes:
    """Return the same parts in a settled order with the document's date for their stamp."""
    stamp = (max(document.dated.year, 1980), document.dated.month, document.dated.day, 0, 0, 0)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in sorted(old.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            info = zipfile.ZipInfo(name, stamp)
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 0
            new.writestr(info, old.read(name), compresslevel=6)
    return out.getvalue()


def _width(section: Section) -> int:
    """Return the room between the margins, in twentieths of a point."""
    page = section.page_width or Emu(0)
    left, right = section.left_margin or Emu(0), section.right_margin or Emu(0)
    return int(page - left - right) // EMU_PER_TWENTIETH or 9298


class Relations:
    """The relation of each outside address, made once."""

    def __init__(self, file: WordFile) -> None:
        self.part = file.part
        self.known: dict[str, str] = {}

    def __call__(self, address: str) -> str:
        """Return the id of the relation that leads to the address."""
        if address not in self.known:
            # Word's own way looks through all of them each time; ours are told by their name.
            name = f"rIdTrace{len(self.known) + 1}"
            self.part.load_rel(RELATIONSHIP_TYPE.HYPERLINK, address, name, is_external=True)
            self.known[address] = name
        return self.known[address]


class Pictures:
    """Draws the charts in their order, each with its description."""

    def __init__(self, file: WordFile, pictures: list[bytes], width: int) -> None:
        self.part = file.part
        self.left = iter(pictures)
        self.widest = min(width, 9298)

    def __call__(self, block: Flow, number: int) -> str:
        """Return the drawing of the next chart, numbered among all that has a number."""
        width = Emu(
            (self.widest if block["wide"] else min(WIDEST_CHART, self.widest)) * EMU_PER_TWENTIETH
        )
        inline = self.part.new_pic_inline(io.BytesIO(next(self.left)), width)
        named = inline.docPr
        named.set("id", str(number))
        named.set("name", block["number"])
        named.set("title", block["title"])
        named.set("descr", block["alt"])
        return f"<w:drawing>{inline.xml}</w:drawing>"


def fill(file: WordFile, xml: str) -> None:
    """Put the finished body into the file, before what says how its pages are."""
    old = file.element.body
    new = parse_xml(f"<w:body {NAMESPACES}>{xml}</w:body>")
    pages = old.find(qn("w:sectPr"))
    if pages is not None:
        new.append(pages)
    old.getparent().replace(old, new)


def _frame(section: Section, drawn: Flow, ids: dict[str, str]) -> None:
    """Write header and footer; a council's own header stays, with what must be said below it."""
    header, footer = section.header, section.footer
    ours = not _says_something(header.part.element)
    if ours or drawn["exempt"]:
        words = drawn["visibility"] if drawn["exempt"] else drawn["council"]
        title = f"{drawn['title']}\t{words}" if ours else words
        _write(header.part.element, run(title), ids["header"], instead=ours)
    pages = run("\tPage ") + field("PAGE", "1") + run(" of ") + field("NUMPAGES", "1")
    content = run(drawn["reference"]) + pages
    empty = not _says_something(footer.part.element)
    _write(footer.part.element, content, ids["footer"], instead=empty)


def _says_something(element: object) -> bool:
    found = element.iter(qn("w:t"), qn("w:drawing"), qn("w:pict"))  # type: ignore[attr-defined]  # lxml's own, not in the stubs
    return next(found, None) is not None


def _write(element: object, content: str, style: str, *, instead: bool) -> None:
    if instead:
        for child in list(element):  # type: ignore[call-overload]  # lxml's elements have no types
            element.remove(child)  # type: ignore[attr-defined]  # lxml's own, not in the stubs
    xml = paragraph(content, Look(style)).replace("<w:p>", f"<w:p {NAMESPACES}>", 1)
    element.append(parse_xml(xml))  # type: ignore[attr-defined]  # lxml's own, not in the stubs


def _language(file: WordFile, language: str) -> None:
    for place, tag in ((file.styles.element, "w:lang"), (file.settings.element, "w:themeFontLang")):
        for found in place.iter(qn(tag)):
            found.set(qn("w:val"), language)


def _properties(file: WordFile, document: Document) -> None:
    when = datetime.combine(document.dated, time(), UTC)
    properties = file.core_properties
    properties.title = document.title[:LONGEST_PROPERTY]
    properties.subject = document.subject[:LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = document.author[:LONGEST_PROPERTY]
    properties.created = properties.modified = when
    properties.identifier, properties.language = document.reference, document.language
    properties.revision, properties.comments, properties.keywords = 1, "", document.reference
