"""A page in segments: each a line, a hard-wrapped paragraph or a limb with its label."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scrutable.meetings.rules.reading.numbering import (
    Label,
    as_letter,
    as_roman,
    is_bullet,
    label_at,
)
from scrutable.meetings.rules.reading.text import Piece, piece

LINE = re.compile(r"[^\n]*\n|[^\n]+\Z")

OPEN_END = re.compile(
    r"(?:[,-]|\b(?:a|an|the|of|and|or|to|in|for|with|by|on|at|from|that|be|is|was|"
    r"were|are|its|their|his|her|"
    r"as|it|which|authority|delegated|this|into|than|not|will|would|should|has|have|"
    r"been|Executive|Director of))$"
)

CLOSED = re.compile(r"[.;:!?)\]]['\"]?$")

INLINE = re.compile(
    r"(?<=[\s;:.,])(?:(?P<bullet>[•Ø])|\(\s?(?P<in>[A-Za-z]|[ivxIVX]{2,4}|"
    r"\d{1,2})\s?\)|(?P<half>[A-Za-z]|[ivx]{2,4}|\d{1,2})\)"
    r"|(?<=[;:.]\s)(?P<dot>[a-z]|[ivx]{2,4}|\d{1,2})\.)(?=\s)"
)

REFERS = re.compile(
    r"(?:\b(?:paragraphs?|sections?|limbs?|recommendations?|append(?:ix|ices)|"
    r"regulations?|articles?|schedule|"
    r"minutes?|items?|parts?|rules?|clauses?|resolutions?|points?|options?|numbers?|"
    r"decisions?|above|at)\s*|\d\s?|\S-)$",
    re.IGNORECASE,
)

SHORT_LEAD = 60

MOST_INLINE = 2_000

RUN = 12  # labels back that a run may be taken up again


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of words that belong together, after its label."""

    label: Label | None
    piece: Piece
    start: int  # on the page, its label included
    end: int
    after_blank: bool
    is_inline: bool = False

    @property
    def text(self) -> str:
        """Return its words with single spaces."""
        return self.piece.text


def segments(page: str) -> list[Segment]:
    """Return the segments of a page that was made plain, in order."""
    return [
        part
        for line in _wrapped(page)
        for whole in _split_at_markers(line)
        for part in _split_inline(whole)
    ]


MARKER = re.compile(
    r"(?<=[.;:)] )(?=(?:AGREED|NOTED|ACTION|ACTIONS|Action|RESOLVED|DECISION)\s*[:\-])"
)


MARKER_WORDS = ("AGREED", "NOTED", "ACTION", "Action", "RESOLVED", "DECISION")


def _split_at_markers(whole: Segment) -> Iterator[Segment]:
    """Yield the line in as many as it holds markers: "NOTED: … ACTION: …"."""
    text = whole.text
    if not any(word in text for word in MARKER_WORDS) or MARKER.search(text) is None:
        yield whole
        return
    at, label = 0, whole.label
    for end in [*(found.start() for found in MARKER.finditer(text)), len(text)]:
        part = whole.piece.cut(at, end)
        start, stop = part.span(0, len(part.text))
        yield Segment(label, part, whole.start if at == 0 else start, stop, whole.after_blank)
        at, label = end, None


def _wrapped(page: str) -> Iterator[Segment]:
    """Yield the lines, each joined with those that only go on with it."""
    label: Label | None = None
    start = body = end = -1
    blanks, blank_before = 0, False
    for found in LINE.finditer(page):
        line_start, line_end = _trimmed(found)
        if line_start == line_end:
            blanks += 1
            continue
        own = label_at(page, line_start, line_end)
        if own is None and start >= 0 and _goes_on(page, (body, end), line_start, blanks):
            body = line_start if body == end else body
            end = line_end
        else:
            if start >= 0:
                yield Segment(label, piece(page, body, end), start, end, blank_before)
            start, end, blank_before = line_start, line_end, blanks > 0
            label, body = (own[0], min(own[1], end)) if own else (None, line_start)
        blanks = 0
    if start >= 0:
        yield Segment(label, piece(page, body, end), start, end, blank_before)


def _trimmed(found: re.Match[str]) -> tuple[int, int]:
    line = found[0]
    start = found.start() + len(line) - len(line.lstrip())
    return min(start, found.end()), max(found.start() + len(line.rstrip()), min(start, found.end()))


def _goes_on(page: str, so_far: tuple[int, int], start: int, blanks: int) -> bool:
    """Test whether the line goes on with what stands before it."""
    body, end = so_far
    if page[body:end].isspace() or body >= end:
        return blanks <= 1  # a number on a line of its own
    tail = page[max(body, end - 24) : end]
    if CLOSED.search(tail):
        return False
    if page[start].islower():
        return not _is_marker_like(page[body:end] if end - body < SHORT_LEAD else "")
    return blanks == 0 and bool(OPEN_END.search(tail))


def _is_marker_like(text: str) -> bool:
    return (
        text.isupper() and len(text) > 3 and text.split(maxsplit=1)[0][:3] in {"RES", "AGR", "NOT"}
    )


def _split_inline(whole: Segment) -> Iterator[Segment]:
    """Yield the segment in as many as it holds labelled parts: "That (A) … ; (B) …"."""
    text = whole.text
    if ")" not in text and "•" not in text and "Ø" not in text and "." not in text:
        yield whole
        return
    cuts = _cuts(whole)
    if not cuts:
        yield whole
        return
    at = 0
    label, start = whole.label, whole.start
    for position, after, own in [*cuts, (len(text), len(text), None)]:
        part = whole.piece.cut(at, position)
        end = part.span(0, len(part.text))[1] if part.text.strip() else start
        yield Segment(label, part, start, max(end, start), whole.after_blank, at > 0)
        if position < len(text):
            label, start = own, whole.piece.place(position)
            at = after + 1 if text[after : after + 1] == " " else after


def _cuts(whole: Segment) -> list[tuple[int, int, Label | None]]:
    """Return where labelled parts begin inside the segment: those that run in order."""
    found = []
    for one in INLINE.finditer(whole.text):
        read = label_at(whole.text, one.start(), len(whole.text))
        if read:
            found.append((one.start(), one.end(), read[0]))
        if len(found) >= MOST_INLINE:
            break
    kept: list[tuple[int, int, Label | None]] = []
    last = [whole.label] if whole.label else []
    for number, (position, after, label) in enumerate(found):
        fitting = _fitting(whole.text, found, number, last)
        if fitting is not None:
            kept.append((position, after, fitting))
            last.append(fitting)
        del label, after
    return kept


def _fitting(
    text: str, found: list[tuple[int, int, Label]], number: int, last: list[Label]
) -> Label | None:
    """Return the label as it fits the run so far, or None where it only refers to a limb."""
    position, after, label = found[number]
    if is_bullet(label):
        return label
    if (
        REFERS.search(text[max(position - 20, 0) : position])
        or text[after : after + 2].strip()[:1] == "-"
    ):
        return None
    for before in reversed(last[-RUN:]):
        for read in (label, as_letter(label), as_roman(label)):
            if read.shape == before.shape and read.number == before.number + 1:
                return read
    if label.number != 1:
        return None
    later = found[number + 1][2] if number + 1 < len(found) else None
    runs_on = later is not None and later.number == 2 and later.shape == label.shape
    begins = position < SHORT_LEAD or text[:position].rstrip().endswith((":", ":-"))
    return label if runs_on or begins else None
