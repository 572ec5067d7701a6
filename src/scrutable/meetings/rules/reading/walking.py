"""The walk down a page: what each segment belongs to, from what came before it."""

from dataclasses import dataclass, field
from itertools import zip_longest

from scrutable.meetings.rules.reading.belonging import belongs
from scrutable.meetings.rules.reading.blocks import Block
from scrutable.meetings.rules.reading.cold import COLD, begins_cold, is_cold, is_deed, is_deed_below
from scrutable.meetings.rules.reading.frames import strip_lead
from scrutable.meetings.rules.reading.headings import CUT, PROPOSED, is_moved_in
from scrutable.meetings.rules.reading.markers import Marker, Role, marker_of
from scrutable.meetings.rules.reading.segments import Segment

DECIDES = {Role.RESOLVED, Role.DECISION, Role.BODY, Role.ACTIONS}

UNDECIDED = {Role.PROPOSAL, Role.ASIDE, Role.REMARK, Role.NONE}

SHORT = 6  # words of a line that may wrap a heading


@dataclass(slots=True)
class Page:
    """What the walk down a page found."""

    blocks: list[Block] = field(default_factory=list)
    talk: list[tuple[Segment, int]] = field(default_factory=list)  # with its item
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
        self.is_deed_next = False

    def step(self, segment: Segment, following: Segment | None = None) -> None:
        """Take in the next segment."""
        is_loose = self.block is None and self.mode is Role.NONE
        if is_loose and following and is_deed(segment) and is_deed(following):
            self._begin(Marker(Role.RESOLVED), segment, is_cold=True, is_of_deeds=True)
        marker = marker_of(segment.text)
        self.is_deed_next = following is not None and is_deed_below(following)
        if self.block is not None and self._belongs(segment, marker):
            return
        if segment.label is not None and marker.role in UNDECIDED:
            self._labelled(segment)
        else:
            self._marked(segment, marker)

    def _belongs(self, segment: Segment, marker: Marker) -> bool:
        """Take the segment into the open block, or close the block."""
        if self.block is not None and belongs(self.block, segment, marker):
            return True
        self.block = None
        return False

    def _labelled(self, segment: Segment) -> None:
        """Take in a labelled segment outside a block: a cold limb, or one of a list in talk."""
        if self.mode is Role.PROPOSAL or (self.mode is Role.ASIDE and self.is_waiting):
            self._hear(segment)
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
        elif role is Role.PROPOSAL or (role is Role.NONE and is_moved_in(segment.text)):
            self._propose(segment)
        elif role is Role.ASIDE:
            self.mode = Role.ASIDE
            self.is_waiting = marker.after >= len(segment.text)
            self._talk(segment)
        elif role is Role.MINUTES:
            self.mode = Role.NONE
            self._drop_proposal()
            self._talk(segment)
        else:
            self._plain(segment, role)

    def _drop_proposal(self) -> None:
        """Take "RECOMMENDED-" for the proposal that it is where the item's minutes follow."""
        last = self.page.blocks[-1] if self.page.blocks else None
        is_proposal = last is not None and last.item == self.item and last.is_bare_proposal
        if is_proposal:
            self.page.blocks.pop()
            self.page.has_proposal = True

    def _propose(self, segment: Segment) -> None:
        self._hear(segment)
        if not is_moved_in(segment.text):
            self.page.has_proposal |= bool(PROPOSED.search(segment.text[:200]))
        self.mode = Role.PROPOSAL
        self.is_waiting = (
            segment.text.rstrip().endswith((":", "-", "that", "to"))
            or len(segment.text.split()) <= SHORT
        )

    def _plain(self, segment: Segment, role: Role) -> None:
        text = segment.text
        is_more = self.is_waiting or bool(COLD.match(text)) or text[:1].islower()
        if self.mode in {Role.PROPOSAL, Role.ASIDE} and role is Role.NONE and is_more:
            self.is_waiting = self.mode is Role.ASIDE
            (self._hear if self.mode is Role.PROPOSAL else self._talk)(segment)
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
        if marker.role is Role.BODY and self.mode is Role.PROPOSAL and not self.is_deed_next:
            return
        self.mode = Role.NONE
        if marker.before > 0:
            before = segment.piece.cut(0, marker.before)
            end = before.span(0, len(before.text))[1]
            self._talk(Segment(None, before, segment.start, end, segment.after_blank))
        block = self._begin(marker, segment)
        block.start = segment.piece.place(marker.before) if marker.before > 0 else block.start
        rest = segment.piece.cut(marker.after)
        if not rest.text.strip(" .:;,-") or CUT.fullmatch(rest.text.strip()):
            return
        inner = marker_of(rest.text)
        repeats_itself = marker.role is Role.DECISION and inner.role is Role.RESOLVED
        if inner.role is Role.BODY:
            block.frame = inner.frame if inner.frame.kind else block.frame
            return
        if repeats_itself and inner.after > inner.before:
            block.frame = inner.frame
            rest = rest.cut(inner.after)
        if rest.text.strip():
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
