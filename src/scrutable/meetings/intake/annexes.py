"""The text of an appendix that came as a file, so that the open parts can be held against it."""

from scrutable.evidence.facts import RowError
from scrutable.evidence.intake.refusals import Refused
from scrutable.meetings.facts import MinutesText
from scrutable.meetings.intake import refusals
from scrutable.meetings.intake.documents import open_minutes

WORD_HEAD, PDF_HEAD = b"PK\x03\x04", b"%PDF-"
PDF_WITHIN = 1024  # bytes before its head that readers of PDF forgive
_WITHOUT_TEXT = (
    refusals.scanned(1),
    refusals.scanned(2),
    refusals.unreadable_letters(),
    refusals.no_text("file"),
    refusals.no_text("PDF"),
    refusals.no_text("document"),
    refusals.welsh(),
)
_HEADS = frozenset(" ".join(one.error.fault.split()[:4]) for one in _WITHOUT_TEXT)


def read_annex(content: bytes, name: str) -> str | list[RowError]:
    """Return the text of a Word document or PDF, "" of a scan, or why it cannot be kept."""
    if not content.startswith(WORD_HEAD) and PDF_HEAD not in content[:PDF_WITHIN]:
        fault = Refused("The appendix is no Word document and no PDF", "send it as .docx or .pdf")
        return [fault.error]
    read = open_minutes(content, name)
    if isinstance(read, MinutesText):
        return read.text
    told = {" ".join(fault.fault.split()[:4]) for fault in read}
    return "" if told <= _HEADS else read
