"""The rows of a sheet as texts; a row with a broken formula is set aside, never read as blank."""

from collections.abc import Iterator
from datetime import date

from scrutable.evidence.intake import CellError, NotCalculated, Sheet, Value
from scrutable.evidence.intake.lines import Heard
from scrutable.housekeeping.facts import Layout


def sheet_rows(sheet: Sheet, layout: Layout, heard: Heard) -> Iterator[list[str]]:
    """Yield each row below the headings with its number before it; blank rows are none."""
    width = len(layout.headings)
    for at, row in enumerate(sheet.rows[layout.line :], start=layout.line + 1):
        texts = [text_of(value) for value in row[:width]]
        if not any(texts):
            continue
        broken = [
            layout.headings[place] for place, value in enumerate(row[:width]) if _broken(value)
        ]
        if broken:
            why = f"the formula in {', '.join(broken)} gives no value"
            heard.set_aside.append((at, why, " | ".join(texts)))
        else:
            yield [str(at), *texts, *[""] * (width - len(texts))]


def text_of(value: Value) -> str:
    """Return a cell's value as text, as a csv export would write it.

    >>> text_of(7.0), text_of(7.5)
    ('7', '7.5')
    """
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _broken(value: Value) -> bool:
    return isinstance(value, CellError | NotCalculated)
