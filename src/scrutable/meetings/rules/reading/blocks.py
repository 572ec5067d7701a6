"""A page as blocks: what was decided with its limbs, and the talk around it."""

import re
from dataclasses import dataclass, field

from scrutable.meetings.facts.reading import OutcomeKind
from scrutable.meetings.rules.reading import lexicon
from scrutable.meetings.rules.reading.cold import COLD
from scrutable.meetings.rules.reading.frames import Frame, strip_lead
from scrutable.meetings.rules.reading.headings import CUT
from scrutable.meetings.rules.reading.limbs import Node
from scrutable.meetings.rules.reading.markers import Role
from scrutable.meetings.rules.reading.numbering import Label, as_letter, as_roman, is_bullet
from scrutable.meetings.rules.reading.segments import Segment
from scrutable.meetings.rules.reading.text import Piece

THAT = re.compile(r"(?:THAT|That|that)\b")

SKIPS = 3  # limbs that may be missing from a run


@dataclass(slots=True)
class Block:
    """A run of limbs under one marker."""

    role: Role
    frame: Frame
    item: int
    start: int
    votes: str = ""
    limbs: list[Node] = field(default_factory=list)
    owner: str = ""
    details: str = ""  # a line below that gives the sum or the day
    is_cold: bool = False
    is_of_deeds: bool = False  # lines that each begin with "Noted", "Approved"
    is_weak: bool = False  # "Members noted:", which gives way to any other decision
    first_top: Node | None = None  # the first labelled limb
    is_all_that: bool = True  # so far every labelled limb began with "That"
    _open: list[tuple[Label, Node]] = field(default_factory=list)

    def takes(self, segment: Segment) -> bool:
        """Add the labelled segment where it runs on or begins a list; return whether it did."""
        label = segment.label
        if label is None:
            return False
        depth, read = self._depth(label)
        if depth is None and self._is_told_twice(label) and _looks_like_a_limb(segment.text):
            depth = 0
        if depth is None:
            if not self._may_begin(label, segment):
                return False
            depth, read = len(self._open), label
        node = Node(read, segment.piece, segment.start, segment.end)
        self._place(node, depth)
        del self._open[depth:]
        self._open.append((read, node))
        return True

    def _place(self, node: Node, depth: int) -> None:
        if depth > 0:
            self._open[depth - 1][1].children.append(node)
            return
        self.first_top = self.first_top or node
        self.is_all_that = self.is_all_that and bool(THAT.match(node.piece.text))
        has_lead = bool(self.limbs) and self.limbs[-1].label is None
        (self.limbs[-1].children if has_lead else self.limbs).append(node)

    def _depth(self, label: Label) -> tuple[int | None, Label]:
        for depth in reversed(range(len(self._open))):
            before = self._open[depth][0]
            for read in (label, as_letter(label), as_roman(label)):
                if read.shape == before.shape and _runs(before, read):
                    return depth, read
        return None, label

    def _is_told_twice(self, label: Label) -> bool:
        """Test whether a list that numbers every limb 1. goes on."""
        return bool(self._open) and self._open[0][0] == label

    def _may_begin(self, label: Label, segment: Segment) -> bool:
        """Test whether a new list may begin here: the first of the block, or one inside a limb."""
        if not (label.is_first or is_bullet(label)):
            return False
        if label.shape in {before.shape for before, _ in self._open}:
            return False
        last = self._open[-1][1] if self._open else (self.limbs[-1] if self.limbs else None)
        if last is None:
            return True
        said = CUT.sub("", last.piece.text).rstrip()
        return not said.endswith(".") or _looks_like_a_limb(segment.text)

    def add(self, piece: Piece, start: int, end: int) -> None:
        """Add a limb without a label."""
        self.limbs.append(Node(None, piece, start, end))
        self._open.clear()

    @property
    def is_bare_proposal(self) -> bool:
        """Test whether it began with "RECOMMENDED" and does not say to whom."""
        return self.frame.kind is OutcomeKind.RECOMMEND and not self.frame.owner

    @property
    def last_text(self) -> str:
        """Return the words of the newest limb."""
        if self._open:
            return self._open[-1][1].piece.text
        return self.limbs[-1].piece.text if self.limbs else ""


def _runs(before: Label, label: Label) -> bool:
    if is_bullet(label):
        return True
    return before.number < label.number <= before.number + SKIPS


def _looks_like_a_limb(text: str) -> bool:
    return (
        bool(COLD.match(text))
        or lexicon.verb_at(strip_lead(text)) is not None
        or text[:3] in {"To ", "to "}
    )
