"""What the body that a report is for has asked: its commitments, and sections it wants; pure."""

from collections.abc import Collection, Sequence

from scrutable.contracts.compose.papers import Papers
from scrutable.contracts.compose.sections import PERFORMANCE
from scrutable.documents.blocks import Block, Heading
from scrutable.meetings.compose import reporting
from scrutable.meetings.compose.reporting import Section, Told
from scrutable.meetings.facts import Wanted

TITLES = {section.anchor: section.title for section in PERFORMANCE}


def with_asked(papers: Papers, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the report's blocks with what the body asked for before what has changed."""
    if papers.asked is None:
        return tuple(blocks)
    made = [block.anchor for block in blocks if isinstance(block, Heading)]
    told = Told(narrative=papers.narrative, asked=papers.asked, wanted=papers.wanted)
    asked = reporting.asked_blocks(told, made, TITLES)
    place = next(
        at
        for at, block in enumerate(blocks)
        if isinstance(block, Heading) and block.anchor == "changes"
    )
    return (*blocks[:place], *asked, *blocks[place:])


def sections_wanted(wanted: Sequence[Wanted], made: Collection[str]) -> tuple[Section, ...]:
    """Return a section of commentary for each anchor wanted that no composer makes."""
    return reporting.sections_wanted(wanted, made, TITLES)
