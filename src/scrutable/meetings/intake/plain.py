"""Bytes that are text, in whichever encoding they came; pure."""

import codecs
import re

from scrutable.meetings.intake import refusals
from scrutable.meetings.intake.lines import (
    INVISIBLE,
    LINE_END,
    SPACES,
    Line,
    TextBuilder,
)

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DECLARED = re.compile(
    rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9._:-]{2,40})", re.IGNORECASE
)
CONTROLS = re.compile("[\\x00-\\x08\\x0e-\\x1b]")
MOST_CONTROLS = 0.01  # of the characters of a text
TAB = 4


def decode(content: bytes) -> str:
    """Return the text of the bytes; raises Refused where they are none.

    A mark at the start decides, then what the head of a page or XML declares, then UTF-8 where
    it holds, UTF-16 without a mark where every other byte is nought, and Windows's own else.
    """
    text = _decoded(content)
    sample = text[:100_000]
    if "\x00" in sample or len(CONTROLS.findall(sample)) > MOST_CONTROLS * len(sample):
        raise refusals.binary()
    return text


def _decoded(content: bytes) -> str:
    for mark, encoding in BOMS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    if encoding := _utf16(content[:1000]):
        return content.decode(encoding, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    found = DECLARED.search(content[:2000])
    said = found[1].decode("ascii", "replace").lower() if found else ""
    if said in ("utf-8", "utf8"):
        return content.decode("utf-8", "replace")
    return content.decode("iso-8859-15" if said == "iso-8859-15" else "cp1252", "replace")


def _utf16(head: bytes) -> str:
    """Return the byte order of UTF-16 without its mark, "" where it is not that."""
    pairs = len(head) // 2
    if pairs < 4:
        return ""
    if head[1::2].count(0) > 0.8 * pairs and not head[::2].count(0):
        return "utf-16-le"
    if head[::2].count(0) > 0.8 * pairs and not head[1::2].count(0):
        return "utf-16-be"
    return ""


def read_plain(text: str, builder: TextBuilder) -> None:
    """Add the text as it stands: its lines, how far they are set in, its blank lines."""
    pages = LINE_END.sub("\n", text).split("\f")
    for number, page in enumerate(pages, start=1):
        if len(pages) > 1:
            builder.place(f"page {number}")
        apart = False
        for raw in page.split("\n"):
            line = SPACES.sub(" ", INVISIBLE.sub("", raw.expandtabs(TAB))).rstrip()
            if line:
                builder.add([Line(line, apart=apart)])
            apart = not line
