"""A text made plain without moving a character, and pieces of it that know where they stood."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

BULLET = "•"

PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009", " "),
        **dict.fromkeys("\u200a\u200b\u200c\u200d\u202f\u205f\u2060\u3000\ufeff\t\r", " "),
        **dict.fromkeys("\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", "\n"),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("·∙●▪▫◦‣⁃○■□►▶➢➤➔→\uf0b7\uf0a7\uf0d8\u2022\u2023", BULLET),
    }
)

MARKDOWN = ("**", "##", "<b>", "</b>", "|")

TOKEN = re.compile(r"\S+")


def plain(text: str) -> str:
    """Return the text with one kind of space, dash, quote and bullet; no character moves."""
    flat = text.translate(PLAIN)
    for mark in MARKDOWN:
        if mark in flat:
            flat = flat.replace(mark, " " * len(mark))
    return flat


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a page with single spaces between them, and where each stood on the page."""

    text: str
    starts: tuple[int, ...] = field(repr=False)  # of each word, in `text`
    places: tuple[int, ...] = field(repr=False)  # of each word, on the page

    def place(self, index: int) -> int:
        """Return where the character stood on the page."""
        at = bisect_right(self.starts, index) - 1
        return self.places[at] + index - self.starts[at] if at >= 0 else 0

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the words from one character up to another stood on the page."""
        while start < end and self.text[start] == " ":
            start += 1
        while end > start and self.text[end - 1] == " ":
            end -= 1
        if start == end:
            return (self.place(start), self.place(start))
        return (self.place(start), self.place(end - 1) + 1)

    def cut(self, start: int, end: int | None = None) -> "Piece":
        """Return the words from one character up to another."""
        text = self.text[start:end]
        if not self.starts or not text:
            return Piece(text, (), ())
        first = max(bisect_right(self.starts, start) - 1, 0)
        last = bisect_right(self.starts, start + len(text) - 1)
        starts = (0, *(at - start for at in self.starts[first + 1 : last]))
        places = (self.place(start), *self.places[first + 1 : last])
        return Piece(text, starts, places)


def piece(page: str, start: int, end: int) -> Piece:
    """Return the words of the page from one character up to another."""
    words: list[str] = []
    starts: list[int] = []
    places: list[int] = []
    at = 0
    for found in TOKEN.finditer(page, start, end):
        starts.append(at)
        places.append(found.start())
        words.append(found[0])
        at += len(found[0]) + 1
    return Piece(" ".join(words), tuple(starts), tuple(places))
