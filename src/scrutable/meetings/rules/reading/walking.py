"""The walk down a page: what each segment belongs to, from what came before it."""

import re
from dataclasses import dataclass, field
from itertools import zip_longest

from scrutable.meetings.rules.reading import lexicon
from scrutable.meetings.rules.reading.blocks import Block
from scrutable.meetings.rules.reading.clauses import meaning_of
from scrutable.meetings.rules.reading.cold import COLD, begins_cold, is_cold, is_deed, is_to_verb
from scrutable.meetings.rules.reading.frames import strip_lead
from scrutable.meetings.rules.reading.headings import CUT, MOVED, PROPOSED
from scrutable.meetings.rules.reading.markers import Marker, Role, marker_of, owner_field
from scrutable.meetings.rules.reading.segments import Segment

DETAIL = re.compile(
    r"(?:(?:Contract|Total|Estimated|Overall|Annual|Award) )?(?:[Vv]alue|[Cc]osts?|"
    r"[Pp]rice|[Ss]um|[Aa]mount|[Ff]unding|[Bb]udget|[Tt]erm|[Dd]uration|[Ss]tart "
    r"date|[Cc]ompletion)\b.{0,40}(?:£|\d)"
)

DECIDES = {Role.RESOLVED, Role.DECISION, Role.BODY, Role.ACTIONS}

SHORT = 6  # words of a line that may wrap a heading


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
            and is_deed(segment)
            and following
            and is_deed(following)
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
        if block.is_of_deeds and is_deed(segment):
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
        if COLD.match(text) or is_to_verb(text):
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
        if begins_cold(segment):
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
        if role is Role.NONE and is_cold(text):
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


def walk(segments: list[Segment]) -> Page:
    """Return the blocks and the talk of a page."""
    steps = Walk()
    for segment, following in zip_longest(segments, segments[1:]):
        steps.step(segment, following)
    return steps.page
