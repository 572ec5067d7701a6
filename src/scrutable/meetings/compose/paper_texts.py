"""Typed-in texts of a decision report as blocks, and what stands where nothing is said; pure."""

import re
from collections.abc import Iterator
from itertools import groupby

from scrutable.documents.blocks import Block, Bullets, Note, Paragraph
from scrutable.meetings.facts import DecisionPaper, Part
from scrutable.meetings.presenters.papers import NONE_WORDS

_POINT = re.compile(r"^\s*[-*•–]\s+")


def typed(text: str, *, numbered: bool = True) -> Iterator[Block]:
    """Yield a typed-in text as paragraphs, one a line; lines that begin with a dash are a list."""
    lines = [line for line in text.splitlines() if line.strip(" -*•–\t")]
    for is_list, group in groupby(lines, key=lambda line: bool(_POINT.match(line))):
        if is_list:
            yield Bullets(tuple((_POINT.sub("", line).strip(),) for line in group))
        else:
            yield from (Paragraph((line.strip(),), numbered) for line in group)


def said_in(paper: DecisionPaper, part: Part) -> Iterator[Block]:
    """Yield what the part says, that it has expressly nothing to say, or that it is missing."""
    said = paper.parts.get(part)
    if said is None or not said.is_filled:
        yield not_written()
        return
    if said.none:
        yield Paragraph((NONE_WORDS.get(part, "There is nothing to say."),), numbered=True)
    yield from typed(said.text)


def not_written() -> Note:
    """Return what stands in a draft for a part that nobody has written."""
    return Note("warning", ("This part is still to be written.",))
