"""A page as blocks: what was decided with its limbs, and the talk around it."""

import re
from dataclasses import dataclass, field
from itertools import zip_longest

from scrutable.meetings.rules.reading import lexicon
from scrutable.meetings.rules.reading.clauses import NO_FRAME, Frame, meaning_of, strip_lead
from scrutable.meetings.rules.reading.limbs import Node
from scrutable.meetings.rules.reading.markers import (
    CUT,
    MOVED,
    PROPOSED,
    Marker,
    Role,
    marker_of,
    owner_field,
)
from scrutable.meetings.rules.reading.numbering import Label, as_letter, as_roman, is_bullet
from scrutable.meetings.rules.reading.segments import Segment
from scrutable.meetings.rules.reading.text import Piece

COLD = re.compile(r"(?:THAT|That|that)\b")
COLD_TO = re.compile(r"To (?!receive|consider|note|discuss|review|confirm|hear)(?=[a-z])")
DETAIL = re.compile(
    r"(?:(?:Contract|Total|Estimated|Overall|Annual|Award) )?(?:[Vv]alue|[Cc]osts?|"
    r"[Pp]rice|[Ss]um|[Aa]mount|[Ff]unding|[Bb]udget|[Tt]erm|[Dd]uration|[Ss]tart "
    r"date|[Cc]ompletion)\b.{0,40}(?:£|\d)"
)
SKIPS = 3  # limbs that may be missing from a run
DECIDES = {Role.RESOLVED, Role.DECISION, Role.BODY, Role.ACTIONS}
ONE_WORD = re.compile(
    r"(?:RECEIVED|Received|NOTED|Noted|APPROVED|Approved|AGREED|Agreed|ENDORSED|"
    r"Endorsed|ADOPTED|Adopted|DEFERRED|Deferred|ACCEPTED|Accepted)\.?$"
)
SHORT = 6  # words of a line that may wrap a heading


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
    _open: list[tuple[Label, Node]] = field(default_factory=list)

    def takes(self, segment: Segment) -> bool:
        """Add the labelled segment where it runs on or begins a list; return whether it did."""
        label = segment.label
        if label is None:
            return False
        depth, read = self._depth(label)
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
        lead = self.limbs[-1] if self.limbs and self.limbs[-1].label is None else None
        if depth > 0:
            self._open[depth - 1][1].children.append(node)
        elif lead is not None:
            lead.children.append(node)
        else:
            self.limbs.append(node)

    def _depth(self, label: Label) -> tuple[int | None, Label]:
        for depth in reversed(range(len(self._open))):
            before = self._open[depth][0]
            for read in (label, as_letter(label), as_roman(label)):
                if read.shape == before.shape and _runs(before, read):
                    return depth, read
        return None, label

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


@dataclass(slots=True)
class Page:
    """What the walk down a page found."""

    blocks: list[Block] = field(default_factory=list)
    talk: list[tuple[Segment, int]] = field(default_factory=list)  # with its item
    moved: list[tuple[Segment, int]] = field(default_factory=list)
    heard: list[tuple[Segment, int]] = field(default_factory=list)  # talk and proposals: for votes
    has_status: bool = False
    has_proposal: bool = False


