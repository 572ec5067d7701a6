"""What every report to a body has: its cover, sections that officers write in, what was asked."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from scrutable.documents.blocks import Block, Heading, Paragraph, paragraphs
from scrutable.kernel.wording import capital
from scrutable.meetings.compose.asked import ANCHOR, TITLE, Asked, what_was_asked
from scrutable.meetings.facts import Wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What stands on the first page."""

    reference: str  # edition/CSS-2026-3
    title: str
    council: str
    author: str
    dated: date
    meeting: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a report that an officer may comment on."""

    anchor: str
    title: str


ASKED = Section(ANCHOR, TITLE)
COMPOSED_ALWAYS = frozenset({ANCHOR, "method", "sources"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What officers wrote by section, what the body has asked for, and what it wants to be told.

    `asked` is None where the report is for no body.
    """

    narrative: Mapping[str, str] = field(default_factory=dict)
    asked: Asked | None = None
    wanted: tuple[Wanted, ...] = ()


def commentary(narrative: Mapping[str, str], anchor: str) -> tuple[Paragraph, ...]:
    """Return the officer's own paragraphs for the section; none where none were written."""
    return paragraphs(narrative.get(anchor, ""), numbered=True)


def with_commentary(blocks: Sequence[Block], narrative: Mapping[str, str]) -> Iterator[Block]:
    """Yield the blocks, each section's commentary behind its heading."""
    for block in blocks:
        yield block
        if isinstance(block, Heading) and block.level == 1:
            yield from commentary(narrative, block.anchor)


def asked_blocks(told: Told, made: Collection[str], titles: Mapping[str, str]) -> tuple[Block, ...]:
    """Return what the body asked for, and a section for each thing it wants that no other tells.

    `made` are the anchors of the report's other sections. Nothing for a report to no body.
    """
    if told.asked is None:
        return ()
    own: list[Block] = []
    for section in sections_wanted(told.wanted, made, titles):
        own.append(Heading(1, section.title, section.anchor))
        own += commentary(told.narrative, section.anchor)
    return (*what_was_asked(told.asked), *commentary(told.narrative, ANCHOR), *own)


def sections_wanted(
    wanted: Sequence[Wanted], made: Collection[str], titles: Mapping[str, str]
) -> tuple[Section, ...]:
    """Return a section of commentary for each anchor wanted that no composer makes."""
    lacking = {one.section: one for one in wanted if one.section not in (*made, *COMPOSED_ALWAYS)}
    return tuple(
        Section(anchor, titles.get(anchor) or capital(one.words.rstrip(".")))
        for anchor, one in lacking.items()
    )
