"""Pairing what is expected of a page with what was read: same kinds, in order, best fit."""

import re
from collections.abc import Sequence

from scrutable.meetings.facts.reading import Outcome
from scrutable.meetings.rules.scoring.expecting import Expected

Pair = tuple[Expected | None, Outcome | None]
WORD = re.compile(r"[a-z0-9]+")
NUMBERS = dict(
    zip(
        ["two", "three", "four", "five", "six", "nine", "twelve"],
        ["2", "3", "4", "5", "6", "9", "12"],
        strict=True,
    )
)
SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "be",
        "before",
        "by",
        "for",
        "from",
        "in",
        "of",
        "on",
        "s",
        "the",
        "time",
        "to",
        "within",
    ]
)


def align(expected: Sequence[Expected], outcomes: Sequence[Outcome]) -> list[Pair]:
    """Return the pairs; what stands alone on either side has None beside it."""
    pairs: list[Pair] = []
    kinds = dict.fromkeys([one.kind for one in expected] + [one.kind.value for one in outcomes])
    for kind in kinds:
        wanted = [one for one in expected if one.kind == kind]
        given = [one for one in outcomes if one.kind.value == kind]
        pairs += _aligned(wanted, given)
    return pairs


def _aligned(wanted: Sequence[Expected], given: Sequence[Outcome]) -> list[Pair]:
    """Return the pairs of one kind: as many as can be, and of those the best fitting."""
    best = [[0] * (len(given) + 1) for _ in range(len(wanted) + 1)]
    for i in reversed(range(len(wanted))):
        for j in reversed(range(len(given))):
            paired = best[i + 1][j + 1] + 10 + _fit(wanted[i], given[j])
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    pairs: list[Pair] = []
    i = j = 0
    while i < len(wanted) and j < len(given):
        if best[i][j] == best[i + 1][j]:
            pairs.append((wanted[i], None))
            i += 1
        elif best[i][j] == best[i][j + 1]:
            pairs.append((None, given[j]))
            j += 1
        else:
            pairs.append((wanted[i], given[j]))
            i, j = i + 1, j + 1
    return [*pairs, *((one, None) for one in wanted[i:]), *((None, one) for one in given[j:])]


def _fit(wanted: Expected, given: Outcome) -> int:
    """Return how many of owner, due and amount agree."""
    owner = wanted.owners[0] if wanted.owners else ""
    due = given.due.words if given.due else ""
    agree = (
        alike(owner, given.owner),
        alike(wanted.due, due),
        wanted.amount == given.amount_pounds,
    )
    return sum(agree)


def alike(wanted: str, given: str) -> bool:
    """Test whether two names or wordings say the same: one's words stand within the other's."""
    one, other = _words(wanted), _words(given)
    if not one or not other:
        return one == other
    return one <= other or other <= one


def same(wanted: str, given: str) -> bool:
    """Test whether two names or wordings are equal, but for case, articles and punctuation."""
    return _exact(wanted) == _exact(given)


def _exact(said: str) -> list[str]:
    return [word for word in WORD.findall(said.lower()) if word not in {"a", "an", "the"}]


def _words(said: str) -> frozenset[str]:
    words = WORD.findall(said.lower().replace("section 151", "s151"))
    words = [NUMBERS.get(word, word) for word in words]
    return frozenset(word.rstrip("s") for word in words if word not in SMALL_WORDS)
