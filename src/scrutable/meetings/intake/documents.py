"""Minutes from a file of any kind: told by content, not by name; refusals are data."""

import email
import email.policy
import re
from email.message import Message

import olefile

from scrutable.evidence.facts import RowError
from scrutable.evidence.intake.refusals import Refused
from scrutable.meetings.facts import MinutesText
from scrutable.meetings.intake import refusals
from scrutable.meetings.intake.dates import day_in_title, day_of
from scrutable.meetings.intake.limits import PACKS, PackLimits
from scrutable.meetings.intake.lines import TextBuilder
from scrutable.meetings.intake.meeting_xml import read_meeting
from scrutable.meetings.intake.modern_gov import is_modern_gov
from scrutable.meetings.intake.pages import read_page
from scrutable.meetings.intake.pdf import read_pdf
from scrutable.meetings.intake.plain import decode, read_plain
from scrutable.meetings.intake.word import read_word
from scrutable.meetings.rules.reading import looks_welsh
from scrutable.work.facts import Progress, silent

OLE_HEAD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP_HEADS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
PDF_HEAD = b"%PDF-"
PDF_WITHIN = 1024  # bytes before its head that readers of PDF forgive
OTHERS = (
    (b"{\\rtf", "rich text (.rtf)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a scanned picture (.tif)"),
    (b"MM\x00*", "a scanned picture (.tif)"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
)
PAGE = re.compile(
    r"\s*(?:<\?xml[^<>]*\?>\s*)?(?:<!--.{0,5000}?-->\s*)*<(?:!doctype\s+html|html|head|body|div|"
    r"section|article|main|table|p|h[1-6]|ul|ol|span|meta|title|center|font)\b",
    re.IGNORECASE | re.DOTALL,
)
SAVED = re.compile(
    r"[A-Za-z-]+:.*^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE | re.DOTALL
)


def open_minutes(
    content: bytes, name: str, progress: Progress = silent, limits: PackLimits = PACKS
) -> MinutesText | list[RowError]:
    """Return the minutes as text, or why the file is not read; nothing in it makes this raise."""
    try:
        if not content.strip(b"\x00 \t\r\n\x0c"):
            raise refusals.empty()
        if len(content) > limits.most_bytes:
            raise refusals.too_large(len(content), limits.most_bytes)
        return _checked(_read(content, name, progress, limits), limits)
    except Refused as refused:
        return [refused.error]


def _checked(read: MinutesText, limits: PackLimits) -> MinutesText:
    if sum(map(str.isalpha, read.text[:10_000])) < limits.fewest_letters:
        raise refusals.no_text("file")
    if looks_welsh(read.text):
        raise refusals.welsh()
    return read


def _read(content: bytes, name: str, progress: Progress, limits: PackLimits) -> MinutesText:
    builder = TextBuilder(limits)
    if PDF_HEAD in content[:PDF_WITHIN]:
        read_pdf(content, limits, builder, progress)
    elif content.startswith(ZIP_HEADS):
        if not read_word(content, limits, builder):
            raise refusals.of_another_kind("a zip file, a workbook or an OpenDocument text")
    elif content.startswith(OLE_HEAD):
        raise _ole_refusal(content)
    else:
        return _read_text(content, name, builder)
    return _minutes(name, builder)


def _read_text(content: bytes, name: str, builder: TextBuilder) -> MinutesText:
    for head, kind in OTHERS:
        if content.startswith(head):
            raise refusals.of_another_kind(kind)
    if is_modern_gov(content):
        return read_meeting(content, name, builder)
    text = decode(content)
    title = ""
    if SAVED.match(text[:5_000]):
        text = _saved_page(content)
    if PAGE.match(text[:20_000]):
        title = read_page(text, builder)
    elif text.lstrip().startswith("<?xml"):
        raise refusals.of_another_kind("XML of another kind than modern.gov’s GetMeeting")
    else:
        read_plain(text, builder)
    return _minutes(name, builder, title)


def _minutes(name: str, builder: TextBuilder, title: str = "") -> MinutesText:
    text = builder.text
    return MinutesText(
        name=name,
        text=text,
        places=tuple(builder.places),
        meeting_on=day_in_title(title) or day_of(text),
    )


def _saved_page(content: bytes) -> str:
    """Return the page within a web page that was saved as a single file (.mhtml)."""
    try:
        message = email.message_from_bytes(content, policy=email.policy.compat32)
        for part in message.walk():
            if part.get_content_type() == "text/html":
                return _part_text(part)
    except (ValueError, LookupError, RecursionError) as fault:
        raise refusals.damaged("saved page") from fault
    raise refusals.no_text("saved page")


def _part_text(part: Message) -> str:
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        raise refusals.damaged("saved page")
    return decode(content)


def _ole_refusal(content: bytes) -> Refused:
    try:
        with olefile.OleFileIO(content) as ole:
            is_locked = ole.exists("EncryptedPackage")
            is_word = ole.exists("WordDocument")
    except (OSError, ValueError, IndexError, TypeError, KeyError, AttributeError, RecursionError):
        return refusals.damaged("document")  # whatever olefile trips over in a damaged file
    if is_locked:
        return refusals.document_password()
    if is_word:
        return refusals.old_word()
    return refusals.of_another_kind("a file of an old Office program")
