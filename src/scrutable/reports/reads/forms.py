"""Editions in further forms, made when somebody asks, and the form that a councillor reads best."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from scrutable.councillors.facts import ReportForm
from scrutable.councillors.models.sealing import WrongKey
from scrutable.councillors.reads import report_form_of
from scrutable.documents import pdf, plain
from scrutable.documents.blocks import Document
from scrutable.reports import facts
from scrutable.reports.facts import Format
from scrutable.reports.reads.rendering import MEDIA_TYPES, drawing_of
from scrutable.reports.rules.titles import FORMAT_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class FurtherForm:
    """A form that no edition is kept in: its tree, which is kept, says the same in it."""

    words: str
    ending: str
    media_type: str
    make: Callable[[Document, str], bytes]


FURTHER_FORMS: Mapping[str, FurtherForm] = {
    "large-print": FurtherForm(
        words="Large print",
        ending="large.pdf",
        media_type=MEDIA_TYPES[Format.PDF],
        make=lambda document, links: pdf.large_print(document, links=links),
    ),
    "plain-text": FurtherForm(
        words="Plain text",
        ending="txt",
        media_type="text/plain; charset=utf-8",
        make=lambda document, links: plain.render(document, links=links),
    ),
}
WORDS_OF = {
    ReportForm.LARGE_PRINT: FURTHER_FORMS["large-print"].words,
    ReportForm.PLAIN_TEXT: FURTHER_FORMS["plain-text"].words,
    ReportForm.WORD: FORMAT_WORDS[Format.DOCX],
    ReportForm.PDF: FORMAT_WORDS[Format.PDF],
}


def content_in(found: facts.Edition, form: FurtherForm) -> bytes:
    """Return the open part of the edition in a further form."""
    drawing = drawing_of(found)
    return form.make(drawing.document, drawing.options.links)


def own_form(username: str) -> str:
    """Return what the form is called that a councillor reads best; "" for the page itself.

    For the councillor who looks alone: nobody else is ever told.
    """
    try:
        said = report_form_of(username)
    except WrongKey:
        return ""
    return WORDS_OF.get(said, "") if said else ""
