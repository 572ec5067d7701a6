"""What is printed at the head and foot of every page, and is no part of the minutes; pure."""

import re
import statistics
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from scrutable.meetings.intake.pdf.pages import Page, Printed

MARGIN = 0.12  # of the page's height, above and below, in which a head or foot may stand
EDGE = 0.07  # of it, in which whatever comes again is one
NEAR = 3.0  # points by which the same line may stand higher or lower
WIDER = 1.35  # than the usual distance of lines: something else begins
WINDOW = 4  # pages among which a line comes again: left and right pages differ
OFTEN = 3
DIGITS = re.compile(r"\d+")
PAGE_NUMBER = re.compile(
    r"(?:[-–—\s]*(?:page|pg\.?|agenda page)?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[-–—\s]*"
    r"|page [ivxl]{1,7})",
    re.IGNORECASE,
)
DECIDES = re.compile(r"\W*(?:it was )?(?:resol|agreed|decision|recommend|action)", re.IGNORECASE)
Seen = dict[str, list[tuple[int, float]]]


def without_margins(pages: Sequence[Page]) -> list[tuple[Printed, ...]]:
    """Return each page's lines without running heads, running feet and page numbers."""
    margins = [_margins(page) for page in pages]
    seen: Seen = defaultdict(list)
    for at, lines in enumerate(margins):
        for line in lines:
            seen[_key(line)].append((at, line.bottom))
    return [
        tuple(
            line
            for line in page.lines
            if line not in margins[at] or not _runs(line, at, seen, len(pages))
        )
        for at, page in enumerate(pages)
    ]


def usual_distance(lines: Iterable[Printed]) -> float:
    """Return how far apart the baselines of most lines are; 0 where no line follows another."""
    steps = [
        above.end - below.bottom for above, below in pairwise(lines) if above.end > below.bottom
    ]
    return statistics.median_low(steps) if steps else 0.0


def _margins(page: Page) -> frozenset[Printed]:
    """Return the lines at the head and the foot, each up to the gap that parts it from the text."""
    down = sorted(page.lines, key=lambda line: -line.bottom)
    usual = usual_distance(down)
    head = _edge(down, page.height, usual)
    foot = _edge(down[::-1], page.height, usual)
    return frozenset((*head, *foot))


def _edge(lines: Sequence[Printed], height: float, usual: float) -> list[Printed]:
    """Return the lines from an edge inwards that stand together, or very near the edge."""
    found: list[Printed] = []
    for line in lines:
        from_edge = min(line.bottom, height - line.bottom)
        if from_edge > MARGIN * height:
            break
        parted = found and _gap(found[-1], line) > WIDER * usual
        if parted and from_edge > EDGE * height:
            break
        found.append(line)
    return found


def _gap(one: Printed, other: Printed) -> float:
    """Return how far apart two lines are, whichever stands above."""
    return min(abs(one.end - other.bottom), abs(other.end - one.bottom))


def _runs(line: Printed, at: int, seen: Seen, pages: int) -> bool:
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
