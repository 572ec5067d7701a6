"""What a report on all of IT or a part of it has besides its sections, and its tree; pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from scrutable.documents.blocks import (
    Block,
    Bullets,
    Contents,
    Document,
    Heading,
    KeyFigure,
    KeyFigures,
    Note,
    PageBreak,
    Run,
    Sources,
)
from scrutable.documents.figures import with_sources
from scrutable.documents.saying import numbered, plain
from scrutable.kernel.attention import Attention
from scrutable.kernel.wording import date_words
from scrutable.meetings.compose.reporting import (
    Cover,
    Section,
    Told,
    asked_blocks,
    commentary,
    with_commentary,
)

SUMMARY = Section("summary", "Summary")
ATTENTION = Section("attention", "What needs attention")
MOST_KEY_FIGURES = 5
CITATIONS = (
    "Each figure carries the reference and version of the record it rests on. Follow it to the "
    "record, its file and its cell, or look it up in the sources at the end."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What every report of this shape has: its cover, its day, and what was told and asked.

    `subject` is what it is about in words; `attention` what needs a person, where it says so.
    """

    cover: Cover
    subject: str
    as_at: date
    known: int
    told: Told = field(default_factory=Told)
    attention: tuple[Attention, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a kind of report says: its findings first, then its sections, then how it knows.

    `opening` stands before what the body asked for, `sections` after it.
    """

    findings: Sequence[tuple[Run, ...]]
    key_figures: Sequence[KeyFigure] = ()
    opening: tuple[Block, ...] = ()
    sections: Sequence[tuple[Block, ...]]
    method: Sequence[str] = ()


def document(paper: Paper, content: Content, titles: Sequence[Section]) -> Document:
    """Return the report: plain summary, what was asked, every section, method and sources."""
    narrative = paper.told.narrative
    sections = tuple(chain.from_iterable(content.sections))
    made = {
        block.anchor for block in (*content.opening, *sections) if isinstance(block, Heading)
    } | {SUMMARY.anchor}
    blocks = (
        *_summary(paper, content),
        PageBreak(),
        *with_commentary(content.opening, narrative),
        *asked_blocks(paper.told, made, {one.anchor: one.title for one in titles}),
        *with_commentary(sections, narrative),
        *_method(paper, content.method),
    )
    cover = paper.cover
    tree = Document(
        title=cover.title,
        reference=cover.reference,
        council=cover.council,
        meeting=cover.meeting,
        author=cover.author,
        subject=paper.subject,
        dated=cover.dated,
        blocks=(Contents(1), PageBreak(), *blocks, Heading(1, "Sources", "sources"), Sources(())),
    )
    return with_sources(tree, {})


def _summary(paper: Paper, content: Content) -> Iterator[Block]:
    """Yield the officer's plain words first, then what the records say, then the key figures."""
    yield Heading(1, SUMMARY.title, SUMMARY.anchor)
    yield from commentary(paper.told.narrative, SUMMARY.anchor)
    for runs in content.findings:
        if runs:
            yield numbered(*runs)
    if content.key_figures:
        yield KeyFigures(tuple(content.key_figures)[:MOST_KEY_FIGURES])


def _method(paper: Paper, said: Sequence[str]) -> Iterator[Block]:
    yield Heading(1, "How the figures were worked out", "method")
    yield plain(
        f"The report says how matters stood on {date_words(paper.as_at)}, and states what was "
        f"known at event {paper.known} of the event log. It can be made again from that number."
    )
    if said:
        yield Bullets(tuple((sentence,) for sentence in dict.fromkeys(said)))
    yield Note("method", (CITATIONS,))
