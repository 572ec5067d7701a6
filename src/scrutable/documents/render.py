"""Every format of a document, and the versions of what makes them."""

import functools
import hashlib
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from scrutable.documents import docx, html, pdf, plain, xlsx
from scrutable.documents.blocks import Document
from scrutable.documents.flow import flow

HERE = Path(__file__).parent
SHARED = ("blocks.py", "pieces.py", "texts.py", "numbering.py", "figures.py", "cover.py")
DRAWN = (
    *SHARED,
    "flow.py",
    "templates.py",
    "widths.py",
    "charts/*.py",
    "jinja2/documents/charts/*.svg",
)
OWN = {
    "docx": (*DRAWN, "docx.py", "pictures.py", "word/*.py", "word/template/*.xml"),
    "html": (*DRAWN, "html.py", "jinja2/documents/*.jinja", "static/documents/*.css"),
    "pdf": (*DRAWN, "pdf.py", "typst/report.typ"),
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


def makers(document: Document, options: Options) -> Mapping[str, Callable[[], bytes]]:
    """Return what makes each format, by the ending of its file's name.

    What is drawn on pages is laid out once for all of them. The same document and options give
    the same bytes while `renderer_versions` stays the same.
    """
    drawn = flow(document, links=options.links)
    return {
        "docx": lambda: docx.from_flow(drawn, document, template=options.template),
        "html": lambda: html.from_flow(drawn),
        "pdf": lambda: pdf.from_flow(drawn, document),
        "txt": lambda: plain.render(document, links=options.links),
        "xlsx": lambda: xlsx.render(document, links=options.links),
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
