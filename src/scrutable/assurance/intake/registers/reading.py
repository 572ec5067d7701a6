"""A register of systems, issues and claims, held against what is recorded; pure.

What a register has no column for stays as it is recorded; a blank cell says that there is nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, field, fields, replace
from typing import Any

from scrutable.assurance.intake.registers.cells import words_of
from scrutable.assurance.intake.registers.sheets import NUMBER, SHEETS, Column, SheetOf
from scrutable.evidence.facts import RowError
from scrutable.evidence.intake import CellError, Sheet, open_workbook, sheet_key
from scrutable.records.facts import Record, Register, RegisterLine

SEARCHED = 12  # rows from the top among which the headings are looked for
LEAST = 3  # headings by which a sheet is known
Recorded = Mapping[type[Record], Sequence[Record]]


def read_register(content: bytes, name: str, recorded: Recorded) -> Register:
    """Read a register, csv or workbook, against what is recorded; every fault at once."""
    book = open_workbook(content, name)
    if isinstance(book, list):
        return Register(errors=tuple(book))
    lines: list[RegisterLine] = []
    errors: list[RowError] = []
    read = 0
    for sheet in book.sheets:
        found = _layout(sheet)
        if found is None:
            continue
        reading = _Reading(found, sheet, recorded[found.of.kind])
        lines += reading.lines()
        errors += reading.errors
        read += 1
    if not read:
        known = ", ".join(one.name for one in SHEETS)
        remedy = f"use the workbook that is issued here, with one of its sheets: {known}"
        errors.append(RowError("", "No sheet has the headings of a register", remedy))
    elif not lines and not errors:
        errors.append(
            RowError("", "No row stands below the headings", "fill in what is to be said")
        )
    return Register(lines=tuple(lines), errors=tuple(errors))


@dataclass(frozen=True, slots=True)
class _Layout:
    """Which kind of record a sheet holds, and where its columns are."""

    of: SheetOf
    heading_row: int
    places: Mapping[str, int]


def _layout(sheet: Sheet) -> _Layout | None:
    """Return how a sheet is laid out; None of one that is no part of a register."""
    best: _Layout | None = None
    named = [one for one in SHEETS if sheet_key(one.name) == sheet_key(sheet.name)]
    for of in named or SHEETS:
        for row in range(min(len(sheet.rows), SEARCHED)):
            said = [sheet_key(words_of(value)) for value in sheet.rows[row]]
            wanted = {one.field: sheet_key(one.heading) for one in of.columns}
            places = {name: said.index(key) for name, key in wanted.items() if key in said}
            if len(places) >= LEAST and (best is None or len(places) > len(best.places)):
                best = _Layout(of, row, places)
    return best


@dataclass(slots=True)
class _Reading:
    """One sheet being read, and what is wrong with it."""

    layout: _Layout
    sheet: Sheet
    recorded: Sequence[Record]
    errors: list[RowError] = field(default_factory=list)
    seen: dict[tuple[Any, ...], str] = field(default_factory=dict)

    def lines(self) -> Iterator[RegisterLine]:
        """Yield what each row says, unless anything is wrong with it."""
        for row in range(self.layout.heading_row + 1, len(self.sheet.rows)):
            if any(words_of(value) for value in self.sheet.rows[row] if not _is_odd(value)):
                line = self._line(row)
                if line is not None:
                    yield line

    def _line(self, row: int) -> RegisterLine | None:
        before_errors = len(self.errors)
        given = dict(self._given(row))
        if len(self.errors) > before_errors:
            return None
        before = self._before(given, row)
        told = self._told(given, before, row)
        if len(self.errors) > before_errors:
            return None
        kind = self.layout.of.kind
        record = replace(before, **told) if before else kind(**{**told, **self._numbered(told)})
        if not self._is_first(record, row):
            return None
        cells = {name: self._place(row, name) for name in self.layout.places}
        return RegisterLine(record=record, before=before, place=self._first_place(row), cells=cells)

    def _given(self, row: int) -> Iterator[tuple[str, Any]]:
        """Yield what each cell says; None of a blank one."""
        for column in self.layout.of.columns:
            if column.field not in self.layout.places:
                continue
            value = self.sheet.value(row, self.layout.places[column.field])
            if _is_odd(value):
                fault = (
                    f"The cell holds an error, {value}"
                    if isinstance(value, CellError)
                    else ("The formula was never worked out")
                )
                self._fail(row, column.field, fault, "enter what it is to say")
            elif not words_of(value):
                yield column.field, None
            else:
                yield column.field, self._read(column, value, row)

    def _read(self, column: Column, value: Any, row: int) -> Any:
        found = column.read(value)
        if found is None:
            said = words_of(value)[:40]
            fault, _, remedy = column.odd.partition("; ")
            self._fail(row, column.field, f"“{said}” {fault}", remedy)
        return found

    def _before(self, given: Mapping[str, Any], row: int) -> Record | None:
        """Return the record as it stands; a row without a number may say one that is known."""
        kind, alike = self.layout.of.kind, self.layout.of.alike
        if NUMBER in kind.KEY and not given.get(NUMBER):
            return next((one for one in self.recorded if _alike(one, given, alike)), None)
        key = [given.get(name) for name in kind.KEY]
        found = next(
            (one for one in self.recorded if [getattr(one, name) for name in kind.KEY] == key), None
        )
        if found is None and NUMBER in kind.KEY:
            fault = f"There is no {kind.WHAT} {given[NUMBER]}"
            self._fail(row, NUMBER, fault, "leave the number blank for a new one")
        return found

    def _told(self, given: Mapping[str, Any], before: Record | None, row: int) -> dict[str, Any]:
        """Return the fields that the row gives; a blank one is as if nothing had been said."""
        told: dict[str, Any] = {}
        for one in fields(self.layout.of.kind):
            if one.name in (NUMBER, "version"):
                continue
            if given.get(one.name) is not None:
                told[one.name] = given[one.name]
            elif one.name in given and one.default is not MISSING:
                told[one.name] = one.default
            elif one.name in given or (before is None and one.default is MISSING):
                if one.type is str or one.type == "str":
                    told[one.name] = ""
                else:
                    heading = self._heading(one.name)
                    self._fail(row, one.name, f"“{heading}” is blank", "enter it")
        return told

    def _numbered(self, told: Mapping[str, Any]) -> dict[str, Any]:
        return {NUMBER: 0} if NUMBER in self.layout.of.kind.KEY and NUMBER not in told else {}

    def _is_first(self, record: Record, row: int) -> bool:
        """Test whether no row above says the same record, which is refused."""
        names = self.layout.of.kind.KEY
        if getattr(record, names[-1]) == 0:
            names = self.layout.of.alike
        key = tuple(getattr(record, name) for name in names)
        if key in self.seen:
            fault = f"It stands twice, here and at {self.seen[key]}"
            self.errors.append(RowError(self._first_place(row), fault, "keep one of the rows"))
            return False
        self.seen[key] = self._first_place(row)
        return True

    def _heading(self, name: str) -> str:
        return next(one.heading for one in self.layout.of.columns if one.field == name)

    def _place(self, row: int, name: str) -> str:
        return self.sheet.place(row, self.layout.places[name])

    def _first_place(self, row: int) -> str:
        return self.sheet.place(row, min(self.layout.places.values()))

    def _fail(self, row: int, name: str, fault: str, remedy: str) -> None:
        is_there = name in self.layout.places
        place = self._place(row, name) if is_there else self._first_place(row)
        self.errors.append(RowError(place, fault, remedy))


def _alike(one: Record, given: Mapping[str, Any], names: Sequence[str]) -> bool:
    return all(_plain(getattr(one, name)) == _plain(given.get(name)) for name in names)


def _plain(value: Any) -> Any:
    return " ".join(value.casefold().split()) if isinstance(value, str) else value


def _is_odd(value: Any) -> bool:
    return not isinstance(value, str | int | float | bool) and not hasattr(value, "year")
