"""Files of minutes of every kind, made here: PDF by typst, Word by python-docx, pages, XML."""

import io
from functools import lru_cache

import docx
import typst

from scrutable.meetings.facts import MinutesText
from scrutable.meetings.intake import open_minutes

SENTENCE = "That the report on the strategy be noted by the Board."
HEAD = """#set page(
  paper: "a4",
  header: [WESTMERE COUNCIL #h(1fr) PUBLIC PACK],
  footer: context [Page #counter(page).display() of #counter(page).final().first()],
)
#set text(size: 12pt, lang: "en", hyphenate: {hyphenate})
#set par(justify: true)
"""
ITEM = """*{number}. Performance of the corporate support services contract*

The Board considered a report by the Chief Commercial Officer on the administrative performance of
the telecommunications and reprocurement arrangements, and members asked about the follow-up of
notwithstanding representations that had been made to the Director of Finance.

RESOLVED

+ That the report be noted.
+ That authority be delegated to the Director of Finance, in consultation with the Leader, to award
  contract {number}.
+ That a report be presented to the Board in six months' time.

{filler}
"""
FILLER = "Members asked about projects, and the Assistant Director answered each in turn. " * 16


@lru_cache(maxsize=4)
def pdf(pages: int = 3, *, hyphenate: bool = True) -> bytes:
    """Return a pack of about so many pages, with a running head and page numbers."""
    head = HEAD.replace("{hyphenate}", "true" if hyphenate else "false")
    items = [ITEM.format(number=number, filler=FILLER) for number in range(1, pages + 1)]
    return typst.compile((head + "#pagebreak()\n".join(items)).encode())


def pdf_of(body: str) -> bytes:
    """Return a PDF of this typst text."""
    return typst.compile(body.encode())


def word(build) -> bytes:
    """Return the Word document that `build` fills."""
    document = docx.Document()
    build(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def read(content: bytes, name: str = "minutes") -> MinutesText:
    """Return the text of a file that must not be refused."""
    found = open_minutes(content, name)
    assert isinstance(found, MinutesText), found
    return found