class Walk:
    """A walk down the segments of a page, which knows what it stands in."""

    def __init__(self) -> None:
        """Begin in talk."""
        self.page = Page()
        self.block: Block | None = None
        self.mode = Role.NONE
        self.is_waiting = False  # the heading that set the mode has said nothing yet
        self.item = 0

    def step(self, segment: Segment, following: Segment | None = None) -> None:
        """Take in the next segment."""
        if (
            self.block is None
            and self.mode is Role.NONE
            and _is_deed(segment)
            and following
            and _is_deed(following)
        ):
            self._begin(Marker(Role.RESOLVED), segment, is_cold=True, is_of_deeds=True)
        marker = marker_of(segment.text)
        if self.block is not None and self._belongs(segment, marker):
            return
        if segment.label is not None and marker.role in {
            Role.PROPOSAL,
            Role.ASIDE,
            Role.REMARK,
            Role.NONE,
        }:
            self._labelled(segment)
            return
        self._marked(segment, marker)

    def _belongs(self, segment: Segment, marker: Marker) -> bool:
        """Take the segment into the open block, or close the block."""
        block = self.block
        if block is None:
            return False
        begins_anew = (
            marker.role in {Role.RESOLVED, Role.DECISION, Role.MINUTES} and marker.before == 0
        )
        if segment.label is not None:
            is_new = begins_anew and marker.after > 0 and marker.role is not Role.RESOLVED
            if not is_new and self._fits(block, segment) and block.takes(segment):
                return True
            self.block = None
            return False
        if block.is_of_deeds and _is_deed(segment):
            block.add(segment.piece, segment.start, segment.end)
            return True
        if marker.role is Role.NONE and self._goes_on(block, segment):
            block.add(segment.piece, segment.start, segment.end)
            return True
        if marker.role is Role.BODY and not block.limbs:
            block.frame = marker.frame if block.frame.kind is None else block.frame
            return True
        if marker.role is Role.PROPOSAL and not block.limbs and COLD.match(segment.text):
            block.add(segment.piece, segment.start, segment.end)
            return True
        owner = owner_field(segment.text)
        if owner:
            block.owner = owner
            return True
        if DETAIL.match(segment.text) and len(block.limbs) == 1 and not block.details:
            block.details = segment.text
            return True
        self.block = None
        return False

    def _fits(self, block: Block, segment: Segment) -> bool:
        """Test that a number that runs on is not the heading of the next item."""
        if block.role is Role.ACTIONS or not block.limbs or segment.label is None:
            return True
        tops = [node for node in block.limbs if node.label] or block.limbs[-1].children
        all_that = bool(tops) and all(COLD.match(node.piece.text) for node in tops)
        if not all_that or segment.label.shape not in {"1", "1.1"}:
            return True
        text = segment.text
        if (
            COLD.match(text)
            or text[:1].islower()
            or meaning_of(text) is not None
            or tops[0].label is None
        ):
            return True
        return tops[0].label.shape != segment.label.shape

    def _goes_on(self, block: Block, segment: Segment) -> bool:
        """Test whether a segment without a label is still of the block."""
        text = segment.text
        if not block.limbs:
            return (
                len(text.split()) >= SHORT
                or meaning_of(text, block.frame) is not None
                or block.role is not Role.DECISION
            )
        if block.last_text.rstrip().endswith((":", ":-", ": -")) or text[:4] in {"and ", "to c"}:
            return True
        if COLD.match(text) or _is_to_verb(text):
            return meaning_of(text) is not None
        return block.role is Role.DECISION and self._is_like_the_first(block, text)

    def _is_like_the_first(self, block: Block, text: str) -> bool:
        first, own = lexicon.verb_at(block.limbs[0].piece.text), lexicon.verb_at(text)
        if own is not None and first is not None:
            return own[0].form == first[0].form or own[0].form in {"past", "participle"}
        return False

    def _labelled(self, segment: Segment) -> None:
        """Take in a labelled segment outside a block: a cold limb, or one of a list in talk."""
        if self.mode in {Role.PROPOSAL, Role.ASIDE} and not (
            self.mode is Role.ASIDE and not self.is_waiting
        ):
            self._hear(segment)
            if MOVED.search(segment.text):
                self.page.moved.append((segment, self.item))
            return
        self.mode = Role.NONE
        if _begins_cold(segment):
            block = self._begin(Marker(Role.RESOLVED), segment, is_cold=True)
            if block.takes(segment):
                return
            block.add(segment.piece, segment.start, segment.end)
            return
        if segment.label is not None and segment.label.shape == "1" and not segment.is_inline:
            self.item += 1
        self._talk(segment)

    def _marked(self, segment: Segment, marker: Marker) -> None:
        role = marker.role
        if role in DECIDES:
            self._decide(segment, marker)
        elif role is Role.STATUS:
            self.page.has_status = True
            self._talk(segment)
        elif role is Role.PROPOSAL or (role is Role.NONE and MOVED.search(segment.text)):
            self._propose(segment)
        elif role is Role.ASIDE:
            self.mode = Role.ASIDE
            self.is_waiting = marker.after >= len(segment.text)
            self._talk(segment)
        elif role is Role.MINUTES:
            self.mode = Role.NONE
            self._talk(segment)
        else:
            self._plain(segment, role)

    def _propose(self, segment: Segment) -> None:
        if MOVED.search(segment.text):
            self.page.moved.append((segment, self.item))
            self._hear(segment)
        else:
            self._hear(segment)
            self.page.has_proposal |= bool(PROPOSED.search(segment.text[:200]))
        self.mode = Role.PROPOSAL
        self.is_waiting = (
            segment.text.rstrip().endswith((":", "-", "that", "to"))
            or len(segment.text.split()) <= SHORT
        )

    def _plain(self, segment: Segment, role: Role) -> None:
        text = segment.text
        is_open = self.mode in {Role.PROPOSAL, Role.ASIDE}
        if (
            is_open
            and (self.is_waiting or COLD.match(text) or text[:1].islower())
            and role is Role.NONE
        ):
            self.is_waiting = self.mode is Role.ASIDE
            if self.mode is Role.PROPOSAL:
                self._hear(segment)
            else:
                self._talk(segment)
            return
        if role is not Role.REMARK:
            self.mode = Role.NONE
        if role is Role.NONE and _is_cold(text):
            block = self._begin(Marker(Role.RESOLVED), segment, is_cold=True)
            if strip_lead(text):
                block.add(segment.piece, segment.start, segment.end)
            return
        self._talk(segment)

    def _decide(self, segment: Segment, marker: Marker) -> None:
        if marker.role is Role.BODY and self.mode is Role.PROPOSAL:
            return
        self.mode = Role.NONE
        if marker.before > 0:
            before = segment.piece.cut(0, marker.before)
            talk = Segment(
                None,
                before,
                segment.start,
                before.span(0, len(before.text))[1],
                segment.after_blank,
            )
            if MOVED.search(before.text):
                self.page.moved.append((talk, self.item))
            self._talk(talk)
        block = self._begin(marker, segment)
        rest = segment.piece.cut(marker.after)
        if not rest.text.strip(" .:;,-") or CUT.fullmatch(rest.text.strip()):
            return
        inner = marker_of(rest.text)
        if inner.role is Role.BODY:
            block.frame = inner.frame if inner.frame.kind else block.frame
        elif (
            inner.role is Role.RESOLVED
            and inner.after > inner.before
            and marker.role is Role.DECISION
        ):
            tail = rest.cut(inner.after)
            block.frame = inner.frame
            if tail.text.strip():
                block.add(tail, *tail.span(0, len(tail.text)))
        else:
            block.add(rest, *rest.span(0, len(rest.text)))

    def _begin(
        self, marker: Marker, segment: Segment, *, is_cold: bool = False, is_of_deeds: bool = False
    ) -> Block:
        block = Block(
            marker.role,
            marker.frame,
            self.item,
            segment.start,
            marker.votes,
            is_cold=is_cold,
            is_weak=marker.is_weak,
        )
        block.is_of_deeds = is_of_deeds
        self.page.blocks.append(block)
        self.block = block
        return block

    def _hear(self, segment: Segment) -> None:
        self.page.heard.append((segment, self.item))

    def _talk(self, segment: Segment) -> None:
        self._hear(segment)
        self.page.talk.append((segment, self.item))


