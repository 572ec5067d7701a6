"""Minutes of the story as the files that a council would have: typed, saved, printed."""

from datetime import date

from django.conf import settings

from scrutable.demo.facts import MinutesForm, MinutesLoaded
from scrutable.documents import docx, pdf
from scrutable.documents.blocks import Block, Document, Heading, paragraphs
from scrutable.documents.flow import flow
from scrutable.kernel.wording import date_words


def printed(loaded: MinutesLoaded, body: str) -> bytes:
    """Return the file of the minutes; text is set as a document where the form asks for one."""
    if loaded.form in (MinutesForm.TXT, MinutesForm.HTML):
        return loaded.content
    document = _document(loaded, body)
    drawn = flow(document, links=settings.BASE_URL)
    if loaded.form is MinutesForm.PDF:
        return pdf.from_flow(drawn, document)
    return docx.from_flow(drawn, document, template=None)


def _document(loaded: MinutesLoaded, body: str) -> Document:
    """Return the minutes as a tree: the first line of all capitals after a number is a heading."""
    day = date_words(date.fromisoformat(loaded.meeting.partition("-")[2]))
    return Document(
        title=f"Minutes of the {body}",
        reference=f"minutes/{loaded.meeting}",
        council=settings.COUNCIL_NAME,
        meeting=f"{body}, {day}",
        author="Democratic Services",
        subject=f"Minutes of {day}",
        dated=date.fromisoformat(loaded.meeting.partition("-")[2]),
        blocks=tuple(_blocks(loaded.content.decode("utf-8"))),
    )


def _blocks(text: str) -> list[Block]:
    blocks: list[Block] = []
    for line in text.splitlines():
        number, _, title = line.partition(". ")
        if number.isdigit() and title.isupper():
            blocks.append(Heading(1, line, f"item-{number}", numbered=False))
        else:
            blocks.extend(paragraphs(line))
    return blocks
