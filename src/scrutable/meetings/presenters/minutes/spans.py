"""A text cut where its limbs begin and end, so that a page can mark and number them; pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from scrutable.meetings.facts import Limb, Minutes

LONG = 60_000  # characters of a text that is shown whole
AROUND = 600  # characters shown before and after each limb of a longer one
MARK = "mark"
STRUCK = "struck"
PLAIN = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the text: which limbs begin here, how it is marked; or how much was left out."""

    text: str
    starts: tuple[int, ...] = ()
    mark: str = PLAIN
    place: str = ""  # a page or item begins here
    left_out: int = 0


def pieces(
    minutes: Minutes, limbs: Sequence[Limb], *, whole: bool, around: bool = False
) -> list[Piece]:
    """Return the text in order; of a long one, or with `around`, only what stands by its limbs."""
    shortened = not whole and (around or len(minutes.text) > LONG)
    windows = _windows(minutes.text, limbs) if shortened else [(0, len(minutes.text))]
    found: list[Piece] = []
    end = 0
    for first, last in windows:
        if first > end:
            found.append(Piece("", left_out=first - end))
        found.extend(_cut(minutes, limbs, first, last))
        end = last
    if end < len(minutes.text):
        found.append(Piece("", left_out=len(minutes.text) - end))
    return found


def _windows(text: str, limbs: Sequence[Limb]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(limb.outcome.span for limb in limbs) or [(0, 0)]:
        first, last = max(start - AROUND, 0), min(end + AROUND, len(text))
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found


def _cut(minutes: Minutes, limbs: Sequence[Limb], first: int, last: int) -> list[Piece]:
    places = {at: name for at, name in minutes.places if first <= at < last}
    edges = {first, last, *places}
    for limb in limbs:
        edges.update(edge for edge in limb.outcome.span if first <= edge <= last)
    ordered = sorted(edges)
    return [
        Piece(
            minutes.text[begin:end],
            tuple(limb.number for limb in limbs if limb.outcome.span[0] == begin),
            _mark(limbs, begin, end),
            places.get(begin, ""),
        )
        for begin, end in pairwise(ordered)
    ]


def _mark(limbs: Sequence[Limb], begin: int, end: int) -> str:
    covering = [
        limb for limb in limbs if limb.outcome.span[0] <= begin and end <= limb.outcome.span[1]
    ]
    if not covering:
        return PLAIN
    return STRUCK if all(limb.state.value == STRUCK for limb in covering) else MARK
