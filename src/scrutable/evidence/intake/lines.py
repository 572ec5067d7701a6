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
LONGEST = 250_000  # letters of a row: no system exports longer ones
TOLD = 300  # letters of a row that is set aside
BOMS = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
QUOTE = '"'
UNCLOSED = "a quotation mark in the row is not closed"
WITHIN = "a quotation mark stands within a value in quotes"
TOO_LONG = f"the row has more than {LONGEST:,} letters"


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
            for at, line in enumerate(text, start=1):
                yield at, line.rstrip("\n").replace("\0", "")
        return
    with path.open("rb") as file:
        for at, raw in enumerate(_ended(file), start=1):
            yield at, _decoded(raw, at, heard)


def _ended(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Yield each line without its end, which may be that of an old Macintosh, alone or mixed in."""
    for raw in lines:
        line = raw.rstrip(b"\r\n")
        if b"\r" in line:
            yield from line.split(b"\r")
        else:
            yield line


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
    is_inside = at_end or ends_in_quotes(held[-1][1], delimiter, inside=len(held) > 1)
    if not is_inside:
        yield held[0][0], "\n".join(line for _, line in held)
        held.clear()
    elif at_end or len(held) > MOST_CONTINUED:
        heard.set_aside.append((held[0][0], UNCLOSED, held[0][1][:TOLD]))
        rest, held[:] = held[1:], []
        for one in rest:
            held.append(one)
            yield from _settled(held, delimiter, heard, at_end=False)


def ends_in_quotes(line: str, delimiter: str, *, inside: bool = False) -> bool:
    """Test whether the line ends within a value that quotes opened, here or before it.

    >>> ends_in_quotes('1,"two', ","), ends_in_quotes('lines",3', ",", inside=True)
    (True, False)
    """
    at = line.find(QUOTE)
    while at >= 0:
        after = line[at + 1 : at + 2]
        if inside and after == QUOTE:
            at += 1
        elif inside:
            inside = after not in {"", delimiter}
        else:
            inside = at == 0 or line[at - 1] == delimiter
        at = line.find(QUOTE, at + 1)
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
            if why := _unfit(row, delimiter):
                heard.set_aside.append((at, why, row[:TOLD]))
            else:
                out.write(f"{at}{delimiter}{row}\n")


def _unfit(row: str, delimiter: str) -> str:
    """Return why whatever reads the row next would lose its place in the file, "" where not."""
    if len(row) > LONGEST:
        return TOO_LONG
    if QUOTE not in row:
        return ""
    try:
        next(csv.reader([row], delimiter=delimiter, strict=True), None)
    except csv.Error:
        return WITHIN
    return ""
