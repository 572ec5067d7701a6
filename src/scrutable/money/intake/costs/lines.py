"""Reading the cost lines of a year: csv or workbook in, lines or every fault out; pure.

A line names its pool, or the area that it is put straight to, by code or by title.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scrutable.evidence.facts import RowError
from scrutable.evidence.intake import Sheet, Value, open_workbook
from scrutable.evidence.intake.cells import words_of
from scrutable.money.facts import CostLine, CostsRead
from scrutable.money.intake.costs.cells import UNREAD, fault, pence_in, plain

SHEET = "Cost lines"
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "code": ("code", "cost code", "cost centre", "account", "line"),
    "place": ("pool", "cost pool", "pool or area", "area", "business area"),
    "pence": ("pence", "amount in pence"),
    "pounds": ("pounds", "amount", "net amount", "£", "cost", "amount in pounds"),
    "text": ("text", "description", "narrative", "what"),
}
TITLES = ("Code", "Pool or area", "Pounds", "Text")
SEARCHED = 20  # rows in which the headings are looked for
MOST_LINES = 200_000
MOST_CODE, MOST_TEXT = 60, 400


def read_costs(content: bytes, name: str, *, year: int, places: Mapping[str, str]) -> CostsRead:
    """Return the lines, or all that is wrong; `places` are titles of pools and areas by code."""
    book = open_workbook(content, name)
    if isinstance(book, list):
        return CostsRead(errors=tuple(book))
    sheet = book.sheet(SHEET) or max(book.visible or book.sheets, key=lambda one: len(one.rows))
    found = _heading(sheet)
    if isinstance(found, RowError):
        return CostsRead(errors=(found,))
    at, columns = found
    reading = _Reading(sheet, columns, year, _names(places))
    lines: list[CostLine] = []
    errors: list[RowError] = []
    for row in range(at + 1, len(sheet.rows)):
        if not any(words_of(value) for value in sheet.rows[row]):
            continue
        one = reading.line(row, len(lines) + len(errors) + 1)
        if isinstance(one, CostLine):
            lines.append(one)
        else:
            errors += one
    if not lines and not errors:
        errors.append(RowError("", "No line stands below the headings", "export it again"))
    if len(lines) > MOST_LINES:
        errors.append(RowError("", f"There are {len(lines):,} lines", f"send {MOST_LINES:,}"))
    return CostsRead(lines=tuple(lines) if not errors else (), errors=tuple(errors))


def _names(places: Mapping[str, str]) -> dict[str, str]:
    """Return codes by what a file may call a pool or an area; a code goes before a title."""
    titles = {plain(title): code for code, title in places.items()}
    return {**titles, **{plain(code): code for code in places}}


def _heading(sheet: Sheet) -> tuple[int, dict[str, int]] | RowError:
    rows = range(min(len(sheet.rows), SEARCHED))
    found = [(at, _columns(sheet.rows[at])) for at in rows]
    at, columns = max(found, key=lambda one: (len(one[1]), -one[0]), default=(0, {}))
    if "place" in columns and ("pence" in columns or "pounds" in columns):
        return at, columns
    said = "The headings do not say which column holds the pool and which the sum"
    return RowError(sheet.name or "line 1", said, f"call them {', '.join(TITLES)}")


def _columns(cells: Sequence[Value]) -> dict[str, int]:
    said = [plain(words_of(value)) for value in cells]
    places: dict[str, int] = {}
    for name, known in HEADINGS.items():
        place = next((said.index(one) for one in known if one in said), None)
        if place is not None and place not in places.values():
            places[name] = place
    return places


@dataclass(frozen=True, slots=True)
class _Reading:
    """A sheet whose columns are known."""

    sheet: Sheet
    columns: Mapping[str, int]
    year: int
    names: Mapping[str, str]

    def line(self, row: int, number: int) -> CostLine | list[RowError]:
        """Return what the row says, or everything that is wrong with it."""
        sum_in = "pence" if "pence" in self.columns else "pounds"
        texts, errors = {}, []
        for name, most in (("code", MOST_CODE), ("place", MOST_CODE * 4), ("text", MOST_TEXT)):
            texts[name], wrong = self._text(row, name, most)
            errors += wrong
        place = self.names.get(plain(texts["place"]), "")
        if not place and not errors:
            said = texts["place"]
            wrong_place = f"There is no pool or area “{said[:40]}”" if said else "It names no pool"
            errors.append(
                RowError(self._place(row, "place"), wrong_place, "use one that is recorded")
            )
        pence = pence_in(self._value(row, sum_in), in_pounds=sum_in == "pounds")
        if not isinstance(pence, int):
            errors.append(fault(self._place(row, sum_in), pence))
        if errors or not isinstance(pence, int):
            return errors
        return CostLine(
            year=self.year, row=number, code=texts["code"], place=place, pence=pence,
            text=texts["text"],
        )  # fmt: skip

    def _value(self, row: int, name: str) -> Value:
        return self.sheet.value(row, self.columns[name]) if name in self.columns else ""

    def _place(self, row: int, name: str) -> str:
        return self.sheet.place(row, self.columns[name])

    def _text(self, row: int, name: str, most: int) -> tuple[str, list[RowError]]:
        value = self._value(row, name)
        if isinstance(value, UNREAD):
            said = ("The formula gives no value", "mend it, or enter the value")
            return "", [fault(self._place(row, name), said)]
        text = words_of(value)
        if len(text) <= most:
            return text, []
        said = (f"The text has {len(text):,} letters", f"keep to {most:,}")
        return text, [fault(self._place(row, name), said)]
