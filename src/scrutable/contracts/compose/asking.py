"""What the body that a report is for has asked: its commitments, and sections it wants; pure."""

from collections.abc import Collection, Iterator, Sequence

from scrutable.contracts.compose.papers import Papers
from scrutable.contracts.compose.saying import commentary
from scrutable.contracts.compose.sections import PERFORMANCE, Section
from scrutable.documents.blocks import Block, Heading
from scrutable.kernel.wording import capital
from scrutable.meetings.compose.asked import ANCHOR, TITLE, what_was_asked
from scrutable.meetings.facts import Wanted

ASKED = Section(ANCHOR, TITLE)
COMPOSED_ALWAYS = frozenset({ANCHOR, "method", "sources"})
TITLES = {section.anchor: section.title for section in PERFORMANCE}


def with_asked(papers: Papers, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the report's blocks with what the body asked for before what has changed."""
    if papers.asked is None:
        return tuple(blocks)
    made = [block.anchor for block in blocks if isinstance(block, Heading)]
    asked = (
        *what_was_asked(papers.asked),
        *commentary(papers, ANCHOR),
        *_own_sections(papers, made),
    )
    place = next(
        at
        for at, block in enumerate(blocks)
        if isinstance(block, Heading) and block.anchor == "changes"
    )
    return (*blocks[:place], *asked, *blocks[place:])


def _own_sections(papers: Papers, made: Collection[str]) -> Iterator[Block]:
    for section in sections_wanted(papers.wanted, made):
        yield Heading(1, section.title, section.anchor)
        yield from commentary(papers, section.anchor)


def sections_wanted(wanted: Sequence[Wanted], made: Collection[str]) -> tuple[Section, ...]:
    """Return a section of commentary for each anchor wanted that no composer makes."""
    lacking = {one.section: one for one in wanted if one.section not in (*made, *COMPOSED_ALWAYS)}
    return tuple(
        Section(anchor, TITLES.get(anchor) or capital(one.words.rstrip(".")))
        for anchor, one in lacking.items()
    )
