"""How the room across a page is shared among a table's columns; pure."""

from collections.abc import Sequence
from typing import NamedTuple

LONGEST_WORD = 26  # letters; a longer one is broken
MOST_LIKED = 34
STRETCH = 1.3  # a table of few letters is not stretched over the page


class Room(NamedTuple):
    """What a column wants, in letters: its longest word, and its longest text."""

    word: int
    text: int


class Type(NamedTuple):
    """How wide a letter is, and a cell's margins, in the same unit as the room."""

    letter: float
    margins: float


def widths(columns: Sequence[Room], room: float, type_: Type) -> list[float]:
    """Return each column's width: its longest word first, then what its texts would like.

    Where not even the words fit, all are narrowed alike; `narrowing` says by how much.
    """
    needs = _needs(columns, type_)
    likes = [type_.letter * min(c.text, MOST_LIKED) + type_.margins for c in columns]
    room = min(room, STRETCH * sum(map(max, likes, needs)))
    spare = room - sum(needs)
    if spare <= 0:
        return [need * room / sum(needs) for need in needs]
    extra = [max(like - need, type_.letter) for like, need in zip(likes, needs, strict=True)]
    share = spare / sum(extra)
    return [need + more * share for need, more in zip(needs, extra, strict=True)]


def narrowing(columns: Sequence[Room], room: float, type_: Type) -> float:
    """Return how many times too wide the longest words are; at most 1 where they fit."""
    margins = type_.margins * len(columns)
    return (sum(_needs(columns, type_)) - margins) / max(room - margins, type_.letter)


def _needs(columns: Sequence[Room], type_: Type) -> list[float]:
    return [type_.letter * min(c.word, LONGEST_WORD) + type_.margins for c in columns]
