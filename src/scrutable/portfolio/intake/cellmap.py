"""Reading a cell map from the file in which it is written, and writing it again; pure.

Each line has three cells: what kind of line it is, our word, the council's. Such as
`column,overall,RAG`, `word,rating=amber,orange`, `word,stage=finished,blue`, `word,nothing,n/a`,
`every,theme,modernise`, `skip,,Total`, `sheet,,Projects`, `headings,,3`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from scrutable.evidence.facts import RowError
from scrutable.evidence.intake import Sheet, Workbook, open_workbook
from scrutable.portfolio.facts import (
    CellMap,
    Coded,
    Constant,
    Holds,
    MappedColumn,
    MappedWord,
)
from scrutable.portfolio.intake.cells import plain, short, words_of
from scrutable.portfolio.intake.gathered import coded

HEADINGS = ("line", "ours", "theirs")
MOST_LINES, MOST_CELL = 500, 200
FORMULA_SIGNS = ("=", "+", "-", "@")
ADD_HEADING = "let the first line say line,ours,theirs"


@dataclass
class MapRead:
    """What the lines of a map say, and every fault."""

    sheet: str = ""
    heading_row: int | None = None
    columns: list[MappedColumn] = field(default_factory=list)
    words: list[MappedWord] = field(default_factory=list)
    constants: list[Constant] = field(default_factory=list)
    skips: list[str] = field(default_factory=list)
    errors: list[RowError] = field(default_factory=list)

    @property
    def parts(self) -> dict[str, Any]:
        """Return the fields of a CellMap that its file gives."""
        return {
            "sheet": self.sheet,
            "heading_row": self.heading_row,
            "columns": tuple(self.columns),
            "words": tuple(self.words),
            "constants": tuple(self.constants),
            "skips": tuple(self.skips),
        }


@dataclass(frozen=True, slots=True)
class _Line:
    kind: str
    ours: str
    theirs: str
    place: str

    def fault(self, fault: str, remedy: str) -> RowError:
        return RowError(self.place, fault, remedy)


def read_cell_map(content: bytes, name: str) -> MapRead:
    """Return what the map says and every fault; nothing that the file holds raises."""
    read = MapRead()
    opened = open_workbook(content, name)
    if not isinstance(opened, Workbook):
        read.errors += opened
        return read
    sheet = next(iter(opened.visible), None)
    head = [plain(words_of(sheet.value(0, at))) for at in range(3)] if sheet else []
    if sheet is None or tuple(head) != HEADINGS:
        read.errors.append(RowError("", "The first line is not that of a cell map", ADD_HEADING))
        return read
    for line in _lines(sheet):
        take = KINDS.get(plain(line.kind))
        if take is None:
            said = f"“{short(line.kind)}” is no kind of line"
            read.errors.append(line.fault(said, f"use {', '.join(KINDS)}"))
        elif max(len(line.ours), len(line.theirs)) > MOST_CELL:
            read.errors.append(line.fault("The line is too long", f"keep to {MOST_CELL} letters"))
        elif fault := take(read, line):
            read.errors.append(fault)
    if not read.errors and not read.columns:
        read.errors.append(
            RowError("", "The map names no column", "add lines such as column,number,Ref")
        )
    return read


def _lines(sheet: Sheet) -> list[_Line]:
    rows = range(1, min(len(sheet.rows), MOST_LINES))
    cells = ((row, [_unguarded(words_of(sheet.value(row, at))) for at in range(3)]) for row in rows)
    return [
        _Line(said[0], said[1], said[2], sheet.place(row, 0)) for row, said in cells if any(said)
    ]


def _unguarded(text: str) -> str:
    """Return the text without the mark that keeps spreadsheets from taking it for a formula."""
    return text[1:] if text.startswith("'") and text[1:2] in FORMULA_SIGNS else text


def guarded(text: str) -> str:
    """Return the text with a mark where a spreadsheet would take it for a formula.

    >>> guarded("-"), guarded("n/a")
    ("'-", 'n/a')
    """
    return f"'{text}" if text[:1] in FORMULA_SIGNS else text


def _sheet(read: MapRead, line: _Line) -> RowError | None:
    read.sheet = line.theirs
    return None


def _headings(read: MapRead, line: _Line) -> RowError | None:
    if not (line.theirs.isascii() and line.theirs.isdigit() and 0 < int(line.theirs[:5]) < 10_000):
        return line.fault(f"“{short(line.theirs)}” is no row", "enter its number, such as 3")
    read.heading_row = int(line.theirs[:5])
    return None


def _column(read: MapRead, line: _Line) -> RowError | None:
    holds = _holds(line)
    if isinstance(holds, RowError):
        return holds
    if not line.theirs:
        return line.fault("The heading is missing", "enter it, or “column F”")
    if any(one.holds is holds for one in read.columns):
        return line.fault(f"“{holds.value}” has a column already", "keep one of the two lines")
    read.columns.append(MappedColumn(holds=holds, heading=line.theirs))
    return None


def _word(read: MapRead, line: _Line) -> RowError | None:
    kind, _, value = line.ours.partition("=")
    if coded(kind) not in list(Coded):
        remedy = "write rating=amber, stage=finished, theme=modernise, scale=five or nothing"
        return line.fault(f"“{short(line.ours)}” is none of our words", remedy)
    if not line.theirs:
        return line.fault("The council’s word is missing", "enter it")
    if any(plain(one.said) == plain(line.theirs) for one in read.words):
        return line.fault(f"“{short(line.theirs)}” is translated already", "keep one of the two")
    meant = coded(value)
    read.words.append(MappedWord(said=line.theirs, coded=Coded(coded(kind)), means=meant))
    return None


def _every(read: MapRead, line: _Line) -> RowError | None:
    holds = _holds(line)
    if isinstance(holds, RowError):
        return holds
    if not line.theirs:
        return line.fault("What holds for every project is missing", "enter it, or drop the line")
    if any(one.holds is holds for one in read.constants):
        return line.fault(f"“{holds.value}” is given already", "keep one of the two lines")
    read.constants.append(Constant(holds=holds, value=line.theirs))
    return None


def _skip(read: MapRead, line: _Line) -> RowError | None:
    if not line.theirs:
        return line.fault("The word is missing", "enter what stands instead of a project’s number")
    read.skips.append(line.theirs)
    return None


def _holds(line: _Line) -> Holds | RowError:
    if coded(line.ours) in list(Holds):
        return Holds(coded(line.ours))
    said = f"“{short(line.ours)}” is nothing that a column may hold"
    return line.fault(said, f"use {', '.join(Holds)}")


KINDS: Mapping[str, Callable[[MapRead, _Line], RowError | None]] = {
    "sheet": _sheet,
    "headings": _headings,
    "column": _column,
    "word": _word,
    "every": _every,
    "skip": _skip,
}


def map_lines(of: CellMap) -> list[tuple[str, str, str]]:
    """Return the map as the lines of its file, which read back as the same map."""
    return [(kind, ours, guarded(theirs)) for kind, ours, theirs in _plain_lines(of)]


def _plain_lines(of: CellMap) -> list[tuple[str, str, str]]:
    lines = [("sheet", "", of.sheet)] if of.sheet else []
    lines += [("headings", "", str(of.heading_row))] if of.heading_row else []
    lines += [("column", one.holds.value, one.heading) for one in of.columns]
    lines += [
        ("word", f"{one.coded.value}={one.means}" if one.means else one.coded.value, one.said)
        for one in of.words
    ]
    lines += [("every", one.holds.value, one.value) for one in of.constants]
    return [*lines, *(("skip", "", one) for one in of.skips)]
