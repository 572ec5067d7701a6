"""Editions as files: HTML, Word, PDF and the spreadsheet annex."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scrutable.audit.reads import number_at
from scrutable.documents.blocks import Document
from scrutable.documents.render import Options, makers
from scrutable.evidence import reads as evidence
from scrutable.reports import facts, models
from scrutable.reports.facts import Format
from scrutable.reports.reads.checking import document_of, exempt_document_of
from scrutable.reports.reads.editions import NotFrozen, name_of, word_template
from scrutable.reports.rules.titles import FORMAT_WORDS
from scrutable.work.facts import Progress, silent

MEDIA_TYPES = {
    Format.HTML: "text/html; charset=utf-8",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.PDF: "application/pdf",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class NothingExempt(Exception):
    """Everything in the edition is open."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} has no exempt part. Its files hold all of it.")


@dataclass(frozen=True, slots=True)
class Drawing:
    """A tree with what a renderer needs besides; `template` is the SHA-256 of the Word file."""

    document: Document
    options: Options
    template: str = ""


def drawing_of(found: facts.Edition, document: Document | None = None) -> Drawing:
    """Return the edition's tree and its template: a frozen one's own, a draft's the latest."""
    if found.is_frozen:
        sha256 = found.template
    else:
        template = word_template(number_at())
        sha256 = template.file if template else ""
    content = evidence.content(sha256) if sha256 else None
    options = Options(links=found.links, template=content)
    return Drawing(document or document_of(found), options, sha256)


def exempt_drawing_of(found: facts.Edition, document: Document | None = None) -> Drawing | None:
    """Return the same of the part that is not for the public; None where all is open."""
    exempt = document or exempt_document_of(found)
    return drawing_of(found, exempt) if exempt else None


def rendered(
    drawing: Drawing, *, only: Format | None = None, progress: Progress = silent
) -> Mapping[Format, bytes]:
    """Return the bytes of every format, or of the one asked for."""
    return dict(_rendered(drawing, [only] if only else list(Format), progress))


def _rendered(
    drawing: Drawing, forms: list[Format], progress: Progress
) -> Iterator[tuple[Format, bytes]]:
    """Yield the formats one by one."""
    make = makers(drawing.document, drawing.options)
    for done, form in enumerate(forms):
        progress(done, len(forms), f"Making: {FORMAT_WORDS[form]}")
        yield form, make[form.value]()
    progress(len(forms), len(forms), "Made")


def rendition(name: str, form: Format) -> models.Rendition:
    """Return one stored format of a frozen edition; raises NotFrozen."""
    row = models.Rendition.objects.filter(edition=name_of(name), format=form).first()
    if row is None:
        raise NotFrozen(name_of(name))
    return row


def exempt_rendition(name: str, form: Format) -> models.ExemptRendition:
    """Return one stored format of a frozen edition's exempt part; raises NothingExempt."""
    row = models.ExemptRendition.objects.filter(edition=name_of(name), format=form).first()
    if row is None:
        raise NothingExempt(name_of(name))
    return row


def content_of(found: facts.Edition, form: Format) -> bytes:
    """Return the edition in the format: the frozen bytes, or for a draft made afresh."""
    if found.is_frozen:
        return bytes(rendition(found.name, form).content)
    return rendered(drawing_of(found), only=form)[form]


def exempt_content_of(found: facts.Edition, form: Format) -> bytes:
    """Return the exempt part in the format, for those who may see it; raises NothingExempt."""
    if found.is_frozen:
        return bytes(exempt_rendition(found.name, form).content)
    drawing = exempt_drawing_of(found)
    if drawing is None:
        raise NothingExempt(found.name)
    return rendered(drawing, only=form)[form]
