"""Which projects and which milestones a chart shows; pure."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from scrutable.portfolio.facts import GO_LIVE, Judged, Move

MOST_SHOWN = 40


def most_telling(found: Iterable[Judged], most: int = MOST_SHOWN) -> list[Judged]:
    """Return the projects to be drawn: the priority list by place, then the latest first.

    Behind those that are waited for come those reached, then those without a date, then those
    that nobody expects any more.
    """

    def key(one: Judged) -> tuple[bool, int, int, int, str]:
        late = one.slip.against_original if one.slip else 0
        place = one.project.place
        return place is None, place or 0, _rank(one), -late, one.project.number

    return sorted(found, key=key)[:most]


def _rank(one: Judged) -> int:
    if one.slip is None:
        return 3 if one.line else 2
    return int(one.slip.is_reached)


def times_moved(moves: Sequence[Move]) -> int:
    """Return how often another date was given than the one before."""
    return sum(after.to != before.to for before, after in pairwise(moves))


def most_moved(moves: Mapping[str, Sequence[Move]], most: int) -> list[str]:
    """Return the milestones to be drawn: the go-live, if it has a date, then the most moved."""

    def key(milestone: str) -> tuple[bool, int, str]:
        return milestone != GO_LIVE, -times_moved(moves[milestone]), milestone

    return sorted((name for name, said in moves.items() if said), key=key)[:most]
