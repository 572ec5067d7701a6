"""How much a workbook may hold before it is refused, in one table; pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The most that is read of what somebody sent; a return needs a hundredth of it."""

    most_bytes: int = 25_000_000  # of the file as sent
    most_unpacked: int = 150_000_000  # of all its parts together
    most_parts: int = 2_000
    most_ratio: int = 200  # unpacked to packed, of a part larger than `ratio_from`
    ratio_from: int = 1_000_000
    most_cells: int = 2_000_000  # of one sheet, counted from A1 to its last row and column
    most_rows: int = 1_048_576  # what Excel itself can hold
    most_columns: int = 16_384
    most_text: int = 100_000_000  # characters that the text cells of a workbook add up to
    most_sheets: int = 500
    most_tags: int = 3_000_000  # of a part that is read as a tree, which takes 100 bytes a tag


LIMITS = Limits()
