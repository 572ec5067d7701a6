"""The document as HTML: a file that needs nothing else, and a fragment for a page of ours."""

import functools
from pathlib import Path

from jinja2 import Template

from scrutable.documents.blocks import Document
from scrutable.documents.flow import Flow, flow
from scrutable.documents.templates import environment

HERE = Path(__file__).parent
TEMPLATES = HERE / "jinja2" / "documents"
STYLES = HERE / "static" / "documents" / "document.css"


@functools.cache
def _template(name: str) -> Template:
    return environment(TEMPLATES).get_template(name)


@functools.cache
def _styles() -> str:
    return STYLES.read_text("utf-8")


def render(document: Document, *, links: str) -> bytes:
    """Return a whole page with its styles inside, fit to be sent by e-mail."""
    return from_flow(flow(document, links=links))


def from_flow(drawn: Flow) -> bytes:
    """Return the whole page of a document whose flow is known."""
    return _template("page.jinja").render(d=drawn, styles=_styles()).encode()


def fragment(document: Document, *, links: str) -> str:
    """Return the article alone, its title a heading of level 1, for a page of ours.

    The page links static/documents/document.css and has no other heading of level 1.
    """
    return _template("article.jinja").render(d=flow(document, links=links))
