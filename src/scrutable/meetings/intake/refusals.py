"""Why a file of minutes is turned away, in words that say what to do; pure."""

from scrutable.evidence.intake.refusals import Refused

READABLE = "send it as text, a saved page, Word (.docx), PDF or modern.gov XML"


def empty() -> Refused:
    """Return the refusal of a file without anything in it."""
    return Refused("The file is empty", "send the minutes themselves")


def too_large(size: int, most: int) -> Refused:
    """Return the refusal of a file larger than any pack."""
    return Refused(
        f"The file has {size / 1_000_000:,.0f} MB; at most {most / 1_000_000:,.0f} MB are read",
        "send the minutes without the reports and pictures",
    )


def too_long(most: int) -> Refused:
    """Return the refusal of a text longer than any pack."""
    return Refused(
        f"The text has more than {most:,} characters", "send the minutes of one meeting at a time"
    )


def too_many_pages(pages: int, most: int) -> Refused:
    """Return the refusal of a PDF with more pages than are read."""
    return Refused(
        f"The PDF has {pages:,} pages; at most {most:,} are read",
        "send the minutes without the reports",
    )


def binary() -> Refused:
    """Return the refusal of what is no text and no document."""
    return Refused("This is not a text or a document that can be read", READABLE)


def of_another_kind(kind: str) -> Refused:
    """Return the refusal of a file whose kind is known and not read."""
    return Refused(f"This is {kind}, which is not read", READABLE)


def old_word() -> Refused:
    """Return the refusal of Word's form of before 2007."""
    return Refused("The document is in the old .doc form", "save it as .docx and send that")


def document_password() -> Refused:
    """Return the refusal of a Word document that is encrypted."""
    return Refused("The document has a password", "save it without one and send it again")


def too_demanding() -> Refused:
    """Return the refusal of a PDF that takes more than its share, or ends the reader of PDF."""
    return Refused(
        "The PDF asks for more memory or time than a pack of minutes needs",
        "print it to a new PDF and send that, or send the document it was made from",
    )


def pdf_password() -> Refused:
    """Return the refusal of a PDF that is encrypted."""
    return Refused(
        "The PDF is encrypted and asks for a password", "save it without one and send it again"
    )


def damaged(kind: str) -> Refused:
    """Return the refusal of a cut or spoilt file: a document, a PDF."""
    return Refused(f"The {kind} is damaged or cut short", "open it, save it again and send that")


def swelling(kind: str) -> Refused:
    """Return the refusal of what grows beyond measure when it is opened."""
    return Refused(
        f"The {kind} unpacks to more than is read",
        "copy the minutes into a new document and send that",
    )


def unsafe(kind: str) -> Refused:
    """Return the refusal of declarations that no honest file of the kind has."""
    return Refused(
        f"The {kind} holds declarations that could harm whoever reads it",
        "open it, save it again and send that",
    )


def scanned(pages: int) -> Refused:
    """Return the refusal of a PDF that holds pictures of pages."""
    held = "a picture of a page" if pages == 1 else f"pictures of its {pages:,} pages"
    return Refused(
        f"The PDF was scanned: it holds {held} and no text",
        "have its text recognised (OCR), or send the document it was made from",
    )


def unreadable_letters() -> Refused:
    """Return the refusal of a PDF whose fonts do not say which letters they draw."""
    return Refused(
        "The PDF does not say which letters it shows, so that its text cannot be read",
        "send the document it was made from",
    )


def no_text(kind: str) -> Refused:
    """Return the refusal of a file that holds no words."""
    return Refused(f"The {kind} holds no text", "send the minutes themselves")


def welsh() -> Refused:
    """Return the refusal of minutes in Welsh."""
    return Refused(
        "The text is in Welsh, and the reader reads English only",
        "send the English minutes, or enter the decisions by hand",
    )


def not_shown() -> Refused:
    """Return the refusal of a meeting that its own council does not show."""
    return Refused(
        "The XML says that the meeting may not be shown", "send the minutes that are published"
    )
