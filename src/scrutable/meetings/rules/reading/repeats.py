"""The same limbs under Decision and again in the minutes: counted once, the fuller kept."""

import re

from scrutable.meetings.facts.reading import Outcome
from scrutable.meetings.rules.reading.blocks import Block
from scrutable.meetings.rules.reading.markers import Role

Found = list[tuple[Block, list[Outcome]]]
WORD = re.compile(r"[a-z0-9£]+")
ALIKE = 0.5  # of the words of both, in both
WITHIN = 0.8  # of the words of the shorter, in the longer


def without_repeats(decided: Found) -> Found:
    """Return the blocks without what an earlier heading of the same item already said."""
    kept: Found = []
    for block, outcomes in decided:
        earlier = _earlier(kept, block)
        if earlier is None:
            kept.append((block, list(outcomes)))
            continue
        first = earlier[1]
        kept.append((block, [one for one in outcomes if not _replaces(first, one)]))
    return kept


def _earlier(kept: Found, block: Block) -> tuple[Block, list[Outcome]] | None:
    """Return the Decision of the same item that this block may repeat."""
    if block.role is not Role.RESOLVED:
        return None
    for before, outcomes in reversed(kept):
        if before.item == block.item and before.role is Role.DECISION and outcomes:
            return before, outcomes
    return None


def _replaces(first: list[Outcome], again: Outcome) -> bool:
    """Test whether the limb was told before; where it is fuller now, it takes the other's place."""
    for index, one in enumerate(first):
        if one.kind is again.kind and _same(one.text, again.text):
            if len(again.text) > len(one.text):
                first[index] = again
            return True
    return False


def _same(one: str, other: str) -> bool:
    words, others = set(WORD.findall(one.lower())), set(WORD.findall(other.lower()))
    both = len(words & others)
    fewest, all_words = min(len(words), len(others)), len(words | others)
    return all_words == 0 or both >= ALIKE * all_words or both >= WITHIN * fewest
