"""Recognising the headings of a return: words, months, merged cells, groups of columns; pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from scrutable.contracts.intake.months import month_in
from scrutable.evidence.intake import Sheet, Value
from scrutable.kernel.periods import Month


class Column(StrEnum):
    """What a column of a return holds."""

    CODE = "code"
    RESULT = "result"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    REASON = "reason"
    COMMENTARY = "commentary"
    MONTH = "month"
    CONTRACT = "contract"


HEADINGS: Mapping[Column, Sequence[str]] = {
    Column.CODE: (
        "code", "kpi code", "kpi ref", "kpi reference", "kpi id", "kpi no", "kpi number", "ref",
        "reference", "measure code", "kpi",
    ),
    Column.RESULT: (
        "result", "results", "actual", "actual result", "achieved", "performance", "value",
        "outcome", "result this month", "monthly result",
    ),
    Column.NUMERATOR: ("numerator", "num"),
    Column.DENOMINATOR: ("denominator", "den"),
    Column.REASON: (
        "reason if no result", "reason", "reason for no result", "why no result",
        "reason no result", "reason if none",
    ),
    Column.COMMENTARY: ("commentary", "comment", "comments", "narrative", "remarks"),
    Column.MONTH: ("month", "period", "reporting period", "reporting month"),
    Column.CONTRACT: ("contract", "contract code"),
}  # fmt: skip
MEANING = {heading: column for column, headings in HEADINGS.items() for heading in headings}
LONGEST_HEADING = 60
MOST_MERGED = 500  # merged ranges of a sheet that are looked at for headings
MOST_CANDIDATES = 1_000  # rows of a sheet that might be headings
MOST_COLUMNS = 1_000  # of such a row that are looked at
MOST_HEADINGS = 200  # of one row
GROUP_ROWS = 3  # rows above a heading in which a group's own heading may stand


@dataclass(frozen=True, slots=True)
class Heading:
    """A cell that heads a column: what it means, and the month that it or its group names."""

    row: int
    column: int
    text: str
    meaning: Column | None
    month: Month | None


def heading_text(value: Value) -> str:
    r"""Return a heading in the form in which headings are compared.

    >>> heading_text(" Result (%) "), heading_text("Reason\nif no result:")
    ('result', 'reason if no result')
    """
    if not isinstance(value, str) or len(value) > LONGEST_HEADING:
        return ""
    return re.sub(r"[^a-z0-9]+", " ", value.casefold()).strip()


@lru_cache(maxsize=4096)
def _known(text: str) -> Column | None:
    return MEANING.get(heading_text(text))


def meaning(value: Value) -> Column | None:
    """Return which column the cell heads, or None where it is no heading."""
    if not isinstance(value, str) or not 0 < len(value) <= LONGEST_HEADING:
        return None
    return _known(value)


def heading_rows(sheet: Sheet) -> Iterator[list[Heading]]:
    """Yield the headings of each row that may head a table, which needs a column of codes."""
    merged = sheet.merged[:MOST_MERGED]
    reach = [
        (first[0], last[0]) for first, last in merged if meaning(sheet.value(*first)) is Column.CODE
    ]
    is_below_code = False
    candidates = 0
    for row, values in enumerate(sheet.rows):
        meanings = {meaning(value) for value in values[:MOST_COLUMNS]}
        has_code = Column.CODE in meanings
        covered = is_below_code or any(first < row <= last for first, last in reach)
        is_below_code = has_code
        if has_code or (covered and meanings != {None}):
            candidates += 1
            if candidates > MOST_CANDIDATES:
                return
            yield _headings(sheet, row)


def _headings(sheet: Sheet, row: int) -> list[Heading]:
    """Return the row's headings; a blank cell takes the one that reaches down to it."""
    reaching = _reaching(sheet, row)
    groups = _group_months(sheet, row)
    width = max(len(sheet.rows[row]), *reaching, 0) + 1 if reaching else len(sheet.rows[row])
    headings = []
    for column in range(min(width, MOST_COLUMNS)):
        value = sheet.value(row, column)
        if value == "":
            value = reaching.get(column, "")
        found, month = meaning(value), month_in(value)
        if found is not None or month is not None:
            month = month or groups.get(column)
            headings.append(Heading(row, column, heading_text(value), found, month))
    return headings[:MOST_HEADINGS]


def _reaching(sheet: Sheet, row: int) -> dict[int, Value]:
    """Return the headings of the row above, and of cells merged downwards, by column."""
    above = sheet.rows[row - 1][:MOST_COLUMNS] if row else ()
    found: dict[int, Value] = {
        column: value for column, value in enumerate(above) if meaning(value) is not None
    }
    for first, last in sheet.merged[:MOST_MERGED]:
        if first[0] < row <= last[0]:
            found[first[1]] = sheet.value(*first)
    return found


def _group_months(sheet: Sheet, row: int) -> dict[int, Month]:
    """Return the months of group headings that stand over the columns, merged or not."""
    found: dict[int, Month] = {}
    for above in range(row - 1, max(row - 1 - GROUP_ROWS, -1), -1):
        values = sheet.rows[above][:MOST_COLUMNS]
        if not _is_heading_row(values):
            break
        for column, value in enumerate(values):
            if month := month_in(value):
                found.setdefault(column, month)
        for first, last in sheet.merged[:MOST_MERGED]:
            month = month_in(sheet.value(*first)) if first[0] <= above <= last[0] else None
            if month:
                for column in range(first[1], min(last[1] + 1, MOST_COLUMNS)):
                    found.setdefault(column, month)
    return found


def _is_heading_row(values: Sequence[Value]) -> bool:
    """Test whether the row holds nothing but months and headings, as no row of facts does."""
    about_file = (None, Column.MONTH, Column.CONTRACT)
    filled = [value for value in values if not (isinstance(value, str) and not value.strip())]
    return all(month_in(value) or meaning(value) not in about_file for value in filled)
