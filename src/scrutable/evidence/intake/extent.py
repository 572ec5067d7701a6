"""How much a workbook will take in memory, worked out before calamine lays it out; pure.

calamine lays each sheet out in full and copies a shared text into every cell that uses it: two
cells in opposite corners, or one long text used a million times, would end the whole process.
Every bound here errs upwards, whatever a forged file says in quotes, comments or odd spacing.
"""

import io
import re
from collections.abc import Iterable
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from scrutable.evidence.intake import refusals
from scrutable.evidence.intake.limits import Limits

# A cell beyond column Z or row 9,999 makes it worth counting how far the sheet reaches.
FAR = re.compile(rb"r\s*=\s*[\"'](?:[A-Za-z]{2,}[0-9]|[A-Za-z]?[0-9]{5,}|[^A-Za-z0-9\"'])")
PLACED = re.compile(rb"r\s*=\s*[\"']\s*([A-Za-z]*)([0-9]+)\s*[\"']")
ATTRIBUTE = rb"\s+[\w:.-]+\s*=\s*(?:\"[^\"<]*\"|'[^'<]*')"
UNPLACED = re.compile(rb"<(?:\w+:)?(?:c|row)\b(?!(?:" + ATTRIBUTE + rb")*?\s+r\s*=)")
TEXT_END = re.compile(rb"</(?:\w+:)?si>")
USED = re.compile(rb"<(?:\w+:)?v\b[^<>]*>([^<]*)")
SMALL = 26 * 9_999  # cells that a sheet without far cells may have at most


def column_number(letters: bytes) -> int:
    """Return the column that the letters name, from 0; -1 for none.

    >>> column_number(b"A"), column_number(b"xfd")
    (0, 16383)
    """
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number - 1


def check_tags(part: bytes, limits: Limits) -> None:
    """Raise Refused for XML with so many tags that a tree of them would take all memory."""
    if part.count(b"<") > limits.most_tags:
        raise refusals.unpacks_to_too_much()


def check_extent(part: bytes, limits: Limits) -> None:
    """Raise Refused for a sheet that reaches so far that it would have too many cells."""
    rows, columns = 9_999, 26
    if limits.most_cells < SMALL or FAR.search(part):
        rows, columns = _placed_extent(part, limits)
    if UNPLACED.search(part):
        check_tags(part, limits)
        more_rows, more_columns = _walked_extent(part)
        rows, columns = max(rows, more_rows), max(columns, more_columns)
    if rows * columns > limits.most_cells:
        raise refusals.too_many_cells("")


def _placed_extent(part: bytes, limits: Limits) -> tuple[int, int]:
    found = {place.groups() for place in PLACED.finditer(part)}
    letters = {pair[0] for pair in found}
    digits = {pair[1] for pair in found}
    if any(len(text) > 3 for text in letters) or any(len(text) > 7 for text in digits):
        raise refusals.damaged()
    rows = max(map(int, digits), default=1)
    columns = max(map(column_number, letters), default=0) + 1
    if rows > limits.most_rows or columns > limits.most_columns:
        raise refusals.damaged()
    return rows, columns


def _walked_extent(part: bytes) -> tuple[int, int]:
    """Count rows and cells that do not say where they are, as calamine would."""
    rows = columns = row = column = 0
    try:
        for _, element in iterparse(io.BytesIO(part), events=("start",), forbid_dtd=True):
            tag = element.tag.rpartition("}")[2]
            found = PLACED.fullmatch(b'r="' + element.get("r", "").encode() + b'"')
            if tag == "row":
                row, column = (int(found[2]) if found else row + 1), 0
            elif tag == "c":
                column = column_number(found[1]) + 1 if found and found[1] else column + 1
            rows, columns = max(rows, row), max(columns, column)
    except (ParseError, DefusedXmlException, ValueError) as fault:
        raise refusals.damaged() from fault
    return rows, columns


def check_texts(parts: Iterable[bytes], sheets: Iterable[bytes], limits: Limits) -> None:
    """Raise Refused where shared texts, copied into every cell, would add up to too much."""
    lengths = [len(text) for part in parts if b"si>" in part for text in TEXT_END.split(part)]
    sheets = list(sheets)
    uses = sum(part.count(b"<v") + part.count(b":v") for part in sheets)
    if max(lengths, default=0) * uses <= limits.most_text:
        return
    total = 0
    for part in sheets:
        if b"<!" in part:
            raise refusals.unsafe_markup()
        for found in USED.finditer(part):
            used = found[1]
            if b"&" in used:
                raise refusals.unsafe_markup()
            index = int(used) if used.isdigit() and len(used) < 9 else -1
            total += lengths[index] if 0 <= index < len(lengths) else 0
    if total > limits.most_text:
        raise refusals.unpacks_to_too_much()
