"""Registers of money in a workbook: a sheet for each kind, read row by row; pure.

Headings are those of the template that `template` makes, whatever their case.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from scrutable.evidence.facts import RowError
from scrutable.evidence.intake import Sheet, Value, open_workbook
from scrutable.evidence.intake.cells import words_of
from scrutable.money.facts import (
    MONTHS,
    Approval,
    BudgetLine,
    Commitment,
    Forecast,
    Fund,
    Saving,
    Virement,
)
from scrutable.money.intake.cells import day_in, pence_in, plain, year_in
from scrutable.records.facts import Record

MONTH_HEADINGS = tuple(
    f"{name} £" for name in ("Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan",
                             "Feb", "Mar")
)  # fmt: skip
YEAR, LINE, SUM, DECISION = "Financial year", "Budget line", "Sum £", "Decision"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetOf:
    """A sheet: which kind it holds, and under which heading each field stands."""

    kind: type[Record]
    name: str
    columns: Mapping[str, str]
    needed: frozenset[str]


def _sheet(kind: type[Record], name: str, optional: str, **columns: str) -> SheetOf:
    needed = frozenset(columns) - frozenset(optional.split())
    return SheetOf(kind=kind, name=name, columns=columns, needed=needed)


SHEETS = (
    _sheet(BudgetLine, "Budget lines", "owner decision", code=LINE, year=YEAR, title="Name",
           fund="Fund", area="Business area", pence="Budget £", owner="Owner", decision=DECISION),
    _sheet(Virement, "Virements", "decision", year=YEAR, from_line="From line", to_line="To line",
           pence=SUM, on="Date", approved_by="Approved by", reason="Reason", decision=DECISION),
    _sheet(Approval, "Approvals", "limit source reason", line=LINE, year=YEAR, pence=SUM, on="Date",
           decision=DECISION, limit="Limit £", source="Limit written in", reason="Why afterwards"),
    _sheet(Commitment, "Commitments", "supplier", line=LINE, year=YEAR, pence=SUM, on="Date",
           decision=DECISION, supplier="Supplier", what="What"),
    _sheet(Forecast, "Forecasts", "by why", line=LINE, year=YEAR, on="Date", by="Forecast by",
           why="Why", **{f"month_{at}": name for at, name in enumerate(MONTH_HEADINGS)}),
    _sheet(Saving, "Savings", "decision benefit", code="Saving", year=YEAR, title="Name",
           line=LINE, planned="Planned £", owner="Owner", decision=DECISION, benefit="Benefit"),
)  # fmt: skip
SUMS = frozenset({"pence", "limit", "planned", *(f"month_{at}" for at in range(MONTHS))})
NUMBERED = frozenset({Virement, Approval, Commitment})
FUNDS = {one.value: one for one in Fund}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a row says, where it stands, and where each field of it does."""

    record: Record
    place: str
    cells: Mapping[str, str]


@dataclass(slots=True)
class Registers:
    """A workbook as read: its rows kind by kind, and everything wrong with it."""

    told: list[Told] = field(default_factory=list)
    errors: list[RowError] = field(default_factory=list)


def read_registers(content: bytes, name: str) -> Registers:
    """Read every sheet that is known; a file of one table is known by its headings."""
    book = open_workbook(content, name)
    if isinstance(book, list):
        return Registers(errors=list(book))
    found = Registers()
    for sheet in book.visible or book.sheets:
        of = next((one for one in SHEETS if plain(one.name) == plain(sheet.name)), None)
        of = of or _by_headings(sheet)
        if of is not None:
            _read(sheet, of, found)
    if not found.told and not found.errors:
        names = ", ".join(one.name for one in SHEETS)
        fault = "No sheet of money is filled"
        found.errors.append(RowError("", fault, f"name its sheets as the template does: {names}"))
    found.told.sort(key=lambda one: ORDER.index(type(one.record)))
    return found


ORDER = [one.kind for one in SHEETS]


def _by_headings(sheet: Sheet) -> SheetOf | None:
    said = {plain(words_of(value)) for value in (sheet.rows[0] if sheet.rows else ())}
    fits = [one for one in SHEETS if {plain(one.columns[name]) for name in one.needed} <= said]
    return max(fits, key=lambda one: len(one.needed), default=None)


def _read(sheet: Sheet, of: SheetOf, found: Registers) -> None:
    head = [plain(words_of(value)) for value in (sheet.rows[0] if sheet.rows else ())]
    columns = {
        name: head.index(plain(heading))
        for name, heading in of.columns.items()
        if plain(heading) in head
    }
    lacking = [of.columns[name] for name in of.columns if name in of.needed - columns.keys()]
    if lacking:
        fault = f"The sheet {of.name} has no column “{lacking[0]}”"
        found.errors.append(RowError(sheet.place(0, 0), fault, "take the template’s headings"))
        return
    seen: dict[tuple[object, ...], str] = {}
    for at in range(1, len(sheet.rows)):
        if not any(words_of(value) for value in sheet.rows[at]):
            continue
        cells = {name: sheet.place(at, column) for name, column in columns.items()}
        values = {name: sheet.value(at, column) for name, column in columns.items()}
        errors = list(_faults(of, values, cells))
        if errors:
            found.errors += errors
            continue
        record = _record(of.kind, values)
        key = tuple(getattr(record, one) for one in of.kind.KEY)
        place = sheet.place(at, 0)
        if of.kind not in NUMBERED and key in seen:
            said = f"It stands at {seen[key]} too"
            found.errors.append(RowError(place, said, "keep one of the two rows"))
            continue
        seen[key] = place
        found.told.append(Told(record=record, place=place, cells=_placed(cells)))


def _placed(cells: Mapping[str, str]) -> dict[str, str]:
    return {**cells, "months": cells.get("month_0", "")}


READERS: Mapping[str, tuple[Callable[[Value], object], str, str]] = {
    "year": (year_in, "is no financial year", "write it such as 2026/27"),
    "on": (day_in, "is no day", "write it such as 31/03/2026"),
    "fund": (lambda value: FUNDS.get(words_of(value).casefold()), "is no fund",
             "write capital or revenue"),
}  # fmt: skip
OF_SUMS = (pence_in, "is no sum of money", "write it such as 1,234.56")


def _faults(
    of: SheetOf, values: Mapping[str, Value], cells: Mapping[str, str]
) -> Iterator[RowError]:
    for name, value in values.items():
        text = words_of(value)
        if not text and name in of.needed:
            yield RowError(cells[name], f"“{of.columns[name]}” is missing", "fill it in")
        how = OF_SUMS if name in SUMS else READERS.get(name)
        if text and how and how[0](value) is None:
            yield RowError(cells[name], f"“{text[:40]}” {how[1]}", how[2])


def _record(kind: type[Record], values: Mapping[str, Value]) -> Record:
    given: dict[str, Any] = {}
    for name, value in values.items():
        how = OF_SUMS if name in SUMS else READERS.get(name)
        given[name] = how[0](value) if how else words_of(value)
    if kind is Forecast:
        months = tuple(given.pop(f"month_{at}") for at in range(MONTHS))
        given |= {"months": months, "pence": sum(months)}
    if kind in NUMBERED:
        given["number"] = 0
    return kind(**given)
