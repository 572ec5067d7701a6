"""Reads a public pack of 300 pages of minutes from its PDF: text first, then every outcome.

The pack is made here, by typst, with a running head, page numbers and words broken at line ends.
"""

import statistics
import sys
from time import perf_counter

import pypdfium2
import typst

from scrutable.meetings import intake
from scrutable.meetings.rules import reading

PAGES, ROUNDS, MOST_SECONDS = 300, 3, 10.0
HEAD = """#set page(paper: "a4", header: [PUBLIC PACK], footer: context counter(page).display())
#set text(size: 12pt, lang: "en", hyphenate: true)
#set par(justify: true)
"""
ITEM = """*{number}. Performance of the corporate support services contract*

The Board considered a report on contract {number}.

RESOLVED

+ That the report be noted.
+ That authority be delegated to the Director of Finance, in consultation with the Leader, to award
  contract {number} up to £{number}00,000.
+ That a report be presented to the Board in six months' time.

{filler}
"""
FILLER = "Members asked about telecommunications, and the officers answered each in turn. " * 24


def pack() -> bytes:
    """Return the PDF, a page an item."""
    items = (ITEM.format(number=number, filler=FILLER) for number in range(1, PAGES + 1))
    content: bytes = typst.compile((HEAD + "#pagebreak()\n".join(items)).encode())
    return content


def main() -> None:
    """Print the median time; end with 1 past the limit or where an outcome is missing."""
    content = pack()
    pages = len(pypdfium2.PdfDocument(content))
    taken, opened = [], []
    outcomes = 0
    for _ in range(ROUNDS):
        begun = perf_counter()
        text = intake.open_minutes(content, "pack.pdf")
        if isinstance(text, list):
            sys.exit(f"The pack was refused: {text[0]}")
        opened.append(perf_counter() - begun)
        outcomes = len(reading.read(text.text).outcomes)
        taken.append(perf_counter() - begun)
    took = statistics.median(taken)
    print(
        f"PDF pack of {pages} pages, {outcomes} outcomes | {took:.2f} s"
        f" (its text {statistics.median(opened):.2f} s)"
        f" | at most {MOST_SECONDS:g} s | {took / MOST_SECONDS:.2f}"
    )
    if took > MOST_SECONDS or outcomes != 3 * PAGES or pages < PAGES:
        sys.exit(f"{pages} pages took {took:.1f} s and gave {outcomes} outcomes")


if __name__ == "__main__":
    main()
