"""What is printed at the head and foot of every page, and is no part of the minutes; pure."""

import re
from collections import defaultdict
from collections.abc import Sequence

from scrutable.meetings.intake.pdf.pages import Page, Printed

MARGIN = 0.12  # of the page's height, above and below
NEAR = 3.0  # points by which the same line may stand higher or lower
WINDOW = 4  # pages among which a line comes again: left and right pages differ
OFTEN = 3
DIGITS = re.compile(r"\d+")
PAGE_NUMBER = re.compile(
    r"(?:[-–—\s]*(?:page|pg\.?|agenda page)?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[-–—\s]*"
    r"|page [ivxl]{1,7})",
    re.IGNORECASE,
)
DECIDES = re.compile(r"\W*(?:it was )?(?:resol|agreed|decision|recommend|action)", re.IGNORECASE)


def without_margins(pages: Sequence[Page]) -> list[tuple[Printed, ...]]:
    """Return each page's lines without running heads, running feet and page numbers."""
    seen: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, page in enumerate(pages):
        for line in page.lines:
            if _is_in_margin(line, page):
                seen[_key(line)].append((at, line.bottom))
    return [
        tuple(
            line
            for line in page.lines
            if not (_is_in_margin(line, page) and _runs(line, at, seen, len(pages)))
        )
        for at, page in enumerate(pages)
    ]


def _is_in_margin(line: Printed, page: Page) -> bool:
    edge = MARGIN * page.height
    return line.bottom < edge or line.bottom > page.height - edge


def _runs(line: Printed, at: int, seen: dict[str, list[tuple[int, float]]], pages: int) -> bool:
    """Test whether the line comes again at this height on pages near by, or numbers the page."""
    if PAGE_NUMBER.fullmatch(line.text):
        return True
    if DECIDES.match(line.text):
        return False
    near = {
        page
        for page, bottom in seen[_key(line)]
        if abs(page - at) <= WINDOW and abs(bottom - line.bottom) <= NEAR
    }
    return len(near) >= min(OFTEN, max(pages, 2))


def _key(line: Printed) -> str:
    return DIGITS.sub("#", " ".join(line.text.split())).casefold()