def _begins_cold(segment: Segment) -> bool:
    """Test whether a list of limbs begins here that lost its RESOLVED."""
    text = segment.text
    if COLD.match(text):
        return _decides(text)
    is_first = segment.label is not None and segment.label.is_first
    return (is_first and bool(COLD_TO.match(text)) and _is_to_verb(text)) or _begins_deeds(segment)


def _begins_deeds(segment: Segment) -> bool:
    """Test whether a list of deeds begins: "1. Reviewed …", "2. Noted …"."""
    label, verb = segment.label, lexicon.verb_at(segment.text)
    if label is None or verb is None or not (label.is_first or is_bullet(label)) or verb[1] > 0:
        return False
    return (
        verb[0].kind is not None
        and verb[0].form in {"past", "participle"}
        and verb[0].lemma in DEEDS
    )


def _is_deed(segment: Segment) -> bool:
    """Test whether an unlabelled line begins with a deed: "Noted the delay", "Approves the plan"."""
    if segment.label is not None or not segment.text[:1].isupper():
        return False
    verb = lexicon.verb_at(segment.text)
    if (
        verb is None
        or verb[1] > 0
        or verb[0].kind is None
        or segment.text[verb[2] : verb[2] + 2] not in {" t", " a", " i"}
    ):
        return False
    return verb[0].form in {"past", "participle", "present"}


DEEDS = frozenset(
    [
        "approve",
        "note",
        "review",
        "agree",
        "endorse",
        "authorise",
        "delegate",
        "receive",
        "recommend",
        "accept",
        "award",
        "adopt",
    ]
)


def _is_to_verb(text: str) -> bool:
    if text[:3] not in {"To ", "to "}:
        return False
    verb = lexicon.verb_at(text, 3)
    return verb is not None and verb[0].kind is not None


def _is_cold(text: str) -> bool:
    if text.strip(" :;,-") in {"That", "THAT"}:
        return True
    if ONE_WORD.match(text):
        return True
    if COLD.match(text) and text[:1] == "T":
        return _decides(text)
    return bool(COLD_TO.match(text)) and _is_to_verb(text)


def _decides(text: str) -> bool:
    return meaning_of(text) is not None or bool(re.search(r"\bbe\b", text))


def walk(segments: list[Segment]) -> Page:
    """Return the blocks and the talk of a page."""
    steps = Walk()
    for segment, following in zip_longest(segments, segments[1:]):
        steps.step(segment, following)
    return steps.page


__all__ = ["NO_FRAME", "Block", "Page", "walk"]
