"""Every format of a document at once, and the versions of what made them."""

import functools
import hashlib
import zlib
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Protocol

from scrutable.documents import docx, html, pdf, plain, xlsx
from scrutable.documents.blocks import Document
from scrutable.documents.flow import flow

FORMATS = ("docx", "html", "pdf", "txt", "xlsx")

HERE = Path(__file__).parent
SHARED = ("blocks.py", "pieces.py", "texts.py", "numbering.py", "figures.py", "cover.py")
DRAWN = (*SHARED, "flow.py", "widths.py", "charts/*.py", "jinja2/documents/charts/*.svg")
OWN = {
    "docx": (*DRAWN, "docx.py", "pictures.py", "word/*.py", "word/template/*.xml"),
    "html": (*DRAWN, "html.py", "jinja2/documents/*.jinja", "static/documents/*.css"),
    "pdf": (*DRAWN, "pdf.py", "typst/*.typ"),
    "txt": (*SHARED, "plain.py"),
    "xlsx": (*SHARED, "xlsx.py"),
}
PACKAGES = {
    "docx": ("python-docx", "lxml", "typst", "font-source-sans-pro", "jinja2"),
    "html": ("jinja2", "markupsafe"),
    "pdf": ("typst", "font-source-sans-pro", "jinja2"),
    "txt": (),
    "xlsx": ("xlsxwriter",),
}
ZIPPED = ("docx", "xlsx")


@dataclass(frozen=True, slots=True)
class Options:
    """Where links lead, and the council's own Word template if it has one."""

    links: str
    template: bytes | None = None


def render_all(document: Document, options: Options) -> dict[str, bytes]:
    """Return the document in every format, by the ending of its file's name.

    The same document and options give the same bytes while `renderer_versions` stays the same.
    """
    drawn = flow(document, links=options.links)
    return {
        "docx": docx.from_flow(drawn, document, template=options.template),
        "html": html.from_flow(drawn),
        "pdf": pdf.from_flow(drawn, document),
        "txt": plain.render(document, links=options.links),
        "xlsx": xlsx.render(document, links=options.links),
    }


def render_one(document: Document, name: str, options: Options) -> bytes:
    """Return the document in the format of this ending: docx, html, pdf, txt or xlsx."""
    if name == "docx":
        return docx.render(document, links=options.links, template=options.template)
    return RENDERERS[name](document, links=options.links)


class Renderer(Protocol):
    """A format that needs nothing but the tree and where its links lead."""

    def __call__(self, document: Document, *, links: str) -> bytes:
        """Return the document's bytes."""
        ...


RENDERERS: dict[str, Renderer] = {
    "html": html.render,
    "pdf": pdf.render,
    "txt": plain.render,
    "xlsx": xlsx.render,
}


@functools.cache
def renderer_versions() -> dict[str, str]:
    """Return what makes each format: packages with versions, and a digest of our own part."""
    return {name: "; ".join(_parts(name)) for name in sorted(OWN)}


def _parts(name: str) -> list[str]:
    packages = [f"{package} {version(package)}" for package in PACKAGES[name]]
    packing = [f"zlib {zlib.ZLIB_RUNTIME_VERSION}"] if name in ZIPPED else []
    return [*packages, *packing, f"own {_digest(OWN[name])}"]


def _digest(patterns: tuple[str, ...]) -> str:
    digest = hashlib.sha256((HERE.parent / "kernel" / "wording.py").read_bytes())
    for path in sorted({path for pattern in patterns for path in HERE.glob(pattern)}):
        digest.update(path.relative_to(HERE).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]
