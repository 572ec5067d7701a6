"""A PDF from its first page to its last, or why it is not read."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from scrutable.meetings.intake import refusals
from scrutable.meetings.intake.limits import PackLimits
from scrutable.meetings.intake.lines import PRIVATE, Line, TextBuilder, squeezed
from scrutable.meetings.intake.pdf.hyphens import mend
from scrutable.meetings.intake.pdf.margins import WIDER, usual_distance, without_margins
from scrutable.meetings.intake.pdf.pages import Page, Printed, read_pages
from scrutable.work.facts import Progress

STEP = 18.0  # points by which a nested line is set in
MOST_STEPS = 6
FEWEST_TOLD = 0.7  # of the signs, whose letter the fonts must name
ENDS = (".", ":", ";", "?", "!")


def read_pdf(content: bytes, limits: PackLimits, builder: TextBuilder, progress: Progress) -> None:
    """Add the pages' lines; raises Refused."""
    pages = read_pages(content, limits, progress)
    _check(pages, limits)
    for at, lines in enumerate(_mended(without_margins(pages)), start=1):
        builder.place(f"page {at}")
        builder.add(_laid(lines))


def _check(pages: Sequence[Page], limits: PackLimits) -> None:
    """Raise Refused for pictures of pages and for fonts that do not name their letters."""
    text = "".join(line.text for page in pages for line in page.lines)
    if len(text) < limits.fewest_letters:
        raise refusals.scanned(len(pages))
    untold = len(PRIVATE.findall(text)) + text.count("�")
    if untold > (1 - FEWEST_TOLD) * len(text):
        raise refusals.unreadable_letters()


def _mended(pages: Sequence[Sequence[Printed]]) -> Iterator[list[Printed]]:
    """Yield the pages with broken words joined, by what the whole document writes elsewhere."""
    whole = mend("\n".join(line.text.replace("\n", " ") for page in pages for line in page))
    texts = iter(whole.split("\n"))
    for page in pages:
        yield [replace(line, text=next(texts)) for line in page]


def _laid(lines: Sequence[Printed]) -> Iterator[Line]:
    """Yield the lines, set in and parted as they are on the page."""
    usual = usual_distance(lines)
    left = min((line.left for line in lines), default=0.0)
    before: Printed | None = None
    for line in lines:
        indent = min(max(round((line.left - left) / STEP), 0), MOST_STEPS)
        yield Line(squeezed(line.text), indent, _is_apart(before, line, usual))
        before = line


def _is_apart(before: Printed | None, line: Printed, usual: float) -> bool:
    """Test whether a new paragraph begins: a wider gap, or a new page after a full stop."""
    if before is None:
        return not line.text[:1].islower()
    return before.end - line.bottom > WIDER * usual or line.bottom > before.bottom
