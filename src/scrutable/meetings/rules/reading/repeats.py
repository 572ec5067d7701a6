"""The same limbs under Decision and again in the minutes: counted once, the fuller kept."""

import re

from scrutable.meetings.facts.reading import Outcome
from scrutable.meetings.rules.reading.blocks import Block
from scrutable.meetings.rules.reading.markers import Role

Found = list[tuple[Block, list[Outcome]]]

WORD = re.compile(r"[a-z0-9£]+")

ALIKE = 0.5  # of the words of both, in both

NEARLY = 0.9  # as full: then the words that were resolved stand before those of a heading

WITHIN = 0.8  # of the words of the shorter, in the longer


def without_repeats(decided: Found) -> Found:
    """Return the blocks without what an earlier heading of the same item already said."""
    kept: Found = []
    headed: dict[int, list[Outcome]] = {}  # by item: what its Decision said
    for block, outcomes in decided:
        first = headed.get(block.item)
        if block.role is Role.RESOLVED and first is not None:
            kept.append((block, [one for one in outcomes if not _replaces(first, one)]))
            continue
        own = list(outcomes)
        if block.role is Role.DECISION and own:
            headed[block.item] = own
        kept.append((block, own))
    return kept


def _replaces(first: list[Outcome], again: Outcome) -> bool:
    """Test whether the limb was told before; where it is fuller now, it takes the other's place."""
    for index, one in enumerate(first):
        if one.kind is again.kind and _same(one.text, again.text):
            if len(again.text) >= NEARLY * len(one.text):
                first[index] = again
            return True
    return False


def _same(one: str, other: str) -> bool:
    words, others = set(WORD.findall(one.lower())), set(WORD.findall(other.lower()))
    both = len(words & others)
    fewest, all_words = min(len(words), len(others)), len(words | others)
    return all_words == 0 or both >= ALIKE * all_words or both >= WITHIN * fewest
