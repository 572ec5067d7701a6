"""Appendices and background papers: the lists that all may read, and what stands behind; pure."""

from collections.abc import Iterator

from scrutable.documents.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    PageBreak,
    Paragraph,
    Table,
    Tag,
)
from scrutable.documents.charts.facts import Colour
from scrutable.documents.pieces import Shape
from scrutable.meetings.compose.paper_texts import said_in, typed
from scrutable.meetings.facts import Appendix, DecisionPaper, Openness, Part, PartState
from scrutable.meetings.presenters.papers import PART_TITLES
from scrutable.meetings.presenters.schedule import OPENNESS_WORDS, closure_reason
from scrutable.meetings.rules.papers import shown_title, state_of
from scrutable.meetings.rules.papers.texts import kept_appendices, kept_papers

_TAGS: dict[Openness, tuple[Colour, Shape]] = {
    Openness.OPEN: ("green", "circle"),
    Openness.EXEMPT: ("yellow", "triangle"),
    Openness.CONFIDENTIAL: ("red", "square"),
}


def listed(paper: DecisionPaper) -> Iterator[Block]:
    """Yield the list of appendices as the public may read it."""
    yield Heading(1, PART_TITLES[Part.APPENDICES], Part.APPENDICES.value)
    found = kept_appendices(paper)
    if not found:
        yield from said_in(paper, Part.APPENDICES)
        return
    columns = (Column("Appendix"), Column("Title"), Column("Openness"), Column("Where, or why not"))
    yield Table("Appendices to this report", columns, tuple(_row(one) for one in found))


def _row(one: Appendix) -> tuple[Cell, ...]:
    word = OPENNESS_WORDS[one.closure.openness]
    where = closure_reason(one.closure)
    if one.closure.is_open:
        where = f"A file of its own: {one.file_name}" if one.file else "At the end of this report"
    return (
        Cell(f"Appendix {one.letter}"),
        Cell(shown_title(one)),
        Cell(word, tags=(Tag(word, *_TAGS[one.closure.openness]),)),
        Cell(where),
    )


def background(paper: DecisionPaper) -> Iterator[Block]:
    """Yield the background papers with where each may be seen, or that there are none."""
    part = Part.BACKGROUND_PAPERS
    yield Heading(1, PART_TITLES[part], part.value)
    found = kept_papers(paper)
    if state_of(paper, part) is not PartState.WRITTEN:
        yield from said_in(paper, part)
        return
    told = (
        "These papers show facts on which the report rests and were relied on to a material "
        "extent (Local Government Act 1972, section 100D). They may be seen for four years."
    )
    yield Paragraph((told,), numbered=True)
    columns = (Column("Paper"), Column("Where it may be seen"))
    rows = tuple((Cell(one.title), Cell(one.where)) for one in found)
    yield Table("Background papers", columns, rows)


def attached(paper: DecisionPaper) -> Iterator[Block]:
    """Yield the open appendices that are texts, each on pages of its own."""
    for one in kept_appendices(paper):
        if one.closure.is_open and one.text.strip() and not one.file:
            yield PageBreak()
            yield Heading(1, f"Appendix {one.letter}: {one.title}", _anchor(one), numbered=False)
            yield from typed(one.text, numbered=False)


def exempt(one: Appendix) -> Iterator[Block]:
    """Yield an exempt appendix with its paragraph, its reason and its words."""
    yield Heading(1, f"Appendix {one.letter}: {one.title}", _anchor(one), numbered=False)
    yield Paragraph((closure_reason(one.closure),))
    if one.file:
        yield Paragraph((f"This appendix is a file of its own: {one.file_name}.",))
    else:
        yield from typed(one.text or "This appendix is still empty.", numbered=False)


def _anchor(one: Appendix) -> str:
    return f"appendix-{one.letter.lower()}"
