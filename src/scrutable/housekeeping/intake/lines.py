"""Delimited text of any usual encoding, made ready: UTF-8, and each row with its line's number.

A council's exports come as UTF-8 with or without a mark, as UTF-16, or as Windows-1252, and some
as two of them in one file: a line that is no UTF-8 is read as Windows-1252, and said so.
"""

import codecs
import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

DELIMITERS = (",", ";", "\t", "|")
MOST_CONTINUED = 50  # lines that a value in quotes may run over
BOMS = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
QUOTE = '"'
UNCLOSED = "a quotation mark in the row is not closed"


@dataclass(slots=True)
class Heard:
    """What was noticed while a text was read."""

    not_utf8: list[int] = field(default_factory=list)
    set_aside: list[tuple[int, str, str]] = field(default_factory=list)  # line, why, the row


def lines_of(path: Path, heard: Heard) -> Iterator[tuple[int, str]]:
    """Yield each line with its number, from 1, without its end."""
    with path.open("rb") as file:
        head = file.read(4)
    encoding = next((name for mark, name in BOMS if head.startswith(mark)), "")
    if encoding:
        with path.open(encoding=encoding, errors="replace", newline=None) as text:
            yield from ((at, line.rstrip("\n")) for at, line in enumerate(text, start=1))
        return
    with path.open("rb") as file:
        for at, raw in enumerate(file, start=1):
            yield at, _decoded(raw.rstrip(b"\r\n"), at, heard)


def _decoded(raw: bytes, at: int, heard: Heard) -> str:
    if at == 1:
        raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        line = raw.decode("utf-8")
    except UnicodeDecodeError:
        heard.not_utf8.append(at)
        line = raw.decode("cp1252", errors="replace")
    return line.replace("\0", "") if "\0" in line else line


def records(
    lines: Iterable[tuple[int, str]], delimiter: str, heard: Heard
) -> Iterator[tuple[int, str]]:
    """Yield each row with the number of the line on which it begins; blank lines are none.

    A quotation mark that nothing closes would swallow what follows: its line goes to
    `heard.set_aside`, and the next line is a row again.
    """
    held: list[tuple[int, str]] = []
    for at, line in lines:
        held.append((at, line))
        yield from _settled(held, delimiter, heard, at_end=False)
    while held:
        yield from _settled(held, delimiter, heard, at_end=True)


def _settled(
    held: list[tuple[int, str]], delimiter: str, heard: Heard, *, at_end: bool
) -> Iterator[tuple[int, str]]:
    if len(held) == 1 and QUOTE not in held[0][1]:
        at, line = held.pop()
        if line.strip():
            yield at, line
        return
    whole = "\n".join(line for _, line in held)
    if not ends_in_quotes(whole, delimiter):
        yield held[0][0], whole
        held.clear()
    elif at_end or len(held) > MOST_CONTINUED:
        heard.set_aside.append((held[0][0], UNCLOSED, held[0][1]))
        rest, held[:] = held[1:], []
        for one in rest:
            held.append(one)
            yield from _settled(held, delimiter, heard, at_end=False)


def ends_in_quotes(text: str, delimiter: str) -> bool:
    """Test whether the text ends within a value that quotes opened."""
    if text.count(QUOTE) % 2 == 0 and f"{delimiter}{QUOTE}" not in text and text[:1] != QUOTE:
        return False
    inside, begins, at = False, True, 0
    while at < len(text):
        sign = text[at]
        if inside:
            if sign == QUOTE and text[at + 1 : at + 2] == QUOTE:
                at += 1
            elif sign == QUOTE and text[at + 1 : at + 2] in {"", delimiter, "\n"}:
                inside = False
        elif sign == QUOTE and begins:
            inside = True
        begins = not inside and sign in {delimiter, "\n"}
        at += 1
    return inside


def cells(row: str, delimiter: str) -> list[str]:
    """Return the values of a row; raises nothing."""
    try:
        return next(csv.reader([row.replace("\n", " ")], delimiter=delimiter), [])
    except csv.Error:
        return [row]


def write_ready(
    lines: Iterable[tuple[int, str]], delimiter: str, after: int, to: Path, heard: Heard
) -> None:
    """Write every row after a line, with its line's number as its first value."""
    with to.open("w", encoding="utf-8", newline="") as out:
        for at, row in records(((at, line) for at, line in lines if at > after), delimiter, heard):
            out.write(f"{at}{delimiter}{row}\n")
