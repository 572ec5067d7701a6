"""What calamine hides in a sheet's XML: failed and uncounted formulas, percentages; pure.

One pass over tags, linear whatever the text: no pattern here can look further than the next `<`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scrutable.evidence.intake import refusals
from scrutable.evidence.intake.extent import column_number
from scrutable.evidence.intake.workbooks import NOT_CALCULATED, CellError, NotCalculated

TAG = re.compile(rb"<(/?)(?:\w+:)?(row|c|v|f|is)\b([^<>]*)>([^<]*)")
REFERENCE = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]*)([0-9]*)[\"']")
KIND = re.compile(rb"\st\s*=\s*[\"'](\w+)[\"']")
STYLE = re.compile(rb"\ss\s*=\s*[\"']([0-9]{1,9})[\"']")
DECLARED = re.compile(rb"<\?xml[^<>]*encoding\s*=\s*[\"']([^\"'<>]*)[\"']", re.IGNORECASE)
ODDLY_FAILED = re.compile(rb"\st\s*=\s*[\"']e[\"']")
FAILED = re.compile(
    rb"<(?:\w+:)?c(\s[^<>]*?\bt\s*=\s*[\"']e[\"'][^<>]*)>"
    rb"(?:<(?:\w+:)?f\b[^<>]*(?:/>|>[^<]*</(?:\w+:)?f>))?(?:<(?:\w+:)?v\b[^<>]*>([^<]*))?"
)
# Where a formula may have been saved without its value; a sheet with none of these has none.
UNCOUNTED = re.compile(
    rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f\b[^<>]*/>)\s*(?:</(?:\w+:)?c>|<(?:\w+:)?v\b[^<>]*(?:/>|></))"
)


@dataclass(frozen=True, slots=True)
class RawCell:
    """One cell of the XML: where it is, what it says of itself."""

    row: int
    column: int
    kind: bytes
    style: int
    has_formula: bool
    value: bytes


def check_markup(part: bytes) -> None:
    """Raise Refused for XML with declarations of its own or in another encoding than UTF-8."""
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part or part[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise refusals.unsafe_markup()
    declared = DECLARED.match(part[:200].lstrip(b"\xef\xbb\xbf"))
    if declared and declared[1].lower() not in (b"utf-8", b"us-ascii", b"ascii"):
        raise refusals.unsafe_markup()


def hidden_cells(part: bytes) -> dict[tuple[int, int], CellError | NotCalculated]:
    """Return the cells that calamine reads as blank and that are not.

    The walk over every cell is slow, and is made only where a sheet has formulas without values
    or cells that do not say where they are.
    """
    has_formulas = b"<f" in part or b":f" in part
    if has_formulas and UNCOUNTED.search(part):
        return _walked(part)
    if b't="e"' not in part and not ODDLY_FAILED.search(part):
        return {}
    found: dict[tuple[int, int], CellError | NotCalculated] = {}
    for failed in FAILED.finditer(part):
        attributes, code = failed.groups(b"")
        if not REFERENCE.search(attributes):
            return _walked(part)
        found[_position(attributes, 0, 0)] = _cell_error(code)
    return found


def _walked(part: bytes) -> dict[tuple[int, int], CellError | NotCalculated]:
    found: dict[tuple[int, int], CellError | NotCalculated] = {}
    for cell in raw_cells(part):
        if cell.kind == b"e":
            found[cell.row, cell.column] = _cell_error(cell.value)
        elif cell.has_formula and not cell.value and cell.kind != b"str":
            found[cell.row, cell.column] = NOT_CALCULATED
    return found


def _cell_error(code: bytes) -> CellError:
    return CellError((code.decode("utf-8", "replace").strip() or "#N/A")[:20])


def raw_cells(part: bytes) -> Iterator[RawCell]:
    """Yield the cells in order; one without a reference stands after the one before it."""
    row = column = -1
    attributes: bytes | None = None
    has_formula, value = False, b""
    for found in TAG.finditer(part):  # never a list: a part may be nothing but tags
        closing, tag, inside, text = found.groups()
        if tag == b"row":
            if not closing:
                row, column = _row_number(inside, row + 1), -1
        elif tag == b"c" and not closing:
            row, column = _position(inside, row, column + 1)
            attributes, has_formula, value = inside, False, b""
        elif attributes is not None and not closing:
            has_formula = has_formula or tag == b"f"
            value = value or (text if tag == b"v" else b"")
        if tag == b"c" and attributes is not None and (closing or inside.endswith(b"/")):
            yield _raw(row, column, attributes, has_formula=has_formula, value=value)
            attributes = None


def _raw(row: int, column: int, attributes: bytes, *, has_formula: bool, value: bytes) -> RawCell:
    kind, style = KIND.search(attributes), STYLE.search(attributes)
    return RawCell(
        row, column, kind[1] if kind else b"n", int(style[1]) if style else 0, has_formula, value
    )


def _row_number(attributes: bytes, otherwise: int) -> int:
    found = REFERENCE.search(attributes)
    return int(found[2][:9]) - 1 if found and found[2] else otherwise


def _position(attributes: bytes, row: int, column: int) -> tuple[int, int]:
    found = REFERENCE.search(attributes)
    if not found or not found[1] or not found[2]:
        return max(row, 0), column
    return int(found[2][:9]) - 1, column_number(found[1][:3])
