"""The Word file that a paper is written into: the council's own, or ours."""

import copy
import functools
import io
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

import docx
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.styles.styles import Styles

TEMPLATE = Path(__file__).parent / "template"
PARTS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "rels.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/document.xml": "document.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
    "word/styles.xml": "styles.xml",
}
STYLES = (
    "Normal",
    "Title",
    "heading 1",
    "heading 2",
    "heading 3",
    "caption",
    "List Bullet",
    "toc 1",
    "toc 2",
    "toc 3",
    "header",
    "footer",
    "Hyperlink",
    "Report council",
    "Report cover",
    "Report exempt",
    "Report contents heading",
    "Report numbered",
    "Report list",
    "Report limb",
    "Report table",
    "Report table small",
    "Report after table",
    "Report value",
    "Report picture",
    "Report status",
    "Report note",
)
MOST_BYTES = 50_000_000
# What zipfile and python-docx meet in a file that is no document: cut, locked or packed otherwise,
# no part, no XML, another kind of part.
SPOILT = (
    zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, IndexError,
    AttributeError, KeyError, OSError, SyntaxError, TypeError, ValueError,
)  # fmt: skip


class NotATemplate(ValueError):
    """The file offered as a template is not a Word document that can be written into."""

    def __init__(self) -> None:
        super().__init__("The template must be a Word document. Save it as .docx and send that")


@dataclass(frozen=True, slots=True)
class Template:
    """An opened file with nothing in its body, and the ids of its styles by name.

    `lent` are the styles that the council's file lacked and that ours stand in for.
    """

    file: WordFile
    ids: dict[str, str]
    lent: tuple[str, ...]


@functools.cache
def ours() -> bytes:
    """Return our own template: A4, British English, 12-point Arial."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, source in PARTS.items():
            parts.writestr(zipfile.ZipInfo(name), (TEMPLATE / source).read_bytes())
    return out.getvalue()


def open_template(template: bytes | None) -> Template:
    """Return the council's file, or ours where there is none, emptied and with every style."""
    file = _opened(template or ours())
    body = file.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    ids = _ids(file.styles)
    lent = tuple(name for name in STYLES if name.lower() not in ids) if template else ()
    if lent:
        _lend(file.styles, lent, ids)
    return Template(file, {name: ids[name.lower()] for name in STYLES}, lent)


def _opened(content: bytes) -> WordFile:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            if sum(part.file_size for part in parts.infolist()) > MOST_BYTES:
                raise NotATemplate
        file = docx.Document(io.BytesIO(content))
        if file.element.body is None or not _ids(file.styles):
            raise NotATemplate
    except SPOILT as fault:
        raise NotATemplate from fault
    return file


def _ids(styles: Styles) -> dict[str, str]:
    found = {}
    for style in styles.element.iterchildren(qn("w:style")):
        name = style.find(qn("w:name"))
        if name is not None:
            found[name.get(qn("w:val")).lower()] = style.get(qn("w:styleId"))
    return found


def _lend(styles: Styles, lent: tuple[str, ...], ids: dict[str, str]) -> None:
    """Copy our style for each that is missing, under an id that the file does not have."""
    own = _opened(ours()).styles.element
    taken = set(ids.values())
    for style in own.iterchildren(qn("w:style")):
        name = style.find(qn("w:name")).get(qn("w:val"))
        if name not in lent:
            continue
        borrowed = copy.deepcopy(style)
        borrowed.attrib.pop(qn("w:default"), None)
        key = style.get(qn("w:styleId"))
        key = f"Lent{key}" if key in taken else key
        borrowed.set(qn("w:styleId"), key)
        ids[name.lower()] = key
        _rebase(borrowed, ids)
        styles.element.append(borrowed)


def _rebase(style: object, ids: dict[str, str]) -> None:
    """Make the borrowed style rest on the file's own, and free it of our lists."""
    names = {"Normal": "normal", "ReportTable": "report table"}
    for tag in ("w:basedOn", "w:next"):
        found = style.find(qn(tag))  # type: ignore[attr-defined]  # lxml's elements have no types
        if found is None:
            continue
        wanted = ids.get(names.get(found.get(qn("w:val")), ""))
        if wanted:
            found.set(qn("w:val"), wanted)
        else:
            found.getparent().remove(found)
    for numbers in list(style.iter(qn("w:numPr"))):  # type: ignore[attr-defined]  # lxml's own, not in the stubs
        numbers.getparent().remove(numbers)
