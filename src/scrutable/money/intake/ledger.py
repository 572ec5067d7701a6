"""An extract of the ledger, summed by line and month; rows that cannot be read are refused.

No supplier and no text of a row is kept: they may name people and tell prices.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import file_digest
from itertools import chain, islice
from pathlib import Path

from scrutable.evidence.facts import RowError
from scrutable.evidence.intake import CellError, NotCalculated, Value
from scrutable.evidence.intake.cells import words_of
from scrutable.money.facts import MONTHS, LedgerRead, LedgerYear, RefusedRow, Spending
from scrutable.money.intake.cells import day_in, pence_in, plain
from scrutable.money.intake.rows import Row, Unreadable, rows_of
from scrutable.money.rules import months_until, year_of
from scrutable.records.rules import CODE

SEARCHED = 20  # rows in which the headings are looked for
MOST_CODE = 60  # letters of a code
MOST_SAID = 300  # letters of a refused row that are told
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "line": ("budget line", "line", "cost centre", "cost centre code", "cost code", "budget code",
             "ledger code", "account code", "code", "project code"),
    "on": ("posting date", "date", "transaction date", "posted on", "gl date", "invoice date",
           "effective date", "accounting date"),
    "sum": ("amount", "net amount", "value", "amount £", "net", "net £", "value £",
            "£", "sum", "actual"),
}  # fmt: skip
WORDS = {"line": "budget line", "on": "posting date", "sum": "amount"}


def read_ledger(path: Path, name: str) -> LedgerRead | list[RowError]:
    """Return what the extract comes to, or why it cannot be read at all."""
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    try:
        return _read(rows_of(path, name), name, digest)
    except Unreadable as fault:
        return list(fault.faults)


def _read(rows: Iterator[Row], name: str, digest: str) -> LedgerRead | list[RowError]:
    head = list(islice(rows, SEARCHED))
    found = [_columns(row) for _, row in head]
    at = max(range(len(found)), key=lambda one: (len(found[one]), -one), default=None)
    if at is None:
        return [RowError("", "The file holds no rows", "export it again")]
    lacking = [name for name in HEADINGS if name not in found[at]]
    if lacking:
        seen = ", ".join(words_of(one) for one in head[at][1] if words_of(one)) or "none"
        return [
            RowError(
                f"line {head[at][0]}",
                f"No column for the {WORDS[one]} among the headings ({seen[:200]})",
                f"call it “{HEADINGS[one][0].capitalize()}”",
            )
            for one in lacking
        ]
    summed = _Summed()
    for place, row in chain(head[at + 1 :], rows):
        summed.take(place, row, found[at])
    if not summed.rows:
        faults = [
            RowError(f"line {one.row}", one.why, "mend the row") for one in summed.refused[:10]
        ]
        return faults or [RowError("", "No row stands below the headings", "export it again")]
    return summed.read(name, digest)


def _columns(row: Sequence[Value]) -> dict[str, int]:
    said = [plain(words_of(value)) for value in row]
    return {
        name: said.index(next(one for one in known if one in said))
        for name, known in HEADINGS.items()
        if any(one in said for one in known)
    }


@dataclass(slots=True)
class _Line:
    """What was read of one line in one year."""

    months: list[int] = field(default_factory=lambda: [0] * MONTHS)
    rows: int = 0
    first_on: date | None = None


@dataclass(slots=True)
class _Summed:
    """What was read so far."""

    lines: dict[tuple[str, int], _Line] = field(default_factory=lambda: defaultdict(_Line))
    through: dict[int, date] = field(default_factory=dict)
    refused: list[RefusedRow] = field(default_factory=list)
    rows: int = 0

    def take(self, place: int, row: Sequence[Value], columns: Mapping[str, int]) -> None:
        """Add a row to its line and month, or put it aside with the reason."""
        cells = {
            name: value.strip() if isinstance(value := row[at], str) else value
            for name, at in columns.items()
            if at < len(row)
        }
        code = cells.get("line", "")
        line = code if isinstance(code, str) else words_of(code)
        on, pence = day_in(cells.get("on", "")), pence_in(cells.get("sum", ""))
        why = _wrong(line, on, pence, cells)
        if why or on is None or pence is None:
            said = " | ".join(words_of(cells.get(name, "")) for name in HEADINGS)[:MOST_SAID]
            year = None if on is None else year_of(on)
            self.refused.append(RefusedRow(row=place, said=said, why=why, pence=pence, year=year))
            return
        self._add(line, on, pence)

    def _add(self, line: str, on: date, pence: int) -> None:
        year = year_of(on)
        of = self.lines[line, year]
        of.months[months_until(year, on) - 1] += pence
        of.rows += 1
        if pence > 0 and (of.first_on is None or on < of.first_on):
            of.first_on = on
        if year not in self.through or on > self.through[year]:
            self.through[year] = on
        self.rows += 1

    def read(self, name: str, digest: str) -> LedgerRead:
        """Return everything that was read; a refused row without a day counts for the last year."""
        spent = tuple(
            Spending(
                line=line,
                year=year,
                months=tuple(of.months),
                pence=sum(of.months),
                rows=of.rows,
                first_on=of.first_on,
            )
            for (line, year), of in sorted(self.lines.items())
        )
        last = max(self.through)
        of_year = [(one, one.year if one.year in self.through else last) for one in self.refused]
        years = tuple(
            LedgerYear(
                year=year,
                through=through,
                rows=sum(one.rows for one in spent if one.year == year),
                pence=sum(one.pence for one in spent if one.year == year),
                refused=sum(at == year for _, at in of_year),
                refused_pence=sum(one.pence or 0 for one, at in of_year if at == year),
                name=name[-200:],
                file=digest,
            )
            for year, through in sorted(self.through.items())
        )
        return LedgerRead(
            name=name,
            sha256=digest,
            rows=self.rows,
            spent=spent,
            years=years,
            refused=tuple(self.refused),
        )


def _wrong(line: str, on: date | None, pence: int | None, cells: Mapping[str, Value]) -> str:
    """Return everything that is wrong with a row; "" where nothing is."""
    broken = [
        WORDS[name] for name, one in cells.items() if isinstance(one, CellError | NotCalculated)
    ]
    found = [f"the formula of the {one} gives no value" for one in broken]
    if not line:
        found.append("the budget line is missing")
    elif len(line) > MOST_CODE or not CODE.fullmatch(line):
        found.append("the budget line is no code")
    if on is None:
        found.append(_said("posting date", cells.get("on", ""), "is no day"))
    if pence is None:
        found.append(_said("amount", cells.get("sum", ""), "is no sum such as 1,234.56"))
    return "; ".join(found)


def _said(name: str, value: Value, wrong: str) -> str:
    text = words_of(value)
    return f"the {name} “{text[:60]}” {wrong}" if text else f"the {name} is missing"
