"""Whether a segment is still of the open block of limbs, or ends it."""

import re

from scrutable.meetings.rules.reading import lexicon
from scrutable.meetings.rules.reading.blocks import Block
from scrutable.meetings.rules.reading.clauses import meaning_of
from scrutable.meetings.rules.reading.cold import COLD, is_deed, is_to_verb
from scrutable.meetings.rules.reading.markers import Marker, Role, owner_field
from scrutable.meetings.rules.reading.segments import Segment

DETAIL = re.compile(
    r"(?:(?:Contract|Total|Estimated|Overall|Annual|Award) )?(?:[Vv]alue|[Cc]osts?|"
    r"[Pp]rice|[Ss]um|[Aa]mount|[Ff]unding|[Bb]udget|[Tt]erm|[Dd]uration|[Ss]tart "
    r"date|[Cc]ompletion)\b.{0,40}(?:£|\d)"
)

BEGINS_ANEW = {Role.DECISION, Role.MINUTES}

SHORT = 6  # words of a line that may wrap a heading

TO_DO = re.compile(r"(?:Item \d{1,3}\w?\s*[:.-]\s*)?[A-Z][^.:]{2,60} to [a-z]")

DONE = {"past", "participle"}


def belongs(block: Block, segment: Segment, marker: Marker) -> bool:
    """Take the segment into the block where it is of it; return whether it was."""
    if segment.label is not None:
        is_new = marker.role in BEGINS_ANEW and marker.before == 0 and marker.after > 0
        return not is_new and _runs_on(block, segment) and block.takes(segment)
    if marker.role is Role.BODY and not block.limbs:
        block.frame = marker.frame if block.frame.kind is None else block.frame
        return True
    if _is_a_limb(block, segment, marker):
        block.add(segment.piece, segment.start, segment.end)
        return True
    return _tells_of_the_last(block, segment)


def _is_a_limb(block: Block, segment: Segment, marker: Marker) -> bool:
    """Test whether a line without a label is a limb of the block."""
    if block.is_of_deeds and is_deed(segment):
        return True
    if marker.role is Role.PROPOSAL:  # "That the recommendations: …"
        return not block.limbs and bool(COLD.match(segment.text))
    return marker.role is Role.NONE and _goes_on(block, segment.text)


def _tells_of_the_last(block: Block, segment: Segment) -> bool:
    """Take in a line below that names who is to act, or gives the sum or the day."""
    owner = owner_field(segment.text)
    if owner:
        block.owner = owner
        return True
    if DETAIL.match(segment.text) and len(block.limbs) == 1 and not block.details:
        block.details = segment.text
        return True
    return False


def _runs_on(block: Block, segment: Segment) -> bool:
    """Test that a number that runs on is not the heading of the next item."""
    label = segment.label
    if block.role is Role.ACTIONS or label is None or label.shape not in {"1", "1.1"}:
        return True
    first = block.first_top
    if first is None or not block.is_all_that:
        return True
    text = segment.text
    if COLD.match(text) or text[:1].islower() or meaning_of(text) is not None:
        return True
    return first.label is None or first.label.shape != label.shape


def _goes_on(block: Block, text: str) -> bool:
    """Test whether a line without a label goes on with the limbs of the block."""
    if not block.limbs:
        is_long = len(text.split()) >= SHORT or block.role is not Role.DECISION
        return is_long or meaning_of(text, block.frame) is not None
    if block.last_text.rstrip().endswith((":", ":-", ": -")) or text[:4] in {"and ", "to c"}:
        return True
    if block.role is Role.ACTIONS and TO_DO.match(text):
        return True
    if COLD.match(text) or is_to_verb(text):
        return meaning_of(text) is not None
    return block.role is Role.DECISION and _is_like_the_first(block, text)


def _is_like_the_first(block: Block, text: str) -> bool:
    first, own = lexicon.verb_at(block.limbs[0].piece.text), lexicon.verb_at(text)
    if own is None or first is None:
        return False
    return own[0].form == first[0].form or own[0].form in DONE
